"""Of cases that are alike one in three is run as a rule, the others by `make test THOROUGH=1`."""

from collections.abc import Iterable

import pytest

_LEFT_OUT = pytest.mark.thorough


def one_in_three(cases: Iterable[object], first: int = 0) -> list[pytest.ParameterSet]:
    """Cases for `parametrize`, of which all but the first, the fourth, … are marked `thorough`.

    Tests of the same pages begin with another one each, so that together they open all of them.
    """
    return [
        pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=[] if number % 3 == first else _LEFT_OUT)
        for number, case in enumerate(cases)
    ]
