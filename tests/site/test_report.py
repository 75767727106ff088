"""The printed report, read back by another program: what is in it, how one finds one's way, what is read aloud."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from vitrina.report import press
from vitrina.report.press import NoPrinter, printed
from vitrina.words import Words

ROOT = Path(__file__).parents[2]
LANGUAGE = pytest.mark.parametrize("language", ["ru", "en"])
FIGURES = {
    "ru": ("6 529 005,50", "6 528 755,60", "249,90", "717,4 млн ₽", "682 996,30"),
    "en": ("6,529,005.50", "6,528,755.60", "249.90", "₽717.4 million", "682,996.30"),
}
"""What the programme comes to: stated, added up, the difference, the largest year, the last one."""


class Page(HTMLParser):
    """The heading of a page of the site."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.heading = ""
        self._inside = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or (tag == "h1")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.heading += data if self._inside else ""


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
def outline(report: Report) -> tuple[tuple[str, int], ...]:
    """Every bookmark with the number of its page."""

    def walk(entries: Any) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, Destination):
                number = report.get_destination_page_number(entry)
                assert number is not None
                yield plain(str(entry.title)), number + 1
            else:
                yield from walk(entry)

    return tuple(walk(report.outline))


@LANGUAGE
def test_it_says_what_it_is_and_of_what_day(reports: Mapping[str, Report], language: str) -> None:
    report = reports[language]
    said: Mapping[str, Any] = report.metadata or {}
    assert "2014–2024" in said["/Title"]
    assert (said["/CreationDate"], said["/ModDate"]) == ("D:20210930", "D:20210930")
    cover = report.texts[0]
    status = {
        "ru": "Проект 2021 года, не утверждён · данные по 30 сентября 2021 года · неофициальный пересказ",
        "en": "Draft of 2021, not adopted · data up to 30 September 2021 · unofficial retelling",
    }[language]
    assert solid(cover).count(solid(status)) == 1
    said_once = [solid(text).count(solid(status)) for text in report.texts[1:]]
    assert said_once == [1] * len(said_once)
    assert [number for number, text in enumerate(report.texts[1:], 2) if not re.search(rf"\b{number}\b", text)] == []


@LANGUAGE
def test_every_page_of_the_site_is_in_it_and_its_totals(
    reports: Mapping[str, Report], built_site: Path, language: str
) -> None:
    whole = solid(" ".join(reports[language].texts))
    site = built_site / ("" if language == "ru" else language)
    outside = {"staff"} | ({"en"} if language == "ru" else set())  # the staff's guide is written by hand
    pages = [path for path in site.rglob("index.html") if path.relative_to(site).parts[0] not in outside]
    assert len(pages) > 50
    assert [path for path in pages if solid(Page(path).heading) not in whole] == []
    assert [figure for figure in FIGURES[language] if solid(figure) not in whole] == []


@LANGUAGE
def test_the_contents_name_the_pages_where_chapters_begin(reports: Mapping[str, Report], language: str) -> None:
    report = reports[language]
    contents = plain(re.sub(r"(?:\. ?){3,}", " … ", report.texts[1]))
    named = outline(report)
    chapters = [(title, number) for title, number in named if f"{title} … {number}" in contents]
    assert len(chapters) > 50
    assert len(named) > len(chapters) + 30  # the findings of a chapter too
    assert len(re.findall(r" … \d+", contents)) == len(chapters)
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
    assert b'pdfuaid:part="1"' in report.root["/Metadata"].get_data()
    assert {str(page["/Tabs"]) for page in report.pages} == {"/S"}
    parts = list(report.parts)
    kinds = Counter(part["/S"] for part in parts)
    assert all(kinds[kind] > 10 for kind in ("/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure", "/L", "/Link"))
    figures = [part for part in parts if part["/S"] == "/Figure"]
    assert [part for part in figures if len(part.get("/Alt", "")) < 15] == []
    assert len({part["/Alt"] for part in figures}) > 30
    heads = [part for part in parts if part["/S"] == "/TH"]
    assert Counter(part["/A"].get("/Scope") for part in heads).keys() == {"/Column", "/Row"}
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
    assert {"PT-Sans", "PT-Sans-Bold", "PT-Serif", "PT-Serif-Bold"} <= faces
    assert {face for face in faces if not face.startswith(("PT-Sans", "PT-Serif"))} == set()
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
                assert link["/Dest"] in report.named_destinations
                inside += 1
            else:
                outside.add(link["/A"]["/URI"])
    assert inside > 300
    assert {address for address in outside if not address.startswith(("https://", "http://", "mailto:"))} == set()
    whole = solid(" ".join(report.texts))
    assert [address for address in outside if address.startswith("http") and address not in whole] == []


