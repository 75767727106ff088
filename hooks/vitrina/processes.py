"""What a process owes to the one that started it, to go when that has gone; and how it keeps house."""

import gc
import multiprocessing
import os
import signal
import threading


def collect_garbage_seldom() -> None:
    """What a build makes it keeps to its end: to look for what can go takes a twentieth of it, and finds nothing."""
    gc.set_threshold(50_000, 20, 20)


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
