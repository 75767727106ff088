"""Tables that a text file holds without any borders: cells parted by tabs, bars or wide spaces, or a cell a line."""

import re
from collections.abc import Iterator, Sequence

from vitrina.decrees import naming
from vitrina.decrees.amounts import UNIT
from vitrina.decrees.blocks import Block, Grid, Paragraph

_GAP = re.compile(r"\t+|\s*\|\s*|[ \u00a0]{2,}")
_NUMBER = re.compile(r"[-‐-―]|[-−]?\d[\d \u00a0\u202f]*(?:[.,]\d+)?")
_AMOUNT = re.compile(r"[-−]?\d[\d \u00a0\u202f]*[.,]\d+")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*(?:г\.?|год[а-яё]*))?")
_TOTAL = re.compile(r"(?:всего|итого)(?:\s+(?:за|на|по)\s+.*)?", re.IGNORECASE)
_OF_THESE = re.compile(r"\s*(?:в\s+том\s+числе|в\s+т\.\s*ч|из\s+них)", re.IGNORECASE)
_FEWEST = 2
_LONGEST_REST = 4
"""Lines that the words of one cell take below its first."""


def with_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, with lines that make up a table put together into one."""
    run: list[Paragraph] = []
    for block in (*blocks, None):
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        yield from _found_in(run)
        run = []
        if block is not None:
            yield block


def _found_in(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    at = 0
    while at < len(paragraphs):
        if length := _tabbed_at(paragraphs, at):
            rows = [_tab_cells(one.text) for one in paragraphs[at : at + length]]
            yield Grid(tuple(tuple(row) for row in rows), paragraphs[at].place)
        elif length := _rows_at(paragraphs, at):
            rows = [_cells(one.text) for one in paragraphs[at : at + length]]
            yield _grid(rows, paragraphs[at].place)
        elif length := _column_at(paragraphs, at):
            yield from _by_cells(paragraphs[at : at + length])
        else:
            length = 1
            yield paragraphs[at]
        at += length


def is_row(text: str) -> bool:
    """Whether a line that was put into no table is a row of one: words and several amounts, far apart."""
    cells = _cells(text)
    return len(cells) > _FEWEST and sum(1 for cell in cells if _AMOUNT.fullmatch(cell)) >= _FEWEST


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in _GAP.split(text.strip(" |\n")) if cell.strip()]


def _tab_cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.rstrip("\n").split("\t")]


def _tabbed_at(paragraphs: Sequence[Paragraph], at: int) -> int:
    """How many lines from here on have as many cells as this one, parted by single tabs; 0 for fewer than two."""
    width = len(_tab_cells(paragraphs[at].text))
    length = 0
    while width > _FEWEST and at + length < len(paragraphs) and len(_tab_cells(paragraphs[at + length].text)) == width:
        length += 1
    return length if length > 1 and not _goes_on(paragraphs, at + length) else 0


def _goes_on(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the words of a cell go on in the lines from here, and rows follow: which are whose nobody can tell."""
    near = paragraphs[at : at + _LONGEST_REST + 1]
    row = next((n for n, one in enumerate(near) if is_row(one.text)), 0)
    return row > 0 and _is_rest(near[0].text)


def _is_rest(text: str) -> bool:
    """«бюджет» below «местный»; a heading of rows begins with a capital, if it is not «в том числе»."""
    return not text.lstrip()[:1].isupper() and not _OF_THESE.match(text)


def _rows_at(paragraphs: Sequence[Paragraph], at: int) -> int:
    """How many lines from here on are the rows of a table; 0 where none begins here."""
    header = _cells(paragraphs[at].text)
    years = sum(1 for cell in header if _YEAR.fullmatch(cell))
    if years:
        years += sum(1 for cell in header if _TOTAL.fullmatch(cell))
    sources = sum(1 for cell in header if naming.sources_of(cell))
    stages = sum(1 for cell in header if naming.stage_of(cell))
    if max(years, sources, stages) < _FEWEST or (
        UNIT.search(paragraphs[at].text) and re.search(r"\d[.,]\d", paragraphs[at].text)
    ):
        return 0
    length = 1
    for one in paragraphs[at + 1 :]:
        cells = _cells(one.text)
        is_heading = len(cells) == 1 and len(cells[0]) < 60 and not cells[0].endswith(".") and not _is_rest(cells[0])
        numbers = sum(1 for cell in cells if _NUMBER.fullmatch(cell))
        is_short = length > 1 and numbers > 0 and len(cells) > 1  # some of its cells are empty
        begins_anew = length > 1 and numbers == sum(1 for cell in cells if _YEAR.fullmatch(cell)) >= _FEWEST
        if begins_anew or (numbers < _FEWEST and not is_short and not (is_heading and length > 1)):
            break
        length += 1
    return length if length > 1 and not _goes_on(paragraphs, at + length) else 0


