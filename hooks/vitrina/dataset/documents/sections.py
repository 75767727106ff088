"""The headings of a document's sections, which count from 1: «1. Паспорт», «2. Характеристика», «Раздел 3»."""

import re
from collections.abc import Iterable, Iterator

from vitrina.dataset.documents.text import Block, Paragraph

_SECTION = re.compile(r"\s*(?:(?P<number>\d{1,2})\.\s*(?=[А-ЯЁA-Z«])|раздел\s+(?P<named>\d{1,2})\b)", re.IGNORECASE)
_LONGEST_HEADING = 600  # signs
LEVEL = 2


class Sections:
    """Tells headings from items of lists: the next one has the next number."""

    def __init__(self) -> None:
        self._last = 0

    def begins(self, text: str) -> bool:
        """Whether the text is the heading of the section that comes next."""
        number = number_of(text)
        if number != self._last + 1 or len(text) > _LONGEST_HEADING:
            return False
        self._last = number
        return True


def number_of(text: str) -> int:
    """The number with which a heading begins; 0 where there is none."""
    found = _SECTION.match(text)
    return int(found["number"] or found["named"] or 0) if found else 0


def with_sections(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a file that names no headings, with those that are numbered."""
    sections = Sections()
    for block in blocks:
        if isinstance(block, Paragraph) and block.lines:
            text = " ".join(line.text for line in block.lines)
            if not text.endswith((".", ";", ":", ",")) and sections.begins(text):
                yield Paragraph(block.lines, LEVEL)
                continue
        yield block
