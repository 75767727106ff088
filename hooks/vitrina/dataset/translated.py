"""The dataset's texts in the language that is asked for, or in Russian, marked, where there is no good translation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vitrina.dataset.texts import TextAddress, fingerprint
from vitrina.words.foreign import foreign
from vitrina.words.numbers import Language


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in the language asked for, or the Russian, marked, where there is no good one; `language` tells."""

    text: str
    language: Language
    stale: bool = False
    """There is a translation, but of an earlier Russian text."""


@dataclass(frozen=True, slots=True)
class Translation:
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The Russian texts that can be translated, and their English."""

    russian: Mapping[TextAddress, str]
    english: Mapping[TextAddress, Translation]
    english_places: Mapping[str, str] = field(default_factory=dict)
    """Fingerprint of the Russian to English, like the phrases."""
    english_phrases: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[TextAddress, int] = field(default_factory=dict)
    """The number of each Russian text's row, as a spreadsheet shows it."""

    def text(self, table: str, identity: str, column: str, language: Language) -> Translated:
        """Raises `KeyError` for a text that there is not."""
        address = (table, identity, column)
        russian = self.russian[address]
        english = self.english.get(address)
        if language == "ru":
            return Translated(russian, "ru")
        if english is None:
            return _untranslated(russian)
        if english.fingerprint != fingerprint(russian):
            return replace(_untranslated(russian), stale=True)
        return Translated(english.text, "en")

    def text_or_none(self, table: str, identity: str, column: str, language: Language) -> Translated | None:
        """The same of a column that may be empty: None where it is."""
        return self.text(table, identity, column, language) if (table, identity, column) in self.russian else None

    def place(self, place: str, language: Language) -> Translated:
        """The name of a place in a document."""
        return _shared(place, self.english_places, language)

    def phrase(self, phrase: str, language: Language) -> Translated:
        """Words that many rows share."""
        return _shared(phrase, self.english_phrases, language)


def _shared(russian: str, translations: Mapping[str, str], language: Language) -> Translated:
    if language == "ru":
        return Translated(russian, "ru")
    english = translations.get(fingerprint(russian))
    return _untranslated(russian) if english is None else Translated(english, "en")


def _untranslated(russian: str) -> Translated:
    """«%» is the same in both languages."""
    return Translated(foreign(russian), "ru") if any(map(str.isalpha, russian)) else Translated(russian, "en")
