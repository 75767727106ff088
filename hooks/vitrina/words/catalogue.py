"""The sentences that code says, one YAML file a theme and language: `words/ru/charts.yml` holds `charts.…`.

A sentence is a `str.format` template; what it says is decided in code, how it is said stands in the file.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from vitrina.words.numbers import Language

# Ten times faster where PyYAML was built with libyaml, as it is on every common system.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def sentences(language: Language) -> dict[str, str]:
    """All sentences of a language by dotted key, the file's name first."""
    found: dict[str, str] = {}
    folder = files("vitrina.words") / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yml"):
            text = file.read_text(encoding="utf-8")
            _collect(found, file.name.removesuffix(".yml"), yaml.load(text, _LOADER))  # noqa: S506  a safe one, in C
    return found


@cache
def translations(language: Language) -> Translations:
    """The translations of a language from the Russian in which templates and code are written.

    Of Russian itself, the three forms of sentences with a count.
    """
    file = files("vitrina") / "locale" / language / "LC_MESSAGES" / "vitrina.po"
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled)


def _collect(found: dict[str, str], prefix: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _collect(found, f"{prefix}.{key}", inner)
    else:
        found[prefix] = str(value)
