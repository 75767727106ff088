"""One walk of a word processor's file serves the text that the site shows and the reading of decrees: what both have,
and where they differ on purpose."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from pypdf import PdfWriter

from vitrina.dataset.cells import folded, without_unseen
from vitrina.dataset.descriptions import DESCRIPTIONS
from vitrina.dataset.documents import text as shown
from vitrina.dataset.documents.reading import read_text
from vitrina.decrees.blocks import Covered, Grid
from vitrina.decrees.files import read_blocks
from vitrina.decrees.refusals import REFUSALS
from vitrina.formats import UnreadableText

TESTS = Path(__file__).parent.parent
PACKAGE = TESTS.parent / "hooks/vitrina"
REFUSAL = re.compile(r'raise UnreadableText\("(\w+)"')
FILES = sorted(
    file
    for folder in ("dataset/documents", "decrees/files")
    for file in (TESTS / folder).iterdir()
    if file.suffix in {".docx", ".odt"}
)


def in_text(file: Path) -> list[object]:
    """What the site shows: paragraphs as their lines; tables as rows of cells, each its lines and its width."""
    return [
        [[(" / ".join(line.text for line in cell.lines), cell.columns) for cell in row] for row in block.rows]
        if isinstance(block, shown.Grid)
        else " / ".join(line.text for line in block.lines)
        for block in read_text(file).blocks
    ]


def in_decree(file: Path) -> list[object]:
    """What decrees are read from; before what a cell covers stands a sign."""
    return [
        [[f"^{cell}" if isinstance(cell, Covered) else cell for cell in row] for row in block.rows]
        if isinstance(block, Grid)
        else block.text
        for block in read_blocks(file)
    ]


def word(folder: Path, body: str) -> Path:
    """A Word file of some XML."""
    document = docx.Document()
    for element in parse_xml(f"<w:body {nsdecls('w')}>{body}</w:body>"):
        document.element.body.insert(-1, element)
    document.save(file := str(folder / "made.docx"))
    return Path(file)


def open_document(folder: Path, body: str) -> Path:
    """An OpenDocument text of some XML."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
    with zipfile.ZipFile(file := folder / "made.odt", "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", f"{content}</office:document-content>")
    return file


