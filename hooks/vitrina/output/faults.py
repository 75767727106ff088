"""What could not be done, told to a person: which file, why, and what to do."""

import errno

from vitrina.words import Words

_REASONS = {
    "ENOSPC": "full",
    "EDQUOT": "full",
    "EFBIG": "limit",
    "EACCES": "denied",
    "EPERM": "denied",
    "EROFS": "read_only",
    "EBUSY": "busy",
    "ETXTBSY": "busy",
    "EMFILE": "too_many",
    "ENFILE": "too_many",
    "ENAMETOOLONG": "long_name",
    "ENOTDIR": "no_folder",
    "ENOENT": "gone",
    "EIO": "broken_disk",
}
"""The system's name of a fault to a sentence of `words/*/cli.yml`; not every system knows every name."""


class Refused(Exception):
    """Something that we do not do as things stand; `sentence` is a key of the words, `values` fill it."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values


def fault_text(fault: OSError | Refused, words: Words) -> str:
    """One line. Only the system's own word for a fault that we have no sentence for is in its own language."""
    if isinstance(fault, Refused):
        return words.say(fault.sentence, **fault.values)
    file = str(fault.filename2 or fault.filename or "—")
    reason = _REASONS.get(errno.errorcode.get(fault.errno or 0, ""), "unlisted")
    return words.say(f"cli.faults.{reason}", file=file, reason=fault.strerror or fault)
