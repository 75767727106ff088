"""Runs the commands of a workflow's job as GitHub does, in a repository that stands for the one on GitHub."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from support.repository import ROOT

Runs = dict[str, subprocess.CompletedProcess[str]]
"""What came of each command."""

ADDRESS = "https://region.example/programmes"
"""Where the site is to be seen, as earlier steps tell it."""
INSTALL = "make install"
"""The one command that is not run here: it fetches what the tests run in already."""
SUMMARY, OUTPUTS = "summary.md", "outputs.txt"
"""What the steps write into the files that GitHub names, beside the repository."""
_TOLD = re.compile(r"\$\{\{ (?:steps\.\w+\.outputs\.[\w-]+|github\.[\w.]+) \}\}")


def job_of(workflow: str, job: str) -> Mapping[str, Any]:
    read = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))
    found: Mapping[str, Any] = read["jobs"][job]
    return found


def run_job(workflow: str, job: str, repository: Path, **told: str) -> Runs:
    """Each command until one fails, but those that stand under a condition. `told` are values of `env` by name."""
    done: Runs = {}
    for step in job_of(workflow, job)["steps"]:
        if step.get("run", INSTALL) != INSTALL and "if" not in step:
            done[step["run"]] = run_step(step, repository, **told)
            if done[step["run"]].returncode:
                break
    return done


def run_step(step: Mapping[str, Any], repository: Path, **told: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "SOURCE_DATE_EPOCH"}}
    named = {name: told.get(name, _TOLD.sub(ADDRESS, value)) for name, value in step.get("env", {}).items()}
    assert not any("${{" in value for value in named.values())
    named["GITHUB_STEP_SUMMARY"] = str(repository.parent / SUMMARY)
    named["GITHUB_OUTPUT"] = str(repository.parent / OUTPUTS)
    named["GITHUB_REPOSITORY"] = "city/programmes"
    # Stands for what installing does: the package of this repository is the one that is found.
    package = repository / "hooks" if (repository / "hooks/vitrina").is_dir() else ROOT / "hooks"
    named["PYTHONPATH"] = str(package)
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=repository,
        env=inherited | named | {name: value for name, value in told.items() if name == "PATH"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def said(done: Runs) -> list[str]:
    """What each command said, none of which may have failed or warned."""
    assert [(command, one.stderr) for command, one in done.items() if one.returncode or one.stderr] == []
    return [one.stdout for one in done.values()]
