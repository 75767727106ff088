"""What is in force when documents follow one another, what stood there before, and how the plan moved."""

from decimal import Decimal

import pytest

from support.observations import plan, value
from support.small_programme import TREE, in_document, small_programme, stated
from vitrina.dataset.programme import Programme
from vitrina.measures.history import former_values
from vitrina.measures.known import Missing
from vitrina.measures.ledger import ledger
from vitrina.measures.plans import EditionPlan, plan_by_edition
from vitrina.measures.stated import funding_of, quotations_of, reconciliation_of

WHOLE_THEN_PART = """
    e1  1  edition  whole
    p2  2  edition  part
"""
WHOLE_THEN_WHOLE = """
    e1  1  edition  whole
    e2  2  edition  whole
"""
WITH_REPORTS = """
    e1  1  edition  whole
    r2  2  report   part
    r3  3  report   part
"""


def in_force(programme: Programme) -> dict[tuple[str, str, int], tuple[str, int | None]]:
    """Stage, source and year to the document and its kopecks."""
    money = ledger(programme).money
    columns = (money[name].tolist() for name in ("stage", "source", "year", "document", "kopecks"))
    return {
        (stage, source, year): (document, kopecks)
        for stage, source, year, document, kopecks in zip(*columns, strict=True)
    }


def test_a_part_restates_only_what_it_names() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022
        e1        town  plan   local      100   200
        e1        town  plan   regional    10    20
        p2        town  plan   local        -   250
        """,
        documents=WHOLE_THEN_PART,
    )
    assert in_force(programme) == {
        ("plan", "local", 2021): ("e1", 100),
        ("plan", "local", 2022): ("p2", 250),
        ("plan", "regional", 2021): ("e1", 10),
        ("plan", "regional", 2022): ("e1", 20),
    }
    funding = funding_of(programme)
    assert [funding.total(year) for year in (2021, 2022)] == [110, 270]
    assert quotations_of(programme)["local", 2022] == stated(programme, 6)


def test_a_whole_edition_replaces_every_plan_and_withdraws_what_it_leaves_out() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022
        e1        town  plan   local      100   200
        e1        town  plan   regional    10    20
        e2        town  plan   local      100   250
        """,
        documents=WHOLE_THEN_WHOLE,
    )
    assert in_force(programme) == {
        ("plan", "local", 2021): ("e2", 100),
        ("plan", "local", 2022): ("e2", 250),
    }
    assert funding_of(programme).sources == ("local",)


def test_a_whole_edition_leaves_approved_revised_and_spent_money_as_it_stood() -> None:
    programme = small_programme(
        """
        document  line  stage     source  2021
        e1        town  plan      local    100
        e1        town  approved  local     90
        e1        town  revised   local     95
        e1        town  actual    local     94
        e2        town  plan      local    120
        """,
        documents=WHOLE_THEN_WHOLE,
    )
    assert in_force(programme) == {
        ("approved", "local", 2021): ("e1", 90),
        ("revised", "local", 2021): ("e1", 95),
        ("actual", "local", 2021): ("e1", 94),
        ("plan", "local", 2021): ("e2", 120),
    }


def test_the_next_report_corrects_the_actual_of_the_one_before() -> None:
    programme = small_programme(
        """
        document  line  stage   source  2021  2022
        e1        town  plan    local    100   200
        r2        town  actual  local     98     -
        r3        town  actual  local     97   190
        """,
        documents=WITH_REPORTS,
    )
    assert in_force(programme) == {
        ("plan", "local", 2021): ("e1", 100),
        ("plan", "local", 2022): ("e1", 200),
        ("actual", "local", 2021): ("r3", 97),
        ("actual", "local", 2022): ("r3", 190),
    }


def test_the_sequence_decides_and_not_the_order_of_the_table() -> None:
    """None of the documents has a date."""
    programme = small_programme(
        """
        document  line  stage  source  2021
        p3        town  plan   local    130
        e1        town  plan   local    100
        p2        town  plan   local    120
        """,
        documents="""
        p3  3  edition  part
        e1  1  edition  whole
        p2  2  edition  part
        """,
    )
    assert all(document.date is None for document in programme.documents)
    assert in_force(programme) == {("plan", "local", 2021): ("p3", 130)}
    [before] = ledger(programme).former_money.values()
    assert [entry.kopecks for entry in before] == [120, 100]


