"""What a reader gets of a page's Markdown: its elements, and its visible text, after the project's own extensions."""

from html.parser import HTMLParser
from typing import Any

import markdown
import yaml

from vitrina.project import SHARED_SETTINGS

TEXTUAL = {"aria-label", "data-label", "alt", "title"}
"""Attributes that hold text of the dataset; of these only the name counts as structure."""

Element = tuple[str, tuple[tuple[str, str | None], ...]]


def extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """As the settings of every site name them: a name, or a name with its settings."""
    listed = SHARED_SETTINGS.read_text(encoding="utf-8").split("markdown_extensions:\n")[1].split("\n\n")[0]
    names, settings = [], {}
    for entry in yaml.safe_load(listed):
        for name, setting in entry.items() if isinstance(entry, dict) else [(entry, {})]:
            names.append(name)
            settings[name] = setting
    return names, settings


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.text: list[str] = []
        self.labels: list[str] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shape = tuple(sorted((name, "…" if name in TEXTUAL else value) for name, value in attrs))
        self.elements.append((tag, shape))
        self.labels += [value or "" for name, value in attrs if name in TEXTUAL]

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


class Seen:
    """A page as a browser would take it."""

    def __init__(self, html: str) -> None:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        self.elements = reader.elements
        self.text = spaced("".join(reader.text))
        self.labels = [spaced(label) for label in reader.labels]
        self.others = reader.others


def seen(source: str) -> Seen:
    """Markdown, as the project's MkDocs converts it."""
    names, settings = extensions()
    return Seen(markdown.markdown(source, extensions=names, extension_configs=settings))


def spaced(text: str) -> str:
    """Runs of white space are one space to a reader."""
    return " ".join(text.split())
