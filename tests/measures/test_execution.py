"""What was spent beside what was planned, in tables that are added up by hand."""

from decimal import Decimal

import pytest

from support.small_programme import TREE, small_programme, stated
from vitrina.measures.execution import Execution, Executions, executions

WITH_REPORT = """
    e1  1  edition  whole
    r2  2  report   part
"""


def executed(money: str, **others: object) -> Executions:
    return executions(small_programme(money, documents=WITH_REPORT, **others))  # type: ignore[arg-type]


def one(plan: str = "-", actual: str = "-", approved: str = "-", revised: str = "-") -> Execution:
    """A source of one year."""
    return executed(
        f"""
        document  line  stage     source  2021
        e1        town  plan      local   {plan}
        r2        town  approved  local   {approved}
        r2        town  revised   local   {revised}
        r2        town  actual    local   {actual}
        """
    ).of("town", "local", 2021)


#                  2021                           2022
#                  plan  approved revised actual  plan  actual
#   local           100       110     120    114   200     190
#   regional         50        50      40     40    60       —
#   total           150       160     160    154   260     190
TWO_YEARS = """
    document  line  stage     source    2021  2022
    e1        town  plan      local      100   200
    e1        town  plan      regional    50    60
    r2        town  approved  local      110     -
    r2        town  approved  regional    50     -
    r2        town  revised   local      120     -
    r2        town  revised   regional    40     -
    r2        town  actual    local      114   190
    r2        town  actual    regional    40     -
"""


def test_an_actual_is_measured_by_the_revised_plan() -> None:
    found = executed(TWO_YEARS).of("town", "local", 2021)
    assert (found.plan, found.approved, found.revised, found.actual) == (100, 110, 120, 114)
    assert (found.base_stage, found.base, found.difference, found.percent) == ("revised", 120, -6, Decimal(95))
    assert found.computed == frozenset()
    assert sorted(found.quotations) == ["actual", "approved", "plan", "revised"]


def test_all_sources_together_are_summed_by_us() -> None:
    found = executed(TWO_YEARS).of("town", None, 2021)
    assert (found.plan, found.approved, found.revised, found.actual) == (150, 160, 160, 154)
    assert (found.difference, found.percent) == (-6, Decimal("96.25"))
    assert found.computed == {"plan", "approved", "revised", "actual"}
    assert dict(found.quotations) == {}


