"""A site of a dataset, built once for all tests that look at it, whichever of their processes needs it first."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK
from support.stub_drawings import SvgOnly
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
    return made_once(factory, name, lambda folder: build_into(folder, address, data, options))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The tests run in several processes: the first that needs a site makes it, the others wait and take the same.

    `make` is given the folder of the site, which stands alone in an empty one. Findings that take long are kept
    likewise, as a file.
    """
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / name / "site"
    folder.parent.mkdir(exist_ok=True)
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


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
    """Builds draw less meanwhile."""
    drawings = fewer(Drawings.on_disk(ROOT / ".cache/drawings", TOKENS))
    with pytest.MonkeyPatch.context() as instead:
        instead.setattr(Drawings, "on_disk", lambda *_: drawings)
        yield
