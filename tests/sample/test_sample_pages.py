"""The sample's pages: all of them can be made, and what they lead to is there."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from support.rendered import pages_of
from vitrina.dataset.programme import Dataset
from vitrina.words import LANGUAGES
from vitrina.words.numbers import Language

PLACE = re.compile(r'documents/#((?:[a-z0-9-]+-)?place-[0-9a-f]{12})"')


def spaced(text: str) -> str:
    """Every space is a plain one, so that no-break spaces need not be written here."""
    return " ".join(text.split())


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def pages(sample: Dataset, language: Language) -> Mapping[str, str]:
    """By the file that each is written to."""
    return {f"{folder}/index.md".lstrip("/"): text for folder, text in pages_of(sample, language).items()}


def test_every_quotation_leads_to_its_place_in_its_own_document(sample: Dataset, pages: Mapping[str, str]) -> None:
    led = 0
    for programme in sample.programmes:
        papers = next(text for path, text in pages.items() if re.fullmatch(rf"{programme.id}/documents.*\.md", path))
        for path, text in pages.items():
            if path.startswith(f"{programme.id}/"):
                wanted = set(PLACE.findall(text))
                assert {anchor for anchor in wanted if f'id="{anchor}"' not in papers} == set(), path
                led += len(wanted)
    assert led > 50


def test_no_page_denies_what_the_sample_tells(pages: Mapping[str, str], language: Language) -> None:
    unknown = {"ru": "Сколько стоит каждая, из документа не узнать", "en": "The document does not show what each costs"}
    assert [path for path, text in pages.items() if unknown[language] in text] == []
    spent = {
        "ru": "Сколько потрачено на самом деле, документ не говорит",
        "en": "How much was really spent, the document",
    }
    assert [path for path, text in pages.items() if spent[language] in text] == []


SOURCES = {
    "queue": {
        "ru": ("показатели; 6 документов, первый", "Отчёт о программе за 2025 год"),
        "en": ("; 6 documents, the first",),
    },
    "pupils": {
        "ru": ("6 документов, первый", "отчёт о программе за 2025 год, пояснительная записка"),
        "en": ("6 documents,",),
    },
}


def test_a_chart_names_the_reports_that_its_figures_come_from(pages: Mapping[str, str], language: Language) -> None:
    for indicator, wanted in SOURCES.items():
        lines = pages[f"schools/indicators/{indicator}/index.md"].splitlines()
        sources = [spaced(before) for before, line in pairwise(lines) if line == "{: .v-source }"]
        assert [words for words in wanted[language] if not any(words in source for source in sources)] == []


def test_what_solid_bars_are_beside_hatched_ones_is_told(pages: Mapping[str, str], language: Language) -> None:
    wanted = {"ru": "Сплошные столбики: факт и оценка.", "en": "Solid bars: actual and estimate."}[language]
    assert wanted in spaced(pages["schools/indicators/births/index.md"])


def test_the_exact_figures_stand_in_order_of_time_whichever_document_told_them(pages: Mapping[str, str]) -> None:
    looked_at = 0
    for path, text in pages.items():
        if re.search(r"/indicators/.+/", path):
            table = text.partition('id="table"')[2].partition("</table>")[0]
            years = [re.findall(r"\d{4}", head)[-1] for head in re.findall(r'role="rowheader">([^<]+)<', table)]
            assert years == sorted(years), path
            looked_at += len(years)
    assert looked_at > 200


def test_the_page_of_changes_leads_to_its_feed(pages: Mapping[str, str]) -> None:
    assert "](../feed.xml)" in pages["schools/changes/index.md"].partition("</header>")[0]


def test_the_scoreboard_has_no_column_from_before_the_programme(pages: Mapping[str, str]) -> None:
    heads = re.findall(r'role="columnheader">(\d{4})<', pages["parks/progress/index.md"])
    assert set(heads) == {"2024"}
    assert {"2023", "2024", "2025"} == set(
        re.findall(r'role="columnheader">(\d{4})<', pages["schools/progress/index.md"])
    )
