"""Nothing spoiled gets in: what offices do to their tables is named where it happened, or changes no page.

By hand, with examples of what is let by: `python tests/battery --processes 2`. `make test THOROUGH=1` tries it all."""

import sys
import time

import pytest

from battery.mutations import CITY, contents
from battery.running import Chosen, examples, judged, line

_USUAL = Chosen(each=97)
_MOST_VAGUE = 4


def test_the_battery_spoils_every_column_of_every_table_and_the_settings() -> None:
    spoilt = {(mutation.file, mutation.column) for mutation in Chosen().mutations()}
    assert spoilt >= {(content.file, column) for content in contents() for column in content.table.names}
    assert any(file == CITY for file, _ in spoilt)


EMPTY = {("expected_findings", "of_which")}
"""No totals of «of which» rows are compared, so no difference of one can be known."""


def test_the_dataset_of_the_battery_fills_every_column() -> None:
    for content in contents():
        filled = {name for name in content.header if any(content.cell(row, name) for row in range(len(content.rows)))}
        assert {(content.table.name, name) for name in set(content.table.names) - filled} <= EMPTY


@pytest.mark.parametrize("chosen", [_USUAL, pytest.param(Chosen(), marks=pytest.mark.thorough)], ids=["some", "whole"])
def test_what_is_spoiled_is_named_or_changes_no_page(chosen: Chosen, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.perf_counter()
    found = judged(chosen)
    with capsys.disabled():
        sys.stdout.write(f"\n{line(found, time.perf_counter() - began)}\n")
    wrong = "\n".join(examples(found, most=3))
    assert not [one for one in found if one.verdict in {"silent", "crashed"}], wrong
    assert sum(one.verdict == "vague" for one in found) <= _MOST_VAGUE, wrong
