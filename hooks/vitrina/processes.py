"""The processes of a build: a pool that makes many things at once, how often memory is freed, and when they end."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, Self, TypeVar

_FEW = 40
"""So many things are made sooner here than in processes that have to start first."""
_AT_ONCE = 4
"""Handed over together: few enough that no process has much left to do when the others are done."""
_UNUSABLE = (BrokenProcessPool, OSError, RuntimeError)  # no processes to be had here: it is made in this one

Task = TypeVar("Task")
Made = TypeVar("Made")


class OtherProcess(Protocol):
    """Does one thing beside this process."""

    def begin(self, work: Callable[..., None], *arguments: object) -> None:
        """`work` and its arguments travel to another process: they can be pickled."""

    def finish(self) -> None:
        """Wait for the work to be done. Raises what it raised."""

    def stop(self) -> None:
        """Touch nothing any more; called once at the end, whatever happened."""


class SameProcess:
    """Does it here, when it is waited for."""

    def begin(self, work: Callable[..., None], *arguments: object) -> None:
        self._work, self._arguments = work, arguments

    def finish(self) -> None:
        self._work(*self._arguments)

    def stop(self) -> None:
        pass


class Workers:
    """A process for each core, to make `tasks` things in all; a few are made in this process. A context manager."""

    def __init__(self, tasks: int, cores: int | None = None) -> None:
        cores = cores or usable_cores()
        self._pool = _pool(min(cores, tasks)) if cores > 1 and tasks >= _FEW else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def each(self, make: Callable[[Task], Made], tasks: Iterable[Task]) -> list[Made]:
        """What is made of every task, in order. `make` and the tasks travel to other processes: they can be pickled."""
        tasks = list(tasks)
        if self._pool:
            try:
                return list(self._pool.map(make, tasks, chunksize=_AT_ONCE))
            except _UNUSABLE:
                pass
        return [make(task) for task in tasks]


def collect_garbage_seldom() -> None:
    """Most of what a build makes it keeps to its end: to look for what can go takes a twentieth of its time, or more.

    Not so seldom that `serve` would heap up what each rebuild leaves behind.
    """
    gc.set_threshold(20_000, 10, 10)


def leave_with_parent() -> None:
    """To be called first in a process of ours. Ctrl+C, which reaches all of them, is the first one's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def leave() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


def usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(processes: int) -> ProcessPoolExecutor | None:
    """Spawned, as on Windows: a forked renderer would hang."""
    try:
        return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), leave_with_parent)
    except _UNUSABLE:
        return None
