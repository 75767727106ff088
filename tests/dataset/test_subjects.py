"""What the programme says besides money: tables that may be missing, values that must stand in their words."""

import re
import shutil
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.cells import choice
from vitrina.dataset.programme import Programme
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.tables import LINKS, OBSERVATIONS, PROGRAMME_TABLES
from vitrina.dataset.tables.choices import SIGNS
from vitrina.measures.series import by_indicator

NEW = ("links", "indicators", "observations", "questions", "glossary", "keywords", "gaps", "contradictions")


@pytest.fixture(scope="module")
def programme() -> Programme:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset is not None
    return dataset.programme("education")


def without(folder: Path, *tables: str) -> Path:
    """The real dataset without some tables, their translations, and references to them in goals and lines."""
    shutil.copytree(DIVNOGORSK, folder)
    education = folder / "programmes" / "education"
    for table in tables:
        (education / f"{table}.csv").unlink()
    for kept in (education / "goals.csv", education / "lines.csv"):
        kept.write_text(re.sub(r"\{[^}]*\}", "…", kept.read_text(encoding="utf-8")), encoding="utf-8")
    translations = education / "translations.en.csv"
    lines = translations.read_text(encoding="utf-8").splitlines(keepends=True)
    others = [line for line in lines if line.split(";")[0] not in tables]
    translations.write_text("".join(others), encoding="utf-8")
    return folder


def test_a_programme_may_go_without_every_new_table(tmp_path: Path) -> None:
    reading = read_dataset(without(tmp_path / "build_data", *NEW))
    assert reading.problems == ()
    assert reading.dataset is not None
    [programme] = reading.dataset.programmes
    assert (programme.indicators, programme.observations, programme.links) == ((), (), ())
    assert programme.goals


def test_what_refers_to_a_table_that_is_not_there_is_reported(tmp_path: Path) -> None:
    reading = read_dataset(without(tmp_path / "build_data", "indicators"))
    assert ("indicators.csv", None, "rows_gone") in {
        (problem.file.rpartition("/")[2], problem.column, problem.rule) for problem in reading.problems
    }


def test_a_column_may_have_a_name_that_python_keeps_for_itself() -> None:
    assert LINKS.names[:2] == ("from", "to")
    assert OBSERVATIONS.column("from").title == "С какого дня"
    assert not OBSERVATIONS.is_required("from")


def test_our_own_words_are_text_that_is_translated() -> None:
    plain = [(table, name) for table in PROGRAMME_TABLES for name in table.plain]
    assert len(plain) > 15
    assert {table.cell(name).kind for table, name in plain} == {"text"}


def test_everything_is_read_and_in_its_order(programme: Programme) -> None:
    assert [indicator.number for indicator in programme.indicators if indicator.kind == "target"] == list("12345")
    for rows in (programme.questions, programme.gaps, programme.contradictions):
        sequences = [row.sequence for row in rows]
        assert sequences == sorted(sequences)
    assert len(programme.questions) >= 20
    assert programme.indicator("queue").unit == "ребёнок|ребёнка|детей"
    assert len(by_indicator(programme.observations)["births"]) == 9
    assert len(programme.goals_of("task")) == 4


def test_a_sign_that_no_keyboard_has_may_be_typed_with_two_keys() -> None:
    sign = choice(SIGNS, also={">=": "≥", "<=": "≤"})
    assert [sign.read(text) for text in ("≥", ">=", "<=", "больше", "at least")] == ["≥", "≥", "≤", ">", "≥"]
