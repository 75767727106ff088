"""Sheets on which a year is typed in the shape in which reports print it: a row a source or an indicator, a column a
year. What is filled in becomes rows of the long table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vitrina.dataset.tables import MONEY, OBSERVATIONS, Table
from vitrina.dataset.tables.sheet_names import column_head
from vitrina.desk.filled_tables import FilledTable
from vitrina.words import LANGUAGES, Words
from vitrina.words.catalogue import sentence

_TITLES: Mapping[str, str] = {
    MONEY.name: sentence("Внести деньги"),
    OBSERVATIONS.name: sentence("Внести показатели"),
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    MONEY.name: ("document", "line", "source", "stage", "place", "words", "figure_in_words"),
    OBSERVATIONS.name: ("document", "indicator", "stage", "place", "words", "figure_in_words"),
}
"""The columns of the long table that stand before the years."""
COPIED_DOWN = ("document", "stage", "place", "words")
"""An empty cell means what stands above it."""


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """`rows` hold the columns of `COLUMNS` by name; the years behind them are empty."""

    table: Table
    name: str
    note: str
    years: tuple[int, ...]
    rows: tuple[Mapping[str, str], ...]


def entry_sheet_of(name: str) -> Table | None:
    """The table that a sheet of this name is for."""
    return next((table for table in (MONEY, OBSERVATIONS) if name in _names(table)), None)


def _names(table: Table) -> frozenset[str]:
    return frozenset(Words(language).say(_TITLES[table.name]) for language in LANGUAGES)


def year_heads(words: Words, table: Table, years: Sequence[int]) -> list[str]:
    """«2025», with the unit of what is money."""
    unit = f", {words.unit('thousand')}" if table is MONEY else ""
    return [f"{year}{unit}" for year in years]


def entry_sheet(filled: FilledTable, words: Words) -> EntrySheet | None:
    """The rows for the actual figures that are still missing; None where nothing was planned."""
    table, records = filled.table, filled.records
    of = ("line", "source") if table is MONEY else ("indicator",)
    planned: dict[tuple[str, ...], set[int]] = {}
    actual: set[int] = set()
    for key, stage, year in _figures(filled):
        if stage == "plan":
            planned.setdefault(key, set()).add(year)
        elif stage == "actual":
            actual.add(year)
    years = sorted({year for own in planned.values() for year in own} - actual)
    if not years or not records.numbers:
        return None
    rows = tuple({**dict(zip(of, key, strict=True)), "stage": "actual"} for key in planned)
    note = words.say(
        sentence(
            "Впишите факт за {year} год: документ, место, слова и числа. Пустая ячейка документа, места или слов "
            "значит «как строкой выше». Строки без чисел пропускаются."
        ),
        year=next((year for year in years if year > max(actual, default=0)), years[0]),
    )
    return EntrySheet(table, words.say(_TITLES[table.name]), note, tuple(years), rows)


def _figures(filled: FilledTable) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Of every row that tells of whole years: what it is of, its stage, its year."""
    table, records = filled.table, filled.records
    if table is MONEY:
        for _, (line, source, year, stage, part, administrator) in records.rows(
            "line", "source", "year", "stage", "of_which", "administrator"
        ):
            if year is not None and not part and not administrator:
                yield (line, source), stage, year
    else:
        for _, (indicator, group, first, last, stage) in records.rows("indicator", "group", "from", "to", "stage"):
            if first and last and not group and first.year == last.year:
                yield (indicator,), stage, first.year


def heads_of(entry: EntrySheet, words: Words) -> list[str]:
    names = [column_head(entry.table, name, words) for name in COLUMNS[entry.table.name]]
    return [*names, *year_heads(words, entry.table, entry.years)]
