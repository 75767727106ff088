"""The words that a row quotes for its figures: those of its row in the document, where they stand so in the text."""

import re
from collections.abc import Mapping
from decimal import Decimal

from vitrina.dataset.cells import folded
from vitrina.dataset.figures import THOUSAND, figures_of

NOT_IN_WORDS = "none"
"""What the column `figure_in_words` says of words without the figure."""


def quoted(text: str | None, words: str, figures: Mapping[Decimal, Decimal]) -> tuple[str, bool]:
    """The words as the text of the document has them, and whether the figures can be read among them.

    Of a row of a table: its cells up to the figures where they stand so in the text, else what the row is called.
    `figures` are in ones, each with what one of its document's counts; `text` is None of a document that is not kept.
    """
    cells = words.split("\t")
    if len(cells) == 1:
        return " ".join(words.split()), True
    for start in range(len(cells) - 1):
        told = " ".join(cells[start:])
        found = figures_of(told)
        if (text is None or folded(told) in text) and all(found.has(one, (scale,)) for one, scale in figures.items()):
            return told, True
    label = max((cell for cell in cells if re.search(r"[а-яё]{3}", cell, re.IGNORECASE)), key=len, default=cells[-1])
    return label, False


def counted(told: str, roubles: Decimal, scale: Decimal) -> str | None:
    """What a sum of money counts, where its words do not say it and it is not thousands, as the tables take it for."""
    if figures_of(told).has(roubles, (THOUSAND,)):
        return None
    return "ones" if scale == 1 else "millions" if scale == THOUSAND**2 else NOT_IN_WORDS


def label_of(words: str) -> tuple[str, str | None]:
    """The last cell of a row's labels, which holds no figure; words that are no row as they are."""
    return words.rsplit("\t", maxsplit=1)[-1], NOT_IN_WORDS if "\t" in words else None
