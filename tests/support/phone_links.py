"""Which links of a page a visitor with a phone has: in sight, in the footer, or in something that opens."""

from html.parser import HTMLParser

HIDDEN_CLASSES = {"v-tabs"}
"""The tabs are for wide windows; a phone has the menu."""


class PhoneLinks(HTMLParser):
    """The addresses of a page's links, without those that a phone does not show."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self._hidden = ""
        self._depth = 0
        """Of elements of the hidden one's name, itself the first."""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._hidden:
            self._depth += tag == self._hidden
        elif (
            "hidden" in given or tag in {"template", "noscript"} or HIDDEN_CLASSES & set(given.get("class", "").split())
        ):
            self._hidden, self._depth = tag, 1
        elif tag == "a" and "href" in given:
            self.links.add(given["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._depth -= 1
            if not self._depth:
                self._hidden = ""
