"""An RTF file as blocks, with cells that are merged or empty, which plain text of it would lose."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vitrina.formats import UnreadableText
from vitrina.formats.blocks import RAISED, Block, Cell, Grid, Paragraph

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]+)(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_NO_TEXT = re.compile(
    "fonttbl|colortbl|stylesheet|info|pict|header[lrf]?|footer[lrf]?|footnote|object|fldinst|listtable"
    "|listoverridetable|rsidtbl|generator|themedata|datastore|xmlnstbl|nonesttables|annotation|atnid|atnauthor"
)
_KEPT = "nesttableprops"
"""The only group marked as unknown to old programs that says something of the text."""
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n",
    "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_CYRILLIC = 204
"""The character set of a font, whatever the file says of the others."""
_NEAR = 40  # twips: edges of cells that stand below each other


@dataclass(frozen=True, slots=True)
class _Style:
    """What holds until the end of a group."""

    is_silent: bool = False
    is_nested: bool = False
    """Whether it tells of a row of a table within a table."""
    is_raised: bool = False
    is_hidden: bool = False
    letters: str = ""
    """The encoding of its font; that of the file where it names none."""
    after_unicode: int = 1
    """Signs for old programs behind each sign given by its number."""


@dataclass(slots=True)
class _Definition:
    """What a row says of its next cell, and of those before."""

    edges: list[int] = field(default_factory=list)
    goes_on: list[bool] = field(default_factory=list)
    """Whether a cell belongs to the one above it."""
    is_next_merged: bool = False
    is_next_below: bool = False
    merged: list[bool] = field(default_factory=list)
    """Whether a cell belongs to the one on its left."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    definition: _Definition


class _Reader:
    def __init__(self, content: bytes) -> None:
        self._text = content.decode("latin-1")
        codepage = re.search(r"\\ansicpg(\d+)", self._text[:4000])
        self._default = f"cp{codepage[1]}" if codepage and codepage[1] in {"1250", "1251", "1252", "866"} else "cp1251"
        self._fonts = {
            number: "cp1251"
            for number, charset in re.findall(r"\{\\f(\d+)[^{}]*?\\fcharset(\d+)", self._text[:200_000])
            if int(charset) == _CYRILLIC
        }
        self._style = _Style()
        self._stack: list[_Style] = []
        self._buffer: list[str] = []
        self._in_table = False
        self._cells: dict[int, list[str]] = {1: [], 2: []}
        self._rows: dict[int, list[_Row]] = {1: [], 2: []}
        self._definitions = {1: _Definition(), 2: _Definition()}
        self._skipped = 0

    def blocks(self) -> Iterator[Block]:
        at = 0
        while found := _TOKEN.search(self._text, at):
            at = found.end()
            if found["word"] == "bin":
                at += max(int(found["number"] or 0), 0)
            else:
                yield from self._taken(found)
        yield from self._paragraph_ended()
        yield from self._tables()

    def _taken(self, found: re.Match[str]) -> Iterator[Block]:
        if found["brace"] == "{":
            self._stack.append(self._style)
        elif found["brace"] == "}":
            self._style = self._stack.pop() if self._stack else self._style
        elif found["sign"] == "*":
            following = re.match(r"\\([a-z]+)", self._text[found.end() : found.end() + 40])
            is_kept = following is not None and following[1] == _KEPT
            self._style = replace(self._style, is_silent=self._style.is_silent or not is_kept, is_nested=is_kept)
        elif found["word"] and _NO_TEXT.fullmatch(found["word"]):
            self._style = replace(self._style, is_silent=True)
        elif self._style.is_silent:
            pass
        elif found["byte"] or found["text"] or found["sign"] in _SIGNS or found["word"] in _SIGNS:
            self._written(found)
        elif found["word"]:
            yield from self._ordered(found["word"], int(found["number"]) if found["number"] else None)

    def _written(self, found: re.Match[str]) -> None:
        letters = self._style.letters or self._default
        if found["byte"]:
            if self._skipped:
                self._skipped -= 1
                return
            text = bytes([int(found["byte"], 16)]).decode(letters, errors="replace")
        elif found["text"]:
            text = found["text"][self._skipped :].encode("latin-1").decode(letters, errors="replace")
            self._skipped = max(self._skipped - len(found["text"]), 0)
        else:
            text = _SIGNS[found["sign"] or found["word"]]
        self._put(text)

    def _put(self, text: str) -> None:
        if not self._style.is_hidden:
            self._buffer.append(text.translate(RAISED) if self._style.is_raised else text)

    def _ordered(self, word: str, number: int | None) -> Iterator[Block]:
        if word == "u" and number is not None:
            self._put(chr(number % 65536))
            self._skipped = self._style.after_unicode
        elif word in {"par", "sect", "page"}:
            if self._in_table:
                self._buffer.append("\n")
            else:
                yield from self._paragraph_ended()
        else:
            self._style = _styled(self._style, word, number, self._fonts)
            self._of_table(word, number)

    def _of_table(self, word: str, number: int | None) -> None:
        own = self._definitions[2 if self._style.is_nested else 1]
        if word == "pard":
            self._in_table = False
        elif word == "intbl":
            self._in_table = True
        elif word == "itap":
            self._in_table = bool(number)
        elif word in {"cell", "nestcell"}:
            self._cells[2 if word == "nestcell" else 1].append("".join(self._buffer).strip())
            self._buffer = []
        elif word in {"row", "nestrow"}:
            level = 2 if word == "nestrow" else 1
            self._rows[level].append(_Row(tuple(self._cells[level]), self._definitions[level]))
            self._cells[level] = []
        elif word == "trowd":
            self._definitions[2 if self._style.is_nested else 1] = _Definition()
        elif word == "clmrg":
            own.is_next_merged = True
        elif word == "clvmrg":
            own.is_next_below = True
        elif word == "cellx":
            own.edges.append(number or 0)
            own.merged.append(own.is_next_merged)
            own.goes_on.append(own.is_next_below)
            own.is_next_merged = own.is_next_below = False

    def _paragraph_ended(self) -> Iterator[Block]:
        text = "".join(self._buffer)
        self._buffer = []
        yield from self._tables()
        yield Paragraph(text)

    def _tables(self) -> Iterator[Block]:
        """The tables that have ended; one within another stands behind it."""
        for level in (1, 2):
            if self._rows[level]:
                yield _grid(self._rows[level])
            self._rows[level] = []


