"""The processes of a build: how they look for garbage, and that they go when the one that started them has gone."""

import gc
import multiprocessing
import os
import signal
import threading


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
