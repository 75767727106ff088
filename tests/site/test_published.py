"""What is published: every page whole and in its language, every figure exact, every file of the kind it says it is."""

import csv
import io
import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from support.built_pages import pages, read
from support.datasets import DIVNOGORSK
from vitrina.words.money import kopecks_from_thousands
from vitrina.words.numbers import Language, read_decimal

YEARS = range(2014, 2025)
SOURCES = ("federal", "regional", "local", "other")
ADDS_UP = {"ru": "сходится", "en": "adds up"}
LANGUAGE = pytest.mark.parametrize("language", ["ru", "en"])


def language_of(site: Path, path: Path) -> Language:
    return "en" if path.is_relative_to(site / "en") else "ru"


def half(site: Path, language: str) -> Path:
    return site / "en" if language == "en" else site


@cache
def money() -> dict[tuple[str, str], tuple[int, str]]:
    """Source and year, as money.csv has them, to kopecks and the document's words; read here on its own."""
    file = DIVNOGORSK / "programmes/education/money.csv"
    rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";")
    return {
        (row["source"], row["year"]): (kopecks_from_thousands(read_decimal(row["amount"])), row["words"])
        for row in rows
        if row["document"] == "draft-2021" and row["line"] == "education" and row["amount"]
    }


@cache
def names(language: str) -> dict[str, str]:
    """The names of the sources, as city.yml has them, to their ids."""
    city = yaml.safe_load((DIVNOGORSK / "city.yml").read_text(encoding="utf-8"))
    return {source["name"][language]: identity for identity, source in city["sources"].items()}


def kopecks(cell: str) -> int:
    """What a cell of an exact table says, in either language."""
    return kopecks_from_thousands(read_decimal(re.sub(r"(?<=\d),(?=\d{3}(?:[,.]|$))", "", cell)))


# The status of the document.


@pytest.mark.parametrize("which", ["built_site", "built_sample"])
def test_every_page_tells_the_status_of_its_document_right_under_its_heading(
    request: pytest.FixtureRequest, which: str
) -> None:
    site: Path = request.getfixturevalue(which)
    listed = [page for page in site.rglob("index.html") if page.relative_to(site).parts[0] != "staff"]
    assert len(listed) > 50
    under = re.compile(r'</h1>\s*<p class="v-document-status">(?:[^<]|</?span\b[^>]*>)+</p>')  # a name may be Russian
    wrong = [page for page in listed if len(under.findall(page.read_text(encoding="utf-8"))) != 1]
    assert wrong == []
    assert [page for page in listed if page.read_text(encoding="utf-8").count("v-document-status") != 1] == []


# Figures.


@LANGUAGE
def test_the_front_page_states_both_totals_and_their_difference(built_site: Path, language: str) -> None:
    text = read(half(built_site, language) / "index.html").text
    figures = {
        "ru": ("6\u202f529\u202f005,50", "6\u202f528\u202f755,60", "249,90"),
        "en": ("6,529,005.50", "6,528,755.60", "249.90"),
    }[language]
    for figure in figures:
        assert " ".join(figure.split()) in text


@LANGUAGE
def test_the_money_page_has_all_38_amounts_and_all_11_totals_to_the_kopeck(built_site: Path, language: str) -> None:
    head, *rows = read(half(built_site, language) / "education/funding/index.html").tables["table"]
    sources = [names(language)[name] for name in head[2:]]
    shown = {}
    for name, total, *amounts in rows[:-1]:
        year = name.partition(",")[0]  # some are said to lie ahead
        shown["total", year] = kopecks(total)
        shown |= {
            (source, year): kopecks(cell)
            for source, cell in zip(sources, amounts, strict=True)
            if not cell.startswith("—")
        }
    expected = {key: amount for key, (amount, _) in money().items() if key[1] != "total"}
    assert len([key for key in shown if key[0] != "total"]) == 38
    assert len([key for key in shown if key[0] == "total"]) == 11
    assert shown == expected
    assert [kopecks(cell) for cell in rows[-1][1:]] == [
        sum(amount for (source, _), amount in shown.items() if source == name) for name in ("total", *sources)
    ]


