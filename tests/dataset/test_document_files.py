"""Texts of documents are read from every kind of file that offices keep them in, and what cannot be read is named."""

import io
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from support.datasets import SAMPLE
from vitrina.dataset.documents.portable import blocks_of_pdf
from vitrina.dataset.documents.reading import read_text
from vitrina.dataset.documents.text import Block, Grid, Paragraph
from vitrina.dataset.problems import problem_text
from vitrina.dataset.reader import Reading, read_dataset
from vitrina.formats import UnreadableText
from vitrina.words import Words

FILES = Path(__file__).parent / "documents"
WHOLE = (
    "Работы по озеленению общественных территорий города завершены в полном объёме, все посаженные деревья прижились, "
    "а дворы приведены в порядок."
)
BLOCKS: list[object] = [
    ("1. Паспорт", 2),
    ("Высажено 120 деревьев в двух парках, / а скамеек 35.", 0),
    ("¹ Без учёта кустов.", 0),
    [
        [("Источник и год", 2), ("Сумма", 1)],
        [("Город", 1), ("2024", 1), ("1 200,0", 1)],
        [("", 1), ("2025", 1), ("1 300,5", 1)],
    ],
    ("2. Итоги", 2),
    (WHOLE, 0),
]
"""Of the same report: with a table whose cells are merged, a footnote, a line broken, and words deleted with changes
tracked."""


def simple(blocks: Iterable[Block]) -> Iterator[object]:
    for block in blocks:
        if isinstance(block, Grid):
            yield [[(" / ".join(line.text for line in cell.lines), cell.columns) for cell in row] for row in block.rows]
        else:
            assert isinstance(block, Paragraph)
            yield " / ".join(line.text for line in block.lines), block.level


@pytest.mark.parametrize("file", ["report.docx", "report.odt"])
def test_a_word_processors_file_is_read_with_its_tables_and_footnotes(file: str) -> None:
    assert list(simple(read_text(FILES / file).blocks)) == BLOCKS


def test_lines_of_a_pdf_are_put_together_to_sentences() -> None:
    read = list(simple(blocks_of_pdf((FILES / "report.pdf").read_bytes())))
    assert ("1. Паспорт", 2) in read
    assert (WHOLE, 0) in read


def refused(reading: Iterator[Block]) -> str:
    with pytest.raises(UnreadableText) as found:
        list(reading)
    return found.value.rule


def scan() -> bytes:
    file = io.BytesIO()
    Image.new("1", (400, 300), 1).save(file, "PDF")
    return file.getvalue()


def closed() -> bytes:
    writer = PdfWriter(clone_from=FILES / "report.pdf")
    writer.encrypt("secret")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def spoilt() -> bytes:
    """A file with a part that cannot be unpacked."""
    content = bytearray((FILES / "report.docx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    content[start : start + 60] = b"\xff" * 60
    return bytes(content)


def test_a_scan_is_refused() -> None:
    with pytest.raises(UnreadableText) as found:
        blocks_of_pdf(scan())
    assert (found.value.rule, found.value.hints) == ("scanned_page", {"page": 1})


def reading_with(tmp_path: Path, name: str, content: bytes, table: tuple[str, str] = ("", "")) -> Reading:
    folder = shutil.copytree(SAMPLE, tmp_path / "build_data", ignore=shutil.ignore_patterns("schools", "documents"))
    file = folder / "programmes/parks/documents" / name
    file.parent.mkdir()
    file.write_bytes(content)
    documents = folder / "programmes/parks/documents.csv"
    documents.write_text(documents.read_text(encoding="utf-8").replace(*table), encoding="utf-8")
    return read_dataset(folder)


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("parks-edition.doc", b"\xd0\xcf\x11\xe0", "other_kind_of_text"),
        ("parks-edition.docx", b"\xd0\xcf\x11\xe0", "text_with_password"),
        ("parks-edition.docx", b"no archive", "broken_text"),
        ("parks-edition.docx", spoilt(), "broken_text"),
        ("parks-edition.odt", (FILES / "report.docx").read_bytes(), "broken_text"),
        ("parks-edition.docx", (FILES / "report.odt").read_bytes(), "broken_text"),
        ("parks-edition.pdf", b"%PDF-1.4 no more", "broken_text"),
        (
            "parks-edition.pdf",
            (FILES / "report.pdf").read_bytes().replace(b"/Kids[ 1 0 R", b"/Kids[ 9 9 R"),
            "broken_text",
        ),
        ("parks-edition.pdf", closed(), "text_with_password"),
        ("parks-edition.pdf", scan(), "scanned_page"),
        ("parks-edition.txt", "Парки".encode("cp1251"), "text_not_in_utf8"),
        ("parks-edition.txt", b" \n", "text_without_words"),
        ("park-edition.txt", b"Text", "text_of_no_document"),
    ],
)
def test_a_file_that_gives_no_text_is_named(tmp_path: Path, name: str, content: bytes, rule: str) -> None:
    reading = reading_with(tmp_path, name, content)
    assert [(problem.file, problem.rule) for problem in reading.problems] == [
        (f"programmes/parks/documents/{name}", rule)
    ]
    assert all(name in problem_text(problem, Words("en")) for problem in reading.problems)


def test_a_text_of_a_document_that_is_not_published_is_named(tmp_path: Path) -> None:
    promised = "later;9;appendix;План;;not-published;1;;;part;missing;;;;parks-edition;Паспорт;2024–2026 годы;;;"
    reading = reading_with(tmp_path, "later.txt", b"Text", ("parks-report-2024;", f"{promised}\nparks-report-2024;"))
    assert [problem.rule for problem in reading.problems] == ["text_of_unpublished"]


def test_two_texts_of_one_document_are_one_too_many(tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "build_data", ignore=shutil.ignore_patterns("schools"))
    texts = folder / "programmes/parks/documents"
    shutil.copy(texts / "parks-edition.docx", texts / "parks-edition.txt")
    assert [problem.rule for problem in read_dataset(folder).problems] == ["second_text"]


def test_a_fingerprint_of_another_file_is_named_with_the_right_one(tmp_path: Path) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "build_data", ignore=shutil.ignore_patterns("schools"))
    documents = folder / "programmes/parks/documents.csv"
    text = documents.read_text(encoding="utf-8")
    reason = ";Город принял программу на три года."
    documents.write_text(text.replace(reason, f"{'0' * 64}{reason}"), encoding="utf-8")
    [problem] = read_dataset(folder).problems
    assert (problem.file, problem.row, problem.column, problem.rule) == (
        "programmes/parks/documents.csv", 2, "sha256", "other_text",
    )  # fmt: skip
    assert len(str(problem.hints["found"])) == 64


def test_words_that_are_not_in_the_text_are_named_with_their_cell(tmp_path: Path) -> None:
    reading = reading_with(tmp_path, "parks-report-2024.txt", "Отчёт составлен по состоянию на 31.12.2024".encode())
    assert {problem.rule for problem in reading.problems} == {"words_not_found"}
    assert {(problem.file.rpartition("/")[2], problem.column) for problem in reading.problems} == {
        ("money.csv", "words"), ("money.csv", "reason"), ("observations.csv", "words"),
    }  # fmt: skip
