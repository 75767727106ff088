"""A series that was reworded on its way: its pieces, and which of them may be compared with one another."""

from dataclasses import dataclass

from vitrina.dataset.programme import Programme
from vitrina.dataset.subjects import Indicator, Observation
from vitrina.measures.editions import observation_key


@dataclass(frozen=True, slots=True)
class Segment:
    """What one wording of an indicator measured."""

    indicator: Indicator
    observations: tuple[Observation, ...]
    comparable: bool
    """With the segment before. The first has none before, and nothing to be kept from."""


def segments(
    programme: Programme, indicator: Indicator, observations: tuple[Observation, ...] | None = None
) -> tuple[Segment, ...]:
    """The wordings that led to an indicator, the oldest first, itself the last.

    `observations` are those in force; without them all of the programme's.
    """
    rows = programme.observations if observations is None else observations
    chain = [indicator]
    # Few have another before them, and only those are looked for among all.
    while (continued := chain[0].continues) is not None and continued not in {one.id for one in chain}:
        chain.insert(0, programme.indicator(continued))
    return tuple(
        Segment(
            indicator=wording,
            observations=tuple(row for row in rows if row.indicator == wording.id),
            comparable=not place or wording.comparable,
        )
        for place, wording in enumerate(chain)
    )


def comparable_observations(found: tuple[Segment, ...]) -> tuple[Observation, ...]:
    """The observations back to the last break that keeps them apart. A figure of two wordings is the later one's."""
    kept: dict[tuple[object, ...], Observation] = {}
    for segment in reversed(found):
        own = {_figure(row): row for row in segment.observations}
        kept = {**own, **kept}
        if not segment.comparable:
            break
    return tuple(kept.values())


def followers(programme: Programme, indicator: Indicator) -> tuple[Indicator, ...]:
    """The later wordings of an indicator, one step on."""
    return tuple(one for one in programme.indicators if one.continues == indicator.id)


def former_wordings(programme: Programme) -> frozenset[str]:
    """The ids of indicators that a later one continues: they are measured no more."""
    return frozenset(one.continues for one in programme.indicators if one.continues is not None)


def _figure(row: Observation) -> tuple[object, ...]:
    """What two wordings may both state; of no named time there is nothing to tell two values by."""
    return observation_key(row)[1:] if row.first is not None else (row.id,)
