"""The page of evaluation: a reader with paper comes to the same scores; no page claims a method that nobody named."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from html import unescape

import pytest

from support.datasets import SAMPLE
from support.rendered import dataset_in, pages_of_kind, told
from vitrina.dataset.programme import Programme
from vitrina.measures.evaluation.evaluating import METHODS
from vitrina.pages.context import Context
from vitrina.pages.documents import documents
from vitrina.pages.evaluation_arithmetic import Calculation, calculation, score_figure
from vitrina.pages.observed import profiles_of
from vitrina.pages.page import write_page
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language, read_decimal

METHOD_IDS = tuple(METHODS)


def context(programme: Programme, language: Language = "ru") -> Context:
    return Context(dataset_in(SAMPLE), programme, Words(language))


@cache
def schools(method: str | None = "ratio", whose: str = "document") -> Programme:
    """The sample's large programme, with another method of its own or of ours, or with none."""
    programme = dataset_in(SAMPLE).programme("schools")
    own = programme.rule("evaluation")
    assert own is not None
    others = tuple(rule for rule in programme.rules if rule.field != "evaluation")
    if method is None:
        return replace(programme, rules=others)
    return replace(programme, rules=(*others, replace(own, value=method, whose=whose)))


@cache
def shown(programme: Programme, language: Language = "ru") -> str:
    made = context(programme, language)
    [page] = pages_of_kind(made, "evaluation")
    return write_page(page, Words(language), lambda drawing: f"<svg>{drawing.name}</svg>")


@cache
def calculations(method: str) -> list[Calculation]:
    made = context(schools(method))
    profiles = profiles_of(made)
    return [calculation(made, profiles, one) for year in made.measures.evaluations.values() for one in year]


def number(text: str) -> Decimal:
    return read_decimal(text)


def evaluated(figures: str) -> Decimal:
    """«0,8461 ÷ 0,9» or «a × b × c», as somebody with a pocket calculator would do it."""
    if "÷" in figures:
        dividend, divisor = figures.split("÷")
        return number(dividend.strip()) / number(divisor.strip())
    result = Decimal(1)
    for factor in figures.split("×"):
        result *= number(factor.strip())
    return result


@pytest.mark.parametrize("method", METHOD_IDS)
def test_a_reader_with_paper_comes_to_the_same_figures(method: str) -> None:
    found = calculations(method)
    assert len(found) > 20
    for item in found:
        products = [number(term.product) for term in item.terms if term.product]
        assert sum(products) == pytest.approx(number(item.sum), abs=Decimal("0.0002"))
        if item.is_weighted:
            weights = [number(term.weight) for term in item.terms if term.product]
            assert sum(weights) == number(item.weights)
        for step in item.steps:
            if "÷" in step.figures or "×" in step.figures:
                assert evaluated(step.figures) == pytest.approx(number(step.result), abs=Decimal("0.0009")), step
        assert item.steps[-1].result == item.score


@pytest.mark.parametrize("method", METHOD_IDS)
def test_every_division_of_an_indicator_gives_what_is_printed_behind_it(method: str) -> None:
    divided = [
        re.fullmatch(r"(.+ ÷ .+) = ([\d,]+)(?:, засчитали\s([\d,]+))?", term.degree)
        for item in calculations(method)
        for term in item.terms
        if "÷" in term.degree
    ]
    assert any(match and match[3] for match in divided) is (METHODS[method].cap == 1)
    for match in divided:
        assert match
        assert evaluated(match[1]) == pytest.approx(number(match[2]), abs=Decimal("0.00006"))
        if match[3]:
            assert number(match[3]) < number(match[2])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", METHOD_IDS)
def test_every_year_leads_to_its_arithmetic_in_which_the_parts_are_folded(method: str, language: Language) -> None:
    text, made = shown(schools(method), language), context(schools(method), language)
    years = {int(str(page.values["year"])): page for page in pages_of_kind(made, "evaluation_year")}
    assert list(years) == list(range(2020, 2026))
    for year, page in years.items():
        assert f'<a href="{year}/">{year}</a>' in text
        of_year = write_page(page, Words(language), lambda drawing: f"<svg>{drawing.name}</svg>")
        assert of_year.count("<details>") == len(made.measures.evaluations[year]) - 1
        assert of_year.count('class="v-sum v-steps"') == len(made.measures.evaluations[year])
    assert METHODS[method].sources[0] in unescape(text)


def test_the_score_is_said_to_be_the_methods_and_the_method_the_programmes() -> None:
    text = shown(schools())
    assert "способ счёта, который назвала сама программа" in text
    assert "Эффективность программы определяется как произведение" in text
    ours = shown(schools(whose="ours"))
    assert "Программа своего способа не\xa0называет, его выбрали мы" in ours
    assert "назвала сама программа" not in ours


def test_without_grades_nothing_is_graded() -> None:
    text = shown(schools("achievement-spending"))
    assert "высокая" not in text
    assert "удовлетворительная" not in text


def test_a_programme_that_names_no_method_has_no_page_and_its_documents_say_so() -> None:
    said = "Способа оценки программа не\xa0называет"
    with_method, without = context(schools()), context(schools(None))
    assert pages_of_kind(without, "evaluation") == []
    for made, expected in ((with_method, False), (without, True)):
        text = write_page(told(documents(made), made), made.words, lambda drawing: f"<svg>{drawing.name}</svg>")
        assert (said in text) is expected
        assert ("evaluation/index.md" in text) is not expected


@pytest.mark.parametrize(
    ("score", "grade", "written"),
    [
        (Fraction(9, 10), "high", "0,900"),
        (Fraction(8996, 10_000), "medium", "0,8996"),
        (Fraction(899_996, 1_000_000), "medium", "0,899996"),
        (Fraction(7004, 10_000), "satisfactory", "0,700"),
    ],
)
def test_a_score_never_looks_as_if_it_reached_a_grade_that_it_does_not(
    score: Fraction, grade: str, written: str
) -> None:
    found = context(schools()).evaluated[-1]
    exact = Decimal(score.numerator) / Decimal(score.denominator)
    changed = replace(found, score=exact, grade=grade)  # type: ignore[arg-type]  # one of the grades
    assert score_figure(Words("ru"), changed) == written
