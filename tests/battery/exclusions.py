"""What nobody can tell from right data, however carefully the tables are checked; each with its reason."""

import re
from dataclasses import dataclass

from battery.mutations import Mutation, content_in


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Accidents after which a table may be as right as it was before."""

    kind: str
    column: str
    """«table.column» or «table» alone, both expressions as `re` has them."""
    reason: str


EXCLUSIONS = (
    Exclusion(
        r"(cell value-from-(above|below)|column (sorted|turned|shifted|filled).*)",
        r".*\.(other_|promised_|facts_until_)?place",
        "where in a document something stands, only the document tells",
    ),
    Exclusion(
        r"(cell value-from-.*|column (sorted|turned|filled).*)",
        r".*\.sequence",
        "in which order something is shown is for those to say who show it",
    ),
    Exclusion(
        r"setting (emptied|nothing|blank|no-break-space)",
        r"city\.yml\.(contacts\..*|(site|licence)\.(repository|address))",
        "whoever has no telephone leaves it empty",
    ),
    Exclusion(
        r"setting (lost|commented-out)",
        r"city\.yml\.(sample|publisher|languages|city\.(kind|word|authority).*)",
        "what most cities do without is not missed",
    ),
)


def can_be_told(mutation: Mutation) -> bool:
    content = content_in(mutation.file)
    name = content.table.name if content else mutation.file
    column = f"{name}.{mutation.column}" if mutation.column else name
    return not any(re.fullmatch(one.kind, mutation.kind) and re.fullmatch(one.column, column) for one in EXCLUSIONS)
