"""The languages of a city's site, and what its settings then have to tell."""

import re
import shutil
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from vitrina.dataset.city import CityReading, languages_of, read_city
from vitrina.dataset.problems import problem_text
from vitrina.dataset.reader import read_dataset
from vitrina.words import LANGUAGES, Words

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
    assert reading.source_names["local"]["ru"] == "Местный бюджет"


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


WHOLE = SETTINGS.replace("site:\n", "publisher: unofficial\nsite:\n").replace(
    "  genitive:", "  kind: city\n  genitive:"
)
NAME = 'ru: "Дивногорск"'
BELOW = {"repeated_setting": 10, "languages_swapped": -1}
"""How far from what was changed a fault stands."""
BAD = [
    (NAME, "ru:", "empty_setting"),
    (NAME, 'ru: " \u00a0 "', "blank_setting"),
    (NAME, "ru: ~", "nothing_in_yaml"),
    (NAME, "ru: Null", "nothing_in_yaml"),
    (NAME, "ru: .nan", "nothing_in_yaml"),
    (NAME, "ru: Школа #1", "cut_by_comment"),
    (NAME, "ru: # название", "cut_by_comment"),
    (NAME, "ru: Город на\n      реке # Енисей", "cut_by_comment"),
    (NAME, "ru: “Дивногорск”", "quoted_twice"),
    (NAME, 'ru: "“Дивногорск”"', "quoted_twice"),
    (NAME, "ru: «Дивногорск»", "quoted_twice"),
    (NAME, "ru: „Дивногорск“", "quoted_twice"),
    (NAME, "ru: Дивногорск”", "quoted_twice"),
    (NAME, "ru: '\"Дивногорск\"'", "quoted_twice"),
    (NAME, "ru: no", "yes_or_no_in_yaml"),
    (NAME, "ru: On", "yes_or_no_in_yaml"),
    (NAME, "ru: 2021", "no_letters"),
    (NAME, "ru: 0o17", "no_letters"),
    (NAME, "ru: 2021-01-01", "no_words"),
    (NAME, 'ru: "—"', "no_letters"),
    (NAME, 'ru: "03.июл"', "no_words"),
    (NAME, 'ru: "Дивногoрск"', "look_alike"),
    (NAME, 'ru: "Дивногорск c районом"', "look_alike"),
    ('en: "Divnogorsk"', 'en: "Divnоgorsk"', "look_alike"),
    (NAME, "ru: TODO", "to_be_filled"),
    (NAME, 'ru: "=B2"', "copied_cell"),
    (NAME, 'ru: "Дивногорск_x000D_"', "escaped_character"),
    (NAME, 'ru: "дХБМНЦНПЯЙ"', "misread_text"),
    (NAME, 'ru: "¬ивногорск"', "misread_text"),
    (NAME, 'ru: "<b>Дивногорск</b>"', "markup_in_setting"),
    (NAME, 'ru "Дивногорск"', "colon_missing"),
    (NAME, 'ru:"Дивногорск"', "colon_missing"),
    (NAME, "ru: Город: Дивногорск", "colon_inside"),
    (NAME, f"{NAME}\n<<<<<<< HEAD", "conflict_mark"),
    (f"    {NAME}", f"     {NAME}", "wrong_indent"),
    (NAME, "ru: [Дивногорск]", "not_a_text"),
    (NAME, "ru: {name: Дивногорск}", "not_a_text"),
    (NAME, "ru: |\n      Дивно\n      горск", "several_lines"),
    (NAME, 'ru: "Дивно\\tгорск"', "several_lines"),
    (NAME, "ru: &a Дивногорск", "yaml_reference"),
    (NAME, "ru: *a", "yaml_reference"),
    (NAME, "ru: !город Дивногорск", "yaml_reference"),
    (NAME, "ru: @город", "yaml_reference"),
    (NAME, 'ru: "#ИМЯ?"', "copied_cell"),
    (NAME, 'ru: "########"', "copied_cell"),
    (NAME, 'ru: "Дивно\\u200bгорск"', "control_character"),
    (NAME, 'ru: "' + "Дивногорск " * 100 + '"', "too_long"),
    (NAME, 'ru: "Дивногорск', "unclosed_quotation"),
    (f"{NAME}\n    en: ", 'en: "Дивногорск"\n    ru: ', "languages_swapped"),
    ("  genitive:", "\tgenitive:", "yaml_tab"),
    ("  genitive:", "  Genitive:", "unknown_setting"),
    ("  genitive:", "  gеnitive:", "unknown_setting"),
    ("  genitive:", '  email: ""\n  genitive:', "misplaced_setting"),
    ("  genitive:", "  kind: city\n  genitive:", "repeated_setting"),
    ("publisher: unofficial", "publsher: official", "unknown_setting"),
    ("publisher: unofficial", "publisher: yes", "unknown_choice"),
    ("kind: city", "kind: город", "unknown_choice"),
    ("site:\n", "sample: yes\nsite:\n", "unknown_choice"),
    ("site:\n", "sample: 1\nsite:\n", "unknown_choice"),
    ("site:\n", "Languages: [ru]\nsite:\n", "unknown_setting"),
    ("site:\n", "---\nsite:\n", "several_documents"),
    ("site:\n", 'site: ""\nsitee:\n', "settings_below"),
    *(
        ('email: ""', f"email: {value}", rule)
        for value, rule in [
            ("data@city.ru?bcc=other@city.ru", "email"),
            ("data@city.ru?subject=x", "email"),
            ("mailto:data@city.ru", "email"),
            ("data@city.ru, other@city.ru", "email"),
            ("data@city", "email"),
            ("нет", "email"),
            ("data@city.ru # почта", "cut_by_comment"),
            ("null", "nothing_in_yaml"),
            ("data@сity.ru", "other_alphabet"),
            ("data@city.гu", "other_alphabet"),
            ("сор@city.ru", "other_alphabet"),
        ]
    ),
    *(
        ('repository: ""', f"repository: {value}", rule)
        for value, rule in [
            ("javascript:alert(1)", "wrong_setting"),
            ("data:text/html,x", "wrong_setting"),
            ("//city.example/x", "wrong_setting"),
            ("https://user@city.example/x", "address_of_a_user"),
            ("https://city.example\\@other.example", "address_of_a_user"),
            ("https://localhost/x", "wrong_setting"),
            ("http://city.example/x", "insecure_address"),
            ("https://city.example/мой сайт", "spaced_address"),
            ("https://city.example/?page=1", "address_of_a_part"),
            ("https://сity.example/x", "other_alphabet"),
            ("https://city.example/dаta", "other_alphabet"),
            ("https://сор.example/x", "other_alphabet"),
            ("httрs://city.example/x", "other_alphabet"),
            ("https://city.рф/x", "other_alphabet"),
            ("“https://city.example/x”", "quoted_twice"),
        ]
    ),
    *(('phone: ""', f"phone: {value}", "telephone") for value in ("12", "нет", '"—"', "8,39E+10", "8 39О 44-2-12")),
    ('organisation: ""', 'organisation: "-"', "no_letters"),
    ("  regional:", "  regiоnal:", "id_of_another_alphabet"),
    ("  regional:", "  local:", "repeated_setting"),
    ("  regional:", "  total:", "source_reserved"),
    ('ru: "Местный бюджет"', 'ru: "Итого"', "source_reserved"),
    ('ru: "Местный бюджет"', 'ru: "краевой  Бюджет"', "source_name_taken"),
    ('ru: "Местный бюджет"', 'ru: "Regional"', "source_name_taken"),
    ('en: "City"', 'en: "Federal"', "source_name_taken"),
    ("sources:\n", "sources: {}\nsourcess:\n", "no_sources"),
]


