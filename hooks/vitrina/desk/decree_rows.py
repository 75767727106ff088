"""The rows of the tables that a decree fills: each quotes its place and words, and what is in doubt stays out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from vitrina.dataset.cells import TOTAL, folded
from vitrina.dataset.documents.reading import read_text
from vitrina.dataset.figures import THOUSAND
from vitrina.dataset.references import typed_figures
from vitrina.dataset.unfilled import TO_FILL
from vitrina.decrees.appendices import appendices_of
from vitrina.decrees.assignments import ServiceValue
from vitrina.decrees.blocks import Block
from vitrina.decrees.decree import Decree
from vitrina.decrees.indicators import Indicator, IndicatorValue
from vitrina.decrees.values import Value, whose_of
from vitrina.desk.assignment_rows import assignment_row, service_row
from vitrina.desk.line_rows import Whose, code_cells, codes_by_id, codes_left, line_ids, measure_rows, subprogrammes_of
from vitrina.desk.quoting import NOT_IN_WORDS, counted, label_of, quoted
from vitrina.desk.requisites import latest_fact, requisites_of
from vitrina.desk.written_tables import Cells
from vitrina.formats import UnreadableText
from vitrina.words.catalogue import sentence

_SHARE = re.compile(r"\s*(?:доля|удельный\s+вес|отношение|охват|процент|уровень)\b", re.IGNORECASE)
_FORMS = {
    **dict.fromkeys(("%", "процент", "проценты", "процентов", "процента"), "%"),
    **dict.fromkeys(("единица", "единицы", "единиц"), "единица|единицы|единиц"),
    **dict.fromkeys(("человек", "человека"), "человек|человека|человек"),
    **dict.fromkeys(("штука", "штуки", "штук"), "штука|штуки|штук"),
}
_SUMS_ONLY = {"sum"}
"""Of an amount that is read for certain, but in a total that does not add up: the document says so."""

PASSPORT = ("name", "basis", "executor", "coexecutor", "period", "indicators", "resources")
"""What `passport.csv` has of a passport, as `decrees.passport` calls it; the rest is in tables of its own."""

NOT_WRITTEN: Mapping[str, str] = {
    "doubtful": sentence("надо проверить по документу"),
    "source": sentence("такого источника нет в city.yml"),
    "span": sentence("сумма сразу за несколько лет: в таблице место только для года"),
    "line": sentence("такой строки нет в программе"),
    "figures": sentence("в примечании таблицы не бывает чисел"),
    "code": sentence("код такой длины в таблицу не записать"),
    "unit": sentence("документ не называет единицу"),
    "name": sentence("под этим номером в таблицах стоит другое название"),
    "unit-differs": sentence("единица другая, чем в таблицах"),
    "goal": sentence("цели, задачи и результаты впишите в goals.csv сами"),
    "service": sentence("такой услуги нет в services.csv"),
    "gone": sentence("в новом паспорте этого нет: если так и надо, уберите строку сами"),
    "check": sentence("такого числа здесь быть не может: проверка его не примет"),
    "plan": sentence("план отчёта другой, чем в программе: впишите сами, чей он"),
    "twice": sentence("документ говорит об этом дважды, и по-разному"),
}


@dataclass(frozen=True, slots=True)
class NotWritten:
    """What was read and is in no table."""

    what: str
    place: str
    why: str
    doubts: tuple[str, ...] = ()
    """What makes a figure doubtful, see `decrees.output.DOUBTS`."""


@dataclass(frozen=True, slots=True)
class DecreeRows:
    """Rows by the names of their tables, in the order of the document, and what had to stay out of them."""

    rows: Mapping[str, Sequence[Cells]]
    not_written: tuple[NotWritten, ...]


@dataclass(frozen=True)  # no slots: its appendices are found once
class DecreeFile:
    """A decree that becomes a document of a programme."""

    programme: str
    """The id of the programme, which is that of its first line too."""
    document: str
    """The id that its document has in the tables."""
    decree: Decree
    blocks: tuple[Block, ...]
    text: str | None
    """The whole text as `documents/` reads it; None where the file is of a kind that is not kept there."""
    sources: frozenset[str]
    """Those of the city's settings."""
    sha256: str = ""

    def with_text_of(self, path: Path) -> "DecreeFile":
        """The same with its whole text, if its file is of a kind that is kept: not RTF, not HTML."""
        try:
            text = read_text(path)
        except UnreadableText:
            return self
        return replace(self, text=text.whole, sha256=text.sha256)

    def holds(self, words: str) -> bool:
        """Whether the text has some words, as the check wants it of all that the tables quote."""
        return self.text is None or folded(words) in self.text

    @cached_property
    def appendices(self) -> Mapping[str, str]:
        """The place of each block below the heading of an appendix to the programme, and what that is called."""
        return appendices_of(self.blocks)


