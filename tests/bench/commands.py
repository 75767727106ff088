"""Runs a command of the project and tells what it took: by the clock, and of the processors."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds by the clock and seconds of all cores together; the most memory at once, in MiB."""

    clock: float
    processor: float
    memory: float


def run(command: Sequence[str | Path], folder: Path = ROOT, environment: Mapping[str, str] | None = None) -> Usage:
    """With the project's Python, its bytecode kept. Raises `CalledProcessError` with what the command printed."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Usage(clock, used, after.ru_maxrss / 1024)


def middle(work: Callable[[], Usage], times: int = 3) -> Usage:
    """The middle of several runs, each figure by itself."""
    runs = [work() for _ in range(times)]
    return Usage(*(median(getattr(one, name) for one in runs) for name in ("clock", "processor", "memory")))
