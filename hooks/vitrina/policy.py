"""The content security policy of a finished page: nothing runs but the site's own files and scripts named by hash."""

import base64
import hashlib
import re
from html.parser import HTMLParser

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
# Before anything that the page asks for; nothing of the site needs to know where a reader comes from.
_NO_REFERRER = '<meta name="referrer" content="no-referrer">'
_BEFORE = '<meta charset="utf-8">'


class _InlineScripts(HTMLParser):
    """Collects the texts of scripts that stand in the page itself and would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        runs = attributes.get("type") in (None, "", "module", "text/javascript")
        self._inside = tag == "script" and "src" not in attributes and runs
        if self._inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def policy(page: str) -> str:
    """The policy for one finished HTML page; the same page gives the same policy."""
    scripts = _InlineScripts()
    for script in _SCRIPT.findall(page):  # most of a page is drawings, which take long to read
        scripts.feed(script)
    scripts.close()
    hashes = dict.fromkeys(
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts.texts if text
    )
    allowed = "".join(f" 'sha256-{value}'" for value in hashes)
    return "; ".join(_DIRECTIVES).format(hashes=allowed)


def with_policy(page: str) -> str:
    """The page with its policy right after its encoding. Raises `ValueError` where the page has no place for it."""
    if page.count(_BEFORE) != 1:
        raise ValueError("the page does not name its encoding just once, so its policy has no place")
    return page.replace(
        _BEFORE, f'{_BEFORE}<meta http-equiv="Content-Security-Policy" content="{policy(page)}">{_NO_REFERRER}'
    )
