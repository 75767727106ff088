"""`make audit`: whether a weakness of what is pinned has become known. 0: none, 1: some, 2: nobody could be asked."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
NONE_KNOWN, SOME_KNOWN, NOT_ASKED = 0, 1, 2

Weaknesses = Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A list of what is pinned, who knows its weaknesses, and how to read the answer; None stands for no answer."""

    what: str
    command: Sequence[str | Path]
    read: Callable[[str], Weaknesses | None]


def weaknesses_of_python(answer: str) -> Weaknesses | None:
    """What pip-audit says in JSON. Its exit code would not do: it is the same for a weakness and for no connection."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    if not packages or any("vulns" not in package for package in packages):
        return None  # one of them was not looked up
    found = [(package, weakness) for package in packages for weakness in package["vulns"]]
    return [
        f"{package['name']} {package['version']}: {weakness['id']}, mended in {', '.join(weakness['fix_versions'])}"
        for package, weakness in found
    ]


def weaknesses_of_npm(answer: str) -> Weaknesses | None:
    """What `npm audit` says in JSON."""
    try:
        report = json.loads(answer)
        counted = report["metadata"]["vulnerabilities"]["total"]
    except (ValueError, KeyError, TypeError):
        return None
    found = [f"{name} {one['range']}: {one['severity']}" for name, one in report["vulnerabilities"].items()]
    return found if len(found) == counted else None


ASKED = (
    Asked(
        "Python packages (requirements.txt, requirements-dev.txt)",
        [
            TOOLS / "pip-audit",
            *("--requirement", ROOT / "requirements.txt", "--requirement", ROOT / "requirements-dev.txt"),
            *("--require-hashes", "--disable-pip", "--vulnerability-service", "osv"),
            *("--format", "json", "--progress-spinner", "off", "--timeout", "30"),
        ],
        weaknesses_of_python,
    ),
    *(
        Asked(
            f"npm packages (tests/{folder})",
            [TOOLS / "npm", "--prefix", ROOT / "tests" / folder, "audit", "--package-lock-only", "--json"],
            weaknesses_of_npm,
        )
        for folder in ("tools", "bench")
    ),
)


def ask(asked: Asked) -> tuple[int, str]:
    """The exit code, and what to say."""
    done = subprocess.run(asked.command, capture_output=True, text=True, encoding="utf-8", check=False)
    found = asked.read(done.stdout)
    if found is None:
        lines = [line for line in done.stderr.splitlines() if line.strip() and "log of this run" not in line]
        return NOT_ASKED, f"{asked.what}: NOT ASKED, the service did not answer. {lines[-1][:300] if lines else ''}"
    if found:
        return SOME_KNOWN, "\n  ".join([f"{asked.what}: {len(found)} known weaknesses", *found])
    return NONE_KNOWN, f"{asked.what}: no known weakness"


def main(every: Sequence[Asked] = ASKED) -> int:
    answers = [ask(asked) for asked in every]
    print(*(said for _, said in answers), sep="\n")  # noqa: T201  here printing is the job
    codes = {code for code, _ in answers}
    return SOME_KNOWN if SOME_KNOWN in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main())
