"""Cells of a workbook that Excel keeps as a fraction and shows in percent: 0,184 with the format «0,0 %» is 18,4."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

_TAG = r"<(?:[\w.-]+:)?{name}\s([^>]*)>"
_FORMAT = re.compile(_TAG.format(name="numFmt"))
_STYLES = re.compile(r"<(?:[\w.-]+:)?cellXfs\b.*?</(?:[\w.-]+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(_TAG.format(name="xf"))
_SHEET = re.compile(_TAG.format(name="sheet"))
_PART = re.compile(_TAG.format(name="Relationship"))
_CELL = re.compile(_TAG.format(name="c"))
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*["']([^"']*)["']""")
_LITERAL = re.compile(r'"[^"]*"|\\.')
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_BUILT_IN = {"9", "10"}
"""The numbers of Excel's own formats «0%» and «0.00%»."""


def percent_cells(data: bytes, sheet: str) -> Iterator[tuple[int, int]]:
    """Row and column, from 0, of the cells of a sheet that are shown in percent."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = _percent_styles(_part(archive, "xl/styles.xml"))
        if styles:
            for cell in _CELL.finditer(_part(archive, _path(archive, sheet))):
                named = dict(_ATTRIBUTE.findall(cell[1]))
                address = _ADDRESS.fullmatch(named.get("r", ""))
                if address and named.get("s") in styles and named.get("t", "n") == "n":
                    yield int(address[2]) - 1, _column(address[1])


def _percent_styles(styles: str) -> set[str]:
    formats = [dict(_ATTRIBUTE.findall(found[1])) for found in _FORMAT.finditer(styles)]
    own = {one["numFmtId"] for one in formats if "%" in _LITERAL.sub("", unescape(one.get("formatCode", "")))}
    listed = _STYLES.search(styles)
    used = [
        dict(_ATTRIBUTE.findall(found[1])).get("numFmtId") for found in _STYLE.finditer(listed[0] if listed else "")
    ]
    return {str(place) for place, number in enumerate(used) if number in own | _BUILT_IN}


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


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
