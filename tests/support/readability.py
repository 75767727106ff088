"""How hard a text is to read, as a school grade, by published formulas; and the texts of ours in a template."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vitrina.words.numbers import Language

_STAND_IN = {"ru": "число", "en": "figure"}
"""For whatever the page fills in: a word of usual length, so that neither sentences nor words get easier by it."""

_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_WORD = {
    "ru": re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE),
    "en": re.compile(r"[a-z]+(?:[’'-][a-z]+)*", re.IGNORECASE),
}
_QUOTED = {"ru": re.compile(r"«[^»]*»"), "en": re.compile(r"“[^”]*”")}


GRADE = 9
FAR_ABOVE = 14
"""A single text is short, and one long name in it weighs much: it may be harder than the average, but not by far."""
FEWEST_WORDS = 8
"""In fewer words the formulas measure chance: a label of two long words is no hard text."""

Texts = dict[str, str]
"""Where it stands, and the text."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts of a text, or of many together."""

    sentences: int
    words: int
    syllables: int

    def grade(self, language: Language) -> float:
        """The school grade that understands it.

        Russian: the Flesch–Kincaid grade with coefficients that I. V. Oborneva fitted to Russian
        («Автоматизированная оценка сложности учебных текстов на основе статистических параметров», Moscow, 2006).
        It is the stricter one: Solnyshkina, Ivanov and Solovyev (2018: 0.36 ASL + 5.76 ASW − 11.97) give less.
        English: Kincaid, Fishburne, Rogers and Chissom, “Derivation of New Readability Formulas”, 1975.
        """
        length, weight = self.words / self.sentences, self.syllables / self.words
        if language == "ru":
            return 0.5 * length + 8.4 * weight - 15.59
        return 0.39 * length + 11.8 * weight - 15.59


def measure(text: str, language: Language) -> Measured:
    """A text without the quotations in it: those are the document's words, not ours."""
    own = _QUOTED[language].sub(" ", text)
    sentences = [part for part in _SENTENCE_END.split(own) if _WORD[language].search(part)]
    words = _WORD[language].findall(own)
    return Measured(len(sentences), len(words), sum(syllables(word, language) for word in words))


def together(measured: Iterable[Measured]) -> Measured:
    every = tuple(measured)
    return Measured(
        sum(one.sentences for one in every), sum(one.words for one in every), sum(one.syllables for one in every)
    )


def assert_plain(texts: Texts, language: Language, at_least: int) -> None:
    """At least so many texts are long enough to measure, and they are easy enough together and each alone."""
    measured = {
        where: counts for where, text in texts.items() if (counts := measure(text, language)).words >= FEWEST_WORDS
    }
    assert len(measured) >= at_least
    hardest = sorted(measured, key=lambda where: -measured[where].grade(language))[:10]
    worst = "\n".join(f"{measured[where].grade(language):5.1f}  {where}: {texts[where]}" for where in hardest)
    everything: Measured = together(measured.values())
    assert everything.grade(language) <= GRADE, f"{everything.grade(language):.1f} on average; the hardest:\n{worst}"
    assert measured[hardest[0]].grade(language) <= FAR_ABOVE, f"far above grade {GRADE}:\n{worst}"


def syllables(word: str, language: Language) -> int:
    """Exact in Russian, where every vowel makes one; in English groups of vowels, less a silent e."""
    if language == "ru":
        return max(1, len(re.findall("[аеёиоуыэюя]", word.casefold())))
    return sum(_english_syllables(part) for part in re.split("[’'-]", word.casefold()) if len(part) > 1) or 1


def _english_syllables(word: str) -> int:
    count = len(re.findall("[aeiouy]+", word))
    if re.search(r"[^aeiouyl]es?$|[^aeiouytd]ed$", word) and not re.search(r"(?:[sxz]|[cs]h|[cg])es$", word):
        count -= 1
    return max(1, count)


def filled(text: str, language: Language) -> str:
    """A text of the dataset with a word in place of each reference."""
    return re.sub(r"\{[^{}]*\}", _STAND_IN[language], text)


def prose(template: str, language: Language) -> Iterator[str]:
    """The paragraphs, headings and list items of a page's template, without code, tables and quotations."""
    text = re.sub(
        r"\{#.*?#\}|<blockquote.*?</blockquote>|<(?:table|cite|svg|code)\b.*?</\w+>", "\n\n", template, flags=re.DOTALL
    )
    text = re.sub(r"(?m)^\s*(?:\{%.*?%\}\s*|\{\{.*?\}\}\s*)+$|^\{\{\s*\w+\((?:[^{}]|\n)*?\)\s*\}\}", "\n\n", text)
    text = re.sub(r"\{:[^}]*\}|\{%.*?%\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", _STAND_IN[language], text, flags=re.DOTALL)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^<>]*>", "\n\n", text)
    text = re.sub(r"(?m)^\s*\|.*$", "\n\n", text)
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*#]|\d+\.)\s)", text):
        if found := re.sub(r"^[\s#*-]+", "", " ".join(block.split())):
            yield found
