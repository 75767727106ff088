"""A PDF with text as paragraphs: its lines are those of the paper, so that sentences have to be put together again."""

import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_PAGEOBJ_IMAGE

from vitrina.dataset.documents.sections import with_sections
from vitrina.dataset.documents.text import Block, paragraph
from vitrina.formats import UnreadableText

_CUT_WORD = re.compile("[\u00ad\x02\ufffe]$")
"""A hyphen that only the end of the line needs."""
_BEGINNING = re.compile(r"[А-ЯЁA-Z\d«–—•·-]")
_END = (".", ";", ":", "!", "?")
_SHORT = 0.7  # of the longest line of the page
"""A line that ends much earlier than others ends its paragraph."""


def blocks_of_pdf(content: bytes) -> Iterator[Block]:
    """The blocks of a .pdf file. Raises `UnreadableText`, also for a page that is a picture."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            paragraphs = [text for number in range(len(document)) for text in _paragraphs(_lines(document, number))]
    except pypdfium2.PdfiumError as refused:
        is_closed = getattr(refused, "err_code", None) == FPDF_ERR_PASSWORD
        raise UnreadableText("text_with_password" if is_closed else "broken_text") from None
    return with_sections(paragraph([text]) for text in paragraphs)


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[str]:
    page = document[number]
    text = page.get_textpage().get_text_bounded()
    if not text.strip() and next(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]), None):
        raise UnreadableText("scanned_page", page=number + 1)
    return [line for line in text.splitlines() if line.strip()]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The lines of a page put together: a paragraph ends at the end of a sentence, or of a line that is short."""
    longest = max(map(len, lines), default=0)
    current = ""
    last = ""
    for line in map(str.strip, lines):
        ends = last.endswith(_END) or len(last) < _SHORT * longest
        if current and ends and _BEGINNING.match(line):
            yield current
            current = ""
        elif _CUT_WORD.search(current):
            current = current[:-1]
        elif current and not current.endswith("-"):
            current += " "
        current += line
        last = line
    if current:
        yield current
