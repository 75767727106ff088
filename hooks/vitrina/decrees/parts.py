"""What a part of a document says of money: a table, a passage, an annex."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from vitrina.decrees.assignments import Service
from vitrina.decrees.codes import LineCodes
from vitrina.decrees.values import LeftOut, Value


@dataclass(frozen=True, slots=True)
class Part:
    values: tuple[Value, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    codes: tuple[LineCodes, ...] = ()
    services: tuple[Service, ...] = ()

    def of_unknown_line(self) -> "Part":
        """The same where nobody can tell whose the money is."""
        return replace(self, values=tuple(one.doubted("line") for one in self.values))


def together(parts: Iterable[Part]) -> Part:
    found = tuple(parts)
    return Part(
        tuple(value for part in found for value in part.values),
        tuple(left for part in found for left in part.left_out),
        tuple(codes for part in found for codes in part.codes),
        tuple(service for part in found for service in part.services),
    )
