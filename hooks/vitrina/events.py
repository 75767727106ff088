"""MkDocs' events: each calls functions that know nothing of MkDocs. A project's `hooks/site.py` takes all of them."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from vitrina.charts.render.drawings import Drawings
from vitrina.charts.render.palette import palette
from vitrina.configuration import complete, watched
from vitrina.dataset.city import no_such_site
from vitrina.dataset.problems import problem_text
from vitrina.measures.loading import load_for_build
from vitrina.pages.markdown import as_html, remember_compiled
from vitrina.pages.site import Site, make_site, navigation
from vitrina.policy import with_policy
from vitrina.processes import collect_garbage_seldom
from vitrina.project import PROSE, TOKENS, folders, kept
from vitrina.render import links_to, render, reports
from vitrina.search.index import IndexFailed, make_index
from vitrina.sharing.card_painter import painted
from vitrina.sharing.cards import Painter, cards
from vitrina.store import Folder
from vitrina.styles import needed, serve_styles
from vitrina.templates import CompiledTemplates
from vitrina.words import Words
from vitrina.words.foreign import shown
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.provenance import SaidFigures
from vitrina.words.scripts import translated, without_comments

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_startup",
]

made: dict[str, Site] = {}
"""The site of each configuration, from the first event to the files; while serving, until it is asked for."""
serving = False


def on_startup(command: str, **_: object) -> None:
    global serving  # noqa: PLW0603  MkDocs tells it once, before any configuration is there
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check before anything of the old site is touched."""
    collect_garbage_seldom()
    complete(config)
    data = _project(config) / config.extra["data"]
    config.watch += map(str, watched(data))
    words = Words(config.theme["language"])
    reading = load_for_build(data)
    if reading.dataset is None:
        raise PluginError("\n".join(["", *(problem_text(problem, words) for problem in reading.problems)]))
    if problem := no_such_site(reading.dataset.city, words.language):
        raise PluginError(problem_text(problem, words))
    config.extra["folders"] = within = folders(reading.dataset.city.languages)
    words = replace(_words(config), said=SaidFigures())
    site = make_site(reading.dataset, words, config.site_url or "")
    made[config.config_file_path] = site
    config.site_name = as_html(site.frame.name)
    config.extra["vitrina"] = _as_text(site.for_theme())
    if config.site_url and (folder := within[words.language]):
        config.site_url = f"{config.site_url.rstrip('/')}/{folder}/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    site = made[config.config_file_path] if serving else made.pop(config.config_file_path)
    drawings = Drawings.on_disk(kept(_project(config), "drawings"), TOKENS)
    remember_compiled(Folder(kept(_project(config), "templates")))
    tabs = {page.place.markdown for page in site.tabs}
    words, address = site.contexts[0].words, config.site_url or ""
    _add_prose(files, config, words)
    for script in [file for file in files if file.src_uri.startswith("js/")]:
        files.remove(script)
        said = without_comments(translated(script.content_string, words))
        files.append(File.generated(config, script.src_uri, content=said))
    files_made = dict(render(site, words, drawings, address))
    files_made |= reports(site, drawings, palette(TOKENS), address)
    if address:
        named = cards(site, files_made, Painter(drawings.svg, palette(TOKENS)), address)
        config.extra["cards"] = {path: card.for_theme() for path, card in named.items()}
        painted_before = Folder(kept(_project(config), "drawings"))
        files_made |= painted(named.values(), words.language, palette(TOKENS), painted_before)
    shown = config.extra["vitrina"]
    for report in links_to(site, files_made, words):
        own = shown["programmes"].get(report.programme, shown)
        own["report"] = _as_text({"href": report.href, "text": report.text})
    for path, content in files_made.items():
        inclusion = InclusionLevel.INCLUDED if path in tabs else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=inclusion))
    config.nav = navigation(site)
    serve_styles(files, config)
    return files


def _add_prose(files: Files, config: MkDocsConfig, words: Words) -> None:
    """The pages that are written by hand, and their pictures; those of the project stand in the place of ours."""
    for page in sorted(path for path in PROSE.rglob("*") if path.is_file()):
        path = page.relative_to(PROSE).as_posix()
        if not (file := files.get_file_from_path(path)):
            file = File.generated(config, path, abs_src_path=str(page))
            files.append(file)
        if words.language != SOURCE_LANGUAGE:
            file.inclusion = InclusionLevel.EXCLUDED


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """The theme's templates are compiled once, like those of the pages, and say their sentences as these do."""
    env.bytecode_cache = CompiledTemplates(Folder(kept(_project(config), "templates")), "theme")
    env.globals["say"] = lambda text, language="": _words(config, language).say(text)
    env.globals["needed_by"] = partial(needed, config.extra["of_some_pages"])
    env.globals["locale"] = lambda language: Words(language).locale
    env.globals["own_name"] = lambda language: Words(language).own_name
    return env


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The map of the site says of a page how old its data are, and of one without data nothing."""
    page.update_date = str(page.meta.get("date", ""))
    return markdown


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  MkDocs passes them by name
    """While serving, MkDocs adds a script of its own to the page, which the policy would stop."""
    output = shown(output)
    return output if serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001  likewise
    """The page of a lost address is made from a template alone."""
    output = shown(output_content)
    return with_policy(output) if template_name == "404.html" and not serving else output


def on_post_build(config: MkDocsConfig) -> None:
    """Each language has an index of its own, with its own pages alone."""
    if not config.extra["search"]:
        return
    try:
        make_index(Path(config.site_dir), config.theme["language"])
    except IndexFailed as failed:
        raise PluginError(str(failed)) from failed


def _words(config: MkDocsConfig, language: str = "") -> Words:
    """In the language of the site, or in another of the city's."""
    return Words(language or config.theme["language"], next(iter(config.extra["folders"])))


def _as_text(value: Any) -> Any:
    """The theme's templates escape nothing themselves, so every text is made HTML before they see it."""
    match value:
        case str():
            return as_html(value)
        case list() | tuple():
            return [_as_text(item) for item in value]
        case dict():
            return {key: _as_text(item) for key, item in value.items()}
        case _:
            return value


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
