"""PDF files with text: their ruled tables, and the lines between them."""

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pdfplumber
import pdfplumber.page
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.table import Table

from vitrina.decrees.blocks import Block, Counter, Covered, Grid, Paragraph, filled_rows
from vitrina.formats import UnreadableText

_WIDE_GAP = 1.2  # sizes of the type: what parts two cells of a printed table
_SPACE = 0.15  # the same: what parts two words

_LAST_WORD, _FIRST_WORD = re.compile("[а-яё]+$", re.IGNORECASE), re.compile("[а-яё]+", re.IGNORECASE)
_CUT_YEAR = re.compile(r"(?:\d\n?){4}(?:\s*г\.?|\s*год)?")
_OFTEN = re.compile(
    "(?:муниципальн|государственн|(?:под)?программ|мероприят|наименован|источник|финансирован|федеральн|областн|краев"
    "|региональн|республиканск|городск|районн|внебюджетн|бюджет|поселени|образован|показател|исполнител|распорядител"
    "|ответственн|соисполнител|обеспечен|реализаци|основн|ассигнован|средств|подпрограмм)[а-яё]{0,5}"
)
"""Words of nearly every decree, which a narrow column cuts."""


def blocks_of_pdf(content: bytes) -> Iterator[Block]:
    """A PDF: its ruled tables, and between them its lines; cells of a table without rules are parted by tabs."""
    if not content.startswith(b"%PDF"):
        raise UnreadableText("broken_text")
    pieces: list[Block] = []
    try:
        with pdfplumber.open(io.BytesIO(content)) as printed:
            count = Counter()
            for page in printed.pages:
                pieces += _page(page, count)
                page.close()
    except Exception as fault:  # pdfminer raises whatever it meets in a broken file
        is_closed = isinstance(fault.__context__, PDFPasswordIncorrect)
        raise UnreadableText("text_with_password" if is_closed else "broken_text") from fault
    text = " ".join(one.text if isinstance(one, Paragraph) else " ".join(map(" ".join, one.rows)) for one in pieces)
    if not re.search(r"\w{3}", text):
        raise UnreadableText("scanned_page")
    words = _words(pieces)
    yield from _over_pages([one if isinstance(one, Paragraph) else _whole(one, words) for one in pieces])


def _words(pieces: Iterable[Block]) -> set[str]:
    """The words of a document that no edge of a cell can have cut."""
    texts = [one.text for one in pieces if isinstance(one, Paragraph)]
    cells = [cell for one in pieces if isinstance(one, Grid) for row in one.rows for cell in row]
    texts += [cell for cell in cells if "\n" not in cell]
    return {word.lower() for text in texts for word in re.findall("[А-Яа-яЁё]+", text)}


def _whole(grid: Grid, words: Collection[str]) -> Grid:
    """A table with the words and years of its narrow cells whole, which their edges have cut: «федерал|ьный»."""

    def is_one(start: str, end: str) -> bool:
        word = (start + end).lower()
        return word in words or (bool(_OFTEN.fullmatch(word)) and not _OFTEN.fullmatch(end.lower()))

    def whole(cell: str) -> str:
        if _CUT_YEAR.fullmatch(cell):
            return cell.replace("\n", "")
        written, *lines = cell.split("\n")
        for line in lines:
            start, end = _LAST_WORD.search(written), _FIRST_WORD.match(line)
            written += line if start and end and is_one(start.group(), end.group()) else f"\n{line}"
        return written

    rows = tuple(tuple(type(cell)(whole(cell)) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows)


def _page(page: pdfplumber.page.Page, count: Counter) -> Iterator[Block]:
    tables = sorted(page.find_tables(), key=lambda one: one.bbox[1])
    top = 0.0
    for table in tables:
        yield from _between(page, tables, (top, table.bbox[1]))
        yield Grid(filled_rows(_rows(table)), count.table())
        top = max(top, table.bbox[3])
    yield from _between(page, tables, (top, float(page.height)))


def _rows(table: Table) -> Iterator[list[str]]:
    """Its cells; one that spans several places stands in each of them."""
    texts = {
        box: text or ""
        for row, line in zip(table.rows, table.extract(), strict=True)
        for box, text in zip(row.cells, line, strict=True)
        if box
    }
    lefts = [min((box[0] for box in column.cells if box), default=0.0) for column in table.columns]
    for row in table.rows:
        yield [
            texts[box] if box else next((Covered(texts[one]) for one in texts if _covers(one, left, row.bbox[1])), "")
            for box, left in zip(row.cells, lefts, strict=True)
        ]


def _covers(box: tuple[float, float, float, float], left: float, top: float) -> bool:
    return box[0] <= left + 1 < box[2] and box[1] <= top + 1 < box[3]


def _between(page: pdfplumber.page.Page, tables: Sequence[Table], heights: tuple[float, float]) -> Iterator[Paragraph]:
    """The lines of a page between two heights that are in no table."""
    top, bottom = heights

    def outside(thing: Mapping[str, Any]) -> bool:
        if thing["object_type"] != "char":
            return False
        middle = (thing["top"] + thing["bottom"]) / 2
        across = (thing["x0"] + thing["x1"]) / 2
        within = any(x0 <= across <= x1 and y0 <= middle <= y1 for x0, y0, x1, y1 in (one.bbox for one in tables))
        return top <= middle < bottom and not within

    part = page.filter(outside)
    for line in part.extract_text_lines(return_chars=True):
        written, before = "", None
        for letter in line["chars"]:
            if before is not None and letter["text"] != " " and letter["x0"] - before > _WIDE_GAP * letter["size"]:
                written = written.rstrip() + "\t"
            elif before is not None and letter["x0"] - before > _SPACE * letter["size"] and not written.endswith(" "):
                written += " "
            written += letter["text"]
            if letter["text"] != " ":
                before = letter["x1"]
        yield Paragraph(written, f"страница {page.page_number}")


def _over_pages(pieces: Sequence[Block]) -> Iterator[Block]:
    """A table that goes on after the end of a page is one."""
    lines: list[Paragraph] = []
    grid: Grid | None = None
    for piece in pieces:
        if isinstance(piece, Paragraph):
            if grid:
                yield grid
                grid = None
            lines.append(piece)
            continue
        yield from lines
        lines = []
        if grid and len(grid.rows[0]) == len(piece.rows[0]):
            grid = Grid(grid.rows + piece.rows, grid.place)
        else:
            if grid:
                yield grid
            grid = piece
    if grid:
        yield grid
    yield from lines
