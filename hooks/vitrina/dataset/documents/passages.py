"""What the tables quote, found in the text of the document: where it stands, and its anchor there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vitrina.dataset.cells import folded
from vitrina.dataset.documents.sections import number_of
from vitrina.dataset.documents.text import DocumentText, Grid, Line, Paragraph
from vitrina.dataset.tables.columns import Quotation
from vitrina.dataset.texts import digest

Span = tuple[int, int]
"""Where a run of words begins in the whole text, and where it ends."""
_NAMED = re.compile(r"«(?P<name>.+)»")
_SECTION = re.compile(r"раздел\s+(?P<number>\d+)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a quotation in the text."""

    anchor: str
    spans: tuple[Span, ...]
    """Every place where these very words stand, in their order."""
    own: int
    """Which of them is meant."""
    is_sure: bool
    """Whether it can be no other: there is one alone, or one alone in the part of the document that the table names."""

    @property
    def marked(self) -> tuple[Span, ...]:
        """What is marked: all of the places where any of them may be meant."""
        return (self.spans[self.own],) if self.is_sure else self.spans


def passage_anchor(quotation: Quotation) -> str:
    """The anchor of a quotation on the page of its document; the same in every language."""
    return f"w-{digest(f'{quotation.place} {quotation.words}')}"


def passages_in(text: DocumentText, quotations: Iterable[Quotation]) -> Mapping[Quotation, Passage]:
    """The quotations that stand in the text. White space counts as one space whatever it is made of; nothing else is
    forgiven."""
    spans: dict[str, tuple[Span, ...]] = {}
    found: dict[Quotation, Passage] = {}
    for quotation in dict.fromkeys(quotations):
        words = folded(quotation.words)
        if words not in spans:
            spans[words] = spans_in(text.whole, words)
        if spans[words]:
            own, is_sure = _meant(spans[words], _part(text, quotation.place))
            found[quotation] = Passage(passage_anchor(quotation), spans[words], own, is_sure)
    return found


def spans_in(whole: str, words: str) -> tuple[Span, ...]:
    """Where the words stand; not within a longer word or number, if they stand anywhere by themselves."""
    if not words:
        return ()
    every = [found.span() for found in re.finditer(re.escape(words), whole)]
    alone = [span for span in every if not _is_within(whole, *span)]
    return tuple(alone or every)


def _is_within(whole: str, start: int, end: int) -> bool:
    before, after = whole[max(start - 1, 0) : start + 1], whole[end - 1 : end + 1]
    return any(len(pair) > 1 and pair.isalnum() for pair in (before, after))


def _meant(spans: tuple[Span, ...], part: Span) -> tuple[int, bool]:
    """Which of the places is meant, the first one of the part where it can be; and whether that is sure."""
    within = [place for place, (start, _) in enumerate(spans) if part[0] <= start < part[1]]
    return (within[0] if within else 0), len(spans) == 1 or len(within) == 1


def _part(text: DocumentText, place: str) -> Span:
    """The part of the text that a table calls a place, as far as its name tells: «Раздел 2, «Общее образование»»."""
    start, end = 0, len(text.whole)
    for name in re.split(r",\s+(?![^«]*»)", place):
        if section := _section(text, name, end):
            start, end = section
        elif named := _NAMED.search(name):
            heading = folded(named["name"]).casefold()
            lines = (line for line in text.lines if start <= line.start < end)
            found: Line | None = next((line for line in lines if line.text.casefold().startswith(heading)), None)
            if found:
                start, end = found.start, min(end, _end_of_row(text, found, end))
    return start, end


def _end_of_row(text: DocumentText, line: Line, end: int) -> int:
    """Where the row ends that a line begins in a table: with the next row where it is a heading of that."""
    for block in (block for block in text.blocks if isinstance(block, Grid)):
        for place, row in enumerate(block.rows):
            if row[0].lines and row[0].lines[0] == line:
                last = row if any(cell.lines for cell in row[1:]) else block.rows[min(place + 1, len(block.rows) - 1)]
                return max((one.end for cell in last for one in cell.lines), default=end)
    return end


def _section(text: DocumentText, name: str, end: int) -> Span | None:
    """From the heading of the section to the next one; «Паспорт» is whichever names it."""
    headings = [block for block in text.blocks if isinstance(block, Paragraph) and block.level]
    numbered = _SECTION.match(name.strip())
    for place, heading in enumerate(headings):
        said = " ".join(line.text for line in heading.lines)
        if number_of(said) == int(numbered["number"]) if numbered else _names(said, name):
            following = headings[place + 1].lines[0].start if place + 1 < len(headings) else end
            return heading.lines[0].start, following
    return None


def _names(heading: str, name: str) -> bool:
    words = re.sub(r"^[\d.\s]+", "", heading).casefold()
    return bool(name.strip()) and words.startswith(folded(name).casefold())
