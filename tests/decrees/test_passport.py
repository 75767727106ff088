"""The passport and the indicators of decrees: the real one, and those of other towns."""

from pathlib import Path

import pytest

from decrees.test_documents import as_word
from decrees.test_import import DECREE
from support.datasets import DIVNOGORSK
from vitrina.dataset.programme import Programme
from vitrina.decrees import Decree, read_decree
from vitrina.decrees.files import read_blocks
from vitrina.measures.loading import load_dataset

CULTURE = """\
ПАСПОРТ
муниципальной программы «Развитие культуры города Заречный»
Наименование муниципальной программы\tМуниципальная программа «Развитие культуры города Заречный» (далее – Программа)
Ответственный исполнитель программы\tУправление культуры администрации города Заречный
Соисполнители программы\tОтсутствуют
Участники программы\tМБУК «Дом культуры»¶МБУК «Городская библиотека»
Подпрограммы программы\t1. «Библиотеки»¶2. «Дома культуры»
Цели программы\tСоздание условий для развития культуры
Задачи программы\t1) сохранение библиотечных фондов;¶2) развитие народного творчества;¶3) ремонт зданий
Сроки реализации программы\t2021–2024 годы
Объемы бюджетных ассигнований программы\tОбщий объем финансирования – 40 000,0 тыс. рублей
Ожидаемые результаты реализации программы\tУвеличение числа посещений библиотек¶Рост числа участников клубов
1. Общая характеристика сферы культуры
Сведения о целевых показателях (индикаторах)
№ п/п\tНаименование показателя\tЕд. изм.\t2019 (факт)\t2020 (оценка)\t2021\t2022\t2023
1\t2\t3\t4\t5\t6\t7\t8
Подпрограмма 1 «Библиотеки»\t\t\t\t\t\t\t
1\tЧисло посещений библиотек на 1 000 жителей\tед.\t310\t305,5\tне менее 315\t320\t-
2\tДоля новых книг в фондах\t%\t2,1\t2,3\t2,5\t2,7-3,0\t3,1
"""
CARRIED_ON = """\
Паспорт подпрограммы «Дороги»
№\tЦель, целевые индикаторы\tЕдиница измерения\tВес\tИсточник информации\tОтчетный год 2018\tОчередной год 2020
Цель: дороги без ям\t\t\t\t\t\t
1.1\tДоля дорог без ям\t%\t0,4\tотчет\t75,0\t80,0
"""


@pytest.fixture(scope="module")
def programme() -> Programme:
    found = load_dataset(DIVNOGORSK).dataset
    assert found
    return found.programmes[0]


@pytest.fixture(scope="module")
def real() -> Decree:
    return read_decree(read_blocks(DECREE))


def read(text: str, folder: Path) -> Decree:
    return read_decree(read_blocks(as_word(text, folder / "decree.docx")))


def test_the_passport_of_the_real_decree_is_that_of_its_tables(real: Decree, programme: Programme) -> None:
    fields = {"name", "basis", "executor", "coexecutor", "period", "indicators", "resources"}
    typed = [(one.field, one.value, one.place) for one in programme.passport if one.field in fields]
    assert [(one.subject, one.text, one.place) for one in real.passport.entries if one.subject in fields] == typed


def test_its_goal_tasks_and_results_are_those_of_the_tables(real: Decree, programme: Programme) -> None:
    kinds = {"goal", "task", "result"}
    typed = [(goal.kind, goal.number or "", goal.text) for goal in programme.goals if goal.kind in kinds]
    told = [(one.subject, one.number, one.text) for one in real.passport.entries if one.subject in kinds]
    assert sorted(told) == sorted(typed)


def test_its_subprogrammes_and_indicators_are_those_of_the_tables(real: Decree, programme: Programme) -> None:
    subprogrammes = [(one.number, one.name) for one in programme.lines if one.kind == "subprogramme"]
    assert [(one.number, one.text) for one in real.passport.of("subprogramme")] == subprogrammes
    targets = [(one.number, one.name, one.place) for one in programme.indicators if one.kind == "target"]
    assert [(one.number, one.name, one.place) for one in real.indicators] == targets
    assert [one.number for one in real.indicators if not one.is_sure] == ["4", "5"], "their quotation marks never close"


