"""The scoreboard: every promise in figures beside what came of it, by subprogramme, with the rule that judges them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place
from vitrina.charts.findings.observed import STATUS_NAMES, status_of
from vitrina.charts.observed import Figure
from vitrina.charts.sparkline import Sparkline, sparkline
from vitrina.dataset.programme import Indicator
from vitrina.measures.scoreboard import IN_ORDER, Score, Scoreboard
from vitrina.measures.status import StatusRule, YearStatus, nearest_bound
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.page import Page
from vitrina.pages.quotations import rule_quote
from vitrina.pages.views import View, register
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.provenance import or_zero

MOST_PARTS = 12
"""theme/css/board.css knows so many parts; more of them are shown without a filter."""


@dataclass(frozen=True, slots=True)
class BoardYear:
    """A year of an indicator: plan and actual, short and as they are read out; empty where there is none."""

    year: int
    plan: Figure
    actual: str
    part: str
    """What time the actual covers, where that is not the whole year."""
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An indicator on the board."""

    name: str
    place: Place
    unit: str
    baseline: str
    line: Sparkline | None
    cells: tuple[BoardYear, ...]
    kind: str
    status: str
    year: int | None
    """Of the status, where that is not the last column's."""
    is_broken: bool
    """Counted differently before, so that its first years stand apart."""


@dataclass(frozen=True, slots=True)
class BoardPart:
    """A subprogramme, or what belongs to the programme as a whole."""

    number: int
    name: str
    place: Place | None
    counted: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Why one indicator has its status: the two figures, their difference, and how far they may lie apart."""

    name: str
    place: Place
    when: str
    actual: str
    plan: str
    bound: str
    """What the actual is measured from: the plan, or the nearer end of a range."""
    difference: str
    percent: str
    allowed: str
    """How far it may lie off; empty where the two figures are compared as they are."""
    kind: str
    status: str


def _progress(context: Context, profiles: Mapping[str, IndicatorProfile]) -> Page:
    words, programme, board = context.words, context.programme, context.measures.board
    parts = tuple(board_parts(context, board, profiles))
    example = _example_score(board)
    met, judged = len(board.met), len(board.judged)
    return Page(
        place=context.places["progress"],
        title=words.say("Что выполнено"),
        description=words.say(
            "План выполнен у {met} показателей из {judged}, которые можно сравнить. Программа «{programme}»: "
            "обещания рядом с тем, что вышло, по годам.",
            met=met,
            judged=judged,
            programme=context.programme_name,
        ),
        values={
            "parts": parts,
            "can_choose_part": 1 < len(parts) <= MOST_PARTS,
            "statuses": _counted(words, [row for part in parts for row in part.rows]),
            "signs": _signs(words, [row for part in parts for row in part.rows]),
            "count": len(board.scores),
            "met": met,
            "judged": judged,
            "last_years": board.last_years,
            "known_until": programme.known_until,
            "tolerance": programme.tolerance,
            "steady_tolerance": programme.steady_tolerance,
            "rule": rule_quote(context, "tolerance-percent"),
            "example": _example(context, example, profiles[example.indicator.id]) if example else None,
            "has_breaks": any(row.is_broken for part in parts for row in part.rows),
        },
    )


def board_parts(context: Context, board: Scoreboard, profiles: Mapping[str, IndicatorProfile]) -> Iterable[BoardPart]:
    """The board by subprogramme, in the order of the programme; what belongs to none comes last."""
    known = {line.id: line.short_name for line in context.subprogrammes}
    by_line: dict[str, list[Score]] = {line: [] for line in (*known, "")}
    for score in board.scores:
        by_line[_subprogramme(context, score.indicator, known)].append(score)
    listed = [(line, scores) for line, scores in by_line.items() if scores]
    for number, (line, scores) in enumerate(listed, 1):
        rows = tuple(_row(score, profiles[score.indicator.id], board.last_years) for score in scores)
        counted = _counted(context.words, rows)
        yield BoardPart(
            number=number,
            name=known.get(line) or context.words.say("Вся программа"),
            place=context.places.of("subprogramme", line) if line else None,
            counted=", ".join(
                context.words.say("{status}:\u00a0{count}", status=text, count=n) for _, text, n in counted
            ),
            rows=rows,
        )


def _subprogramme(context: Context, indicator: Indicator, known: Iterable[str]) -> str:
    """That of the indicator's line, or the one above it; "" for the programme as a whole."""
    above = context.programme.with_parents([indicator.line] if indicator.line else [])
    return next((line for line in known if line in above), "")


