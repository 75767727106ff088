"""What search engines for data are told on a page: a data set in the words of schema.org, as JSON-LD.

Without a known address of the site its addresses are relative to the page, which JSON-LD allows.
"""

import json
import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from vitrina.addresses import Place, relative
from vitrina.dataset.programme import Indicator, Observation
from vitrina.pages.context import Context
from vitrina.pages.data_files import DataFile, data_files, link_to
from vitrina.pages.document_status import document_status
from vitrina.pages.program_files import in_json
from vitrina.words.foreign import as_it_is

_VOCABULARY = {"@vocab": "https://schema.org/"}
"""Named and not fetched: whoever reads it needs nothing else."""
_ANCHOR = "#dataset"


def dataset_of_programme(context: Context, here: Place) -> str:
    """Of the page of data."""
    files = (*data_files(context), *in_json(context))
    return _dumped(
        {
            **_about(context, here, context.programme_name, description_of_data(context)),
            "temporalCoverage": f"{context.measures.funding.first_year}/{context.measures.funding.last_year}",
            "variableMeasured": [
                as_it_is(context.plain("indicators", one.id, "short_name")) for one in context.programme.indicators
            ],
            "distribution": [_distribution(context, here, file) for file in files],
        }
    )


def description_of_data(context: Context) -> str:
    """What can be taken along of a programme."""
    return context.words.say(
        "Деньги, показатели и документы программы «{programme}» с местом каждого числа в документе. {status}.",
        programme=as_it_is(context.programme_name),
        status=document_status(context),
    )


def dataset_of_indicator(
    context: Context, here: Place, indicator: Indicator, observations: Iterable[Observation], tables: Iterable[str]
) -> str:
    """Of the page of an indicator; `tables` are the paths of its charts' figures."""
    words = context.words
    name = as_it_is(context.plain("indicators", indicator.id, "short_name"))
    official = as_it_is(context.programme.text("indicators", indicator.id, "name", words.language).text)
    days = [day for row in observations for day in (row.first, row.last) if day]
    files = [
        *(DataFile(path, name, "for-people") for path in tables),
        *(file for file in in_json(context) if file.path.endswith("/observations.json")),
    ]
    described = words.say(
        "{explanation} В документе: «{name}». {status}.",
        explanation=as_it_is(context.plain("indicators", indicator.id, "explanation")),
        name=official,
        status=document_status(context),
    )
    return _dumped(
        {
            **_about(context, here, name, described),
            "isPartOf": {"@id": url_of_page(context, here, context.places["data"]) + _ANCHOR},
            **({"temporalCoverage": f"{min(days).isoformat()}/{max(days).isoformat()}"} if days else {}),
            "variableMeasured": {"@type": "PropertyValue", "name": official},
            "distribution": [_distribution(context, here, file) for file in files],
        }
    )


def url_of_page(context: Context, here: Place, page: Place) -> str:
    """Whole where the site's address is known, else as seen from another page."""
    return context.address_of(page) or f"{relative(here, page.folder)}/"


def url_of_file(context: Context, here: Place, file: DataFile) -> str:
    """Likewise."""
    return context.address + path_in_site(context, file) if context.address else link_to(context, here, file)


def path_in_site(context: Context, file: DataFile) -> str:
    """Within the whole site, all languages together."""
    return file.path if file.is_shared else posixpath.join(context.own_folder, file.path)


def _about(context: Context, here: Place, name: str, description: str) -> Mapping[str, Any]:
    words, city = context.words, context.dataset.city
    language, publisher = words.language, city.contacts.organisation
    territory = {"@type": "AdministrativeArea", "name": as_it_is(city.name[language])}
    return {
        "@context": _VOCABULARY,
        "@type": "Dataset",
        "@id": url_of_page(context, here, here) + _ANCHOR,
        "url": url_of_page(context, here, here),
        "name": as_it_is(name),
        "description": description,
        "inLanguage": language,
        "isAccessibleForFree": True,
        "license": city.licence.address or as_it_is(city.licence.text[language]),
        "spatialCoverage": territory,
        "isBasedOn": as_it_is(context.edition_title),
        **({"dateModified": day.isoformat()} if (day := context.programme.edition.date) else {}),
        **({"publisher": {"@type": "Organization", "name": publisher}} if publisher else {}),
    }


def _distribution(context: Context, here: Place, file: DataFile) -> Mapping[str, str]:
    return {
        "@type": "DataDownload",
        "name": as_it_is(file.title),
        "encodingFormat": file.media_type,
        "contentUrl": url_of_file(context, here, file),
    }


def _dumped(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
