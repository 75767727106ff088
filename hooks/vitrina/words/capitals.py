"""How a sentence begins: with a capital, or small behind a colon. The other letters stay as they are."""

from vitrina.words.provenance import MARKS


def first_upper(text: str) -> str:
    """The text with its first letter as a capital; before it there may be the mark of a figure."""
    first = len(text) - len(text.lstrip(MARKS))
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def first_lower(text: str) -> str:
    """The text with its first letter small, as it stands behind a colon; an abbreviation stays as it is."""
    first = len(text) - len(text.lstrip(MARKS))
    if text[first + 1 : first + 2].isupper():
        return text
    return text[:first] + text[first : first + 1].lower() + text[first + 1 :]
