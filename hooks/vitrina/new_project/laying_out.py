"""A repository of data alone: its tables, its settings, its workflows, a guide for its staff; whole or not at all."""

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path

from vitrina.dataset.reader import Reading, read_dataset
from vitrina.dataset.settings import all_settings
from vitrina.dataset.tables import PROGRAMME_TABLES, REFERENCE_TABLES
from vitrina.new_project.guide import described, written
from vitrina.new_project.settings import Answers, filled, settings_text
from vitrina.new_project.tables import PROGRAMME, reference_files, tables_of
from vitrina.output import Refused, replaced
from vitrina.words.catalogue import sentence

_FILES = Path(__file__).parent / "files"
_STARTED = {".command", ".desktop"}
"""What a double click starts; a wheel does not keep that it may."""
_HIDDEN = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github"}
"""Folders and files by their names in the package, where none is hidden."""


class NotEmpty(Refused):
    """The folder has something in it already, or is a file: nothing of it is touched."""


def refuse_full(folder: Path) -> None:
    """Raises `NotEmpty`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(sentence("Папка {folder} не пустая. Назовите новую или пустую."), folder=folder)


def lay_out(folder: Path, answers: Answers) -> Reading:
    """Write the repository, and read its tables back; with an error in them the folder stays as it was.

    `answers` are those to all questions. Raises `NotEmpty`, `Refused` and `Busy`.
    """
    folder = folder.resolve()
    refuse_full(folder)
    try:
        with replaced(folder) as new:
            return _written(new, answers)
    except _Faulty as faulty:
        return faulty.reading


def _written(folder: Path, answers: Answers) -> Reading:
    """Raises `_Faulty`."""
    for path, content in _contents(answers):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        if file.suffix in _STARTED:
            file.chmod(0o755)
    reading = read_dataset(folder / "build_data")
    if reading.dataset is None:
        raise _Faulty(reading)
    return reading


class _Faulty(Exception):
    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


def _contents(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """Every file of the repository by its path."""
    for file in sorted(path for path in _FILES.rglob("*") if path.is_file() and path.suffix != ".jinja"):
        first, *rest = file.relative_to(_FILES).parts
        yield "/".join((_HIDDEN.get(first, first), *rest)), file.read_bytes()
    own = {
        "README.md": filled("README.md.jinja", answers=answers, programme=PROGRAMME),
        "build_data/README.md": filled(
            "guide.md.jinja",
            programme=PROGRAMME,
            settings=map(written, all_settings()),
            tables=map(described, PROGRAMME_TABLES),
            reference=map(described, REFERENCE_TABLES),
        ),
        "build_data/city.yml": settings_text(answers),
        "docs/.gitkeep": "",
        "hooks/site.py": '"""What MkDocs asks at each of its events: the engine answers."""\n\n'
        "from vitrina.events import *\n",
        "requirements.txt": filled("requirements.txt.jinja", requirement=_requirement()),
    }
    yield from ((path, text.encode()) for path, text in own.items())
    for path, content in {**tables_of(answers), **reference_files(answers)}.items():
        yield f"build_data/{path}", content


def _requirement() -> str:
    """What installs this very engine again: from where it came, if that is on the web, else by its version."""
    engine = distribution("vitrina")
    origin: Mapping[str, Mapping[str, str]] = json.loads(engine.read_text("direct_url.json") or "{}")
    address = str(origin.get("url", ""))
    if not address.startswith("https://"):
        return f"vitrina=={engine.version}"
    source = origin.get("vcs_info")
    return f"vitrina @ {source['vcs']}+{address}@{source['commit_id']}" if source else f"vitrina @ {address}"
