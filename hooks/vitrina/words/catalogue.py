"""The sentences of templates and code in each language: written in Russian, translated in `locale/LANGUAGE`."""

from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from vitrina.words.foreign import foreign, has_foreign
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import Language

TITLE = "столбец"
"""The context of a column's title in the files of translations: it may have to be called otherwise than on a page."""

BEHIND_CONTEXT = "\x04"
"""As gettext has it in its own files."""


class _Source(NullTranslations):
    """Answers in Russian: a sentence is its own text."""

    def gettext(self, message: str) -> str:
        return message.rpartition(BEHIND_CONTEXT)[2]


class _Untranslated(NullTranslations):
    """Answers for a language where it has no translation: in another, marked as such."""

    def __init__(self, other: Language, translations: NullTranslations) -> None:
        super().__init__()
        self._other, self._translations = other, translations

    def gettext(self, message: str) -> str:
        return self._marked(self._translations.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._marked(self._translations.ngettext(msgid1, msgid2, n))

    def _marked(self, text: str) -> str:
        return text if has_foreign(text) else foreign(text, self._other)


@cache
def translations(language: Language, first: Language = SOURCE_LANGUAGE) -> Translations:
    """The translations of a language from the Russian in which templates and code are written.

    Of Russian itself, the three forms of sentences with a count. What has no translation is in the `first` language of
    the city, and in Russian if it has none there either.
    """
    found = Translations(BytesIO(_compiled(language)))
    other = SOURCE_LANGUAGE if language == first else first
    found.add_fallback(_Source() if language == SOURCE_LANGUAGE else _Untranslated(other, translations(other)))
    return found


@cache
def _compiled(language: Language) -> bytes:
    file = files("vitrina") / "locale" / language / "LC_MESSAGES" / "vitrina.po"
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    return compiled.getvalue()


def sentence(russian: str, context: str = "") -> str:
    """Marks a sentence that is chosen in one place and said in another: tests/tools/messages.py finds it by this.

    `context` tells translators apart what Russian says in the same words, such as a total and a result, both «итог».
    """
    return f"{context}{BEHIND_CONTEXT}{russian}" if context else russian
