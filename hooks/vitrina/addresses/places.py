"""Where the pages are. A programme has a part of the site of its own, so that a second one moves no address."""

import posixpath
from dataclasses import dataclass, field

from vitrina.addresses.kinds import kind_named, kinds
from vitrina.words.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Place:
    """One page's address: a folder of the site, "" for the front page; the same in every language."""

    folder: str
    kind: str = field(default="", compare=False)
    """Empty for a page written by hand, or named by its key alone."""

    @property
    def markdown(self) -> str:
        """The Markdown file of the page."""
        return posixpath.join(self.folder, "index.md")

    @property
    def programme(self) -> str:
        """The id of the programme that the page is a part of; of a page outside all of them, its own folder."""
        return self.folder.partition("/")[0]

    def link_to(self, other: "Place", anchor: str = "") -> str:
        """A link as Markdown wants it, from file to file; MkDocs checks it and turns it into an address."""
        if other == self:
            return f"#{anchor}" if anchor else "index.md"
        path = posixpath.relpath(other.markdown, self.folder or ".")
        return f"{path}#{anchor}" if anchor else path

    def file(self, name: str) -> str:
        """The path of a file that lies beside the page."""
        return posixpath.join(self.folder, name)


def relative(place: Place, path: str) -> str:
    """A path of the site as seen from a page."""
    return posixpath.relpath(path, place.folder or ".")


def taken() -> frozenset[str]:
    """Folders of the site's root that are no programme's: pages of the site itself, the other languages, its styles."""
    of_site = {kind.folder for kind in kinds() if kind.is_of_site and kind.folder}
    return frozenset({*of_site, "staff", *LANGUAGES, "css", "js", "assets"})


@dataclass(frozen=True, slots=True)
class ProgrammePlaces:
    """The pages of one programme, by their kind: `places["funding"]`, in a template `places.funding`."""

    programme: str

    @property
    def overview(self) -> Place:
        return self["home"]

    def __getitem__(self, kind: str) -> Place:
        """Raises `KeyError` for a kind that there is not."""
        return self._at(kind, kind_named(kind).folder)

    def of(self, kind: str, one: str | int) -> Place:
        """The page of a kind that there are many of: `places.of("year", 2021)`. Raises as `places[kind]`."""
        return self._at(kind, kind_named(kind).folder.format(one))

    def _at(self, kind: str, folder: str) -> Place:
        return Place(posixpath.join(self.programme, folder).rstrip("/"), kind)

    @property
    def feed(self) -> str:
        """The path of the programme's RSS feed, which is no page."""
        return f"{self.programme}/feed.xml"

    @property
    def calendar(self) -> str:
        """The path of the days by which documents are to come out, as a calendar."""
        return f"{self.programme}/expected.ics"

    @property
    def report(self) -> str:
        """The path of its report; the name says what it is wherever it is kept."""
        return f"{self.programme}/{self.programme}-report.pdf"

    def by_key(self, key: str) -> Place:
        """The page that a table names: `funding`, `funding/2021`, `indicators/queue`; or one outside it."""
        of_site = any(kind.is_of_site and kind.folder == key for kind in kinds())
        return Place(key if of_site else f"{self.programme}/{key}")


@dataclass(frozen=True, slots=True)
class SitePlaces:
    """The pages that belong to no programme, by their kind: `site["about"]`, in a template `site.about`."""

    home: Place = Place("", "programmes")
    staff: Place = Place("staff")
    """The staff's guide, written by hand in prose/, in Russian alone."""

    def __getitem__(self, kind: str) -> Place:
        """Raises `KeyError` for a kind that there is not."""
        return Place(kind_named(kind).folder, kind)
