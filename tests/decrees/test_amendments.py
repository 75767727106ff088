"""Decrees that amend a programme: what they order, what they say anew, and what is read of neither for certain.

Run as a program with `--write`, this writes the expected readings anew.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decrees.test_documents import CELL_BREAK, as_word, told
from vitrina.decrees import Decree, read_decree
from vitrina.decrees.files import lines_as_paragraphs, read_blocks

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


# Decrees put together from parts whose figures are all different, so that each can be followed to where it ended up.


def figure(number: int) -> str:
    return f"{number // 1000} {number % 1000:03},{number % 10}"


PARTS: Mapping[str, Callable[[str, str], str]] = {
    "numbers": lambda old, new: f"В разделе 5 цифры «{old}» заменить цифрами «{new}».",
    "both": lambda old, new: f"Слова «{old} тыс. рублей» заменить словами «{new} тыс. рублей на дороги».",
    "row": lambda old, new: (
        f"Строку «2021 год – {old} тыс. рублей» изложить в следующей редакции: «2021 год – {new} тыс. рублей»."
    ),
    "passport": lambda old, new: (
        "В паспорте программы строку «Ресурсное обеспечение» изложить в следующей редакции:\n"
        f"«Ресурсное обеспечение: Общий объем финансирования программы – {old} тыс. рублей, в том числе:\n"
        f"2021 год – {new} тыс. рублей»."
    ),
    "table": lambda old, new: (
        "Приложение № 2 к программе изложить в следующей редакции:\n«Ресурсное обеспечение программы, "
        f"тыс. рублей\nИсточник\t2021\t2022\nВсего по программе\t{old}\t{new}»."
    ),
    "row alone": lambda old, new: (
        f"В приложении № 2 строку 1.2 изложить в редакции:\n«1.2\tРемонт\t{old}\t{new}\tвсё»."
    ),
    "part": lambda old, new: (
        f"Пункт 2.7 изложить в следующей редакции:\n«2.7. Объем финансирования подпрограммы – {old} "
        f"тыс. рублей, в том числе в 2022 году – {new} тыс. рублей.»."
    ),
    "removed": lambda old, new: f"Слова «{old} тыс. рублей» исключить, слова «{new} тыс. рублей» исключить.",
    "unclear": lambda old, new: f"Слова «на «{old} тыс. рублей» заменить словами «на «{new} тыс. рублей».",
    "no order": lambda old, new: f"Увеличить финансирование с {old} тыс. рублей до {new} тыс. рублей.",
}
MAY_BE_SURE = {"passport", "table"}
"""Of the others nobody can tell whose money they are without the edition before."""
TITLE = "ПОСТАНОВЛЕНИЕ\nот 01.12.2022 № 500-п\nО внесении изменений в программу «Город»\n"


@given(
    kinds=st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=7), ends=st.booleans(), is_page=st.booleans()
)
def test_no_figure_is_lost_and_none_that_is_replaced_is_taken_for_money(
    kinds: list[str], *, ends: bool, is_page: bool
) -> None:
    """Of a PDF a whole page is the place of all that stands on it."""
    figures = iter(range(100_003, 10_000_000, 54_321))
    pairs = [(kind, figure(next(figures)), figure(next(figures))) for kind in kinds]
    lines = [f"1.{number}. {PARTS[kind](old, new)}" for number, (kind, old, new) in enumerate(pairs, 1)]
    end = "2. Контроль оставляю за собой.\nГлава города\n" if ends else ""
    text = f"{TITLE}1. Внести в программу «Город» следующие изменения:\n" + "\n".join(lines) + f"\n{end}"
    blocks = tuple(lines_as_paragraphs(text))
    decree = read_decree(tuple(replace(one, place="страница 1") for one in blocks) if is_page else blocks)
    told = [value.words for value in decree.money.values] + [left.words for left in decree.money.left_out]
    told += [words for one in decree.amendments for words in (one.words, *one.old, *one.new)]
    everything = " ".join(" ".join(told).split())
    sure = {f"{value.amount:f}" for value in decree.money.values if value.is_sure}
    for kind, *both in pairs:
        for printed in both:
            assert printed in everything, f"{printed} of «{kind}» is lost"
            if kind not in MAY_BE_SURE:
                assert printed.replace(" ", "").replace(",", ".") not in sure, f"{printed} of «{kind}» is no money yet"


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
