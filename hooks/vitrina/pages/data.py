"""What can be taken along of a programme: what each file is for, how to read it, what its fields mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from vitrina.addresses import Kind, Place
from vitrina.dataset.tables import MONEY
from vitrina.pages.context import Context
from vitrina.pages.data_files import DataFile, data_files, link_to
from vitrina.pages.dictionary import described_tables
from vitrina.pages.markdown import as_link
from vitrina.pages.page import Page
from vitrina.pages.program_files import catalogue, frozen, frozen_tables, in_json, passport
from vitrina.pages.snippets import snippets
from vitrina.pages.structured_data import dataset_of_programme, url_of_file
from vitrina.pages.views import View, onward, register
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated


@dataclass(frozen=True, slots=True)
class Link:
    """A file as the page names it."""

    title: str
    href: Markup
    schema: Markup | None = None


@dataclass(frozen=True, slots=True)
class TableLinks:
    """The files of one table, each by its form."""

    title: str
    files: tuple[Link, ...]

    @property
    def is_promised(self) -> bool:
        """Whether it is among those whose fields are."""
        return any(file.schema for file in self.files)


def data(context: Context) -> Page:
    """The page of data."""
    words, here = context.words, context.places["data"]
    city, listed = context.dataset.city, data_files(context)
    return Page(
        place=here,
        title=words.say("Данные"),
        description=words.say(
            "Таблицы программы «{programme}» для Excel и для программ, словарь и условия.",
            programme=context.programme_name,
        ),
        values={
            "whole": [_link(context, here, file) for file in (*listed, *in_json(context)) if file.contents is None],
            "tables": _tables(context, here, listed),
            "frozen": [_link(context, here, file) for file in frozen(context)],
            "frozen_tables": _frozen_tables(context, here),
            "for_catalogues": [_link(context, here, file) for file in (*passport(context), catalogue(context))],
            "snippets": tuple(snippets(context)),
            "money_address": next((url_of_file(context, here, file) for file in listed if _is_money(file)), "")
            if context.address
            else "",
            "money_title": words.message(MONEY.title),
            "has_address": bool(context.address),
            "described": len(described_tables(context)),
            "licence_name": city.licence.name[words.language],
            "licence_text": city.licence.text[words.language],
            "licence_address": city.licence.address,
            "organisation": untranslated(city.contacts.organisation, words.language),
            "site_title": city.title[words.language],
            "edition_title": context.edition_title,
            "own_address": context.address_of(here),
            "ways": onward(context, "documents", "gaps"),
        },
        dataset=dataset_of_programme(context, here),
    )


def _tables(context: Context, here: Place, listed: Sequence[DataFile]) -> list[TableLinks]:
    """Every table that has any row, in all its forms."""
    say, found = context.words.say, dict[str, list[Link]]()
    titles = {"for-people": say("CSV для людей"), "for-programs": say("CSV для программ"), "json": "JSON"}
    for file in (*listed, *in_json(context)):
        if file.contents is not None:
            title = context.words.message(file.contents.table.title)
            link = _link(context, here, file)
            found.setdefault(title, []).append(replace(link, title=titles[file.form]))
    return [TableLinks(title, tuple(links)) for title, links in found.items()]


def _frozen_tables(context: Context, here: Place) -> list[tuple[str, list[TableLinks]]]:
    """The title of each edition, and its tables as CSV."""
    say, found = context.words.say, dict[str, list[TableLinks]]()
    forms = (say("CSV для людей"), say("CSV для программ"))
    for one in frozen_tables(context):
        links = (replace(_link(context, here, file), title=form) for file, form in zip(one.files, forms, strict=True))
        listed = found.setdefault(context.document_titles[one.edition], [])
        listed.append(TableLinks(context.words.message(one.table.title), tuple(links)))
    return list(found.items())


def _link(context: Context, here: Place, file: DataFile) -> Link:
    schema = DataFile(file.schema, "", "json") if file.schema else None
    return Link(
        file.title,
        as_link(link_to(context, here, file)),
        as_link(link_to(context, here, schema)) if schema else None,
    )


def _is_money(file: DataFile) -> bool:
    """Whether programs read the table of money from it."""
    return file.is_shared and file.contents is not None and file.contents.table is MONEY


register(
    View(
        Kind("data", order=450, folder="data", named_in=("keywords",)),
        lambda given: [data(given.context)],
        sought=sentence("данные|скачать данные|открытые данные|таблицы|Excel|CSV|JSON|API|лицензия"),
        onward=(sentence("Данные"), sentence("Все таблицы для Excel и для программ")),
    )
)
