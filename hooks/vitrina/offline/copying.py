"""Turns a finished site into its copy for a folder: pages, one script for all of them, an index for each language."""

import re
import shutil
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from vitrina.offline.index import index_script
from vitrina.offline.pages import SCRIPT, offline_page
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

_USELESS = ("404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "pagefind", "js")
"""What asks for a server or for modules; the scripts that a copy keeps become one."""
_ALONE = ("js/charts.js", "js/table.js")
"""What some pages have besides."""
_PAGE = ("js/keyboard.js", "js/find.js", "search-index.js", "js/page.js", "js/search.js")
"""The page's module and the search's, each after those that it imports; what asks the index is the copy's own."""
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_LANGUAGE = re.compile(r'<html[^>]* lang="(\w+)"')


def make_offline(site: Path, languages: Collection[str]) -> None:
    """`languages` are the folders of the site that have a language each, the root's as an empty name."""
    scripts = {folder: _script(site / folder) for folder in languages}
    others = {folder for folder in languages if folder}
    for folder in languages:
        root = site / folder
        for name in _USELESS:
            _remove(root / name)
        pages = {}
        for file in sorted(root.rglob("*.html"), key=lambda page: (len(page.parts), page)):
            path = file.relative_to(root).as_posix()
            if not folder and path.partition("/")[0] in others:
                continue
            html = offline_page(_text(file), path)
            file.write_text(html, encoding="utf-8")
            pages[path] = html
        for description in root.rglob("*.json"):  # of live charts: what programs read is a programme's data
            if description.relative_to(root).parts[1:2] != ("data",):
                description.unlink()
        (root / SCRIPT).parent.mkdir(exist_ok=True)
        (root / SCRIPT).write_text(scripts[folder], encoding="utf-8")
        index = index_script(pages, _language_of(next(iter(pages.values()), "")))
        (root / "js/offline-index.js").write_text(index, encoding="utf-8")


def _script(site: Path) -> str:
    """Each script in a block, so that its names stay its own, and as strict as a module is."""
    modules = (_text(site / name) if "/" in name else _own(name) for name in _PAGE)
    page = "\n".join(_IMPORT.sub("", re.sub(r"^export ", "", module, flags=re.MULTILINE)) for module in modules)
    # What is imported when it is needed is here already.
    page = page.replace('import("./search.js")', "Promise.resolve({ open })")
    # Another page of a folder is not fetched: its link is followed.
    page = page.replace('import("./where-from.js")', "Promise.reject()")
    alone = (_text(site / name) for name in _ALONE)
    return '"use strict";\n' + "".join(f"{{\n{block}\n}}\n" for block in (page, *alone))


def _language_of(page: str) -> Language:
    found = _LANGUAGE.search(page)
    return next(language for language in LANGUAGES if found and language == found[1])


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _own(name: str) -> str:
    return files("vitrina.offline").joinpath(name).read_text(encoding="utf-8")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
