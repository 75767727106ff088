"""The first sentence of our words, and the rest: the one is read by everybody, the other by whoever wants more."""

import re

from vitrina.words.foreign import divided

_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x590))))
"""Latin, Greek, Cyrillic and Armenian: no other letters of today's languages are large and small."""
_SENTENCE_ENDS = re.compile(rf"(?<=[.!?])\s+(?=[{_CAPITALS}])")


def first_and_rest(text: str) -> tuple[str, str]:
    """The first sentence with its full stop, and all others; "" where there is but one."""
    first, *rest = divided(text, _SENTENCE_ENDS)
    return first, " ".join(rest)
