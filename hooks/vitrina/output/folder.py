"""Where a site may be put: its folder is replaced whole, so nothing that is anybody's own may lie there."""

from pathlib import Path
from typing import Literal

from vitrina.output.faults import Refused

SOURCES = ("docs", "hooks", "tests", "tools", ".git", ".github", ".cache", ".venv")
"""The parts of the project in which no site is put."""
_MADE_HERE = b'http-equiv="Content-Security-Policy"'
"""Stands at the start of every page that is made here; see `policy`."""


class WrongFolder(Refused):
    """A site must not be put there."""

    def __init__(self, rule: Literal["file", "holds", "source", "strange"], folder: Path) -> None:
        super().__init__(f"cli.output.{rule}", folder=folder)


def folder_for_site(folder: Path, project: Path, data: Path) -> Path:
    """The folder itself, links followed. Raises `WrongFolder`; nothing is touched."""
    real = folder.resolve()
    if real.exists() and not real.is_dir():
        raise WrongFolder("file", folder)
    kept = (project.resolve(), data.resolve(), Path.home().resolve())
    if real == Path(real.anchor) or any(own.is_relative_to(real) for own in kept):
        raise WrongFolder("holds", folder)
    if any(real.is_relative_to(own.resolve()) for own in (data, *(project / name for name in SOURCES))):
        raise WrongFolder("source", folder)
    if real.exists() and any(real.iterdir()) and not _is_site(real):
        raise WrongFolder("strange", folder)
    return real


def _is_site(folder: Path) -> bool:
    front = folder / "index.html"
    if not front.is_file():
        return False
    with front.open("rb") as page:
        return _MADE_HERE in page.read(4000)
