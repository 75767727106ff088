"""One table on a sheet of a workbook, made as accessible spreadsheets are: title in A1, no merged cells, no gaps."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from vitrina.dataset.writing_cells import Plain, exact
from vitrina.words.foreign import as_it_is

HEAD_ROW = 3
"""Of every table, from 0: above it stand its title, what it is, and the way back."""
_MOST_DIGITS = 15
"""What a number of a spreadsheet keeps: one of more digits stands as text."""
_NARROWEST, _WIDEST, _PADDING = 9, 60, 4  # of a column, in characters; the last is what the button of a filter takes
_LINE, _HIGHEST = 15, 409  # points; more no row can be
_STYLE = "Table Style Light 15"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table on a sheet of its own."""

    name: str
    id: str
    """What formulas may call the table."""
    title: str
    note: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Plain]]


class Formats:
    """The formats of one workbook. A number is shown with the decimals that it has."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[str, Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        head = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E7EEF5", "bottom": 1}
        self.head = book.add_format(head)
        self.whole = book.add_format({"num_format": "0", "align": "left", "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})

    def number(self, code: str) -> Format:
        if code not in self._numbers:
            self._numbers[code] = self._book.add_format({"num_format": code, "valign": "top"})
        return self._numbers[code]


def write_sheet(page: Worksheet, sheet: Sheet, formats: Formats) -> list[int]:
    """Write a table from A1 on; returns the widths of its columns, in characters."""
    page.write_string(0, 0, sheet.title, formats.title)
    page.write_string(1, 0, sheet.note)
    last = HEAD_ROW + max(len(sheet.rows), 1)
    columns = [{"header": head, "header_format": formats.head} for head in sheet.heads]
    name = re.sub(r"\W", "_", sheet.id)
    page.add_table(
        HEAD_ROW, 0, last, len(sheet.heads) - 1, {"columns": columns, "name": f"{name}_table", "style": _STYLE}
    )
    for number, row in enumerate(sheet.rows, start=HEAD_ROW + 1):
        for column, value in enumerate(row):
            write_cell(page, number, column, value, formats)
    widths = list(_widths(sheet))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate((sheet.heads, *sheet.rows), start=HEAD_ROW):
        page.set_row(number, min(_LINE * _lines(row, widths), _HIGHEST))
    page.freeze_panes(HEAD_ROW + 1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)
    return widths


def write_cell(page: Worksheet, row: int, column: int, value: Plain, formats: Formats) -> None:
    """Every cell has the type of its value, so that no text is taken for a formula, a number or a link."""
    match value:
        case None:
            pass
        case Decimal() if len(value.as_tuple().digits) > _MOST_DIGITS:
            page.write_string(row, column, exact(value).replace(".", ","), formats.text)
        case Decimal():
            decimals = exact(value).partition(".")[2]
            code = f"#,##0.{'0' * len(decimals)}" if decimals else "#,##0"
            page.write_number(row, column, float(value), formats.number(code))
        case datetime.date():
            page.write_datetime(row, column, value, formats.number("yyyy-mm-dd"))
        case int():
            page.write_number(row, column, value, formats.whole)
        case str():
            page.write_string(row, column, as_it_is(value), formats.text)


def _lines(row: Sequence[Plain], widths: Sequence[int]) -> int:
    """How many lines the longest text of a row takes: not every program finds that out by itself."""
    return max(
        sum(-(-max(len(line), 1) // max(width - _PADDING, 1)) for line in exact(value).split("\n"))
        for value, width in zip(row, widths, strict=True)
    )


def _widths(sheet: Sheet) -> Iterator[int]:
    """Of each column: what its longest text needs, within bounds; what is longer is wrapped."""
    for place, head in enumerate(sheet.heads):
        longest = max((len(exact(row[place])) for row in sheet.rows), default=0)
        heads = max(map(len, head.split()), default=0) + _PADDING
        yield max(_NARROWEST, heads, min(_WIDEST, longest + _PADDING))