def _row(score: Score, profile: IndicatorProfile, years: Sequence[int]) -> BoardRow:
    observed, now = profile.observed, score.now
    baseline = next((year.baseline for year in score.years if year.baseline is not None), None)
    return BoardRow(
        name=profile.name,
        place=profile.place,
        unit="" if score.indicator.is_share else observed.unit_name,
        baseline=""
        if baseline is None
        else observed.say("{value} {when}", value=observed.signed(baseline), when=observed.when(baseline)),
        line=sparkline(score),
        cells=tuple(_cell(profile, score.of(year), year) for year in years),
        kind=now.status if now else "none",
        status=status_of(observed, now) if now else observed.words.say("нет данных"),
        year=now.year if now and years and now.year != years[-1] else None,
        is_broken=len(score.pieces) > 1,
    )


def _cell(profile: IndicatorProfile, found: YearStatus | None, year: int) -> BoardYear:
    observed = profile.observed
    if found is None:
        return BoardYear(year, ("", ""), "", "", "", "")
    plan, actual = found.plan, found.actual
    return BoardYear(
        year=year,
        plan=observed.seen_and_heard(plan),
        actual="" if actual is None else observed.short(actual),
        part="" if actual is None or not found.is_part else observed.part(actual) or observed.when(actual),
        kind=found.status,
        status=status_of(observed, found),
    )


def _counted(words: Words, rows: Sequence[BoardRow]) -> list[tuple[str, str, int]]:
    """Each status that there is, in words, and how often."""
    found = [(kind, sum(row.kind == kind for row in rows)) for kind in IN_ORDER]
    return [(kind, words.say(STATUS_NAMES[kind]), count) for kind, count in found if count]


def _signs(words: Words, rows: Sequence[BoardRow]) -> list[tuple[str, str]]:
    """Every sign that the table shows, of earlier years too, in words."""
    shown = {kind for row in rows for kind in (row.kind, *(cell.kind for cell in row.cells if cell.plan[0]))}
    return [(kind, words.say(STATUS_NAMES[kind])) for kind in IN_ORDER if kind in shown]


def _example_score(board: Scoreboard) -> Score | None:
    """What shows the rule best: an actual off its plan and yet «as planned», else one that is not as planned."""

    def worth(score: Score) -> tuple[bool, bool]:
        now = score.now
        return (
            now is not None and bool(now.deviation) and now.status == "as-planned",
            now is not None and bool(now.deviation),
        )

    whole = [score for score in board.judged if score.now is not None and not score.now.is_part]
    return max(whole, key=worth, default=None)


def _example(context: Context, score: Score, profile: IndicatorProfile) -> Example | None:
    observed, now = profile.observed, score.now
    if now is None or now.plan is None or now.actual is None:
        return None
    bound = nearest_bound(now.plan, or_zero(now.actual.value))
    return Example(
        name=profile.name,
        place=profile.place,
        when=observed.when(now.plan),
        actual=observed.signed(now.actual),
        plan=observed.signed(now.plan),
        bound=observed.words.quantity(bound, "%") if score.indicator.is_share else observed.amount(bound),
        difference="" if now.deviation is None else observed.amount(now.deviation),
        percent=context.words.quantity(StatusRule.of(context.programme).percent(score.indicator), "%"),
        allowed=observed.amount(now.allowed) if now.allowed else "",
        kind=now.status,
        status=status_of(observed, now),
    )


register(
    View(
        Kind("progress", order=330, folder="progress", is_door=True, group="indicators", named_in=("keywords",)),
        lambda given: [_progress(given.context, given.profiles)],
        exists=lambda context: context.measures.board.is_worth_a_page,
        sought=sentence("выполнение|что выполнено|выполнили ли обещания|итоги|план и факт"),
    )
)
