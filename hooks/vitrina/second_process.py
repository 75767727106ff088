"""A second process, which builds one language while this one builds the other: on two cores half the wait."""

import multiprocessing
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from vitrina.processes import leave_with_parent

if TYPE_CHECKING:
    from vitrina.build import Job, LanguagePart

_NEEDED = ("vitrina.build", "vitrina.render", "vitrina.search.index", "vitrina.report.printer")
"""The modules that take longest to load."""


class SecondProcess:
    """To be made before anything else is loaded, for both processes to load at the same time.

    If it cannot be started, or dies, its parts are built in this process. It is no pool of `concurrent.futures`:
    until Python 3.14 a pool has no way to end a process that is at work, and a stopped build has to.
    """

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")  # as on Windows: a forked renderer would hang
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,))
        with suppress(OSError):
            self._process.start()
        theirs.close()  # so that sending to a dead process raises

    def begin(self, job: "Job", parts: "Sequence[LanguagePart]") -> None:
        """What this process has read of the dataset goes along."""
        from vitrina.measures.loading import loaded_so_far  # noqa: PLC0415  loaded by now, as below

        self._job, self._parts = job, parts
        with suppress(OSError):
            self._connection.send((job, parts, loaded_so_far()))

    def finish(self) -> None:
        """Raises what building the parts raised, as if it had been done here."""
        from vitrina.build import build_parts  # noqa: PLC0415  loaded by now, and not before the process was started

        try:
            failed = self._connection.recv()
        except (EOFError, OSError):
            build_parts(self._job, self._parts)
        else:
            if failed is not None:
                raise failed

    def stop(self) -> None:
        """Kill it, whatever it does. May be called again."""
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()
        self._connection.close()


def _work(connection: Connection) -> None:
    leave_with_parent()
    for name in _NEEDED:
        import_module(name)
    from vitrina.measures.loading import take_over  # noqa: PLC0415  loaded by now

    try:
        job, parts, read = connection.recv()
    except EOFError:  # nothing is to be built after all
        return
    take_over(read)
    connection.send(_failure(job, parts))


def _failure(job: "Job", parts: "Sequence[LanguagePart]") -> BaseException | None:
    """What building the parts raised, if anything."""
    from vitrina.build import build_parts  # noqa: PLC0415  see above

    try:
        build_parts(job, parts)
    except BaseException as failed:  # noqa: BLE001  it is raised again in the process that asked
        failed.add_note(traceback.format_exc())  # the traceback itself does not travel
        return failed
    return None
