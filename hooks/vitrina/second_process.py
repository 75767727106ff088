"""A second process, which makes one language while this one makes the other: on two cores half the wait."""

import multiprocessing
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection

from vitrina.processes import SameProcess, leave_with_parent


class SecondProcess:
    """To be made before anything else is loaded, for both processes to load `modules` at the same time.

    If it cannot be started, or dies, its work is done in this process. It is no pool of `concurrent.futures`:
    until Python 3.14 a pool has no way to end a process that is at work, and a stopped build has to.
    """

    def __init__(self, *modules: str) -> None:
        context = multiprocessing.get_context("spawn")  # as on Windows: a forked renderer would hang
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, modules))
        with suppress(OSError):
            self._process.start()
        theirs.close()  # so that sending to a dead process raises
        self._here = SameProcess()

    def begin(self, work: Callable[..., None], *arguments: object) -> None:
        """What this process has read of the dataset goes along."""
        from vitrina.measures.loading import loaded_so_far  # noqa: PLC0415  not before the process was started

        self._here.begin(work, *arguments)
        with suppress(OSError):
            self._connection.send((work, arguments, loaded_so_far()))

    def finish(self) -> None:
        """Raises what the work raised, as if it had been done here."""
        try:
            failed = self._connection.recv()
        except (EOFError, OSError):
            self._here.finish()
        else:
            if failed is not None:
                raise failed

    def stop(self) -> None:
        """Kill it, whatever it does. May be called again."""
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()
        self._connection.close()


def _work(connection: Connection, modules: Sequence[str]) -> None:
    leave_with_parent()
    for name in modules:
        import_module(name)
    from vitrina.measures.loading import take_over  # noqa: PLC0415  loaded by now

    try:
        work, arguments, read = connection.recv()
    except EOFError:  # nothing is to be done after all
        return
    take_over(read)
    connection.send(_failure(work, arguments))


def _failure(work: Callable[..., None], arguments: Sequence[object]) -> BaseException | None:
    """What the work raised, if anything."""
    try:
        work(*arguments)
    except BaseException as failed:  # noqa: BLE001  it is raised again in the process that asked
        failed.add_note(traceback.format_exc())  # the traceback itself does not travel
        return failed
    return None
