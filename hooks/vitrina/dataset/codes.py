"""Codes of the budget classification (КБК) in a cell: text in which leading zeros, spaces and «xxx» matter.

What each code is made of: order of the Ministry of Finance of Russia of 24.05.2022 No. 82н.
"""

import re
from dataclasses import dataclass

from vitrina.dataset.cells import Cell, refuse
from vitrina.dataset.descriptions import describe

_DATE = re.compile(
    r"\d{1,2}[./-](?:\d{1,2}[./-])?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,4}[.-][а-яё]{3}\.?|[а-яё]{3}\.?[.-]\d{2,4}",
    re.IGNORECASE,
)
_POWER = re.compile(r"\d(?:[.,]\d+)?[EeЕе]\+?\d+")
_SEVERAL = re.compile("[xXхХ]+")
"""«xxx»: several codes at once, Latin or Russian letters."""
_SEVERAL_LONG = (len("x"), len("xxx"))
_MIXED = re.compile("(?=.*[xX])(?=.*[хХ])[xXхХ ]+")
_LATIN = str.maketrans("хХ", "xX")
_O_FOR_ZERO = str.maketrans("ОоOo", "0000")
_LETTERS_FOR_DIGITS = str.maketrans("ОоOoЗзlI", "00003311")


@dataclass(frozen=True, slots=True)
class Code:
    """One code: how many characters a value has, and whether letters may stand among its digits."""

    name: str
    length: int
    letters: bool = False
    zero_first: bool = True
    """A code may begin with a zero, which Excel takes away."""

    def parse(self, text: str) -> tuple[str, ...]:
        """The values of a cell, as written. Raises `PydanticCustomError`."""
        if _POWER.fullmatch(text):
            raise refuse("code_power", length=self.length)
        if _DATE.fullmatch(text):
            raise refuse("code_date", length=self.length)
        values = tuple(value.strip() for value in text.split(","))
        for value in values:
            if not self._fits(value):
                raise self._refused(values, value)
        return tuple(value.translate(_LATIN) if _MIXED.fullmatch(value) else value for value in values)

    def _fits(self, value: str) -> bool:
        bare = value.replace(" ", "")
        if _SEVERAL.fullmatch(bare):
            return len(bare) in (*_SEVERAL_LONG, self.length)
        allowed = "[0-9A-NP-ZА-НП-ЯЁa-kmnp-zа-жй-нп-яё]" if self.letters else "[0-9]"  # an О is no zero, an l no one
        return re.fullmatch(f"{allowed}{{{self.length}}}", bare) is not None

    def _refused(self, values: tuple[str, ...], culprit: str) -> Exception:
        mended = self._mended(values)
        hints: dict[str, str | int] = {"length": self.length, **({"mended": mended} if mended else {})}
        bare = culprit.replace(" ", "")
        if culprit.isdigit() and len(culprit) < self.length:
            if mended and culprit == values[-1] and len(values) > 1:
                return refuse("code_lost_last", **hints)  # 610,620 is a number to Excel, and a number ends in no zero
            if self.zero_first:
                return refuse("code_lost_zero", **hints)
        if re.search(r"[^\W\d]", bare) and not self.letters:
            return refuse("code_letter", **hints)
        if alike := re.search("[ОоOolз]", bare):
            return refuse("code_letter_alike", letter=alike[0], **hints)
        return refuse("code_length", **hints)

    def _mended(self, values: tuple[str, ...]) -> str:
        """What was most likely meant, "" where nobody can tell."""
        mended = [self._mended_value(value, is_last=0 < place == len(values) - 1) for place, value in enumerate(values)]
        whole = ",".join(mended)
        is_another_thing = _POWER.fullmatch(whole) or _DATE.fullmatch(whole)
        return whole if all(self._fits(value) for value in mended) and not is_another_thing else ""

    def _mended_value(self, value: str, is_last: bool) -> str:
        digits = value.translate(_O_FOR_ZERO if self.letters else _LETTERS_FOR_DIGITS)
        if len(digits) != self.length - 1 or not digits.isdigit():
            return digits  # Excel leaves no space in what it took for a number
        if is_last:
            return f"{digits}0"
        return f"0{digits}" if self.zero_first else digits


def code(name: str, length: int, *, letters: bool = False, zero_first: bool = True) -> Cell:
    """A cell with one code, or several with commas between them."""
    return Cell("pattern", Code(name, length, letters, zero_first).parse)


GRBS = code("grbs", 3)
RZPR = code("rzpr", 4)
CSR = code("csr", 10, letters=True)
VR = code("vr", 3, zero_first=False)


describe(
    "code_power",
    "«{value}» — так Excel записал длинный код, и цифры потерялись.",
    "Задайте столбцу формат «Текстовый» и впишите код из документа заново: знаков в нём должно быть {length}.",
)
describe(
    "code_date",
    "«{value}» — это дата: так Excel понял код.",
    "Задайте столбцу формат «Текстовый» и впишите код из документа заново: знаков в нём должно быть {length}.",
)
describe(
    "code_lost_last",
    "«{value}» — последний код короче, чем нужно: Excel принял список за дробь и убрал ноль в конце.",
    "Задайте столбцу формат «Текстовый» и впишите коды из документа заново.",
    write="Задайте столбцу формат «Текстовый» и впишите {mended}, если в документе так.",
)
describe(
    "code_lost_zero",
    "«{value}» — в коде не хватает цифр: знаков должно быть {length}. Возможно, Excel съел ноль в начале.",
    "Задайте столбцу формат «Текстовый» и впишите код из документа заново.",
    write="Если так и есть, задайте столбцу формат «Текстовый» и впишите {mended}.",
)
describe(
    "code_letter",
    "«{value}» — в этом коде бывают только цифры.",
    "Впишите код из документа; если там ххх, так и напишите.",
    write="Может быть, {mended}? Сверьте с документом.",
)
describe(
    "code_letter_alike",
    "«{value}» — в коде буква «{letter}», которую не отличить от цифры.",
    "Впишите код из документа заново, с цифрой.",
    write="Если там ноль, впишите {mended}; сверьте с документом.",
)
describe(
    "code_length",
    "«{value}» — в этом коде знаков должно быть {length}, пробелы не считаются.",
    "Сверьте с документом; несколько кодов пишут через запятую.",
)
