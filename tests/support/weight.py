"""What a page costs before anybody touches anything, read from its HTML."""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HEADERS = 300
"""Bytes that the headers of one answer take, about."""
_NOT_ASKED_FOR = re.compile(r"<noscript>.*?</noscript>|<script>.*?</script>", re.DOTALL)
_ASKED_FOR = re.compile(r'<link rel="(?:icon|stylesheet)" href="([^"]+)"|<script src="([^"]+)"')


def weights(page: Path, site: Path) -> Mapping[Path, int]:
    """The bytes as they travel of a page and of each file that a browser with scripts asks for with it."""
    html = _NOT_ASKED_FOR.sub("", page.read_text(encoding="utf-8"))
    addresses = (style or script for style, script in _ASKED_FOR.findall(html))
    files = [site / one.lstrip("/") if one.startswith("/") else page.parent / one for one in addresses]
    return {file.resolve().relative_to(site.resolve()): _packed(file) for file in (page, *files)}


@cache
def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6)) + HEADERS
