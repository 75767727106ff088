"""Documents of other towns' forms, traps among them: what is read of each, from text and from Word.

Run as a program with `--write`, this writes the expected readings anew.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from vitrina.decrees import Decree, Reading, read_decree
from vitrina.decrees.files import read_blocks

DOCUMENTS = Path(__file__).parent / "documents"
CELL_BREAK = "¶"
"""A line break within a cell, which a line of text cannot hold."""


def told(reading: Reading) -> str:
    """One amount a line, then what was left out; without places, which differ from format to format."""
    lines = [
        "\t".join(
            (
                certainty(one.doubts),
                one.line,
                one.source,
                one.year,
                one.stage,
                f"{one.amount:f}",
                str(one.unit),
                one.of_which,
                one.administrator,
                one.reason,
            )
        ).rstrip()
        for one in reading.values
    ]
    lines += [f"left out: {one.why}\t{one.words}" for one in reading.left_out]
    lines += [
        "\t".join(
            ("codes", one.line, one.administrator, *(",".join(kind) for kind in (one.grbs, one.rzpr, one.csr, one.vr)))
        )
        for one in reading.codes
    ]
    for service in reading.services:
        lines.append(f"service\t{service.line}\t{service.name}\t{service.measured}\t{service.unit}")
        lines += [
            f"\t{certainty(one.doubts)}\t{one.year}\t{one.stage}\t{one.volume}\t{one.cost}\t{one.cost_unit}"
            for one in service.values
        ]
    return "".join(f"{line}\n" for line in lines)


def certainty(doubts: Sequence[str]) -> str:
    return "doubtful: " + ", ".join(doubts) if doubts else "sure"


def told_of_all(decree: Decree) -> str:
    """The same of money, then the indicators and what of their rows was left out."""
    lines = []
    for indicator in decree.indicators:
        lines.append(f"indicator\t{indicator.line}\t{indicator.number}\t{indicator.name}\t{indicator.unit}")
        for one in indicator.values:
            upper = "" if one.upper is None else f"-{one.upper}"
            figures = (certainty(one.doubts), str(one.year), one.stage, f"{one.sign}{one.value}{upper}", one.reason)
            lines.append("\t".join(("", *figures)).rstrip())
        lines += [f"\tleft out: {one.why}\t{one.words}" for one in indicator.unread]
    return told(decree.money) + "".join(f"{line}\n" for line in lines)


def as_word(text: str, file: Path) -> Path:
    """A Word file of a text; lines of cells that tabs part become a table."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in (*text.split("\n"), ""):
        if "\t" in line:
            rows.append([cell.replace(CELL_BREAK, "\n") for cell in line.split("\t")])
            continue
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, content in zip(row.cells, cells, strict=False):
                    cell.text = content
            rows = []
        if line.strip():
            document.add_paragraph(line)
    document.save(str(file))
    return file


def cases() -> list[Path]:
    return sorted(DOCUMENTS.glob("*.txt"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.stem)
def test_a_document_is_read_as_written_down(case: Path, tmp_path: Path) -> None:
    expected = case.with_suffix(".tsv").read_text(encoding="utf-8")
    text = case.read_text(encoding="utf-8")
    assert told_of_all(read_decree(read_blocks(as_word(text, tmp_path / "document.docx")))) == expected
    if CELL_BREAK not in text:
        assert told_of_all(read_decree(read_blocks(case))) == expected


def write_expected() -> None:
    scratch = Path("document.docx")
    for case in cases():
        word = as_word(case.read_text(encoding="utf-8"), scratch)
        case.with_suffix(".tsv").write_text(told_of_all(read_decree(read_blocks(word))), encoding="utf-8")
    scratch.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", required=True)
    parser.parse_args()
    write_expected()
    sys.stdout.write("Read what changed with `git diff tests/decrees/documents` before you keep it.\n")
