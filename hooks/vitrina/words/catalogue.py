"""The sentences that code says, one YAML file a theme and language: `words/ru/charts.yml` holds `charts.…`.

A sentence is a `str.format` template; what it says is decided in code, how it is said stands in the file.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

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


def _collect(found: dict[str, str], prefix: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _collect(found, f"{prefix}.{key}", inner)
    else:
        found[prefix] = str(value)
