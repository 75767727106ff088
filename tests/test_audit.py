"""The audit of what is pinned: none known, some known and nobody asked are three different answers."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tools import audit
from tools.audit import ASKED, Asked, main, weaknesses_of_npm, weaknesses_of_python

SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
WEAK = {"name": "jinja2", "version": "3.1.5", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.6"]}]}
UNKNOWN = {"name": "jinja2", "skip_reason": "not found"}
NPM_SOUND = {"vulnerabilities": {}, "metadata": {"vulnerabilities": {"total": 0}}}
NPM_WEAK = {
    "vulnerabilities": {"axe-core": {"range": "<4", "severity": "high"}},
    "metadata": {"vulnerabilities": {"total": 1}},
}


def python(*packages: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (python(SOUND), []),
        (python(SOUND, WEAK), ["jinja2 3.1.5: PYSEC-1, mended in 3.1.6"]),
        (python(SOUND, UNKNOWN), None),
        (python(), None),
        ("", None),
        ("[]", None),
        ("Traceback (most recent call last):", None),
    ],
)
def test_what_pip_audit_answers(answer: str, found: list[str] | None) -> None:
    assert weaknesses_of_python(answer) == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (json.dumps(NPM_SOUND), []),
        (json.dumps(NPM_WEAK), ["axe-core <4: high"]),
        (json.dumps({"message": "405 Method Not Allowed", "statusCode": 405}), None),
        ("npm error audit endpoint returned an error", None),
    ],
)
def test_what_npm_answers(answer: str, found: list[str] | None) -> None:
    assert weaknesses_of_npm(answer) == found


def says(answer: str, code: int = 1) -> Asked:
    """A service that answers so, with an exit code that means nothing."""
    script = f"import sys; print({answer!r}); print('no connection', file=sys.stderr); sys.exit({code})"
    return Asked("Python packages", [sys.executable, "-c", script], weaknesses_of_python)


@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [
        ([python(SOUND), python(SOUND)], 0, "no known weakness"),
        ([python(SOUND), python(WEAK)], 1, "PYSEC-1"),
        ([python(SOUND), ""], 2, "NOT ASKED, the service did not answer. no connection"),
        (["", python(WEAK)], 1, "NOT ASKED"),
    ],
)
def test_the_exit_code_tells_the_three_apart(
    answers: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([says(answer) for answer in answers]) == code
    assert said in capsys.readouterr().out


def test_both_lists_and_both_tools_are_there() -> None:
    """A tool that is missing would look like a service that does not answer."""
    named = [str(part) for asked in ASKED for part in asked.command]
    for name in ("requirements.txt", "requirements-dev.txt", "tests/tools"):
        assert str(audit.ROOT / name) in named
        assert (audit.ROOT / name).exists()
    assert all(Path(asked.command[0]).exists() for asked in ASKED)
