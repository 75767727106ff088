"""The cells of a row that a page lists by the titles of their columns, because their definitions say so."""

from collections.abc import Iterable, Iterator
from datetime import date

from vitrina.dataset.programme import ShownCell
from vitrina.dataset.translated import Texts
from vitrina.words import Words
from vitrina.words.foreign import untranslated


def listed(
    table: str, identity: str, cells: Iterable[ShownCell], texts: Texts, words: Words
) -> Iterator[tuple[str, str]]:
    """Title and value of each, in the language of the page."""
    for cell in cells:
        told = texts.text_or_none(table, identity, cell.column, words.language)
        if told:
            value = told.text
        elif isinstance(cell.value, date):
            value = words.date(cell.value)
        else:
            value = untranslated(str(cell.value), words.language)
        yield words.title(cell.heading), value
