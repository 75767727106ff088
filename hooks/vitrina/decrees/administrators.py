"""Rows of one amount by chief administrators or by codes: which of them is the whole, and which are its parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vitrina.decrees.values import Value


def with_wholes(values: Iterable[Value]) -> tuple[Value, ...]:
    """The amounts of a table in their order: a row that stands alone is the whole, parts without one are in doubt."""
    rows = list(values)
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(rows):
        groups.setdefault(replace(one, administrator="").key, []).append(number)
    for numbers in groups.values():
        for number, one in zip(numbers, _told([rows[n] for n in numbers]), strict=True):
            rows[number] = one
    return tuple(rows)


def _told(group: Sequence[Value]) -> Iterator[Value]:
    administrators = {one.administrator for one in group} - {""}
    has_whole = any(not one.administrator for one in group)
    for one in group:
        rivals = [other for other in group if other.administrator in {one.administrator, ""} or not one.administrator]
        codes = {other.codes for other in rivals if other.codes or other.administrator == one.administrator}
        if one.codes and len(codes) > 1:
            yield replace(one, of_which=one.codes).doubted("of-which")
        elif not one.administrator:
            yield one
        elif has_whole:
            yield replace(one, doubts=tuple(doubt for doubt in one.doubts if doubt != "structure"))
        elif len(administrators) == 1:
            kept = tuple(doubt for doubt in one.doubts if doubt != "of-which" or one.of_which)
            yield replace(one, administrator="", doubts=kept)
        else:
            yield one.doubted("of-which")
