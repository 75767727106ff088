"""What a table is made of: columns with their titles, and the key that tells its rows apart.

Titles and descriptions are Russian; what the other languages say is in `locale`.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter

from vitrina.dataset.cells import Cell

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Column:
    """What a person needs to know of a column. Its name, type and whether it may be empty are the field's own."""

    title: str
    description: str
    example: str = ""
    refers_to: str = ""
    """The table whose `id` a value must be."""
    explains: str = ""
    """The column of this table that is empty where this one says why."""
    plain: bool = False
    """Our own words, in which figures are references into the dataset; see `references`."""
    quoted: bool = False
    """The document's own words, letter by letter."""
    translated: Literal["row", "words", "place", "never"] = "row"
    """Of a text: every row has a translation of its own; the same words have one wherever they stand, and so has a
    place in a document; or there is none."""
    shown: bool = False
    """Where a page tells of the row, it lists the value under the column's title: a page of a series, a document, an
    indicator or a part of the programme. The tables to take away have every column."""
    may_be_absent: bool = False
    """The file may go without the column; then every cell of it is empty."""
    name: str = ""
    """What the file calls it, where the field is called otherwise: `from` is a word that Python keeps for itself."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Where a fact stands: the document's id, the place in it, and its own words."""

    document: str
    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table. Fields are columns, in the order in which the file should have them."""

    row: int
    """Its number in the file, as a spreadsheet shows it."""


class Quoted:
    """A row that quotes a document."""

    __slots__ = ()
    document: str
    place: str
    words: str

    @property
    def quotation(self) -> Quotation:
        return Quotation(self.document, self.place, self.words)


@dataclass(frozen=True)
class Table:
    """A table of the dataset; the reader, the checks and every description of it are made from this.

    What it is asked for with every column of every file is found out once, hence no slots.
    """

    name: str
    folder: Literal["programme", "reference"]
    title: str
    description: str
    row: type[Row]
    key: tuple[str, ...]
    required: bool = True

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(self._fields)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The columns that hold our own words."""
        return tuple(name for name, column in self.columns.items() if column.plain)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The columns that pages list."""
        return tuple(name for name, column in self.columns.items() if column.shown)

    def translated(self, how: str) -> tuple[str, ...]:
        """The columns of texts that are translated so."""
        texts = (name for name in self.names if self.cell(name).kind == "text")
        return tuple(name for name in texts if self.column(name).translated == how)

    @cached_property
    def _types(self) -> dict[str, Any]:
        return get_type_hints(self.row, include_extras=True)

    @cached_property
    def _fields(self) -> dict[str, Field[Any]]:
        """The fields that are columns, by the columns' names."""
        columns = (field for field in fields(self.row) if get_args(self._types[field.name])[1:])
        return {_only(self._types[field.name], Column).name or field.name: field for field in columns}

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        return {name: _only(self._types[field.name], Column) for name, field in self._fields.items()}

    def column(self, name: str) -> Column:
        return self.columns[name]

    @cached_property
    def _cells(self) -> Mapping[str, Cell]:
        return {name: _only(self._types[field.name], Cell) for name, field in self._fields.items()}

    def cell(self, name: str) -> Cell:
        """How a cell of the column is read, and what it may hold."""
        return self._cells[name]

    def is_required(self, name: str) -> bool:
        """Whether a cell of the column may not be empty."""
        return self._fields[name].default is MISSING

    def empty(self, name: str) -> Any:
        """What stands for an empty cell of a column that may be empty."""
        return self._fields[name].default

    def reader(self, name: str, cell: Cell | None = None) -> TypeAdapter[list[Any]]:
        """Reads many cells of a column at once; `cell` stands in where the dataset itself holds the choices."""
        if cell:
            return self._reader(name, cell)
        if name not in self._readers:
            self._readers[name] = self._reader(name, self.cell(name))
        return self._readers[name]

    def _reader(self, name: str, cell: Cell) -> TypeAdapter[list[Any]]:
        value = get_args(self._types[self._fields[name].name])[0]
        return TypeAdapter(list[Annotated[value, cell]])  # type: ignore[valid-type]  # a field's own type

    @cached_property
    def _readers(self) -> dict[str, TypeAdapter[list[Any]]]:
        return {}

    def cells_of(self, row: Row) -> Mapping[str, Any]:
        """The cells of a row by column: what `made` made it of."""
        return {name: getattr(row, field.name) for name, field in self._fields.items()}

    def made(self, cells: Mapping[str, Any], row: int) -> Any:
        """A row of its cells by column."""
        return self.row(row=row, **{field.name: cells[name] for name, field in self._fields.items()})


def _only(annotated: Any, kind: type[Kind]) -> Kind:
    return next(entry for entry in get_args(annotated)[1:] if isinstance(entry, kind))
