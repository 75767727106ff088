"""What is said to be exact is as exact as it is printed, and no more."""

from dataclasses import replace
from functools import cache

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.programme import Programme
from vitrina.measures.loading import load_dataset
from vitrina.measures.precision import printed_to


@cache
def programme() -> Programme:
    dataset = load_dataset(DIVNOGORSK).dataset
    assert dataset
    return dataset.programmes[0]


def printed(kopecks: int, words: str) -> str | None:
    row = programme().money.head(1).assign(kopecks=kopecks, words=words)
    return printed_to(replace(programme(), money=row))


def test_the_draft_prints_its_amounts_to_ten_roubles() -> None:
    assert printed_to(programme()) == "ten-roubles"


@pytest.mark.parametrize(
    ("kopecks", "words", "step"),
    [
        (50_000, "0,50 тыс. рублей", "ten-roubles"),
        (50_000, "0,5 тыс. рублей", "hundred-roubles"),
        (500_000, "5 тыс. рублей", "thousand-roubles"),
        (50_001, "0,50001 тыс. рублей", "kopeck"),
        (500_000, "в 2020,123 году 5 тыс. рублей", "thousand-roubles"),
        (500_000, "слова без суммы", None),
    ],
)
def test_the_last_digit_of_the_amount_alone_tells(kopecks: int, words: str, step: str | None) -> None:
    assert printed(kopecks, words) == step
