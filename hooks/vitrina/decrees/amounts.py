"""Numbers and units of money as decrees print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vitrina.decrees.values import ROUBLES, Doubt, Unit
from vitrina.words.numbers import SPACES

_S = f"[{SPACES}]"
_UNIT = (
    rf"(?:(?P<scale>тыс(?:яч[аи]?)?\.?|млн\.?|миллион(?:ов|а)?\.?|млрд\.?|миллиард(?:ов|а)?\.?|т\.(?={_S}?р)){_S}*\n?{_S}*)?"
    r"(?P<roubles>руб(?:л(?:ей|я|ь|и|ях))?(?![а-яё])\.?|р\.|₽)"
)
_BARE = r"(?P<bare>тыс\.(?![а-яё ]*чел)|млн\.?|млрд\.?)(?![а-яё])"
UNIT = re.compile(rf"(?<![а-яё]){_UNIT}", re.IGNORECASE)
_GROUPED = rf"\d{{1,3}}(?:{_S}\d{{3}})+(?!\d)(?:[.,]\d+)?"
_POINTED = r"\d{1,3}(?:\.\d{3})+,\d{1,5}|\d{1,3}(?:,\d{3})+\.\d{1,5}|\d{1,3}(?:[.]\d{3}){2,}|\d{1,3}(?:[,]\d{3}){2,}"
_PLAIN = r"\d+(?:[.,]\d+)?"
NUMBER = re.compile(rf"(?<![\d])(?<!\d[.,])(?P<number>{_GROUPED}|{_POINTED}|{_PLAIN})(?!\d)(?![.,]\d)")
_PAGE = r"(?:\n\s*(?:[-‐-―]\s*)?\d{1,3}(?:\s*[-‐-―])?\s*(?=\n))?"  # a page's own number between two pages
# What goes on with the digits of a number on the next line, before the unit: a number that a page or a line has cut.
_CONTINUED = re.compile(
    rf"(?P<tail>[.,]?){_S}*{_PAGE}[\n\f]\s*(?P<rest>[.,]?\d{{3}}(?:{_S}\d{{3}})*(?:[.,]\d+)?|[.,]?\d{{1,5}})(?={_S}*\n?{_S}*(?:тыс|руб|млн|млрд|р\.|т\.))",
    re.IGNORECASE,
)
_LOST_COMMA = re.compile(rf"{_S}(?P<rest>\d{{1,2}})(?!\d)(?={_S}*(?:тыс|руб|млн|млрд|$|[;.]))", re.IGNORECASE)
_KOPECKS = re.compile(rf"{_S}*(?P<kopecks>\d\d?){_S}*коп[а-яё]*\.?", re.IGNORECASE)
_IN_WORDS = r"(?:\([а-яё\s-]+\))?"  # «3 000 000 (три миллиона) рублей»
_AFTER = re.compile(rf"[⁰¹²³⁴-⁹]*{_S}*\(?\n?{_S}*{_IN_WORDS}{_S}*\n?{_S}*(?:{_UNIT}|{_BARE})", re.IGNORECASE)
_NOT_MONEY = re.compile(
    rf"{_S}*(?:%|процент|чел|ед\.|единиц|год|г\.|гг|лет|мест|дет[еяи]|учрежд|шт|кв\.|км|га\b|-(?:ФЗ|п|р|[а-яё]{{1,3}})\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(rf"(?<![а-яёa-z])\d[\d{SPACES}.,]*[ООOoоЗзЗlI][\d.,{SPACES}]*(?={_S}*(?:тыс|руб|млн))")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that may be money: its value, its unit if one stands behind it, and where both stand in their text."""

    value: Decimal
    unit: Unit | None
    start: int
    end: int
    doubts: tuple[Doubt, ...] = ()


def unit_of(text: str) -> Unit | None:
    """The first unit of money that some words name: «(тыс. рублей)»."""
    found = UNIT.search(text)
    return _unit(found["scale"]) if found else None


