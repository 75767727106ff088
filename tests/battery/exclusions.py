"""What nobody can tell from right data, however carefully the tables are checked; each with its reason."""

from battery.mutations import Content


def cannot_be_told(content: Content, row: int, column: str, kind: str, now: str) -> bool:
    """Whether the accident leaves a cell that may be right as well as what stood there."""
    return False
