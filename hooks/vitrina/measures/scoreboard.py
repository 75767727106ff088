"""All that the programme promised in figures, side by side: what each came to year by year, and where it stands now."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vitrina.dataset.programme import Indicator, Observation, Programme
from vitrina.measures.continuity import Segment, comparable_observations, segments
from vitrina.measures.lateness import late_values
from vitrina.measures.ledger import ledger
from vitrina.measures.series import by_indicator
from vitrina.measures.status import JUDGED, MET, Status, StatusRule, YearStatus, yearly

IN_ORDER: tuple[Status, ...] = ("better", "as-planned", "worse", "off-plan", "none", "not-due", "no-plan")
_FEWEST_COMPARED = 3
"""With fewer the list of indicators says it all, and a board of them would be mostly empty."""
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Score:
    """An indicator under its latest name."""

    indicator: Indicator
    pieces: tuple[tuple[YearStatus, ...], ...]
    """Its years, the oldest piece first; pieces are counted differently, so that nothing is compared across them."""

    @property
    def years(self) -> tuple[YearStatus, ...]:
        """Of the latest piece."""
        return self.pieces[-1]

    @property
    def now(self) -> YearStatus | None:
        """The last year whose plan was due or could be judged; else the first that is due later, else the last."""
        planned = [year for year in self.years if year.plan is not None]
        due = [year for year in planned if year.status != "not-due"]
        if due:
            return due[-1]
        return planned[0] if planned else (self.years or (None,))[-1]

    def of(self, year: int) -> YearStatus | None:
        return next((found for found in self.years if found.year == year), None)


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """The target indicators, then what else has a plan; of a reworded indicator only the latest wording."""

    scores: tuple[Score, ...]

    @property
    def met(self) -> tuple[Score, ...]:
        return tuple(score for score in self.scores if score.now is not None and score.now.status in MET)

    @property
    def judged(self) -> tuple[Score, ...]:
        return tuple(score for score in self.scores if score.now is not None and score.now.status in JUDGED)

    @property
    def counted(self) -> Mapping[Status, int]:
        """Each status that there is, the good news first, with how many stand so; what has no figure is `none`."""
        found = Counter(score.now.status if score.now is not None else "none" for score in self.scores)
        return {status: found[status] for status in IN_ORDER if found[status]}

    @property
    def is_worth_a_page(self) -> bool:
        return len(self.judged) >= _FEWEST_COMPARED

    @property
    def last_years(self) -> tuple[int, ...]:
        """The last years that anything is known of, as columns; none from before the first of them."""
        known = [year for score in self.scores for year in score.years]
        last = max((year.year for year in known if year.actual), default=None)
        if last is None:
            return ()
        first = min(year.year for year in known if year.actual or year.plan)
        return tuple(range(max(first, last - _COLUMNS + 1), last + 1))


def scoreboard(programme: Programme) -> Scoreboard:
    known = by_indicator(ledger(programme).observations)
    late, reworded = late_values(programme), {indicator.continues for indicator in programme.indicators}
    found = [
        score_of(programme, indicator, known, late)
        for indicator in programme.indicators
        if indicator.id not in reworded
    ]
    targets = [score for score in found if score.indicator.kind == "target"]
    planned = [score for score in found if score.indicator.kind != "target" and any(year.plan for year in score.years)]
    return Scoreboard((*targets, *planned))


def score_of(
    programme: Programme,
    indicator: Indicator,
    known: Mapping[str, tuple[Observation, ...]],
    late: Collection[str],
) -> Score:
    """`known` holds what is in force by indicator."""
    found = segments(programme, indicator, known)
    rule, until = StatusRule.of(programme), programme.known_until
    return Score(
        indicator,
        tuple(yearly(indicator, comparable_observations(piece), rule, until, late) for piece in pieces(found)),
    )


def pieces(found: Iterable[Segment]) -> tuple[tuple[Segment, ...], ...]:
    """The wordings parted where the earlier cannot be compared with the later."""
    parted: list[tuple[Segment, ...]] = []
    for segment in found:
        if parted and segment.comparable:
            parted[-1] += (segment,)
        else:
            parted.append((segment,))
    return tuple(parted)
