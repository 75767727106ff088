"""The programme as JSON for programs, a file a table and one of all, each with its schema.

Within a version no field goes away or comes to mean something else; others may be added.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from vitrina.addresses import ApiFiles
from vitrina.dataset.languages import ByLanguage
from vitrina.dataset.programme import City
from vitrina.dataset.tables import GOALS, PASSPORT
from vitrina.open_data.change_log import change_log, change_log_schema
from vitrina.open_data.frozen_editions import edition_schema, frozen_editions
from vitrina.open_data.json_file import json_file
from vitrina.open_data.json_rows import rows_of
from vitrina.open_data.json_schema import (
    Schema,
    file_schema,
    object_schema,
    rows_schema,
    text_in_languages,
    text_or_null,
)
from vitrina.pages.context import Context
from vitrina.pages.document_status import document_status
from vitrina.pages.program_files import JSON_TABLES
from vitrina.words import Words
from vitrina.words.foreign import in_quotes
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import Language

VERSION = "1.0"
_OF_PROGRAMME = (PASSPORT, GOALS)


def api_files(context: Context) -> Iterator[tuple[str, str]]:
    """Path and content. `context` is in the main language of the site, in which the schemas speak."""
    files = ApiFiles(context.programme.id)
    for name, content in _contents(context).items():
        head = {"$schema": f"{name}.schema.json", "version": VERSION, **_head(context)}
        yield files.json(name), json_file({**head, **content})
    for name, schema in _schemas(context.dataset.city, context.words).items():
        yield files.schema(name), json_file({"$id": f"{name}.schema.json", **schema})
    for document, content in frozen_editions(context.programme):
        head = {"$schema": "../../v1/edition.schema.json", "version": VERSION, "programme_id": context.programme.id}
        yield files.edition(document), json_file({**head, **content})


def _head(context: Context) -> Mapping[str, Any]:
    """What every file says of all its rows."""
    return {
        "programme_id": context.programme.id,
        "document_status": in_quotes(document_status(context)),
        "licence": _licence(context.dataset.city),
    }


def _contents(context: Context) -> Mapping[str, Mapping[str, Any]]:
    programme, city = context.programme, context.dataset.city
    others = [language for language in city.languages if language != SOURCE_LANGUAGE]
    rows = {table.name: rows_of(programme, table, others) for table in JSON_TABLES}
    about = {
        "programme": _programme(context),
        **{table.name: rows_of(programme, table, others) for table in _OF_PROGRAMME},
    }
    return {
        "programme": about,
        **{name: {"rows": listed} for name, listed in rows.items()},
        "changes": change_log(programme),
        "all": {**about, **rows},
    }


def _programme(context: Context) -> Mapping[str, Any]:
    programme, city = context.programme, context.dataset.city
    return {
        "id": programme.id,
        "name": {
            language: in_quotes(programme.text("lines", programme.line.id, "name", language).text)
            for language in city.languages
        },
        "kind": context.naming.kind,
        "edition": programme.edition.id,
        "first_year": context.measures.funding.first_year,
        "last_year": context.measures.funding.last_year,
        "territory": _named(city.name, city),
        "region": _named(city.region, city),
        "publisher": city.contacts.organisation or None,
        "is_official": city.is_official,
        "is_sample": city.is_sample,
        "sources": [
            {"id": one.id, "name": _named(one.name, city), "short": _named(one.short, city)} for one in city.sources
        ],
    }


def _licence(city: City) -> Mapping[str, Any]:
    licence = city.licence
    return {
        "name": _named(licence.name, city),
        "text": _named(licence.text, city),
        "address": licence.address or None,
    }


def _named(texts: ByLanguage, city: City) -> Mapping[Language, str]:
    """In the languages of the site."""
    return {language: texts[language] for language in city.languages}


def _schemas(city: City, words: Words) -> Mapping[str, Schema]:
    """By the name of the file that they describe."""
    head = _head_schema(city, words)
    rows = {table.name: rows_schema(table, city, words) for table in JSON_TABLES}
    about = {
        "programme": _programme_schema(city, words),
        **{table.name: rows_schema(table, city, words) for table in _OF_PROGRAMME},
    }
    return {
        "programme": file_schema(words.say("Программа"), head | about),
        **{name: file_schema(str(found["title"]), head | {"rows": found}) for name, found in rows.items()},
        "changes": file_schema(words.say("Что изменилось"), head | change_log_schema(city, words)),
        "all": file_schema(words.say("Все таблицы вместе"), head | about | rows),
        "edition": file_schema(words.say("Что действовало с редакцией"), _FIRST | edition_schema(city, words)),
    }


_FIRST: dict[str, Schema] = {
    "$schema": {"type": "string"},
    "version": {"type": "string", "pattern": r"^1\.\d+$"},
    "programme_id": {"type": "string"},
}


def _head_schema(city: City, words: Words) -> dict[str, Schema]:
    name = text_in_languages(city)
    status: Schema = {"type": "string", "description": words.say("Что это за документ и утверждён ли он.")}
    licence = object_schema({"name": name, "text": name, "address": text_or_null()})
    told = words.say("На каких условиях можно брать данные.")
    return {**_FIRST, "document_status": status, "licence": {**licence, "description": told}}


def _programme_schema(city: City, words: Words) -> Schema:
    text: Schema = {"type": "string"}
    name = text_in_languages(city)
    edition: Schema = {**text, "description": words.say("Код редакции, которую показывает сайт.")}
    source = object_schema({"id": text, "name": name, "short": name})
    return object_schema(
        {
            "id": text,
            "name": name,
            "kind": text,
            "edition": edition,
            "first_year": {"type": "integer"},
            "last_year": {"type": "integer"},
            "territory": name,
            "region": name,
            "publisher": text_or_null(),
            "is_official": {"type": "boolean"},
            "is_sample": {"type": "boolean"},
            "sources": {"type": "array", "items": source},
        }
    )
