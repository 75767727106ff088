"""What is said of every rule that a dataset may break: each module describes the rules that it holds."""

from dataclasses import dataclass

from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class Description:
    """Sentences that the value and the hints of a problem fill; the rule is their context."""

    what: str
    """What is wrong."""
    mend: str
    """What to do."""
    write: str
    """The same where a right value is known, `mended`."""


DESCRIPTIONS: dict[str, Description] = {}
"""By rule, of all modules that are loaded."""
_WRITE = sentence("Напишите {mended}.")


def describe(rule: str, what: str, mend: str, write: str = "") -> None:
    """`write` where more is to be said of a right value than that it should be written."""
    instead = sentence(write, rule) if write else _WRITE
    DESCRIPTIONS[rule] = Description(sentence(what, rule), sentence(mend, rule), instead)
