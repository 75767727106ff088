"""What was read, for people in their language and for programs as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from vitrina.decrees.amendments import Amendment
from vitrina.decrees.codes import LineCodes
from vitrina.decrees.decree import Decree
from vitrina.decrees.indicators import Indicator
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
    "unit-of-another": sentence("единица взята у соседней суммы"),
    "several-sources": sentence("названо сразу несколько источников"),
    "unknown-source": sentence("на месте источника стоит другое название"),
    "of-which": sentence("это часть другой суммы"),
    "of-which-year": sentence("у части назван другой год, чем у целого"),
    "overlap": sentence("этапы или годы накладываются друг на друга"),
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
    "note": sentence("это примечание: в таблицах программы для него нет места"),
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
    "other": sentence("программа не поняла"),
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


def as_json(decree: Decree) -> str:
    """One object: `rows`, `left_out`, `sums` and `codes` of money, `passport`, `indicators`, `amendments`; figures as
    text with a point, exactly as many digits as printed."""
    reading = decree.money
    content = {
        "rows": [_row(value) for value in reading.values],
        "left_out": [{"words": one.words, "place": one.place, "reason": one.why} for one in reading.left_out],
        "sums": [_sum(one) for one in reading.sums],
        "codes": [_codes(one) for one in reading.codes],
        "passport": [_entry(one) for one in decree.passport.entries],
        "indicators": [_indicator(one) for one in decree.indicators],
        "amendments": [_amendment(one) for one in decree.amendments],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _row(value: Value) -> dict[str, object]:
    return {
        "line": value.line,
        "source": value.source,
        "source_name": value.source_name,
        "year": value.year,
        "stage": value.stage,
        "amount": f"{value.amount:f}",
        "unit": value.unit,
        "of_which": value.of_which or value.administrator,
        "administrator": value.administrator,
        "explanation": value.reason,
        **_certainty(value.doubts),
        "place": value.place,
        "words": value.words,
    }


def _sum(one: Sum) -> dict[str, object]:
    return {
        "line": one.line,
        "source": one.source,
        "source_name": one.source_name,
        "year": one.year,
        "stage": one.stage,
        "parts": one.parts,
        "stated": f"{one.stated:f}",
        "computed": f"{one.computed:f}",
        "difference": f"{one.difference:f}",
        "unit": one.unit,
    }


def _codes(one: LineCodes) -> dict[str, object]:
    return {
        "line": one.line,
        "name": one.name,
        "administrator": one.administrator,
        "grbs": list(one.grbs),
        "rzpr": list(one.rzpr),
        "csr": list(one.csr),
        "vr": list(one.vr),
        "place": one.place,
        "words": one.words,
    }


def _entry(one: Entry) -> dict[str, object]:
    return {
        "subject": one.subject,
        "number": one.number,
        "text": one.text,
        **_certainty(one.doubts),
        "place": one.place,
    }


def _indicator(one: Indicator) -> dict[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "unit": one.unit,
        "weight": one.weight,
        "line": one.line,
        **_certainty(one.doubts),
        "place": one.place,
        "words": one.words,
        "values": [
            {
                "year": value.year,
                "stage": value.stage,
                "sign": value.sign,
                "value": f"{value.value:f}",
                "upper": None if value.upper is None else f"{value.upper:f}",
                **_certainty(value.doubts),
                "place": value.place,
                "words": value.words,
            }
            for value in one.values
        ],
    }


def _amendment(one: Amendment) -> dict[str, object]:
    return {
        "kind": one.kind,
        "subject": one.subject,
        "target": one.target,
        "old": list(one.old),
        "new": list(one.new),
        "place": one.place,
        "words": one.words,
    }


def _certainty(doubts: Sequence[str]) -> dict[str, object]:
    return {"certainty": "doubtful" if doubts else "sure", "reasons": list(doubts)}


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
        left=sum(1 for one in reading.left_out if one.why != "amendment"),
    )
    for heading, chosen in (
        (words.say("Читаются однозначно:"), [value for value in reading.values if value.is_sure]),
        (words.say("Надо проверить:"), [value for value in reading.values if not value.is_sure]),
    ):
        if chosen:
            yield ""
            yield heading
            yield from (_line(value, words) for value in chosen)
    wrong = [one for one in reading.sums if one.difference]
    if wrong:
        yield ""
        yield words.say("Не сходится:")
        yield from (_difference(one, words) for one in wrong)
    left_out = [one for one in reading.left_out if one.why != "amendment"]
    if left_out:
        yield ""
        yield words.say("Не разобрано:")
        yield from (_left(one, words) for one in left_out)
    if decree.amendments:
        yield ""
        yield words.say("Поправки:")
        yield from (amendment_line(one, words) for one in decree.amendments)
    if reading.codes:
        yield ""
        yield words.say("Коды бюджета:")
        yield from (_codes_line(one, words) for one in reading.codes)
    if decree.passport.entries:
        yield ""
        yield words.say("Паспорт:")
        yield from (_passport_line(one, words) for one in decree.passport.entries)
    if decree.indicators:
        yield ""
        yield words.say("Показатели:")
        for indicator in decree.indicators:
            yield from _indicator_lines(indicator, words)


def _line(value: Value, words: Words) -> str:
    told = "  {whose}: {amount} — {place}: «{words}»".format(
        whose=", ".join(_whose(value, words)),
        amount=_amount(value, words),
        place=value.place,
        words=" ".join(value.words.split()),
    )
    if value.reason:
        told += " — " + words.say("причина: «{reason}»", reason=value.reason)
    return f"{told} ({_reasons(value.doubts, words)})" if value.doubts else told


def _amount(value: Value, words: Words) -> str:
    number = _as_printed(value.amount, words)
    return f"{number} {words.say(UNITS[value.unit])}" if value.unit else number


def _whose(one: Value | Sum, words: Words) -> Iterator[str]:
    if one.line != PROGRAMME:
        yield one.line
    yield one.source_name or words.say(SOURCES[one.source])
    yield words.say("за все годы") if one.year == TOTAL else one.year
    if one.stage in MONEY_STAGES:
        yield words.say(MONEY_STAGES[one.stage])
    if isinstance(one, Value):
        yield from filter(None, (one.of_which, one.administrator))


def _difference(one: Sum, words: Words) -> str:
    digits = max(-int(one.difference.as_tuple().exponent), 0)
    return "  " + words.say(
        "{whose}: записано {stated}, а части дают {computed}, разница {difference}",
        whose=", ".join(_whose(one, words)),
        stated=words.number(one.stated, digits),
        computed=words.number(one.computed, digits),
        difference=words.number(one.difference, digits),
    )


def _codes_line(one: LineCodes, words: Words) -> str:
    line = words.say("вся программа") if one.line == PROGRAMME else " ".join(filter(None, (one.line, one.name)))
    codes = zip(CODES, (one.grbs, one.rzpr, one.csr, one.vr), strict=True)
    told = "; ".join(f"{words.say(kind)} {', '.join(values)}" for kind, values in codes if values)
    return f"  {line}: {'; '.join(filter(None, (one.administrator, told)))} — {one.place}"


def _left(one: LeftOut, words: Words) -> str:
    return f"  {one.place}: «{one.words}» ({words.say(WHY[one.why])})"


def amendment_line(one: Amendment, words: Words) -> str:
    """Where the order stands, what it does, to what, and its words."""
    return f"  {one.place}, {words.say(KINDS[one.kind])}: {one.target} {one.words}".rstrip()


def _passport_line(one: Entry, words: Words) -> str:
    told = f"  {words.say(SUBJECTS[one.subject])} {one.number}".rstrip() + f": «{one.text}»"
    return f"{told} ({_reasons(one.doubts, words)})" if one.doubts else told


def _indicator_lines(one: Indicator, words: Words) -> Iterator[str]:
    unit = f", {one.unit}" if one.unit else ""
    told = f"  {one.number} «{one.name}»{unit} — {one.place}"
    yield f"{told} ({_reasons(one.doubts, words)})" if one.doubts else told
    for value in one.values:
        number = _as_printed(value.value, words)
        upper = "" if value.upper is None else f"–{_as_printed(value.upper, words)}"
        sign = "" if value.sign == "=" else f"{value.sign} "
        doubts = f" ({_reasons(value.doubts, words)})" if value.doubts else ""
        yield f"    {value.year}, {words.say(STAGES[value.stage])}: {sign}{number}{upper}{doubts}"


def _reasons(doubts: Sequence[str], words: Words) -> str:
    return "; ".join(words.say(DOUBTS[doubt]) for doubt in doubts)


def _as_printed(number: Decimal, words: Words) -> str:
    """With as many decimals as in the document."""
    return words.number(number, max(-int(number.as_tuple().exponent), 0))
