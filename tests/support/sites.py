"""A site of a dataset, built once for all tests that look at it, whichever of their processes needs it first."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from support.stub_drawings import EmptyDrawings, SvgOnly
from vitrina.build import ORDINARY, Options, build_site
from vitrina.charts.render.drawings import Drawings
from vitrina.project import TOKENS

ROOT = Path(__file__).parents[2]


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    address: str | None = None,
    data: Path = DIVNOGORSK,
    options: Options = ORDINARY,
) -> Path:
    """Sites of one dataset are built one by one: what is drawn for the first is there for the others."""

    def build(folder: Path) -> None:
        with _alone(_of_all_processes(factory) / f"drawn for {data.parent.name}.lock"):
            build_into(folder, address, data, options)

    return made_once(factory, name, build)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The tests run in several processes: the first that needs a site makes it, the others wait and take the same.

    `make` is given the folder of the site, which stands alone in an empty one. Findings that take long are kept
    likewise, as a file.
    """
    base = _of_all_processes(factory)
    folder = base / name / "site"
    folder.parent.mkdir(exist_ok=True)
    with _alone(base / f"{name}.lock"):
        if not folder.exists():
            make(folder)
    return folder


def _of_all_processes(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """None of the other processes is in here at the same time."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build_into(folder: Path, address: str | None, data: Path = DIVNOGORSK, options: Options = ORDINARY) -> Path:
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("SITE_URL", raising=False)
        if address:
            environment.setenv("SITE_URL", address)
        environment.setenv("SOURCE_DATE_EPOCH", "0")
        build_site(ROOT, folder, data, options)
    return folder


@contextmanager
def drawn_by(fewer: type[SvgOnly]) -> Iterator[None]:
    """Builds draw less meanwhile; where no picture is drawn no report is printed either."""
    drawings = fewer(Drawings.on_disk(ROOT / ".cache/drawings", TOKENS))
    with pytest.MonkeyPatch.context() as instead:
        instead.setattr(Drawings, "on_disk", lambda *_: drawings)
        if issubclass(fewer, EmptyDrawings):
            instead.setattr("vitrina.render.printed", lambda _: b"%PDF-1.7")
        yield
