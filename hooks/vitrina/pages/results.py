"""«Что получилось» on the front page: a few plans beside what came of them, and what cannot be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vitrina.addresses import Place
from vitrina.charts.observed import Figure
from vitrina.dataset.subjects import Observation
from vitrina.measures.observations import latest
from vitrina.measures.scoreboard import Scoreboard
from vitrina.measures.status import JUDGED, Comparison, Status
from vitrina.pages.context import Context
from vitrina.pages.observed import Status as Verdict
from vitrina.pages.observed import Told, promised_in_words, rule_told
from vitrina.words.numbers import NO_BREAK_SPACE

_MOST_COMPARED, _MOST_PROMISED = 2, 1
_MOST_OF_BOARD = 2
"""So many that missed their plans, and as many that met them; the board has them all."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line: a plan, or a promise in words, beside the actual. Both are empty where the document has neither."""

    name: str
    note: str
    place: Place
    plan: Figure
    actual: Figure
    status: Verdict
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The lines, of how many indicators a plan can be judged, and by what rule."""

    lines: tuple[Result, ...]
    judged: int
    indicators: int
    rule: str
    met: int | None = None
    """How many of the judged met their plans; None where there are too few for a board."""


def results(context: Context, told: Mapping[str, Told]) -> Results:
    board = context.board
    if board.is_worth_a_page:
        return Results(
            tuple(_of_board(context, told, board)),
            len(board.judged),
            len(board.scores),
            rule_told(context),
            len(board.met),
        )
    compared = {one.id: found for one in told.values() if (found := _best(one.observed.comparisons))}
    ranked = sorted(compared.values(), key=lambda found: found.status not in JUDGED)
    lines = [_line(context, told, found.plan, found.actual, found.status) for found in ranked[:_MOST_COMPARED]]
    lines += _promised(context, told)[:_MOST_PROMISED]
    lines += _without_values(context, told)
    judged = sum(found.status in JUDGED and not found.is_part for found in compared.values())
    return Results(tuple(lines), judged, len(told), rule_told(context))


def _best(found: tuple[Comparison, ...]) -> Comparison | None:
    """The latest plan whose whole time is known; failing that, the latest with any actual."""
    with_actual = [comparison for comparison in found if comparison.actual]
    whole = [comparison for comparison in with_actual if not comparison.is_part]
    return max(whole or with_actual, key=lambda comparison: comparison.plan.last or date.min, default=None)


def _of_board(context: Context, told: Mapping[str, Told], board: Scoreboard) -> Iterable[Result]:
    """What missed its plan in its last year first: that is what people look for. Each in the order of the board."""
    missed = [score for score in board.judged if score not in board.met]
    best = sorted(board.met, key=lambda score: score.now is not None and score.now.status != "better")
    for score in (*missed[:_MOST_OF_BOARD], *best[:_MOST_OF_BOARD]):
        if score.now is not None and score.now.plan is not None:
            yield _line(context, told, score.now.plan, score.now.actual, score.now.status)


def _line(
    context: Context, told: Mapping[str, Told], plan: Observation, actual: Observation | None, status: Status
) -> Result:
    one = told[plan.indicator]
    note = _when(context, actual) if actual else ""
    if actual and status == "not-due":
        at_end = plan.last and plan.last.year == context.programme.years[-1]
        key = "results.due_at_end" if at_end else "results.due_later"
        note = context.words.say(key, when=note, plan=_when(context, plan))
    return Result(
        name=one.name,
        note=note,
        place=one.place,
        plan=one.observed.seen_and_heard(plan),
        actual=one.observed.seen_and_heard(actual),
        status=Verdict(status, context.words.say(f"observed.status.{status}")),
    )


def _promised(context: Context, told: Mapping[str, Told]) -> list[Result]:
    """What the programme promises in words and an indicator shows, where no plan has a figure."""
    known = latest(context.programme)
    return [
        Result(
            name=told[indicator].name,
            note=context.words.say(
                "results.promised",
                when=_when(context, actual),
                promise=_promise(context, result),
            ),
            place=told[indicator].place,
            plan=(context.words.say("results.in_words"),) * 2,
            actual=told[indicator].observed.seen_and_heard(actual),
            status=told[indicator].status,
            in_words=True,
        )
        for indicator, result in promised_in_words(context.programme).items()
        if not told[indicator].observed.comparisons and (actual := known.get((indicator, "")))
    ]


def _promise(context: Context, goal: str) -> str:
    """In our plain words; in the document's own where we have none."""
    return (
        context.plain_or_none("goals", goal, "plain")
        or context.programme.text("goals", goal, "text", context.words.language).text
    )


def _without_values(context: Context, told: Mapping[str, Told]) -> list[Result]:
    """All target indicators without a single value, as one line."""
    words = context.words
    without = [one for one in told.values() if one.indicator.kind == "target" and not one.has_values]
    if not without:
        return []
    name = words.say("results.targets").split(", ")
    return [
        Result(
            name=f"{words.number(len(without))}{NO_BREAK_SPACE}{words.plural(len(without), *name)}",
            note=words.say("results.targets_note"),
            place=context.places.indicators,
            plan=("", ""),
            actual=("", ""),
            status=Verdict("none", words.say("labels.no_data")),
        )
    ]


def _when(context: Context, observation: Observation) -> str:
    if observation.first is None or observation.last is None:
        return context.words.say("results.undated")
    return context.words.period(observation.first, observation.last)
