"""Pages of a programme whose documents state no money, or only what was spent."""

import re
from dataclasses import replace
from functools import cache

import pytest

from support.datasets import SAMPLE
from support.rendered import dataset_in, pages_of
from vitrina.dataset.programme import Dataset
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@cache
def parks(stages: frozenset[str]) -> Dataset:
    """The invented parks as the only programme, with the money of these stages alone."""
    dataset = dataset_in(SAMPLE)
    own = next(one for one in dataset.programmes if one.id == "parks")
    kept = own.money[own.money["stage"].isin(stages)]
    return replace(dataset, programmes=(replace(own, money=kept, questions=()),))


NO_MONEY, ONLY_SPENT = frozenset[str](), frozenset({"actual"})


@BY_LANGUAGE
@pytest.mark.parametrize("stages", [NO_MONEY, ONLY_SPENT], ids=["no money", "only spent"])
def test_the_style_of_a_paragraph_is_never_printed_as_its_words(stages: frozenset[str], language: Language) -> None:
    for page, text in pages_of(parks(stages), language).items():
        assert not re.search(r"\n\s*\n\{:", text), page


@BY_LANGUAGE
def test_no_page_leads_to_sums_or_totals_that_there_are_not(language: Language) -> None:
    pages = pages_of(parks(NO_MONEY), language)
    for page, target in (("", "check"), ("parks/check", "funding"), ("parks/funding", "check")):
        onward = pages[page].partition("v-onward")[2]
        assert f"{target}/" not in onward, page
        assert "<li" in onward, page


@BY_LANGUAGE
def test_sums_that_were_compared_with_their_parts_are_not_denied_in_the_heading(language: Language) -> None:
    denial, heading = (
        re.findall(r"^# (.*) \{: #top", pages_of(parks(stages), language)["parks/check"], re.MULTILINE)
        for stages in (NO_MONEY, ONLY_SPENT)
    )
    assert heading != denial
