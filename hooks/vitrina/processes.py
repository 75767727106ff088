"""What a process owes to the one that started it: to go when that has gone, however it went."""

import multiprocessing
import os
import signal
import threading


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
