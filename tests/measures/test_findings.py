"""A total that does not add up stops the build until somebody has looked at it; a known one stays as it was known."""

from dataclasses import replace

from support.small_programme import TREE, small_programme, stated
from vitrina.dataset.problems import problem_text
from vitrina.dataset.programme import ExpectedFinding, Programme
from vitrina.measures.findings import finding_problems
from vitrina.words import Words

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


def tree(money: str, **others: object) -> Programme:
    return small_programme(money, lines=TREE, **others)  # type: ignore[arg-type]


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
