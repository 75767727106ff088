"""The sentences of a language: those of templates and code, translated from Russian, and those that code says by key.

The first stand in `locale/LANGUAGE/LC_MESSAGES/vitrina.po`, the second in `words/LANGUAGE/*.yml`, a file a theme."""

import re
from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Any

import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from vitrina.words.foreign import foreign
from vitrina.words.numbers import Language

SOURCE_LANGUAGE: Language = "ru"
"""In which the sentences of templates and code are written; every other language translates them."""

TITLE = "столбец"
"""The context of a column's title in the files of translations: it may have to be called otherwise than on a page."""

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


_KEY = re.compile(r"[\w.-]+", re.ASCII)


BEHIND_CONTEXT = "\x04"
"""As gettext has it in its own files."""


class _Source(NullTranslations):
    """Answers in Russian: a sentence is its own text."""

    def gettext(self, message: str) -> str:
        return message.rpartition(BEHIND_CONTEXT)[2]


class _Untranslated(NullTranslations):
    """Answers for a language where it has no translation: in Russian, marked as such."""

    def gettext(self, message: str) -> str:
        return foreign(translations(SOURCE_LANGUAGE).gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return foreign(translations(SOURCE_LANGUAGE).ngettext(msgid1, msgid2, n))


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
    found = Translations(compiled)
    found.add_fallback(_Source() if language == SOURCE_LANGUAGE else _Untranslated())
    return found


def is_key(text: str) -> bool:
    """Whether it names a sentence of words/*.yml, and is none itself."""
    return _KEY.fullmatch(text) is not None


def sentence(russian: str, context: str = "") -> str:
    """Marks a sentence that is chosen in one place and said in another: tests/tools/messages.py finds it by this.

    `context` tells translators apart what Russian says in the same words, such as a total and a result, both «итог».
    """
    return f"{context}{BEHIND_CONTEXT}{russian}" if context else russian


def _collect(found: dict[str, str], prefix: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _collect(found, f"{prefix}.{key}", inner)
    else:
        found[prefix] = str(value)
