"""A dataset whose every text is hostile makes the same pages as one whose every text is a plain word."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from pages.saying import saying
from pages.seen import Element, Seen, seen
from support.datasets import DIVNOGORSK
from vitrina.charts.chart import Chart, Drawing
from vitrina.dataset.programme import Dataset
from vitrina.dataset.reader import read_dataset
from vitrina.pages.site import make_site
from vitrina.render import render
from vitrina.words.numbers import Language

ROOT = Path(__file__).parents[2]
PLAIN = "слово"
BY_LANGUAGE = pytest.mark.parametrize("language", ["ru", pytest.param("en", marks=pytest.mark.thorough)])
HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="a()"> </div></section> [a](javascript:b) {: #top onclick=c } '
    "{{ 7*7 }} {% x %} **b** `c` | &lt; https://host.example # --- \u2028 \\* ![p](//h/x.png)"
)


class Blank:
    """Draws nothing, so that only the pages are compared."""

    def prepare(self, charts: Iterable[Chart]) -> int:
        return len(list(charts))

    def svg(self, drawing: Drawing) -> str:
        return f"<svg><title>{drawing.name}</title></svg>"

    def png(self, chart: Chart) -> bytes:
        return chart.id.encode()

    def live_library(self) -> str:
        return ""


@cache
def dataset(text: str) -> Dataset:
    real = read_dataset(DIVNOGORSK).dataset
    assert real is not None
    made = saying(real, text)
    assert isinstance(made, Dataset)
    return made


@cache
def files(text: str, language: Language) -> Mapping[str, bytes | str]:
    words = dataset(text).city.words(language)
    return render(make_site(dataset(text), words), words, Blank())


@BY_LANGUAGE
def test_hostile_text_makes_no_element_and_no_link_on_any_page(language: Language) -> None:
    hostile, plain = files(HOSTILE, language), files(PLAIN, language)
    pages = [path for path in plain if path.endswith(".md")]
    assert len(pages) > 10
    assert list(hostile) == list(plain)
    for path in pages:
        one, other = str(hostile[path]), str(plain[path])
        assert one.count("\n---\n") == other.count("\n---\n"), "the front matter ends where it ended"
        seen_hostile, seen_plain = seen(body(one)), seen(body(other))
        assert without_made_ids(seen_hostile) == without_made_ids(seen_plain), path
        assert seen_hostile.others == [], path


@BY_LANGUAGE
def test_hostile_text_is_shown_letter_by_letter(language: Language) -> None:
    shown = seen(body(str(files(HOSTILE, language)["education/funding/2021/index.md"]))).text
    assert " ".join(HOSTILE.split()) in shown


def without_made_ids(page: Seen) -> list[Element]:
    """Without what follows from the words: names made of them, the lines that a long fraction is set in."""
    return [
        (tag, tuple((name, without_made_id(tag, name, value or "")) for name, value in attrs))
        for tag, attrs in page.elements
        if tag not in {"mtr", "mtd", "mtext"}
    ]


def without_made_id(tag: str, name: str, value: str) -> str:
    """Markdown names a small picture's heading by its words; a place in the document is named by their hash."""
    if tag == "h3" and name == "id" and re.fullmatch(r"[\w-]+", value):
        return ""
    return re.sub(r"(?:place|w)-[0-9a-f]{12}", "", value)


def body(page: str) -> str:
    """A page's Markdown after its front matter."""
    return page.split("\n---\n", 1)[1]


def _is_for_people(content: str | bytes) -> bool:
    return isinstance(content, bytes) and content.startswith(BOM_UTF8)


def test_no_cell_of_a_table_for_people_is_a_formula() -> None:
    """A table for programs holds each text as it is."""
    made = files("=1+1", "ru")
    tables = {path: content for path, content in made.items() if path.endswith(".csv") and _is_for_people(content)}
    assert tables
    for content in tables.values():
        assert isinstance(content, bytes)
        cells = content.decode("utf-8-sig").replace("\r\n", ";").split(";")
        assert not [cell for cell in cells if cell.strip('"').startswith(("=", "@", "+"))]
