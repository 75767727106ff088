"""What is left out of a run by default, and that all of it is run when it is asked for."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = "tests/charts/test_other_figures.py"


def collected(*arguments: str) -> set[str]:
    command = [sys.executable, "-m", "pytest", "--collect-only", "--quiet", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return {line for line in done.stdout.splitlines() if "::" in line}


def test_a_third_of_the_cases_that_are_alike_is_run_and_all_of_them_if_asked() -> None:
    usual, thorough = collected(FILE), collected(FILE, "--thorough")
    assert usual < thorough
    cases = [Counter(name.partition("[")[0] for name in names) for names in (usual, thorough)]
    marked = {test: (cases[0][test], count) for test, count in cases[1].items() if count != cases[0][test]}
    assert len(marked) == 2
    assert all(of_all // 3 <= run <= of_all // 3 + 2 for run, of_all in marked.values())
    left_out = min(thorough - usual)
    assert collected(left_out) == {left_out}, "named, it is run"
