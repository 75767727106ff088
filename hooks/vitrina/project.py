"""Where things lie: in a project what a site is made from and put into, in the package what every site has."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from vitrina.words.numbers import Language

SETTINGS = "mkdocs.yml"
"""The settings of a project that MkDocs reads, and of the package that it reads below them."""
LANGUAGE = "VITRINA_LANGUAGE"
"""The variable of the environment that names it."""
DATA = Path("build_data")
"""The tables that the site is made from, unless others are named."""
INCOMING = "incoming"
"""The folder beside that of the tables, for workbooks and decrees that are to become tables."""
SITE = Path("site")
"""Where the site is put, unless another place is named."""
_PACKAGE = Path(__file__).parent
SHARED_SETTINGS = _PACKAGE / SETTINGS
"""What MkDocs is told of every site; a project's own settings win over it."""
THEME = _PACKAGE / "theme"
"""The frame of a page, the styles, the scripts and the icons."""
TOKENS = THEME / "css/tokens.css"
"""The colours of both palettes."""
PROSE = _PACKAGE / "prose"
"""The pages of every site that are written by hand, in Russian alone; a project's own docs/ wins over them."""
_KEPT = Path(".cache")


def folders(languages: Sequence[Language]) -> Mapping[Language, str]:
    """The folder of each language's pages within the site: the root, whose name is empty, for the first of them."""
    return {language: language if place else "" for place, language in enumerate(languages)}


def kept(project: Path, what: Literal["drawings", "templates", "preview"]) -> Path:
    """The folder for what takes long to make, and for the site that `serve` shows; it may be removed at any time."""
    return project / _KEPT / what
