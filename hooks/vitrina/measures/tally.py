"""How many indicators of a programme stand how: each by the last year that its documents tell of."""

from collections import Counter
from collections.abc import Mapping

from vitrina.dataset.programme import Programme
from vitrina.dataset.subjects import Indicator
from vitrina.measures.continuity import comparable_observations, followers, segments
from vitrina.measures.editions import observations_in_force
from vitrina.measures.status import Status, StatusRule, YearStatus, yearly


def last_due(years: tuple[YearStatus, ...]) -> YearStatus | None:
    """The last year whose plan has fallen due; while none has, the first that will. None without any plan."""
    planned = [one for one in years if one.plan is not None]
    due = [one for one in planned if one.status != "not-due"]
    return due[-1] if due else planned[0] if planned else None


def standings(programme: Programme) -> Mapping[str, Status]:
    """Every indicator that has a plan, or ought to: a target without any figure is `none`.

    An indicator that a later wording follows is not counted beside it.
    """
    in_force = observations_in_force(programme)
    rule = StatusRule.of(programme)

    def of(indicator: Indicator) -> Status:
        rows = comparable_observations(segments(programme, indicator, in_force))
        last = last_due(yearly(indicator, rows, rule, programme.known_until))
        return last.status if last else "no-plan"

    found = {one.id: of(one) for one in programme.indicators if not followers(programme, one)}
    targets = {one.id for one in programme.indicators if one.kind == "target"}
    return {
        identity: "none" if status == "no-plan" else status
        for identity, status in found.items()
        if status != "no-plan" or identity in targets
    }


def tally(programme: Programme) -> Mapping[Status, int]:
    """Status to the number of indicators, the good news first; a status that none has is left out."""
    counted = Counter(standings(programme).values())
    order: tuple[Status, ...] = ("better", "as-planned", "worse", "off-plan", "none", "not-due")
    return {status: counted[status] for status in order if counted[status]}
