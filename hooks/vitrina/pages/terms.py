"""Words that need explaining: a page leads each to the glossary, and the glossary tells where it is met."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from vitrina.dataset.programme import Term
from vitrina.dataset.tables.answers import forms_of
from vitrina.pages.context import Context
from vitrina.words import Words

# How a page's template marks a word: {{ term(say("внебюджетные источники")) }}.
_MARKED = re.compile(r'\bterm\(say\("([^"]+)"\)\)')

# And how it marks the name of each source of money.
_NAMES = re.compile(r"\bterm\((source\.name)\)")


@dataclass(frozen=True, slots=True)
class Explained:
    """A term in the page's language."""

    id: str
    term: str
    explanation: str
    forms: tuple[str, ...]

    @property
    def sort_key(self) -> str:
        """By the alphabet, whatever quotation mark it begins with; ё as е."""
        return self.term.strip("«»“”").casefold().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Terms:
    """The glossary, to be asked for a word in any of its forms."""

    by_form: Mapping[str, Explained]

    def of(self, words: str) -> Explained | None:
        return self.by_form.get(_key(words))


@lru_cache(maxsize=1)  # a programme's pages are made one after another
def terms_of(context: Context) -> Terms:
    """The terms that a programme's pages can explain."""
    found: dict[str, Explained] = {}
    for entry in context.programme.glossary:
        explained = explain(context, entry)
        for form in explained.forms:
            found.setdefault(_key(form), explained)
    return Terms(found)


def explain(context: Context, entry: Term) -> Explained:
    name = context.plain("glossary", entry.id, "term")
    language = context.words.language
    translated = context.programme.text_or_none("glossary", entry.id, "forms", language)
    forms = forms_of(translated.text) if translated and translated.language == language else ()
    return Explained(entry.id, name, context.plain("glossary", entry.id, "explanation"), (name, *forms))


@cache
def marked_in(template: str, words: Words) -> frozenset[str]:
    """The words that a page's template leads to the glossary."""
    text = (files("vitrina.pages") / f"{template}.md").read_text(encoding="utf-8")
    return frozenset({*(_key(words.message(word)) for word in _MARKED.findall(text)), *_NAMES.findall(text)})


def is_met(context: Context, explained: Explained, template: str) -> bool:
    """Whether a page made from the template leads to the term."""
    marked = marked_in(template, context.words)
    names = {_key(source.name) for source in context.sources} if "source.name" in marked else set()
    return any(_key(form) in marked or _key(form) in names for form in explained.forms)


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words of a document; abbreviations only in capitals, ё as е."""
    shapes = [
        rf"{re.escape(form)}" if form.isupper() else rf"(?i:{re.escape(form).replace('ё', '[её]')})" for form in forms
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)")


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
