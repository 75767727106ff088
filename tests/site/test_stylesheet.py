"""Of Material's styles the site serves what its pages can use, and nothing that a page needs is left out."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import material
import pytest

ROOT = Path(__file__).parents[2]
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The hook as MkDocs loads it: by its file."""
    found = spec_from_file_location("stylesheet", ROOT / "hooks/stylesheet.py")
    assert found
    assert found.loader
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def theme() -> str:
    folder = Path(str(material.__file__)).parent / "templates/assets/stylesheets"
    return next(folder.glob("main.*.min.css")).read_text(encoding="utf-8")


def classes(folder: Path) -> set[str]:
    """Every class of every page."""
    pages = (page.read_text(encoding="utf-8") for page in folder.rglob("*.html"))
    return {name for page in pages for named in re.findall(r'class="([^"]*)"', page) for name in named.split()}


def test_no_page_has_a_class_whose_rules_were_taken_out(
    hook: ModuleType, theme: str, built_site: Path, built_sample: Path
) -> None:
    worn = classes(built_site) | classes(built_sample)
    assert (worn & set(CLASS.findall(theme))) == hook.USED


def test_what_can_match_stays_and_what_cannot_is_gone(hook: ModuleType) -> None:
    css = (
        'a,.md-nav a{color:red}.md-nav{x:url("data:,{\')}")}'
        ".md-grid:not(.md-nav){--read:1;--unread:var(--lost);margin:var(--read)}"
        "@media print{.md-nav{color:red}.md-tabs{color:blue}}@media screen{.md-nav{color:red}}"
        "[dir=rtl] .md-tabs{left:0}@page{margin:1cm}:is(.md-nav,.md-tabs) b{top:0}"
    )
    assert hook.pruned(css).replace("\n", "") == (
        "a{color:red}.md-grid:not(.md-nav){--read:1;margin:var(--read)}@media print{.md-tabs{color:blue}}"
        "@page{margin:1cm}:is(.md-nav,.md-tabs) b{top:0}"
    )
    assert "--unread" in hook.pruned(css, beside="p{top:var(--unread)}")


def test_keyframes_that_no_rule_names_are_gone(hook: ModuleType, theme: str) -> None:
    css = (
        "@keyframes a{to{top:0}}@-webkit-keyframes b{to{top:0}}@keyframes a-b{to{top:0}}"
        "a{animation:a 1s}.md-nav{animation:b}"
    )
    assert hook.pruned(css).replace("\n", "") == "@keyframes a{to{top:0}}a{animation:a 1s}"
    assert "keyframes a-b" in hook.pruned(css, beside="p{animation:a-b 1s}")
    assert "@keyframes" in theme
    assert "keyframes" not in hook.pruned(theme), "no page of ours has anything of the theme's that moves"


def test_a_page_asks_for_one_style_sheet_and_nothing_of_the_theme(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert len(re.findall(r'rel="?stylesheet', text)) == 1, page
        assert "assets/" not in text, page
    assert not (built_site / "assets").exists()
