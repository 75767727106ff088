"""Runs the battery and prints what the check lets by, with an example of each kind: `python tests/battery`."""

import argparse
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from battery.running import Chosen, examples, judged_by, line  # noqa: E402  it is started by its path


def main() -> None:
    parser = argparse.ArgumentParser(description="Spoils the battery's dataset in every way it knows, and checks it.")
    parser.add_argument("--only", default="", help="mutations whose kind, file and column hold these words")
    parser.add_argument("--each", type=int, default=1, help="of so many mutations one")
    parser.add_argument("--examples", type=int, default=1, help="how many of a kind are shown")
    parser.add_argument("--processes", type=int, default=1, help="how many cores it may use")
    chosen = parser.parse_args()
    began = time.perf_counter()
    found = judged_by(chosen.processes, Chosen(tuple(chosen.only.split()), chosen.each))
    for text in examples(found, chosen.examples):
        sys.stdout.write(f"{text}\n")
    sys.stdout.write(f"{line(found, time.perf_counter() - began)}\n")


if __name__ == "__main__":
    main()