def test_an_appendix_of_the_same_sequence_belongs_to_its_edition() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021
        e1        town  plan   local       90
        e2        town  plan   local      100
        a2        town  plan   regional    10
        """,
        documents="""
        e1  1  edition   whole
        a2  2  appendix  part
        e2  2  edition   whole
        """,
    )
    assert in_force(programme) == {("plan", "local", 2021): ("e2", 100), ("plan", "regional", 2021): ("a2", 10)}


def test_a_document_that_is_not_published_counts_for_nothing() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021
        e1        town  plan   local    100
        e2        town  plan   local    120
        """,
        documents="""
        e1  1  edition  whole
        e2  2  edition  whole  missing
        """,
    )
    assert in_force(programme) == {("plan", "local", 2021): ("e1", 100)}


def test_an_amount_that_a_later_document_does_not_know_is_not_known() -> None:
    programme = small_programme(
        """
        document  line  stage   source  2021
        e1        town  plan    local    100
        r2        town  actual  local     98
        r3        town  actual  local      ?
        """,
        documents=WITH_REPORTS,
    )
    [(document, kopecks)] = [at for (stage, _, _), at in in_force(programme).items() if stage == "actual"]
    assert (document, kopecks) != ("r2", 98)
    assert isinstance(ledger(programme).amounts.total("town", 2021, "actual"), Missing)


def test_a_row_of_which_is_a_figure_of_its_own() -> None:
    programme = small_programme(
        """
        document  line  stage  source       2021
        e1        town  plan   local         100
        e1        town  plan   local:roads    60
        p2        town  plan   local:roads    70
        """,
        documents=WHOLE_THEN_PART,
    )
    money = ledger(programme).money
    assert list(zip(money["of_which"], money["kopecks"], strict=True)) == [("", 100), ("roads", 70)]
    assert funding_of(programme).grand == 100


def test_a_total_is_compared_with_its_parts_as_they_were_restated() -> None:
    """The part forgot to restate the total of the year: 100 + 20 are not 110."""
    programme = small_programme(
        """
        document  line  stage  source    2021
        e1        town  plan   local      100
        e1        town  plan   regional    10
        e1        town  plan   total      110
        p2        town  plan   regional    20
        """,
        documents=WHOLE_THEN_PART,
    )
    [total] = reconciliation_of(programme).totals
    assert (total.stated, total.computed, total.row) == (110, 120, 4)


def test_a_year_of_which_only_the_total_is_told_counts_without_naming_who_pays() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022  total
        e1        town  plan   local      100     -      -
        e1        town  plan   total      100   200    300
        """,
        documents="e1 1 edition whole",
    )
    funding = funding_of(programme)
    assert (funding.sources, funding.unnamed) == (("local",), {2022: 200})
    assert [funding.total(2021), funding.total(2022), funding.grand] == [100, 200, 300]
    assert [total.difference for total in reconciliation_of(programme).totals] == [0, 0]


# Earlier versions.


def test_a_figure_restated_twice_has_its_history_newest_first() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021  2022
        e1        town  plan   local    100   200
        p2        town  plan   local    120     -
        e3        town  plan   local    130   200
        """,
        documents="""
        e1  1  edition  whole
        p2  2  edition  part
        e3  3  edition  whole
        """,
    )
    found = ledger(programme).former_money
    assert {figure: [entry.kopecks for entry in before] for figure, before in found.items()} == {
        ("town", "local", 2021, "plan", ""): [120, 100],
    }
    assert found["town", "local", 2021, "plan", ""][0].quotation == stated(programme, 4)


