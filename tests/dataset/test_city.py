"""The languages of a city's site, and what its settings then have to tell."""

import re
from pathlib import Path

import pytest

from datasets import DIVNOGORSK
from vitrina.dataset.city import CityReading, languages_of, read_city

SETTINGS = (DIVNOGORSK / "city.yml").read_text(encoding="utf-8")
ENGLISH = re.compile(r"^ +en: .*\n", re.MULTILINE)
RUSSIAN = re.compile(r":\n +ru: ")


def read(folder: Path, text: str) -> CityReading:
    (folder / "city.yml").write_text(text, encoding="utf-8")
    return read_city(folder)


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("", ("ru", "en")),
        ("languages: [ru]", ("ru",)),
        ("languages:\n  - ru", ("ru",)),
        ("languages:\n- en\n- ru", ("en", "ru")),
        ('languages: ["ru", "en"]', ("ru", "en")),
    ],
)
def test_the_languages_are_those_of_the_settings_in_their_order(
    tmp_path: Path, line: str, languages: tuple[str, ...]
) -> None:
    city = read(tmp_path, f"{SETTINGS}{line}\n").city
    assert city is not None
    assert city.languages == languages
    assert languages_of(tmp_path) == languages


@pytest.mark.parametrize("how", ["both", "without English", "English left empty", "plain texts"])
def test_russian_alone_asks_for_no_english_and_reads_the_same(tmp_path: Path, how: str) -> None:
    texts = {
        "both": SETTINGS,
        "without English": ENGLISH.sub("", SETTINGS),
        "English left empty": re.sub(r"(?m)^( +en: ).*$", r'\1""', SETTINGS),
        "plain texts": RUSSIAN.sub(": ", ENGLISH.sub("", SETTINGS)),
    }
    reading = read(tmp_path, f"{texts[how]}\nlanguages: [ru]\n")
    assert reading.problems == ()
    assert reading.city is not None
    assert reading.city.name["ru"] == "Дивногорск"
    assert [source.short["ru"] for source in reading.city.sources] == ["Федеральный", "Край", "Город", "Внебюджетные"]
    assert reading.source_names is not None
    assert reading.source_names["local"].ru == "Местный бюджет"


def test_two_languages_ask_for_every_text_in_both(tmp_path: Path) -> None:
    reading = read(tmp_path, ENGLISH.sub("", SETTINGS))
    assert reading.city is None
    missing = {problem.column for problem in reading.problems if problem.rule == "missing_setting"}
    assert len(missing) == len(reading.problems) == len(ENGLISH.findall(SETTINGS))
    assert "sources.federal.pays.en" in missing


def test_a_text_that_is_not_there_is_named_where_it_should_stand(tmp_path: Path) -> None:
    text = f"languages: [ru]\n{ENGLISH.sub('', SETTINGS)}".replace('    ru: "Дивногорск"\n', "    ru:\n")
    problems = read(tmp_path, text).problems
    line = text[: text.index("    ru:\n")].count("\n") + 1
    assert [(problem.rule, problem.row, problem.column) for problem in problems] == [
        ("empty_setting", line, "city.name.ru")
    ]


@pytest.mark.parametrize("value", ["ru", "[]", "{ru: yes}", '""', "[[ru]]", "[ru, [en]]", "[ru, EN]", "[null]"])
def test_languages_that_cannot_be_read_are_named_by_their_line_alone(tmp_path: Path, value: str) -> None:
    reading = read(tmp_path, f"languages: {value}\n{SETTINGS}")
    assert [(problem.row, problem.column) for problem in reading.problems] == [(1, "languages")]
    assert languages_of(tmp_path) == ("ru", "en")
