"""A quotation is compared with the document: a word that changed is found."""

from pathlib import Path

from support.datasets import DIVNOGORSK
from vitrina.dataset import check_quotations, read_dataset

DOCUMENT = Path(__file__).parents[1] / "documents/divnogorsk-education-programme.txt"


def test_a_changed_word_is_found() -> None:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset
    programme = dataset.programme("education")
    text = DOCUMENT.read_text(encoding="utf-8")
    found = list(check_quotations(programme, text.replace("Отдел образования администрации", "Отдел администрации")))
    assert [(problem.rule, problem.file.rpartition("/")[2], problem.row) for problem in found] == [
        ("words_not_found", "passport.csv", 5)
    ]
