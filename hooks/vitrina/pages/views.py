"""How each kind of page is made. A page's module registers its view, which puts the page wherever its kind belongs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind, Place
from vitrina.addresses.kinds import kinds
from vitrina.addresses.kinds import register as register_kind
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.page import Page

Link = tuple[str, str, Place]
"""Title, what is there, and where."""


@dataclass(frozen=True, slots=True)
class ViewInputs:
    """What a view makes pages from."""

    context: Context
    """Of the programme; for a page of the site, of the first."""
    profiles: Mapping[str, IndicatorProfile]
    """The indicators of that programme, with all that the pages say of them."""
    contexts: Sequence[Context]
    """Of all programmes."""
    pages: Sequence[Page]
    """Those made in earlier rounds: for a page of a programme its own and the site's, else all."""


@dataclass(frozen=True, slots=True)
class View:
    """The pages of one kind."""

    kind: Kind
    make: Callable[[ViewInputs], Iterable[Page]]
    exists: Callable[[Context], bool] = lambda _: True
    """Whether there are any in a programme; a page of the site exists where any programme has something for it."""
    round: int = 0
    """When it is made: a view that looks at other pages is made after them."""
    sought: str = ""
    """The words that people look for it by, `|` between them: a sentence that may take a `year` and a `number`."""
    onward: tuple[str, str] = ("", "")
    """The sentences by which other pages lead to it: what it is called there, and what it tells."""
    shows: Callable[[Context], bool] = lambda _: True
    """Whether it tells more than that there is nothing: other pages lead to it only then."""


_views: dict[str, View] = {}


def register(view: View) -> None:
    """Raises `ValueError` for a kind that there is already."""
    register_kind(view.kind)
    _views[view.kind.name] = view


def views() -> tuple[View, ...]:
    """Of all kinds, in their order."""
    return tuple(_views[kind.name] for kind in kinds())


def view_of(kind: str) -> View:
    kinds()
    return _views[kind]


def exists(context: Context, kind: str) -> bool:
    """Whether the programme has pages of a kind."""
    return view_of(kind).exists(context)


def onward(context: Context, *names: str) -> list[Link]:
    """The ways from a page to others of the programme, without those that it has no data for."""
    say = context.words.say
    return [
        (say(title), say(note), context.places[name])
        for name in names
        for view in (view_of(name),)
        for title, note in (view.onward,)
        if view.exists(context) and view.shows(context)
    ]
