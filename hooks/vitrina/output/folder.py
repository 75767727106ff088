"""Where a site may be put: its folder is replaced whole, so nothing that is anybody's own may lie there."""

from pathlib import Path

from vitrina.output.faults import Refused
from vitrina.words.catalogue import sentence

SOURCES = ("docs", "hooks", "tests", "tools", ".git", ".github", ".cache", ".venv")
"""The parts of the project in which no site is put."""
_MADE_HERE = b'http-equiv="Content-Security-Policy"'
"""Stands at the start of every page that is made here; see `policy`."""


class WrongFolder(Refused):
    """A site must not be put there."""


def folder_for_site(folder: Path, project: Path, data: Path) -> Path:
    """The folder itself, links followed. Raises `WrongFolder`; nothing is touched."""
    real = folder.resolve()
    if real.exists() and not real.is_dir():
        raise WrongFolder(
            sentence("{folder} — это файл, а сайту нужна папка. Назовите другое место: --output ПАПКА."), folder=folder
        )
    kept = (project.resolve(), data.resolve(), Path.home().resolve())
    if real == Path(real.anchor) or any(own.is_relative_to(real) for own in kept):
        raise WrongFolder(
            sentence(
                "В папке {folder} лежит не только сайт: сборка заменила бы её всю. "
                "Назовите отдельную папку: --output ПАПКА."
            ),
            folder=folder,
        )
    if any(real.is_relative_to(own.resolve()) for own in (data, *(project / name for name in SOURCES))):
        raise WrongFolder(
            sentence("Папка {folder} — часть проекта или таблиц. Назовите отдельную папку: --output ПАПКА."),
            folder=folder,
        )
    if real.exists() and any(real.iterdir()) and not _is_site(real):
        raise WrongFolder(
            sentence("В папке {folder} лежит что-то другое, не сайт. Назовите новую или пустую папку: --output ПАПКА."),
            folder=folder,
        )
    return real


def _is_site(folder: Path) -> bool:
    front = folder / "index.html"
    if not front.is_file():
        return False
    with front.open("rb") as page:
        return _MADE_HERE in page.read(4000)