@LANGUAGE
@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_its_own_amounts_and_the_words_of_the_document(built_site: Path, language: str, year: int) -> None:
    page = read(half(built_site, language) / f"education/funding/{year}/index.html")
    _, *rows, total = page.tables["table"]
    shown = {
        (names(language)[name], str(year)): kopecks(cells[0]) for name, *cells in rows if not cells[0].startswith("—")
    }
    shown["total", str(year)] = kopecks(total[1])
    of_year = {key: value for key, value in money().items() if key[1] == str(year)}
    assert shown == {key: amount for key, (amount, _) in of_year.items()}
    for _, words in of_year.values():
        assert " ".join(words.split()) in page.text


@LANGUAGE
def test_the_check_has_all_sixteen_totals_and_marks_two(built_site: Path, language: str) -> None:
    page = read(half(built_site, language) / "education/check/index.html")
    _, *rows = page.tables["table"]
    assert [kopecks(stated) for _, stated, _ in rows] == [money()[source, "total"][0] for source in ("total", *SOURCES)]
    differing = [row for row in rows if "+" in row[2]]
    assert [name for name, *_ in differing] == [rows[0][0], rows[3][0]]
    for _, stated, parts in differing:
        computed, difference = parts.split("+")
        assert kopecks(stated) - kopecks(computed) == kopecks(difference) == 24_990_000
    assert {parts for _, _, parts in rows} - {parts for *_, parts in differing} == {ADDS_UP[language]}
    # The totals of the years add up, all of them: they are named, and each stands on the page of its year.
    assert f": {', '.join(map(str, YEARS))}." in page.text


# Pages.


def test_both_languages_have_the_same_pages(built_site: Path) -> None:
    english = {path.relative_to(built_site / "en").as_posix() for path in (built_site / "en").rglob("*.html")}
    russian = {
        path.relative_to(built_site).as_posix()
        for path in built_site.rglob("*.html")
        if not path.is_relative_to(built_site / "en")
    }
    expected = {f"education/funding/{year}/index.html" for year in YEARS}
    expected |= {"index.html", "education/index.html", "education/funding/index.html", "education/check/index.html"}
    expected |= {"about/index.html", "accessibility/index.html", "404.html"}
    assert expected <= english
    assert {page for page in russian - english if not page.startswith("staff/")} == set()
    assert english <= russian


def test_every_page_says_what_it_is(built_site: Path) -> None:
    count = 0
    for page in pages(built_site):
        count += 1
        where = page.path.relative_to(built_site).as_posix()
        [root] = page.of("html")
        assert root["lang"] == language_of(built_site, page.path), where
        assert len(page.of("h1")) == 1, where
        assert len(page.of("title")) == 1, where
        if page.path.name == "404.html":
            continue
        assert len(page.meta("description")) > 40, where
        # With one programme its overview is the front page once more.
        home = page.path.parent.relative_to(built_site).as_posix() in {".", "en", "education", "en/education"}
        assert (page.of("nav", **{"class": "v-path"}) == []) == home, where
    assert count > 30


def test_the_first_link_of_every_page_leads_past_the_menus(built_site: Path) -> None:
    astray = []
    for page in pages(built_site):
        first = page.of("a")[0]
        anchors = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
        if first.get("class") != "v-skip" or first["href"].removeprefix("#") not in anchors:
            astray.append(page.path)
    assert astray == []


def test_titles_tell_pages_apart_but_for_the_two_that_are_the_same_page(built_site: Path) -> None:
    for language in ("ru", "en"):
        titles: dict[str, list[str]] = {}
        for page in pages(built_site):
            if language_of(built_site, page.path) == language:
                title = re.findall(r"<title>(.*?)</title>", page.path.read_text(encoding="utf-8"))[0]
                titles.setdefault(title, []).append(page.path.parent.name)
        assert [where for where in titles.values() if len(where) > 1] == []


