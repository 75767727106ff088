"""What people look for comes first, in their own words and in any form, with its figure."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from browser.queries import ENGLISH, RUSSIAN
from browser.searching import first_answers, opened
from browser.visit import Visitor
from support.sites import made_once


@dataclass(frozen=True, slots=True)
class First:
    """What comes first for a query: where it leads, and all that is said of it."""

    path: str = ""
    line: str = ""


@pytest.fixture(scope="module")
def searches(visitor: Visitor, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, First]:
    """What comes first for each query; “en/” before English."""
    answers = made_once(tmp_path_factory, "searches", lambda answers: write_answers(visitor, answers))
    return {query: First(**first) for query, first in json.loads(answers.read_text(encoding="utf-8")).items()}


def write_answers(visitor: Visitor, answers: Path) -> None:
    """Asked one after another in one window of each language."""
    first = {}
    for path, queries in (("", RUSSIAN), ("en/", ENGLISH)):
        window = visitor(path)
        opened(window)
        for query, (address, line) in first_answers(window.page, queries).items():
            first[path + query] = First(address.removeprefix(window.address), line)
    assert not visitor.leave()
    found = {query: asdict(answer) for query, answer in first.items()}
    answers.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(("root", "queries"), [("", RUSSIAN), ("en/", ENGLISH)])
def test_what_is_asked_comes_first(searches: Mapping[str, First], root: str, queries: Mapping[str, str]) -> None:
    found = {query: searches[root + query].path for query in queries}
    place = {query: path if "#" in queries[query] else path.partition("#")[0] for query, path in found.items()}
    assert place == queries


def test_who_asks_for_a_figure_sees_it_without_opening_the_page(searches: Mapping[str, First]) -> None:
    """In the title, in the words around those that were asked, or in the first sentence of the page that has one."""
    pages = re.compile(
        r"(en/)?education/(indicators|funding|check|documents|gaps|goals|risks|subprogrammes/preschool)/"
    )
    found = {query: first.line for query, first in searches.items() if pages.match(first.path)}
    assert len(found) > 25
    without = {query for query, line in found.items() if not re.search(r"\d", line)}
    assert without == {"ЕГЭ", "отчёт"}, "the document has no figure, and no reports, as the titles say"


def test_an_excerpt_says_where_it_is_cut(searches: Mapping[str, First]) -> None:
    lines = [first.line.strip() for first in searches.values()]
    assert sum(line.endswith("…") for line in lines) > 5
    assert [line for line in lines if not line.endswith((".", "!", "?", "…"))] == []
