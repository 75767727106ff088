"""Where the pages are. A programme has a part of the site of its own, so that a second one moves no address."""

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One page's address: a folder of the site, "" for the front page; the same in every language."""

    folder: str

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


_OUTSIDE = ("about", "glossary")
TAKEN = frozenset({*_OUTSIDE, "staff", "accessibility", "en", "css", "js", "assets"})
"""Folders of the site's root that are no programme's: pages of the site itself, the other language, its styles."""


@dataclass(frozen=True, slots=True)
class ProgrammePlaces:
    """The pages of one programme."""

    programme: str

    @property
    def overview(self) -> Place:
        return Place(self.programme)

    @property
    def funding(self) -> Place:
        return Place(f"{self.programme}/funding")

    def year(self, year: int) -> Place:
        return Place(f"{self.programme}/funding/{year}")

    @property
    def goals(self) -> Place:
        return Place(f"{self.programme}/goals")

    def subprogramme(self, line: str) -> Place:
        return Place(f"{self.programme}/subprogrammes/{line}")

    @property
    def indicators(self) -> Place:
        return Place(f"{self.programme}/indicators")

    def indicator(self, indicator: str) -> Place:
        return Place(f"{self.programme}/indicators/{indicator}")

    @property
    def situation(self) -> Place:
        return Place(f"{self.programme}/situation")

    @property
    def risks(self) -> Place:
        return Place(f"{self.programme}/risks")

    @property
    def documents(self) -> Place:
        return Place(f"{self.programme}/documents")

    @property
    def check(self) -> Place:
        return Place(f"{self.programme}/check")

    @property
    def gaps(self) -> Place:
        return Place(f"{self.programme}/gaps")

    @property
    def questions(self) -> Place:
        return Place(f"{self.programme}/questions")

    @property
    def execution(self) -> Place:
        """How much of the planned money was spent."""
        return Place(f"{self.programme}/execution")

    @property
    def measures(self) -> Place:
        return Place(f"{self.programme}/measures")

    @property
    def assignments(self) -> Place:
        return Place(f"{self.programme}/assignments")

    @property
    def progress(self) -> Place:
        """The scoreboard of all indicators."""
        return Place(f"{self.programme}/progress")

    @property
    def evaluation(self) -> Place:
        return Place(f"{self.programme}/evaluation")

    @property
    def changes(self) -> Place:
        return Place(f"{self.programme}/changes")

    @property
    def feed(self) -> str:
        """The path of the programme's RSS feed, which is no page."""
        return f"{self.programme}/feed.xml"

    @property
    def report(self) -> str:
        """The path of all its pages as one document; the name says what it is wherever it is kept."""
        return f"{self.programme}/{self.programme}-report.pdf"

    def by_key(self, key: str) -> Place:
        """The page that a table names: `funding`, `funding/2021`, `indicators/queue`; or one outside it."""
        return Place(key if key in _OUTSIDE else f"{self.programme}/{key}")


@dataclass(frozen=True, slots=True)
class SitePlaces:
    """The pages that belong to no programme."""

    home: Place = Place("")
    about: Place = Place("about")
    glossary: Place = Place("glossary")
    accessibility: Place = Place("accessibility")
    staff: Place = Place("staff")
    """The staff's guide, written by hand in docs/, in Russian alone."""
