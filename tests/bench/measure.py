"""One thing measured beside what it may be, and the table of them all."""

import platform
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MORE, LESS = "≥", "≤"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its unit; without a limit it is only told."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    sense: str = LESS
    digits: int = 0

    @property
    def misses(self) -> bool:
        """Judged by the figure as it is printed."""
        if self.limit is None:
            return False
        shown = round(self.value, self.digits)
        return shown > self.limit if self.sense == LESS else shown < self.limit

    @property
    def row(self) -> str:
        limit = "" if self.limit is None else f"{self.sense} {self.limit:,g} {self.unit}".rstrip()
        verdict = "" if self.limit is None else "**misses**" if self.misses else "holds"
        return f"| {self.name} | {self.value:,.{self.digits}f} {self.unit}".rstrip() + f" | {limit} | {verdict} |"


def table(measures: Iterable[Measure]) -> str:
    """In Markdown, so that it reads in a terminal and in RESULTS.md alike."""
    return "\n".join(["| what | measured | may be | |", "|---|---|---|---|", *(one.row for one in measures)])


def machine() -> str:
    """The processor, how many cores of it, how much memory, and what the measuring ran on."""
    cores = _first(r"^processor", Path("/proc/cpuinfo"), count=True)
    model = _first(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo")) or platform.processor() or platform.machine()
    memory = _first(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo"))
    parts = [model, f"{cores} cores" if cores else "", f"{int(memory) / 2**20:.0f} GiB" if memory else ""]
    return ", ".join(filter(None, [*parts, platform.system(), f"Python {platform.python_version()}"]))


def _first(pattern: str, file: Path, count: bool = False) -> str:
    """What a pattern finds first, or how often; nothing on a system without such a file."""
    if not file.is_file():
        return ""
    found = re.findall(pattern, file.read_text(encoding="utf-8"), re.MULTILINE)
    return str(len(found)) if count else found[0].strip() if found else ""
