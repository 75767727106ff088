"""Whatever figure is shown reads back to the same kopecks, and reading fails in one way only."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vitrina.words import LANGUAGES, Words
from vitrina.words.money import FinerThanKopeck, kopecks_from_thousands, thousands_from_kopecks
from vitrina.words.numbers import SPACES, Language, UnreadableNumber, read_decimal, write_decimal

KOPECKS = st.integers(min_value=-(10**17), max_value=10**17)
LANGUAGE = st.sampled_from(LANGUAGES)


def as_typed(shown: str, language: Language) -> str:
    """English groups are commas, which a table of a Russian office never has: they are left out when typed."""
    return shown.replace(",", "") if language == "en" else shown


@given(kopecks=KOPECKS, language=LANGUAGE)
def test_an_exact_amount_reads_back_to_the_same_kopecks(kopecks: int, language: Language) -> None:
    shown = Words(language).exact(kopecks)
    assert kopecks_from_thousands(read_decimal(as_typed(shown, language))) == kopecks


@given(value=st.decimals(min_value=-(10**12), max_value=10**12, places=5), digits=st.integers(0, 5), language=LANGUAGE)
def test_a_number_reads_back_as_it_was_rounded(value: Decimal, digits: int, language: Language) -> None:
    shown = write_decimal(value, language, digits)
    read = read_decimal(as_typed(shown, language))
    assert abs(read - value) * 2 <= Decimal(1).scaleb(-digits)
    assert write_decimal(read, language, digits) == shown


@given(kopecks=KOPECKS, language=LANGUAGE)
def test_rounded_money_is_within_half_of_its_last_digit(kopecks: int, language: Language) -> None:
    with_unit = Words(language).in_scale(kopecks, "million")
    shown = as_typed("".join(re.findall(r"[\d.,\u202f\u2212]", with_unit)), language)
    assert abs(read_decimal(shown) * 100_000_000 - kopecks) * 2 <= 10_000_000


def refused(text: str) -> UnreadableNumber | None:
    try:
        read_decimal(text)
    except UnreadableNumber as fault:
        return fault
    return None


@given(st.text())
def test_any_text_is_read_or_refused_in_one_way(text: str) -> None:
    """Any other exception fails the test."""
    fault = refused(text)
    assert fault is None or fault.reason in {"letter", "date", "groups", "separators", "number"}


@given(st.text(alphabet=f"0123456789.,-+{SPACES}оОO\u2212янвамйdl%eE_", max_size=20))
@example("\u2212  0")
def test_a_mended_number_can_be_read(text: str) -> None:
    fault = refused(text)
    assert fault is None or not fault.mended or refused(fault.mended) is None


@given(kopecks=KOPECKS)
def test_kopecks_survive_the_way_through_thousands(kopecks: int) -> None:
    assert kopecks_from_thousands(thousands_from_kopecks(kopecks)) == kopecks


def test_a_fraction_of_a_kopeck_is_never_lost_however_far_behind_it_stands() -> None:
    with pytest.raises(FinerThanKopeck):
        kopecks_from_thousands(Decimal("1." + "0" * 40 + "1"))
