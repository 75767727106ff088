"""Whatever the form, what is read is what was printed: all of it is found, and nothing wrong is called sure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decrees.forms import FORMS, NAMES, UNITS, Money, Printed
from vitrina.decrees import Block, Grid, Paragraph, Reading, read_money

ALIKE_FOR_ONE_SOURCE = {"running_sentence", "amounts_before_their_sources"}
"""With one source these print «краевой бюджет – 100; по годам: …»: nobody can tell whose years follow."""


@st.composite
def moneys(draw: st.DrawFn) -> Money:
    sources = draw(st.lists(st.sampled_from(list(NAMES)), min_size=1, max_size=4, unique=True))
    first, count = draw(st.integers(2010, 2026)), draw(st.integers(1, 8))
    kopecks = st.integers(1, 9_999_999_999)
    amounts = {
        (source, year): Decimal(draw(kopecks)) / 100
        for source in sources
        for year in range(first, first + count)
        if source == sources[0] or draw(st.booleans())
    }
    return Money(amounts, draw(st.sampled_from(list(UNITS))))


def missing(printed: Printed, money: Money, reading: Reading) -> list[tuple[str, str]]:
    read = {(one.source, one.year, one.amount, one.unit) for one in reading.values}
    return [key for key, amount in printed.expected.items() if (*key, amount, money.unit) not in read]


@pytest.mark.parametrize("name", FORMS)
@given(money=moneys())
def test_all_amounts_are_found_and_none_is_wrong_and_sure(name: str, money: Money) -> None:
    printed = FORMS[name](money)
    reading = read_money(printed.blocks)
    wrong = [
        one for one in reading.values if one.is_sure and printed.expected.get((one.source, one.year)) != one.amount
    ]
    assert wrong == []
    if len(money.sources) > 1 or name not in ALIKE_FOR_ONE_SOURCE:
        assert missing(printed, money, reading) == []


@pytest.mark.parametrize("name", FORMS)
def test_with_several_sources_and_years_every_amount_is_sure(name: str) -> None:
    amounts = {
        (source, year): Decimal(1000 * (n + 1) + 7 * year) / 100
        for n, source in enumerate(("federal", "regional", "local"))
        for year in range(2019, 2024)
    }
    reading = read_money(FORMS[name](Money(amounts)).blocks)
    assert [one for one in reading.values if not one.is_sure] == []
    assert not any(one.difference for one in reading.sums)


@pytest.mark.parametrize("name", ["years_under_sources", "table_of_years"])
def test_a_total_that_does_not_add_up_is_named_and_its_amounts_are_doubtful(name: str) -> None:
    amounts = {("local", year): Decimal(100) for year in (2020, 2021)} | {("federal", 2020): Decimal(5)}
    printed = FORMS[name](Money(amounts))
    spoilt = read_money(_with_another_amount(printed, "200,00", "201,00").blocks)
    [wrong] = [one for one in spoilt.sums if one.difference and one.parts == "years"]
    assert (wrong.source, wrong.stated, wrong.computed) == ("local", Decimal(201), Decimal(200))
    assert all("sum" in one.doubts for one in spoilt.values if one.source == "local")


def _with_another_amount(printed: Printed, old: str, new: str) -> Printed:
    """The same document with another total of the local budget."""
    blocks: list[Block] = []
    for block in printed.blocks:
        if isinstance(block, Grid):
            rows = [
                [cell.replace(old, new) if row[0] == "местный бюджет" else cell for cell in row] for row in block.rows
            ]
            blocks.append(Grid(tuple(map(tuple, rows)), block.place))
        else:
            text = block.text.replace(f"местного бюджета – {old}", f"местного бюджета – {new}")
            blocks.append(Paragraph(text, block.place))
    return Printed(tuple(blocks), printed.expected)
