"""One process at a time: a lock that the system releases when its holder dies, and that says who holds it.

filelock was weighed: it leaves its file behind, does not name the holder, and brings fifteen thousand lines.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vitrina.output.faults import Refused
from vitrina.words.catalogue import sentence

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a locked byte cannot be read by others; the holder's id, at the start of the file, must be

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class Busy(Refused):
    """Another process is at work in the same place; the message has its id, if it could be read."""

    def __init__(self, folder: Path, process: str) -> None:
        super().__init__(
            sentence(
                "Здесь уже работает другая сборка (процесс {process}): {folder}. Дождитесь её конца или остановите её."
            )
            if process
            else sentence("Здесь уже работает другая сборка: {folder}. Дождитесь её конца или остановите её."),
            folder=folder,
            process=process,
        )


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a lock file beside `folder`, and remove it at the end. Raises `Busy` at once if another process holds it."""
    file = folder.with_name(f".{folder.name}-lock")
    handle = _hold(file, folder)
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that somebody looks into
            file.unlink()
        os.close(handle)


def _hold(file: Path, folder: Path) -> int:
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(handle)
            # Its holder may have removed it after it was opened here: then it locks nothing.
            if _same(handle, file):
                return handle
        except OSError as refused:
            if refused.errno not in _HELD:
                return handle  # this kind of disk knows no locks; better to build than to refuse
            os.close(handle)
            raise Busy(folder, _holder(file)) from None
        os.close(handle)


def _same(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _holder(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()[:20]
    except OSError:
        return ""
