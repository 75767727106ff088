"""Cells that say themselves what belongs into them: a new project begins with such, and its pages name them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables import GLOSSARY, INDICATORS, MONEY, QUESTIONS

TO_FILL = "Впишите: "
"""What such a cell begins with; behind it stands what is wanted."""
USUAL = (MONEY, INDICATORS, QUESTIONS, GLOSSARY)
"""Tables that a programme may go without, and that hardly any does."""


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A cell that nobody has filled in yet."""

    file: str
    """Its name alone, within the folder of the programme."""
    row: int
    title: str
    """Of the column, as a sentence to be translated."""
    what: str
    """What is wanted, in Russian."""


def unfilled_problems(tables: Mapping[str, Records]) -> Iterator[Problem]:
    for records, index, column in _cells(tables):
        yield records.notice(index, column, "unfilled")


def unfilled_cells(tables: Mapping[str, Records]) -> Iterator[Unfilled]:
    """In the order of the tables, of their rows and columns."""
    for records, index, column in _cells(tables):
        what = records.values[column][index].removeprefix(TO_FILL)
        yield Unfilled(records.file_name, records.numbers[index], records.table.column(column).title, what)


def _cells(tables: Mapping[str, Records]) -> Iterator[tuple[Records, int, str]]:
    for records in tables.values():
        texts = [name for name in records.table.names if records.table.cell(name).kind == "text"]
        found = (
            (index, name)
            for name in texts
            for index, value in enumerate(records.values[name])
            if isinstance(value, str) and value.startswith(TO_FILL)
        )
        yield from ((records, index, name) for index, name in sorted(found, key=lambda cell: cell[0]))


describe("unfilled", "«{value}» — это подсказка, а не данные.", "Впишите вместо неё слова документа.")
