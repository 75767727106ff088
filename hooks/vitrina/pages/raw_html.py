"""Keeps from Markdown what is HTML already: it would read every cell of a table and every shape of a drawing."""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_WHOLE = re.compile(r"<(table|ul|ol|dl)\b(?:(?!<\1\b|\smarkdown\b).)*?</\1>", re.DOTALL)
"""An element that holds neither Markdown nor another of its name."""
_TAG = r"<(?![^<>]*\smarkdown\b)(\w+)[^<>]*>"
_TAGS = re.compile(rf"{_TAG}(?:{_TAG}|</\w+>)*")


class RawHtml(Extension):
    """Puts such elements into the stash from which Markdown returns raw HTML at its end."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Markdown's
        # Fenced code goes at 25. MkDocs looks for anchors at 21, Markdown for HTML at 20.
        md.preprocessors.register(_Stashing(md, _DRAWING), "vitrina_drawings", 22)
        md.preprocessors.register(_Stashing(md, _WHOLE), "vitrina_elements", 20.5)


class _Stashing(Preprocessor):
    def __init__(self, md: Markdown, element: re.Pattern[str]) -> None:
        super().__init__(md)
        self._element = element

    def run(self, lines: list[str]) -> list[str]:
        return self._element.sub(self._stashed, "\n".join(lines)).split("\n")

    def _stashed(self, found: re.Match[str]) -> str:
        """Only in a line that begins with a block of HTML, as Markdown asks too: elsewhere it may be code or a word."""
        text, start = found.string, found.start()
        line = text.rfind("\n", 0, start) + 1
        tags = _TAGS.fullmatch(text, line, text.find(">", start) + 1)
        if tags is None or not self.md.is_block_level(tags[1]):
            return found[0]
        stashed = self.md.htmlStash.store(found[0])
        return stashed if line < start else f"\n\n{stashed}\n\n"
