"""The printed report, read back by another program: what is in it, how one finds one's way, what is read aloud."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from support.datasets import DIVNOGORSK, SAMPLE
from support.rendered import dataset_in, site_of
from support.reports import report_data
from vitrina.pages.site import make_site
from vitrina.words import Words
from vitrina.words.numbers import Language

LANGUAGE = pytest.mark.parametrize("language", ["ru", "en"])
FIGURES = {
    "ru": ("6 529 005,50", "6 528 755,60", "249,90", "717,4 млн ₽", "682 996,30"),
    "en": ("6,529,005.50", "6,528,755.60", "249.90", "₽717.4 million", "682,996.30"),
}
"""What the programme comes to: stated, added up, the difference, the largest year, the last one."""


class Report(PdfReader):
    """A report with what these tests ask of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.texts = [plain(page.extract_text()) for page in self.pages]
        self.root: Any = self.trailer["/Root"]

    @property
    def parts(self) -> Iterator[Any]:
        """Every part of the tree that is read aloud."""
        waiting = [self.root["/StructTreeRoot"]["/K"]]
        while waiting:
            part = waiting.pop()
            part = part.get_object() if isinstance(part, IndirectObject) else part
            if isinstance(part, list):
                waiting.extend(part)
            elif isinstance(part, dict) and "/S" in part:
                yield part
                waiting.append(part.get("/K", []))


def plain(text: str) -> str:
    """Every kind of space is one space: where a line breaks is the printer's affair."""
    return " ".join(text.split())


def solid(text: str) -> str:
    """Without the signs that only keep words together, too."""
    return "".join(text.replace("\u2060", "").split())


@pytest.fixture(scope="module")
def reports(built_site: Path) -> Mapping[str, Report]:
    return {
        language: Report(built_site / folder / "education/education-report.pdf")
        for language, folder in (("ru", ""), ("en", "en"))
    }


@cache
def outline(report: Report, depth: int) -> tuple[tuple[str, int], ...]:
    """Every bookmark down to a depth with the number of its page."""

    def walk(entries: Any, level: int) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, Destination):
                number = report.get_destination_page_number(entry)
                assert number is not None
                yield plain(str(entry.title)), number + 1
            elif level < depth:
                yield from walk(entry, level + 1)

    return tuple(walk(report.outline, 1))


@LANGUAGE
def test_it_says_what_it_is_and_of_what_day(reports: Mapping[str, Report], language: str) -> None:
    report = reports[language]
    said: Mapping[str, Any] = report.metadata or {}
    assert "2014–2024" in said["/Title"]
    assert (said["/CreationDate"], said["/ModDate"]) == ("D:20210930000000Z",) * 2
    cover = report.texts[0]
    status = {
        "ru": "Проект 2021 года, не утверждён · данные по 30 сентября 2021 года · неофициальный пересказ",
        "en": "Draft of 2021, not adopted · data up to 30 September 2021 · unofficial retelling",
    }[language]
    assert solid(cover).count(solid(status)) == 1
    assert [number for number, text in enumerate(report.texts, 1) if solid(status) not in solid(text)] == []
    assert [number for number, text in enumerate(report.texts[1:], 2) if not re.search(rf"\b{number}\b", text)] == []


@LANGUAGE
def test_it_is_read_in_an_evening_and_holds_the_totals(reports: Mapping[str, Report], language: str) -> None:
    report = reports[language]
    assert 20 <= len(report.pages) <= 40
    whole = solid(" ".join(report.texts))
    assert [figure for figure in FIGURES[language] if solid(figure) not in whole] == []


@LANGUAGE
def test_every_indicator_gap_and_oddity_of_the_tables_is_in_it(
    reports: Mapping[str, Report], language: Language
) -> None:
    [context] = site_of(dataset_in(DIVNOGORSK), language).contexts
    programme = context.programme
    whole = solid(" ".join(reports[language].texts))
    told = [
        *(context.plain("indicators", one.id, "short_name") for one in programme.indicators),
        *(context.plain("gaps", one.id, "what") for one in programme.gaps),
        *(context.plain("contradictions", one.id, "title") for one in programme.contradictions),
    ]
    assert len(told) > 60
    assert [text for text in told if solid(text) not in whole] == []


@LANGUAGE
def test_the_programme_is_told_in_one_page(reports: Mapping[str, Report], language: str) -> None:
    """Page 3 says what every chapter finds, and where it begins."""
    chapters = [(title, number) for title, number in outline(reports[language], 1) if number > 3]
    assert len(chapters) > 5
    shown = solid(reports[language].texts[2])
    assert [title for title, number in chapters if solid(title) not in shown or str(number) not in shown] == []
    assert chapters[0][1] == 4


@LANGUAGE
def test_the_contents_name_the_pages_where_chapters_begin(reports: Mapping[str, Report], language: str) -> None:
    report = reports[language]
    contents = solid(report.texts[1]).replace(".", "")
    named = [(title, number) for title, number in outline(report, 2) if number > 2]
    assert len(named) > 20
    assert [title for title, number in named if f"{solid(title)}{number}".replace(".", "") not in contents] == []
    assert [title for title, number in named if solid(title) not in solid(report.texts[number - 1])] == []