def test_no_page_or_style_sheet_asks_another_host(built_site: Path) -> None:
    for page in pages(built_site):
        for tag, attributes in page.elements:
            for name in ("src", "href", "action", "srcset", "poster", "data"):
                address = attributes.get(name, "")
                assert not urlsplit(address).netloc, f"{page.path}: {tag} {address}"
                assert urlsplit(address).scheme in {"", "mailto", "data"}, f"{page.path}: {tag} {address}"
    own = list(built_site.rglob("css/*.css"))
    assert own
    for sheet in own:
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8"))


DECREE = DIVNOGORSK / "programmes/education/documents/draft-2021.txt"
LATIN_WORD = re.compile(r"\b[A-Za-z]{3,}\b")


def test_no_russian_page_holds_an_english_word(built_site: Path) -> None:
    for page in pages(built_site):
        # The page of a lost address speaks both languages; the staff's guide and
        # the pages of data show what to type.
        if (
            language_of(built_site, page.path) == "ru"
            and page.path.name != "404.html"
            and page.path.parent.name not in ("data", "dictionary")
            and "staff" not in page.path.parts
        ):
            allowed = {"English", "CSV", "PNG", "MIT", "CPI", "TOTL", "SHA", "RSS", "PDF", "TXT"}
            if page.path.is_relative_to(built_site / "education/documents"):  # the document itself, as it is printed
                allowed |= set(LATIN_WORD.findall(DECREE.read_text(encoding="utf-8")))
            if page.path.parent.name == "accessibility":
                allowed |= {"WCAG", "Chromium", "NVDA", "JAWS", "VoiceOver", "Tab", "axe"}
            if page.path.parent.name == "about":  # a collection and a licence are called as their owners call them
                allowed |= set(
                    LATIN_WORD.findall((DIVNOGORSK / "reference/series.csv").read_text(encoding="utf-8-sig"))
                )
            assert set(LATIN_WORD.findall(page.text)) <= allowed, page.path


def test_under_a_known_address_every_page_names_itself_and_its_other_language(site_under_sub_path: Path) -> None:
    root = "https://city.example/repo/"
    for page in pages(site_under_sub_path):
        if page.path.name == "404.html" or "staff" in page.path.parts:
            continue
        folder = page.path.parent.relative_to(site_under_sub_path).as_posix()
        own = root if folder == "." else f"{root}{folder}/"
        [canonical] = page.of("link", rel="canonical")
        assert canonical["href"] == own
        others = {link["hreflang"]: link["href"] for link in page.of("link") if "hreflang" in link}
        russian = own.replace(f"{root}en/", root)
        assert others == {"ru": russian, "en": russian.replace(root, f"{root}en/"), "x-default": russian}


# Files to take away.


@LANGUAGE
def test_a_table_to_take_away_opens_in_a_spreadsheet_and_holds_the_exact_figures(
    built_site: Path, language: str
) -> None:
    content = (half(built_site, language) / "education/funding/funding-by-year.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    delimiter, point = {"ru": (";", ","), "en": (",", ".")}[language]
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    shown = {}
    for row in rows:
        for title, cell in zip(head[1:-4], row[1:-4], strict=True):
            source = next((identity for name, identity in names(language).items() if title.startswith(name)), "total")
            if cell:
                assert re.fullmatch(rf"\d+(?:{re.escape(point)}\d+)?", cell)
                shown[source, row[0]] = kopecks_from_thousands(Decimal(cell.replace(point, ".")))
    assert shown == {key: amount for key, (amount, _) in money().items() if key[1] != "total"}


def test_every_file_is_what_its_name_says_and_knows_no_host(built_site: Path) -> None:
    kinds = {
        suffix: [path for path in built_site.rglob(f"education/**/*.{suffix}") if "data" not in path.parts]
        for suffix in ("csv", "png", "json")
    }
    assert all(len(files) > 30 for files in kinds.values())
    for path in kinds["png"]:
        assert path.read_bytes().startswith(b"\x89PNG\r\n\x1a\n"), path
    for path in kinds["csv"]:
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") != path.stem.endswith("-for-programs"), path
        assert b"nan" not in content.lower(), path
    for path in kinds["json"]:
        text = path.read_text(encoding="utf-8")
        assert isinstance(json.loads(text), dict), path
        assert "http" not in text, path