def test_a_sum_that_the_document_states_too_is_quoted() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021
        e1        town  plan   local      100
        e1        town  plan   regional    50
        e1        town  plan   total      150
        """,
        documents=WITH_REPORT,
    )
    found = executions(programme).of("town", None, 2021)
    assert (found.plan, found.computed) == (150, frozenset())
    assert found.quotations == {"plan": stated(programme, 4)}


def test_all_years_are_those_with_an_actual_for_every_stage() -> None:
    """Of the local budget 2021 and 2022; of the regional one 2021 alone. Only 2021 has a revised plan."""
    found = executed(TWO_YEARS)
    local = found.of("town", "local")
    assert (local.years, local.plan, local.actual, local.percent) == ((2021, 2022), 300, 304, Decimal(30400) / 300)
    assert (local.approved, local.revised, local.base_stage) == (None, None, "plan"), "120 would stand beside two years"
    regional = found.of("town", "regional")
    assert (regional.years, regional.plan, regional.revised, regional.actual) == ((2021,), 50, 40, 40)
    everything = found.of("town")
    assert (everything.years, everything.plan, everything.actual) == ((2021, 2022), 410, 344)


def test_what_has_actuals_is_known() -> None:
    found = executed(TWO_YEARS)
    assert found.has_actuals
    assert (found.years, found.sources, found.lines) == ((2021, 2022), ("local", "regional"), ("town",))


def test_a_programme_without_actuals_has_no_execution() -> None:
    found = executed(
        """
        document  line  stage  source  2021
        e1        town  plan   local    100
        """
    )
    assert not found.has_actuals
    assert (found.years, found.sources, found.lines) == ((), (), ())
    together = found.of("town")
    assert (together.plan, together.actual, together.years, together.percent) == (None, None, (), None)


@pytest.mark.parametrize(
    ("amounts", "base_stage", "difference", "percent"),
    [
        ({"plan": "0", "actual": "0"}, "plan", 0, None),
        ({"plan": "0", "actual": "5"}, "plan", 5, None),
        ({"actual": "5"}, None, None, None),
        ({"plan": "100"}, "plan", None, None),
        ({"plan": "100", "actual": "?"}, "plan", None, None),
        ({"plan": "100", "actual": "x"}, "plan", None, None),
        ({"plan": "100", "actual": "0"}, "plan", -100, 0),
        ({"plan": "100", "actual": "130"}, "plan", 30, 130),
        ({"plan": "100", "actual": "-20"}, "plan", -120, -20),
        ({"plan": "100", "approved": "80", "revised": "160", "actual": "120"}, "revised", -40, 75),
        ({"plan": "100", "approved": "80", "actual": "60"}, "approved", -20, 75),
        ({"plan": "100", "approved": "80", "revised": "0", "actual": "0"}, "revised", 0, None),
        ({"plan": "100", "revised": "?", "actual": "50"}, "plan", -50, 50),
    ],
    ids=[
        "a plan of zero and nothing spent",
        "a plan of zero and something spent",
        "an actual without a plan",
        "a plan without an actual",
        "no data of the actual",
        "an actual that is not applicable",
        "nothing spent",
        "overspent",
        "money returned",
        "revised above approved",
        "approved, not revised",
        "revised to nothing",
        "no data of the revised plan",
    ],
)
def test_difference_and_percent(
    amounts: dict[str, str], base_stage: str | None, difference: int | None, percent: int | None
) -> None:
    found = one(**amounts)
    assert (found.base_stage, found.difference, found.percent) == (base_stage, difference, percent)


def test_a_source_that_only_the_actual_names_has_no_plan_but_counts() -> None:
    found = executed(
        """
        document  line  stage   source    2021
        e1        town  plan    local      100
        r2        town  actual  local      100
        r2        town  actual  federal     30
        """
    )
    federal = found.of("town", "federal", 2021)
    assert (federal.plan, federal.actual, federal.difference, federal.percent) == (None, 30, None, None)
    together = found.of("town", None, 2021)
    assert (together.plan, together.actual, together.percent) == (100, 130, Decimal(130))
    assert found.sources == ("local", "federal")


def test_a_total_stands_for_sources_that_are_not_told() -> None:
    """The report gives one source and the total: 80 is not what was spent."""
    found = executed(
        """
        document  line  stage   source    2021
        e1        town  plan    local      100
        e1        town  plan    federal     50
        r2        town  actual  local       80
        r2        town  actual  federal      ?
        r2        town  actual  total      120
        """
    )
    assert found.of("town", None, 2021).actual == 120
    assert found.of("town", "federal", 2021).actual is None


def test_a_sum_of_what_is_not_wholly_known_is_not_known() -> None:
    found = executed(
        """
        document  line  stage   source    2021
        r2        town  actual  local       80
        r2        town  actual  federal      ?
        """
    )
    assert found.of("town", None, 2021).actual is None


def test_what_is_not_applicable_is_nothing_in_a_sum() -> None:
    found = executed(
        """
        document  line  stage   source    2021
        r2        town  actual  local       80
        r2        town  actual  federal      x
        """
    )
    assert found.of("town", None, 2021).actual == 80


def test_rows_of_which_are_never_added() -> None:
    found = executed(
        """
        document  line  stage   source         2021
        e1        town  plan    local           100
        e1        town  plan    local:roads!     60
        e1        town  plan    local:lights!    40
        r2        town  actual  local            90
        r2        town  actual  local:roads      55
        """
    )
    together = found.of("town", None, 2021)
    assert (together.plan, together.actual, together.percent) == (100, 90, Decimal(90))


def test_reasons_are_the_reports_own_words() -> None:
    found = executed(
        """
        document  line  stage    source    2021
        e1        town  plan     local      100
        e1        town  plan     regional    50
        r2        town  revised  local      90(торги)
        r2        town  actual   local      80(оплата)
        r2        town  actual   regional   50(оплата)
        """
    )
    assert [reason.words for reason in found.of("town", "local", 2021).reasons] == ["торги", "оплата"]
    assert [reason.words for reason in found.of("town", None, 2021).reasons] == ["торги", "оплата"]
    assert [reason.document for reason in found.of("town", "regional").reasons] == ["r2"]


# Lines: town = schools + parks; schools = repair + meals.


def test_a_line_without_amounts_of_its_own_is_the_sum_of_its_children() -> None:
    found = executed(
        """
        document  line    stage   source    2021
        e1        repair  plan    local       30
        e1        repair  plan    federal     20
        e1        meals   plan    local       50
        r2        repair  actual  local       30
        r2        repair  actual  federal     10
        r2        meals   actual  local       40
        """,
        lines=TREE,
    )
    schools = found.of("schools", None, 2021)
    assert (schools.plan, schools.actual, schools.percent) == (100, 80, Decimal(80))
    assert schools.computed == {"plan", "actual"}
    assert found.of("schools", "local", 2021).actual == 70
    assert found.of("schools", "federal", 2021).plan == 20, "the meals tell all their sources, federal is none of them"
    assert found.lines == ("schools", "repair", "meals"), "the parks are not told, so the town is not either"


def test_what_a_line_states_itself_goes_first() -> None:
    found = executed(
        """
        document  line     stage   source  2021
        e1        schools  plan    local    101
        e1        repair   plan    local     30
        e1        meals    plan    local     70
        r2        repair   actual  local     30
        r2        meals    actual  local     60
        """,
        lines=TREE,
    )
    schools = found.of("schools", "local", 2021)
    assert (schools.plan, schools.actual, schools.computed) == (101, 90, frozenset({"actual"}))


@pytest.mark.parametrize("meals", ["-", "?"], ids=["not stated", "no data"])
def test_nothing_is_summed_where_one_child_is_missing(meals: str) -> None:
    found = executed(
        f"""
        document  line    stage   source  2021
        r2        repair  actual  local     30
        r2        meals   actual  local     {meals}
        """,
        lines=TREE,
    )
    assert found.of("schools", None, 2021).actual is None
    assert found.of("schools", "local", 2021).actual is None


def test_children_of_which_one_tells_only_its_total_have_no_sum_by_source() -> None:
    found = executed(
        """
        document  line    stage   source  2021
        r2        repair  actual  local     30
        r2        meals   actual  total     70
        """,
        lines=TREE,
    )
    assert found.of("schools", None, 2021).actual == 100
    assert found.of("schools", "local", 2021).actual is None


def test_reasons_of_a_summed_line_are_those_of_its_children() -> None:
    found = executed(
        """
        document  line    stage   source  2021
        r2        repair  actual  local   30(торги)
        r2        meals   actual  local   70
        """,
        lines=TREE,
    )
    assert [(reason.words, reason.place) for reason in found.of("schools").reasons] == [("торги", "Таблица repair")]
