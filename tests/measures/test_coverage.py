"""Which edition's plan counts for which year, and what a total, a source or a line that is not told leaves standing."""

from support.small_programme import small_programme
from vitrina.dataset.programme import Programme
from vitrina.measures.ledger import ledger
from vitrina.measures.stated import funding_of, reconciliation_of

WHOLE_THEN_WHOLE = """
    e1  1  edition  whole
    e2  2  edition  whole
"""
ONE = "e1 1 edition whole"


def document_of(programme: Programme, source: str, year: int) -> str:
    """The document of which a plan is in force."""
    money = ledger(programme).money
    [document] = money.loc[(money["source"] == source) & (money["year"] == year), "document"]
    return str(document)


ROLLING = """
        document  line  stage  source  2020  2021  2022  total
        e1        town  plan   local    100   200     -    300
        e2        town  plan   local      -   250   300    550
        e2        town  plan   total      -   250   300    550
        """


def test_a_year_that_the_edition_no_longer_covers_keeps_its_last_plan() -> None:
    programme = small_programme(ROLLING, documents=WHOLE_THEN_WHOLE)
    assert document_of(programme, "local", 2020) == "e1"
    funding = funding_of(programme)
    assert (funding.grand, funding.grand_years) == (650, (2020, 2021, 2022))
    assert funding.stated_totals == {}, "what the edition states over its own years is no total of the history"
    assert ledger(programme).former_money.keys() == {
        ("town", "local", 2021, "plan", ""),
        ("town", "local", None, "plan", ""),
    }


def test_a_total_over_the_years_of_an_edition_is_compared_with_those_years_alone() -> None:
    [grand, source, *years] = reconciliation_of(small_programme(ROLLING, documents=WHOLE_THEN_WHOLE)).totals
    assert [(total.source, total.year, total.difference) for total in (grand, source)] == [
        (None, None, 0),
        ("local", None, 0),
    ]
    assert [total.difference for total in years] == [0, 0]


def test_an_edition_whose_money_is_not_typed_in_yet_leaves_the_money_as_it_was() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021  total
        e1        town  plan   local    100    100
        """,
        documents=WHOLE_THEN_WHOLE,
    )
    assert document_of(programme, "local", 2021) == "e1"
    assert funding_of(programme).grand == 100
    assert ledger(programme).former_money == {}


def test_a_measure_of_a_later_edition_is_no_part_of_earlier_years() -> None:
    programme = small_programme(
        """
        document  line    stage  source  2020  2021  2022
        e1        repair  plan   local     10    20     -
        e2        repair  plan   local      -    20    30
        e2        meals   plan   local      -     5     6
        """,
        documents=WHOLE_THEN_WHOLE,
        lines={"town": None, "repair": "town", "meals": "town"},
    )
    assert [funding_of(programme).total(year) for year in (2020, 2021, 2022)] == [10, 25, 36]


def test_no_stated_total_is_thrown_away_because_one_of_its_parts_is_not_told() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022  total
        e1        town  plan   local      100     -      -
        e1        town  plan   regional     ?     -      -
        e1        town  plan   total      130     -    500
        """,
        documents=ONE,
    )
    funding = funding_of(programme)
    assert (funding.total(2021), funding.amount("local", 2021), funding.unnamed[2021]) == (130, 100, 30)
    assert (funding.grand, funding.grand_years) == (500, (2021, 2022))


def test_amounts_of_lower_lines_that_exceed_what_is_stated_are_no_split_of_it() -> None:
    programme = small_programme(
        """
        document  line    stage  source  2021
        e1        town    plan   total     90
        e1        repair  plan   local    100
        """,
        documents=ONE,
        lines={"town": None, "repair": "town"},
    )
    funding = funding_of(programme)
    assert (funding.total(2021), funding.sources, funding.unnamed) == (90, (), {2021: 90})
