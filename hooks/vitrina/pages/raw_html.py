"""Keeps from Markdown what is HTML already: it would read every cell of a table and every shape of a drawing."""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_WHOLE = re.compile(r"<(table|ul|ol|dl)\b(?:(?!<\1\b| markdown\b).)*?</\1>", re.DOTALL)
"""An element that holds neither Markdown nor another of its name."""


class RawHtml(Extension):
    """Puts such elements into the stash from which Markdown returns raw HTML at its end."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Markdown's
        md.preprocessors.register(_Stashing(md, _DRAWING), "vitrina_drawings", 25)
        # MkDocs looks for anchors at 21, Markdown for HTML at 20.
        md.preprocessors.register(_Stashing(md, _WHOLE), "vitrina_elements", 20.5)


class _Stashing(Preprocessor):
    def __init__(self, md: Markdown, element: re.Pattern[str]) -> None:
        super().__init__(md)
        self._element = element

    def run(self, lines: list[str]) -> list[str]:
        return self._element.sub(lambda found: self.md.htmlStash.store(found[0]), "\n".join(lines)).split("\n")
