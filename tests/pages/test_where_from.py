"""Every figure of a page leads to its row or its arithmetic, and what stands there is true."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from math import prod
from pathlib import Path
from typing import get_args

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in
from vitrina.pages.site import make_site
from vitrina.render import Files, written
from vitrina.words.numbers import Language
from vitrina.words.provenance import Counted, How, Kopecks, SaidFigures, Stated, sum_of, without_marks


@cache
def made(folder: Path, language: Language) -> tuple[Files, SaidFigures]:
    return written_with(folder, language, said := SaidFigures()), said


def written_with(folder: Path, language: Language, said: SaidFigures | None) -> Files:
    dataset = dataset_in(folder)
    words = replace(dataset.city.words(language), said=said)
    return written(make_site(dataset, words), words, draw=lambda _: "")


def texts(files: Files, explaining: bool) -> Mapping[str, str]:
    """The pages by their folders: those that explain figures, or all others."""
    return {
        posixpath.dirname(path): str(text)
        for path, text in files.items()
        if path.endswith("index.md") and ("where_from" in path) == explaining
    }


@pytest.mark.parametrize("language", ["ru", pytest.param("en", marks=pytest.mark.thorough)])
@pytest.mark.parametrize("folder", [DIVNOGORSK, SAMPLE], ids=["real", "sample"])
def test_every_figure_has_its_entry_and_every_entry_its_words_or_terms(folder: Path, language: Language) -> None:
    files, _ = made(folder, language)
    explaining = texts(files, explaining=True)
    anchors = {place: set(re.findall(r'<div id="([\d-]+)">', text)) for place, text in explaining.items()}
    lost, asked = [], 0
    for here, text in {**texts(files, explaining=False), **explaining}.items():
        for way in re.findall(r'href="((?:[./]*(?:where_from/)?(?:\d+/)?)?#\d+-\d+)"', text):
            place, _, anchor = way.partition("#")
            at = posixpath.normpath(posixpath.join(here, place))
            asked += 1
            lost += [] if anchor in anchors.get(at, ()) else [f"{here}: {way}"]
    assert (lost, asked > 100) == ([], True)
    for text in explaining.values():
        assert len(re.findall(r'<div id="[\d-]+">', text)) == text.count("<q ") + text.count("<dd>") - text.count(
            "<dd><q"
        )


@pytest.mark.parametrize("folder", [DIVNOGORSK, SAMPLE], ids=["real", "sample"])
def test_links_of_figures_are_all_that_they_add(folder: Path) -> None:
    plain, (leading, _) = written_with(folder, "ru", None), made(folder, "ru")
    of_row = re.compile(r', <a href="[^"]*">где сказано</a>')  # a difference leads to all that its row says
    link = re.compile(r'<a href="[./]*where_from/(?:\d+/)?#[\d-]+">(.*?)</a>', re.DOTALL)
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