@pytest.mark.parametrize(("old", "new", "rule"), BAD, ids=[f"{rule}: {new}" for _, new, rule in BAD])
def test_what_cannot_be_right_is_refused_at_its_line(tmp_path: Path, old: str, new: str, rule: str) -> None:
    problems = read(tmp_path, WHOLE.replace(old, new, 1)).problems
    at = WHOLE[: WHOLE.index(old)].count("\n") + 1
    rows = {problem.row for problem in problems if problem.rule == rule}
    assert rows & {at, at + 1, at + BELOW.get(rule, 0)}
    for language in LANGUAGES:
        assert all("{" not in problem_text(problem, Words(language)) for problem in problems)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NAME, "ru: Дивногорск"),
        (NAME, "ru: 'Дивногорск' # город"),
        (NAME, 'ru: "Город № 1, C#"'),
        (NAME, 'ru: "«Дивногорск»"'),
        (NAME, 'ru: "Город «Дивногорск»"'),
        (NAME, "ru: «Дивный» город"),
        (NAME, 'ru: "no"'),
        (NAME, 'ru: "ПитерLand, IT-город у Дивногорска"'),
        (NAME, 'ru: "Город <вымышленный>"'),
        (NAME, "ru: >-\n      Дивногорск\n      на Енисее"),
        ("kind: city", "kind: City # город"),
        ("publisher: unofficial", 'publisher: "official" # так'),
        ("site:\n", "sample: True\nsite:\n"),
        ("city:\n", "---\ncity:\n"),
        ('email: ""', "email:"),
        ('email: ""', "email: open.data+school@city-1.example.ru"),
        ('email: ""', "email: почта@город.рф"),
        ('email: ""', "email: info@город.рф"),
        ('repository: ""', "repository: https://город.рф/данные"),
        ('repository: ""', "repository: https://city.example:8443/group/data_2-1/"),
        ('phone: ""', "phone: +7 (391) 44-2-12-12, доб. 5"),
        ('phone: ""', "phone: 83914421212"),
        ('organisation: ""', "organisation: 'МКУ \"Управление образования\"'"),
        ('organisation: ""', "organisation: МКУ «Управление» & Ко"),
    ],
)
def test_what_may_be_right_is_accepted(tmp_path: Path, old: str, new: str) -> None:
    text = WHOLE.replace(old, new, 1)
    assert text != WHOLE
    assert read(tmp_path, text).problems == ()


def test_a_fault_of_an_id_is_not_told_again_of_every_amount(tmp_path: Path) -> None:
    folder = shutil.copytree(DIVNOGORSK, tmp_path / "build_data")
    (folder / "city.yml").write_text(SETTINGS.replace("  regional:", "  Regional:"), encoding="utf-8")
    assert [(problem.file, problem.rule) for problem in read_dataset(folder).problems] == [("city.yml", "id")]


def test_a_misspelt_list_of_languages_is_told_once(tmp_path: Path) -> None:
    problems = read(tmp_path, ENGLISH.sub("", f"langages: [ru]\n{SETTINGS}")).problems
    assert [(problem.row, problem.column, problem.rule) for problem in problems] == [(1, "langages", "unknown_setting")]
