"""The datasets that the engine's tests read: none of them is `build_data`, which a city replaces by its own tables.

What is asked of those tables themselves is in `tests/published_data`.
"""

from pathlib import Path

TESTS = Path(__file__).parents[1]

DIVNOGORSK = TESTS / "divnogorsk/build_data"
"""Divnogorsk's education programme as its draft of 2021 states it, with its text.

It began as a copy of the published tables and does not follow them: an amount that the tests expect stays what it was.
It changes only with the tables' own definition, for example when a column is renamed.
"""
SAMPLE = TESTS / "sample/build_data"
"""An invented town with two programmes and every kind of figure."""
REGION = TESTS / "region/build_data"
"""An invented region as another city might come: three programmes, sources of money of its own, Russian alone."""
BATTERY = TESTS / "battery/build_data"
"""A programme that fills every column of every table, small enough to be checked some thousand times."""
