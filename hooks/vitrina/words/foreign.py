"""Words of another language on a page: marked where they come in, shown with their language where a text goes out."""

import html
import json
import re
from collections.abc import Mapping

from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.provenance import MARKS, without_marks

# What has no good translation stays in the language that it has, and sentences, tables and charts take it in like any
# other text. So that none of them has to ask, it carries its mark along. A page shows it as an element that names its
# language: alone where it fills its element, in «…» where it stands within a sentence. What cannot name the language of
# a part (a page's title, an attribute, a feed) has it in «…»; a cell of a table to take away holds it as it is.

# Three of the characters that Unicode keeps for a program's own use: no text has a meaning for them. The code of the
# language stands between the first two, the words between the last two.
_BEGIN, _WORDS, _END = "\ufdd0", "\ufdd2", "\ufdd1"
_MARKED = re.compile(f"{_BEGIN}([^{_WORDS}]*){_WORDS}([^{_BEGIN}{_END}]*){_END}")
_LEFT = re.compile(f"{_BEGIN}(?:[A-Za-z_-]*{_WORDS})?|[{_WORDS}{_END}]")
_ANY_MARK = re.compile(f"[{_BEGIN}{_WORDS}{_END}{MARKS}]")
_WHOLE_STRING = re.compile(rf'(\\*"){_MARKED.pattern}\1')
"""In JSON, or in JSON within a string of JSON."""
# A page in pieces: its title and tags, in which no element can stand, and all between them.
_PIECES = re.compile(r"(<title>.*?</title>|<[^<>]*>)", re.DOTALL)
# What stands before and behind a text that is alone in its line, cell, link or element. Within a line another element
# is a word like any other.
_WITHIN_A_LINE = tuple(f"</{word}>" for word in ("a", "b", "em", "i", "span", "strong"))
_BEFORE = re.compile(r"\s*(?:(?:#+|[-*]|\d+\.)\s+)?")
_AFTER = re.compile(r"\.?\s*(?:$|<(?!(?:a|b|em|i|span|strong)\b)|[\]|]|\{:)")
_DRAWN = re.compile(r"<text\b([^>]*>)([^<]*)|(\baria-label=\")([^\"]*)")
_INSIDE = str.maketrans("«»", "„“")
# Needless behind an opening mark and in the number of a document; for an element also behind the figure that it counts.
_OPENED = re.compile(r"[“«]$|\bNo\.?[ \u00a0]$")
_HELD = re.compile(rf"{_OPENED.pattern}|\d\u00a0$")
_LONGEST_OPENING = len(" No. ")


def foreign(text: str, language: str = SOURCE_LANGUAGE) -> str:
    """A text in the language, marked. Forms with | between them are marked each, to be taken apart."""
    return "|".join(f"{_BEGIN}{language}{_WORDS}{form}{_END}" for form in _LEFT.sub("", text).split("|"))


def untranslated(text: str, language: str) -> str:
    """A text of the dataset of which there is no translation, for a page in the language. «%» is the same in each."""
    return foreign(text) if language != SOURCE_LANGUAGE and any(map(str.isalpha, text)) else text


def has_foreign(text: str) -> bool:
    return _BEGIN in text


def divided(text: str, at: re.Pattern[str]) -> list[str]:
    """A text in two, if it can be; the parts of a marked one are marked."""
    parts = at.split(_LEFT.sub("", text), maxsplit=1)
    return [like(text, part) for part in parts]


def without_stop(text: str) -> str:
    """A sentence as a heading: without its full stop."""
    return like(text, (_LEFT.sub("", text) if language_of(text) else text).rstrip("."))


def language_of(text: str) -> str:
    """The language of a marked text; "" of any other, and of one with more words around it."""
    found = _MARKED.fullmatch(text)
    return found[1] if found else ""


def like(text: str, part: str) -> str:
    """A part of a text, marked if the text is."""
    language = language_of(text)
    return foreign(part, language) if language else part


def in_quotes(text: str) -> str:
    """For what cannot name a language, nor lead anywhere: every marked stretch in «…»."""
    if not _ANY_MARK.search(text):  # nearly every text: the tables to take away have a hundred thousand
        return str(text)  # also of what was escaped
    text = without_marks(text)
    return _LEFT.sub("", _MARKED.sub(lambda match: _quoted(match[2], text[: match.start()], _OPENED), text))