def _grid(rows: Sequence[list[str]], place: str) -> Grid:
    """Rows of equal length: what is missing of a row is missing at its left, where the labels stand."""
    width = max(len(row) for row in rows)
    figures = sum(1 for cell in rows[0] if _is_figure_header(cell))
    labels = max(width - figures, 1)
    aligned = [tuple(_aligned(rows[0], len(rows[0]) - figures, labels, figures))]
    aligned += [tuple(_figures_right(row, labels, figures)) for row in rows[1:]]
    return Grid(tuple(aligned), place)


def _figures_right(row: list[str], labels: int, figures: int) -> list[str]:
    """A row whose numbers stand below the headers of figures, or all in one cell where some are missing."""
    numbers = next((n for n in range(len(row)) if all(_NUMBER.fullmatch(cell) for cell in row[n:])), len(row))
    if 0 < len(row) - numbers < figures:  # which of them are missing nobody can tell
        together = [*row[:numbers], " ".join(row[numbers:]) + " …", *["-"] * (figures - 1)]
        return _aligned(together, numbers, labels, figures)
    return _aligned(row, max(numbers, len(row) - figures), labels, figures)


def _aligned(row: list[str], numbers: int, labels: int, figures: int) -> list[str]:
    """A row with its labels in as many cells as the header has; `numbers` is where its figures begin."""
    head, tail = row[:numbers], row[numbers:]
    if len(head) > labels:
        head = [" ".join(head[: len(head) - labels + 1]), *head[len(head) - labels + 1 :]]
    return [""] * (labels - len(head)) + head + [""] * (figures - len(tail)) + tail


def _is_figure_header(cell: str) -> bool:
    return len(cell) <= _LONGEST_CELL and bool(
        _YEAR.fullmatch(cell)
        or _TOTAL.fullmatch(cell)
        or naming.sources_of(cell)
        or naming.stage_of(cell)
        or "%" in cell
    )


_LONGEST_CELL = 120
_WIDEST = 24


def _column_at(paragraphs: Sequence[Paragraph], at: int) -> int:
    """How many lines from here on are single cells of a table; 0 where no table begins here."""
    return len(_cells_at(paragraphs, at)[1]) if _starts_header(paragraphs, at) else 0


def _starts_header(paragraphs: Sequence[Paragraph], at: int) -> bool:
    texts = [one.text.strip() for one in paragraphs[at : at + _WIDEST]]
    return (
        not _NUMBER.fullmatch(texts[0])
        and sum(1 for text in texts if _NUMBER.fullmatch(text) or _is_figure_header(text)) > _FEWEST
    )


def _cells_at(paragraphs: Sequence[Paragraph], at: int) -> tuple[int, list[str]]:
    """The width of a table whose cells have a line each, and its cells: the only width at which its columns agree."""
    texts: list[str] = []
    for one in paragraphs[at:]:
        text = one.text.strip()
        if (
            len(text) > _LONGEST_CELL
            or "\t" in text
            or len(_AMOUNT.findall(text)) > 1
            or (UNIT.search(text) and re.search(r"\d[.,]\d", text))
        ):
            break
        texts.append(text)
    widths = range(2, min(_WIDEST, len(texts) // 2) + 1)
    found = [(width, rows) for width in widths if (rows := _rows_of(texts, width))]
    if len(found) != 1:
        return 0, []
    width, rows = found[0]
    return width, [cell for row in rows for cell in row]


def _rows_of(texts: Sequence[str], width: int) -> list[list[str]]:
    """The rows at some width, as long as their columns agree; [] where a number is left over."""
    header = list(texts[:width])
    figures = [n for n, cell in enumerate(header) if _is_figure_header(cell)]
    if not figures or any(_AMOUNT.fullmatch(cell) for cell in header) or max(figures) != width - 1:
        return []
    rows = [header]
    for start in range(width, len(texts) - width + 1, width):
        row = list(texts[start : start + width])
        if not _is_row(row, figures):
            break
        rows.append(row)
    left = texts[len(rows) * width : (len(rows) + 1) * width]
    if len(rows) == 1 or any(_AMOUNT.fullmatch(cell) for cell in left):
        return []
    return rows


def _is_row(row: Sequence[str], figures: Sequence[int]) -> bool:
    """Whether the cells below headers of figures are numbers and no years, and the others are no amounts."""
    numbers = [cell for n, cell in enumerate(row) if n in figures]
    return (
        all(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in numbers)
        and any(_AMOUNT.fullmatch(cell) for cell in numbers)
        and not any(_AMOUNT.fullmatch(cell) for n, cell in enumerate(row) if n not in figures)
    )


def _by_cells(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    width, cells = _cells_at(paragraphs, 0)
    rows = tuple(tuple(cells[start : start + width]) for start in range(0, len(cells), width))
    yield Grid(rows, paragraphs[0].place)
