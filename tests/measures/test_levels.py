"""Measures beside subprogrammes beside the programme, and «of which» rows beside their amount."""

import pytest

from support.small_programme import TREE, small_programme
from vitrina.dataset.programme import Programme
from vitrina.measures.findings import finding_problems
from vitrina.measures.levels import LevelTotal, levels

#              local  regional  total
#   town         130        50    180
#     schools    100        50    150
#       repair    30        50     80
#       meals     70         —     70
#     parks       30         —     30
THREE_LEVELS = """
    document  line     stage  source    2021
    edition   town     plan   local      130
    edition   town     plan   regional    50
    edition   town     plan   total      180
    edition   schools  plan   local      100
    edition   schools  plan   regional    50
    edition   schools  plan   total      150
    edition   repair   plan   local       30
    edition   repair   plan   regional    50
    edition   meals    plan   local       70
    edition   parks    plan   local       30
"""


def told(programme: Programme) -> list[tuple[str, str | None, int | None, str, int, int]]:
    return [(one.line, one.source, one.year, one.stage, one.stated, one.computed) for one in levels(programme)]


def tree(money: str, **others: object) -> Programme:
    return small_programme(money, lines=TREE, **others)  # type: ignore[arg-type]


def test_every_level_is_compared_by_source_and_in_all() -> None:
    programme = tree(THREE_LEVELS)
    assert told(programme) == [
        ("town", "local", 2021, "plan", 130, 130),
        ("town", "regional", 2021, "plan", 50, 50),
        ("town", None, 2021, "plan", 180, 180),
        ("schools", "local", 2021, "plan", 100, 100),
        ("schools", "regional", 2021, "plan", 50, 50),
        ("schools", None, 2021, "plan", 150, 150),
    ]
    assert all(one.adds_up for one in levels(programme))
    assert list(finding_problems(programme)) == []


def test_a_difference_is_found_at_its_level_and_not_above() -> None:
    """The repair costs 31: the schools no longer add up, the town of schools and parks does."""
    programme = tree(THREE_LEVELS.replace("repair   plan   local       30", "repair   plan   local       31"))
    wrong = [one for one in levels(programme) if not one.adds_up]
    assert wrong == [
        LevelTotal("schools", "local", 2021, "plan", 100, 101, row=5, document="edition", kind="by-line"),
        LevelTotal("schools", None, 2021, "plan", 150, 151, row=7, document="edition", kind="by-line"),
    ]
    assert [one.difference for one in wrong] == [-1, -1]


def test_a_level_without_amounts_passes_on_the_sum_below_it() -> None:
    programme = tree(
        """
        document  line     stage  source  2021
        edition   town     plan   local    131
        edition   repair   plan   local     30
        edition   meals    plan   local     70
        edition   parks    plan   local     30
        """
    )
    assert told(programme) == [("town", "local", 2021, "plan", 131, 130)]


@pytest.mark.parametrize("meals", ["-", "?"], ids=["not stated", "no data"])
def test_nothing_is_compared_where_one_child_is_missing(meals: str) -> None:
    programme = tree(
        f"""
        document  line     stage  source  2021
        edition   schools  plan   local    100
        edition   repair   plan   local     30
        edition   meals    plan   local     {meals}
        """
    )
    assert levels(programme) == ()


def test_a_child_to_which_an_amount_does_not_apply_is_there_with_nothing() -> None:
    programme = tree(
        """
        document  line     stage  source  2021
        edition   schools  plan   local     30
        edition   repair   plan   local     30
        edition   meals    plan   local      x
        """
    )
    assert told(programme) == [("schools", "local", 2021, "plan", 30, 30)]


def test_a_source_that_no_child_names_is_a_difference() -> None:
    programme = tree(
        """
        document  line     stage  source   2021
        edition   schools  plan   local     100
        edition   schools  plan   federal    10
        edition   repair   plan   local      30
        edition   meals    plan   local      70
        """
    )
    assert told(programme) == [
        ("schools", "local", 2021, "plan", 100, 100),
        ("schools", "federal", 2021, "plan", 10, 0),
    ]


def test_stages_years_and_totals_over_years_are_compared_each_with_its_own() -> None:
    programme = tree(
        """
        document  line     stage   source  2021  2022  total
        edition   schools  plan    total    100   110    210
        edition   repair   plan    total     30    40     70
        edition   meals    plan    total     70    70    140
        edition   schools  actual  total     98     -      -
        edition   repair   actual  total     30     -      -
        edition   meals    actual  total     69     -      -
        """
    )
    assert told(programme) == [
        ("schools", None, 2021, "plan", 100, 100),
        ("schools", None, 2022, "plan", 110, 110),
        ("schools", None, None, "plan", 210, 210),
        ("schools", None, 2021, "actual", 98, 99),
    ]


def test_only_what_is_in_force_is_compared() -> None:
    programme = tree(
        """
        document  line     stage  source  2021
        e1        schools  plan   local    100
        e1        repair   plan   local     30
        e1        meals    plan   local     70
        p2        schools  plan   local    110
        p2        meals    plan   local     80
        """,
        documents="""
        e1  1  edition  whole
        p2  2  edition  part
        """,
    )
    [level] = levels(programme)
    assert (level.stated, level.computed, level.row, level.document) == (110, 110, 5, "p2")


def test_a_programme_without_lines_below_it_has_no_levels() -> None:
    assert levels(small_programme("document line stage source 2021\n edition town plan local 100")) == ()


# «Of which».


def test_all_the_parts_are_laid_beside_their_row_and_some_are_not() -> None:
    programme = small_programme(
        """
        document  line  stage  source           2021  2022
        edition   town  plan   local             100   200
        edition   town  plan   local:roads!       60   120
        edition   town  plan   local:lights!      40    70
        edition   town  plan   regional           50    50
        edition   town  plan   regional:roads     20    20
        """
    )
    assert [(one.kind, one.source, one.year, one.stated, one.computed) for one in levels(programme)] == [
        ("of-which", "local", 2021, 100, 100),
        ("of-which", "local", 2022, 200, 190),
    ]


def test_rows_of_which_are_not_added_to_a_level() -> None:
    programme = tree(
        """
        document  line     stage  source       2021
        edition   schools  plan   local         100
        edition   repair   plan   local          30
        edition   repair   plan   local:roofs    25
        edition   meals    plan   local          70
        """
    )
    assert told(programme) == [("schools", "local", 2021, "plan", 100, 100)]


def test_parts_of_which_one_is_not_known_are_not_compared() -> None:
    programme = small_programme(
        """
        document  line  stage  source           2021
        edition   town  plan   local             100
        edition   town  plan   local:roads!       60
        edition   town  plan   local:lights!       ?
        """
    )
    assert levels(programme) == ()
