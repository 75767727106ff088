"""Other hosts that a text names: whoever opens a page tells nobody else about it."""

import re

_HOST = re.compile(r"""(?:https?:|["'(=\s])//((?:[a-z0-9-]+\.)+[a-z]{2,})""", re.IGNORECASE)


def hosts(text: str) -> list[str]:
    return _HOST.findall(text)
