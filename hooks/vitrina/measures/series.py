"""Which observations of an indicator can stand in a row, and which side by side."""

from collections.abc import Iterable, Mapping
from datetime import date

from vitrina.dataset.programme import Observation
from vitrina.words.periods import Period


def by_indicator(observations: Iterable[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    """What is known of each indicator, in the order of the table."""
    found: dict[str, list[Observation]] = {}
    for observation in observations:
        found.setdefault(observation.indicator, []).append(observation)
    return {indicator: tuple(rows) for indicator, rows in found.items()}


def series(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """What was, is thought or is foreseen for everybody together, in order of time: values that can stand in a row."""
    found = [
        observation
        for observation in observations
        if observation.stage != "plan"
        and observation.value is not None
        and observation.first is not None
        and observation.part_of is None
        and not observation.group
    ]
    return tuple(sorted(found, key=lambda observation: (observation.last or date.max, observation.first or date.max)))


def undated(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The values for everybody together of which the document does not say when."""
    return tuple(
        observation
        for observation in observations
        if observation.first is None
        and observation.value is not None
        and observation.stage != "plan"
        and not observation.group
    )


def groups(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The values by group that belong side by side, not planned, in the order of the table.

    Each group's latest; where a value is taken apart, the parts of the latest one alone.
    """
    found = [
        observation
        for observation in observations
        if observation.group and observation.value is not None and observation.stage != "plan"
    ]
    whole = max(found, key=_time).part_of if found else None
    latest = {row.group: row for row in sorted(found, key=_time) if row.part_of == whole}
    return tuple(observation for observation in found if latest.get(observation.group) is observation)


def _time(observation: Observation) -> tuple[date, bool]:
    """An undated value is never later than a dated one; of one time what is taken apart goes first."""
    return (observation.last or date.min, observation.part_of is not None)


def is_within_a_year(observation: Observation) -> bool:
    """Whether it tells of a part of a year: not of a day, and not of twelve months or more."""
    if observation.first is None or observation.last is None:
        return False
    return Period(observation.first, observation.last).is_part_of_year
