"""The dataset read, checked and reconciled: what every command and every build begins with."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vitrina.dataset.reader import Reading, read_dataset
from vitrina.dataset.sheets import with_saved_names
from vitrina.measures.findings import finding_problems
from vitrina.measures.references import money_reference_problems


def load_dataset(folder: Path) -> Reading:
    """Read the dataset. A total that newly does not add up is a problem too, so that nobody publishes it unseen, and so
    is a text that speaks of money which is not known."""
    reading = read_dataset(folder)
    if reading.dataset is None:
        return reading
    found = tuple(
        problem
        for programme in reading.dataset.programmes
        for problem in (*finding_problems(programme), *money_reference_problems(programme))
    )
    return replace(reading, dataset=None, problems=tuple(with_saved_names(found, folder))) if found else reading


_of_build: dict[str, Reading] = {}
"""What a build has read, by the digest of the files: of one dataset alone."""


def load_for_build(folder: Path) -> Reading:
    """The same; the same bytes are read once, though the command and each language of the site ask for them."""
    digest = _digest(folder)
    if digest is None:
        return load_dataset(folder)
    if digest not in _of_build:
        take_over({digest: load_dataset(folder)})
    return _of_build[digest]


def loaded_so_far() -> Mapping[str, Reading]:
    """What another process that builds a part of the site takes over."""
    return dict(_of_build)


def take_over(read: Mapping[str, Reading]) -> None:
    _of_build.clear()
    _of_build.update(read)


def _digest(folder: Path) -> str | None:
    """Of all that lies in the folder, and where that is; None where something cannot be read."""
    found = hashlib.sha256(str(folder.absolute()).encode())
    try:
        for path in sorted(folder.rglob("*")):
            content = path.read_bytes() if path.is_file() else b""
            found.update(f"\0{path.relative_to(folder)}\0{path.is_symlink()}\0{len(content)}\0".encode() + content)
    except (OSError, ValueError):
        return None
    return found.hexdigest()
