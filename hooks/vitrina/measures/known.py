"""What stands for a measure that is not known: the reason why. A gap is never 0, "" or an exception.

A measure that may not be known is typed `int | Missing`, so that whoever uses it has to deal with both.
"""

from dataclasses import dataclass
from typing import Literal, TypeVar

Reason = Literal["not-stated", "not-applicable", "part-unknown", "nothing-to-compare"]
"""`not-stated`: no document in force names it, or names it without an amount. `not-applicable`: the document says that
there is none. `part-unknown`: a sum of which a part is not known. `nothing-to-compare`: a share of nothing, a change
from nothing, a largest of equal ones."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a measure has no value. False, so that `if measure` is true of a known figure other than 0 alone."""

    reason: Reason

    def __bool__(self) -> Literal[False]:
        return False


_Value = TypeVar("_Value")

NOT_STATED = Missing("not-stated")
NOT_APPLICABLE = Missing("not-applicable")
PART_UNKNOWN = Missing("part-unknown")
NOTHING_TO_COMPARE = Missing("nothing-to-compare")


def is_known(value: object) -> bool:
    """Whether there is a value; a test of the templates, `{% if total is known %}`."""
    return not isinstance(value, Missing)


def known_or(value: _Value | Missing, otherwise: _Value) -> _Value:
    """The value, also a nought, which `value or otherwise` would replace together with its provenance."""
    return otherwise if isinstance(value, Missing) else value
