"""Runs Pagefind over the finished pages of one language; what it makes is a part of the site."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from vitrina.search.entries import entries
from vitrina.words.numbers import Language

INDEX = "pagefind"
"""The folder of the index in the site of its language."""
LEFT_OUT = frozenset(
    {
        "v-document-status", "v-kicker", "v-margin", "v-section__name", "v-actions", "v-source", "v-print-address",
        "v-onward-section",
    }
)  # fmt: skip
"""Classes of what is not the page's own: sources, notes on how to read it, ways onward."""
MARKED_AS_LEFT_OUT = frozenset({"aria-hidden", "data-entry", "data-search-exclude"})
"""Attributes of what is left out; an entry is found by itself."""
IS_FOUND = "data-pagefind-body"
"""The attribute that holds a page's own text; a page without it is not found."""
_NOT_THE_PAGE = (
    "nav", "caption", "thead",
    *(f"[{name}]" for name in sorted(MARKED_AS_LEFT_OUT)),
    *(f".{name}" for name in sorted(LEFT_OUT)),
)  # fmt: skip
"""What is left out, for Pagefind. The heads of columns say nothing without their table."""
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
"""Most of a page and none of its words."""
_HEARD = re.compile(r'<span class="v-sr">([^<]*)</span>')
"""A pause or a word for those who listen: as an element of its own it would be set apart from the word before it."""
_INLINE = r"(?:a|b|br|cite|i|small|span|strong)\b[^>]*>"
_JOINT = re.compile(rf"(?<=[\w%—₽])((?:</{_INLINE})*)((?:<{_INLINE})*)(?=[\w≥&—«])(?<=>)")
"""Where only the look of a page keeps two texts apart: a figure and its label, a name and what it is about."""
_OWN_LOOKS = ("*-ui.js", "*-ui.css", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Pagefind's own boxes, which the site does not use; and the searcher for languages whose endings it does not know."""

_PATIENCE = b'Worker initialization timeout")),5e3', b'Worker initialization timeout")),6e4'
"""Pagefind gives its searcher five seconds to be ready, too few for a slow line or an old phone: it gets a minute."""


class IndexFailed(Exception):
    """Pagefind did not make the index. The message is its own."""


def make_index(site: Path, language: Language) -> None:
    """Index the pages of the folder. The same pages give the same bytes; no pages, no index. Raises `IndexFailed`."""
    pages = sorted(site.rglob("index.html"))
    if not pages:
        return
    with tempfile.TemporaryDirectory(prefix="vitrina-search-") as folder:
        gathered = Path(folder)
        for page in pages:
            _gather(page, page.parent.relative_to(site), gathered, language)
        _run(gathered, site / INDEX, language)
    script = site / INDEX / "pagefind.js"
    script.write_bytes(script.read_bytes().replace(*_PATIENCE))
    for unused in _OWN_LOOKS:
        for file in (site / INDEX).glob(unused):
            file.unlink()


def _gather(page: Path, place: Path, gathered: Path, language: Language) -> None:
    """Copy a page, and put each of its entries beside it as a page of its own that leads to its anchor."""
    (gathered / place).mkdir(parents=True, exist_ok=True)
    said = _HEARD.sub(r"\1", _DRAWING.sub("", page.read_text(encoding="utf-8")))
    (gathered / place / page.name).write_text(_JOINT.sub(_parted, said), encoding="utf-8")
    for number, entry in enumerate(entries(said) if "data-entry" in said else ()):
        address = f"{place.as_posix()}/#{entry.anchor}"
        text = _ENTRY.render(language=language, address=address, entry=entry)
        (gathered / place / f"{number:04}.html").write_text(text, encoding="utf-8")


def _parted(joint: re.Match[str]) -> str:
    """A comma between two elements, a space at the edge of one."""
    closing, opening = joint.groups()
    apart = closing and opening and not opening.startswith("<br")
    return f"{closing}{', ' if apart else ' '}{opening}"


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
