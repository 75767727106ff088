"""What a program can find in observations: parts beside their whole, the latest known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vitrina.dataset.programme import Observation, Programme
from vitrina.measures.ledger import ledger
from vitrina.words.provenance import total_of


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
