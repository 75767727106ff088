"""The workflows: least permissions, commands that run here too, and what they do before they publish."""

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# The commands a workflow may run: each is run and tested outside GitHub as well.
COMMANDS = {
    "make install",
    '.venv/bin/python -m vitrina receive --pages read >> "$GITHUB_STEP_SUMMARY"',
    '.venv/bin/python -m vitrina check --format markdown >> "$GITHUB_STEP_SUMMARY"',
    "make tables",
    "make test THOROUGH=1",
    "make audit",
    ".venv/bin/python -m vitrina check --format github",
    ".venv/bin/python -m vitrina build",
    ".venv/bin/python -m vitrina build --offline",
    '.venv/bin/python -m vitrina compare HEAD^1 --site-at "$ADDRESS" >> "$GITHUB_STEP_SUMMARY"',
}
# What is no single command is run in tests/desk/test_receiving.py.
SCRIPTS = {("check", "Hand over what the upload became"), ("check", "Add them"), ("workbook", "Write them")}
# More than reading is granted to the job that signs what it built, to the one that publishes it, to the one that
# adds tables to a branch and runs nothing but git, and to no other.
PERMISSIONS = {
    ("audit", "audit"): {"contents": "read"},
    ("check", "check"): {"contents": "read"},
    ("check", "keep"): {"contents": "write", "statuses": "write"},
    ("publish", "build"): {"contents": "read", "pages": "read", "id-token": "write", "attestations": "write"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("test", "test"): {"contents": "read"},
    ("workbook", "write"): {"contents": "read"},
}


def read(workflow: Path) -> dict[Any, Any]:
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_only_commands_that_are_tested_here(workflow: Path) -> None:
    ours = [step for step in steps(workflow) if "run" in step and (workflow.stem, step["name"]) not in SCRIPTS]
    assert {step["run"] for step in ours} <= COMMANDS


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_has_the_least_permissions_and_an_end(workflow: Path) -> None:
    assert read(workflow)["permissions"] == {}
    for name, job in read(workflow)["jobs"].items():
        assert job["permissions"] == PERMISSIONS[workflow.stem, name]
        assert job["timeout-minutes"] <= 30


def test_a_pull_request_is_told_of_its_tables_before_anything_slow() -> None:
    job = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["check"]
    commands = [step["run"] for step in job["steps"] if "run" in step][:-1]
    ours = ".venv/bin/python -m vitrina"
    assert commands == [
        "make install",
        f'{ours} receive --pages read >> "$GITHUB_STEP_SUMMARY"',
        f"{ours} check --format github",
        f'{ours} check --format markdown >> "$GITHUB_STEP_SUMMARY"',
        f"{ours} build --offline",
        f'{ours} compare HEAD^1 --site-at "$ADDRESS" >> "$GITHUB_STEP_SUMMARY"',
        "make tables",
    ]


def test_only_the_tests_of_these_very_tables_are_left_out_where_there_are_none() -> None:
    conditions = {step.get("run"): step["if"] for step in steps(ROOT / ".github/workflows/check.yml") if "if" in step}
    assert conditions["make tables"] == "hashFiles('tests/published_data/**') != ''"
    assert set(conditions) == {
        None,  # the upload of what the tables became
        "make tables",
        '.venv/bin/python -m vitrina check --format markdown >> "$GITHUB_STEP_SUMMARY"',
    }


def test_tables_are_added_to_a_branch_only_when_all_of_the_check_has_passed_and_the_branch_is_ours() -> None:
    jobs = read(ROOT / ".github/workflows/check.yml")["jobs"]
    assert list(jobs["check"]["steps"][-1]["with"].values())[:2] == ["received", "received.patch"]
    assert jobs["keep"]["needs"] == "check"
    assert jobs["keep"]["if"].split(" && ") == [
        "needs.check.outputs.received == 'true'",
        "github.event.pull_request.head.repo.full_name == github.repository",
    ]
    [script] = [step for step in jobs["keep"]["steps"] if "run" in step]
    assert jobs["check"]["name"] in script["run"], "the status has the name of the check that it stands for"


def test_the_tables_are_checked_before_the_site_is_published_under_the_address_that_pages_names() -> None:
    workflow = ROOT / ".github" / "workflows" / "publish.yml"
    build, deploy = read(workflow)["jobs"]["build"], read(workflow)["jobs"]["deploy"]
    ours = ".venv/bin/python -m vitrina"
    commands = [step["run"] for step in build["steps"] if "run" in step]
    assert commands == ["make install", f"{ours} check --format github", f"{ours} build"]
    assert deploy["needs"] == "build"
    site = next(step for step in build["steps"] if step.get("run") == f"{ours} build")
    assert site["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert any(step.get("id") == "pages" and "configure-pages@" in step["uses"] for step in build["steps"])


def test_the_engine_is_tested_whenever_anything_but_the_tables_changes() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "test.yml")
    triggers = workflow[True]  # what YAML 1.1 makes of the key «on»
    assert triggers == {
        "push": {"branches": ["main"], "paths-ignore": ["build_data/**", "incoming/**"]},
        "pull_request": {"paths-ignore": ["build_data/**", "incoming/**"]},
    }
