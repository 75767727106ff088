"""The files that programs read, beside the tables: JSON of a promised shape, what was in force, descriptions."""

from dataclasses import dataclass

from vitrina.addresses import ApiFiles
from vitrina.addresses.downloads import CATALOGUE, FROZEN_TABLES, TABLES_IN_JSON
from vitrina.dataset.tables import MONEY, TABLES, Table
from vitrina.measures.editions import published_editions
from vitrina.pages.context import Context
from vitrina.pages.data_files import DataFile, contents_of
from vitrina.words.capitals import first_lower

JSON_TABLES: tuple[Table, ...] = tuple(next(table for table in TABLES if table.name == name) for name in TABLES_IN_JSON)


def in_json(context: Context) -> tuple[DataFile, ...]:
    """The programme, each of its tables, all of them together, what changed."""
    words = context.words
    titles = {
        "programme": words.say("Программа, её паспорт и цели"),
        **{table.name: words.message(table.title) for table in JSON_TABLES},
        "all": words.say("Все таблицы вместе"),
        "changes": words.say("Что изменилось"),
    }
    files, tables = ApiFiles(context.programme.id), {one.table.name: one for one in contents_of(context)}
    return tuple(
        DataFile(files.json(name), title, "json", contents=tables.get(name), schema=files.schema(name))
        for name, title in titles.items()
    )


def frozen(context: Context) -> tuple[DataFile, ...]:
    """What was in force with each edition, the latest first."""
    files, titles = ApiFiles(context.programme.id), context.document_titles
    return tuple(
        DataFile(
            files.edition(edition.id),
            context.words.say("Как действовало: {document}", document=first_lower(titles[edition.id])),
            "json",
            schema=files.schema("edition"),
        )
        for edition in reversed(published_editions(context.programme.documents))
    )


@dataclass(frozen=True, slots=True)
class FrozenTable:
    """A table as it was in force with an edition, as CSV for people and for programs."""

    edition: str
    table: Table
    files: tuple[DataFile, DataFile]


def frozen_tables(context: Context) -> tuple[FrozenTable, ...]:
    """Those of each edition, the latest first."""
    files = ApiFiles(context.programme.id)
    return tuple(
        FrozenTable(edition.id, table, _frozen_files(context, files, edition.id, table))
        for edition in reversed(published_editions(context.programme.documents))
        for table in TABLES
        if table.name in FROZEN_TABLES and table.folder == "programme"
    )


def _frozen_files(context: Context, files: ApiFiles, edition: str, table: Table) -> tuple[DataFile, DataFile]:
    words, document = context.words, first_lower(context.document_titles[edition])
    title = words.say("{table}, как действовало: {document}", table=words.message(table.title), document=document)
    return (
        DataFile(files.edition_csv(edition, table.name), title, "for-people"),
        DataFile(files.edition_csv_for_programs(edition, table.name), title, "for-programs"),
    )


def passport(context: Context) -> tuple[DataFile, ...]:
    """Of the table of money, by the name under which Russian catalogues of open data look for it."""
    if all(one.table is not MONEY for one in contents_of(context)):
        return ()
    path = ApiFiles(context.programme.id).open_data_passport("meta")
    return (DataFile(path, context.words.say("Паспорт набора открытых данных"), "for-programs"),)


def catalogue(context: Context) -> DataFile:
    """Of the whole site."""
    return DataFile(CATALOGUE, context.words.say("Каталог наборов данных, DCAT-AP"), "json-ld")
