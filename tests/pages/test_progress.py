"""The scoreboard of the sample: every promise a row, counts that agree with the rows, choices that the style knows."""

import re
from functools import cache

import pytest

from pages.seen import Seen, seen
from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, pages_of_kind
from vitrina.pages.context import Context
from vitrina.pages.page import Page, write_page
from vitrina.pages.progress import MOST_PARTS
from vitrina.project import THEME
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

STYLE = (THEME / "css/board.css").read_text(encoding="utf-8")


@cache
def context(language: Language = "ru") -> Context:
    dataset = dataset_in(SAMPLE)
    return Context(dataset, dataset.programme("schools"), Words(language))


@cache
def page(language: Language = "ru") -> Page:
    [made] = pages_of_kind(context(language), "progress")
    return made


@cache
def shown(language: Language = "ru") -> Seen:
    return seen(write_page(page(language), Words(language), lambda _: ""))


def statuses(language: Language = "ru") -> list[str]:
    return [
        str(attributes["data-status"])
        for tag, shape in shown(language).elements
        if tag == "tr" and (attributes := dict(shape)).get("data-status")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_target_indicator_under_its_last_name_is_a_row(language: Language) -> None:
    programme = context(language).programme
    continued = {indicator.continues for indicator in programme.indicators}
    targets = [one for one in programme.indicators if one.kind == "target" and one.id not in continued]
    assert len(statuses(language)) == len(targets)
    for target in targets:
        assert context(language).plain("indicators", target.id, "short_name") in shown(language).text


def test_the_counts_beside_the_choices_are_those_of_the_rows() -> None:
    rows = statuses()
    chosen = re.findall(
        r"(лучше плана|по плану|хуже плана|нет данных): (\d+)", shown().text.split("Детские сады", 2)[1]
    )
    kinds = {"лучше плана": "better", "по плану": "as-planned", "хуже плана": "worse", "нет данных": "none"}
    counted = {kinds[words]: int(number) for words, number in chosen}
    assert counted == {kind: rows.count(kind) for kind in set(rows)}


def test_the_style_knows_every_choice() -> None:
    values = {
        str(attributes["value"])
        for tag, shape in shown().elements
        if tag == "input" and (attributes := dict(shape))["type"] == "radio"
    }
    assert values > {"all", "1", "2", "3"}
    for chosen in values - {"all"}:
        assert f'[value="{chosen}"]:checked' in STYLE
    assert f'[data-part="{MOST_PARTS}"]' in STYLE
    assert f'[data-part="{MOST_PARTS + 1}"]' not in STYLE


def test_a_small_line_is_left_to_the_eye() -> None:
    drawn = [dict(shape) for tag, shape in shown().elements if tag == "svg"]
    assert len(drawn) >= len(statuses())
    assert all(one["aria-hidden"] == "true" for one in drawn)


def test_the_rule_is_worked_out_and_quoted() -> None:
    rule = context().programme.rule("tolerance-percent")
    assert rule is not None
    assert rule.quotation is not None
    assert rule.quotation.words in shown().text
    example = page().values["example"]
    assert example is not None
    assert "Можно отличаться на" in shown().text


def test_a_programme_that_can_compare_too_little_has_no_page() -> None:
    dataset = dataset_in(DIVNOGORSK)
    own = Context(dataset, dataset.programmes[0], Words("ru"))
    assert pages_of_kind(own, "progress") == []
