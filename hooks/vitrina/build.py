"""Builds the whole site aside and swaps it in: what is published is whole, the old site or the new one."""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from vitrina.addresses.languages import FOLDERS, SETTINGS
from vitrina.offline.copying import make_offline
from vitrina.output import Refused, folder_for_site, replaced
from vitrina.search.index import IndexFailed, make_index

DATA = Path("build_data")
"""The tables that the site is made from, unless others are named."""
_NAMED, _REPORT, _ADDRESS = "VITRINA_DATA", "VITRINA_REPORT", "SITE_URL"
"""The settings of mkdocs.yml that name the tables, ask for the report and tell the site's address: nothing else reaches
a configuration that MkDocs loads anew."""


class BuildFailed(Exception):
    """The site was not built; the old one stays as it was. The message is MkDocs' own."""


@contextmanager
def made_from(data: Path, report: bool = False, offline: bool = False) -> Iterator[None]:
    """Every configuration loaded meanwhile reads and watches these tables, whatever the environment named before."""
    settings = {_NAMED: str(data), _REPORT: str(report).lower()} | ({_ADDRESS: ""} if offline else {})
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def build_site(project: Path, site: Path, data: Path = DATA, *, report: bool = True, offline: bool = False) -> None:
    """Build both languages into a new folder beside `site`, then put it in the place of `site`.

    With `report` the programmes are printed too; `offline` makes a copy that opens from a folder, without a server.
    A relative `data` is a folder of the project. Raises `BuildFailed`, also for a warning: a link to nowhere is not
    published; `WrongFolder` where no site may be put; `Busy` while another build is at work there; `NoPrinter` where
    the report that is asked for cannot be printed.
    """
    folder = folder_for_site(site, project, project / data)
    _set_time(project)
    with replaced(folder) as new, made_from(data, report, offline):
        for language, settings in SETTINGS.items():
            _build(project / settings, new / FOLDERS[language])
        if offline:
            make_offline(new, FOLDERS.values())
        else:
            _index(new)


def _set_time(project: Path) -> None:
    """What is built takes its time from here, never from the clock. Raises `Refused`."""
    given = os.environ.setdefault("SOURCE_DATE_EPOCH", str(commit_time(project)))
    # More than 32 bits do not fit into the header of a .gz file.
    if not (given.isascii() and given.isdigit() and int(given) < 2**32):
        raise Refused("cli.build.clock", value=given)


def _index(site: Path) -> None:
    """Each language has an index of its own, with its own pages alone."""
    for language, folder in FOLDERS.items():
        others = {other for other in FOLDERS.values() if other != folder}
        try:
            make_index(site / folder, language, others)
        except IndexFailed as failed:
            raise BuildFailed(str(failed)) from failed


def _build(configuration: Path, folder: Path) -> None:
    said = _Said()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(said)
    try:
        config = load_config(str(configuration), site_dir=str(folder), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build_with_mkdocs(config)
        config.plugins.on_shutdown()
    except (Abort, BuildError, ConfigurationError) as stopped:
        raise BuildFailed(" ".join(said.messages) or str(stopped)) from stopped
    finally:
        logger.removeHandler(said)


class _Said(logging.Handler):
    """Keeps the warnings for which MkDocs gives up: it only counts them itself."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def commit_time(project: Path) -> int:
    """Seconds since 1970 of the commit that is built, for it always to give the same bytes; 0 outside a repository."""
    git = shutil.which("git")
    if git is None:
        return 0
    asked = subprocess.run([git, "log", "-1", "--format=%ct"], cwd=project, capture_output=True, text=True, check=False)
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else 0
