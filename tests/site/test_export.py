"""The way out: the Markdown of the whole site, which plain MkDocs builds into the same pages without us."""

import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import canonicalize, tostring

import pytest

from support.datasets import DIVNOGORSK
from support.elements import elements_in
from support.plain_mkdocs import built_without_us
from support.sites import made_once
from vitrina.cli import main
from vitrina.project import PROSE, SHARED_SETTINGS, THEME

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def exported(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001  it has drawn all
    return made_once(tmp_path_factory, "export", export)


def export(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)
        assert main(["export", "--data", str(DIVNOGORSK), str(folder)]) == 0
    built_without_us(folder)


@pytest.fixture(scope="module")
def rebuilt(exported: Path) -> Path:
    return exported / "site"


_STRUCTURE = re.compile(
    r" ?(</?(?:table|caption|thead|tbody|tr|th|td|ul|ol|dl|li|dt|dd|div|p|details|summary|figcaption|blockquote)"
    r"\b[^>]*>) ?"
)
"""Around these elements a space says nothing."""


def article(page: Path) -> str:
    """What stands between the frame's header and footer, however it is written."""
    found = re.search(r"<article[^>]*>(.*?)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found, page
    ours = re.sub(r'<a id="__skip"[^>]*></a>', "", found[1])  # Zensical puts an anchor before all
    # For their own search, the theme takes this mark away once it has read it.
    written = canonicalize(tostring(elements_in(ours), encoding="unicode"), exclude_attrs={"data-search-exclude"})
    written = re.sub(r' ([a-z-]+)="\1"', r' \1=""', re.sub(r"\s+", " ", written))
    return _STRUCTURE.sub(r"\1", written).strip()


def made_pages(site: Path) -> list[str]:
    """The pages that are made of the dataset; those written by hand are as they are."""
    folders = (path.parent if path.name == "index.md" else path.with_suffix("") for path in PROSE.rglob("*.md"))
    by_hand = {folder.relative_to(PROSE).as_posix() for folder in folders}
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if path.parent.relative_to(site).as_posix() not in by_hand
    )


def assert_same_pages(site: Path, rebuilt: Path) -> None:
    pages = made_pages(site)
    assert len(pages) > 30
    assert made_pages(rebuilt) == pages
    for page in pages:
        assert len(article(site / page)) > 1000
        assert article(rebuilt / page) == article(site / page), page


def test_plain_mkdocs_makes_the_same_pages_of_it(built_site: Path, rebuilt: Path) -> None:
    assert_same_pages(built_site, rebuilt)


@pytest.mark.thorough
@pytest.mark.parametrize("builder", ["properdocs", "zensical"])
def test_so_do_those_that_carry_mkdocs_on(built_site: Path, exported: Path, tmp_path: Path, builder: str) -> None:
    copy = shutil.copytree(exported, tmp_path / "markdown", ignore=shutil.ignore_patterns("site"))
    assert_same_pages(built_site, built_without_us(copy, builder))


def test_all_that_can_be_taken_away_is_there_to_the_byte(built_site: Path, rebuilt: Path) -> None:
    for suffix in ("csv", "png", "json"):
        files = sorted(built_site.rglob(f"education/**/*.{suffix}"))
        assert files
        for file in files:
            assert (rebuilt / file.relative_to(built_site)).read_bytes() == file.read_bytes(), file


def test_the_markdown_holds_no_script_and_needs_no_template(exported: Path) -> None:
    pages = sorted(exported.rglob("*.md"))
    assert len(pages) > 30
    for page in pages:
        text = re.sub("`[^`]*`", "", page.read_text(encoding="utf-8"))  # what is shown as code is not read
        assert "<script" not in text
        assert not re.search(r"\sstyle=", text)
        assert "{%" not in text
        assert "{{" not in text
        assert not re.search(r"\son\w+=", text)


def test_every_block_of_a_page_has_its_looks_there(exported: Path) -> None:
    looks = (exported / "ru/css/article.css").read_text(encoding="utf-8")
    for sheet in (THEME / "css").glob("*.css"):
        rules = sheet.read_text(encoding="utf-8")
        named = f"css/{sheet.name}" in SHARED_SETTINGS.read_text(encoding="utf-8")
        assert (rules in looks) == (named and sheet.name not in {"tokens.css", "frame.css", "print.css"}), sheet.name


def test_a_folder_that_is_not_empty_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("моё", encoding="utf-8")
    monkeypatch.chdir(ROOT)
    assert main(["export", str(tmp_path)]) == 1
    assert "не пустая" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_place_of_the_folder_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("моё", encoding="utf-8")
    monkeypatch.chdir(ROOT)
    assert main(["export", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err
