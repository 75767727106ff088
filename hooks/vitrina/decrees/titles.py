"""The year that the title of a table names for all of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.decrees import naming
from vitrina.decrees.blocks import Block, Paragraph
from vitrina.decrees.values import TOTAL

_REPORTED = re.compile(
    r"\b(?:за|в)\s+(?:отч[её]тн[а-яё]+\s+)?(?P<year>20\d\d)\s*(?:г\.?|год[а-яё]*)(?!\s*[-–—])", re.IGNORECASE
)
_REPORT = re.compile(r"\b(?:отч[её]т|доклад|информаци[яи]|сведени[яй])[а-яё]*\b", re.IGNORECASE)
_LONGEST_HEAD = 15  # paragraphs


def title_of_report(blocks: Sequence[Block]) -> str:
    """The first words of a document that call it the report of a year; empty of any other document."""
    heads = (one.text for one in blocks[:_LONGEST_HEAD] if isinstance(one, Paragraph))
    return next(
        (
            text
            for text in heads
            if _REPORT.search(text) and (_REPORTED.search(text) or naming.reports_part_of_year(text))
        ),
        "",
    )


@dataclass(frozen=True, slots=True)
class Title:
    """The words above a table, and those that call the whole document a report."""

    above: str
    report: str = ""

    @property
    def is_part_of_year(self) -> bool:
        """Whether they say that it reports of a quarter or of some months."""
        return naming.reports_part_of_year(f"{self.above} {self.report}")

    def year(self, *, is_report: bool) -> str:
        """The only year that the words above name, `total` for a span of years; empty where they name none or several.

        Of what tells what was spent or achieved it is the year that is reported of, whatever years the programme has.
        """
        reported = [found["year"] for text in (self.above, self.report) for found in _REPORTED.finditer(text)]
        above = {found["year"] for found in _REPORTED.finditer(self.above)}
        if is_report and (len(above) == 1 or (not above and len(set(reported)) == 1)):
            return reported[0]
        years = {one.label for one in naming.years_of(self.above)}
        if len(years) != 1:
            return ""
        [year] = years
        return TOTAL if "-" in year else year
