"""Stated totals beside the sums of their parts: what differs is found, named and never mended."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.problems import problem_text
from vitrina.dataset.programme import Programme
from vitrina.dataset.reader import read_dataset
from vitrina.measures.findings import finding_problems
from vitrina.measures.known import NOT_STATED
from vitrina.measures.reconciliation import EqualYears, Reconciliation, StatedTotal, reconcile
from vitrina.measures.stated import funding_of, quotations_of, reconciliation_of
from vitrina.words import Words

DIFFERENCE = 24_990_000  # 249,90 thousand roubles

AMOUNTS = {("region", 2020): 60, ("region", 2021): 70, ("city", 2020): 40, ("city", 2021): 50}
STATED: Mapping[tuple[str | None, int | None], int] = {
    (None, None): 220,
    ("region", None): 130,
    ("city", None): 90,
    (None, 2020): 100,
    (None, 2021): 120,
}


def reconciled(**changed: int) -> Reconciliation:
    """The table above, some of its totals printed otherwise: `grand`, `region`, `city`, `y2020`, `y2021`."""
    keys: dict[str, tuple[str | None, int | None]] = {
        "grand": (None, None),
        "region": ("region", None),
        "city": ("city", None),
        "y2020": (None, 2020),
        "y2021": (None, 2021),
    }
    stated = {**STATED, **{keys[name]: value for name, value in changed.items()}}
    return reconcile(AMOUNTS, {key: (value, row) for row, (key, value) in enumerate(stated.items(), start=2)})


def test_totals_that_add_up_are_all_found_and_none_differs() -> None:
    result = reconciled()
    assert len(result.totals) == 5
    assert result.differing == ()
    assert result.grand_repeats_one_source is None


def test_a_total_that_does_not_add_up_is_shown_with_both_figures_and_its_row() -> None:
    [wrong] = reconciled(y2021=125).differing
    assert wrong == StatedTotal(None, 2021, stated=125, computed=120, row=6)
    assert wrong.difference == 5


def test_a_difference_that_one_source_carries_into_the_grand_total_is_told() -> None:
    result = reconciled(city=93, grand=223)
    assert result.grand_repeats_one_source == StatedTotal("city", None, 93, 90, 4)


@pytest.mark.parametrize(
    "changed",
    [
        {"city": 93, "grand": 224},
        {"city": 93},
        {"grand": 223},
        {"city": 93, "region": 133, "grand": 223},
    ],
    ids=["another difference", "the grand total adds up", "all sources add up", "two wrong sources"],
)
def test_no_single_source_is_blamed_when_it_does_not_explain_the_grand_total(changed: dict[str, int]) -> None:
    assert reconciled(**changed).grand_repeats_one_source is None


def test_two_wrong_sources_are_both_named() -> None:
    result = reconciled(city=93, region=128)
    assert [(total.source, total.difference) for total in result.differing_sources] == [("region", -2), ("city", 3)]


def test_a_total_that_is_not_stated_is_not_invented() -> None:
    result = reconcile(AMOUNTS, {("city", None): (90, 2), (None, 2021): (120, 3)})
    assert result.grand is None
    assert [total.source for total in result.totals] == ["city", None]
    assert result.grand_repeats_one_source is None


@pytest.mark.parametrize(
    ("of_2021", "equal"),
    [
        ({("region", 2021): 60, ("city", 2021): 40}, (EqualYears(2021, 2020),)),
        ({("region", 2021): 40, ("city", 2021): 60}, ()),
        ({("region", 2021): 60, ("city", 2021): 40, ("other", 2021): 0}, ()),
        ({("region", 2022): 60, ("city", 2022): 40}, ()),
    ],
    ids=["every source repeats", "only the sum repeats", "a new source", "a year between"],
)
def test_years_are_equal_when_every_source_repeats_to_the_kopeck(
    of_2021: dict[tuple[str, int], int], equal: tuple[EqualYears, ...]
) -> None:
    assert reconcile({("region", 2020): 60, ("city", 2020): 40, **of_2021}, {}).equal_years == equal


# Divnogorsk's programme.


@pytest.fixture(scope="module")
def programme() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    return dataset.programme("education")


def with_amount(programme: Programme, row: int, kopecks: int) -> Programme:
    money = programme.money.copy()
    money.loc[row, "kopecks"] = kopecks
    return replace(programme, money=money)


def row_of(programme: Programme, source: str, year: int) -> int:
    money = programme.money
    [row] = money.index[(money["source"] == source) & (money["year"] == year)]
    return int(row)


def test_of_sixteen_totals_exactly_two_differ_and_both_by_249_90(programme: Programme) -> None:
    result = reconciliation_of(programme)
    assert len(result.totals) == 16
    assert [(total.source, total.year, total.difference) for total in result.differing] == [
        (None, None, DIFFERENCE),
        ("local", None, DIFFERENCE),
    ]
    assert result.grand is not None
    assert (result.grand.stated, result.grand.computed) == (652_900_550_000, 652_875_560_000)
    assert result.grand_repeats_one_source is not None
    assert result.grand_repeats_one_source.source == "local"
    assert result.equal_years == (EqualYears(2024, 2023),)


def test_the_funding_of_the_programme_is_what_the_document_prints(programme: Programme) -> None:
    funding = funding_of(programme)
    assert funding.sources == ("regional", "local", "other", "federal")
    assert funding.amount("federal", 2019) == NOT_STATED
    assert funding.total(2021) == 71_739_780_000
    assert funding.grand == 652_875_560_000
    assert len(funding.amounts) == 38
    assert quotations_of(programme)[None, None].words.endswith("6 529 005,50 тыс. рублей")


def test_the_known_differences_are_no_problem(programme: Programme) -> None:
    assert list(finding_problems(programme)) == []


def test_a_new_difference_is_named_with_its_row_its_figures_and_its_mend(programme: Programme) -> None:
    row = row_of(programme, "total", 2019)
    [problem] = finding_problems(with_amount(programme, row, 61_438_970_000))
    assert problem_text(problem, Words("ru")) == (
        f"education/money.csv, строка {row}, «Сумма» (amount): «614389,7» — итог не сходится: сумма его частей "
        "614389,6, разница 0,1. Сверьте суммы с документом. Если в документе напечатано именно так, впишите разницу "
        "0,1 в таблицу expected_findings.csv."
    )


def test_a_slip_in_one_amount_is_seen_in_every_total_it_belongs_to(programme: Programme) -> None:
    """Its year, its source (a known difference that is now another one), and the whole programme."""
    slipped = with_amount(programme, row_of(programme, "local", 2019), 23_296_900_001)
    found = {(problem.rule, problem.row) for problem in finding_problems(slipped)}
    money = programme.money
    totals = money.index[(money["source"] == "total") & (money["year"].isna() | (money["year"] == 2019))]
    local = money.index[(money["source"] == "local") & money["year"].isna()]
    assert found == {("unexpected_difference", int(row)) for row in [*totals, *local]}


def test_a_known_difference_that_the_document_mended_is_named(programme: Programme) -> None:
    """Both totals now add up: what is written down as known has to go."""
    money = programme.money
    rows = {key: int(money.index[(money["source"] == key) & money["year"].isna()][0]) for key in ("local", "total")}
    mended = with_amount(programme, rows["local"], 250_767_570_000)
    mended = with_amount(mended, rows["total"], 652_875_560_000)
    said = [problem_text(problem, Words("ru")) for problem in finding_problems(mended)]
    assert len(said) == 2
    assert (
        "education/expected_findings.csv, строка 2, «Код» (id): «local-total» — итог теперь сходится, "
        "этой разницы больше нет. Удалите эту строку."
    ) in said


def test_a_known_difference_of_a_total_that_is_gone_is_named(programme: Programme) -> None:
    money = programme.money
    gone = money.drop(index=money.index[(money["source"] == "local") & money["year"].isna()])
    [problem] = finding_problems(replace(programme, money=gone))
    assert problem_text(problem, Words("en")) == (
        "education/expected_findings.csv, row 2, “Id” (id): “local-total”: this difference can no longer be "
        "seen: the table lacks the total itself or the amount of one of its parts. Enter what is missing; if the "
        "document does not have it, remove this row or correct its source and year."
    )
