"""Makes a folder aside and puts it in the place of the old one: whoever looks sees the old or the new, whole."""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vitrina.output.lock import alone

_NEW, _OLD = "new", "old"


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Gives a path beside `folder` at which to make a folder; if nothing is raised, that takes the place of `folder`.

    Parts of it may be made first, at paths that are this one with something behind its name.
    What an earlier process left when it was killed is put right first. Raises `Busy` while another one is at it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        put_right(folder)
        aside = Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=folder.parent))
        try:
            yield aside / _NEW
            aside.chmod(0o755)
            _put(aside / _NEW, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def put_right(folder: Path) -> None:
    """Put the old folder back if a process was killed between taking it away and putting the new one, and clean up."""
    for aside in sorted(folder.parent.glob(f"{_prefix(folder)}*")):
        if aside.is_symlink() or not aside.is_dir() or not all(_is_ours(path.name) for path in aside.iterdir()):
            continue
        if (aside / _OLD).is_dir() and not folder.exists():
            (aside / _OLD).rename(folder)
        shutil.rmtree(aside, ignore_errors=True)


def _is_ours(name: str) -> bool:
    return name == _OLD or name.startswith(_NEW)


def _prefix(folder: Path) -> str:
    return f".{folder.name}-building-"


def _put(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
    elif not exchange(new, folder):
        # Two steps: killed between them, the next start finds the old folder aside.
        old = new.with_name(_OLD)
        folder.rename(old)
        try:
            new.rename(folder)
        except BaseException:
            old.rename(folder)
            raise


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        here, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
        return bool(library.renameat2(here, names[0], here, names[1], swap) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*names, 2) == 0)  # RENAME_SWAP of renamex_np(2)
    return False
