"""What every format of file is reduced to: paragraphs and tables, in the order in which they are printed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text; lines that the file breaks by itself stay apart by a line feed."""

    text: str
    place: str
    """Where it stands, in Russian: «абзац 12», «таблица 2, строка 3»."""


class Covered(str):
    """The text of a cell where it stands only because the cell spans this place too, from the left or from above."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, as long as each other; a cell that spans several places stands in each of them, as
    `Covered` in all but the first."""

    rows: tuple[tuple[str, ...], ...]
    place: str
    parts: tuple[tuple[int, str], ...] = ()
    """Where it was put together of several: the number of the first row of each, from 0, and the place of each."""

    def place_of(self, row: int) -> str:
        """«таблица 2, строка 3» of a row, by its number from 1."""
        first, place = max((part for part in self.parts if part[0] < row), default=(0, self.place))
        return f"{place}, строка {row - first}"


Block = Paragraph | Grid
_LONGEST_HEADING = 300  # letters


class Counter:
    """Numbers the paragraphs and tables of a document, for their places."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def paragraph(self) -> str:
        self._paragraphs += 1
        return f"абзац {self._paragraphs}"

    def table(self) -> str:
        self._tables += 1
        return f"таблица {self._tables}"


def filled_rows(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows as long as the longest of them."""
    found = [tuple(row) for row in rows]
    width = max((len(row) for row in found), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in found)


def section_above(blocks: Sequence[Block]) -> str:
    """«Раздел 5» of the last heading with a number; empty where there is none."""
    for block in reversed(blocks):
        if isinstance(block, Paragraph) and len(block.text) < _LONGEST_HEADING:
            found = re.match(r"\s*(?:раздел\s+)?(\d{1,2})\.\s+[А-ЯЁ]", block.text, re.IGNORECASE)
            if found:
                return f"Раздел {found[1]}"
    return ""
