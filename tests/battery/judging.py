"""What became of a mutation: named where it is, told vaguely, harmless, let in with another meaning, or a crash."""

import io
import pickle
import shutil
import signal
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from pathlib import Path
from types import FrameType
from typing import Any, Literal, Self

import pandas as pd

from battery.mutations import Mutation, Stands
from battery.naming import names
from support.datasets import BATTERY
from support.memory import Memory
from vitrina.addresses.downloads import CATALOGUE
from vitrina.dataset.problems import problem_text
from vitrina.dataset.programme import Dataset
from vitrina.dataset.reader import read_dataset
from vitrina.dataset.translated import Texts, Translations
from vitrina.measures.loading import load_dataset
from vitrina.pages.site import make_site
from vitrina.render import undrawn, written
from vitrina.words import LANGUAGES, Words
from vitrina.words.numbers import Language

Verdict = Literal["named", "vague", "harmless", "silent", "crashed"]
VERDICTS: tuple[Verdict, ...] = ("named", "vague", "harmless", "silent", "crashed")
LONGEST = 20
"""Seconds of computing that a check and its pages may take: a table of forty rows that takes longer has hung."""
MOST_MESSAGES = 60
"""So many messages of one cell, one row or one file hide where the accident happened."""


@dataclass(frozen=True, slots=True)
class Judged:
    mutation: Mutation
    verdict: Verdict
    said: tuple[str, ...] = ()


class _TimedOut(BaseException):
    """No `Exception`: nothing between the clock and the judge may take it for a fault of its own."""


@contextmanager
def _timed() -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TimedOut

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@dataclass
class Judge:
    """Has a copy of the dataset to itself, and what the untouched one comes to."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="battery-")) / "build_data")

    memory: Memory = field(default_factory=lambda: Memory(BATTERY))

    def __enter__(self) -> Self:
        shutil.copytree(BATTERY, self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder.parent)

    @cached_property
    def untouched(self) -> Dataset:
        reading = load_dataset(BATTERY)
        if reading.dataset is None or reading.notices:
            raise ValueError([problem_text(one, Words("ru")) for one in (*reading.problems, *reading.notices)])
        return reading.dataset

    @cached_property
    def untouched_state(self) -> bytes:
        dataset = read_dataset(BATTERY).dataset  # one that nothing was measured of: what was, remembers it
        return _state(dataset) if dataset else b""

    @cached_property
    def untouched_pages(self) -> Mapping[Language, Mapping[str, bytes | str]]:
        return {language: _pages(self.untouched, language) for language in self.untouched.city.languages}

    def judged(self, mutation: Mutation) -> Judged:
        with self._changed(mutation), self.memory.used():
            try:
                with _timed():
                    return self._judged(mutation)
            except _TimedOut:
                return Judged(mutation, "crashed", (f"more than {LONGEST} seconds",))
            except Exception:  # noqa: BLE001  that is what it looks for
                return Judged(mutation, "crashed", (traceback.format_exc().strip().rpartition("\n")[2], _place()))

    def _judged(self, mutation: Mutation) -> Judged:
        reading = read_dataset(self.folder)
        if reading.dataset is not None and not reading.notices:
            if _state(reading.dataset) == self.untouched_state:
                return Judged(mutation, "harmless")
            reading = load_dataset(self.folder)
        problems = (*reading.problems, *reading.notices)
        said = tuple(problem_text(problem, Words(language)) for language in LANGUAGES for problem in problems)
        said = said[: len(problems)]
        is_one = mutation.column is None or mutation.row is not None
        named = any(names(problem, mutation) for problem in problems)
        named = named and not (is_one and len(problems) > MOST_MESSAGES)
        if reading.dataset is None:
            return Judged(mutation, "named" if named else "vague", said)
        if named:
            return Judged(mutation, "named", said)
        if self._has_same_pages(reading.dataset):
            return Judged(mutation, "harmless", said)
        return Judged(mutation, "vague" if said else "silent", said)

    def _has_same_pages(self, dataset: Dataset) -> bool:
        """Whether readers see the same, around the pages too: there the builder shows the city's own settings."""
        return dataset.city == self.untouched.city and all(
            _pages(dataset, language) == pages for language, pages in self.untouched_pages.items()
        )

    @contextmanager
    def _changed(self, mutation: Mutation) -> Iterator[None]:
        kept = {path: self._read(path) for path in mutation.changed}
        try:
            for path, data in mutation.changed.items():
                self._write(path, data)
            yield
        finally:
            for path, data in kept.items():
                self._write(path, data)

    def _read(self, path: str) -> bytes | None:
        return (self.folder / path).read_bytes() if (self.folder / path).exists() else None

    def _write(self, path: str, data: Stands) -> None:
        if data is None:
            (self.folder / path).unlink(missing_ok=True)
        else:
            (self.folder / path).write_bytes(data if isinstance(data, bytes) else data())


class _Pickler(pickle.Pickler):
    def reducer_override(self, found: object) -> Any:
        """What a value says; the place of its row in a file and what lies under a missing cell are nothing of it."""
        if isinstance(found, pd.DataFrame):
            return str, (found.to_csv(index=False),)
        if isinstance(found, Texts):
            return tuple, ([sorted(known.items()) for known in (found.russian, found.translations)],)
        if isinstance(found, Translations):
            return tuple, ([sorted(known.items()) for known in (found.texts, found.places, found.phrases)],)
        if is_dataclass(found) and not isinstance(found, type):
            return tuple, ([getattr(found, field.name) for field in fields(found) if field.name != "row"],)
        return NotImplemented


def _state(dataset: Dataset) -> bytes:
    """Equal for datasets that say the same, wherever that stands and whichever of their texts are one object."""
    stream = io.BytesIO()
    pickler = _Pickler(stream)
    pickler.fast = True
    pickler.dump(dataset)
    return stream.getvalue()


def _pages(dataset: Dataset, language: Language) -> Mapping[str, bytes | str]:
    """Without the tables, which are given away with whatever is in them, and the catalogue, which tells their sizes."""
    words = Words(language)
    files = written(make_site(dataset, words), words, undrawn)
    return {path: content for path, content in files.items() if "/data/" not in path and path != CATALOGUE}


def _place() -> str:
    """The last line of the program itself in the traceback."""
    own = [line.strip() for line in traceback.format_exc().split("\n") if "vitrina" in line and "File" in line]
    return own[-1] if own else ""
