"""The passport of the table of money as a set of open data, as the Ministry of Economic Development's method asks for.

Version 3.0 of the method: meta.csv with a property a row, and the table and its structure named by their dates.
"""

from collections.abc import Iterator
from datetime import date

from vitrina.addresses import ApiFiles
from vitrina.dataset.tables import MONEY
from vitrina.measures.editions import published
from vitrina.open_data.delimited import for_programs
from vitrina.open_data.tables import rows_for_programs
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.words import Words
from vitrina.words.foreign import as_it_is

_METHOD = "http://opendata.gosmonitor.ru/standard/3.0"
_FORMATS = {"year": "integer", "amount": "decimal"}
"""By the kind of a cell; of every other kind it is a string."""


def passport_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """Path and content, of a programme that has money."""
    files, day = ApiFiles(context.programme.id), _day(context.programme.known_until)
    data, structure = f"data-{day}-structure-{day}", f"structure-{day}"
    for money in contents_of(context):
        if money.table is MONEY:
            properties = [("property", "value"), *_properties(context, data, structure)]
            yield files.open_data_passport("meta"), for_programs(properties)
            yield files.open_data_passport(data), for_programs(rows_for_programs(money))
            yield files.open_data_passport(structure), for_programs(_structure())


def _properties(context: Context, data: str, structure: str) -> Iterator[tuple[str, str]]:
    """Those that are known; the identifier lacks the number by which a tax office knows the owner."""
    words, programme, city = context.words, context.programme, context.dataset.city
    files, contacts = ApiFiles(programme.id), context.dataset.city.contacts
    days = [day for one in published(programme.documents) if (day := one.date or one.facts_until)]
    owner = as_it_is(contacts.organisation or city.title[words.language])
    name = as_it_is(context.programme_name)
    known = {
        "standardversion": _METHOD,
        "identifier": f"{programme.id}-money",
        "title": words.say("Деньги программы «{programme}»", programme=name),
        "description": as_it_is(words.message(MONEY.description)),
        "creator": owner,
        "created": _day(min(days)),
        "modified": _day(programme.known_until),
        "subject": words.say("бюджет, муниципальные и государственные программы, финансирование"),
        "format": "CSV",
        "provenance": as_it_is(context.edition_title),
        "valid": _day(programme.known_until),
        "publishername": owner,
        "publisherphone": contacts.phone,
        "publishermbox": contacts.email,
        data: _address(context, files.open_data_passport(data)),
        structure: _address(context, files.open_data_passport(structure)),
    }
    yield from ((key, value) for key, value in known.items() if value)


def _address(context: Context, path: str) -> str:
    """Whole, or else as seen from the passport, beside which the file lies."""
    return f"{context.address}{path}" if context.address else path.rpartition("/")[2]


def _structure() -> Iterator[tuple[str, str, str, str]]:
    yield "field name", "english description", "russian description", "format"
    english, russian = Words("en"), Words("ru")
    for name in MONEY.names:
        title = MONEY.column(name).title
        kind = _FORMATS.get(MONEY.cell(name).kind, "string")
        yield name, english.title(title), russian.title(title), kind


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"
