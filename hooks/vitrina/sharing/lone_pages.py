"""Pages that stand in no frame of the site: light, without its menus, in the palette of the reader's system."""

from collections.abc import Mapping

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from vitrina.policy import with_policy
from vitrina.words import Words
from vitrina.words.foreign import shown
from vitrina.words.provenance import without_marks

LONE = "css/lone.css"
"""Their one style sheet."""
_STYLES = ("css/tokens.css", "css/base.css", "css/charts.css", "css/where-from.css", LONE)
_BY_CHOICE = '@media screen {\n[data-palette="dark"] {'
_BY_SYSTEM = "@media screen and (prefers-color-scheme: dark) {\n:root {"

_ENVIRONMENT = Environment(
    loader=ChoiceLoader([PackageLoader("vitrina.sharing", "."), PackageLoader("vitrina.pages", ".")]),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def lone_page(template: str, path: str, words: Words, values: Mapping[str, object]) -> str:
    """The page that lies at `path` of the site of its language, with its policy."""
    root = "../" * path.count("/")
    made = filled(template, {"root": root, "language": words.language, "say": words.say, **values})
    return with_policy(shown(without_marks(made)))


def filled(template: str, values: Mapping[str, object]) -> str:
    """HTML in which every value is text."""
    return _ENVIRONMENT.get_template(template).render(values)


def lone_style(sheets: Mapping[str, str]) -> str:
    """Of the theme's sheets, by path."""
    return by_system("".join(sheets[path] for path in _STYLES))


def by_system(style: str) -> str:
    """No script chooses a palette here, so it is that of the reader's system."""
    return style.replace(_BY_CHOICE, _BY_SYSTEM)
