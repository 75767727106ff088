"""Whether the references in our plain words point at observations, and whether translations have the same."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vitrina.dataset.cells import suggested
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records, Unreadable
from vitrina.dataset.references import EXAMPLES, KINDS, MalformedReference, Reference, references, typed_figures
from vitrina.dataset.texts import TextAddress, fingerprint, texts, translations_of

Fault = tuple[str, Mapping[str, str | int]]
"""A rule and its hints."""
_COLUMNS = ("table", "id", "field", "text", "fingerprint")
"""Of a table of translations."""
_NEEDED = {"when": ("from", "reference_without_period")}
"""What a reference needs of an observation, where it is not its value."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What a reference may point at. None where it could not be read: then nothing is concluded from it.

    Whether the money that a text speaks of is known depends on what is in force: `measures.references` looks at it.
    """

    observations: Mapping[str, Mapping[str, Any]] | None
    units: Mapping[str, Any]
    """Indicator to unit."""


def reference_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Every plain text and every translation of one."""
    targets = Targets(_observations(tables), _units(tables))
    for records in tables.values():
        for column in records.table.plain:
            for index, (text,) in records.rows(column):
                if text is None:
                    continue
                for value, (rule, hints) in _faults(text, targets):
                    yield replace(records.problem(index, column, rule, **hints), value=value)
                for figure in typed_figures(text):
                    yield replace(records.notice(index, column, "typed_figure"), value=figure)
    yield from _translation_problems(tables)


def _faults(text: str, targets: Targets) -> Iterator[tuple[str, Fault]]:
    """What is wrong, each with the culprit."""
    try:
        found = references(text)
    except MalformedReference as fault:
        yield fault.culprit, _malformed(fault)
        return
    for reference in found:
        if fault_found := _points_nowhere(reference, targets):
            yield reference.written, fault_found


def _malformed(fault: MalformedReference) -> Fault:
    if fault.reason == "brace":
        return "reference_brace", {"example": EXAMPLES["observation"]}
    if fault.reason == "kind":
        return "reference_kind", {"choices": ", ".join(KINDS), **suggested(fault.kind, KINDS)}
    return "reference_shape", {"example": EXAMPLES[KINDS[fault.kind]].replace("value", fault.kind)}


def _points_nowhere(reference: Reference, targets: Targets) -> Fault | None:
    match reference.points_at:
        case "observation" | "observations" | "two":
            return _no_observations(reference, targets)
        case _:
            return None


def _no_observations(reference: Reference, targets: Targets) -> Fault | None:
    if targets.observations is None:
        return None
    for identity in reference.arguments:
        row = targets.observations.get(identity)
        if row is None:
            return _nowhere(identity, targets.observations, "observations.csv")
        column, rule = _NEEDED.get(reference.kind, ("value", "reference_without_value"))
        if row[column] is None:
            return rule, {"id": identity}
    return _units_at_odds(reference, targets, targets.observations)


def _units_at_odds(
    reference: Reference, targets: Targets, observations: Mapping[str, Mapping[str, Any]]
) -> Fault | None:
    units = [targets.units.get(observations[identity]["indicator"]) for identity in reference.arguments]
    if None in units or Unreadable.CELL in units:
        return None
    if reference.kind == "sum" and "%" in units:
        return "reference_sums_shares", {}
    mixed = len(set(units)) > 1 and (reference.kind == "sum" or "%" in units)
    return ("reference_mixes_units", {}) if mixed else None


def _nowhere(written: str, known: Mapping[str, Any] | set[str], target: str) -> Fault:
    return "reference_nowhere", {"id": written, "target": target, **suggested(written, known)}


def _translation_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    """Translations that have other references than the Russian they were made from; a stale one is not shown anyway."""
    plain = {(name, column) for name, records in tables.items() for column in records.table.plain}
    russian = texts({name: records for name, records in tables.items() if records.table.plain})
    for translations in translations_of(tables):
        yield from _references_at_odds(translations, plain, russian)


def _references_at_odds(
    translations: Records, plain: Collection[tuple[str, str]], russian: Mapping[TextAddress, str]
) -> Iterator[Problem]:
    for index, (table, identity, field, text, made_from) in translations.rows(*_COLUMNS):
        original = russian.get((table, identity, field))
        if (table, field) not in plain or original is None or fingerprint(original) != made_from:
            continue
        try:
            wanted = references(original)
        except MalformedReference:
            continue  # reported where the Russian stands
        try:
            found = references(text)
        except MalformedReference as fault:
            rule, hints = _malformed(fault)
            yield replace(translations.problem(index, "text", rule, **hints), value=fault.culprit)
            continue
        if Counter(one.meaning for one in found) != Counter(one.meaning for one in wanted):
            shown = ", ".join(one.written for one in wanted) or "—"
            yield translations.problem(index, "text", "references_differ", russian=shown)


def _observations(tables: Mapping[str, Records]) -> Mapping[str, Mapping[str, Any]] | None:
    records = tables.get("observations")
    if records is None or Unreadable.CELL in records.values["id"]:
        return None
    columns = ("indicator", "from", "value")
    rows = zip(records.values["id"], *(records.values[column] for column in columns), strict=True)
    return {identity: dict(zip(columns, row, strict=True)) for identity, *row in rows}


def _units(tables: Mapping[str, Records]) -> Mapping[str, Any]:
    records = tables.get("indicators")
    return dict(records_row for _, records_row in records.rows("id", "unit")) if records else {}


describe("reference_without_period", "«{value}» — у {id} нет срока.", "Скажите это словами, без ссылки.")
describe(
    "typed_figure",
    "«{value}» — число набрано руками: если его исправят в таблице, здесь останется старое.",
    "Поставьте вместо него ссылку на значение: как её писать, сказано в README.md набора данных.",
)
describe("reference_brace", "«{value}» — непарная фигурная скобка.", "Ссылка на число пишется так: {example}.")
describe(
    "reference_kind",
    "«{value}» — такого вида ссылок нет.",
    "Начните её с одного из слов: {choices}.",
    write="Может быть, {mended}? Все виды: {choices}.",
)
describe("reference_shape", "«{value}» — ссылка этого вида пишется иначе.", "Напишите, например, {example}.")
describe("reference_without_value", "«{value}» — у {id} нет числа.", "Скажите это словами, без ссылки.")
describe("reference_sums_shares", "«{value}» — доли не складывают.", "Назовите каждую отдельно.")
describe(
    "reference_mixes_units",
    "«{value}» — у этих значений разные единицы.",
    "Сравнивайте и складывайте только одинаковое.",
)
describe(
    "reference_nowhere",
    "«{value}» — ссылка в никуда: в {target} нет {id}.",
    "Исправьте код или добавьте строку в {target}.",
    write="Может быть, {mended}? Иначе исправьте код или добавьте строку в {target}.",
)
describe(
    "references_differ",
    "«{value}» — в переводе не те ссылки на числа, что в русском тексте.",
    "Должны быть: {russian}.",
)
