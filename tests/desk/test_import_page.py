"""`vitrina import --page`: what was read of a decree is marked where it stands in the decree itself."""

import base64
import hashlib
import re
from pathlib import Path

import lxml.html
import pytest

from decrees.test_documents import DOCUMENTS, as_word
from decrees.test_import import DECREE
from support.hostile import ALL_PAYLOADS, MARK
from support.hosts import hosts
from vitrina.cli import main
from vitrina.dataset.cells import folded
from vitrina.decrees import Decree, Grid, Paragraph, read_decree
from vitrina.decrees.blocks import Block
from vitrina.decrees.files import read_blocks
from vitrina.desk.import_page import import_page
from vitrina.words import Words

Blocks = tuple[Block, ...]
RUSSIAN, ENGLISH = Words("ru"), Words("en")
AMENDMENTS = DOCUMENTS.with_name("amendments")
ALL = [*sorted(DOCUMENTS.glob("*.txt")), *sorted(AMENDMENTS.glob("*.txt"))]


def shown(blocks: Blocks, words: Words = RUSSIAN, name: str = "decree.docx") -> lxml.html.HtmlElement:
    page: lxml.html.HtmlElement = lxml.html.document_fromstring(import_page(name, blocks, read_decree(blocks), words))
    return page


@pytest.fixture(scope="module")
def real() -> tuple[Decree, str]:
    """The real decree as it is read, and its page."""
    blocks = read_blocks(DECREE)
    decree = read_decree(blocks)
    return decree, import_page(DECREE.name, blocks, decree, RUSSIAN)


def marked(page: lxml.html.HtmlElement, anchor: str) -> str:
    """The document's own words in a mark, on as many lines as it has."""
    parts = page.xpath(f"//mark[@id='{anchor}' or starts-with(@id, '{anchor}-')]")
    return " ".join("".join(part.xpath(".//text()[not(ancestor::small)]")) for part in parts)


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def text_of(page: lxml.html.HtmlElement) -> str:
    return folded(page.text_content())


@pytest.mark.parametrize("is_word", [pytest.param(False, marks=pytest.mark.thorough), True])
@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_every_amount_is_marked_where_it_stands(file: Path, is_word: bool, tmp_path: Path) -> None:
    source = as_word(file.read_text(encoding="utf-8"), tmp_path / "decree.docx") if is_word else file
    blocks = read_blocks(source)
    decree, page = read_decree(blocks), shown(blocks)
    for number, value in enumerate(decree.money.values):
        assert folded(marked(page, f"m{number}")) == folded(value.words.split("\t")[-1])
        [mark] = page.xpath(f"//mark[@id='m{number}']")
        assert mark.get("class") == ("v-sure" if value.is_sure else "v-doubtful")
    every = (decree.money.values, decree.passport.entries, decree.indicators)
    count = sum(1 for kind in every for one in kind if not one.is_sure)
    assert len(page.xpath("//div[@class='v-findings']//ol/li/small")) >= count
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= set(anchors)


def test_the_page_of_the_real_decree_says_what_adds_up_and_what_does_not(real: tuple[Decree, str]) -> None:
    decree, page = real[0], lxml.html.document_fromstring(real[1])
    doubtful = sum(1 for value in decree.money.values if not value.is_sure)
    told = text_of(page)
    assert f"Деньги: 54. Однозначно: {54 - doubtful} Проверить: {doubtful} Не разобрано: 0" in told
    wrong = page.xpath("//h2[starts-with(text(), 'Итогов не сошлось: 2 из ')]/following-sibling::ol[1]/li/a")
    assert len(wrong) == 2
    assert all("разница 249,90" in one.text_content() for one in wrong)
    for one in wrong:
        assert digits(one.text_content().partition("записано")[2])[:9] in digits(marked(page, one.get("href")[1:]))
    for entry in range(len(decree.passport.entries)):
        assert folded(marked(page, f"p{entry}")) == folded(decree.passport.entries[entry].text)
    for number, indicator in enumerate(decree.indicators):
        assert folded(marked(page, f"i{number}")) == indicator.name