def rows_of(file: DecreeFile) -> DecreeRows:
    """The rows of a programme that has none yet."""
    left: list[NotWritten] = []
    passport = file.decree.passport
    rows: dict[str, Sequence[Cells]] = {
        "documents": [_document(file)],
        "passport": [
            {"field": one.subject, "number": number, "value": one.text, **_place(file, one.place)}
            for field in PASSPORT
            for number, one in enumerate((one for one in passport.entries if one.subject == field), 1)
        ],
        "lines": list(_lines(file)),
        "goals": list(_goals(file)),
        "texts": list(_texts(file)),
    }
    rows["money"] = list(_money(file, left))
    indicators = list(_indicators(file, left))
    rows["indicators"] = [indicator for indicator, _ in indicators]
    rows["observations"] = [value for _, values in indicators for value in values]
    services = list(_services(file, left))
    rows["services"] = [service for service, _ in services]
    rows["assignments"] = [value for _, values in services for value in values]
    return DecreeRows(rows, tuple(left))


def title_of(decree: Decree) -> str:
    """«Развитие культуры» of «Муниципальная программа «Развитие культуры»»; empty where the passport names none."""
    names = decree.passport.of("name")
    text = names[0].text if names else ""
    quoted = re.search(r"[«\"“](?P<name>.*)[»\"”]", text)
    return quoted["name"] if quoted else text


def _document(file: DecreeFile) -> Cells:
    title = title_of(file.decree)
    issued = requisites_of(file.blocks)
    return {
        "id": file.document, "sequence": 1, "kind": "edition",
        "title": f"Программа «{title}»" if title else file.document,
        "covers": "whole", "publication": "published", "sha256": file.sha256 if file.text is not None else None,
        **issued, **({} if "date" in issued else latest_fact(file.blocks)),
    }  # fmt: skip


def _place(file: DecreeFile, place: str) -> Cells:
    return {"document": file.document, "place": place_of(file, place)}


def _lines(file: DecreeFile) -> Iterator[Cells]:
    """The programme, its subprogrammes and measures, each with the codes and the administrator that tables give it."""
    codes = codes_by_id(file.decree, file.programme)
    for row in _plain_lines(file):
        own = codes.get(str(row["id"]))
        cells = {**code_cells(own)} if own else {}
        if not file.holds(str(cells.get("administrator") or "")):
            cells.pop("administrator")
        yield {**row, **cells}


def _plain_lines(file: DecreeFile) -> Iterator[Cells]:
    names = file.decree.passport.of("name")
    place = names[0].place if names else "Паспорт"
    name = title_of(file.decree) or file.programme
    yield {"id": file.programme, "kind": "programme", "name": name, **_place(file, place)}
    for identity, one in subprogrammes_of(file.decree).items():
        yield {
            "id": identity, "parent": file.programme, "kind": "subprogramme", "number": one.number or None,
            "name": one.text, "short_name": one.text, **_place(file, one.place),
        }  # fmt: skip
    for row in measure_rows(file.decree, file.programme, file.holds):
        yield {**row, "document": file.document}


