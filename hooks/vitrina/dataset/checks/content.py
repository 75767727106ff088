"""The passport names the years, and the lines form a tree."""

import re
from collections.abc import Iterator, Mapping

from vitrina.dataset.checks.documents import published
from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables.choices import TEXTS
from vitrina.dataset.territory import read_kind

_YEAR = r"((?:19|20)\d\d)(?:/((?:19|20)?\d\d)(?!\d))?"
_PERIOD = re.compile(rf"(?<!\d){_YEAR}(?:\s*[-\u2010-\u2015\u2212]\s*{_YEAR})?(?!\d)")
LONGEST_PERIOD = 50  # years


def read_period(text: str) -> range | None:
    """The years of «2014-2024 годы», or None when the text names no years.

    School years, «2021/22–2024/25 учебные годы», touch the calendar years from 2021 to 2025.
    """
    match = _PERIOD.search(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[3] or match[1])
    if ends := match[4] if match[3] else match[2]:
        last = int(ends) if len(ends) == len("2022") else last + (int(ends) - last) % 100
    return range(first, last + 1) if first <= last < first + LONGEST_PERIOD else None


def programme_years(passport: Records) -> range | None:
    """The programme's years, None when the passport does not tell them."""
    periods = [value for _, (field, value) in passport.rows("field", "value") if field == "period"]
    return read_period(periods[0]) if periods else None


@check_of("passport")
def passport_problems(passport: Records) -> Iterator[Problem]:
    fields = passport.of("field")
    if "field" in passport.raw and passport.is_whole:
        for needed in ("name", "period"):
            if needed not in fields:
                yield Problem(passport.file, None, "field", None, "passport_without", {"name": needed})
    for index, (field, value) in passport.rows("field", "value"):
        if field == "period" and read_period(value) is None:
            yield passport.problem(index, "value", "period")
        if field == "kind" and read_kind(value) is None:
            yield passport.problem(index, "value", "programme_kind")


@check_of("texts")
def text_problems(texts: Records) -> Iterator[Problem]:
    """Our words that pages cannot do without."""
    if "id" in texts.raw and texts.is_whole:
        for needed in TEXTS:
            if needed not in texts.of("id"):
                yield Problem(texts.file, None, "id", None, "texts_without", {"name": needed})


@check_of("lines")
def line_problems(lines: Records) -> Iterator[Problem]:
    if "programme" not in lines.of("kind") and lines.is_whole and lines.numbers:
        yield Problem(lines.file, None, "kind", None, "no_programme")
        return
    parents: dict[str, str | None] = {}
    programmes: list[int] = []
    for index, (identity, parent, kind) in lines.rows("id", "parent", "kind"):
        parents[identity] = parent
        if kind == "programme":
            programmes.append(index)
            if parent is not None:
                yield lines.problem(index, "parent", "programme_with_parent")
        elif parent is None:
            yield lines.problem(index, "parent", "line_without_parent")
    for index in programmes[1:]:
        yield lines.problem(index, "kind", "second_programme", first=lines.numbers[programmes[0]])
    yield from _parent_problems(lines, parents)


def _parent_problems(lines: Records, parents: Mapping[str, str | None]) -> Iterator[Problem]:
    """Nothing is a part of itself or of a measure, and a subprogramme only of the programme."""
    kinds: Mapping[str, str] = dict(row for _, row in lines.rows("id", "kind"))
    for index, (identity, parent, kind) in lines.rows("id", "parent", "kind"):
        above = kinds.get(parent or "")
        if circles(identity, parents):
            yield lines.problem(index, "parent", "circle")
        elif above == "measure":
            yield lines.problem(index, "parent", "part_of_measure")
        elif (kind, above) == ("subprogramme", "subprogramme"):
            yield lines.problem(index, "parent", "part_of_subprogramme")


@check_of("lines", "documents")
def filled_lines(lines: Records, documents: Records | None) -> Iterator[Problem]:
    """Notices: a document that a line still waits for has been published."""
    at_hand = published(documents) if documents else set()
    for column in ("money_in", "described_in"):
        for index, (document,) in lines.rows(column):
            if document in at_hand:
                yield lines.notice(index, column, "line_filled")


def circles(line: str, parents: Mapping[str, str | None]) -> bool:
    """Whether going up from one thing to what it is a part of leads back to it."""
    seen: set[str] = set()
    above = parents.get(line)
    while above is not None and above not in seen:
        if above == line:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


describe(
    "period",
    "«{value}» — по этим словам не понять, какие годы у программы.",
    "Нужны слова документа с первым и последним годом, например 2014-2024 годы.",
)
describe(
    "passport_without",
    "в паспорте нет записи {name}.",
    "Добавьте строку, у которой в столбце «Поле» (field) стоит {name}.",
)
describe(
    "programme_kind",
    "«{value}» — вид программы по этим словам не понять.",
    "Скопируйте слова документа: «Муниципальная программа», «Государственная программа» или «Ведомственная "
    "целевая программа».",
)
describe(
    "texts_without",
    "в таблице нет текста {name}.",
    "Добавьте строку с кодом {name}: о чём он, сказано в README.md набора данных.",
)
describe(
    "no_programme",
    "нет строки самой программы.",
    "Добавьте строку, у которой в столбце «Вид» (kind) стоит programme (программа).",
)
describe(
    "programme_with_parent",
    "программа не может входить в «{value}».",
    "Очистите ячейку: программа ни во что не входит.",
)
describe("line_without_parent", "не сказано, во что входит эта строка.", "Впишите код программы или подпрограммы.")
describe(
    "second_programme",
    "вторая строка вида «{value}», первая стоит в строке {first}.",
    "Оставьте одну; у остальных вид subprogramme (подпрограмма) или measure (мероприятие).",
)
describe("circle", "«{value}» — круг: строка через другие входит сама в себя.", "Исправьте, во что входит одна из них.")
describe(
    "part_of_measure",
    "«{value}» — это мероприятие, в него ничего не входит.",
    "Впишите код подпрограммы или программы.",
)
describe(
    "part_of_subprogramme",
    "«{value}» — это подпрограмма, а подпрограмма входит только в саму программу.",
    "Впишите код программы или исправьте вид строки.",
)
describe(
    "line_filled",
    "«{value}» — этот документ теперь опубликован.",
    "Внесите в таблицы то, что в нём сказано, и очистите ячейку.",
)
