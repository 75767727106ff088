"""The table from promise to money to result: what stands under a task belongs to it."""

import shutil
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from support.rendered import dataset_in, elements_of
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

CONSULTATIONS = {"ru": "Консультации для родителей", "en": "Consultations for parents"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["", "education/goals"])
def test_what_serves_no_task_does_not_stand_under_the_last_one(folder: str, language: Language) -> None:
    rows = [
        (row.get("class", ""), " ".join("".join(row.itertext()).split()))
        for row in elements_of(dataset_in(DIVNOGORSK), language)[folder].iter("tr")
    ]
    [place] = [number for number, (_, text) in enumerate(rows) if text.startswith(CONSULTATIONS[language])]
    above = [text for style, text in rows[:place] if "v-promises__task" in style]
    assert above[-1] == Words(language).say("Задача не названа")
    assert len(above) == 5


@pytest.mark.parametrize("stage", ["estimate", "forecast"])
def test_a_last_value_that_is_no_actual_says_what_it_is(stage: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(DIVNOGORSK, tmp_path / "build_data"))
    table = data / "programmes/education/observations.csv"
    text = table.read_text(encoding="utf-8")
    [row] = [line for line in text.splitlines() if line.startswith("clubs-2021;")]
    table.write_text(text.replace(row, row.replace(";actual;", f";{stage};")), encoding="utf-8")
    [told] = [
        " ".join(cell.itertext())
        for row in elements_of(dataset_in(data), "ru")["education/goals"].iter("tr")
        if any("кружк" in "".join(head.itertext()).lower() for head in row.iter("th"))
        for cell in row.iter("td")
        if cell.get("data-label") == "Факт"
    ]
    assert {"estimate": "оценка", "forecast": "прогноз"}[stage] in told
