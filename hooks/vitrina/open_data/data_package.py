"""The tables for programs described as a Data Package, version 2: schemas, keys, units, hashes, licence and sources.

https://datapackage.org/standard/data-package/
"""

import hashlib
import json
import posixpath
from collections.abc import Mapping
from typing import Any

from vitrina.addresses import TableFiles
from vitrina.dataset.programme import Contents
from vitrina.dataset.tables.sheet_names import resource_name
from vitrina.open_data.column_descriptions import Described, described, key_of
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.pages.document_status import document_status
from vitrina.words.foreign import as_it_is

_PROFILES = "https://datapackage.org/profiles/2.0"


def data_package(context: Context, made: Mapping[str, bytes]) -> bytes:
    """`made` holds the files that it describes, by path."""
    programme, city = context.programme, context.dataset.city
    files, words = TableFiles(programme.id), context.words
    contents = contents_of(context)
    package: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": programme.id,
        "title": as_it_is(context.programme_name),
        "description": as_it_is(document_status(context)),
        "created": f"{programme.known_until.isoformat()}T00:00:00Z",
        "licenses": [
            {
                "path": city.licence.address or posixpath.basename(files.licence),
                "title": city.licence.name[words.language],
            }
        ],
        "sources": [
            {"title": as_it_is(title)}
            for document, title in context.document_titles.items()
            if programme.document(document).is_published
        ],
    }
    if city.contacts.organisation:
        package["contributors"] = [{"title": city.contacts.organisation, "roles": ["publisher"]}]
    package["resources"] = [_resource(context, each, made) for each in contents]
    return f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()


def _resource(context: Context, contents: Contents, made: Mapping[str, bytes]) -> dict[str, Any]:
    table, words = contents.table, context.words
    path = TableFiles(context.programme.id).csv_for_programs(resource_name(table))
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": resource_name(table),
        "type": "table",
        "path": posixpath.basename(path),
        "title": as_it_is(words.message(table.title)),
        "description": as_it_is(words.message(table.description)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(made[path]),
        "hash": f"sha256:{hashlib.sha256(made[path]).hexdigest()}",
        "schema": _schema(context, contents),
    }


def _schema(context: Context, contents: Contents) -> dict[str, Any]:
    columns = described(contents, context.dataset.city, context.words)
    key, is_primary = key_of(contents.table)
    names = {resource_name(each.table) for each in contents_of(context)}
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in columns],
        "missingValues": [""],
        **({"primaryKey": list(key)} if is_primary else {"uniqueKeys": [list(key)]}),
    }
    foreign = [_foreign_key(column, contents) for column in columns if column.refers_to in names]
    return {**schema, **({"foreignKeys": foreign} if foreign else {})}


def _field(column: Described) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.pattern:
        constraints["pattern"] = column.pattern
    optional = {
        "unit": column.unit,
        "constraints": constraints,
        "categories": [{"value": key, "label": title} for key, title in column.choices.items()],
    }
    return {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
        **{name: told for name, told in optional.items() if told},
    }


def _foreign_key(column: Described, contents: Contents) -> dict[str, Any]:
    is_own = column.refers_to == contents.table.name
    resource = {} if is_own else {"resource": column.refers_to}
    return {"fields": [column.name], "reference": {**resource, "fields": ["id"]}}
