"""A text in both languages of the site."""

from dataclasses import dataclass

from vitrina.words.numbers import Language


@dataclass(frozen=True, slots=True)
class Both:
    """The same said in Russian and in English: `title["ru"]`."""

    ru: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.ru if language == "ru" else self.en
