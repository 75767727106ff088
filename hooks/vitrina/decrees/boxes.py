"""Tables that a text draws with lines of signs, as legal databases print them: «│ краевой бюджет │ 600,0 │»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from vitrina.decrees.amounts import NUMBER
from vitrina.decrees.blocks import Block, Grid, Paragraph

_BARS = "│┃║¦"
_CROSSINGS = "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫"
_DASHES = "-─━═"
_RULE = re.compile(rf"\s*[|L{_BARS}]?[{_DASHES}+|:{_CROSSINGS}]{{4,}}[|{_BARS}]?\s*")
_PART_OF_RULE = re.compile(rf"[{_DASHES}]{{2,}}")
_FEWEST_RULES = 4
"""Of a table that parts its rows by them: two around the header, and others between the rows."""

_Row = list[list[str]]
"""The lines of each cell; a cell that a rule beside it does not cut is the same list in both rows."""


def with_boxes(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, with such tables read as tables."""
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _is_of_box(block.text):
            run.append(block)
            continue
        yield from _read(run)
        run = []
        yield block
    yield from _read(run)


def _is_of_box(text: str) -> bool:
    return "\n" not in text and (_RULE.fullmatch(text) is not None or len(re.findall(f"[{_BARS}|]", text)) > 1)


def _read(run: Sequence[Paragraph]) -> Iterator[Block]:
    lines = [one.text for one in run]
    bounds = max((_bounds(line) for line in lines if not _RULE.fullmatch(line)), key=len, default=[])
    is_box = any(map(_RULE.fullmatch, lines)) or any(bar in line for line in lines for bar in _BARS)
    rows = _rows(lines, bounds) if is_box and len(bounds) > 2 else []
    if len(rows) > 1:
        yield Grid(tuple(tuple("\n".join(cell) for cell in row) for row in rows), run[0].place)
    else:
        yield from run


def _bounds(line: str) -> list[int]:
    """Where the bars of a line stand, with the edges of the line where no bars stand there."""
    found = [one.start() for one in re.finditer(f"[{_BARS}|]", line)]
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return [
        *([start - 1] if found and found[0] > start else []),
        *found,
        *([end] if found and found[-1] < end - 1 else []),
    ]


def _rows(lines: Sequence[str], bounds: Sequence[int]) -> list[_Row]:
    """A row between two rules; where no rules part the rows, one for each line with numbers."""
    are_parted = sum(1 for line in lines if _RULE.fullmatch(line)) >= _FEWEST_RULES
    rows: list[_Row] = []
    row: _Row | None = None
    for line in lines:
        if _RULE.fullmatch(line):
            row = None
            continue
        cells = _cells(line, bounds)
        is_cut = [_PART_OF_RULE.fullmatch(cell) is not None for cell in cells]
        begins = not are_parted and row is not None and _has_numbers(row) and _has_numbers([[cell] for cell in cells])
        if row is None or begins or any(is_cut):
            row = [[] if row is None or begins or is_cut[n] else row[n] for n in range(len(cells))]
            rows.append(row)
        for written, cell, cut in zip(row, cells, is_cut, strict=True):
            if cell and not cut:
                written.append(cell)
    return rows


def _has_numbers(row: _Row) -> bool:
    return any(NUMBER.fullmatch(line) for cell in row[1:] for line in cell)


def _cells(line: str, bounds: Sequence[int]) -> list[str]:
    crossed = f"[{_BARS}{_CROSSINGS}|+]" if re.search(f"[{_DASHES}]{{3}}", line) else f"[{_BARS}{_CROSSINGS}|]"
    ends = [one.start() for one in re.finditer(crossed, line)]
    ends = [
        *([-1] if not ends or ends[0] > bounds[0] + 1 else []),
        *ends,
        *([len(line)] if not ends or ends[-1] < len(line) - 1 else []),
    ]
    pieces = [(left, right, line[left + 1 : right].strip()) for left, right in pairwise(ends)]
    if len(pieces) == len(bounds) - 1:
        return [text for _, _, text in pieces]
    cells: list[str] = []
    before: tuple[int, int, str] | None = None
    for middle in ((left + right) / 2 for left, right in pairwise(bounds)):
        piece = next((one for one in pieces if one[0] <= middle <= one[1]), None)
        if piece and piece is before and NUMBER.fullmatch(piece[2]):
            cells[-1], text = f"{cells[-1]} …", ""  # of which column it is nobody can tell
        else:
            text = piece[2] if piece else ""
        cells.append(text)
        before = piece
    return cells
