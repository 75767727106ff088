"""What every column of every table means that can be taken along."""

from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.dataset.tables import Table
from vitrina.dataset.tables.shared import FIGURE_IN_WORDS
from vitrina.dataset.tables.sheet_names import resource_name
from vitrina.pages.context import Context
from vitrina.pages.data_files import contents_of
from vitrina.pages.page import Page
from vitrina.pages.program_files import JSON_TABLES
from vitrina.pages.views import View, onward, register
from vitrina.words import Words
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class Field:
    """A column in the dictionary, with the ids that it may hold and what these mean."""

    name: str
    title: str
    description: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A table in the dictionary."""

    name: str
    anchor: str
    title: str
    description: str
    fields: tuple[Field, ...]


def described_tables(context: Context) -> tuple[Table, ...]:
    """Those whose fields are promised, whether they have rows or not, and all others that the download holds."""
    others = (one.table for one in contents_of(context))
    return tuple(dict.fromkeys((*JSON_TABLES, *others)))


def dictionary(context: Context) -> Page:
    """The page of the dictionary."""
    words, here = context.words, context.places["dictionary"]
    tables = described_tables(context)
    return Page(
        place=here,
        title=words.say("Поля таблиц"),
        description=words.say("Что значит каждое поле каждой таблицы, которую можно скачать с этого сайта."),
        values={
            "dictionary": [_described(table, words) for table in tables],
            "ways": onward(context, "data"),
        },
    )


def _described(table: Table, words: Words) -> Described:
    fields = []
    for name, column in table.columns.items():
        if column is not FIGURE_IN_WORDS:
            # Most descriptions tell what the ids mean.
            untold = [
                (key, words.message(title))
                for key, title in table.cell(name).choices.items()
                if key not in column.description
            ]
            fields.append(Field(name, words.title(column.title), words.message(column.description), tuple(untold)))
    name = resource_name(table)
    return Described(
        name, name.replace(".", "-"), words.message(table.title), words.message(table.description), tuple(fields)
    )


register(
    View(
        Kind("dictionary", order=455, folder="data/dictionary", parent="data", named_in=()),
        lambda given: [dictionary(given.context)],
        sought=sentence("поля таблиц|описание столбцов|что значит столбец|коды таблиц"),
    )
)