@LANGUAGE
def test_no_sign_is_printed_as_an_empty_box(reports: Mapping[str, Report], language: str) -> None:
    """A font with signs that it has no shape for has a table of its own in place of the usual one."""
    pages: Any = reports[language].pages
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert {str(font["/BaseFont"]) for font in fonts if font["/Encoding"] != "/Identity-H"} == set()


@LANGUAGE
def test_it_can_be_read_aloud(reports: Mapping[str, Report], language: str) -> None:
    """What PDF/UA-1 asks for and a program can tell: ISO 14289-1, 7.1 to 7.5."""
    report = reports[language]
    assert report.root["/Lang"] == language
    assert report.root["/MarkInfo"]["/Marked"]
    assert report.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in report.root["/Metadata"].get_data()
    assert {str(page["/Tabs"]) for page in report.pages} == {"/S"}
    parts = list(report.parts)
    kinds = Counter(part["/S"] for part in parts)
    assert all(kinds[kind] > 5 for kind in ("/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/Figure", "/Link"))
    figures = [part for part in parts if part["/S"] == "/Figure"]
    assert [part for part in figures if len(part.get("/Alt", "")) < 15] == []
    assert len({part["/Alt"] for part in figures}) > 10
    heads = [part for part in parts if part["/S"] == "/TH"]
    assert {str(attribute["/Scope"]) for part in heads for attribute in part["/A"]} == {"/Column"}
    strays = [part for part in parts if part["/S"] == "/LI" and part["/P"].get_object()["/S"] != "/L"]
    assert strays == []


@LANGUAGE
def test_every_letter_is_of_a_face_that_comes_with_us(reports: Mapping[str, Report], language: str) -> None:
    faces, loose = set(), []
    for page in reports[language].pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            face = font.get_object()
            faces.add(face["/BaseFont"].partition("+")[2])
            descriptor = face["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
                loose.append(face["/BaseFont"])
    assert {"PTSans-Regular", "PTSans-Bold", "PTSerif-Regular", "PTSerif-Bold"} <= faces
    assert {face for face in faces if not face.startswith(("PTSans", "PTSerif"))} == set()
    assert loose == []
    assert "\ufffd" not in "".join(reports[language].texts)


@LANGUAGE
def test_links_lead_to_its_own_pages_and_others_are_written_out(reports: Mapping[str, Report], language: str) -> None:
    report = reports[language]
    inside, outside = 0, set()
    for page in report.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/Dest" in link:
                target = link["/Dest"]
                assert target in report.named_destinations if isinstance(target, str) else target[0].get_object()
                inside += 1
            else:
                outside.add(link["/A"]["/URI"])
    assert inside > 50
    assert {address for address in outside if not address.startswith(("https://", "http://", "mailto:"))} == set()
    whole = solid(" ".join(report.texts))
    assert [address for address in outside if address.startswith("http") and address not in whole] == []


@LANGUAGE
def test_pages_lead_to_it_and_say_its_size(built_site: Path, language: str) -> None:
    site = built_site / ("" if language == "ru" else language)
    size = len((site / "education/education-report.pdf").read_bytes()) / 1_000_000
    text = Words("ru" if language == "ru" else "en").say(
        "Программа в одном документе (PDF, {size} МБ)", size=f"{size:.1f}".replace(".", ",."[language == "en"])
    )
    for page, way in (("", "education/"), ("education", ""), ("about", "../education/")):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{way}education-report.pdf">{text}</a>' in html


def test_what_the_site_itself_had_wrong_is_in_it() -> None:
    site = site_of(dataset_in(SAMPLE), "ru")
    schools = next(context for context in site.contexts if context.programme.corrections)
    chapters = json.loads(report_data(site, schools))["chapters"]
    [told] = [
        block["items"]
        for chapter in chapters
        for heading, *between, block in zip(*(chapter["blocks"][at:] for at in range(4)), strict=False)
        if heading.get("text") == "Исправления"
    ]
    assert [what for what, _ in told] == [one.what for one in schools.programme.corrections]
    for (_, note), one in zip(told, schools.programme.corrections, strict=True):
        assert f"Было: {one.was}\nСтало: {one.now}\n" in note


TWICE = """
import sys
from vitrina.report.printer import printed
sys.stdout.buffer.write(printed(sys.stdin.read()))
"""


def test_equal_reports_are_printed_to_equal_bytes_whatever_the_clock_and_the_machines_faces() -> None:
    """In two processes, at two times, with other hashes of strings, and with no faces on the machine at all."""
    site = site_of(dataset_in(SAMPLE), "ru")
    report = report_data(site, site.contexts[0])

    def run(seed: str, **environment: str) -> bytes:
        settings = os.environ | {"PYTHONHASHSEED": seed, "HOME": "/nowhere", **environment}
        command = [sys.executable, "-c", TWICE]
        return subprocess.run(command, input=report.encode(), env=settings, capture_output=True, check=True).stdout

    first = run("1")
    assert first.startswith(b"%PDF-1.7")
    assert run("2", FONTCONFIG_FILE=os.devnull, TZ="Asia/Krasnoyarsk", SOURCE_DATE_EPOCH="1") == first


def test_a_report_is_made_of_the_same_words_in_any_order_of_making() -> None:
    site = site_of(dataset_in(SAMPLE), "en")
    again = make_site(dataset_in(SAMPLE), Words("en"))
    assert report_data(site, site.contexts[1]) == report_data(again, again.contexts[1])
