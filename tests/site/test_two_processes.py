"""A build by two processes: what one cannot do the other says, and none of them stays behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.old_site import is_old, left_beside
from support.process_groups import has_ended
from vitrina.build import ORDINARY, BuildFailed, Job, LanguagePart, build_parts
from vitrina.commands.build import build
from vitrina.second_process import SecondProcess
from vitrina.words import Words

PARTS = [LanguagePart("en", Path("nowhere/new-en"))]
DRAWS = """
import os, pathlib, sys, time
from vitrina.processes import Workers

def draw(number):
    pathlib.Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)

if __name__ == "__main__":
    with Workers(100, cores=2) as workers:
        workers.each(draw, range(100))
"""
"""Two processes that draw for a minute each, and tell that they have begun."""
FAILS_IN_ENGLISH = """
import os
from mkdocs.exceptions import PluginError
if os.environ["VITRINA_LANGUAGE"] == "en":
    raise PluginError("nowhere")
"""


@pytest.mark.usefixtures("quick")
def test_what_is_wrong_in_the_other_process_is_told_and_the_old_site_stays(
    small: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the fixture does to MkDocs here the other process knows nothing of."""
    with (small / "hooks/site.py").open("a", encoding="utf-8") as events:
        events.write(FAILS_IN_ENGLISH)
    second = SecondProcess()
    try:
        assert build(small / "build_data", site, Words("ru"), ORDINARY, second) == 1
    finally:
        second.stop()
    said = capsys.readouterr().err
    assert said.startswith("Сайт не построен, прежний остался как был.")
    assert "nowhere" in said
    assert "Traceback" not in said
    assert is_old(site)
    assert left_beside(site) == []


def test_where_the_other_process_dies_its_work_is_done_here(tmp_path: Path) -> None:
    for dies_first in (True, False):
        made = tmp_path / str(dies_first)
        second = SecondProcess()
        if not dies_first:
            second.begin(os.mkdir, made)
        assert second._process.pid
        os.kill(second._process.pid, signal.SIGKILL)
        if dies_first:
            second._process.join()
            second.begin(os.mkdir, made)
        second.finish()
        second.stop()
        assert made.is_dir()


def test_what_it_raised_is_raised_here(tmp_path: Path) -> None:
    second = SecondProcess()
    second.begin(build_parts, Job(tmp_path / "no-project", tmp_path, ORDINARY, "0"), PARTS)
    try:
        with pytest.raises(BuildFailed, match="no-project"):
            second.finish()
    finally:
        second.stop()
        second.stop()


def test_nobody_draws_on_when_the_one_who_asked_is_dead(tmp_path: Path) -> None:
    script, begun = tmp_path / "draws.py", tmp_path / "begun"
    begun.mkdir()
    script.write_text(DRAWS, encoding="utf-8")
    asking = subprocess.Popen([sys.executable, script, begun], start_new_session=True)
    until = time.monotonic() + 120
    while len(list(begun.iterdir())) < 2:
        assert time.monotonic() < until
        time.sleep(0.05)
    asking.kill()
    asking.wait()
    assert has_ended(asking.pid)
