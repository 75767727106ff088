"""Builds the whole site aside and swaps it in: what is published is whole, the old site or the new one."""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from vitrina.dataset.city import languages_of
from vitrina.manifest import commit_of, git, write_manifest
from vitrina.offline.copying import make_offline
from vitrina.output import Refused, folder_for_site, replaced
from vitrina.processes import OtherProcess, SameProcess
from vitrina.project import DATA, LANGUAGE, SETTINGS, folders
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import Language

_TIME = "SOURCE_DATE_EPOCH"


class BuildFailed(Exception):
    """The site was not built; the old one stays as it was. The message is MkDocs' own."""


@dataclass(frozen=True, slots=True)
class Options:
    offline: bool = False
    """Whether it is a copy that opens from a folder, without a server."""


ORDINARY = Options()


@dataclass(frozen=True, slots=True)
class Job:
    """What is built, alike for every language. The folders are absolute."""

    project: Path
    data: Path
    options: Options
    time: str
    """Seconds since 1970 that are written into it."""

    @property
    def settings(self) -> Mapping[str, str]:
        """For mkdocs.yml: nothing else reaches a configuration that MkDocs loads anew."""
        return {
            "VITRINA_DATA": str(self.data),
            "VITRINA_SEARCH": str(not self.options.offline).lower(),
            _TIME: self.time,
            **({"SITE_URL": ""} if self.options.offline else {}),
        }


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """The pages of one language, and the folder that they are made in."""

    language: Language
    folder: Path


def build_site(
    project: Path,
    site: Path,
    data: Path = DATA,
    options: Options = ORDINARY,
    second: OtherProcess | None = None,
) -> None:
    """Build all languages of the city into new folders beside `site`, then put them together in the place of `site`.

    A relative `data` is a folder of the project. Raises `BuildFailed`, also for a warning: a link to nowhere is not
    published; `WrongFolder` where no site may be put; `Busy` while another build is at work there.
    """
    folder = folder_for_site(site, project, project / data)
    job = Job(project.absolute(), (project / data).absolute(), options, _time(project))
    second = second or SameProcess()
    named = folders(languages_of(job.data))
    commit = commit_of(project)  # before anything is put beside its files
    with replaced(folder) as new:
        first, *others = [LanguagePart(language, new.with_name(new.name + name)) for language, name in named.items()]
        try:
            second.begin(build_parts, job, others)
            build_parts(job, [first])
            second.finish()
        finally:
            second.stop()
        for other in others:
            other.folder.rename(new / named[other.language])
        if options.offline:
            make_offline(new, named.values())
        write_manifest(new, commit, "" if options.offline else os.environ.get("SITE_URL", ""), int(job.time))


def build_parts(job: Job, parts: Sequence[LanguagePart]) -> None:
    """Build some languages, each into its own folder. Raises as `build_site`."""
    for part in parts:
        with environment({**job.settings, LANGUAGE: part.language}):
            _build(job.project / SETTINGS, part.folder)


@contextmanager
def environment(settings: Mapping[str, str]) -> Iterator[None]:
    """Every configuration loaded meanwhile has these settings, whatever the environment named before."""
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


def _time(project: Path) -> str:
    """What is built takes its time from here, never from the clock. Raises `Refused`."""
    given = os.environ.get(_TIME, str(commit_time(project)))
    # More than 32 bits do not fit into the header of a .gz file.
    if not (given.isascii() and given.isdigit() and int(given) < 2**32):
        raise Refused(
            sentence(
                "Переменная SOURCE_DATE_EPOCH — «{value}», а должна быть целым числом секунд от 1970 года. "
                "Исправьте её или уберите."
            ),
            value=given,
        )
    return given


def build_to_look_at(configuration: Path, folder: Path, address: str) -> None:
    """Build the language that the environment names for a server on this computer. Raises `BuildFailed`."""
    _build(configuration, folder, "serve", site_url=address)


def _build(configuration: Path, folder: Path, command: Literal["build", "serve"] = "build", **settings: str) -> None:
    said = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(said)
    try:
        config = load_config(str(configuration), site_dir=str(folder), strict=True, **settings)
        config.plugins.on_startup(command=command, dirty=False)
        build_with_mkdocs(config)
        config.plugins.on_shutdown()
    except (Abort, BuildError, ConfigurationError) as stopped:
        raise BuildFailed(" ".join(said.messages) or str(stopped)) from stopped
    finally:
        logger.removeHandler(said)


class _Warnings(logging.Handler):
    """Keeps the warnings for which MkDocs gives up: it only counts them itself."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def commit_time(project: Path) -> int:
    """Seconds since 1970 of the commit that is built, for it always to give the same bytes; 0 outside a repository."""
    asked = git(project, "log", "-1", "--format=%ct")
    return int(asked) if asked and asked.strip() else 0
