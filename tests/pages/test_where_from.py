"""Every figure of a page leads to its row or its arithmetic, and what stands there is true."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from html import unescape
from math import prod
from pathlib import Path
from typing import get_args
from urllib.parse import parse_qs, urlsplit

import pytest
from markdown import Markdown
from markupsafe import escape

from pages.seen import extensions
from shapes.cases import CASES
from shapes.making import read
from support.datasets import BATTERY, DIVNOGORSK, SAMPLE
from support.provenance import without_provenance
from support.rendered import dataset_in, site_of
from vitrina.pages.site import make_site
from vitrina.pages.stated_rows import StatedRows
from vitrina.pages.where_from import MOST_TERMS, Explanations
from vitrina.render import Files, written
from vitrina.sharing.where_from_pages import where_from_pages
from vitrina.words.numbers import Language
from vitrina.words.provenance import Counted, How, Kopecks, SaidFigures, Stated, sum_of, without_marks


@cache
def made(folder: Path, language: Language) -> tuple[Files, SaidFigures]:
    return written_with(folder, language, said := SaidFigures()), said


def written_with(folder: Path, language: Language, said: SaidFigures | None) -> Files:
    dataset = dataset_in(folder)
    words = replace(dataset.city.words(language), said=said)
    return written(make_site(dataset, words), words, draw=lambda _: "")


def texts(files: Files, name: str) -> Mapping[str, str]:
    """The pages of which the names of the files begin so, by their paths."""
    return {path: str(text) for path, text in files.items() if posixpath.basename(path).startswith(name)}


@pytest.mark.parametrize("language", ["ru", pytest.param("en", marks=pytest.mark.thorough)])
@pytest.mark.parametrize("folder", [DIVNOGORSK, SAMPLE], ids=["real", "sample"])
def test_every_figure_has_its_entry_and_every_entry_its_words_or_terms(folder: Path, language: Language) -> None:
    files, _ = made(folder, language)
    explaining = texts(files, "where-from")
    anchors = {path: set(re.findall(r'<div id="(\d+)">', text)) for path, text in explaining.items()}
    lost, asked = [], 0
    for here, text in {**texts(files, "index.md"), **explaining}.items():
        for way in re.findall(r'href="((?:where-from(?:-\d+)?\.html)?#\d+)"', text):
            name, _, anchor = way.partition("#")
            at = posixpath.join(posixpath.dirname(here), name) if name else here
            asked += 1
            lost += [] if anchor in anchors.get(at, ()) else [f"{here}: {way}"]
    assert (lost, asked > 100) == ([], True)
    none = dataset_in(folder).city.words(language).say("Таких нет.")
    for text in explaining.values():
        for entry in text.split('<div id="')[1:]:
            assert "<q " in entry or "<ol>" in entry or none in entry


USUAL = {"years of nought", "a source of nought", "nothing is spent in a year", "parts of amounts"}


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=[] if case in USUAL else pytest.mark.thorough) for case in CASES]
)
def test_no_figure_of_a_shape_leads_nowhere(case: str) -> None:
    """A nought is a figure as well."""
    dataset = read(CASES[case]).dataset
    assert dataset
    words = replace(dataset.city.words("ru"), said=SaidFigures())
    names, settings = extensions()
    converter = Markdown(extensions=names, extension_configs=settings)
    for path, text in texts(written(make_site(dataset, words), words, draw=lambda _: ""), "index.md").items():
        _, _, body = text.split("---\n", 2)
        html = converter.reset().convert(body)
        assert list(without_provenance(posixpath.dirname(path) or ".", html)) == []


def test_a_report_of_a_mistake_names_the_page_the_figure_and_its_row() -> None:
    files, _ = made(SAMPLE, "ru")
    money = {programme.id: programme.money["words"] for programme in dataset_in(SAMPLE).programmes}
    rows = 0
    for path, text in texts(files, "where-from").items():
        for entry in text.split('<div id="')[1:]:
            [address] = re.findall(r'<a href="(mailto:[^"]*)">', entry)
            said = parse_qs(urlsplit(unescape(address)).query)
            assert said["subject"] == [f"Ошибка: {posixpath.join(posixpath.dirname(path), '')}"]
            figure, row, rest = said["body"][0].split("\r\n")
            heading = re.sub(r"\s*<small>", ", ", entry[: entry.index("</dt>")].partition("<dt>")[2])
            assert (figure, rest) == (f"Число: {unescape(re.sub('<[^>]*>', '', heading))}", "")
            if stated := re.fullmatch(r"Данные: (\w+)/money\.csv, строка (\d+)", row):
                assert f">{escape(money[stated[1]].loc[int(stated[2])])}</q>" in entry
                rows += 1
            elif "<q " not in entry:
                assert row == f"Данные: {path}#{entry.partition(chr(34))[0]}"
    assert rows > 100


@pytest.mark.parametrize(
    "folder",
    [DIVNOGORSK, BATTERY, pytest.param(SAMPLE, marks=pytest.mark.thorough)],
    ids=["real", "battery", "sample"],
)
def test_links_of_figures_are_all_that_they_add(folder: Path) -> None:
    plain, (leading, _) = written_with(folder, "ru", None), made(folder, "ru")
    of_row = re.compile(r', <a href="[^"]*">где сказано</a>')  # a difference leads to all that its row says
    link = re.compile(r'<a href="where-from(?:-\d+)?\.html#\d+">(.*?)</a>', re.DOTALL)
    for path, content in plain.items():
        found = leading[path]
        if isinstance(content, str) and isinstance(found, str):
            unlinked = link.sub(r"\1", of_row.sub("", found)).replace("&#43;", "+")
            assert unlinked == of_row.sub("", content).replace("&#43;", "+"), path
            assert found == without_marks(found), path
        else:
            assert found == content, path


@pytest.mark.parametrize("folder", [DIVNOGORSK, SAMPLE], ids=["real", "sample"])
def test_every_figure_is_what_its_row_states_or_its_terms_give(folder: Path) -> None:
    dataset = dataset_in(folder)
    _, said = made(folder, "ru")
    stated = {
        Stated(programme.id, table, int(str(row))): values
        for programme in dataset.programmes
        for table, rows in (
            ("money", {number: {row} for number, row in programme.money["kopecks"].items()}),
            ("observations", {one.row: {one.value, one.upper} for one in programme.observations}),
            ("assignments", {one.row: {one.volume, one.cost} for one in programme.assignments}),
            ("indicators", {one.row: {one.weight} for one in programme.indicators}),
        )
        for row, values in rows.items()
    }
    hows = set()
    for figure in said:
        if isinstance(figure.provenance, Stated):
            assert figure.value in stated[figure.provenance], figure
            continue
        assert figure.provenance
        hows.add(how := figure.provenance.how)
        if how != "by_rule":
            expected = _WORTH[how](*(Decimal(term.value) for term in figure.provenance.terms))
            assert abs(abs(Decimal(figure.value)) - abs(expected)) <= _EXACT_TO.get(how, 0), figure
    of_evaluation = {"product", "quotient", "least", "average", *get_args(Counted)} - {"judged", "met"}
    assert {"sum", "difference", "share", "change", "real", "judged", "met"} <= hows
    assert of_evaluation <= hows or folder == DIVNOGORSK


_EXACT_TO: Mapping[How, Decimal] = {
    "real": Decimal(1),
    "average": Decimal(500),  # an average year is rounded to ten roubles
    "quotient": Decimal("1e-24"),
    "product": Decimal("1e-24"),
}
_WORTH: Mapping[How, Callable[..., Decimal]] = {
    "sum": lambda *terms: sum(terms, Decimal(0)),
    "difference": lambda one, other: one - other,
    "share": lambda part, whole: part * 100 / whole,
    "change": lambda now, before: (now - before) * 100 / before,
    "real": lambda amount, growth: amount / growth,
    "average": lambda amount, count: amount / count,
    "quotient": lambda one, other: one / other,
    "product": lambda *terms: prod(terms, start=Decimal(1)),
    "least": min,
    **dict.fromkeys(get_args(Counted), lambda *terms: Decimal(len(terms))),
}
"""What the terms give. Where a rule of the method decides it is no arithmetic."""


def test_of_a_long_sum_some_terms_stand_open_and_none_is_missing() -> None:
    site = site_of(dataset_in(SAMPLE), "ru")
    schools = next(context for context in site.contexts if context.programme.id == "schools")
    stated = schools.programme.money["kopecks"].dropna().head(100)
    whole = sum_of(Kopecks(int(kopecks), Stated("schools", "money", int(str(row)))) for row, kopecks in stated.items())
    words = replace(schools.words, said=(said := SaidFigures()))
    explanations = Explanations(StatedRows({"schools": schools}), words)
    explanations.linked(site.pages[-1], said.marked(whole, "5 ₽"))
    [(_, text)] = where_from_pages(explanations, words, "")
    shown, folded = text.split("<details>")
    assert (shown.count("<li>"), folded.count("<li>")) == (MOST_TERMS, 100 - MOST_TERMS)
    assert f'<ol start="{MOST_TERMS + 1}">' in folded


def test_two_rows_with_one_amount_stay_two() -> None:
    one, other = (Kopecks(500, Stated("roads", "money", row)) for row in (2, 3))
    assert one == other
    said = SaidFigures()
    assert said.marked(one, "5 ₽") != said.marked(other, "5 ₽")
    assert sum_of([one, other]).provenance != sum_of([one, one]).provenance  # type: ignore[attr-defined]


def test_what_is_added_to_a_number_from_nowhere_is_from_nowhere() -> None:
    known = Kopecks(500, Stated("roads", "money", 2))
    assert not hasattr(known + 7, "provenance")
    assert not hasattr(sum_of([known, 7]), "provenance")
    assert sum_of([known, 0]) is known
