"""What a workbook keeps of a sheet beside its values: percent cells, errors, formulas without a value, hidden rows."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape

_TAG = r"<(?:[\w.-]+:)?{name}\s([^>]*)>"
_FORMAT = re.compile(_TAG.format(name="numFmt"))
_STYLES = re.compile(r"<(?:[\w.-]+:)?cellXfs\b.*?</(?:[\w.-]+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(_TAG.format(name="xf"))
_SHEET = re.compile(_TAG.format(name="sheet"))
_PART = re.compile(_TAG.format(name="Relationship"))
_CELL = re.compile(_TAG.format(name="c"))
_HIDDEN = r"""<(?:[\w.-]+:)?{name}\s([^>]*\bhidden\s*=\s*["'](?:1|true)["'][^>]*)>"""
_HIDDEN_ROW = re.compile(_HIDDEN.format(name="row"))
_HIDDEN_COLUMN = re.compile(_HIDDEN.format(name="col"))
_ERROR = re.compile(
    r"""<(?:[\w.-]+:)?c\s([^>]*\bt\s*=\s*["']e["'][^>]*)>(?:(?!</(?:[\w.-]+:)?c>).)*?<(?:[\w.-]+:)?v>([^<]*)<""",
    re.DOTALL,
)
_FORMULA = re.compile(
    r"<(?:[\w.-]+:)?c\s([^>]*[^>/])>\s*<(?:[\w.-]+:)?f\b(?:[^>]*/>|[^>]*>([^<]*)</(?:[\w.-]+:)?f>)"
    r"\s*(?:<(?:[\w.-]+:)?v\s*/>|<(?:[\w.-]+:)?v></(?:[\w.-]+:)?v>)?\s*</"
)
"""A cell with a formula, and no value that the formula once gave."""
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*["']([^"']*)["']""")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_THOUSANDS = re.compile(r"[0#?](,+)(?![0#?,])")
_ZEROS = re.compile(r"[0#?]\.(0+)")
_BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
"""The numbers of Excel's own formats that no workbook writes out."""

_MOST_COLUMNS = 16_384

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands beside the values of one sheet."""

    factors: dict[Place, float] = field(default_factory=dict)
    """Cells that are shown multiplied: 0,184 with the format «0,0 %» is 18,4; 12598600 with «#,##0.0,» is 12598,6."""
    decimals: dict[Place, int] = field(default_factory=dict)
    """How many decimals a cell of a number is shown with at least: 15 with the format «0.0» is 15,0."""
    texts: dict[Place, str] = field(default_factory=dict)
    """Errors, and formulas that were never computed, of which a reader of values says nothing."""
    hidden_rows: tuple[int, ...] = ()
    """As Excel numbers them."""
    hidden_columns: tuple[int, ...] = ()
    """From 0."""


def parts_of(data: bytes, sheet: str) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        formats = _formats(_part(archive, "xl/styles.xml"))
        content = _part(archive, _path(archive, sheet))
    factors = {style: factor for style, shown in formats.items() if (factor := _factor(shown)) != 1}
    decimals = {style: len(zeros) for style, shown in formats.items() if (zeros := _zeros(shown))}
    return Parts(
        {place: factors[style] for place, style in _styled(content, factors)},
        {place: decimals[style] for place, style in _styled(content, decimals)},
        {**dict(_errors(content)), **dict(_formulas(content))},
        tuple(int(row.get("r", 0)) for row in _attributes(_HIDDEN_ROW, content)),
        tuple(_hidden_columns(content)),
    )


def _styled(content: str, styles: Collection[str]) -> Iterator[tuple[Place, str]]:
    """The cells of numbers in one of these styles."""
    for named in _attributes(_CELL, content) if styles else ():
        place = _place(named)
        if place and named.get("s") in styles and named.get("t", "n") == "n":
            yield place, named["s"]


def _errors(content: str) -> Iterator[tuple[Place, str]]:
    for cell in _ERROR.finditer(content):
        if place := _place(dict(_ATTRIBUTE.findall(cell[1]))):
            yield place, unescape(cell[2])


def _formulas(content: str) -> Iterator[tuple[Place, str]]:
    for cell in _FORMULA.finditer(content):
        named = dict(_ATTRIBUTE.findall(cell[1]))
        place = _place(named)
        if place and named.get("t", "n") == "n":  # of another kind it gave an empty text
            yield place, f"={unescape(cell[2] or '')}"


def _hidden_columns(content: str) -> Iterator[int]:
    for named in _attributes(_HIDDEN_COLUMN, content):
        yield from range(int(named.get("min", 1)) - 1, min(int(named.get("max", 1)), _MOST_COLUMNS))


def _attributes(tag: re.Pattern[str], content: str) -> Iterator[dict[str, str]]:
    for found in tag.finditer(content):
        yield dict(_ATTRIBUTE.findall(found[1]))


def _place(named: dict[str, str]) -> Place | None:
    address = _ADDRESS.fullmatch(named.get("r", ""))
    return (int(address[2]) - 1, column_number(address[1])) if address else None


def _formats(styles: str) -> dict[str, str]:
    """How each style shows a number above zero, without the words and signs that it may put beside it."""
    formats = dict(_BUILT_IN)
    for found in _FORMAT.finditer(styles):
        named = dict(_ATTRIBUTE.findall(found[1]))
        formats[named.get("numFmtId", "")] = _LITERAL.sub("", unescape(named.get("formatCode", ""))).split(";")[0]
    listed = _STYLES.search(styles)
    used = [
        dict(_ATTRIBUTE.findall(found[1])).get("numFmtId") for found in _STYLE.finditer(listed[0] if listed else "")
    ]
    return {str(place): formats[number] for place, number in enumerate(used) if number in formats}


def _factor(shown: str) -> float:
    """What a number is multiplied by to be shown so."""
    if "%" in shown:
        return 100
    divided = _THOUSANDS.search(shown)
    return 1 / 1000 ** len(divided[1]) if divided else 1


def _zeros(shown: str) -> str:
    """The decimals that are shown even where they are nought."""
    found = _ZEROS.search(shown)
    return found[1] if found else ""


def _path(archive: zipfile.ZipFile, sheet: str) -> str:
    """Where in the archive a sheet lies; "" where that is not told."""
    sheets = [dict(_ATTRIBUTE.findall(found[1])) for found in _SHEET.finditer(_part(archive, "xl/workbook.xml"))]
    identity = next((one.get("r:id", "") for one in sheets if unescape(one.get("name", "")) == sheet), "")
    parts = [
        dict(_ATTRIBUTE.findall(found[1])) for found in _PART.finditer(_part(archive, "xl/_rels/workbook.xml.rels"))
    ]
    target = next((one.get("Target", "") for one in parts if one.get("Id") == identity), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _part(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace") if name in archive.namelist() else ""


def column_number(letters: str) -> int:
    """The place of a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(place: int) -> str:
    """The letters of a column by its place from 0."""
    letters = ""
    while place >= 0:
        place, letter = place // 26 - 1, place % 26
        letters = chr(ord("A") + letter) + letters
    return letters
