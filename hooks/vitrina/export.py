"""Writes the site's Markdown to a folder that MkDocs, or a builder that reads its settings, can build without us."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from vitrina.dataset.programme import Dataset
from vitrina.output import replaced
from vitrina.pages.markdown import as_html, remember_compiled
from vitrina.pages.site import make_site, navigation
from vitrina.project import PROSE, SETTINGS, SHARED_SETTINGS, THEME, folders, kept
from vitrina.render import Drawings, render
from vitrina.sharing.lone_pages import LONE, lone_style
from vitrina.store import Folder
from vitrina.words.foreign import in_quotes
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.provenance import SaidFigures
from vitrina.words.scripts import translated

_OF_THEME = ("css", "js", "favicon.svg")
"""What is taken of our theme, since any other theme may stand around it: looks and scripts."""
_KEPT = ("markdown_extensions", "extra_javascript")
"""The settings that hold for any builder."""
_AROUND_ARTICLE = {"css/tokens.css", "css/frame.css", "css/print.css"}
"""The styles that are not of what stands in a page's article; what stands around it is the other theme's business."""
_ON_BARE_GROUND = """\
color: var(--ink);
font: var(--size-body)/var(--line-text) var(--font-text);
:where(:not(svg, svg *)) { all: revert; box-sizing: border-box; }
:where(summary, li)::before, :where(summary)::after { all: revert; }"""
"""An id in the selector around them makes our rules outweigh the theme's, which are taken back before ours begin."""


class NotEmpty(ValueError):
    """The folder to write to has something in it already, or is a file: nothing of it is touched."""


def export(dataset: Dataset, drawings: Drawings, project: Path, folder: Path) -> None:
    """Write the pages of every language with all they refer to, and settings without any hook: all of it or nothing.

    Raises `NotEmpty`, and `Busy` while another process writes there.
    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(str(folder))
    remember_compiled(Folder(kept(project, "templates")))
    with replaced(folder) as new:
        _write(dataset, drawings, project, new)


def _write(dataset: Dataset, drawings: Drawings, project: Path, folder: Path) -> None:
    for language, within in folders(dataset.city.languages).items():
        words = replace(dataset.city.words(language), said=SaidFigures())
        site = make_site(dataset, words)
        docs = folder / language
        for path, content in render(site, words, drawings).items():
            file = docs / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(in_quotes(content).encode() if isinstance(content, str) else content)
        for name in _OF_THEME:
            _copy(THEME / name, docs / name)
        if language == SOURCE_LANGUAGE:
            _copy(PROSE, docs)
        for script in (docs / "js").glob("*.js"):
            script.write_text(translated(script.read_text(encoding="utf-8"), words), encoding="utf-8")
        styles = {f"css/{sheet.name}": sheet.read_text(encoding="utf-8") for sheet in (docs / "css").glob("*.css")}
        (docs / LONE).write_text(lone_style(styles), encoding="utf-8")
        (docs / "css/article.css").write_text(_over_any_theme(docs), encoding="utf-8")
        note = site.frame.warning
        settings = {
            "site_name": as_html(in_quotes(site.frame.name)),
            "docs_dir": language,
            "site_dir": f"site/{within}".rstrip("/"),
            "theme": {"name": "material", "language": language, "font": False},
            "extra_css": ["css/tokens.css", "css/article.css", "css/print.css"],
            "nav": navigation(site),
            **({"copyright": as_html(in_quotes(note))} if note else {}),  # at the foot of every page
            **_shared_settings(project),
        }
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
        (folder / (SETTINGS if language == SOURCE_LANGUAGE else f"mkdocs.{language}.yml")).write_text(
            in_quotes(text), encoding="utf-8"
        )


def _shared_settings(project: Path) -> Mapping[str, Any]:
    """The settings of the project, or else of every site, that any builder understands."""
    settings = {**_settings(SHARED_SETTINGS), **_settings(project / SETTINGS)}
    return {name: settings[name] for name in _KEPT}


def _settings(file: Path) -> Mapping[str, Any]:
    class Loader(yaml.SafeLoader):
        """Lets `!ENV` pass: what it stands for is not exported."""

    Loader.add_constructor("!ENV", lambda _loader, _node: None)
    loaded: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader)  # noqa: S506  a safe loader with one more tag
    return loaded


def _over_any_theme(docs: Path) -> str:
    settings = _settings(SHARED_SETTINGS)
    sheets = (path for path in (*settings["extra_css"], *settings["extra"]["of_some_pages"]) if path.endswith(".css"))
    rules = "\n".join((docs / path).read_text(encoding="utf-8") for path in sheets if path not in _AROUND_ARTICLE)
    return f"article {{ container: page / inline-size; }}\n:is(article, #any) {{\n{_ON_BARE_GROUND}\n{rules}\n}}\n"


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copy(source, target)
