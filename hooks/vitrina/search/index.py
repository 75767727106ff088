"""Runs Pagefind over the finished pages of one language; what it makes is a part of the site."""

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from vitrina.search.headings import IS_FOUND, LEFT_OUT, MARKED_AS_LEFT_OUT, parted
from vitrina.search.names import NamedPage, named_pages, names
from vitrina.words.numbers import Language

INDEX = "pagefind"
"""The folder of the index in the site of its language."""
NAMES = "names.json"
"""Beside the index: the names of the pages, which come before their texts."""
_NOT_THE_PAGE = (
    "nav", "caption", "thead",
    *(f"[{name}]" for name in sorted(MARKED_AS_LEFT_OUT)),
    *(f".{name}" for name in sorted(LEFT_OUT)),
)  # fmt: skip
"""What is left out, for Pagefind. The heads of columns say nothing without their table."""
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
"""Most of a page and none of its words."""
_OWN_LOOKS = ("*-ui.js", "*-ui.css", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Pagefind's own boxes, which the site does not use; and the searcher for languages whose endings it does not know."""

_WORDS = '<meta content="{}" data-pagefind-meta="sections[content]"></head>'
_MARK = b"pagefind_dcd"
"""What a fragment begins with."""

_PATIENCE = b'Worker initialization timeout")),5e3', b'Worker initialization timeout")),6e4'
"""Pagefind gives its searcher five seconds to be ready, too few for a slow line or an old phone: it gets a minute."""


class IndexFailed(Exception):
    """Pagefind did not make the index. The message is its own."""


def make_index(site: Path, language: Language) -> None:
    """Index the pages of the folder. The same pages give the same bytes; no pages, no index. Raises `IndexFailed`."""
    pages = sorted(site.rglob("index.html"), key=lambda page: (len(page.parts), page))
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    texts = {page: text for page, text in texts.items() if IS_FOUND in text}
    if not texts:
        return
    found: list[NamedPage] = []
    with tempfile.TemporaryDirectory(prefix="vitrina-search-") as folder:
        gathered = Path(folder)
        for page, text in texts.items():
            found += _gather(text, page.parent.relative_to(site), gathered, language)
        _run(gathered, site / INDEX, language)
    _write_names(site / INDEX, found, language)
    script = site / INDEX / "pagefind.js"
    script.write_bytes(script.read_bytes().replace(*_PATIENCE))
    for unused in _OWN_LOOKS:
        for file in (site / INDEX).glob(unused):
            file.unlink()


def _gather(page: str, place: Path, gathered: Path, language: Language) -> Sequence[NamedPage]:
    """Copy a page, and put each of its entries beside it as a page of its own that leads to its anchor."""
    (gathered / place).mkdir(parents=True, exist_ok=True)
    text = parted(_DRAWING.sub("", page))
    address = "" if place == Path() else f"{place.as_posix()}/"
    found = list(named_pages(address, text, language))
    for number, named in enumerate(found):
        if "#" in named.address:
            entry = _ENTRY.render(language=language, entry=named)
            (gathered / place / f"{number:04}.html").write_text(entry, encoding="utf-8")
        elif words := named.words_of_sections:
            text = text.replace("</head>", _WORDS.format(escape(", ".join(words))), 1)
    (gathered / place / "index.html").write_text(text, encoding="utf-8")
    return found


def _write_names(index: Path, found: Sequence[NamedPage], language: Language) -> None:
    """The names, each page with the id that Pagefind knows it by."""
    ids = {}
    for file in (index / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))
        ids[fragment["meta"].get("url", fragment["url"].lstrip("/"))] = file.stem
    text = json.dumps(names(found, language, ids), ensure_ascii=False, separators=(",", ":"))
    (index / NAMES).write_text(text, encoding="utf-8")


def _run(gathered: Path, index: Path, language: Language) -> None:
    # In the folder of the pages, so that no settings of anybody's are found.
    command = [sys.executable, "-m", "pagefind", "--site", ".", "--output-path", str(index.absolute()), "--silent"]
    command += ["--force-language", language]
    for selector in _NOT_THE_PAGE:
        command += ["--exclude-selectors", selector]
    done = subprocess.run(command, cwd=gathered, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise IndexFailed(" ".join((done.stderr or done.stdout).split()))


_ENTRY = Environment(
    loader=PackageLoader("vitrina.search", "."), undefined=StrictUndefined, autoescape=True, trim_blocks=True
).get_template("entry.html")
