"""A report whose every text is hostile, read back by another program: all of it is words, nothing acts."""

import shutil
from typing import Any

import pytest
from pypdf import PdfReader

from support.datasets import SAMPLE
from support.hostile import MARK, hostile_dataset
from support.reports import read_back, report_data
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import make_site
from vitrina.words import Words

ACTS = {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/GoToR", "/SubmitForm", "/RichMedia"}
"""What makes a document do something by itself, or reach out of itself (ISO 32000-2, 12.6)."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """Of the smaller of the sample's programmes."""
    data = hostile_dataset(SAMPLE, tmp_path_factory.mktemp("hostile report") / "build_data")
    shutil.rmtree(data / "programmes/schools")
    dataset = load_dataset(data).dataset
    assert dataset
    site = make_site(dataset, Words("ru"))
    [parks] = site.contexts
    return read_back(report_data(site, parks))


def test_its_hostile_text_stands_there_as_words(report: PdfReader) -> None:
    said = "".join("".join(page.extract_text().split()) for page in report.pages)
    for words in (f"<script>{MARK}-script()</script>", f"**{MARK}-bold**", f"[{MARK}-link](javascript:{MARK})"):
        assert words in said
    assert f"{MARK}-template" not in said, "a template was read"


def test_nothing_in_it_acts_or_leads_out(report: PdfReader) -> None:
    found: set[str] = set()
    size: Any = report.trailer["/Size"]
    for number in range(1, size):
        found |= names_in(report.get_object(number))
    assert {"/Type", "/Page", "/StructElem"} <= found, "hardly anything was read"
    assert found & ACTS == set()
    assert report.attachments == {}
    addresses = [link["/A"]["/URI"] for link in links(report) if "/A" in link and "/URI" in link["/A"]]
    assert [one for one in addresses if not one.startswith(("https://", "http://", "mailto:")) or MARK in one] == []


def links(report: PdfReader) -> list[Any]:
    return [one.get_object() for page in report.pages for one in page.get("/Annots", [])]


def names_in(value: Any) -> set[str]:
    """Every key and name of one object of the file, those it refers to left to their own turn."""
    if isinstance(value, dict):
        return set(value) | {name for part in value.values() for name in names_in(part)}
    if isinstance(value, list):
        return {name for part in value for name in names_in(part)}
    return {value} if isinstance(value, str) and value.startswith("/") else set()
