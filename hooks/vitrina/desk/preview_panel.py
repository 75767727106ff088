"""What is wrong with the tables and what they still lack, for whoever looks at the site before it is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.dataset.problems import Problem, ToldProblem, told_problem
from vitrina.desk.templates import filled, style
from vitrina.pages.gaps import missing_lists
from vitrina.pages.site import Site
from vitrina.pages.unfilled import Wanted, wanted
from vitrina.words import Words

PANEL = "preview.css"
"""The sheet of the panel, which needs the colours of the page that it stands in."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the documents do not tell, and where the site says so."""

    what: str
    href: str


@dataclass(frozen=True, slots=True)
class Remaining:
    """What a site that could be built still lacks."""

    to_fill: tuple[Wanted, ...] = ()
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Faults:
    """Why the tables, as they are now, make no site."""

    problems: tuple[ToldProblem, ...] = ()
    failure: str = ""
    """What the builder of the site says where the tables are in order."""

    def __bool__(self) -> bool:
        return bool(self.problems or self.failure)


def told(problems: Sequence[Problem], words: Words) -> tuple[ToldProblem, ...]:
    return tuple(told_problem(problem, words) for problem in problems)


def remaining(site: Site) -> Remaining:
    """Of the whole site. The addresses are those of a site at the root of its host."""
    missing = tuple(
        Missing(item.what, f"/{context.places['gaps'].folder}/#{item.id}")
        for context in site.contexts
        for group in missing_lists(context)
        for item in group.items
    )
    return Remaining(wanted(site.contexts), missing)


def panel(faults: Faults, notices: Sequence[ToldProblem], rest: Remaining, words: Words) -> str:
    """A piece of a page; "" where there is nothing to say. Its style is `sheet(PANEL)`."""
    if not (faults or notices or rest.to_fill or rest.missing):
        return ""
    return filled("preview_panel.html", words, {"faults": faults, "notices": notices, "rest": rest})


def page_without_site(faults: Faults, words: Words) -> str:
    """A page that stands where no site could be built yet."""
    return filled("preview_page.html", words, {"faults": faults, "style": style(PANEL)})
