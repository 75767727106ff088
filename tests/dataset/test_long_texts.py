"""No text is too much for what reads it: neither long runs of one sign nor circles and chains of any length."""

import time

import pytest

from vitrina.dataset.cells import FINGERPRINT, LONGEST_TEXT
from vitrina.dataset.figures import figures_of, years_of
from vitrina.dataset.references import parse, typed_figures
from vitrina.dataset.texts import fingerprint
from vitrina.words.foreign import foreign, shown
from vitrina.words.numbers import unbroken, unbroken_ranges

AT_MOST = 3  # seconds of the processor, far above what any of them takes
RUNS = ["1-", "1,", "1 ", "1-а ", "1–", "1 000 ", "1.1.", "от 1 до ", "№1 ", "2020-", "-", ".", "|", "а|", "[", "<b>"]


def long(run: str) -> str:
    return (run * LONGEST_TEXT)[:LONGEST_TEXT]


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_of_one_sign_is_read_at_once(run: str) -> None:
    text = long(run)
    began = time.process_time()
    typed_figures(text)
    figures_of(text)
    years_of(text)
    parse(text)
    unbroken_ranges(unbroken(text))
    shown(f"<p>{foreign(text)}</p>")
    assert time.process_time() - began < AT_MOST


def test_a_fingerprint_is_no_number_to_a_spreadsheet() -> None:
    assert all(fingerprint(f"текст {number}")[0].isalpha() for number in range(300))


def test_a_fingerprint_as_tables_have_had_it_is_read_as_it_is_now() -> None:
    assert FINGERPRINT.read("0f343b093112") == FINGERPRINT.read("x0f343b093112") == "x0f343b093112"
