"""What a sentence of an amending decree orders: new wording, numbers or words replaced, added, removed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vitrina.decrees.quotes import HOLE, hidden, quotes_of
from vitrina.words.numbers import SPACES

Kind = Literal["wording", "numbers", "words", "added", "removed", "other"]

_UNIT = r"(?:тыс(?:яч[аи]?)?\.?|млн\.?|млрд\.?)?\s*(?:руб(?:л[а-яё]+)?\.?|₽)|тыс\.|млн\.?|млрд\.?|процент[а-яё]*|%"
_NUMBER = rf"\d[\d{SPACES}]*(?:[.,]\d+)?"
_ITEM = rf"(?:{HOLE}|{_NUMBER})(?:\s*(?:{_UNIT}))?"
_LIST = rf"{_ITEM}(?:\s*(?:,|;|\bи\b)\s*{_ITEM})*"
_THING = r"(?:слов|цифр|числ|сумм|знач|наименовани|аббревиатур|фраз|предложени)[а-яё]*"
_WHAT = rf"\b{_THING}(?:\s+(?:и|или)\s+{_THING})?\s*:?\s*"
_REPLACED = re.compile(
    rf"{_WHAT}(?P<old>{_LIST})(?P<between>[^\x02;]{{0,160}}?)\bзамен(?:ить|ив|яются|яется|ены|ено|ен)\b\s*"
    rf"(?:,?\s*соответственно,?\s*)?(?:на\s+)?(?:{_WHAT})?(?P<new>{_LIST})"
    rf"|\bзаменить\s+(?:{_WHAT})(?P<old_behind>{_LIST})\s*,?\s+(?:на\s+)?(?:{_WHAT})?(?P<new_behind>{_LIST})",
    re.IGNORECASE,
)
_WORDING = re.compile(
    r"\b(?:излож(?:ить|ив|ена?|ены)|излага[а-яё]+)\b(?P<object>[^.;:\x02]{0,200}?(?:\x02\x01*[^.;:\x02]{0,80}?)?)"
    r"\bв\s+(?:(?:следующ|нов|прилагаем)[а-яё]+\s+)?редакции",
    re.IGNORECASE,
)
_OTHERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("added", re.compile(r"\b(?:дополн(?:ить|ив|яется|яются)|включить|добавить)\b", re.IGNORECASE)),
    (
        "removed",
        re.compile(
            r"\b(?:исключ(?:ить|ив|ается|аются)|удалить|(?:(?:признать|считать)\s+)?(?:утративш|утратил)[а-яё]+\s+силу)\b",
            re.IGNORECASE,
        ),
    ),
    ("other", re.compile(r"\bсчитать\b", re.IGNORECASE)),
)
_ORDERS = re.compile(
    r"\b(?:замен(?:ить|ив|яются|яется)|излож(?:ить|ив)|дополн(?:ить|ив)|исключ(?:ить|ив)|утратившим[а-яё]*\s+силу)\b",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(r"\bпо\s+(?:всему\s+)?тексту\b|\bвезде\b|\bво\s+всех\b", re.IGNORECASE)
_ONE_NUMBER = re.compile(rf"\s*[-−–]?\s*{_NUMBER}\s*(?:{_UNIT})?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One order, and where it stands in its paragraph: `start` and `end` are those of its own words."""

    kind: Kind
    start: int
    end: int
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    within: str = ""
    """What stands between the old words and the order: «по тексту», «в графе «2021 год»»."""
    thing: str = ""
    """What is worded anew, where the order names it behind itself: «изложив приложение в новой редакции»."""


def instructions_of(text: str) -> tuple[Instruction, ...]:
    """The orders of a paragraph, from left to right; what stands in quotation marks orders nothing."""
    shown = hidden(text)
    found = [
        *_replaced(text, shown),
        *(
            Instruction("wording", one.start(), one.end(), thing=text[one.start("object") : one.end("object")])
            for one in _WORDING.finditer(shown)
        ),
    ]
    for kind, form in _OTHERS:
        for one in form.finditer(shown):
            if not any(other.start < one.end() and one.start() < other.end for other in found):
                found.append(Instruction(kind, one.start(), one.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def names_an_order(text: str) -> bool:
    """Whether a paragraph speaks of a change at all, be it understood or not."""
    return _ORDERS.search(text) is not None


def is_everywhere(text: str) -> bool:
    return _EVERYWHERE.search(hidden(text)) is not None


def _replaced(text: str, shown: str) -> Iterator[Instruction]:
    for one in _REPLACED.finditer(shown):
        form = "_behind" if one["old_behind"] else ""
        old = tuple(_items(text, shown, one.span(f"old{form}")))
        new = tuple(_items(text, shown, one.span(f"new{form}")))
        is_of_numbers = all(_ONE_NUMBER.fullmatch(item) for item in (*old, *new))
        within = "" if form else text[one.start("between") : one.end("between")]
        yield Instruction("numbers" if is_of_numbers else "words", one.start(), one.end(), old, new, within.strip(" ,"))


def _items(text: str, shown: str, span: tuple[int, int]) -> Iterator[str]:
    """What a list names, without quotation marks; a unit behind the mark goes with it."""
    quotes = {one.start: one for one in quotes_of(text)}
    for item in re.compile(_ITEM, re.IGNORECASE).finditer(shown, *span):
        quote = quotes.get(item.start())
        if quote:
            yield f"{quote.text} {text[quote.end : item.end()].strip()}".strip()
        else:
            yield text[item.start() : item.end()].strip()
