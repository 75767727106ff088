"""All programmes of a site as DCAT-AP 3 describes data sets, for whoever gathers catalogues.

Without a known address of the site its names are relative to the file, which lies at the root.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from babel.core import get_global

from vitrina.addresses.downloads import CATALOGUE
from vitrina.dataset.programme import City
from vitrina.dataset.settings import Licence
from vitrina.open_data.json_file import json_file
from vitrina.pages.context import Context
from vitrina.pages.data_files import DataFile, data_files
from vitrina.pages.naming import publisher_of
from vitrina.pages.program_files import frozen, frozen_tables, in_json, passport
from vitrina.pages.structured_data import description_of_data, path_in_site
from vitrina.words import Words
from vitrina.words.foreign import as_it_is

_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "media-type": "https://www.iana.org/assignments/media-types/",
    "file-type": "http://publications.europa.eu/resource/authority/file-type/",
    "language": "http://publications.europa.eu/resource/authority/language/",
    "theme": "http://publications.europa.eu/resource/authority/data-theme/",
}
_FILE_TYPES = {
    "text/csv": "CSV",
    "application/json": "JSON",
    "application/csvm+json": "JSON",
    "text/plain": "TXT",
    "application/zip": "ZIP",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
}
"""Likewise."""
Contents = Mapping[str, bytes | str]


def catalogue(contexts: Sequence[Context], files: Contents) -> str:
    """`contexts` are in the main language; `files` are those of its site, by path, of which sizes and digests are
    told."""
    first = contexts[0]
    city, words = first.dataset.city, first.words
    own = {
        "@id": _iri(first, CATALOGUE, "catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": _said(city.title[words.language], words),
        "dct:description": _said(words.say("Таблицы программ с местом каждого числа в документе."), words),
        "dct:publisher": _publisher(city, words),
        **_language(words.language),
        "foaf:homepage": {"@id": first.address or "./", "@type": "foaf:Document"},
        **_terms(city.licence, words),
        "dct:spatial": _territory(city, words),
        "dcat:dataset": [
            {"@id": _iri(context, context.places["data"].folder + "/", "dataset")} for context in contexts
        ],
    }
    datasets = [_dataset(context, files) for context in contexts]
    return json_file({"@context": _CONTEXT, "@graph": [own, *datasets]})


def _dataset(context: Context, files: Contents) -> Mapping[str, Any]:
    words, city, programme = context.words, context.dataset.city, context.programme
    funding, page = context.measures.funding, context.places["data"].folder + "/"
    kept = (file for one in frozen_tables(context) for file in one.files)
    listed = (*data_files(context), *in_json(context), *frozen(context), *kept, *passport(context))
    dated = {"dct:modified": _typed(day.isoformat(), "date")} if (day := programme.edition.date) else {}
    contact = {"dcat:contactPoint": _contact(city)} if city.contacts.email else {}
    return {
        "@id": _iri(context, page, "dataset"),
        "@type": "dcat:Dataset",
        "dct:title": _said(context.programme_name, words),
        "dct:description": _said(description_of_data(context), words),
        "dct:identifier": programme.id,
        "dct:publisher": _publisher(city, words),
        **_language(words.language),
        "dct:spatial": _territory(city, words),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed(f"{funding.first_year:04}-01-01", "date"),
            "dcat:endDate": _typed(f"{funding.last_year:04}-12-31", "date"),
        },
        "dcat:theme": {
            "@id": "theme:GOVE",
            "@type": "skos:Concept",
            "skos:prefLabel": _said(words.say("Государство и власть"), words),
        },
        "dcat:landingPage": {"@id": _iri(context, page), "@type": "foaf:Document"},
        "dct:source": {"@type": "dcat:Resource", "dct:title": _said(context.edition_title, words)},
        **dated,
        **contact,
        "dcat:distribution": list(_distributions(context, listed, files)),
    }


def _distributions(context: Context, listed: Sequence[DataFile], files: Contents) -> Iterator[Mapping[str, Any]]:
    words, city = context.words, context.dataset.city
    for file in listed:
        content = files[file.path]
        data = content.encode() if isinstance(content, str) else content
        kind = file.media_type
        address = {"@id": _iri(context, path_in_site(context, file))}
        yield {
            "@id": _iri(context, path_in_site(context, file), "distribution"),
            "@type": "dcat:Distribution",
            "dct:title": _said(file.title, words),
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": {"@id": f"media-type:{kind}", "@type": "dct:MediaType"},
            "dct:format": {"@id": f"file-type:{_FILE_TYPES[kind]}", "@type": "dct:MediaTypeOrExtent"},
            "dcat:byteSize": _typed(str(len(data)), "nonNegativeInteger"),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"},
                "spdx:checksumValue": _typed(hashlib.sha256(data).hexdigest(), "hexBinary"),
            },
            **_terms(city.licence, words),
            **({"dct:conformsTo": _standard(context, file)} if file.schema else {}),
        }


def _standard(context: Context, file: DataFile) -> Mapping[str, str]:
    return {"@id": _iri(context, file.schema), "@type": "dct:Standard"}


def _iri(context: Context, path: str, fragment: str = "") -> str:
    return f"{context.address}{path}{f'#{fragment}' if fragment else ''}"


def _said(text: str, words: Words) -> Mapping[str, str]:
    return {"@value": as_it_is(text), "@language": words.language}


def _typed(value: str, kind: str) -> Mapping[str, str]:
    return {"@value": value, "@type": f"xsd:{kind}"}


def _language(language: str) -> Mapping[str, Any]:
    """By its name at the Publications Office of the European Union: the ISO 639-3 code in capitals. Left out where the
    short code of a language has several long ones (`zh`)."""
    names = [long for long, short in get_global("language_aliases").items() if short == language and len(long) == 3]
    name = language.upper() if len(language) == 3 else names[0].upper() if len(names) == 1 else None
    return {"dct:language": {"@id": f"language:{name}", "@type": "dct:LinguisticSystem"}} if name else {}


def _publisher(city: City, words: Words) -> Mapping[str, Any]:
    """Where nobody has said who keeps the site, it is named as what it calls itself."""
    name = city.contacts.organisation or f"{city.title[words.language]}: {publisher_of(city, words)}"
    return {"@type": "foaf:Agent", "foaf:name": _said(name, words)}


def _territory(city: City, words: Words) -> Mapping[str, Any]:
    return {"@type": "dct:Location", "skos:prefLabel": _said(city.name[words.language], words)}


def _contact(city: City) -> Mapping[str, Any]:
    contacts = city.contacts
    return {
        "@type": "vcard:Kind",
        "vcard:fn": contacts.organisation or contacts.email,
        "vcard:hasEmail": {"@id": f"mailto:{contacts.mail_address}"},
    }


def _terms(licence: Licence, words: Words) -> Mapping[str, Any]:
    name = {"@id": licence.address} if licence.address else {}
    return {
        "dct:license": {
            **name,
            "@type": "dct:LicenseDocument",
            "dct:title": _said(licence.name[words.language], words),
            "dct:description": _said(licence.text[words.language], words),
        }
    }
