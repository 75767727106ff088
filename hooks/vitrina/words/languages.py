"""The languages that the program speaks: Russian, and those that have a folder of translations."""

from importlib.resources import files

from vitrina.words.numbers import Language

SOURCE_LANGUAGE: Language = "ru"
"""In which the sentences of templates and code are written; every other language translates them."""
LANGUAGES: tuple[Language, ...] = (
    SOURCE_LANGUAGE,
    *sorted({folder.name for folder in (files("vitrina") / "locale").iterdir()} - {SOURCE_LANGUAGE}),
)
"""The source first."""
USUAL_LANGUAGES: tuple[Language, ...] = (SOURCE_LANGUAGE, "en")
"""Of a site whose settings name none."""
