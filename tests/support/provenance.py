"""Figures as a page shows them: which lead to where they are from, and which do not."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

FIGURE = re.compile(
    r"[\d\u202f\u00a0]*\d(?:,\d+)?\s(?:(?:тыс\.|млн|млрд|трлн)\s)?(?:₽|%)"
    r"|₽\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?|\d(?:\.\d+)?%"
    r"|(?<![\d,.\u202f])\d{1,3}(?:\u202f\d{3})+(?:,\d+)?(?![\d.])|(?<![\d,.\u202f])\d+,\d+(?![\d,.])"
    r"|(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.])"
)
"""In Russian and in English: amounts with their unit, shares, grouped numbers, fractions. Whole numbers without a
unit are mostly years, numbers of documents and counts of rows."""
EXPLAINED = re.compile(r"where-from(?:-\d+)?\.html#\d+")
_SILENT = {"svg", "script", "style", "head", "title", "blockquote", "q", "option", "caption", "summary"}
"""Drawings, whose table stands below them; what nobody reads; words of the document, which have their place beside
them; the caption of a table, which says to those who listen what its heading says; what is pressed to see the same
below it."""
_WORKED_OUT = re.compile(r"pace|table-pace|.*-way")
"""What comes if it goes on like this is of no document, and is worked out line by line where it is said."""
_RESULTS = {"Разница", "Difference", "Степень достижения", "Degree of achievement"}
"""The columns whose figures are made of those beside them, and lead to them."""
_NOT_OF_THE_TABLES: Mapping[str, re.Pattern[str]] = {
    "the growth of prices: statistics that the page names beside it": re.compile(
        r".*: (?:\d+\s?% in section > div > p|\d+[,.]\d{4} in tbody > tr > td)"
    ),
    "how far a value may lie off by a rule whose words stand beside it": re.compile(
        r".*: 2\s?% in (?:section > div > (?:p|h2)|tr > th > small)"
        r"|.*/indicators/.+: \d+[,.]\d+ in td > span > small"
    ),
    "how much of a document the site tells": re.compile(r".*/documents/.*: \d+\s?% in div > header > p"),
    "what a corrected cell says: its row and its page stand below it": re.compile(
        r".*/corrections: .* in div > p(?: > b)?"
    ),
    "which values a column may have": re.compile(r".*/data/dictionary: 100\s?% in dl > div > dd"),
}
_QUOTED = {"v-official", "v-translation"}
_EMPTY = {"meta", "link", "br", "img", "input", "hr", "col", "source", "wbr"}


class _Figures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.left: list[tuple[str, str]] = []
        """Figures that lead nowhere, with the elements around them."""
        self.above = 0
        """How many of them stand above the row of a table that is being read."""
        self.has_one_for_all = False
        """Whether the head of that row leads to where all of it is from, or its result to what it is made of."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            return
        values = dict(attrs)
        kind = tag
        if _WORKED_OUT.fullmatch(values.get("id") or ""):
            kind = "q"
        elif tag == "a":
            kind = f"a {values.get('href') or ''}"
            tells_of_all = any(tag == "th" or kind == "result" for tag, kind in self.open)
            self.has_one_for_all |= tells_of_all and bool(EXPLAINED.fullmatch(kind[2:]))
        elif tag == "tr":
            self.above, self.has_one_for_all = len(self.left), False
        elif tag == "table" and "v-steps" in (values.get("class") or ""):
            kind = "steps"
        elif tag == "td" and (values.get("data-label") in _RESULTS or ("table", "steps") in self.open):
            kind = "result"
        elif tag != "html" and (
            values.get("lang") == "ru" or _QUOTED.intersection((values.get("class") or "").split())
        ):
            kind = "q"
        self.open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr" and self.has_one_for_all:
            del self.left[self.above :]
        while self.open and tag not in _EMPTY:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        kinds = [kind for _, kind in self.open]
        if not _SILENT.intersection(kinds) and not any(kind.startswith("a ") for kind in kinds):
            self.left += [(found[0], " > ".join(kinds[-3:])) for found in FIGURE.finditer(data)]


def without_provenance(path: str, html: str) -> Iterator[str]:
    """The figures of a page that lead nowhere. One within another link is a word of that link, and explained where it
    leads."""
    found = _Figures()
    found.feed(html)
    found.close()
    for figure, around in found.left:
        told = f"{path}: {figure} in {around}"
        if not any(known.fullmatch(told) for known in _NOT_OF_THE_TABLES.values()):
            yield told