def test_beside_a_doubtful_passage_stands_why_and_what_it_was_taken_for() -> None:
    page = shown(read_blocks(DOCUMENTS / "numbers-cut-and-spoilt.txt"))
    [mark] = page.xpath("//mark[@class='v-doubtful'][contains(., '38132 40')]")
    note = mark.getnext()
    assert note.tag == "small"
    assert folded(note.text_content()) == "Проверить: всего, за все годы. Число можно прочесть двумя способами"
    [sure] = page.xpath("//mark[@class='v-sure']")
    assert folded(sure.getnext().text_content()) == "Однозначно: всего, 2020"


def test_what_was_left_out_is_named_with_its_place() -> None:
    blocks = read_blocks(DOCUMENTS / "columns-without-years.txt")
    left = read_decree(blocks).left_out
    assert left
    page = shown(blocks)
    heading = f"Не разобрано: {len(left)}"
    items = page.xpath(f"//h2[text()='{heading}']/following-sibling::ol[1]/li")
    assert len(items) == len(left)
    assert all(one.place in item.text_content() for one, item in zip(left, items, strict=True))
    assert page.xpath("//mark[@class='v-left']")


def test_the_frame_speaks_the_readers_language_and_the_document_its_own() -> None:
    page = shown(read_blocks(DOCUMENTS / "numbers-cut-and-spoilt.txt"), ENGLISH)
    assert page.get("lang") == "en"
    assert page.xpath("//div[@class='v-text']/@lang") == ["ru"]
    assert "To be checked: 2" in text_of(page)


TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "div", "section", "p", "h1", "h2", "ul", "ol", "li", "b",
    "a", "small", "span", "br", "mark", "table", "tr", "td",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "colspan", "tabindex",
}  # fmt: skip


def test_nothing_of_a_hostile_document_becomes_active() -> None:
    hostile = f"Объём финансирования, тыс. рублей {ALL_PAYLOADS}"
    header = ("Источник", f"2021 год {ALL_PAYLOADS}", "2022 год")
    blocks = (
        Paragraph(f"{hostile} – 100,0", "абзац 1"),
        Grid((header, (f"краевой бюджет {ALL_PAYLOADS}", "10,0", "1о,0"), ("Итого", "10,0", "11,0")), "таблица 1"),
        Paragraph(f"Задача 1 {ALL_PAYLOADS}", "абзац 2"),
    )
    page = shown(blocks, name=f"{ALL_PAYLOADS}.docx")
    assert page.xpath("//mark")
    for element in page.iter():
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES
        assert all(MARK not in value for value in element.attrib.values())
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert text_of(page).count(f"<script>{MARK}-script()</script>") >= 4


def test_the_page_asks_for_nothing_and_allows_its_own_style_alone(real: tuple[Decree, str]) -> None:
    _, source = real
    page = lxml.html.document_fromstring(source)
    [sheet] = page.xpath("//style/text()")
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{allowed}';")
    assert not page.xpath("//script | //link | //img | //@style")
    assert hosts(source) == []
    assert not re.search(r"url\(|@import", sheet)


def test_the_command_writes_the_page_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "read.html"
    file = str(DOCUMENTS / "plan-and-actual.txt")
    assert main(["import", file, "--page", str(page)]) == 0
    told = capsys.readouterr()
    assert str(page) in told.err
    assert "plan-and-actual.txt" in told.out
    assert "plan-and-actual.txt" in page.read_text(encoding="utf-8")
    page.write_text("проверено", encoding="utf-8")
    assert main(["import", file, "--page", str(page)]) == 1
    assert page.read_text(encoding="utf-8") == "проверено"
    assert "уже есть" in capsys.readouterr().err


def test_a_page_is_of_one_file_that_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(DOCUMENTS / "plan-and-actual.txt")
    page = tmp_path / "read.html"
    assert main(["import", file, file, "--page", str(page)]) == 1
    assert "названо несколько" in capsys.readouterr().err
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert main(["import", str(tmp_path / "old.doc"), "--page", str(page)]) == 1
    assert "старый формат Word" in capsys.readouterr().err
    assert not page.exists()


def test_a_document_without_anything_to_read_is_shown_all_the_same() -> None:
    blocks = (Paragraph("Просто письмо.", "абзац 1"),)
    told = text_of(shown(blocks))
    assert "Ни денег, ни паспорта, ни показателей" in told
    assert "Просто письмо." in told
