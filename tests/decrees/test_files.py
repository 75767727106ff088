"""Files as towns' offices, their programs and legal databases make them, each with its amounts written down by hand.

Run as a program, this prints a table of how each was read.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from decrees.test_documents import DOCUMENTS
from vitrina.decrees import Reading, Value, read_decree, read_money
from vitrina.decrees.files import read_blocks
from vitrina.decrees.json_output import as_json

FILES = Path(__file__).parent / "files"
Amount = tuple[str, str, str, str, Decimal, str | None]


@dataclass(frozen=True)
class Score:
    """How a file was read: amounts that are `missing`, and those called sure that it does not print."""

    printed: int
    missing: tuple[Amount, ...]
    wrong: tuple[Amount, ...]
    sure: int
    doubtful: int
    left_out: int


def cases() -> list[Path]:
    return sorted(file for file in FILES.iterdir() if file.suffix != ".tsv")


def printed_in(case: Path) -> list[Amount]:
    """Each amount by line, source, year, stage, amount and unit; line `*` where it is named by words alone."""
    lines = case.with_name(f"{case.name}.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (line, source, year, stage, Decimal(amount), unit)
        for line, source, year, stage, amount, unit in map(str.split, lines)
    ]


def scored(printed: Sequence[Amount], reading: Reading) -> Score:
    """A nought may be printed as a dash, which is no amount."""
    values = [one for one in reading.values if not one.of_which]
    left = list(map(_amount, values))
    missing = []
    for amount in printed:
        found = next((one for one in left if one[1:] == amount[1:] and amount[0] in {"*", one[0]}), None)
        if found:
            left.remove(found)
        elif amount[4]:
            missing.append(amount)
    sure = [_amount(one) for one in values if one.is_sure]
    return Score(
        printed=sum(1 for amount in printed if amount[4]),
        missing=tuple(missing),
        wrong=tuple(amount for amount in left if amount in sure),
        sure=len(sure),
        doubtful=len(values) - len(sure),
        left_out=len(reading.left_out),
    )


def _amount(value: Value) -> Amount:
    return (value.line, value.source, value.year, value.stage, value.amount, value.unit)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_amount_is_found_and_nothing_wrong_is_sure(case: Path) -> None:
    score = scored(printed_in(case), read_money(read_blocks(case)))
    assert (score.missing, score.wrong) == ((), ())


def test_of_files_without_traps_nearly_all_amounts_are_sure() -> None:
    scores = [scored(printed_in(case), read_money(read_blocks(case))) for case in cases()]
    assert sum(one.sure for one in scores) >= 0.95 * sum(one.printed for one in scores)


TEXT = {"type": "string"}
ROW = {
    "line": {"type": "string", "minLength": 1},
    "source": {"enum": ["total", "federal", "regional", "local", "settlement", "other"]},
    "source_name": TEXT,
    "year": {"type": "string", "pattern": r"^((19|20)\d\d(-(19|20)\d\d)?|total)$"},
    "stage": {"enum": ["plan", "approved", "revised", "actual"]},
    "amount": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    "unit": {"enum": ["rouble", "thousand", "million", "billion", None]},
    "of_which": TEXT,
    "certainty": {"enum": ["sure", "doubtful"]},
    "place": {"type": "string", "minLength": 1},
    "words": {"type": "string", "minLength": 1},
}
"""What programs may rely on of each amount."""
SCHEMA = {
    "type": "object",
    "required": ["rows", "left_out", "sums"],
    "properties": {
        "rows": {"type": "array", "items": {"type": "object", "required": list(ROW), "properties": ROW}},
        "left_out": {"type": "array", "items": {"type": "object", "required": ["words", "place", "reason"]}},
        "sums": {"type": "array", "items": {"type": "object", "required": ["stated", "computed", "difference"]}},
    },
}


@pytest.mark.parametrize("case", [*cases(), *DOCUMENTS.glob("*.txt")], ids=lambda case: case.name)
def test_programs_get_one_shape_whatever_the_file(case: Path) -> None:
    told = json.loads(as_json(read_decree(read_blocks(case))))
    jsonschema.validate(told, SCHEMA)
    assert all((row["certainty"] == "doubtful") == bool(row["reasons"]) for row in told["rows"])


def main() -> None:
    titles = ("printed", "found", "sure", "doubtful", "left out", "wrong")
    rows: dict[str, tuple[int, ...]] = {}
    for case in cases():
        one = scored(printed_in(case), read_money(read_blocks(case)))
        found = one.printed - len(one.missing)
        rows[case.name] = (one.printed, found, one.sure, one.doubtful, one.left_out, len(one.wrong))
    rows["all"] = tuple(map(sum, zip(*rows.values(), strict=True)))
    width = max(map(len, rows))
    for name, row in {"file": titles, **rows}.items():
        sys.stdout.write(f"{name:{width}}" + "".join(f"{cell:>10}" for cell in row) + "\n")


if __name__ == "__main__":
    main()
