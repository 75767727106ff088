"""Tables that go on after the end of a page as tables of their own, without a header or with the same one again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vitrina.decrees.blocks import Block, Grid, Paragraph
from vitrina.decrees.columns import is_numbering, looks_like_data

_GOES_ON = re.compile(
    r"\s*(?:[-‐-―]?\s*\d{1,3}\s*[-‐-―]?|.{0,30}(?:продолжени|окончани)[ея].{0,40}|)\s*", re.IGNORECASE | re.DOTALL
)
"""What may stand between both parts: the number of a page, «Продолжение таблицы 4»."""


def continued(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, where such a table is one."""
    last: Grid | None = None
    between: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Grid):
            if last and _belong_together(last, block):
                parts = last.parts or ((0, last.place),)
                last = replace(last, rows=last.rows + block.rows, parts=(*parts, (len(last.rows), block.place)))
                between = []
                continue
            if last:
                yield last
            yield from between
            last, between = block, []
        elif last and _GOES_ON.fullmatch(block.text):
            between.append(block)
        else:
            if last:
                yield last
            yield from between
            yield block
            last, between = None, []
    if last:
        yield last
    yield from between


def _belong_together(above: Grid, below: Grid) -> bool:
    if len(above.rows[0]) != len(below.rows[0]) or len(above.rows[0]) <= 2:
        return False
    first = below.rows[0]
    return is_numbering(first) or looks_like_data(first) or first == above.rows[0]
