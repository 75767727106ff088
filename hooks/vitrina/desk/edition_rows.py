"""The rows that a new edition adds to the tables of a programme, beside what stood in their place before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from vitrina.dataset.cells import TOTAL, folded
from vitrina.dataset.figures import THOUSAND
from vitrina.dataset.programme import Programme
from vitrina.decrees.assignments import ServiceValue
from vitrina.decrees.indicators import Indicator
from vitrina.decrees.passport import Entry
from vitrina.decrees.values import Value
from vitrina.desk.assignment_rows import assignment_row
from vitrina.desk.decree_rows import (
    PASSPORT,
    DecreeFile,
    NotWritten,
    indicator_row,
    left_of,
    money_row,
    observation_row,
    place_of,
    reasons_of,
)
from vitrina.desk.in_force import InForce, key_of
from vitrina.desk.line_rows import code_cells
from vitrina.desk.recognised import NewLine, Recognised, plain_name
from vitrina.desk.written_tables import Cells


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as the new edition states it, and as the documents before did; None where none of them has it."""

    table: str
    row: Cells
    before: Decimal | None
    after: Decimal


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that the new edition words anew; `before` is empty where there was none, `after` where there is none."""

    table: str
    what: str
    before: str
    after: str
    place: str


@dataclass(slots=True)
class EditionRows:
    """`figures` and `texts` for people to read; the rest is what is written."""

    figures: list[Stated] = field(default_factory=list)
    texts: list[Reworded] = field(default_factory=list)
    lines: dict[str, NewLine] = field(default_factory=dict)
    indicators: list[Cells] = field(default_factory=list)
    passport: dict[str, Sequence[Cells]] = field(default_factory=dict)
    """The entries of each field that is worded anew."""
    names: dict[str, Cells] = field(default_factory=dict)
    """Lines of the programme that get a new name, by their ids."""
    assignments: list[Cells] = field(default_factory=list)
    left: list[NotWritten] = field(default_factory=list)
    read: list[tuple[str, str]] = field(default_factory=list)
    """The places and words of all figures that came in, as the decree's reading has them."""


def rows_of_edition(file: DecreeFile, known: Recognised, in_force: InForce) -> EditionRows:
    """Everything of the new wordings that is certain; what is not is named in `left`."""
    rows = EditionRows()
    for one in file.decree.passport.of("subprogramme"):
        _, why = known.added_subprogramme(one.number, one.text, one.place) if one.is_sure else ("", "doubtful")
        if why:
            rows.left.append(NotWritten(one.text, one.place, why))
    _add_money(file, known, in_force, rows)
    _add_indicators(file, known, in_force, rows)
    _add_passport(file, known.programme, rows)
    _name_goals(file, known.programme, rows)
    _add_assignments(file, known.programme, rows)
    rows.lines = known.new
    return rows


def _add_money(file: DecreeFile, known: Recognised, in_force: InForce, rows: EditionRows) -> None:
    found: list[tuple[Stated, NotWritten]] = []
    values = file.decree.money.values
    lines: dict[int, str] = {}

    def not_there(value: Value) -> str:
        lines[id(value)], why = known.line_of(value)
        return why or ("" if known.source_of(value) else "source")

    reasons = reasons_of(values, not_there)
    for value in values:
        if why := reasons[id(value)]:
            rows.left.append(left_of(value, why))
        else:
            row = money_row(file, value, lines[id(value)], str(known.source_of(value)))
            stated = Stated("money", row, in_force.before("money", row), value.roubles / THOUSAND)
            found.append((stated, left_of(value, "twice")))
            rows.read.append((value.place, value.words))
    rows.figures += one_each(found, rows.left)


def one_each(found: Iterable[tuple[Stated, NotWritten]], left: list[NotWritten]) -> list[Stated]:
    """Each figure once; those of which the document says two different things stay out, all of them."""
    by_key: dict[tuple[object, ...], list[tuple[Stated, NotWritten]]] = {}
    for one in found:
        by_key.setdefault(key_of(one[0].table, one[0].row), []).append(one)
    kept = []
    for same in by_key.values():
        if len({one.after for one, _ in same}) == 1:
            kept.append(same[0][0])
        else:
            left += [not_written for _, not_written in same]
    return kept


def _add_indicators(file: DecreeFile, known: Recognised, in_force: InForce, rows: EditionRows) -> None:
    found: list[tuple[Stated, NotWritten]] = []
    for one in file.decree.indicators:
        own, why = known.indicator_of(one)
        if why or (own is None and not one.is_sure):
            rows.left.append(NotWritten(one.name, one.place, why or "doubtful"))
            continue
        identity = (
            own.id
            if own
            else known.unused(f"indicator-{one.number.replace('.', '-') or len(known.programme.indicators) + 1}")
        )
        if own is None and not _added(file, known, one, identity, rows):
            continue
        for value in one.values:
            if value.doubts:
                rows.left.append(left_of(value, "doubtful"))
                continue
            row = observation_row(file, identity, value)
            row = {**row, "id": known.unused(f"{row['id']}-{file.document}")}
            stated = Stated("observations", row, in_force.before("observations", row), value.value)
            rows.read.append((value.place, value.words))
            found.append((stated, left_of(value, "twice")))
    rows.figures += one_each(found, rows.left)


