"""What was read, told to people in their language."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from vitrina.decrees.amendments import Amendment
from vitrina.decrees.assignments import Service, ServiceValue
from vitrina.decrees.codes import LineCodes
from vitrina.decrees.decree import Decree
from vitrina.decrees.indicators import Indicator, IndicatorValue
from vitrina.decrees.passport import Entry
from vitrina.decrees.values import PROGRAMME, TOTAL, LeftOut, Sum, Value
from vitrina.words import Words
from vitrina.words.catalogue import sentence

DOUBTS: Mapping[str, str] = {
    "two-readings": sentence("число можно прочесть двумя способами"),
    "cut": sentence("число разорвано концом строки или страницы"),
    "wrapped": sentence("число стоит в ячейке в две строки"),
    "no-unit": sentence("не сказано, в рублях это или в тысячах"),
    "no-year": sentence("не сказано, за какой год эти деньги"),
    "stage": sentence("не сказано, план это или факт"),
    "unit-of-another": sentence("единица взята у соседней суммы"),
    "several-sources": sentence("названо сразу несколько источников"),
    "unknown-source": sentence("на месте источника стоит другое название"),
    "of-which": sentence("это часть другой суммы"),
    "of-which-year": sentence("у части назван другой год, чем у целого"),
    "overlap": sentence("этапы или годы накладываются друг на друга"),
    "part-of-year": sentence("это за часть года, а не за весь год"),
    "each-year": sentence("сумма дана на каждый год, а не на все годы вместе"),
    "line": sentence("непонятно, чьи это деньги: всей программы или её части"),
    "repeated": sentence("в другом месте документа эта сумма другая"),
    "sum": sentence("итог не сходится с суммой частей"),
    "year": sentence("год стоит в заголовке таблицы не один раз"),
    "structure": sentence("непонятно, к чему она относится: к году или к источнику"),
    "name": sentence("непонятно, где кончается название"),
    "words": sentence("рядом стоят слова, которых программа не поняла"),
}
WHY: Mapping[str, str] = {
    "not-funding": sentence("это деньги, но не финансирование программы"),
    "columns": sentence("заголовок столбца не говорит, за какой год эти деньги"),
    "assignment": sentence("это муниципальное задание: не названа услуга или то, чем меряют её объём"),
    "note": sentence("это примечание: в таблицах программы для него нет места"),
    "unruled": sentence("это строка таблицы без линий: столбцы не разобрать"),
    "letters": sentence("в числе есть буквы или посторонние знаки"),
    "amendment": sentence("это поправка: чьи деньги она меняет, видно только по прежней редакции"),
}
SOURCES: Mapping[str, str] = {
    TOTAL: sentence("всего"),
    "federal": sentence("федеральный бюджет"),
    "regional": sentence("бюджет региона"),
    "local": sentence("местный бюджет"),
    "settlement": sentence("бюджет поселения"),
    "other": sentence("другой источник"),
}
LINES: Mapping[str, str] = {
    "subprogramme": sentence("подпрограмма {number}"),
    "measure": sentence("мероприятие {number}"),
}
SUBJECTS: Mapping[str, str] = {
    "name": sentence("название"),
    "basis": sentence("основание"),
    "executor": sentence("ответственный исполнитель"),
    "coexecutor": sentence("соисполнитель"),
    "subprogramme": sentence("подпрограмма"),
    "goal": sentence("цель"),
    "task": sentence("задача"),
    "indicators": sentence("перечень показателей"),
    "period": sentence("сроки"),
    "resources": sentence("деньги"),
    "result": sentence("ожидаемый результат"),
}
STAGES: Mapping[str, str] = {
    "baseline": sentence("исходное значение"),
    "plan": sentence("план"),
    "actual": sentence("факт"),
    "estimate": sentence("оценка"),
    "forecast": sentence("прогноз"),
}
KINDS: Mapping[str, str] = {
    "wording": sentence("новая редакция"),
    "numbers": sentence("замена чисел"),
    "words": sentence("замена слов"),
    "added": sentence("дополнение"),
    "removed": sentence("исключение"),
    "other": sentence("непонятная поправка"),
}
MONEY_STAGES: Mapping[str, str] = {
    "approved": sentence("бюджет как утверждён"),
    "revised": sentence("уточнённый план"),
    "actual": sentence("факт"),
}
"""Those that are told; any other amount is a plan."""
CODES = (sentence("ГРБС"), sentence("РзПр"), sentence("ЦСР"), sentence("ВР"))
UNITS: Mapping[str, str] = {
    "rouble": sentence("руб."),
    "thousand": sentence("тыс. руб."),
    "million": sentence("млн руб."),
    "billion": sentence("млрд руб."),
}


def as_text(file: Path, decree: Decree, words: Words) -> Iterator[str]:
    """The report for staff, a line at a time: what is sure, what is doubtful and why, what was left out."""
    reading = decree.money
    sure = sum(1 for value in reading.values if value.is_sure)
    yield words.say(
        "{file}: нашлось сумм: {count}. Читаются однозначно: {sure}, надо проверить: {doubtful}, не разобрано: {left}.",
        file=file.name,
        count=len(reading.values),
        sure=sure,
        doubtful=len(reading.values) - sure,
        left=sum(1 for one in decree.left_out if one.why != "amendment"),
    )
    sure_lines = [_line(value, words) for value in reading.values if value.is_sure]
    doubtful_lines = [_line(value, words) for value in reading.values if not value.is_sure]
    yield from _section(words.say("Читаются однозначно:"), sure_lines)
    yield from _section(words.say("Надо проверить:"), doubtful_lines)
    differences = [f"  {difference_text(one, words)}" for one in reading.sums if one.difference]
    yield from _section(words.say("Не сходится:"), differences)
    left_out = [_left(one, words) for one in decree.left_out if one.why != "amendment"]
    yield from _section(words.say("Не разобрано:"), left_out)
    yield from _section(words.say("Поправки:"), [amendment_line(one, words) for one in decree.amendments])
    yield from _section(words.say("Коды бюджета:"), [f"  {codes_text(one, words)}" for one in reading.codes])
    services = [line for one in reading.services for line in _service_lines(one, words)]
    yield from _section(words.say("Муниципальные задания:"), services)
    yield from _section(words.say("Паспорт:"), [_passport_line(one, words) for one in decree.passport.entries])
    indicators = [line for one in decree.indicators for line in _indicator_lines(one, words)]
    yield from _section(words.say("Показатели:"), indicators)


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", heading, *lines)


def _line(value: Value, words: Words) -> str:
    told = "  {whose}: {amount} — {place}: «{words}»".format(
        whose=whose(value, words),
        amount=amount_text(value, words),
        place=value.place,
        words=" ".join(value.words.split()),
    )
    if value.reason:
        told += " — " + words.say("причина: «{reason}»", reason=value.reason)
    return f"{told} ({reasons(value.doubts, words)})" if value.doubts else told


def amount_text(value: Value, words: Words) -> str:
    number = as_printed(value.amount, words)
    return f"{number} {words.say(UNITS[value.unit])}" if value.unit else number


def whose(one: Value | Sum, words: Words) -> str:
    """What an amount is of: the line of the programme, unless it is the whole, the source, the year and the stage."""
    return ", ".join(_of_amount(one, words))


def _of_amount(one: Value | Sum, words: Words) -> Iterator[str]:
    if one.line != PROGRAMME:
        yield line_text(one.line, words)
    yield one.source_name or words.say(SOURCES[one.source])
    yield words.say("за все годы") if one.year == TOTAL else one.year
    if one.stage in MONEY_STAGES:
        yield words.say(MONEY_STAGES[one.stage])
    if isinstance(one, Value):
        yield from filter(None, (one.of_which, one.administrator))


def line_text(line: str, words: Words) -> str:
    """What people call a line: «подпрограмма 1»."""
    kind, _, number = line.rpartition("-")
    return words.say(LINES[kind], number=number) if kind in LINES else line


def difference_text(one: Sum, words: Words) -> str:
    """Whose the total is, what is stated, what its parts come to, and by how much both differ."""
    digits = max(-int(one.difference.as_tuple().exponent), 0)
    return words.say(
        "{whose}: записано {stated}, а части дают {computed}, разница {difference}",
        whose=whose(one, words),
        stated=words.number(one.stated, digits),
        computed=words.number(one.computed, digits),
        difference=words.number(one.difference, digits),
    )


def codes_text(one: LineCodes, words: Words) -> str:
    """A line with who holds its money and by which budget codes."""
    line = words.say("вся программа") if one.line == PROGRAMME else " ".join(filter(None, (one.line, one.name)))
    codes = zip(CODES, (one.grbs, one.rzpr, one.csr, one.vr), strict=True)
    told = "; ".join(f"{words.say(kind)} {', '.join(values)}" for kind, values in codes if values)
    return f"{line}: {'; '.join(filter(None, (one.administrator, told)))} — {one.place}"


def _service_lines(one: Service, words: Words) -> Iterator[str]:
    yield f"  «{one.name}», {one.measured}, {one.unit} — {one.place}"
    for value in one.values:
        doubts = f" ({reasons(value.doubts, words)})" if value.doubts else ""
        yield f"    {service_text(one, value, words)}{doubts}"


def service_text(one: Service, value: ServiceValue, words: Words) -> str:
    """How much of a service, and what it costs: «2021, план: 120 чел., 3 400,0 тыс. руб.»."""
    year = words.say("за все годы") if value.year == TOTAL else value.year
    volume = [] if value.volume is None else [f"{as_printed(value.volume, words)} {one.unit}"]
    unit = f" {words.say(UNITS[value.cost_unit])}" if value.cost_unit else ""
    cost = [] if value.cost is None else [f"{as_printed(value.cost, words)}{unit}"]
    return f"{year}, {words.say(STAGES[value.stage])}: {', '.join((*volume, *cost))}"


def _left(one: LeftOut, words: Words) -> str:
    return f"  {one.place}: «{one.words}» ({words.say(WHY[one.why])})"


def amendment_line(one: Amendment, words: Words) -> str:
    """Where the order stands, what it does, to what, and its words."""
    return f"  {one.place}, {words.say(KINDS[one.kind])}: {f'{one.heading}: {one.words}' if one.heading else one.words}"


def _passport_line(one: Entry, words: Words) -> str:
    told = f"  {words.say(SUBJECTS[one.subject])} {one.number}".rstrip() + f": «{one.text}»"
    return f"{told} ({reasons(one.doubts, words)})" if one.doubts else told


def _indicator_lines(one: Indicator, words: Words) -> Iterator[str]:
    unit = f", {one.unit}" if one.unit else ""
    told = f"  {one.number} «{one.name}»{unit} — {one.place}"
    yield f"{told} ({reasons(one.doubts, words)})" if one.doubts else told
    for value in one.values:
        reason = f" — {words.say('причина: «{reason}»', reason=value.reason)}" if value.reason else ""
        doubts = f" ({reasons(value.doubts, words)})" if value.doubts else ""
        yield f"    {value.year}, {words.say(STAGES[value.stage])}: {value_text(value, words)}{reason}{doubts}"


def value_text(value: IndicatorValue, words: Words) -> str:
    """A value or a range with its sign: «≥ 95,5»."""
    upper = "" if value.upper is None else f"–{as_printed(value.upper, words)}"
    sign = "" if value.sign == "=" else f"{value.sign} "
    return f"{sign}{as_printed(value.value, words)}{upper}"


def reasons(doubts: Sequence[str], words: Words) -> str:
    return "; ".join(words.say(DOUBTS[doubt]) for doubt in doubts)


def as_printed(number: Decimal, words: Words) -> str:
    """With as many decimals as in the document."""
    return words.number(number, max(-int(number.as_tuple().exponent), 0))
