"""Reports and expenditure by administrators: whatever the amounts, each has its stage, and codes are none."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from decrees.forms import written
from vitrina.decrees import Grid, Paragraph, Value, read_money

AMOUNTS = st.integers(1, 9_999_999_999).map(lambda kopecks: Decimal(kopecks) / 100)
STAGES = ("approved", "revised", "actual")
HEADER = (
    "№ п/п", "Наименование мероприятия", "ГРБС", "РзПр", "ЦСР", "ВР",
    "Сводная бюджетная роспись, план на 1 января отчетного года, тыс. рублей",
    "Сводная бюджетная роспись на отчетную дату, тыс. рублей", "Кассовое исполнение, тыс. рублей", "Исполнение, %",
    "Причины отклонений",
)  # fmt: skip


@given(rows=st.lists(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), min_size=1, max_size=6))
def test_every_amount_of_a_report_has_its_stage_and_year(rows: list[tuple[Decimal, ...]]) -> None:
    printed = [
        (
            f"1.{number}", f"Ремонт дороги {number}", "231", "0409", f"10 1 01 2{number:04}", "244",
            *map(written, amounts), "98,5", f"Торги прошли поздно, лот {number}",
        )
        for number, amounts in enumerate(rows, 1)
    ]  # fmt: skip
    title = Paragraph("Отчет об исполнении муниципальной программы «Дороги на 2021–2026 годы» за 2024 год", "абзац 1")
    reading = read_money((title, Grid((HEADER, *printed), "таблица 1")))
    assert [(one.line, one.year, one.stage, one.amount) for one in reading.values] == [
        (f"measure-1.{number}", "2024", stage, amount)
        for number, amounts in enumerate(rows, 1)
        for stage, amount in zip(STAGES, amounts, strict=True)
    ]
    assert all(one.is_sure for one in reading.values)
    spent = [one.reason for one in reading.values if one.stage == "actual"]
    assert spent == [f"Торги прошли поздно, лот {number}" for number in range(1, len(rows) + 1)]
    assert [one.csr for one in reading.codes] == [(f"10 1 01 2{number:04}",) for number in range(1, len(rows) + 1)]


def divided(whole: Decimal, parts: list[Decimal]) -> list[Value]:
    label = ("Муниципальная программа", "«Дороги»")
    rows = [
        ("Статус", "Наименование программы", "Наименование ГРБС", "ГРБС", "2024, тыс. рублей"),
        (*label, "всего расходные обязательства", "Х", written(whole)),
        (*label, "в том числе по ГРБС:", "", ""),
        *((*label, f"Управление {number}", f"{900 + number}", written(part)) for number, part in enumerate(parts)),
    ]
    return list(read_money((Paragraph("Распределение расходов", "абзац 1"), Grid(tuple(rows), "таблица 1"))).values)


@given(parts=st.lists(AMOUNTS, min_size=1, max_size=5), slip=st.sampled_from([Decimal(0), Decimal(1)]))
def test_the_parts_of_administrators_are_sure_where_they_make_up_the_whole(parts: list[Decimal], slip: Decimal) -> None:
    whole, *told = divided(sum(parts, slip), parts)
    assert whole.is_sure, "the document need not list every administrator"
    assert [(one.administrator, one.amount) for one in told] == [
        (f"Управление {number}", part) for number, part in enumerate(parts)
    ]
    assert all(one.is_sure is (slip == 0) for one in told)
