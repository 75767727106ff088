"""The published programme: every row is as the document has it, and every figure of its money is there."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from support.hosts import hosts
from vitrina.cli import main
from vitrina.dataset.programme import Dataset, Programme
from vitrina.words.numbers import read_decimal

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "build_data/programmes/education/documents/draft-2021.txt"


def test_every_quotation_and_every_figure_stands_in_the_document(programme: Programme) -> None:
    assert len(programme.quoted["draft-2021"].passages) > 200


def test_the_text_is_the_very_one_that_the_edition_names(programme: Programme) -> None:
    assert programme.edition.sha256 == programme.quoted["draft-2021"].text.sha256


def test_the_funding_block_of_the_document_is_in_the_money_table_figure_by_figure(programme: Programme) -> None:
    """Read off the document on its own: every «… тыс. рублей» of the passport, in its order."""
    text = DOCUMENT.read_text(encoding="utf-8")
    block = text[text.index("Объем финансирования") : text.index("2. Характеристика")]
    printed = [
        int(read_decimal(re.sub(r"\s", "", amount)) * 100_000)
        for amount in re.findall(r"[-–]\s?(\d[\d\s]*,\d+)\s*тыс|составит (\d[\d\s]*,\d+)\s*тыс", block)
        for amount in amount
        if amount
    ]
    assert len(printed) == 54
    assert list(programme.money["kopecks"]) == printed


def test_money_has_38_amounts_11_year_totals_4_source_totals_and_one_grand_total(programme: Programme) -> None:
    money = programme.money
    whole_years, all_sources = money["year"].isna(), money["source"] == "total"
    assert (~whole_years & ~all_sources).sum() == 38
    assert (~whole_years & all_sources).sum() == 11
    assert (whole_years & ~all_sources).sum() == 4
    assert money.loc[whole_years & all_sources, "kopecks"].tolist() == [652_900_550_000]
    assert money.loc[~whole_years & ~all_sources, "kopecks"].sum() == 652_875_560_000
    assert money.loc[~whole_years & (money["source"] == "federal"), "year"].min() == 2020


def test_the_edition_is_the_draft_without_date_and_number(programme: Programme) -> None:
    edition = programme.edition
    assert (edition.date, edition.number) == (None, None)
    assert (edition.date_status, edition.number_status) == ("left-blank", "left-blank")
    assert programme.edition_year == 2021
    assert programme.years == tuple(range(2014, 2025))


def test_nine_promised_appendices_are_known_to_be_missing(programme: Programme) -> None:
    assert len(programme.missing_documents) == 9
    assert all(document.promise is not None for document in programme.missing_documents)


def test_every_russian_text_has_english_that_belongs_to_it(dataset: Dataset, programme: Programme) -> None:
    for texts in (programme.texts, dataset.texts):
        # Not the forms of a term: an English word may have no other.
        addresses = [address for address in texts.russian if (address[0], address[2]) != ("glossary", "forms")]
        translated = [texts.text(*address, "en") for address in addresses]
        assert {text.language for text in translated} == {"en"}
    places = {entry.quotation.place for entry in programme.passport}
    places |= {goal.quotation.place for goal in programme.goals} | {line.quotation.place for line in programme.lines}
    quotations = [indicator.quotation for indicator in programme.indicators]
    quotations += [observation.quotation for observation in programme.observations]
    quotations += [found.quotation for found in programme.contradictions]
    quotations += [gap.quotation for gap in programme.gaps if gap.quotation]
    places |= {quotation.place for quotation in quotations}
    places |= {found.other.place for found in programme.contradictions}
    places |= {document.promise.place for document in programme.documents if document.promise}
    places |= set(programme.money["place"])
    assert {programme.place(place, "en").language for place in places} == {"en"}


def test_prices_are_those_of_the_source_to_the_last_digit(dataset: Dataset) -> None:
    assert dataset.consumer_prices[2021] == Decimal("6.69445891957612")
    assert tuple(dataset.consumer_prices) == tuple(range(2014, 2022))


def test_the_check_finds_no_fault_and_counts_the_known_differences(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Ошибок нет: build_data в порядке.",
        "Известных расхождений в документе: 2. Они показаны на странице «Сверка».",
        "В тексте документа education/draft-2021 нашлись все цитаты: 201. В таблицах 59\xa0% текста; чисел 104 из 107.",
    ]


def test_nothing_of_it_is_invented(dataset: Dataset) -> None:
    assert not dataset.city.is_sample
    tables = [path for path in (ROOT / "build_data").rglob("*") if path.is_file()]
    assert len(tables) > 15
    assert [path for path in tables if "Вымышленск".encode() in path.read_bytes()] == []


def test_no_table_names_another_host() -> None:
    tables = [path for path in (ROOT / "build_data").rglob("*") if path.is_file()]
    assert {(path.name, host) for path in tables for host in hosts(path.read_text(encoding="utf-8"))} == set()
