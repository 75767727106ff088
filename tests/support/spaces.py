"""Sentences as they are typed: what the site writes with spaces that do not break, a test writes with plain ones."""


def plain(sentence: str) -> str:
    """With plain spaces in place of no-break spaces, narrow ones too."""
    return sentence.replace("\u00a0", " ").replace("\u202f", " ")
