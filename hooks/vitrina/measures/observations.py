"""What a program can find in observations: parts against their whole, one value repeated, the latest known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from vitrina.dataset.programme import Observation, Programme
from vitrina.measures.ledger import ledger
from vitrina.words.periods import Period
from vitrina.words.provenance import share_of, total_of


@dataclass(frozen=True, slots=True)
class PartsOfWhole:
    """A stated value beside the sum of the parts that the document makes of it. A difference is a finding."""

    whole: Observation
    parts: tuple[Observation, ...]
    stated: Decimal
    computed: Decimal

    @property
    def difference(self) -> Decimal:
        """Stated less computed."""
        return self.stated - self.computed

    @property
    def adds_up(self) -> bool:
        return self.stated == self.computed


@dataclass(frozen=True, slots=True)
class Ratio:
    """One value in percent of another of its kind or not: places taken of places there are."""

    part: Observation
    whole: Observation
    percent: Decimal

    @property
    def is_of_one_time(self) -> bool:
        """Whether both are of one time; if not, a page has to say so."""
        return self.part.first is not None and (self.part.first, self.part.last) == (self.whole.first, self.whole.last)


def parts_of_whole(programme: Programme) -> tuple[PartsOfWhole, ...]:
    """Every value of which all stated parts have a value, in the order of the table."""
    parts: dict[str, list[Observation]] = {}
    rows, in_force_by_id = ledger(programme).observations, ledger(programme).in_force_by_id
    for observation in rows:
        if observation.part_of is not None:
            # A part may outlive the whole that it was stated with.
            parts.setdefault(in_force_by_id[observation.part_of].id, []).append(observation)
    found = []
    for whole in rows:
        own = parts.get(whole.id, [])
        values = [part.value for part in own if part.value is not None]
        if own and whole.value is not None and len(values) == len(own):
            found.append(PartsOfWhole(whole, tuple(own), whole.value, total_of(values)))
    return tuple(found)


def latest(programme: Programme) -> Mapping[tuple[str, str], Observation]:
    """The latest actual with a value, by indicator and group ("" for all together). An undated one is never later."""
    found: dict[tuple[str, str], Observation] = {}
    for observation in ledger(programme).observations:
        if observation.stage != "actual" or observation.value is None:
            continue
        key = (observation.indicator, observation.group)
        if key not in found or (observation.last or date.min) > (found[key].last or date.min):
            found[key] = observation
    return found


def ratio(part: Observation, whole: Observation) -> Ratio:
    """Raises `ValueError` when one has no value or the whole is nothing."""
    if part.value is None or not whole.value:
        raise ValueError("a share of nothing")
    return Ratio(part, whole, share_of(part.value, whole.value, part.value * 100 / whole.value))


def repeated(programme: Programme) -> tuple[tuple[Observation, ...], ...]:
    """Runs of one and the same value in years that follow one another, of one indicator, group and stage.

    A plan that stays the same is no oddity and is left out.
    """
    runs = []
    for rows in _yearly(programme):
        run = [rows[0]]
        for before, row in pairwise(rows):
            if row.value == before.value and row.first == _day_after(before):
                run.append(row)
                continue
            runs.append(tuple(run))
            run = [row]
        runs.append(tuple(run))
    return tuple(run for run in runs if len(run) > 1)


def _yearly(programme: Programme) -> Iterator[list[Observation]]:
    """The values of whole years, what belongs to one series together, the earliest first."""
    series: dict[tuple[str, str, str], list[Observation]] = {}
    for row in ledger(programme).observations:
        if row.stage == "plan" or row.value is None or row.first is None or row.last is None:
            continue
        if Period(row.first, row.last).is_year:
            series.setdefault((row.indicator, row.group, row.stage), []).append(row)
    for rows in series.values():
        yield sorted(rows, key=lambda row: row.first or date.min)


def _day_after(row: Observation) -> date | None:
    return row.last + timedelta(days=1) if row.last else None
