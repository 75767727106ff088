"""A page speaks its own language, also where only a screen reader or a search engine looks; the other one is marked."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.page_language import ENGLISH, READABLE, RUSSIAN, SAME_EVERYWHERE, TextsByLanguage


def pages(site: Path, language: str) -> Iterator[tuple[str, TextsByLanguage]]:
    """The page of a lost address speaks both languages, the staff's guide shows what to type: both are left out."""
    for path in sorted(site.rglob("*.html")):
        where = path.relative_to(site).as_posix()
        if where.startswith("en/") == (language == "en") and path.name != "404.html" and not where.startswith("staff/"):
            yield where, TextsByLanguage(path.read_text(encoding="utf-8"))


def test_what_is_russian_on_an_english_page_says_so(built_site: Path) -> None:
    """Also a single letter, and in every attribute, whatever its name."""
    count = 0
    for where, page in pages(built_site, "en"):
        count += 1
        assert RUSSIAN.findall(page.text("en")) == [], where
        unmarked = [(name, value) for language, name, value in page.attributes if language == "en"]
        assert [(name, value) for name, value in unmarked if RUSSIAN.search(value)] == [], where
        assert {language for language, _ in page.texts if language} <= {"en", "ru"}, where
    assert count > 50


LEFT_BEHIND = "[bookmark: _GoBack]"
"""By the program that made a text of the document: it is printed there so."""


def test_what_an_english_page_calls_russian_is_russian(built_site: Path) -> None:
    """A screen reader would read English aloud as if it were Russian."""
    for where, page in pages(built_site, "en"):
        said = [text for language, text in page.texts if language == "ru" and text.strip() not in {"", LEFT_BEHIND}]
        said += [value for language, name, value in page.attributes if language == "ru" and name in READABLE]
        assert [text for text in said if ENGLISH.search(text) and not RUSSIAN.search(text)] == [], where


def test_nothing_on_a_russian_page_is_said_in_english(built_site: Path) -> None:
    count = 0
    for where, page in pages(built_site, "ru"):
        count += 1
        for language, name, value in page.attributes:
            if language == "ru" and name in READABLE:
                assert set(ENGLISH.findall(value)) <= SAME_EVERYWHERE, (where, name, value)
    assert count > 50


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_an_english_page_gives_to_take_away_is_english(built_site: Path, kind: str) -> None:
    files = [path for path in (built_site / "en/education").rglob(f"*.{kind}") if "data" not in path.parts]
    assert len(files) > 30, "the tables themselves quote the document"
    for path in files:
        text = path.read_text(encoding="utf-8-sig")
        whole = json.dumps(json.loads(text), ensure_ascii=False) if kind == "json" else text
        assert RUSSIAN.findall(whole) == [], path.relative_to(built_site)


@pytest.mark.parametrize(
    ("source", "english", "russian"),
    [
        ('<p lang="ru">да<br>нет</p>no', ["no"], ["да", "нет"]),
        ('<div lang="ru"><div>да</div>нет</div>no', ["no"], ["да", "нет"]),
        ('<img lang="ru" alt="да">no', ["no"], []),
        ('<p lang="ru">да <i lang="en">no</i> нет</p>', ["no"], ["да ", " нет"]),
        ('<svg lang="ru"><path d=""/><text>да</text></svg>no', ["no"], ["да"]),
    ],
)
def test_the_language_ends_where_its_element_ends(source: str, english: list[str], russian: list[str]) -> None:
    page = TextsByLanguage(f'<html lang="en">{source}</html>')
    assert [text for language, text in page.texts if language == "en"] == english
    assert [text for language, text in page.texts if language == "ru"] == russian


def test_an_attribute_is_in_the_language_of_its_element() -> None:
    page = TextsByLanguage(
        '<html lang="en"><a lang="ru" title="да" href="/">да</a><a aria-label="нет"></a><meta content="и"></html>'
    )
    assert [value for language, name, value in page.attributes if language == "ru" and name in READABLE] == ["да"]
    assert [value for language, name, value in page.attributes if language == "en" and name in READABLE] == ["нет", "и"]
