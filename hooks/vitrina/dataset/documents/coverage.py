"""How much of a document the tables quote, and which of its figures they do not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from vitrina.dataset.documents.passages import Passage, Span
from vitrina.dataset.documents.text import DocumentText, Line
from vitrina.dataset.figures import figures_of

_AROUND = 40  # letters
_NAMES = re.compile(
    r"^(?:\d{1,3}[.)])+(?=\s*[^\W\d_]|\s*«)"
    r"|\b\d{1,2}\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?(?:\s+(?:19|20)\d\d)?"
    r"|(?<![\d,.])(?:19|20)\d\d(?![\d,.]*\d)(?!\s\d{3}\b)"
)
"""Numbers of paragraphs, dates and years, which are no figures where a whole text is looked at."""


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A figure of the text that stands in nothing that the tables quote."""

    printed: str
    line: Line
    start: int
    """Where it begins in the line."""

    @property
    def around(self) -> str:
        """Some words before and behind it."""
        first, last = max(0, self.start - _AROUND), self.start + len(self.printed) + _AROUND
        text = self.line.text[first:last]
        return f"{'…' if first else ''}{text.strip()}{'…' if last < len(self.line.text) else ''}"


@dataclass(frozen=True)
class Coverage:
    """Of one document."""

    text: DocumentText
    spans: tuple[Span, ...]
    """What is quoted, in order; no two of them overlap."""

    @property
    def percent(self) -> Decimal:
        """Of the letters, spaces left out."""
        whole = self.text.whole
        quoted = sum(_letters(whole[start:end]) for start, end in self.spans)
        return Decimal(100 * quoted) / _letters(whole)

    @property
    def figures(self) -> int:
        """How many figures stand in the text; dates, years and numbers that name things are none."""
        return len(self._figures)

    @property
    def quoted_figures(self) -> int:
        return self.figures - len(self.unquoted)

    @cached_property
    def unquoted(self) -> tuple[Unquoted, ...]:
        return tuple(figure for figure, is_quoted in self._figures if not is_quoted)

    @cached_property
    def _figures(self) -> tuple[tuple[Unquoted, bool], ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[tuple[Unquoted, bool]]:
        spans = iter(self.spans)
        span = next(spans, None)
        for line in self.text.lines:
            # A number with two readings is one figure.
            starts = {figure.start: figure.printed for figure in figures_of(line.text).figures}
            names = [named.span() for named in _NAMES.finditer(line.text)]
            for start, printed in starts.items():
                if any(first <= start < last for first, last in names):
                    continue
                at = line.start + start
                while span and span[1] <= at:
                    span = next(spans, None)
                yield Unquoted(printed, line, start), span is not None and span[0] <= at


def coverage_of(text: DocumentText, passages: Iterable[Passage]) -> Coverage:
    merged: list[Span] = []
    for start, end in sorted(span for passage in passages for span in passage.marked):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return Coverage(text, tuple(merged))


def _letters(text: str) -> int:
    return len(text) - text.count(" ")
