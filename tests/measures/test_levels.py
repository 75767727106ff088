"""Measures beside subprogrammes beside the programme, and «of which» rows beside their amount."""

from dataclasses import replace

import pytest

from support.small_programme import TREE, small_programme, stated
from vitrina.dataset import ExpectedFinding, Programme, problem_text
from vitrina.measures.findings import finding_problems
from vitrina.measures.levels import LevelTotal, levels
from vitrina.words import Words

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


# Differences stop the build until somebody has looked at them.

WRONG_SCHOOLS = """
    document  line     stage   source  2021
    edition   schools  actual  local   10000000
    edition   repair   actual  local    3000000
    edition   meals    actual  local    7200000
"""
KNOWN = ExpectedFinding(
    id="schools-actual",
    check="by-line",
    document="edition",
    line="schools",
    source="local",
    year=2021,
    difference=-200_000,
    reason="",
    row=2,
    stage="actual",
)


def said(programme: Programme, language: str = "ru") -> list[str]:
    return [problem_text(problem, Words(language)) for problem in finding_problems(programme)]


def test_a_new_difference_between_levels_is_named_with_its_row_and_figures() -> None:
    [told_so] = said(tree(WRONG_SCHOOLS))
    assert told_so == (
        "town/money.csv, строка 2, «Сумма» (amount): «100» — сумма не сходится с тем, что стоит ниже: подпрограммы и "
        "мероприятия вместе дают 102, разница -2. Сверьте суммы с документом. Если в документе напечатано именно "
        "так, впишите разницу -2 в таблицу expected_findings.csv."
    )


def test_parts_that_do_not_make_up_their_row_are_named() -> None:
    programme = small_programme(
        """
        document  line  stage  source            2021
        edition   town  plan   local         10000000
        edition   town  plan   local:roads!   9000000
        """
    )
    [told_so] = said(programme, "en")
    assert told_so == (
        "town/money.csv, row 2, “Amount” (amount): “100”: the “of which” rows are called all the parts of this amount, "
        "but give 90, the difference is 10. Compare the amounts with the document. If these are not all the parts, say "
        "so in their rows; if it is printed so, enter the difference 10 in the table expected_findings.csv."
    )


def test_a_known_difference_is_no_problem_and_belongs_to_its_stage_and_check() -> None:
    assert said(tree(WRONG_SCHOOLS, expected=[KNOWN])) == []
    for other in (replace(KNOWN, stage="plan"), replace(KNOWN, check="of-which"), replace(KNOWN, difference=-100_000)):
        assert said(tree(WRONG_SCHOOLS, expected=[other])) != []


def test_a_known_difference_that_is_mended_has_to_go() -> None:
    mended = tree(WRONG_SCHOOLS.replace("7200000", "7000000"), expected=[KNOWN])
    [problem] = finding_problems(mended)
    assert (problem.rule, problem.row) == ("difference_mended", 2)


def test_a_known_difference_of_a_total_that_was_restated_stays_written_down() -> None:
    """The edition's total was wrong by 5, and the next one restates it rightly."""
    known = replace(
        KNOWN, id="wrong", check="by-year", document="e1", line="town", source="total", difference=5, stage="plan"
    )
    programme = small_programme(
        """
        document  line  stage  source  2021
        e1        town  plan   local    100
        e1        town  plan   total    105
        e2        town  plan   local    100
        e2        town  plan   total    100
        """,
        documents="""
        e1  1  edition  whole
        e2  2  edition  whole
        """,
        expected=[known],
    )
    assert said(programme) == []
    assert stated(programme, 3).document == "e1"


def test_totals_of_every_line_and_stage_are_recomputed() -> None:
    """Of the year, of the source, and the grand total of a line that tells no sources."""
    programme = tree(
        """
        document  line   stage   source    2021  2022  total
        edition   parks  plan    local      100   200    300
        edition   parks  plan    regional    10    20     31
        edition   parks  plan    total      110   221    330
        edition   meals  actual  total       50    60    111
        """
    )
    assert [(problem.rule, problem.row) for problem in finding_problems(programme)] == [
        ("unexpected_difference", 7),
        ("unexpected_difference", 9),
        ("unexpected_difference", 13),
    ]


def test_a_total_of_which_a_part_is_not_known_is_not_compared() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021
        edition   town  plan   local      100
        edition   town  plan   regional     ?
        edition   town  plan   total      150
        """
    )
    assert said(programme) == []