def _unit(scale: str | None) -> Unit:
    if not scale:
        return "rouble"
    start = scale.lower()[:3]
    return (
        "thousand"
        if start.startswith("т")
        else "million"
        if start in {"млн", "мил"} and "лиард" not in scale.lower()
        else "billion"
    )


def amounts_of(text: str) -> Iterator[Amount]:
    """Every number with a unit of money, and every other number that could be an amount, from left to right."""
    at = 0
    while found := NUMBER.search(text, at):
        amount = _amount(text, found)
        at = amount.end if amount else found.end()
        if amount and (small := _smaller_part(text, amount)):
            amount, at = small, small.end
        if amount:
            yield amount


def _amount(text: str, found: re.Match[str]) -> Amount | None:
    printed, end = found["number"], found.end()
    doubts: list[Doubt] = []
    value, two = number_of(printed)
    if two:
        doubts.append("two-readings")
    if cut := _CONTINUED.match(text, end):
        joined, _ = number_of(re.sub(rf"{_S}", "", printed) + cut["tail"] + cut["rest"])
        value, end = joined, cut.end()
        doubts.append("cut")
    elif (lost := _LOST_COMMA.match(text, end)) and not re.search("[.,]", printed) and not _NOT_MONEY.match(text, end):
        value, end = Decimal(f"{re.sub(f'{_S}', '', printed)}.{lost['rest']}"), lost.end()
        doubts.append("two-readings")
    if _NOT_MONEY.match(text, end):
        return None
    unit: Unit | None = None
    if after := _AFTER.match(text, end):
        unit, end = _unit(after["scale"] or after["bare"]), after.end()
        if unit == "rouble" and (kopecks := _KOPECKS.match(text, end)):
            end = kopecks.end()
            if value % 1:
                doubts.append("two-readings")  # «100,5 руб. 50 коп.»
            else:
                value += Decimal(kopecks["kopecks"]).scaleb(-2)
    return Amount(value, unit, found.start(), end, tuple(doubts))


def _smaller_part(text: str, large: Amount) -> Amount | None:
    """«10 млн 500 тыс. рублей» as one amount, in its smaller unit; None where no smaller part follows at once."""
    found = NUMBER.match(text, large.end + len(text[large.end :]) - len(text[large.end :].lstrip(f"{SPACES}\n")))
    small = (
        _amount(text, found) if found and large.unit and "руб" not in text[large.start : large.end].lower() else None
    )
    if small is None or small.unit is None or large.unit is None:
        return None
    value = large.value * ROUBLES[large.unit] / ROUBLES[small.unit] + small.value
    fits = ROUBLES[small.unit] < ROUBLES[large.unit] and small.value * ROUBLES[small.unit] < ROUBLES[large.unit]
    return Amount(value, small.unit, large.start, small.end, (*large.doubts, *small.doubts)) if fits else None


def number_of(printed: str) -> tuple[Decimal, bool]:
    """A number as printed, and whether it can be read in two ways: «447.679» is 447679 or 447,679."""
    plain = re.sub(rf"{_S}|['’]", "", printed)
    points = re.findall("[.,]", plain)
    if len(points) > 1:
        if points[0] == points[-1]:
            return Decimal(re.sub("[.,]", "", plain)), False
        whole, _, part = plain.rpartition(points[-1])
        return Decimal(f"{re.sub('[.,]', '', whole)}.{part}"), False
    two = re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain) is not None
    return Decimal(plain.replace(",", ".")), two


def looks_like_year(amount: Amount, text: str) -> bool:
    """Whether a number without a unit is more likely a year."""
    return amount.unit is None and _YEAR.fullmatch(text[amount.start : amount.end].strip()) is not None


def spoiled_numbers(text: str) -> list[str]:
    """Numbers in which letters stand for digits."""
    return [one.group().strip() for one in _LETTERS.finditer(text)]
