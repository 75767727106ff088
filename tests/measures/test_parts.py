"""«Of which» rows beside their amounts: summed over sources only where plan and actual speak of the same money."""

from support.small_programme import TREE, small_programme
from vitrina.measures.levels import levels
from vitrina.measures.parts import Part, parts_of_lines
from vitrina.measures.stated import funding_of


def parts(money: str, line: str = "repair") -> tuple[Part, ...]:
    return parts_of_lines(small_programme(money, lines=TREE)).get(line, ())


def test_sources_are_summed_where_every_stage_is_stated_for_them() -> None:
    # Roads: plan 30 + 20 = 50, spent 28 + 20 = 48.
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    local            100
        edition   repair  plan    local:roads       30
        edition   repair  plan    regional:roads    20
        edition   repair  actual  local:roads       28
        edition   repair  actual  regional:roads    20
    """) == (Part("roads", False, 2021, ("local", "regional"), {"plan": 50, "actual": 48}),)


def test_a_stage_of_one_source_alone_keeps_the_sources_apart() -> None:
    """A plan of two sources beside the spending of one would look like money unspent."""
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    local:roads       30
        edition   repair  plan    regional:roads    20
        edition   repair  actual  local:roads       28
    """) == (
        Part("roads", False, 2021, ("local",), {"plan": 30, "actual": 28}),
        Part("roads", False, 2021, ("regional",), {"plan": 20}),
    )


def test_what_is_stated_for_all_sources_is_taken_as_it_is() -> None:
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    total:roads       55
        edition   repair  plan    local:roads       30
        edition   repair  plan    regional:roads    20
    """) == (Part("roads", False, 2021, (), {"plan": 55}),)


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


def test_what_administrators_have_is_told_apart_from_what_is_named_apart() -> None:
    assert parts("""
        document  line    stage   source          2021
        edition   repair  plan    total            100
        edition   repair  plan    total:roads       30
        edition   repair  plan    total:@board!     60
        edition   repair  plan    total:@schools!   40
    """) == (
        Part("roads", False, 2021, (), {"plan": 30}),
        Part("board", True, 2021, (), {"plan": 60}),
        Part("schools", True, 2021, (), {"plan": 40}),
    )


def test_administrators_together_are_compared_with_the_amount_and_never_added_to_it() -> None:
    programme = small_programme("""
        document  line    stage   source          2021
        edition   town    plan    total            100
        edition   town    plan    total:roads!     100
        edition   town    plan    total:@board!     60
        edition   town    plan    total:@schools!   35
    """)
    assert funding_of(programme).grand == 100
    assert [(total.kind, total.difference) for total in levels(programme)] == [("of-which", 0), ("by-administrator", 5)]
