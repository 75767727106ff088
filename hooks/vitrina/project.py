"""Where things lie in a project: what a site is made from, where it is put, what is kept from build to build."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from vitrina.words.numbers import Language

SETTINGS = "mkdocs.yml"
"""MkDocs' settings, which take the language from the environment."""
LANGUAGE = "VITRINA_LANGUAGE"
"""The variable of the environment that names it."""
DATA = Path("build_data")
"""The tables that the site is made from, unless others are named."""
SITE = Path("site")
"""Where the site is put, unless another place is named."""
TOKENS = Path("docs/css/tokens.css")
"""The colours of both palettes."""
_KEPT = Path(".cache")


def folders(languages: Sequence[Language]) -> Mapping[Language, str]:
    """The folder of each language's pages within the site: the root, whose name is empty, for the first of them."""
    return {language: language if place else "" for place, language in enumerate(languages)}


def kept(project: Path, what: Literal["drawings", "templates"]) -> Path:
    """The folder for what takes long to make; whoever removes it only waits longer for the next build."""
    return project / _KEPT / what
