"""The sample's pages: all of them can be made, and what they lead to is there."""

import re
from collections.abc import Iterable, Mapping

import pytest

from vitrina.charts.chart import Chart, Drawing
from vitrina.dataset.programme import Dataset
from vitrina.render import render_site
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

PLACE = re.compile(r'documents/#((?:[a-z0-9-]+-)?place-[0-9a-f]{12})"')


class Blank:
    """Draws nothing: the pages are looked at, not the pictures."""

    def prepare(self, charts: Iterable[Chart]) -> int:
        return len(list(charts))

    def svg(self, drawing: Drawing) -> str:
        return f"<svg><title>{drawing.name}</title></svg>"

    def png(self, chart: Chart) -> bytes:
        return chart.id.encode()

    def live_library(self) -> str:
        return ""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def pages(sample: Dataset, language: Language) -> Mapping[str, str]:
    files = render_site(sample, language, Blank())
    return {path: content for path, content in files.items() if path.endswith(".md") and isinstance(content, str)}


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
    words = Words(language)
    denied = [words.say("labels.home.subprogrammes", count=count, parts="{parts}") for count in (2, 3)]
    unknown = denied[0].partition("{parts}")[2].removeprefix(". ")
    assert [path for path, text in pages.items() if unknown in text] == []