@LANGUAGE
def test_pages_lead_to_it_and_say_its_size(built_site: Path, language: str) -> None:
    site = built_site / ("" if language == "ru" else language)
    size = len((site / "education/education-report.pdf").read_bytes()) / 1_000_000
    text = Words("ru" if language == "ru" else "en").say(
        "report.link", size=f"{size:.1f}".replace(".", ",."[language == "en"])
    )
    for page, way in (("", "education/"), ("education", ""), ("about", "../education/")):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{way}education-report.pdf">{text}</a>' in html


SMALL = """<!doctype html><html lang="ru"><head><title>Проба</title></head><body><h1>6 528 755,6 тыс. ₽</h1>
<p>Обычные, <b>жирные</b> и <i>косые</i> буквы, −5 %, «ёлки»</p>
<svg width="90" height="30"><title>Полоса</title><text x="1" y="20" font-family="PT Sans">717,4</text></svg>
</body></html>"""
TWICE = "import sys; from vitrina.report.press import printed; sys.stdout.buffer.write(printed(sys.argv[1]))"


def test_the_same_document_is_printed_to_the_same_bytes_whatever_the_clock_and_the_machines_faces() -> None:
    """In two processes, at two times, with other hashes of strings, and with no faces on the machine at all."""

    def run(seed: str, **environment: str) -> bytes:
        settings = os.environ | {"PYTHONHASHSEED": seed, "HOME": "/nowhere", **environment}
        return subprocess.run(
            [sys.executable, "-c", TWICE, SMALL], env=settings, capture_output=True, check=True
        ).stdout

    first = run("1")
    assert first.startswith(b"%PDF-1.7")
    assert run("2", FONTCONFIG_FILE=os.devnull, TZ="Asia/Krasnoyarsk", SOURCE_DATE_EPOCH="1") == first


def test_a_document_fetches_nothing(tmp_path: Path) -> None:
    """Whatever a text of the tables smuggles in."""
    secret = tmp_path / "secret.txt"
    secret.write_text("тайна", encoding="utf-8")
    made = tmp_path / "made.pdf"
    address = secret.as_uri()
    hostile = (
        f'<link rel="attachment" href="{address}"><img alt="x" src="{address}"><style>@import "{address}";</style>'
    )
    made.write_bytes(printed(SMALL.replace("<h1>", f"{hostile}<h1>")))
    report = PdfReader(made)
    assert report.attachments == {}
    assert "тайна" not in report.pages[0].extract_text()


def test_where_the_printer_is_missing_the_build_says_what_to_install_and_how_to_do_without(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from vitrina.cli import main  # noqa: PLC0415

    def missing() -> None:
        raise NoPrinter("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(press, "printer", missing)
    (small / ".cache").unlink()
    (small / ".cache").mkdir()
    (small / ".cache/drawings").symlink_to(ROOT / ".cache/drawings")
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "libpango-1.0-0 libpangoft2-1.0-0" in said
    assert "python -m vitrina build --without-report" in said
    assert not (small / "site").exists()
    assert main(["build", "--without-report"]) == 0
    assert "report.pdf" not in (small / "site/index.html").read_text(encoding="utf-8")
    assert list((small / "site").rglob("*.pdf")) == []
