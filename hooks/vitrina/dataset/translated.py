"""The dataset's texts in the language that is asked for, or in Russian, marked, where there is no good translation."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vitrina.dataset.texts import TextAddress, fingerprint
from vitrina.words.foreign import untranslated
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import Language


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in the language asked for, or the Russian, marked, where there is no good one; `language` tells."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Translation:
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Translations:
    """All into one language."""

    texts: Mapping[TextAddress, Translation] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    """Fingerprint of the Russian to its translation, like the phrases."""
    phrases: Mapping[str, str] = field(default_factory=dict)


_NONE = Translations()


@dataclass(frozen=True, slots=True)
class Texts:
    """The Russian texts that can be translated, and their translations by language."""

    russian: Mapping[TextAddress, str]
    translations: Mapping[Language, Translations]
    rows: Mapping[TextAddress, int] = field(default_factory=dict)
    """The number of each Russian text's row, as a spreadsheet shows it."""

    def text(self, table: str, identity: str, column: str, language: Language) -> Translated:
        """Raises `KeyError` for a text that there is not."""
        address = (table, identity, column)
        russian = self.russian[address]
        if language == SOURCE_LANGUAGE:
            return Translated(russian, SOURCE_LANGUAGE)
        found = self._into(language).texts.get(address)
        if found is None or found.fingerprint != fingerprint(russian):  # made from an earlier Russian text
            return _untranslated(russian, language)
        return Translated(found.text, language)

    def text_or_none(self, table: str, identity: str, column: str, language: Language) -> Translated | None:
        """The same of a column that may be empty: None where it is."""
        return self.text(table, identity, column, language) if (table, identity, column) in self.russian else None

    def place(self, place: str, language: Language) -> Translated:
        """The name of a place in a document."""
        return _shared(place, self._into(language).places, language)

    def phrase(self, phrase: str, language: Language) -> Translated:
        """Words that many rows share."""
        return _shared(phrase, self._into(language).phrases, language)

    def _into(self, language: Language) -> Translations:
        return self.translations.get(language, _NONE)


def _shared(russian: str, translations: Mapping[str, str], language: Language) -> Translated:
    if language == SOURCE_LANGUAGE:
        return Translated(russian, SOURCE_LANGUAGE)
    found = translations.get(fingerprint(russian))
    return _untranslated(russian, language) if found is None else Translated(found, language)


def _untranslated(russian: str, language: Language) -> Translated:
    text = untranslated(russian, language)
    return Translated(text, language if text == russian else SOURCE_LANGUAGE)
