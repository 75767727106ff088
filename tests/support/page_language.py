"""What a page says, and in which language: its texts and attributes, each with the language that holds there."""

import re
from html.parser import HTMLParser

RUSSIAN = re.compile(r"[А-Яа-яЁё]+")
ENGLISH = re.compile(r"\b[A-Za-z]{3,}\b")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READABLE = {"alt", "aria-description", "aria-label", "aria-roledescription", "content", "label", "placeholder", "title"}
"""Attributes that somebody reads or hears."""
UNSPOKEN_META = {"generator", "viewport", "theme-color", "color-scheme", "robots", "referrer", "twitter:card"}
UNSPOKEN_PROPERTIES = {"og:type", "og:url", "og:image"}
SAME_EVERYWHERE = {"English", "FAQ", "Excel", "API", "CSV", "JSON", "PNG", "PDF", "RSS", "MIT", "CPI", "TOTL", "SHA"}


class TextsByLanguage(HTMLParser):
    """Every piece of a page's text and every attribute, each with the language that holds where it stands."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        """Language and text."""
        self.attributes: list[tuple[str, str, str]] = []
        """Language, name and value."""
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", self._open[-1][1])
        # What a policy or a viewport says is for machines.
        unspoken = given.get("name") in UNSPOKEN_META or given.get("property") in UNSPOKEN_PROPERTIES
        if tag == "meta" and (unspoken or "http-equiv" in given):
            given.pop("content", None)
        self.attributes += [(language, name, value) for name, value in given.items()]
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        # What was left open inside ends with it.
        opened = [place for place, (name, _) in enumerate(self._open) if name == tag]
        if opened:
            del self._open[opened[-1] :]

    def handle_data(self, data: str) -> None:
        # The theme's own settings stand in a script: their words are shown too. JSON-LD is for machines.
        inside = self._open[-1][0]
        settings = data.lstrip().startswith("{") and not data.startswith('{"@context"')
        if inside != "style" and (inside != "script" or settings):
            self.texts.append((self._open[-1][1], data))

    def text(self, language: str) -> str:
        return " ".join(text for own, text in self.texts if own == language)
