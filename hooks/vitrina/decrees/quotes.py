"""What stands in quotation marks, and a text in which it is out of sight: its words are nobody's instruction."""

from collections.abc import Iterator
from dataclasses import dataclass

HOLE = "\x02\x01*"
"""A quotation in a text that `hidden` gives."""
_OPENING = {"«": "»", "“": "”", "„": "“"}
_CLOSING = "»”“"
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation; `end` is behind its closing mark."""

    start: int
    end: int
    text: str


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The quotations of a text that are closed, from left to right, without those within them."""
    return tuple(Quote(start, end, text[start + 1 : end - 1]) for start, end in _spans(text) if end)


def hidden(text: str) -> str:
    """The text, as long as it was, with quotations out of sight; one that is never closed hides all behind it."""
    shown, at = "", 0
    for start, end in _spans(text):
        shown += text[at:start] + "\x02" + "\x01" * ((end or len(text)) - start - 1)
        at = end or len(text)
    return shown + text[at:]


def open_marks(text: str) -> int:
    """How many opening marks are not closed; below zero where more are closed than opened."""
    return sum((mark in "«“„") - (mark in "»”") for mark in text)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where outermost quotations begin and end; 0 stands for the end of one that is never closed."""
    opened: list[tuple[int, str]] = []
    for at, mark in enumerate(text):
        if opened and mark == opened[-1][1] and not (mark == _STRAIGHT and _opens(text, at)):
            start, _ = opened.pop()
            if not opened:
                yield start, at + 1
        elif mark in _OPENING and not (mark in _CLOSING and any(mark == closing for _, closing in opened)):
            opened.append((at, _OPENING[mark]))
        elif mark == _STRAIGHT and _opens(text, at):
            opened.append((at, _STRAIGHT))
    if opened:
        yield opened[0][0], 0


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark begins a quotation: a word stands right behind it, and none before it."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in '(«“„"') and bool(behind) and not behind.isspace()
