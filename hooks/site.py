"""MkDocs' events: each calls one function of `vitrina`, which knows nothing of MkDocs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from vitrina.addresses.languages import FOLDERS
from vitrina.charts.studio import Drawings
from vitrina.dataset.problems import problem_text
from vitrina.measures.checked import read_checked
from vitrina.pages.site import Site, make_site, navigation
from vitrina.policy import with_policy
from vitrina.render import links_to, render, reports
from vitrina.report.press import Press
from vitrina.words import Words

made: dict[str, Site] = {}
"""The site of each configuration, from the first event to the files."""
serving = False


def on_startup(command: str, **_: object) -> None:
    global serving  # noqa: PLW0603  MkDocs tells it once, before any configuration is there
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check before anything of the old site is touched."""
    words = Words(config.theme["language"])
    reading = read_checked(_project(config) / config.extra["data"])
    if reading.dataset is None:
        raise PluginError("\n".join(["", *(problem_text(problem, words) for problem in reading.problems)]))
    site = make_site(reading.dataset, words)
    made[config.config_file_path] = site
    config.site_name = _as_text(site.frame.name)
    config.extra["vitrina"] = _as_text(site.for_theme())
    if config.site_url and (folder := FOLDERS[words.language]):
        config.site_url = f"{config.site_url.rstrip('/')}/{folder}/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    site = made.pop(config.config_file_path)
    drawings = Drawings.on_disk(_project(config) / ".cache/drawings", _project(config) / "docs/css/tokens.css")
    tabs = {page.place.markdown for page in site.tabs}
    words, address = Words(config.theme["language"]), config.site_url or ""
    files_made = dict(render(site, words, drawings, address))
    if config.extra["report"] and not serving:
        press = Press.on_disk(_project(config) / ".cache/reports", drawings.tokens, _converter(config))
        files_made |= reports(site, files_made, press, address)
        shown = config.extra["vitrina"]
        for report in links_to(site, files_made, words):
            own = shown["programmes"].get(report.programme, shown)
            own["report"] = _as_text({"href": report.href, "text": report.text})
    for path, content in files_made.items():
        inclusion = InclusionLevel.INCLUDED if path in tabs else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=inclusion))
    config.nav = _as_text(navigation(site))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The title, the description and the breadcrumbs stand in the theme's templates too."""
    page.meta = _as_text(page.meta)
    return markdown


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  MkDocs passes them by name
    """While serving, MkDocs adds a script of its own to the page, which the policy would stop."""
    return output if serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001  likewise
    """The page of a lost address is made from a template alone."""
    return with_policy(output_content) if template_name == "404.html" and not serving else output_content


def _converter(config: MkDocsConfig) -> Callable[[str], str]:
    """Makes HTML of Markdown as MkDocs does."""
    converter = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return lambda text: converter.reset().convert(text)


def _as_text(value: Any) -> Any:
    """The theme's templates escape nothing themselves, so every text is made HTML before they see it."""
    match value:
        case str():
            return escape(value)
        case list() | tuple():
            return [_as_text(item) for item in value]
        case dict():
            return {_as_text(key): _as_text(item) for key, item in value.items()}  # a tab is named by its key
        case _:
            return value


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
