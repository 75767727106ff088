"""A quotation is compared with the document: a word and a figure of its own that changed are both found."""

from dataclasses import replace
from pathlib import Path

from datasets import DIVNOGORSK
from vitrina.dataset import check_quotations, read_dataset
from vitrina.dataset.quotations import figures

DOCUMENT = Path(__file__).parents[1] / "documents/divnogorsk-education-programme.txt"


def test_a_changed_word_and_a_changed_figure_are_both_found() -> None:
    dataset = read_dataset(DIVNOGORSK).dataset
    assert dataset
    programme = dataset.programme("education")
    text = DOCUMENT.read_text(encoding="utf-8")
    found = list(check_quotations(programme, text.replace("Отдел образования администрации", "Отдел администрации")))
    assert [(problem.rule, problem.file.rpartition("/")[2], problem.row) for problem in found] == [
        ("words_not_found", "passport.csv", 5)
    ]
    money = programme.money.copy()
    money["kopecks"] = money["kopecks"].mask(money.index == 15, 1)
    found = list(check_quotations(replace(programme, money=money), text))
    assert [(problem.rule, problem.row) for problem in found] == [("figure_not_in_words", 15)]


def test_figures_are_whole_numbers_of_the_words_and_not_parts_of_them() -> None:
    assert figures("2014 год – 447 679,60 тыс. рублей") == {2014 * 100_000, 44_767_960_000}
    assert figures("в 2020 году – 211201,80 тыс. рублей") == {2020 * 100_000, 21_120_180_000}
    assert figures("бюджета- 160\u00a0383,80 тыс.рублей") == {16_038_380_000}