def _texts(file: DecreeFile) -> Iterator[Cells]:
    """What the programme is about, in its own names until somebody finds plainer words."""
    title = title_of(file.decree) or file.programme
    parts = [f"«{one.text}»" for one in file.decree.passport.of("subprogramme")]
    yield {"id": "purpose", "text": f"на программу «{title}»"}
    yield {
        "id": "covers",
        "text": f"подпрограммы {', '.join(parts)}" if parts else f"всё, что делают по программе «{title}»",
    }


def _goals(file: DecreeFile) -> Iterator[Cells]:
    for kind in ("goal", "task", "result"):
        of_kind = [one for one in file.decree.passport.entries if one.subject == kind]
        for number, one in enumerate(of_kind, 1):
            yield {
                "id": f"{kind}-{number}", "kind": kind, "number": one.number or None, "text": one.text,
                **_place(file, one.place), "sequence": None if one.number else number,
            }  # fmt: skip


def _money(file: DecreeFile, left: list[NotWritten]) -> Iterator[Cells]:
    written = {row["id"] for row in _plain_lines(file)}
    ids = {whose: one for whose, one in line_ids(file.decree, file.programme).items() if one in written}
    values = file.decree.money.values
    reasons = reasons_of(values, lambda value: _not_there(value, file, ids))
    for value in values:
        if why := reasons[id(value)]:
            left.append(left_of(value, why))
        else:
            yield money_row(file, value, ids[value.whose], value.source)
    for identity, one in codes_by_id(file.decree, file.programme).items():
        left += [NotWritten(f"{identity}: {code}", one.place, "code") for code in codes_left(one)]


def _not_there(value: Value, file: DecreeFile, ids: Mapping[Whose, str]) -> str:
    if value.whose not in ids:
        return "line"
    if not file.holds(value.administrator):
        return "doubtful"
    return "source" if value.source != TOTAL and value.source not in file.sources else ""


def reasons_of(values: Sequence[Value], not_there: Callable[[Value], str]) -> Mapping[int, str]:
    """By the identity of each amount why it stays out of the tables, a key of `NOT_WRITTEN`; empty of what comes in.

    `not_there` says it of amounts whose line or source the tables do not have.
    """
    reasons = {id(value): _not_written(value) or not_there(value) for value in values}
    for same in _divided(values):
        if all(one.administrator for one in same) or any(reasons[id(one)] for one in same):
            reasons |= {id(one): reasons[id(one)] or "doubtful" for one in same if one.administrator}
    return reasons


def _not_written(value: Value) -> str:
    if (
        set(value.doubts) - (set() if value.administrator else _SUMS_ONLY)
        or value.unit is None
        or (value.amount < 0 and value.stage != "actual")
    ):
        return "doubtful"
    return "span" if value.year != TOTAL and not value.year.isdecimal() else ""


