"""Decrees that amend a programme: what they order, what they say anew, and what is read of neither for certain.

Run as a program with `--write`, this writes the expected readings anew.
"""

import argparse
import sys
from pathlib import Path

import pytest

from decrees.test_documents import CELL_BREAK, as_word, told
from vitrina.decrees import Decree, read_decree
from vitrina.decrees.files import read_blocks

AMENDMENTS = Path(__file__).parent / "amendments"
ONLY_WORD = {"row-without-header", "rows-added", "changes-in-an-annex"}
"""In a text nobody can see that their rows of cells are a table."""
BASE = AMENDMENTS / "programme.txt"
"""What all of them amend."""


def cases() -> list[Path]:
    return sorted(path for path in AMENDMENTS.glob("*.txt") if path != BASE)


def all_told(decree: Decree) -> str:
    """The orders one by one, what is worded anew, and then the money."""
    lines = [f"covers {'the whole programme' if decree.is_whole else 'a part'}"]
    for one in decree.amendments:
        changes = " | ".join((" ; ".join(one.old), " ; ".join(one.new))) if one.old or one.new else ""
        everywhere = "everywhere" if one.is_everywhere else ""
        order = f"{one.kind}\t{one.subject}\t{one.line}\t{one.target}\t{one.words}"
        lines.append(f"{order}\t{changes}\t{everywhere}".rstrip())
    lines += [
        f"{one.subject}\t{one.number}\t{one.text}\t{', '.join(one.doubts)}".rstrip() for one in decree.passport.entries
    ]
    lines += [
        f"indicator\t{one.name}\t{value.year}\t{value.value:f}\t{', '.join(value.doubts)}".rstrip()
        for one in decree.indicators
        for value in one.values
    ]
    return "".join(f"{line}\n" for line in lines) + told(decree.money)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.stem)
def test_an_amending_decree_is_read_as_written_down(case: Path, tmp_path: Path) -> None:
    expected = case.with_suffix(".tsv").read_text(encoding="utf-8")
    text = case.read_text(encoding="utf-8")
    assert all_told(read_decree(read_blocks(as_word(text, tmp_path / "decree.docx")))) == expected
    if (
        CELL_BREAK not in text
        and "»\t" not in text
        and "«" not in "".join(line for line in text.split("\n") if "\t" in line)
    ):
        assert all_told(read_decree(read_blocks(case))) == expected


def write_expected() -> None:
    scratch = Path("decree.docx")
    for case in cases():
        word = as_word(case.read_text(encoding="utf-8"), scratch)
        case.with_suffix(".tsv").write_text(all_told(read_decree(read_blocks(word))), encoding="utf-8")
    scratch.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", required=True)
    parser.parse_args()
    write_expected()
    sys.stdout.write("Read what changed with `git diff tests/decrees/amendments` before you keep it.\n")
