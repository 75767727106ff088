"""«Of which» rows beside their amounts: summed over sources only where plan and actual speak of the same money."""

from ledger import TREE, ledger
from vitrina.measures.parts import Part, parts_of_lines


def parts(money: str, line: str = "repair") -> tuple[Part, ...]:
    return parts_of_lines(ledger(money, lines=TREE)).get(line, ())


def test_sources_are_summed_where_every_stage_is_stated_for_them() -> None:
    # Roads: plan 30 + 20 = 50, spent 28 + 20 = 48.
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    local            100
        edition   repair  plan    local:roads       30
        edition   repair  plan    regional:roads    20
        edition   repair  actual  local:roads       28
        edition   repair  actual  regional:roads    20
    """) == (Part("roads", 2021, ("local", "regional"), {"plan": 50, "actual": 48}),)


def test_a_stage_of_one_source_alone_keeps_the_sources_apart() -> None:
    """A plan of two sources beside the spending of one would look like money unspent."""
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    local:roads       30
        edition   repair  plan    regional:roads    20
        edition   repair  actual  local:roads       28
    """) == (
        Part("roads", 2021, ("local",), {"plan": 30, "actual": 28}),
        Part("roads", 2021, ("regional",), {"plan": 20}),
    )


def test_what_is_stated_for_all_sources_is_taken_as_it_is() -> None:
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    total:roads       55
        edition   repair  plan    local:roads       30
        edition   repair  plan    regional:roads    20
    """) == (Part("roads", 2021, (), {"plan": 55}),)


def test_the_latest_year_comes_first_and_other_lines_have_their_own() -> None:
    money = """
        document  line    stage   source          2021  2022
        edition   repair  plan    local:roads       30    31
        edition   repair  plan    local:bridges      5     -
        edition   meals   plan    local:milk         7     -
    """
    assert [(part.name, part.year) for part in parts(money)] == [("roads", 2022), ("roads", 2021), ("bridges", 2021)]
    assert [part.name for part in parts(money, "meals")] == ["milk"]
    assert parts(money, "parks") == ()


def test_a_figure_without_data_is_no_part() -> None:
    assert (
        parts("""
        document  line    stage   source          2021
        edition   repair  plan    local:roads        ?
    """)
        == ()
    )
