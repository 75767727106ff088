"""Russian words on a page in another language: marked where they come in, shown as Russian where a text goes out."""

import re

from vitrina.words.languages import SOURCE_LANGUAGE

# A text without a good translation stays Russian, and sentences, tables and charts take it in like any other. So that
# none of them has to ask, it carries its mark along. A page shows it as an element that names its language: alone where
# it fills its element, in «…» where it stands within a sentence. What cannot name the language of a part (a page's
# title, an attribute, a picture, a feed) has it in «…»; a cell of a table to take away holds it as it is.

# Two of the characters that Unicode keeps for a program's own use: no text has a meaning for them.
_BEGIN, _END = "\ufdd0", "\ufdd1"
_MARKED = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
_LEFT = re.compile(f"[{_BEGIN}{_END}]")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
# A page in pieces: its title and tags, in which no element can stand, and all between them.
_PIECES = re.compile(r"(<title>.*?</title>|<[^<>]*>)", re.DOTALL)
# What stands before and behind a text that is alone in its line, cell, link or element. Within a line another element
# is a word like any other.
_WITHIN_A_LINE = tuple(f"</{word}>" for word in ("a", "b", "em", "i", "span", "strong"))
_BEFORE = re.compile(r"\s*(?:(?:#+|[-*]|\d+\.)\s+)?")
_AFTER = re.compile(r"\.?\s*(?:$|<(?!(?:a|b|em|i|span|strong)\b)|[\]|]|\{:)")
_DRAWN = re.compile(r"<text\b([^>]*>)([^<]*)")
_INSIDE = str.maketrans("«»", "„“")
# Needless behind an opening mark and in the number of a document; for an element also behind the figure that it counts.
_OPENED = re.compile(r"[“«]$|\bNo\.?[ \u00a0]$")
_HELD = re.compile(rf"{_OPENED.pattern}|\d\u00a0$")
_LONGEST_OPENING = len(" No. ")


def foreign(text: str) -> str:
    """A Russian text, marked. Forms with | between them are marked each, to be taken apart."""
    return "|".join(f"{_BEGIN}{form}{_END}" for form in _LEFT.sub("", text).split("|"))


def untranslated(text: str, language: str) -> str:
    """A text of which there is no translation anywhere, such as who keeps the site, for a page in the language."""
    return foreign(text) if language != SOURCE_LANGUAGE and _CYRILLIC.search(text) else text


def has_foreign(text: str) -> bool:
    return _BEGIN in text


def divided(text: str, at: re.Pattern[str]) -> list[str]:
    """A text in two, if it can be; the parts of a marked one are marked."""
    parts = at.split(_LEFT.sub("", text), maxsplit=1)
    return [foreign(part) for part in parts] if is_foreign(text) else parts


def without_stop(text: str) -> str:
    """A sentence as a heading: without its full stop."""
    return foreign(_LEFT.sub("", text).rstrip(".")) if is_foreign(text) else text.rstrip(".")


def is_foreign(text: str) -> bool:
    """Whether it is a marked text and nothing else."""
    return text.startswith(_BEGIN) and text.endswith(_END)


def in_quotes(text: str) -> str:
    """For what cannot name a language: every Russian stretch in «…»."""
    return _LEFT.sub("", _MARKED.sub(lambda match: _quoted(match[1], text[: match.start()], _OPENED), text))


def as_it_is(text: str) -> str:
    """For a cell or a label: a Russian text that fills it without quotation marks, any other in «…»."""
    return _LEFT.sub("", text) if _MARKED.fullmatch(text) else in_quotes(text)


def stretches(text: str) -> list[tuple[str, str]]:
    """For a text that can name the language of a part: its parts, each with its language, which is "" where it is the
    text's own. A Russian part stands in «…» unless it is alone."""
    if _MARKED.fullmatch(text):
        return [(_LEFT.sub("", text), SOURCE_LANGUAGE)]
    parts, end = [], 0
    for match in _MARKED.finditer(text):
        parts += [(text[end : match.start()], ""), (_quoted(match[1], text[: match.start()], _HELD), SOURCE_LANGUAGE)]
        end = match.end()
    parts.append((text[end:], ""))
    return [(_LEFT.sub("", part), language) for part, language in parts if part]


def shown(page: str) -> str:
    """For a page, as HTML or as Markdown: every Russian stretch as an element with its language."""
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


def with_languages(svg: str) -> str:
    """A drawing for a page in another language: its Russian words name theirs."""
    return _DRAWN.sub(
        lambda match: f'<text lang="{SOURCE_LANGUAGE}"{match[1]}{match[2]}' if _CYRILLIC.search(match[2]) else match[0],
        svg,
    )


def _with_elements(text: str, before: str, after: str) -> str:
    """`before` and `after` are the tags around the text."""

    def element(match: re.Match[str]) -> str:
        line = f"{before}{text[: match.start()]}".rpartition("\n")[2]
        rest = f"{text[match.end() :]}{after}".partition("\n")[0]
        is_alone = _is_begun_by(line) and _AFTER.match(rest)
        inside = match[1] if is_alone else _quoted(match[1], line, _HELD)
        return f'<span lang="{SOURCE_LANGUAGE}">{inside}</span>'

    return _LEFT.sub("", _MARKED.sub(element, text))


def _is_begun_by(line: str) -> bool:
    """Whether what comes next is the first in its line, cell, link or element. One search, as a line may be long."""
    start = 1 + max(line.rfind(mark) for mark in ">[|")
    return not line.endswith(_WITHIN_A_LINE, 0, start) and _BEFORE.fullmatch(line, start) is not None


def _quoted(text: str, before: str, needless: re.Pattern[str]) -> str:
    return text if needless.search(before, max(0, len(before) - _LONGEST_OPENING)) else f"«{text.translate(_INSIDE)}»"
