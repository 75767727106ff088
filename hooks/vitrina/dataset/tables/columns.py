"""What a table is made of: columns with their titles, and the key that tells its rows apart.

Titles and descriptions are Russian; what the other languages say is in `locale`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo

from vitrina.dataset.cells import Cell

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Column:
    """What a person needs to know of a column. Its name, type and whether it may be empty stand in the row model."""

    title: str
    description: str
    example: str = ""
    refers_to: str = ""
    """The table whose `id` a value must be."""
    plain: bool = False
    """Our own words, in which figures are references into the dataset; see `references`."""
    quoted: bool = False
    """The document's own words, letter by letter."""
    translated: Literal["row", "words", "place", "never"] = "row"
    """Of a text: every row has a translation of its own; the same words have one wherever they stand, and so has a
    place in a document; or there is none."""
    shown: bool = False
    """Where a page tells of the row, it lists the value under the column's title. Of the series from outside."""
    may_be_absent: bool = False
    """The file may go without the column; then every cell of it is empty."""


class Row(BaseModel):
    """One row of a table. Fields are columns, in the order in which the file should have them."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
    def _fields(self) -> dict[str, FieldInfo]:
        # `from` is a column, and a word that Python keeps for itself: there the field has an alias.
        return {field.alias or name: field for name, field in self.row.model_fields.items()}

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        return {name: _only(field, Column) for name, field in self._fields.items()}

    def column(self, name: str) -> Column:
        return self.columns[name]

    @cached_property
    def _cells(self) -> Mapping[str, Cell]:
        return {name: _only(field, Cell) for name, field in self._fields.items()}

    def cell(self, name: str) -> Cell:
        """How a cell of the column is read, and what it may hold."""
        return self._cells[name]

    def is_required(self, name: str) -> bool:
        """Whether a cell of the column may not be empty."""
        return self._fields[name].is_required()

    def empty(self, name: str) -> Any:
        """What stands for an empty cell of a column that may be empty."""
        return self._fields[name].default

    def reader(self, name: str, cell: Cell | None = None) -> TypeAdapter[list[Any]]:
        """Reads many cells of a column at once; `cell` stands in where the dataset itself holds the choices."""
        if cell:
            return _reader(self._fields[name], cell)
        if name not in self._readers:
            self._readers[name] = _reader(self._fields[name], self.cell(name))
        return self._readers[name]

    @cached_property
    def _readers(self) -> dict[str, TypeAdapter[list[Any]]]:
        return {}


def _reader(field: FieldInfo, cell: Cell) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[Annotated[field.annotation, cell]])  # type: ignore[name-defined]  # a field's own type


def _only(field: FieldInfo, kind: type[Kind]) -> Kind:
    return next(entry for entry in field.metadata if isinstance(entry, kind))
