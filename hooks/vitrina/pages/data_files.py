"""The files in which a programme's tables can be taken away: `open_data` makes them, pages and catalogues name them."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vitrina.addresses import Place, TableFiles, relative
from vitrina.dataset.programme import Contents
from vitrina.dataset.tables.sheet_names import resource_name
from vitrina.pages.context import Context

Form = Literal[
    "workbook", "dataset", "package", "csv-metadata", "licence", "for-people", "for-programs", "json", "json-ld"
]
_MEDIA_TYPES: Mapping[Form, str] = {
    "workbook": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "dataset": "application/zip",
    "package": "application/json",
    "csv-metadata": "application/csvm+json",
    "licence": "text/plain",
    "for-people": "text/csv",
    "for-programs": "text/csv",
    "json": "application/json",
    "json-ld": "application/ld+json",
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file. What is alike in every language lies in the site of the main one alone."""

    path: str
    """Within the site of its language."""
    title: str
    """In the language of the page."""
    form: Form
    contents: Contents | None = None
    """Of a file that holds one table."""
    schema: str = ""
    """The path of the JSON Schema that it keeps to."""

    @property
    def is_shared(self) -> bool:
        """Whether it is alike in every language."""
        return self.form not in ("workbook", "for-people")

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self.form]


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Those of whole programmes first, then each table in its forms."""
    words, files = context.words, TableFiles(context.programme.id)
    listed = [
        DataFile(files.workbook, words.say("Все таблицы (Excel)"), "workbook"),
        DataFile(files.dataset, words.say("Весь набор данных (ZIP)"), "dataset"),
        DataFile(files.package, words.say("Описание таблиц (Data Package)"), "package"),
        DataFile(files.csv_metadata, words.say("Описание таблиц (CSVW)"), "csv-metadata"),
        DataFile(files.licence, words.say("Условия"), "licence"),
    ]
    for each in contents_of(context):
        name, title = resource_name(each.table), words.message(each.table.title)
        people, programs = words.say("{table}, для людей", table=title), words.say("{table}, для программ", table=title)
        listed += [
            DataFile(files.csv(name), people, "for-people", contents=each),
            DataFile(files.csv_for_programs(name), programs, "for-programs", contents=each),
        ]
    return tuple(listed)


def contents_of(context: Context) -> tuple[Contents, ...]:
    return context.dataset.contents(context.programme)


def link_to(context: Context, here: Place, file: DataFile) -> str:
    """The address of a file as seen from a page. MkDocs does not follow it: the file may be of another language."""
    if is_made_here(context, file):
        return relative(here, file.path)
    return posixpath.relpath(file.path, posixpath.join(context.own_folder, here.folder))


def is_made_here(context: Context, file: DataFile) -> bool:
    """Whether the site of the context's language has the file."""
    return context.is_main or not file.is_shared