def _styled(style: _Style, word: str, number: int | None, fonts: Mapping[str, str]) -> _Style:
    changes: dict[str, Any] = {}
    match word:
        case "uc":
            changes = {"after_unicode": max(number or 0, 0)}
        case "f":
            changes = {"letters": fonts.get(str(number), "")}
        case "super":
            changes = {"is_raised": number != 0}
        case "nosupersub":
            changes = {"is_raised": False}
        case "v" | "deleted":
            changes = {"is_hidden": number != 0}
        case "plain":
            changes = {"is_raised": False, "is_hidden": False, "letters": ""}
    return replace(style, **changes)


def _grid(rows: Sequence[_Row]) -> Grid:
    edges: list[int] = []
    for edge in sorted(edge for row in rows for edge in row.definition.edges):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    widest = max(len(edges), *(len(row.cells) for row in rows))
    return Grid(tuple(tuple(_cells(row, edges, widest)) for row in rows))


def _cells(row: _Row, edges: Sequence[int], widest: int) -> list[Cell]:
    """The cells of a row, each as wide as there are `edges` of the table up to its own; what is further is no cell."""
    cells: list[Cell] = []
    own = row.definition
    column = 0
    for n, text in enumerate(row.cells):
        is_defined = n < len(own.edges)
        width = (sum(1 for edge in edges if edge <= own.edges[n] + _NEAR) - column) if is_defined else 1
        if width < 1 or column >= widest:
            continue
        if is_defined and own.merged[n] and cells:
            cells[-1] = replace(cells[-1], columns=cells[-1].columns + width)
        elif is_defined and own.goes_on[n]:
            cells.append(Cell(columns=width, goes_on=True))
        else:
            cells.append(Cell((Paragraph(text),), width))
        column += width
    return cells


def blocks_of_rich_text(content: bytes) -> Iterator[Block]:
    """The blocks of an RTF file; a table within another stands behind it. Raises `UnreadableText`."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise UnreadableText("broken_text")
    yield from _Reader(content).blocks()
