"""Where what takes long to make is kept: on disk from build to build, or in memory for a test."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol


class Store(Protocol):
    """Remembers bytes by a key. What is damaged is as good as absent."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, content: bytes) -> None: ...


class Memory:
    """Forgets everything at the end."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._kept.get(key)

    def put(self, key: str, content: bytes) -> None:
        self._kept[key] = content


class Folder:
    """One file for each key: a checksum, a line break, the content. Several builds may share a folder.

    What cannot be written, on a full or read-only disk, is kept in memory: a site needs its drawings, not their folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unwritten = Memory()

    def get(self, key: str) -> bytes | None:
        try:
            checksum, _, content = (self._folder / key).read_bytes().partition(b"\n")
        except OSError:
            return self._unwritten.get(key)
        return content if checksum == _checksum(content) else self._unwritten.get(key)

    def put(self, key: str, content: bytes) -> None:
        try:
            self._write(key, content)
        except OSError:  # on Windows also while another build reads this very file
            self._unwritten.put(key, content)

    def _write(self, key: str, content: bytes) -> None:
        """Aside first, so that nobody ever reads a half."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_checksum(content) + b"\n" + content)
            temporary.replace(self._folder / key)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def version_of(code: Iterable[Traversable]) -> str:
    """The hash of the code that makes a thing, for its key: when the code changes, the thing is made anew."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in code)).hexdigest()
