"""«Откуда числа» of every page: its figures in parts of a few screens, each with its words or its terms."""

from collections.abc import Iterator

from vitrina.pages.where_from import MOST_TERMS, Explanations
from vitrina.sharing.lone_pages import lone_page
from vitrina.words import Words
from vitrina.words.languages import SOURCE_LANGUAGE


def where_from_pages(explanations: Explanations, words: Words, name: str) -> Iterator[tuple[str, str]]:
    """Paths and pages, of all pages that have been written; `name` is that of the site."""
    for explained in explanations.pages:
        for part in range(len(explained.parts)):
            values = {
                "site": name,
                "source_language": SOURCE_LANGUAGE,
                "open": MOST_TERMS,
                "page": explained.page,
                "entries": explanations.entries(explained, part),
                "part": part + 1,
                "before": explained.way(part - 1) if part else "",
                "after": explained.way(part + 1) if part + 1 < len(explained.parts) else "",
            }
            yield explained.path(part), lone_page("where_from.html", explained.path(part), words, values)
