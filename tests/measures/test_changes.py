"""Every figure that a later document restates or leaves out: from what, to what, by how much, why."""

from dataclasses import replace
from decimal import Decimal

from support.observations import plan, value
from support.small_programme import in_document, small_programme, stated
from vitrina.dataset.programme import Programme
from vitrina.measures.changes import MoneyChange, ObservationChange, changes

THREE_EDITIONS = """
    e1  1  edition  whole
    p2  2  edition  part
    e3  3  edition  whole
"""
TWO_WHOLE = """
    e1  1  edition  whole
    e2  2  edition  whole
    e3  3  edition  whole
"""

Changed = tuple[str, str | None, int | None, str, int | None, int | None]


def told(programme: Programme) -> list[Changed]:
    return [
        (change.document, change.source, change.year, change.stage, change.before, change.after)
        for change in changes(programme)
        if isinstance(change, MoneyChange)
    ]


def test_changes_stand_newest_first_and_in_the_order_of_the_table() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  2022
        e1        town  plan   local      100   200
        e1        town  plan   regional    10    20
        p2        town  plan   regional     -    25
        p2        town  plan   local        -   250
        e3        town  plan   local      110   250
        e3        town  plan   regional    10     -
        """,
        documents=THREE_EDITIONS,
    )
    assert told(programme) == [
        ("e3", "local", 2021, "plan", 100, 110),
        ("e3", "regional", 2022, "plan", 25, None),
        ("p2", "regional", 2022, "plan", 20, 25),
        ("p2", "local", 2022, "plan", 200, 250),
    ]


def test_a_change_brings_both_quotations_its_difference_and_its_reason() -> None:
    programme = small_programme(
        """
        document  line  stage    source       2021
        e1        town  revised  local         100
        p2        town  revised  local  120(ремонт)
        """,
        documents=THREE_EDITIONS,
    )
    [change] = changes(programme)
    assert change == MoneyChange(
        "town", "local", 2021, "revised", 100, 120, "p2", stated(programme, 2), stated(programme, 3), "ремонт"
    )
    assert (change.difference, change.percent) == (20, Decimal(20))


def test_a_withdrawn_figure_has_nothing_after_it() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021  total
        e1        town  plan   local      100    100
        e1        town  plan   regional    10     10
        e3        town  plan   regional    10     10
        """,
        documents=THREE_EDITIONS,
    )
    assert told(programme) == [("e3", "local", 2021, "plan", 100, None), ("e3", "local", None, "plan", 100, None)]
    assert all(isinstance(change, MoneyChange) and change.after_quotation is None for change in changes(programme))
    assert [change.difference for change in changes(programme)] == [None, None]


def test_the_first_whole_edition_after_a_figure_withdraws_it_and_the_next_one_no_more() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021
        e1        town  plan   local      100
        e1        town  plan   regional    10
        e2        town  plan   regional    10
        e3        town  plan   regional    10
        """,
        documents=TWO_WHOLE,
    )
    assert told(programme) == [("e2", "local", 2021, "plan", 100, None)]


def test_a_year_that_no_later_edition_covers_is_not_withdrawn() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021  2022
        e1        town  plan   local    100     -
        e2        town  plan   local      -   120
        e3        town  plan   local      -   120
        """,
        documents=TWO_WHOLE,
    )
    assert told(programme) == []


def test_what_was_left_out_and_stated_again_changed_twice_even_if_it_is_the_same() -> None:
    programme = small_programme(
        """
        document  line  stage  source    2021
        e1        town  plan   local      100
        e1        town  plan   regional    10
        e2        town  plan   regional    10
        e3        town  plan   regional    10
        e3        town  plan   local      100
        """,
        documents=TWO_WHOLE,
    )
    assert told(programme) == [("e3", "local", 2021, "plan", 100, 100), ("e2", "local", 2021, "plan", 100, None)]


def test_a_plan_restored_to_its_former_value_changed_twice() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021
        e1        town  plan   local    100
        p2        town  plan   local    120
        e3        town  plan   local    100
        """,
        documents=THREE_EDITIONS,
    )
    assert told(programme) == [("e3", "local", 2021, "plan", 120, 100), ("p2", "local", 2021, "plan", 100, 120)]


def test_a_figure_stated_again_as_it_was_is_no_change() -> None:
    programme = small_programme(
        """
        document  line  stage   source  2021  2022
        e1        town  plan    local    100     -
        e1        town  actual  local      ?     -
        p2        town  plan    local    100     -
        p2        town  actual  local      ?     -
        e3        town  plan    local    100   200
        """,
        documents=THREE_EDITIONS,
    )
    assert changes(programme) == (), "a figure that is new has not changed either"


def test_an_actual_that_is_told_late_changes_from_nothing() -> None:
    programme = small_programme(
        """
        document  line  stage   source  2021
        e1        town  actual  local      ?
        p2        town  actual  local     98
        """,
        documents=THREE_EDITIONS,
    )
    [change] = changes(programme)
    assert isinstance(change, MoneyChange)
    assert (change.before, change.after, change.difference, change.percent) == (None, 98, None, None)


def test_a_change_from_zero_has_no_percent() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021
        e1        town  plan   local      0
        p2        town  plan   local     50
        e3        town  plan   local     50
        """,
        documents=THREE_EDITIONS,
    )
    [change] = changes(programme)
    assert isinstance(change, MoneyChange)
    assert (change.difference, change.percent) == (50, None)


def test_a_total_and_a_row_of_which_change_on_their_own() -> None:
    programme = small_programme(
        """
        document  line  stage  source       2021  total
        e1        town  plan   total         100    100
        e1        town  plan   local:roads    60      -
        p2        town  plan   total         110    110
        p2        town  plan   local:roads    65      -
        e3        town  plan   total         110    110
        e3        town  plan   local:roads    65      -
        """,
        documents=THREE_EDITIONS,
    )
    assert [
        (change.source, change.year, change.of_which, change.difference)
        for change in changes(programme)
        if isinstance(change, MoneyChange)
    ] == [(None, 2021, "", 10), (None, None, "", 10), ("local", 2021, "roads", 5)]


def test_values_of_indicators_follow_the_money_of_their_document() -> None:
    rows = (
        in_document("e1", plan("2021", 400), row=2),
        in_document("e1", plan("2022", 390), row=3),
        in_document("p2", plan("2022", 380), row=4),
        in_document("e3", plan("2022", 380), row=5),
        in_document("e3", replace(plan("2021", 7), indicator="places"), row=6),
    )
    programme = small_programme(
        """
        document  line  stage  source  2021
        e1        town  plan   local    100
        e3        town  plan   local    110
        """,
        documents=THREE_EDITIONS,
        observations=rows,
    )
    first, *others = changes(programme)
    assert isinstance(first, MoneyChange)
    assert others == [
        ObservationChange("queue", "", rows[0], None, "e3"),
        ObservationChange("queue", "", rows[1], rows[2], "p2"),
    ]
    assert [change.difference for change in others] == [None, -10]


def test_an_actual_that_no_later_document_repeats_is_not_withdrawn() -> None:
    rows = (in_document("e1", value("2020", 404)),)
    programme = small_programme("document line stage source 2021", THREE_EDITIONS, observations=rows)
    assert changes(programme) == ()


def test_one_document_changes_nothing() -> None:
    programme = small_programme(
        """
        document  line  stage  source  2021
        e1        town  plan   local    100
        """,
        documents="e1 1 edition whole",
    )
    assert changes(programme) == ()
