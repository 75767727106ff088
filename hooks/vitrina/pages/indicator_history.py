"""What the pages of indicators must know of a programme's values as a whole; made once for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from vitrina.dataset.programme import Observation, Programme
from vitrina.measures.history import former_values
from vitrina.measures.lateness import late_values
from vitrina.measures.ledger import ledger
from vitrina.measures.observations import PartsOfWhole, parts_of_whole
from vitrina.measures.series import by_indicator


@dataclass(frozen=True, slots=True)
class IndicatorHistory:
    known: Mapping[str, tuple[Observation, ...]]
    """The values in force by indicator."""
    former: Mapping[str, tuple[Observation, ...]]
    """What stood in place of a value before it, by its id, the latest first."""
    late: frozenset[str]
    """The ids of values that came late."""
    sums: Mapping[str, tuple[PartsOfWhole, ...]]
    """By indicator, the values that the document takes apart."""

    @classmethod
    def of(cls, programme: Programme) -> Self:
        sums: dict[str, list[PartsOfWhole]] = {}
        for found in parts_of_whole(programme):
            sums.setdefault(found.whole.indicator, []).append(found)
        return cls(
            by_indicator(ledger(programme).observations),
            former_values(programme),
            late_values(programme),
            {indicator: tuple(those) for indicator, those in sums.items()},
        )
