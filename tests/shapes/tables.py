"""The rows of every table but money, as a shape has them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from shapes.money import money_rows
from shapes.shape import PLACE, Document, Line, Measured, Row, Shape, Span, lines, number_of

_TEXTS = (("purpose", "на дела города"), ("covers", "дворы и дороги"))


def observation_rows(shape: Shape) -> Iterator[dict[str, object]]:
    """Every row of observations.csv."""
    for number, own in enumerate(shape.indicators, 1):
        serial = count(1)
        groups = ["", *(f"группа {'абвг'[group]}" for group in range(own.groups))]
        for stage in own.stages:
            for offset in own.years[:1] if stage == "baseline" else own.years:
                found = _days(own.span, shape.first + offset - (stage == "baseline"))
                document = _document_of(shape, stage, found[1] if found else None)
                for group in groups if document else ():
                    yield _observation(own, number, (stage, group, found, document), next(serial))


def _observation(
    own: Measured, number: int, what: tuple[str, str, tuple[date, date] | None, str], serial: int
) -> dict[str, object]:
    stage, group, days, document = what
    is_silent = bool(own.silent) and serial % own.silent == 0
    value = 0 if own.zeros and serial % 2 else number_of("value", number, serial) % 97 + 1
    is_range = own.is_range and stage == "plan" and not is_silent
    return {
        "id": f"o{number}-{serial}",
        "indicator": f"indicator-{number}",
        "group": group,
        "from": days[0] if days else "",
        "to": days[1] if days else "",
        "period_status": "" if days else "no-data",
        "stage": stage,
        "sign": own.sign if stage == "plan" and not own.is_range else "",
        "value": "" if is_silent else value,
        "status": "not-published" if is_silent else "",
        "upper": value + 2 if is_range and value + 2 <= 100 else "",
        "document": document,
        "place": PLACE,
        "words": f"Значение {number}, {serial}: от {value} до {value + 2}",
    }


def _days(span: Span, year: int) -> tuple[date, date] | None:
    return {
        "day": (date(year, 1, 1), date(year, 1, 1)),
        "year": (date(year, 1, 1), date(year, 12, 31)),
        "school": (date(year, 9, 1), date(year + 1, 8, 31)),
        "financial": (date(year, 4, 1), date(year + 1, 3, 31)),
        "half": (date(year, 1, 1), date(year, 6, 30)),
        "years": (date(year, 1, 1), date(year + 1, 12, 31)),
        "unknown": None,
    }[span]


def _document_of(shape: Shape, stage: str, until: date | None) -> str:
    """The last document that may tell it: an actual stands in none that ends before it. "" where there is none."""
    able = [
        number
        for number, paper in enumerate(shape.papers, 1)
        if stage != "actual" or until is None or date(shape.first + paper.year, 12, 31) >= until
    ]
    whole = [number for number in able if shape.papers[number - 1].kind == "edition"]
    return f"paper-{(able if stage == 'actual' else whole or able)[-1]}" if able else ""


def tables(shape: Shape) -> Mapping[str, Sequence[Row]]:
    """Every table of the programme that has a row."""
    number = len(shape.papers)
    programme = f"paper-{1 + max(at for at, one in enumerate(shape.papers) if one.covers == 'whole')}"
    stands = {"document": programme, "place": PLACE}
    first, last = (shape.first + year for year in shape.period)
    years = f"{first}–{last} годы" if first < last else f"{first} год"
    if shape.is_school_years:
        years = f"{first}/{(first + 1) % 100:02d}–{last}/{(last + 1) % 100:02d} учебные годы"
    found: dict[str, Sequence[Row]] = {
        "passport": [
            {"field": "name", "number": 1, "value": "Программа «Дела города»", **stands},
            {"field": "period", "number": 1, "value": years, **stands},
        ],
        "goals": [{"id": "goal", "kind": "goal", "text": "Чтобы всё было хорошо", **stands}],
        "lines": [_line_row(shape, line, at, stands) for at, line in enumerate(lines(shape))],
        "documents": [_document_row(shape, at, paper) for at, paper in enumerate(shape.papers, 1)],
        "money": list(money_rows(shape)),
        "indicators": [_indicator_row(shape, at, own, stands) for at, own in enumerate(shape.indicators, 1)],
        "observations": list(observation_rows(shape)),
        "texts": [{"id": identity, "text": text} for identity, text in _TEXTS],
        "rules": [
            {"field": field, "value": value, "whose": "ours"}
            for field, value in (("evaluation", shape.method), ("tolerance-percent", shape.tolerance))
            if value
        ],
    }
    if shape.promises:
        found["documents"] = [*found["documents"], _promised(1, number + 1), _promised(2, number + 2)]
    if shape.completions:
        found["completions"] = list(_completions(shape))
    if shape.assignments:
        found |= _assignments(shape, stands)
    if shape.answers:
        found = {**found, **_answers(shape, stands), "goals": [*found["goals"], *_goals(stands)]}
    return found


def _line_row(shape: Shape, line: Line, at: int, stands: Row) -> Row:
    codes = {"grbs": "075", "rzpr": "0701", "csr": "02 1 00 75880", "vr": "610,620", "administrator": "Управление дел"}
    is_promised = shape.promises and line.level == "subprogramme"
    return {
        "id": line.id,
        "parent": line.parent,
        "kind": line.level,
        "number": str(at) if at else "",
        "name": f"Дела {line.id}",
        "short_name": f"Часть {'абвгд'[at % 5]}" if line.level == "subprogramme" else "",
        **({"money_in": "promised-1", "described_in": "promised-2"} if is_promised else {}),
        **(codes if shape.codes and line.level == "measure" else {}),
        **stands,
    }


def _document_row(shape: Shape, at: int, paper: Document) -> Row:
    year = shape.first + paper.year
    return {
        "id": f"paper-{at}",
        "sequence": at,
        "kind": paper.kind,
        "title": f"Бумага {'абвгдежз'[at % 8]}",
        "date": date(year, 12, 31) + timedelta(days=60 if paper.kind == "report" else 0),
        "number_status": "no-data",
        "covers": paper.covers,
        "publication": "published",
        "facts_until": date(year, 12, 31) if paper.kind == "report" else "",
    }


def _promised(at: int, sequence: int) -> Row:
    return {
        "id": f"promised-{at}",
        "sequence": sequence,
        "kind": "appendix",
        "title": f"Приложение {'абв'[at]}",
        "date_status": "not-published",
        "number_status": "not-published",
        "covers": "part",
        "publication": "missing",
        "promised_by": "paper-1",
        "promised_place": PLACE,
        "promised_words": f"приведены в приложении {'абв'[at]}",
    }


def _indicator_row(shape: Shape, at: int, own: Measured, stands: Row) -> Row:
    of = [line.id for line in lines(shape) if line.level == own.of_line]
    former = shape.indicators[at - 2] if own.continues and at > 1 else None
    comparable = own.continues if former and former.unit == own.unit else "no"
    return {
        "id": f"indicator-{at}",
        "kind": own.kind,
        "number": at if own.kind == "target" else "",
        "theme": f"тема {'абв'[at % 3]}",
        "name": f"Показатель {'абвгдежз'[at % 8]}",
        "short_name": f"Показатель {'абвгдежз'[at % 8]}",
        "line": of[at % len(of)] if of else "",
        "unit": own.unit,
        "direction": own.direction,
        "explanation": "Что это значит.",
        "source_status": "not-named",
        "words": f"Слова о показателе {at}, вес {own.weight}",
        "weight": own.weight,
        "continues": f"indicator-{at - 1}" if former else "",
        "comparable": comparable if former else "",
        "key_figure": "yes" if own.is_key_figure else "",
        **stands,
    }


def _completions(shape: Shape) -> Iterator[Row]:
    states = ("done", "partly", "not-done")
    for at, paper in enumerate(shape.papers, 1):
        for line in lines(shape) if paper.kind == "report" else ():
            if line.level == "measure":
                year = shape.first + paper.year
                yield {
                    "document": f"paper-{at}",
                    "line": line.id,
                    "year": year,
                    "state": states[number_of(line.id, year) % 3],
                    "place": PLACE,
                    "words": f"Мероприятие {line.id} за {year} год",
                }


def _assignments(shape: Shape, stands: Row) -> Mapping[str, Sequence[Row]]:
    rows: list[Row] = []
    for at, paper in enumerate(shape.papers, 1):
        for year in range(shape.first, shape.first + paper.year + 1):
            if not shape.first + shape.period[0] <= year <= shape.first + shape.period[1]:
                continue
            of = {"service": "service-1", "year": year, "place": PLACE, "document": f"paper-{at}"}
            stage = "actual" if paper.kind == "report" else "plan"
            volume = number_of("volume", year, stage) % 1_000
            rows.append(
                {
                    **of,
                    "stage": stage,
                    "volume": volume,
                    "cost_status": "no-data",
                    "words": f"Задание на {year} год: {volume}",
                }
            )
    unit = "место|места|мест"
    service = {"id": "service-1", "line": "programme", "name": "Услуга", "measured": "Места", "unit": unit}
    return {"services": [{**service, "words": "Услуга", **stands}], "assignments": rows}


def _goals(stands: Row) -> Sequence[Row]:
    kinds = (("task", "1"), ("task", "2"), ("direction", ""), ("result", ""), ("risk", ""))
    return [
        {"id": f"{kind}{number}-of-ours", "kind": kind, "number": number, "text": f"Слова {kind} {number}", **stands}
        for kind, number in kinds
    ]


def _answers(shape: Shape, stands: Row) -> Mapping[str, Sequence[Row]]:
    parts = [line.id for line in lines(shape) if line.level == "subprogramme"]
    links = [(part, f"task{at % 2 + 1}-of-ours") for at, part in enumerate(parts)]
    links += [(f"indicator-{at}", "result-of-ours") for at, _ in enumerate(shape.indicators, 1)]
    question = {"audience": "resident", "question": "Что будет?", "answer": "Дела."}
    return {
        "links": [{"from": one, "to": other, "whose": "ours"} for one, other in links],
        "questions": [
            {"id": "q1", "sequence": 1, **question, "answered": "yes", "page": "funding"},
            {"id": "q2", "sequence": 2, **question, "answered": "no", "page": "check"},
        ],
        "gaps": [{"id": "gap-1", "sequence": 1, "what": "Итоги", "why": "Не узнать", "ask": "итоги"}],
        "glossary": [{"id": "term-1", "term": "дела", "explanation": "Что делают."}],
        "contradictions": [
            {
                "id": "odd-1", "sequence": 1, "title": "Не сходится", "explanation": "Разное.", "words": "Одно",
                "other_place": PLACE, "other_words": "Другое", **stands,
            }
        ],
    }  # fmt: skip
