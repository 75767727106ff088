"""The values of a table as plain values: what is written from them is read as the same table again."""

import datetime
from decimal import Decimal
from typing import Any

from vitrina.dataset.cells import TOTAL, YEAR_OR_TOTAL
from vitrina.dataset.tables import Table
from vitrina.words.money import exact_decimals, thousands_from_kopecks

Plain = str | int | Decimal | datetime.date | None
"""None is an empty cell."""


def plain(table: Table, column: str, value: Any) -> Plain:
    """What stands in the cell: an amount is thousand roubles again, a total over all years is called so."""
    cell = table.cell(column)
    if value in (None, "", ()):
        return TOTAL if cell is YEAR_OR_TOTAL and table.is_required(column) else None
    if cell.kind == "amount":
        return round(thousands_from_kopecks(value), exact_decimals(value))
    written: Plain = ",".join(value) if isinstance(value, tuple) else value  # several codes
    return written


def exact(value: Plain) -> str:
    """With a decimal point and all digits; a day as ISO 8601 has it."""
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}"
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value)
