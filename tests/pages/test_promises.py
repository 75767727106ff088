"""The table from promise to money to result: what stands under a task belongs to it."""

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