def said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{said(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_whatever_a_decree_is_read_from_stands_in_the_text_that_is_shown(file: Path) -> None:
    """The words that `import` writes into the tables are found in the document again."""
    whole = read_text(file).whole
    texts = [
        text
        for block in read_blocks(file)
        for text in ([cell for row in block.rows for cell in row] if isinstance(block, Grid) else [block.text])
    ]
    lines = [line for text in texts for line in text.split("\n")]
    assert [line for line in lines if folded(without_unseen(line)) not in whole] == []


def test_a_tab_parts_cells_of_a_decree_and_is_a_space_where_it_is_shown(tmp_path: Path) -> None:
    file = word(tmp_path, "<w:p><w:r><w:t>Всего</w:t><w:tab/><w:t>100,0</w:t></w:r></w:p>")
    assert (in_text(file), in_decree(file)) == (["Всего 100,0"], ["Всего\t100,0"])


def test_a_paragraph_of_a_tab_alone_is_none(tmp_path: Path) -> None:
    file = word(tmp_path, f"<w:p><w:r><w:tab/></w:r></w:p>{said('Всего')}")
    assert (in_text(file), in_decree(file)) == (["Всего"], ["Всего"])


def test_a_merged_cell_is_shown_once_and_stands_in_each_of_its_places_for_a_decree(tmp_path: Path) -> None:
    wide, first, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    file = word(tmp_path, table(cell("а", first) + cell("б", wide), cell("", below) + cell("в") + cell("г")))
    assert in_text(file) == [[[("а", 1), ("б", 2)], [("", 1), ("в", 1), ("г", 1)]]]
    assert in_decree(file) == [[["а", "б", "^б"], ["^а", "в", "г"]]]


def test_a_table_within_a_merged_cell_is_lines_of_it_where_it_is_shown_and_once_a_table_for_a_decree(
    tmp_path: Path,
) -> None:
    inner = table(cell("1") + f"<w:tc>{table(cell('2'))}<w:p/></w:tc>")
    holder = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{said("а")}{inner}{said("б")}</w:tc>'
    file = word(tmp_path, table(holder, cell("в") + cell("г")))
    assert in_text(file) == [[[("а / 1 / 2 / б", 2)], [("в", 1), ("г", 1)]]]
    assert in_decree(file) == [[["а\nб", "^а\nб"], ["в", "г"]], [["1", ""]], [["2"]]]


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_footnote_is_shown_and_is_nothing_for_a_decree(suffix: str) -> None:
    file = TESTS / f"dataset/documents/report.{suffix}"
    assert "¹ Без учёта кустов." in in_text(file)
    assert "Высажено 120 деревьев в двух парках,\nа скамеек\t35." in in_decree(file)
    assert not any("¹" in str(block) for block in in_decree(file))


def test_a_raised_digit_behind_an_amount_is_no_digit_of_it() -> None:
    file = TESTS / "decrees/files/footnotes-behind-amounts-2.odt"
    assert "1 000,0¹" in str(in_text(file))
    assert "1 000,0¹" in str(in_decree(file))


def test_what_stands_in_a_field_to_fill_in_is_read(tmp_path: Path) -> None:
    in_field = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    rows = in_field(f"<w:tr>{cell('б')}{in_field(cell('в'))}</w:tr>")
    file = word(tmp_path, in_field(said("а") + f"<w:tbl>{rows}</w:tbl>"))
    assert (in_text(file), in_decree(file)) == (["а", [[("б", 1), ("в", 1)]]], ["а", [["б", "в"]]])


def test_a_row_that_begins_further_right_stays_below_its_columns(tmp_path: Path) -> None:
    file = word(tmp_path, table(cell("а") + cell("б"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("под б")))
    assert in_text(file) == [[[("а", 1), ("б", 1)], [("", 1), ("под б", 1)]]]
    assert in_decree(file) == [[["а", "б"], ["", "под б"]]]


def test_cells_of_an_open_document_that_are_repeated_or_cover_others_are_as_many(tmp_path: Path) -> None:
    wide = '<table:table-cell table:number-columns-spanned="2"><text:p>а</text:p></table:table-cell>'
    covered = "<table:covered-table-cell/>"
    same = '<table:table-cell table:number-columns-repeated="3"><text:p>б</text:p></table:table-cell>'
    last = "<table:table-cell><text:p>в</text:p></table:table-cell>"
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (wide + covered + last, same))
    file = open_document(tmp_path, f"<table:table>{rows}</table:table>")
    assert in_text(file) == [[[("а", 2), ("в", 1)], [("б", 1), ("б", 1), ("б", 1)]]]
    assert in_decree(file) == [[["а", "^а", "в"], ["б", "б", "б"]]]


def test_a_picture_written_out_in_letters_is_no_text(tmp_path: Path) -> None:
    file = open_document(tmp_path, "<text:p>а<office:binary-data>iVBORw0KGgo</office:binary-data>б</text:p>")
    assert (in_text(file), in_decree(file)) == (["аб"], ["аб"])


@pytest.mark.parametrize(("packages", "said"), [(("formats", "decrees"), REFUSALS), (("formats",), DESCRIPTIONS)])
def test_of_every_refusal_both_say_what_to_do(packages: tuple[str, ...], said: Mapping[str, object]) -> None:
    modules = [module for package in packages for module in (PACKAGE / package).glob("*.py")]
    rules = {rule for module in modules for rule in REFUSAL.findall(module.read_text(encoding="utf-8"))}
    assert "broken_text" in rules
    assert rules <= said.keys()


def test_a_file_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(file := tmp_path / "made.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(200_000_001))
    for read in (read_text, read_blocks):
        with pytest.raises(UnreadableText, match="too_large_file"):
            read(file)


def test_a_pdf_with_a_password_is_called_so(tmp_path: Path) -> None:
    closed = PdfWriter(clone_from=TESTS / "dataset/documents/report.pdf")
    closed.encrypt("secret")
    closed.write(file := tmp_path / "closed.pdf")
    for read in (read_text, read_blocks):
        with pytest.raises(UnreadableText, match="text_with_password"):
            read(file)
