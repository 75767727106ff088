"""Of a test that looks at many pages alike the first and a third of the others are run; all of it with `--thorough`."""

from collections import defaultdict
from collections.abc import Sequence
from zlib import crc32

import pytest

ONE_OF = 3
HELP = "run every case of the tests that look at many pages alike, not a third of them"


def left_out(items: Sequence[pytest.Item]) -> set[pytest.Item]:
    """The cases of tests marked `many` that need not be run: each test has a third of its own.

    Of fewer than three cases none is left out, so that each can be named alone.
    """
    cases: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("many"):
            cases[item.nodeid.partition("[")[0]].append(item)
    return {
        item
        for test, all_of_it in cases.items()
        if len(all_of_it) >= ONE_OF
        for number, item in enumerate(all_of_it[1:], crc32(test.encode()))
        if number % ONE_OF
    }
