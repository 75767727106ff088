"""Whether a command that was killed has taken along every process that it had started."""

import os
import time


def has_ended(group: int, patience: float = 30) -> bool:
    """Whether no process of the group is left, or soon will be."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