def as_it_is(text: str) -> str:
    """For a cell or a label: a marked text that fills it without quotation marks, any other in «…»."""
    return without_marks(_LEFT.sub("", text)) if _MARKED.fullmatch(text) else in_quotes(text)


def stretches(text: str) -> list[tuple[str, str]]:
    """For a text that can name the language of a part: its parts, each with its language, which is "" where it is the
    text's own. A marked part stands in «…» unless it is alone."""
    text = without_marks(text)
    if language := language_of(text):
        return [(_LEFT.sub("", text), language)]
    parts, end = [], 0
    for match in _MARKED.finditer(text):
        parts += [(text[end : match.start()], ""), (_quoted(match[2], text[: match.start()], _HELD), match[1])]
        end = match.end()
    parts.append((text[end:], ""))
    return [(_LEFT.sub("", part), language) for part, language in parts if part]


def shown(page: str) -> str:
    """For a page, as HTML or as Markdown: every marked stretch as an element with its language."""
    if _BEGIN not in page and _END not in page:
        return page
    pieces = _PIECES.split(page)
    made = []
    for place, piece in enumerate(pieces):
        if place % 2:
            made.append(in_quotes(piece))
        else:
            before, after = "".join(pieces[place - 1 : place]), "".join(pieces[place + 1 : place + 2])
            made.append(_with_elements(piece, before, after))
    return "".join(made)


def taken_out(specification: str) -> tuple[str, Mapping[str, str]]:
    """For a drawing: its JSON without marks, and the language of each of its texts, or parts of one, that is marked."""
    specification = without_marks(specification)
    languages: dict[str, str] = {}

    def whole(match: re.Match[str]) -> str:
        text = _read(match[3])
        languages[text if match[1] == '"' else _read(text)] = match[2]
        return f"{match[1]}{match[3]}{match[1]}"

    def part(match: re.Match[str]) -> str:
        quoted = _quoted(match[2], match.string[: match.start()], _OPENED)
        languages[_read(quoted)] = match[1]
        return quoted

    return _LEFT.sub("", _MARKED.sub(part, _WHOLE_STRING.sub(whole, specification))), languages


def _read(inside: str) -> str:
    """What stands between the quotation marks of a string of JSON."""
    return str(json.loads(f'"{inside}"'))


def with_languages(svg: str, languages: Mapping[str, str]) -> str:
    """A drawing whose words of other languages name theirs; an attribute, which cannot, has a text of them in «…»."""
    if not languages:
        return svg
    drawn = {html.escape(text, quote=False): language for text, language in languages.items()}
    parts = re.compile("|".join(map(re.escape, sorted(drawn, key=len, reverse=True))))

    def named(match: re.Match[str]) -> str:
        head, text, attribute, value = match.groups(default="")
        if attribute:
            return f"{attribute}«{value}»" if html.unescape(value) in languages else match[0]
        if text in drawn:
            return f'<text lang="{drawn[text]}"{head}{text}'
        inside = parts.sub(lambda part: f'<tspan lang="{drawn[part[0]]}">{part[0]}</tspan>', text)
        return f"<text{head}{inside}"

    return _DRAWN.sub(named, svg)


def _with_elements(text: str, before: str, after: str) -> str:
    """`before` and `after` are the tags around the text."""

    def element(match: re.Match[str]) -> str:
        line = f"{before}{text[: match.start()]}".rpartition("\n")[2]
        rest = f"{text[match.end() :]}{after}".partition("\n")[0]
        is_alone = _is_begun_by(line) and _AFTER.match(rest)
        inside = match[2] if is_alone else _quoted(match[2], line, _HELD)
        return f'<span lang="{match[1]}">{inside}</span>'

    return _LEFT.sub("", _MARKED.sub(element, text))


def _is_begun_by(line: str) -> bool:
    """Whether what comes next is the first in its line, cell, link or element. One search, as a line may be long."""
    start = 1 + max(line.rfind(mark) for mark in ">[|")
    return not line.endswith(_WITHIN_A_LINE, 0, start) and _BEFORE.fullmatch(line, start) is not None


def _quoted(text: str, before: str, needless: re.Pattern[str]) -> str:
    return text if needless.search(before, max(0, len(before) - _LONGEST_OPENING)) else f"«{text.translate(_INSIDE)}»"
