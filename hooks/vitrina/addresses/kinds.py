"""The kinds of page: what each is called, where it lies and where it is listed. A page's module registers its own kind,
and whatever depends on the kinds asks here."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

PAGES = "vitrina.pages"
"""The package whose modules register kinds."""

Each = Literal["", "year", "subprogramme", "indicator", "document"]
NAMED_IN = ("keywords", "questions")
"""The tables whose rows name a page by its key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a page before there is any data."""

    name: str
    """Also that of its template."""
    order: int
    """Its place among all kinds, and so among the tabs. The hundreds are the reader's path: what it is (0), what it
    costs (100), what is promised for that (200), what came of it (300), whether the document is right and whole (400),
    help (500). Within them a page stands before those that go into its details."""
    folder: str = ""
    """In that of its programme or of the site: `funding`, `funding/{}` for one of many; empty for the first page."""
    each: Each = ""
    """What there is a page for each of, in the place of the braces; a long page goes on in those of its parts,
    `documents/{}/2`."""
    is_of_site: bool = False
    """Whether it belongs to the site and not to a programme."""
    is_tab: bool = False
    is_door: bool = False
    """Whether the front page of several programmes leads to it, as it does to every tab."""
    parent: str = ""
    """The kind above it in its breadcrumbs, where that page exists; empty for the overview."""
    group: str = "pages"
    """Among which results the search shows it."""
    group_of_entries: str = ""
    """The same of what is found as an entry of the page; empty for that of the page."""
    named_in: tuple[str, ...] = NAMED_IN
    """The tables of which a row may name it."""
    chapter: int = 0
    """The place of its chapter in the report; 0 for none."""
    answers: int = 0
    """The place among the pages that answer who looks for something without the search; 0 for none."""

    def is_named_in(self, table: str) -> bool:
        """Whether a row of the table may name it; a correction may be seen on any page that has words to search for."""
        return ("keywords" if table == "corrections" else table) in self.named_in


_registered: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Raises `ValueError` for a name or an order that another kind has."""
    for other in _registered.values():
        if other.name == kind.name or other.order == kind.order:
            raise ValueError(f"{kind.name} ({kind.order}) would take the place of {other.name} ({other.order})")
    _registered[kind.name] = kind


@cache
def kinds() -> tuple[Kind, ...]:
    """All of them, in their order.

    The pages stand above this package, so their modules are imported by name and when they are first asked for.
    """
    for module in iter_modules(import_module(PAGES).__path__):
        import_module(f"{PAGES}.{module.name}")
    return tuple(sorted(_registered.values(), key=lambda kind: kind.order))


def kind_named(name: str) -> Kind:
    """Raises `KeyError` for a kind that nobody registered."""
    kinds()
    return _registered[name]


@cache
def kind_at(folder: str) -> Kind | None:
    """The kind of the page in a folder of the site; None where there can be none. "" may be any front page."""
    programme, _, within = folder.partition("/")
    own = next((kind for kind in kinds() if kind.is_of_site and kind.folder == folder), None)
    if own or not programme:
        return own
    return next((kind for kind in kinds() if not kind.is_of_site and _pattern(kind).fullmatch(within)), None)


@cache
def _pattern(kind: Kind) -> re.Pattern[str]:
    return re.compile(kind.folder.replace("{}", r"[^/]+(?:/\d+)?"))
