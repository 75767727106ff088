"""What MkDocs is told of a site: the settings of every site, and over them those of the project's own mkdocs.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from vitrina.pages.raw_html import RawHtml
from vitrina.project import PROSE, SHARED_SETTINGS, THEME


def complete(config: MkDocsConfig) -> None:
    """Add to a configuration that MkDocs has loaded what its file leaves to the package.

    Changed in place: while serving, MkDocs goes on with the object that it has.
    """
    shared, own = _read(SHARED_SETTINGS), _read(Path(config.config_file_path))
    whole = MkDocsConfig(config.config_file_path)
    whole.load_dict(
        {"site_name": config.site_name, "docs_dir": config.docs_dir, "plugins": []}
        | _over(shared, {name: own[name] for name in shared if name in own})
    )
    whole.validate()  # nothing is refused any more: MkDocs has looked at what the project says
    for name in (*shared, "mdx_configs"):  # the latter is what MkDocs makes of the settings of Markdown's extensions
        config[name] = whole[name]
    config["markdown_extensions"] = [*config.markdown_extensions, RawHtml()]  # behind those that may be set
    # Behind a folder of the project's own, which may replace single templates, styles and scripts.
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))


def watched(data: Path) -> tuple[Path, ...]:
    """The folders beside the project's own pages that a site is made from, and made anew when they change."""
    return (data, THEME, PROSE)


def _read(file: Path) -> Mapping[str, Any]:
    with file.open("rb") as source:
        return yaml_load(source)


def _over(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """What is set in `own`, else in `shared`, also within a group of settings."""
    within = {
        name: _over(value, own[name])
        for name, value in shared.items()
        if isinstance(value, dict) and isinstance(own.get(name), dict)
    }
    return {**shared, **own, **within}
