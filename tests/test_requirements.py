"""The pinned dependencies: with hashes, without addresses, within the ranges asked for, each with its reason."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>[^\\]+))? \\$")


def pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {match["name"]: match["version"] for match in map(PINNED.match, lines) if match}


def asked_for(*, tests_too: bool) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = project["project"]["dependencies"] + groups["build"] + (groups["dev"] if tests_too else [])
    return [Requirement(line) for line in wanted]


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_a_list_holds_versions_with_hashes_and_no_addresses(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert pinned(file)
    for line in text.splitlines():
        assert (
            PINNED.match(line) or re.match(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$", line) or line.lstrip()[0] == "#"
        )
    assert not re.search(r"://|file:|\s/|index-url|find-links", text)


@pytest.mark.parametrize(("file", "tests_too"), [("requirements.txt", False), ("requirements-dev.txt", True)])
def test_what_is_asked_for_is_pinned_within_its_range(file: str, tests_too: bool) -> None:
    versions = pinned(file)
    for requirement in asked_for(tests_too=tests_too):
        version = versions.get(canonicalize_name(requirement.name), "missing")
        assert version != "missing", f"{requirement.name} is not in {file}: make lock"
        assert requirement.specifier.contains(version), f"{requirement} is pinned to {version}: make lock"


def test_the_site_is_tested_with_what_it_is_built_with() -> None:
    assert pinned("requirements.txt").items() <= pinned("requirements-dev.txt").items()


def test_every_dependency_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for requirement in asked_for(tests_too=True):
        if requirement.name == "setuptools":
            continue  # has the line above it
        extras = f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""
        (line,) = [line for line in lines if line.startswith(f'    "{requirement.name}{extras}>=')]
        assert re.search(r"# .{10,}", line), f"{requirement.name} has no reason beside it"


@pytest.mark.parametrize("folder", ["tools", "bench"])
def test_npm_tools_are_pinned_by_hash_without_addresses(folder: str) -> None:
    packages = json.loads((ROOT / "tests" / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    tools = {name: package for name, package in packages.items() if name}
    assert tools
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in tools.values())
