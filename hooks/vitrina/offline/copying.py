"""Turns a finished site into its copy for a folder: pages, one script for all of them, an index for each language."""

import re
import shutil
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from vitrina.offline.index import index_script
from vitrina.offline.pages import SCRIPT, offline_page

_USELESS = ("404.html", "sitemap.xml", "sitemap.xml.gz", "pagefind", "js", "css/search.css")
"""What asks for a server or for modules; the scripts that a copy keeps become one."""
_KEPT = ("js/page.js", "js/charts.js")
_KEYBOARD = "js/keyboard.js"
"""What the copy's search would import, if a browser imported from a folder: it stands before the search instead."""


def make_offline(site: Path, languages: Collection[str]) -> None:
    """`languages` are the folders of the site that have a language each, the root's as an empty name."""
    script = _script(site)
    others = {folder for folder in languages if folder}
    for folder in languages:
        root = site / folder
        for name in _USELESS:
            _remove(root / name)
        pages = {}
        for file in sorted(root.rglob("*.html")):
            path = file.relative_to(root).as_posix()
            if not folder and path.partition("/")[0] in others:
                continue
            html = offline_page(_text(file), path)
            file.write_text(html, encoding="utf-8")
            pages[path] = html
        for description in root.rglob("*.json"):  # of live charts
            description.unlink()
        (root / SCRIPT).parent.mkdir(exist_ok=True)
        (root / SCRIPT).write_text(script, encoding="utf-8")
        (root / "js/offline-index.js").write_text(index_script(pages), encoding="utf-8")
        with (root / "css/vitrina.css").open("a", encoding="utf-8") as style:
            style.write(re.sub(r"/\*.*?\*/\s*", "", _own("search.css"), flags=re.DOTALL))


def _script(site: Path) -> str:
    """Each script in a block, so that its names stay its own, and as strict as a module is."""
    search = re.sub(r"^export ", "", _text(site / _KEYBOARD), flags=re.MULTILINE) + _own("search.js")
    blocks = (*(_text(site / name) for name in _KEPT), search)
    return '"use strict";\n' + "".join(f"{{\n{block}\n}}\n" for block in blocks)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _own(name: str) -> str:
    return files("vitrina.offline").joinpath(name).read_text(encoding="utf-8")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