def _divided(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    """The amounts, each with what the administrators have of it: their parts are written all together or not at all."""
    found: dict[tuple[str, ...], list[Value]] = {}
    for value in values:
        found.setdefault(replace(value, administrator="").key, []).append(value)
    return found.values()


def left_of(value: Value | IndicatorValue | ServiceValue, why: str) -> NotWritten:
    doubts = value.doubts if why == "doubtful" else ()
    return NotWritten(" ".join(value.words.split()), value.place, why, doubts)


def money_row(file: DecreeFile, value: Value, line: str, source: str) -> Cells:
    scale = value.roubles / value.amount if value.amount else THOUSAND
    words, has_it = quoted(file.text, value.words, {value.roubles: scale})
    return {
        "document": file.document, "line": line, "source": source, "year": value.year,
        "stage": value.stage, "amount": value.roubles / THOUSAND,
        "place": place_of(file, value.place), "words": words,
        "of_which": value.of_which, "administrator": value.administrator,
        "of_which_all": "all" if value.administrator else None,
        "reason": value.reason if file.holds(value.reason) else "",
        "figure_in_words": counted(words, value.roubles, scale) if has_it else NOT_IN_WORDS,
    }  # fmt: skip


def place_of(file: DecreeFile, place: str) -> str:
    """As people look for it: a row of the passport by its title, anything else by the appendix that it stands in."""
    if place in file.decree.passport.places:
        return file.decree.passport.places[place]
    appendix = file.appendices.get(place.partition(",")[0])
    return f"{appendix}, {place}" if appendix else place


def _indicators(file: DecreeFile, left: list[NotWritten]) -> Iterator[tuple[Cells, list[Cells]]]:
    lines = {str(row["id"]) for row in _lines(file)}
    for number, one in enumerate(file.decree.indicators, 1):
        identity = f"indicator-{number}"
        row = indicator_row(file, identity, one, one.line if one.line in lines else None)
        if row is None:
            left.append(NotWritten(one.name, one.place, "unit"))
            continue
        values = []
        for value in one.values:
            if value.doubts:
                left.append(left_of(value, "doubtful"))
            else:
                values.append(observation_row(file, identity, value))
                left += [] if _is_plain(value.reason) else [NotWritten(value.reason, value.place, "figures")]
        yield row, values


def indicator_row(file: DecreeFile, identity: str, one: Indicator, line: str | None) -> Cells | None:
    """None of an indicator without a unit: the table cannot hold it."""
    unit = unit_forms(one.unit or ("%" if _SHARE.match(one.name) else ""))
    if not unit.strip("|"):
        return None
    words, figure_in_words = label_of(one.words)
    listed = identity.removeprefix("indicator-").replace("-", ".")  # of one that the document only lists
    return {
        "id": identity, "kind": "target", "number": one.number or listed, "theme": "целевые показатели",
        "name": one.name, "short_name": one.name, "line": line, "unit": unit, "direction": "none",
        "explanation": f"{TO_FILL}что значит показатель, а в столбце direction, куда лучше",
        "source_status": "named" if one.source else "not-named",
        **_place(file, one.place), "words": words, "figure_in_words": figure_in_words,
    }  # fmt: skip


def _services(file: DecreeFile, left: list[NotWritten]) -> Iterator[tuple[Cells, list[Cells]]]:
    ids = line_ids(file.decree, file.programme)
    document = {"document": file.document}
    for number, one in enumerate(file.decree.money.services, 1):
        line = ids.get(whose_of(one.line, ""))
        if not line or not one.measured or not one.unit:
            left.append(NotWritten(one.name, one.place, "line" if not line else "unit"))
            continue
        identity = f"service-{number}"
        values: list[Cells] = []
        for value in one.values:
            if value.doubts or value.year == TOTAL:
                left.append(left_of(value, "doubtful" if value.doubts else "span"))
            else:
                values.append({**assignment_row(value, identity, file.text), **document})
        service: Cells = {**service_row(one, identity, line, unit_forms(one.unit)), **document}
        yield service, values


def unit_forms(printed: str) -> str:
    """A unit as the tables have it, with its plurals: «%», «штука|штуки|штук»."""
    return _FORMS.get(printed.strip(" .").lower(), "|".join([printed.strip()] * 3))


def _is_plain(reason: str) -> bool:
    """Whether a note may hold a reason: what stands there has no figures and no signs of references."""
    return not typed_figures(reason) and not re.search(r"[{}]", reason)


def observation_row(file: DecreeFile, indicator: str, value: IndicatorValue) -> Cells:
    words, has_it = quoted(file.text, value.words, {value.value: Decimal(1)})
    return {
        "id": f"{indicator}-{value.year}-{value.stage}", "indicator": indicator, "from": date(value.year, 1, 1),
        "to": date(value.year, 12, 31), "stage": value.stage, "sign": value.sign, "value": value.value,
        "upper": value.upper, **_place(file, value.place), "words": words,
        "figure_in_words": None if has_it else NOT_IN_WORDS,
        "note": f"Причина по документу: «{value.reason}»." if value.reason and _is_plain(value.reason) else None,
    }  # fmt: skip
