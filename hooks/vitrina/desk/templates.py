"""HTML that only staff see, on their own computer: filled from the templates beside this module."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from vitrina.project import THEME
from vitrina.sharing.lone_pages import LONE, by_system
from vitrina.words import Words
from vitrina.words.foreign import shown
from vitrina.words.provenance import without_marks

_ENVIRONMENT = Environment(
    loader=ChoiceLoader([PackageLoader("vitrina.desk", "."), PackageLoader("vitrina.pages", ".")]),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def filled(template: str, words: Words, values: Mapping[str, object]) -> str:
    """HTML in which every value is text."""
    said = {"language": words.language, "say": words.say, "say_n": words.say_n, "w": words}
    return shown(without_marks(_ENVIRONMENT.get_template(template).render({**said, **values})))


@cache
def style(*own: str) -> str:
    """The styles of a page that stands in no site, with those of the sheets named."""
    return by_system("".join(map(sheet, ("css/tokens.css", "css/base.css", LONE, *own))))


@cache
def sheet(path: str) -> str:
    """A sheet of the theme, or one that lies beside this module."""
    of_theme = THEME / path
    return (of_theme if of_theme.exists() else Path(__file__).parent / path).read_text(encoding="utf-8")