def _added(file: DecreeFile, known: Recognised, one: Indicator, identity: str, rows: EditionRows) -> bool:
    """Whether the programme gets a new indicator: one without a unit cannot be."""
    line, _ = known.line("subprogramme", one.line.removeprefix("subprogramme-"), ())
    row = indicator_row(file, identity, one, line or None)
    if row is None:
        rows.left.append(NotWritten(one.name, one.place, "unit"))
        return False
    rows.indicators.append(row)
    return True


def _add_passport(file: DecreeFile, programme: Programme, rows: EditionRows) -> None:
    for subject in PASSPORT:
        entries = [one for one in file.decree.passport.entries if one.subject == subject]
        if doubtful := [one for one in entries if not one.is_sure]:
            rows.left += [NotWritten(one.text, one.place, "doubtful") for one in doubtful]
            continue
        before = [one.value for one in programme.passport if one.field == subject]
        after = [folded(one.text) for one in entries]
        if before and not after and file.decree.is_whole:
            rows.left += [NotWritten(one, "Паспорт", "gone") for one in before]
        if not after or [plain_name(one) for one in before] == [plain_name(one) for one in after]:
            continue
        rows.passport[subject] = tuple(_passport_rows(file, subject, entries))
        rows.texts.append(Reworded("passport", subject, "; ".join(before), "; ".join(after), entries[0].place))


def _passport_rows(file: DecreeFile, subject: str, entries: Sequence[Entry]) -> Iterator[Cells]:
    for number, one in enumerate(entries, 1):
        yield {
            "field": subject, "number": number, "value": one.text, "document": file.document,
            "place": place_of(file, one.place),
        }  # fmt: skip


def _name_goals(file: DecreeFile, programme: Programme, rows: EditionRows) -> None:
    """Goals, tasks and results have our own words beside them: who wrote these has to look at them again."""
    for kind in ("goal", "task", "result"):
        now = {plain_name(one.text): one for one in file.decree.passport.entries if one.subject == kind}
        before = {plain_name(one.text): one for one in programme.goals if one.kind == kind}
        rows.left += [NotWritten(one.text, one.place, "goal") for name, one in now.items() if name not in before]
        rows.left += [
            NotWritten(one.text, one.place, "gone") for name, one in before.items() if now and name not in now
        ]


def _add_assignments(file: DecreeFile, programme: Programme, rows: EditionRows) -> None:
    """Values of services that the tables have, each once; a new service is named."""
    ids = {(plain_name(one.name), plain_name(one.measured)): one.id for one in programme.services}
    found: dict[tuple[str, str, str], list[ServiceValue]] = {}
    for service in file.decree.money.services:
        identity = ids.get((plain_name(service.name), plain_name(service.measured)))
        if identity is None:
            rows.left.append(NotWritten(service.name, service.place, "service"))
            continue
        for value in service.values:
            if value.doubts or value.year == TOTAL:
                rows.left.append(left_of(value, "doubtful" if value.doubts else "span"))
            else:
                found.setdefault((identity, value.year, value.stage), []).append(value)
    for (identity, _, _), same in found.items():
        if len(same) == 1:
            row = assignment_row(same[0], identity, file.text)
            rows.assignments.append({**row, "document": file.document})
        else:
            rows.left += [left_of(one, "twice") for one in same]


def leave_plans_out(rows: EditionRows) -> None:
    """A report's plan that is other than the programme's may be that of the budget: who knows it, writes it."""
    plans = [one for one in rows.figures if one.row["stage"] == "plan" and one.before != one.after]
    rows.figures = [one for one in rows.figures if one not in plans]
    rows.left += [NotWritten(str(one.row["words"]), str(one.row["place"]), "plan") for one in plans]


def line_rows(lines: Mapping[str, NewLine], file: DecreeFile) -> Iterator[Cells]:
    codes = {one.whose: one for one in file.decree.money.codes}
    for identity, one in lines.items():
        yield {
            "id": identity, "parent": one.parent, "kind": one.kind, "number": one.number or None, "name": one.name,
            "short_name": one.name if one.kind == "subprogramme" else None,
            "document": file.document, "place": place_of(file, one.place),
            **(code_cells(codes[one.whose]) if one.whose in codes else {}),
        }  # fmt: skip
