"""How many plans of indicators were met: of one year, or of a programme as it stands now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.measures.funding import percent_of
from vitrina.measures.known import NOTHING_TO_COMPARE, Missing
from vitrina.measures.scoreboard import Scoreboard
from vitrina.measures.status import JUDGED, MET, YearStatus
from vitrina.words.provenance import count_of, or_zero


@dataclass(frozen=True, slots=True)
class Tally:
    """Of so many plans so many can be judged, and of these so many were met."""

    planned: int
    judged: int
    met: int
    not_due: int

    @property
    def share(self) -> Decimal | Missing:
        """Percent of the judged that were met."""
        return percent_of(self.met, self.judged) if self.judged else NOTHING_TO_COMPARE


NO_PLANS = Tally(0, 0, 0, 0)


def tally_now(board: Scoreboard) -> Tally:
    """Of every indicator the plan that tells where it stands now."""
    return _counted(score.now for score in board.scores if score.now is not None)


def tallies(board: Scoreboard) -> Mapping[int, Tally]:
    """By year, those of the years that have a plan."""
    found: dict[int, list[YearStatus]] = {}
    for score in board.scores:
        for piece in score.pieces:
            for one in piece:
                found.setdefault(one.year, []).append(one)
    counted = {year: _counted(statuses) for year, statuses in sorted(found.items())}
    return {year: tally for year, tally in counted.items() if tally.planned}


def _counted(statuses: Iterable[YearStatus]) -> Tally:
    planned = [one for one in statuses if one.plan is not None]
    actuals = [(one.status, or_zero(one.actual.value)) for one in planned if one.actual is not None]
    return Tally(
        len(planned),
        count_of("judged", (value for status, value in actuals if status in JUDGED)),
        count_of("met", (value for status, value in actuals if status in MET)),
        sum(one.status == "not-due" for one in planned),
    )