def test_a_passport_that_is_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    passport = read(CULTURE, tmp_path).passport
    told: dict[str, list[str]] = {}
    for one in passport.entries:
        told.setdefault(one.subject, []).append(f"{one.number} {one.text}".strip())
    assert told == {
        "name": ["Муниципальная программа «Развитие культуры города Заречный»"],
        "executor": ["Управление культуры администрации города Заречный"],
        "coexecutor": ["МБУК «Дом культуры»", "МБУК «Городская библиотека»"],
        "subprogramme": ["1 Библиотеки", "2 Дома культуры"],
        "goal": ["Создание условий для развития культуры"],
        "task": ["1 сохранение библиотечных фондов", "2 развитие народного творчества", "3 ремонт зданий"],
        "period": ["2021–2024 годы"],
        "resources": ["Общий объем финансирования – 40 000,0 тыс. рублей"],
        "result": ["Увеличение числа посещений библиотек", "Рост числа участников клубов"],
    }


def test_a_table_of_indicators_gives_each_value_with_its_stage_sign_and_words(tmp_path: Path) -> None:
    visits, books = read(CULTURE, tmp_path).indicators
    assert (visits.name, visits.unit, visits.line) == (
        "Число посещений библиотек на 1 000 жителей", "ед.", "subprogramme-1"
    )  # fmt: skip
    assert [(one.year, one.stage, one.sign, str(one.value), one.upper) for one in visits.values] == [
        (2019, "actual", "=", "310", None),
        (2020, "estimate", "=", "305.5", None),
        (2021, "plan", "≥", "315", None),
        (2022, "plan", "=", "320", None),
    ]
    assert visits.values[0].words == "1\tЧисло посещений библиотек на 1 000 жителей\tед.\t310"
    assert [(str(one.value), str(one.upper)) for one in books.values if one.year == 2022] == [("2.7", "3.0")]


def test_the_years_of_reports_and_plans_and_the_weight_are_read(tmp_path: Path) -> None:
    [roads] = read(CARRIED_ON, tmp_path).indicators
    assert (roads.number, roads.name, roads.weight) == ("1.1", "Доля дорог без ям", "0,4")
    assert roads.source == "отчет"
    assert [(one.year, one.stage) for one in roads.values] == [(2018, "actual"), (2020, "plan")]


@pytest.mark.parametrize("period", ["2021 год и далее до 2024 года", "по мере необходимости"])
def test_a_period_that_is_not_one_span_of_years_is_doubtful(period: str, tmp_path: Path) -> None:
    [told] = read(CULTURE.replace("2021–2024 годы", period), tmp_path).passport.of("period")
    assert (told.text, told.doubts) == (period, ("year",))


def test_a_goal_and_tasks_in_one_cell_are_told_apart(tmp_path: Path) -> None:
    one_cell = "Цель и задачи программы\tЦель: чистая вода.¶Задачи:¶- новые трубы;¶- новые насосы."
    passport = read(f"Паспорт программы\n{one_cell}\nСроки реализации\t2020-2022 годы\n", tmp_path).passport
    assert [one.text for one in passport.of("goal")] == ["чистая вода"]
    assert [one.text for one in passport.of("task")] == ["новые трубы", "новые насосы"]


def test_what_stands_behind_a_title_in_its_line_is_read_from_its_first_letter(tmp_path: Path) -> None:
    file = tmp_path / "decree.txt"
    file.write_text(
        "ПАСПОРТ\nОтветственный исполнитель программы\tУправление культуры\nЦель программы: Жить\n"
        "Соисполнители программы – Отдел спорта\nСрок реализации\t2021-2024 годы\n",
        encoding="utf-8",
    )
    passport = read_decree(read_blocks(file)).passport
    assert [entry.text for entry in passport.entries] == [
        "Управление культуры",
        "Жить",
        "Отдел спорта",
        "2021-2024 годы",
    ]
