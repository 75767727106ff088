"""A project says what is its own; all else that MkDocs has to know of a site comes with the package."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from vitrina.configuration import complete
from vitrina.project import THEME

LEAST = "site_name: Город\nplugins: []\n"


def completed(project: Path, own: str = "") -> MkDocsConfig:
    (project / "docs").mkdir(exist_ok=True)
    (project / "mkdocs.yml").write_text(LEAST + own, encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    complete(config)
    return config


def test_a_project_may_leave_all_of_it_to_the_package(tmp_path: Path) -> None:
    config = completed(tmp_path)
    assert (config.theme.name, config.theme["language"], config.theme.dirs[0]) == ("material", "ru", str(THEME))
    assert config.extra["data"] == "build_data"
    assert "md_in_html" in config.markdown_extensions
    assert config.mdx_configs["toc"] == {"permalink": False}
    assert [sheet for sheet in config.extra_css if not (THEME / str(sheet)).is_file()] == []


def test_what_a_project_sets_wins_and_the_rest_of_its_group_stays(tmp_path: Path) -> None:
    (tmp_path / "frame").mkdir()
    own = "theme: {name: material, custom_dir: frame}\nextra: {data: tables}\nmarkdown_extensions: [footnotes]\n"
    config = completed(tmp_path, own)
    assert config.theme.dirs[:2] == [str(tmp_path / "frame"), str(THEME)]
    assert config.theme["favicon"] == "favicon.svg"
    assert (config.extra["data"], config.extra["search"]) == ("tables", True)
    assert "footnotes" in config.markdown_extensions
    assert "attr_list" not in config.markdown_extensions
