"""A unit says which numbers it can have; where the table does not, its name and that of the indicator do."""

from pathlib import Path

import pytest

from dataset.test_broken_datasets import changed_dataset
from vitrina.measures.loading import load_dataset

PEOPLE, SCHOOLS, MARKS = "человек|человека|человек", "школа|школы|школ", "балл|балла|баллов"


Measured = tuple[str, str, str]
"""Name, unit and kind of unit of an indicator."""


def found(folder: Path, measured: Measured, value: str) -> set[str]:
    """The rules that an observation of an indicator breaks, of which name, unit and kind are given."""
    name, unit, kind = measured
    change = folder.parent / "change.yml"
    change.write_text(
        f"""
- file: programmes/education/indicators.csv
  find: ;words;key_figure
  replace: ;words;key_figure;unit_kind
- file: programmes/education/indicators.csv
  add: |
    new;mentioned;;тема;{name};Новый;;{unit};rising;Что это;;;;;not-named;draft-2021;Раздел 2;слова;;{kind}
- file: programmes/education/observations.csv
  add: |
    new-1;new;;;2020-01-01;2020-12-31;;actual;;{value};;draft-2021;Раздел 2;было {value};
""",
        encoding="utf-8",
    )
    reading = load_dataset(changed_dataset(change, folder))
    return {problem.rule for problem in (*reading.problems, *reading.notices)}


@pytest.mark.parametrize(
    ("measured", "value"),
    [
        (("Средний балл выпускников", MARKS, ""), "4,1"),
        (("Темп роста доходов", "%", ""), "115,0"),
        (("Прирост числа жителей", "%", ""), "-3,2"),
        (("Выполнение плана по доле жителей", "%", ""), "104"),
        (("Миграционный прирост населения", PEOPLE, ""), "-350"),
        (("Средняя наполняемость классов", PEOPLE, ""), "24,5"),
        (("Врачей на 10 000 жителей", "врач|врача|врачей", ""), "31,7"),
        (("Заполняемость садов", "%", "rate"), "104"),
        (("Оценка жителей", SCHOOLS, "measured"), "4,1"),
        (("Финансовый остаток", SCHOOLS, "signed"), "-5,5"),
        (("Доля жителей", "%", ""), "100"),
    ],
)
def test_a_number_that_the_unit_can_have_is_taken(tmp_path: Path, measured: Measured, value: str) -> None:
    assert found(tmp_path / "build_data", measured, value) == set()


@pytest.mark.parametrize(
    ("measured", "value", "rule"),
    [
        (("Число школ", SCHOOLS, ""), "0,5", "count_not_whole"),
        (("Число школ", SCHOOLS, ""), "2,980", "two_readings"),
        (("Число школ", SCHOOLS, ""), "1,000", "two_readings"),
        (("Число школ", SCHOOLS, ""), "-5", "count_below_zero"),
        (("Средний балл", MARKS, ""), "-4,1", "count_below_zero"),
        (("Средний балл", MARKS, "counted"), "4,1", "count_not_whole"),
        (("Доля жителей", "%", ""), "115", "share_outside"),
        (("Удельный вес", "%", ""), "-3,2", "share_outside"),
        (("Заполняемость садов", "%", ""), "104", "share_or_rate"),
        (("Заполняемость садов", "%", "share"), "104", "share_outside"),
        (("Число школ", SCHOOLS, "share"), "5", "kind_of_another_unit"),
    ],
)
def test_a_number_that_the_unit_cannot_have_is_named(tmp_path: Path, measured: Measured, value: str, rule: str) -> None:
    assert found(tmp_path / "build_data", measured, value) == {rule}
