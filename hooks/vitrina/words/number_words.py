"""Numbers written as Russian words, in any case: «двух», «двадцать пять», «третий», «половина»."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

_ORDINAL = "ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми"
_SOFT = "ь|и|ью"
_FORMS: Mapping[str, str] = {
    "0": rf"нол[ьяюе]|нул[ьяюе]|нулев(?:{_ORDINAL})",
    "1": rf"один|одн(?:а|о|ого|ому|им|ом|ой|у|и|их|ими)|перв(?:{_ORDINAL})",
    "2": rf"дв[ае]|двух|двум|двумя|дво(?:е|их|им|ими)|втор(?:{_ORDINAL})",
    "3": r"три|тр[её]х|тр[её]м|тремя|тро(?:е|их|им|ими)|трет(?:ий|ьего|ьему|ьим|ьем|ья|ьей|ью|ье|ьи|ьих|ьими)",
    "4": rf"четыр(?:е|[её]х|[её]м|ьмя)|четвер(?:о|ых|ым|ыми)|четв[её]рт(?:{_ORDINAL})",
    "5": rf"пят(?:{_SOFT})|пятер(?:о|ых)|пят(?:{_ORDINAL})",
    "6": rf"шест(?:{_SOFT})|шестер(?:о|ых)|шест(?:{_ORDINAL})",
    "7": rf"сем(?:{_SOFT})|семер(?:о|ых)|седьм(?:{_ORDINAL})",
    "8": rf"восемь|восьм(?:и|ью|{_ORDINAL})|восемью",
    "9": rf"девят(?:{_SOFT}|{_ORDINAL})",
    "10": rf"десят(?:{_SOFT}|{_ORDINAL})",
    **{
        str(number): rf"{stem}надцат(?:{_SOFT}|{_ORDINAL})"
        for number, stem in enumerate(("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"), start=11)
    },
    "20": rf"двадцат(?:{_SOFT}|{_ORDINAL})",
    "30": rf"тридцат(?:{_SOFT}|{_ORDINAL})",
    "40": rf"сорок|сорока|сороков(?:{_ORDINAL})",
    "50": rf"пятьдесят|пятидесят(?:и|{_ORDINAL})|пятьюдесятью",
    "60": rf"шестьдесят|шестидесят(?:и|{_ORDINAL})|шестьюдесятью",
    "70": rf"семьдесят|семидесят(?:и|{_ORDINAL})|семьюдесятью",
    "80": rf"восемьдесят|восьмидесят(?:и|{_ORDINAL})|восемьюдесятью",
    "90": rf"девяност(?:о|а|{_ORDINAL})",
    "100": rf"сто|ста|сот(?:{_ORDINAL})",
    "200": r"двести|двухсот|двумстам|двумястами|двухстах",
    "300": r"триста|тр[её]хсот|тр[её]мстам|тремястами|тр[её]хстах",
    "400": r"четыреста|четыр[её]хсот|четыр[её]мстам|четырьмястами|четыр[её]хстах",
    **{
        str(number): rf"{stem}(?:ьсот|исот|истам|ьюстами|истах)"
        for number, stem in ((500, "пят"), (600, "шест"), (700, "сем"), (900, "девят"))
    },
    "800": r"восемьсот|восьмисот|восьмистам|восемьюстами|восьмистах",
    "0.5": r"половин(?:а|ы|е|у|ой)",
    "0.25": r"четверт(?:ь|и|ью)",
    "1.5": r"полтора|полторы|полутора",
}
_SCALES: Mapping[str, str] = {
    "1000": r"тысяч(?:а|и|е|у|ей|ам|ами|ах)?",
    "1000000": r"миллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    "1000000000": r"миллиард(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
}
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_NUMBER = {Decimal(value): re.compile(forms) for value, forms in _FORMS.items()}
_SCALE = {Decimal(value): re.compile(forms) for value, forms in _SCALES.items()}


def spelled_numbers(text: str) -> Iterator[Decimal]:
    """Every number that a text spells, one made of several words as one: «сто двадцать пять тысяч» is 125000."""
    whole, part, last, before = Decimal(0), None, None, 0
    for word in _WORD.finditer(text.casefold()):
        between = text[before : word.start()].strip()
        before = word.end()
        number = _meaning(word[0], _NUMBER)
        scale = _meaning(word[0], _SCALE) if number is None else None
        if part is not None and (between or (number is None and scale is None)):
            yield whole + part
            whole, part, last = Decimal(0), None, None
        if number is not None:
            if part is not None and last is not None and not _follows(number, last):
                yield whole + part
                whole, part = Decimal(0), None
            part = (part or Decimal(0)) + number
            last = number
        elif scale is not None and part is not None:
            whole, part, last = whole + part * scale, Decimal(0), scale
    if part is not None:
        yield whole + part


def _meaning(word: str, known: Mapping[Decimal, re.Pattern[str]]) -> Decimal | None:
    return next((value for value, forms in known.items() if forms.fullmatch(word)), None)


def _follows(number: Decimal, last: Decimal) -> bool:
    """Whether a word goes on with the number before it: hundreds, tens below twenty not, units."""
    if last >= 1000:
        return True
    return (last >= 100 and number < 100) or (20 <= last < 100 and 0 < number < 10)
