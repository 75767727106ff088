"""JSON Schemas (2020-12) of the files for programs, from the definition of the tables: titles, types, choices."""

from collections.abc import Iterable, Mapping
from typing import Any

from vitrina.dataset.cells import TOTAL, YEAR_OR_TOTAL
from vitrina.dataset.programme import City
from vitrina.dataset.tables import MONEY, Table
from vitrina.open_data.json_rows import IN_FORCE, KOPECKS, ROW, TRANSLATIONS, WITH_FORCE, fields_of
from vitrina.words import Words
from vitrina.words.foreign import as_it_is

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_TYPES: Mapping[str, Schema] = {
    "year": {"type": "integer"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "date": {"type": "string", "format": "date"},
    "amount": {"type": "string", "pattern": r"^-?\d+\.\d{2,5}$"},
    "codes": {"type": "array", "items": {"type": "string"}},
}
"""By the kind of a cell; of every other kind it is text."""


def file_schema(title: str, properties: Mapping[str, Schema]) -> Schema:
    """Of an object that has all these fields; later versions of the same number may add others."""
    return dict(_as_text({"$schema": DIALECT, "title": title, **object_schema(properties)}))


def rows_schema(table: Table, city: City, words: Words) -> Schema:
    """Of all rows of a table, with what the files say of each beside its columns."""
    own: dict[str, Schema] = {ROW: {"type": "integer", "description": words.say("Номер строки в файле таблицы.")}}
    own |= columns_schema(table, fields_of(table), city, words)
    if table.name in WITH_FORCE:
        told = words.say("Действует ли строка сейчас: нет, если её заменил или опустил более поздний документ.")
        own[IN_FORCE] = {"type": "boolean", "description": told}
    if table is not MONEY:
        by_field = {"type": "object", "additionalProperties": {"type": "string"}}
        told = words.say("Переводы: язык, в нём поле и текст. Перевод неофициальный.")
        own[TRANSLATIONS] = {"type": "object", "additionalProperties": by_field, "description": told}
    return described_rows(table, own, words)


def described_rows(table: Table, properties: Mapping[str, Schema], words: Words) -> Schema:
    return {
        "type": "array",
        "title": words.message(table.title),
        "description": words.message(table.description),
        "items": object_schema(properties),
    }


def columns_schema(table: Table, names: Iterable[str], city: City, words: Words) -> dict[str, Schema]:
    """Of some columns of a table; an amount stands in kopecks too."""
    found: dict[str, Schema] = {}
    for name in names:
        found[name] = _column(table, name, city, words)
        if table.cell(name).kind == "amount":
            told = words.say("То же число целым числом копеек.")
            found[KOPECKS] = {"type": ["integer", "null"], "description": told}
    return found


def text_in_languages(city: City) -> Schema:
    return object_schema({language: {"type": "string"} for language in city.languages})


def text_or_null() -> Schema:
    return {"type": ["string", "null"]}


def _column(table: Table, name: str, city: City, words: Words) -> Schema:
    column, cell = table.column(name), table.cell(name)
    told = {"title": words.title(column.title), "description": words.message(column.description)}
    choices = {**cell.choices}
    if cell.kind == "source":
        choices = {source.id: source.name[words.language] for source in city.sources}
        choices[TOTAL] = words.say("все источники вместе")
    if column.plain:
        told["description"] += " " + words.say("Здесь числа в текст уже подставлены.")
    # A total has no year.
    may_be_null = cell is YEAR_OR_TOTAL or (not table.is_required(name) and table.empty(name) in (None, "", ()))
    if choices and cell.kind in ("choice", "source"):
        named = [{"const": key, "title": words.message(title)} for key, title in choices.items()]
        return {**told, "oneOf": [*named, {"type": "null"}] if may_be_null else named}
    kind = dict(_TYPES.get(_kind(table, name), {"type": "string"}))
    if may_be_null:
        kind["type"] = [kind["type"], "null"]
    return {**told, **kind}


def _kind(table: Table, name: str) -> str:
    return "codes" if table.empty(name) == () else table.cell(name).kind


def _as_text(value: Any) -> Any:
    """Russian words in a schema in another language stand as they are."""
    match value:
        case str():
            return as_it_is(value)
        case list():
            return [_as_text(each) for each in value]
        case dict():
            return {name: _as_text(each) for name, each in value.items()}
        case _:
            return value


def object_schema(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}
