"""A site speaks the languages that its city names: Russian alone, or English first."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from support.datasets import SAMPLE
from support.page_language import RUSSIAN, TextsByLanguage
from support.sites import ROOT, built_once, drawn_by
from support.stub_drawings import EmptyDrawings
from vitrina.build import BuildFailed, environment
from vitrina.cli import main
from vitrina.commands.serve import serve
from vitrina.offline.copying import make_offline
from vitrina.project import folders
from vitrina.words import Words

ADDRESS = "https://city.example/repo/"
OF_ENGLISH = re.compile(r'hreflang|English|английск|[/"\']en/|"en"|lang="en"')
BY_HAND = {"css", "js", "staff"}
"""The folders of a site that are the same for every city."""


@pytest.fixture(scope="module")
def russian_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smaller of the sample's programmes without a word of English."""
    data = small(tmp_path_factory, "languages: [ru]\n")
    city = data / "city.yml"
    city.write_text(re.sub(r"(?m)^ +en: .*\n", "", city.read_text(encoding="utf-8")), encoding="utf-8")
    for translations in data.rglob("translations.en.csv"):
        translations.unlink()
    return data


@pytest.fixture(scope="module")
def russian(russian_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with drawn_by(EmptyDrawings):
        return built_once(tmp_path_factory, "russian alone", ADDRESS, russian_tables)


@pytest.fixture(scope="module")
def english_first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """None of the programme's texts is translated."""
    data = small(tmp_path_factory, "languages: [en, ru]\n")
    for translations in data.rglob("translations.en.csv"):
        translations.unlink()
    with drawn_by(EmptyDrawings):
        return built_once(tmp_path_factory, "english first", ADDRESS, data)


def small(factory: pytest.TempPathFactory, languages: str) -> Path:
    data = factory.mktemp("tables") / "build_data"
    shutil.copytree(SAMPLE, data, ignore=shutil.ignore_patterns("schools"))
    with (data / "city.yml").open("a", encoding="utf-8") as settings:
        settings.write(languages)
    return data


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """What somebody or a machine reads of a site, but for what is the same in every city."""
    for path in sorted(folder.rglob("*")):
        where = path.relative_to(folder)
        if path.suffix in {".html", ".xml", ".json", ".csv", ".md", ".yml"} and where.parts[0] not in BY_HAND:
            yield where.as_posix(), path.read_text(encoding="utf-8-sig")


def of_english(folder: Path) -> dict[str, list[str]]:
    return {where: found for where, text in texts(folder) if (found := OF_ENGLISH.findall(text))}


def test_a_russian_site_has_no_english_page_and_mentions_none(russian: Path) -> None:
    assert not (russian / "en").exists()
    assert of_english(russian) == {}
    assert len(list(texts(russian))) > 30


def test_its_lost_page_and_its_map_know_russian_alone(russian: Path) -> None:
    lost = (russian / "404.html").read_text(encoding="utf-8")
    assert lost.count('class="v-lost"') == 1
    assert "/en/" not in (russian / "sitemap.xml").read_text(encoding="utf-8")
    assert {path.name for path in (russian / "pagefind").glob("wasm.*")} == {"wasm.ru.pagefind"}


def test_its_copy_for_a_folder_is_russian_alone(russian: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(russian, copy)
    make_offline(copy, folders(["ru"]).values())
    assert of_english(copy) == {}
    assert "Парк" in (copy / "js/offline-index.js").read_text(encoding="utf-8")


def test_its_markdown_is_russian_alone(
    russian_tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    with drawn_by(EmptyDrawings):
        assert main(["export", "--data", str(russian_tables), str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["mkdocs.yml", "ru"]
    assert of_english(tmp_path / "out/ru") == {}
    assert OF_ENGLISH.findall((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8")) == []
    assert "out" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["ru", "en"])
def test_whoever_reads_messages_in_english_is_shown_the_site_that_there_is(
    russian_tables: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def refused(*_: object) -> None:
        shown.append(os.environ["VITRINA_LANGUAGE"])
        raise BuildFailed("whatever was built")

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vitrina.preview.build_to_look_at", refused)
    monkeypatch.setattr(LiveReloadServer, "serve", stopped)
    assert serve(russian_tables, Words("ru" if language == "ru" else "en")) == 0
    assert serve(SAMPLE, Words("ru" if language == "ru" else "en")) == 0
    assert shown == ["ru", language]


def test_a_site_in_a_language_that_is_not_named_is_refused(
    russian_tables: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        environment({"VITRINA_DATA": str(russian_tables), "VITRINA_LANGUAGE": "en"}),
        pytest.raises(Abort),
    ):
        build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    assert not (tmp_path / "site").exists()
    assert "there is no site in this language. Named are only ru" in caplog.text


def test_the_first_language_has_the_root_and_each_page_links_its_other(english_first: Path) -> None:
    """Every address that a page gives for the other language is there, and says where it lies."""
    count = 0
    for folder, own, other in (("", "en", "ru"), ("ru/", "ru", "en")):
        for path in sorted((english_first / folder).rglob("index.html")):
            where = path.parent.relative_to(english_first).as_posix()
            if (not folder and where.startswith("ru")) or "staff" in where.split("/"):
                continue
            html = path.read_text(encoding="utf-8")
            assert f'<html lang="{own}"' in html, where
            (switch,) = re.findall(rf'<a class="v-language" href="([^"]*)" lang="{other}"', html)
            target = (path.parent / switch / "index.html").resolve()
            assert f'<html lang="{other}"' in target.read_text(encoding="utf-8"), where
            page = "" if where in {".", "ru"} else f"{where.removeprefix('ru/')}/"
            links = dict(re.findall(r'hreflang="([\w-]+)" href="(https[^"]*)"', html))
            assert links == {"en": ADDRESS + page, "ru": f"{ADDRESS}ru/{page}", "x-default": ADDRESS + page}, where
            count += 1
    assert count > 20
    lost = (english_first / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'class="v-lost" lang="(\w+)"', lost) == ["en", "ru"]
    assert 'href="/repo/ru/"' in lost
    assert 'class="v-lost" lang="en"' not in (english_first / "ru/404.html").read_text(encoding="utf-8")


def test_what_is_russian_on_a_finished_english_page_says_so(english_first: Path) -> None:
    """Around the pages too: tabs, breadcrumbs, the footer. Titles and attributes have Russian names in «…»."""
    count = 0
    for path in sorted(english_first.rglob("*.html")):
        where = path.relative_to(english_first)
        if where.parts[0] == "ru" or path.name == "404.html":
            continue
        html = path.read_text(encoding="utf-8")
        title = re.findall("<title>(.*?)</title>", html)
        page = TextsByLanguage(re.sub("<title>.*?</title>", "", html))
        attributes = [value for language, _, value in page.attributes if language == "en"]
        unquoted = [text for text in (*title, *attributes) if RUSSIAN.search(re.sub("«[^»]*»|“[^”]*”", "", text))]
        assert (RUSSIAN.findall(page.text("en")), unquoted) == ([], []), where
        assert not re.search("[\ufdd0-\ufdd2]", html), where
        count += 1
    assert count > 20
