"""A unit says which numbers it can have: whole ones, any above nought, a share of a hundred, a growth, any at all.

Where the table does not say its kind, the unit and the name do: «балл» is measured, «Доля …» a share.
"""

import re
from collections.abc import Iterator, Mapping

from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables.answers import SEPARATOR, forms_of
from vitrina.dataset.tables.translations import language_of
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.plurals import counts

SHARE = "%"
_OF_PERCENT = ("share", "rate", "signed")
_OF_OTHERS = ("counted", "measured", "signed")
_SHARES = re.compile(r"\bдол[яией]\w*|\bудельн\w+ вес", re.IGNORECASE)
_RATES = re.compile(
    r"\b(?:темп|(?:при)?рост|индекс|исполнени|выполнени|изменени|динамик|снижени|увеличени|уменьшени|отклонени)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:прирост|сальдо|баланс|изменени|отклонени|разниц|убыл|динамик|миграц|финансов\w+ результат)", re.IGNORECASE
)
_MEASURED = re.compile(
    r"(?<![^\W\d_])(?:балл|оцен|гектар|га\b|(?:кило|санти|милли|кубо)?метр|к?м\b|тонн|(?:кило)?грамм|литр|рубл|тыс|мл[нр]"
    r"|миллион|миллиард|час|минут|секунд|год|лет|месяц|недел|ден|дня|сут|пункт|градус|коэффициент|индекс|процент|промилле"
    r"|(?:кило|мега|гига)?(?:ватт|калор|джоул|байт|бит)|[кМГ]?Вт|Гкал|раз\b|раза\b|ставк|квадратн|кубическ|погонн|услов)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\bсредн|\bна (?:одного|одну|одно|каждого|душу|\d)|\bв расч[её]те на", re.IGNORECASE)
_TWO_READINGS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


def unit_problems(records: Records) -> Iterator[Problem]:
    """Units of a table that are neither."""
    for index, (unit,) in records.rows("unit"):
        if unit != SHARE and not _is_forms(unit, len(counts(SOURCE_LANGUAGE))):
            yield records.problem(index, "unit", "unit_forms", example=records.table.column("unit").example)


def unit_kinds(measured: Records | None) -> Mapping[str, str | None]:
    """The kind of unit of every indicator or service; None of a per cent that may be a share or a rate."""
    rows = measured.rows("id", "unit", "name", "unit_kind") if measured else ()
    return {identity: said or _kind(unit, name) for _, (identity, unit, name, said) in rows}


def _kind(unit: str, name: str) -> str | None:
    if unit == SHARE:
        share, rate = _SHARES.search(name), _RATES.search(name)
        if share and not (rate and rate.start() < share.start()):
            return "share"
        return "rate" if rate else None
    if _SIGNED.search(name):
        return "signed"
    return "measured" if _MEASURED.search(unit) or _AVERAGE.search(name) else "counted"


def kind_problems(measured: Records) -> Iterator[Problem]:
    """A kind that the unit cannot be of: per cent are not counted, and pieces are no share."""
    for index, (unit, said) in measured.rows("unit", "unit_kind"):
        if said is not None and said not in (_OF_PERCENT if unit == SHARE else _OF_OTHERS):
            yield measured.problem(
                index,
                "unit_kind",
                "kind_of_another_unit",
                unit=unit,
                percent=", ".join(_OF_PERCENT),
                other=", ".join(_OF_OTHERS),
            )


def number_problems(records: Records, column: str, identity: str, kinds: Mapping[str, str | None]) -> Iterator[Problem]:
    """Numbers that their unit cannot have. `identity` is the column that tells what was measured."""
    for index, (of, value) in records.rows(identity, column):
        if value is None or of not in kinds:
            continue
        raw = records.raw[column][index].strip()
        kind = kinds[of]
        if kind in ("share", None) and not 0 <= value <= 100:
            if kind:
                yield records.problem(index, column, "share_outside", name="unit_kind", kind="rate")
            else:
                hints = {"name": "unit_kind", "rate": "rate", "share": "share"}
                yield records.notice(index, column, "share_or_rate", **hints)
        elif kind in ("counted", "measured") and value < 0:
            yield records.problem(index, column, "count_below_zero", name="unit_kind", kind="signed")
        elif kind == "counted" and _TWO_READINGS.fullmatch(raw):
            first, second = raw.replace(".", ","), re.sub("[.,]", "", raw)
            yield records.problem(index, column, "two_readings", first=first, second=second)
        elif kind == "counted" and value != value.to_integral_value():
            yield records.problem(index, column, "count_not_whole", name="unit_kind", kind="measured")


def unit_translations(records: Records, translations: Records) -> Iterator[Problem]:
    """A language has forms of its own number: English two where Russian has three."""
    numbers = counts(language_of(translations.table) or SOURCE_LANGUAGE)
    units: Mapping[str, str] = dict(row for _, row in records.rows("id", "unit"))
    for index, (table, identity, field, text) in translations.rows("table", "id", "field", "text"):
        is_count = (table, field) == (records.table.name, "unit") and units.get(identity, SHARE) != SHARE
        if is_count and not _is_forms(text, len(numbers)):
            after = ", ".join(map(str, numbers))
            yield translations.problem(index, "text", "unit_forms_translated", numbers=after, count=len(numbers))


def _is_forms(text: str, count: int) -> bool:
    return text.count(SEPARATOR) == count - 1 and len(forms_of(text)) == count


describe(
    "unit_forms",
    "«{value}» — не единица: нужен знак % или три формы слова через черту.",
    "Напишите, например, {example}.",
)
describe(
    "kind_of_another_unit",
    "«{value}» — единица «{unit}» такого вида не бывает.",
    "У процентов вид {percent}, у остального {other}.",
)
describe(
    "share_outside",
    "«{value}» — доля бывает только от 0 до 100 %.",
    "Сверьте число с документом. Если это не доля, а рост или выполнение, впишите {kind} в столбец «Вид "
    "единицы» ({name}).",
)
describe(
    "share_or_rate",
    "«{value}» — меньше нуля или больше 100 %. Так бывает у роста, но не у доли.",
    "Сверьте число с документом и скажите в столбце «Вид единицы» ({name}), что это: рост или выполнение — "
    "{rate}, доля — {share}.",
)
describe(
    "count_below_zero",
    "«{value}» — меньше нуля здесь не бывает.",
    "Сверьте число с документом. Если меньше нуля бывает (прирост, сальдо), впишите {kind} в столбец «Вид "
    "единицы» ({name}).",
)
describe(
    "count_not_whole",
    "«{value}» — то, что считают поштучно, бывает только целым.",
    "Сверьте число с документом. Если это не считают, а измеряют (баллы, километры), впишите {kind} в столбец "
    "«Вид единицы» ({name}).",
)
describe(
    "unit_forms_translated",
    "«{value}» — у единицы на этом языке должно быть столько форм через черту: {count}.",
    "Впишите слово, как оно стоит после чисел {numbers}.",
)
