"""A series that was reworded on its way: its pieces, and which of them may be compared with one another."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitrina.dataset.programme import Indicator, Observation, Programme
from vitrina.measures.editions import observation_key


@dataclass(frozen=True, slots=True)
class Segment:
    """What one wording of an indicator measured."""

    indicator: Indicator
    observations: tuple[Observation, ...]
    comparable: bool
    """With the segment before. The first has none before, and nothing to be kept from."""


def segments(
    programme: Programme, indicator: Indicator, known: Mapping[str, tuple[Observation, ...]]
) -> tuple[Segment, ...]:
    """The wordings that led to an indicator, the oldest first, itself the last. `known` holds what each measured."""
    wordings = {indicator.id: indicator}
    if indicator.continues is not None:
        others = {one.id: one for one in programme.indicators}
        wording = indicator
        while wording.continues is not None and wording.continues not in wordings:
            wording = others[wording.continues]
            wordings[wording.id] = wording
    return tuple(
        Segment(wording, known.get(wording.id, ()), comparable=not place or wording.is_comparable)
        for place, wording in enumerate(reversed(wordings.values()))
    )


def comparable_observations(found: tuple[Segment, ...]) -> tuple[Observation, ...]:
    """The observations back to the last break that keeps them apart. A figure of two wordings is the later one's."""
    breaks = [place for place, segment in enumerate(found) if not segment.comparable]
    rows = (row for segment in found[max(breaks, default=0) :] for row in segment.observations)
    return tuple({_figure(row): row for row in rows}.values())


def followers(programme: Programme, indicator: Indicator) -> tuple[Indicator, ...]:
    """The later wordings of an indicator, one step on."""
    return tuple(one for one in programme.indicators if one.continues == indicator.id)


def former_wordings(programme: Programme) -> frozenset[str]:
    """The ids of indicators that a later one continues: they are measured no more."""
    return frozenset(one.continues for one in programme.indicators if one.continues is not None)


def _figure(row: Observation) -> tuple[object, ...]:
    """What two wordings may both state; of no named time there is nothing to tell two values by."""
    return observation_key(row)[1:] if row.first is not None else (row.id,)
