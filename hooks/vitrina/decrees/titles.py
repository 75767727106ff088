"""The year that the title of a table names for all of it."""

import re

from vitrina.decrees import naming
from vitrina.decrees.values import TOTAL

_REPORTED = re.compile(
    r"\b(?:за|в)\s+(?:отч[её]тн[а-яё]+\s+)?(?P<year>20\d\d)\s*(?:г\.?|год[а-яё]*)(?!\s*[-–—])", re.IGNORECASE
)


def year_of_title(text: str, *, is_report: bool) -> str:
    """The only year that a title names, `total` for a span of years; empty where it names none or several.

    Of a report it is the year that it reports of, whatever years the programme has.
    """
    reported = {found["year"] for found in _REPORTED.finditer(text)}
    if len(reported) == 1 and is_report:
        return reported.pop()
    years = {one.label for one in naming.years_of(text)}
    if len(years) != 1:
        return ""
    [year] = years
    return TOTAL if "-" in year else year