def test_a_withdrawn_figure_keeps_what_it_was() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022
        e1        town  plan   local      100   200
        e1        town  plan   regional     -    30
        e2        town  plan   local      100   200
        """,
        documents=WHOLE_THEN_WHOLE,
    )
    found = ledger(programme).former_money
    assert {figure[1]: [entry.kopecks for entry in before] for figure, before in found.items()} == {"regional": [30]}


# How the plan of each year moved.


def test_the_plan_of_each_year_after_every_edition() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022  2023
        e1        town  plan   local      100   200     -
        e1        town  plan   regional    10    20     -
        p2        town  plan   local        -   250     -
        r3        town  plan   regional    15     -     -
        e4        town  plan   local      100   300   400
        """,
        documents="""
        e1  1  edition  whole
        p2  2  edition  part
        r3  3  report   part
        e4  4  edition  whole
        """,
    )
    assert plan_by_edition(programme) == (
        EditionPlan("e1", {2021: 110, 2022: 220}),
        EditionPlan("p2", {2021: 110, 2022: 270}),
        EditionPlan("e4", {2021: 100, 2022: 300, 2023: 400}),
    )


def test_the_plan_of_a_line_without_amounts_of_its_own_is_that_of_its_children() -> None:
    programme = small_programme(
        """
        document  line    stage  source  2021
        e1        repair  plan   local     30
        e1        meals   plan   local     70
        p2        repair  plan   local     50
        """,
        documents=WHOLE_THEN_PART,
        lines=TREE,
    )
    assert plan_by_edition(programme, "schools") == (
        EditionPlan("e1", {2021: 100}),
        EditionPlan("p2", {2021: 120}),
    )
    assert plan_by_edition(programme) == (EditionPlan("e1", {}), EditionPlan("p2", {})), "the parks are not told"


# What is observed.


NO_MONEY = "document line stage source 2021"


def test_a_restated_value_stands_for_the_former_one_wherever_that_is_named() -> None:
    rows = (
        in_document("e1", value("2020", 404)),
        in_document("e1", plan("2021", 400)),
        in_document("r2", value("2020", 410)),
    )
    programme = small_programme(NO_MONEY, WITH_REPORTS, observations=rows)
    assert [row.id for row in ledger(programme).observations] == ["e1 plan 2021", "r2 actual 2020"]
    assert ledger(programme).in_force_by_id["e1 actual 2020"].value == 410
    assert former_values(programme) == {rows[2].id: (rows[0],)}


def test_a_whole_edition_takes_over_the_years_that_it_plans_and_nothing_else() -> None:
    rows = (
        in_document("e1", plan("2022", 390)),
        in_document("e1", plan("2021", 400)),
        in_document("e1", value("2020", 404)),
        in_document("e1", value("2019", 420), stage="baseline"),
        in_document("e1", value("2021", 410), stage="estimate"),
        in_document("e2", plan("2022", 380)),
    )
    programme = small_programme(NO_MONEY, WHOLE_THEN_WHOLE, observations=rows)
    assert ledger(programme).observations == rows[1:]
    assert ledger(programme).in_force_by_id[rows[1].id] is rows[1], "a text may still name what was planned"


def test_two_places_of_one_document_are_both_in_force() -> None:
    rows = (in_document("e1", value("2020", 404)), in_document("e1", value("2020", 405), id="again"))
    programme = small_programme(NO_MONEY, observations=rows, documents="e1 1 edition whole")
    assert ledger(programme).observations == rows


@pytest.mark.parametrize(
    ("again", "stood_before"),
    [(400, []), (Decimal("400.0"), []), (390, [400])],
    ids=["repeated", "printed with another decimal", "restated"],
)
def test_only_another_value_is_a_former_one(again: int | Decimal, stood_before: list[int]) -> None:
    rows = (in_document("e1", plan("2021", 400)), in_document("p2", plan("2021", str(again))))
    programme = small_programme(NO_MONEY, WHOLE_THEN_PART, observations=rows)
    assert [row.value for row in former_values(programme).get(rows[1].id, ())] == stood_before


def test_a_plan_that_became_a_range_is_another_one() -> None:
    rows = (in_document("e1", plan("2021", 400)), in_document("p2", plan("2021", 400, upper=Decimal(420))))
    programme = small_programme(NO_MONEY, WHOLE_THEN_PART, observations=rows)
    assert former_values(programme) == {rows[1].id: (rows[0],)}
