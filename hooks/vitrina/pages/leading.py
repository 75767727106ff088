"""Which pages lead to an anchor of another: found in the pages as they are written, so that no link is forgotten."""

import posixpath
import re
from collections.abc import Iterable, Mapping

from vitrina.addresses import Place
from vitrina.pages.page import Leading, Page

_LINK = re.compile(r"""(?:href="|\]\()(?P<path>[^"#()\s]+)#(?P<anchor>[\w-]+)""")


def what_leads(pages: Iterable[tuple[Page, str]]) -> Mapping[Place, Leading]:
    """Of the pages with their Markdown: by the page that is led to and the anchor, whatever leads there, in order."""
    found: dict[Place, dict[str, list[Page]]] = {}
    for page, text in pages:
        for path, anchor in dict.fromkeys(_LINK.findall(text)):
            folder = posixpath.normpath(posixpath.join(page.place.folder, path.removesuffix("index.md")))
            place = Place("" if folder == "." else folder)
            found.setdefault(place, {}).setdefault(anchor, []).append(page)
    return found
