"""What came of the programme is read as the tables have it, and compared with the words of the report."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dataset.test_broken_datasets import STARTS, changed_dataset
from support.datasets import DIVNOGORSK
from vitrina.dataset.programme import Programme, Translated
from vitrina.dataset.reader import Reading, read_dataset
from vitrina.dataset.texts import fingerprint
from vitrina.words.foreign import foreign

A_YEAR_LATER = STARTS / "a-year-later.yml"
REPORT = "report-2021"
TEXT = """
Мероприятия: Ремонт зданий, Питание. Отдел образования. Отремонтированы три здания. выполнено частично.
план 100,00 утверждено 110,00 уточнено 120,00 исполнено 90,00 в том числе кровля 50,00 фасад 40,00
Экономия по итогам торгов. Доля детей в кружках. Доля детей от пяти лет в кружках, вес 0,5 60 70–75 72
Присмотр и уход, число детей. Число детей 1500 200 000,00 1490. не более чем на 5 процентов
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return changed_dataset(A_YEAR_LATER, tmp_path_factory.mktemp("later") / "build_data")


@pytest.fixture(scope="module")
def programme(folder: Path) -> Programme:
    return programme_in(folder)


def programme_in(folder: Path) -> Programme:
    dataset = read_dataset(folder).dataset
    assert dataset is not None
    return dataset.programme("education")


def test_a_measure_keeps_its_codes_as_text(programme: Programme) -> None:
    repairs = next(line for line in programme.lines if line.id == "repairs")
    assert (repairs.grbs, repairs.rzpr, repairs.csr, repairs.vr) == (
        ("075",),
        ("0701",),
        ("02 1 00 75880",),
        ("610", "620"),
    )
    assert (repairs.administrator, repairs.result) == ("Отдел образования", "Отремонтированы три здания")
    assert programme.line.grbs == ()


def test_money_knows_its_parts_and_reasons(programme: Programme) -> None:
    report = programme.money[programme.money["document"] == REPORT]
    assert report["stage"].tolist() == ["plan", "approved", "revised", "actual", "actual", "actual"]
    assert report["of_which"].tolist() == ["", "", "", "", "кровля", "фасад"]
    assert report["of_which_all"].tolist() == [False, False, False, False, True, True]
    assert report["reason"].tolist() == ["", "", "", "Экономия по итогам торгов", "", ""]


def test_a_table_without_the_new_columns_has_them_empty() -> None:
    money = programme_in(DIVNOGORSK).money
    assert set(money["of_which"]) == set(money["reason"]) == {""}
    assert not money["of_which_all"].any()


def test_ranges_baselines_weights_and_continuations_are_read(programme: Programme) -> None:
    plan, baseline = programme.observation("aged-plan"), programme.observation("aged-base")
    assert (plan.value, plan.upper, baseline.stage) == (Decimal(70), Decimal(75), "baseline")
    new = programme.indicator("clubs-new")
    assert (new.weight, new.continues, new.is_comparable) == (Decimal("0.5"), "clubs-old", False)
    assert programme.indicator("clubs-old").is_comparable


def test_services_assignments_and_completions_are_read(programme: Programme) -> None:
    planned, rendered = programme.assignments
    assert (planned.volume, planned.cost) == (Decimal(1500), 20_000_000_000)
    assert (rendered.volume, rendered.cost, rendered.cost_status) == (Decimal(1490), None, "not-published")
    assert programme.service(planned.service).measured == "Число детей"
    assert [(done.line, done.year, done.state) for done in programme.completions] == [
        ("repairs", 2021, "done"),
        ("meals", 2021, "partly"),
    ]


def test_the_rules_of_judging_are_those_of_the_table_or_none(programme: Programme) -> None:
    assert (programme.tolerance, programme.steady_tolerance, programme.evaluation_method) == (
        Decimal(5),
        Decimal(5),
        "ratio",
    )
    bare = replace(programme, rules=())
    assert (bare.tolerance, bare.steady_tolerance, bare.evaluation_method) == (Decimal(0), Decimal(0), None)
    steady = replace(programme.rules[0], field="steady-tolerance-percent", value="2,5")
    assert replace(programme, rules=(*programme.rules, steady)).steady_tolerance == Decimal("2.5")


def test_what_is_known_ends_with_the_latest_facts_of_a_published_document(programme: Programme) -> None:
    assert programme.known_until == date(2021, 12, 31)
    edition_alone = tuple(document for document in programme.documents if document.id != REPORT)
    assert replace(programme, documents=edition_alone).known_until == date(2021, 9, 30)


def reading_with(text: str, folder: Path) -> Reading:
    """The dataset with this text of the report."""
    file = changed_dataset(A_YEAR_LATER, folder / "build_data") / "programmes/education/documents" / f"{REPORT}.txt"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return read_dataset(folder / "build_data")


def test_everything_that_is_quoted_from_a_report_is_looked_for_in_it(tmp_path: Path) -> None:
    dataset = reading_with(TEXT, tmp_path).dataset
    assert dataset is not None
    passages = dataset.programme("education").quoted[REPORT].passages
    assert {quotation.words for quotation in passages} >= {"Отдел образования", "выполнено частично", "кровля"}


@pytest.mark.parametrize(
    ("words", "table", "column"),
    [
        ("Отдел образования", "lines", "administrator"),
        ("Отремонтированы три", "lines", "result"),
        ("кровля", "money", "of_which"),
        ("Экономия", "money", "reason"),
        ("частично", "completions", "words"),
        ("Число детей", "services", "measured"),
        ("не более чем", "rules", "words"),
    ],
)
def test_words_that_a_report_does_not_have_are_found(tmp_path: Path, words: str, table: str, column: str) -> None:
    problems = reading_with(TEXT.replace(words, ""), tmp_path).problems
    assert {(problem.file.rpartition("/")[2], problem.column, problem.rule) for problem in problems} == {
        (f"{table}.csv", column, "words_not_found")
    }


def test_words_that_many_rows_share_are_translated_once(tmp_path: Path) -> None:
    folder = changed_dataset(A_YEAR_LATER, tmp_path / "build_data")
    with (folder / "programmes" / "education" / "translations.en.csv").open("a", encoding="utf-8") as table:
        table.write(f"phrases;office;phrase;Education Department;{fingerprint('Отдел образования')}\n")
        table.write(f"lines;repairs;result;Three buildings repaired;{fingerprint('Отремонтированы три здания')}\n")
    reading = read_dataset(folder)
    assert reading.notices == ()
    programme = programme_in(folder)
    assert programme.phrase("Отдел образования", "en") == Translated("Education Department", "en")
    assert programme.phrase("Отдел образования", "ru") == Translated("Отдел образования", "ru")
    assert programme.phrase("Экономия по итогам торгов", "en") == Translated(foreign("Экономия по итогам торгов"), "ru")
    assert programme.text("lines", "repairs", "result", "en") == Translated("Three buildings repaired", "en")
