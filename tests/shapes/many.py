"""Looks at as many shapes as one wants, and prints each kind of fault once: how often, and its smallest shape."""

import re
import sys
import traceback
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from shapes.making import made, read  # noqa: E402  it is started by its path
from shapes.shape import Shape  # noqa: E402  as above
from shapes.strategies import shapes  # noqa: E402  as above
from shapes.truth import faults  # noqa: E402  as above


def kinds(shape: Shape) -> Iterator[tuple[str, str]]:
    """What is wrong with a shape: the kind, and the words."""
    try:
        reading = read(shape)
        if reading.dataset is None:
            yield from ((problem.rule, f"refused: {problem}") for problem in reading.problems)
            return
        for language in reading.dataset.city.languages:
            for fault in faults(shape, made(reading.dataset, language)):
                page, kind = fault.split(": ")[:2]
                yield re.sub(r"\d+", "N", f"{page}: {kind}"), fault
    except Exception as fault:  # noqa: BLE001  that is what it looks for
        last = traceback.extract_tb(fault.__traceback__)[-1]
        yield f"{type(fault).__name__} {last.filename}:{last.lineno}", traceback.format_exc()


def look(count: int, first: int) -> None:
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)

    @seed(first)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(shapes())
    def looked_at(shape: Shape) -> None:
        for kind, words in kinds(shape):
            found[kind].append((len(repr(shape)), repr(shape), words))

    looked_at()
    for kind, ones in sorted(found.items(), key=lambda item: -len(item[1])):
        _, shape, words = min(ones)
        sys.stdout.write(f"{len(ones)} × {kind}\n    {words}\n    {shape}\n")


if __name__ == "__main__":
    look(*map(int, sys.argv[1:3]))
