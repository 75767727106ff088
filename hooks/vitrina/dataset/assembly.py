"""From records that hold no fault to the immutable programme."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import pandas as pd

from vitrina.dataset.checks.content import programme_years
from vitrina.dataset.documents.quoted import QuotedText
from vitrina.dataset.figures import as_printed
from vitrina.dataset.ordering import in_order
from vitrina.dataset.programme import Columns, Programme, Series
from vitrina.dataset.records import Records
from vitrina.dataset.tables import Table
from vitrina.dataset.tables.documents import current_edition
from vitrina.dataset.tables.translations import language_of
from vitrina.dataset.texts import PHRASES, PLACES, TextAddress, placed_texts, translations_of
from vitrina.dataset.translated import Texts, Translation, Translations
from vitrina.dataset.unfilled import unfilled_cells
from vitrina.words.provenance import Kopecks, Stated, as_stated


def assemble_programme(
    identity: str, read: Mapping[str, Records], sources: Sequence[str], quoted: Mapping[str, QuotedText]
) -> Programme:
    """The programme of tables without any problem; raises where the checks should have found one.

    `sources` are the ids of the city's sources in its own order, `quoted` the texts of documents that are at hand.
    """
    tables = in_order(read, sources)
    years = programme_years(tables["passport"])
    if years is None:
        raise ValueError("a passport without a period")
    documents = _made(tables["documents"])
    edition = current_edition(documents).id
    observations = (
        replace(
            one,
            value=as_stated(as_printed(one.value, one.words), Stated(identity, "observations", one.row)),
            upper=as_stated(as_printed(one.upper, one.words), Stated(identity, "observations", one.row)),
        )
        for one in _made(tables.get("observations"))
    )
    indicators = (
        replace(one, weight=as_stated(one.weight, Stated(identity, "indicators", one.row)))
        for one in _made(tables.get("indicators"))
    )
    assignments = (
        replace(
            one,
            volume=as_stated(as_printed(one.volume, one.words), Stated(identity, "assignments", one.row)),
            cost=None if one.cost is None else Kopecks(one.cost, Stated(identity, "assignments", one.row)),
        )
        for one in _made(tables.get("assignments"))
    )
    return Programme(
        id=identity,
        passport=_made(tables["passport"]),
        goals=_made(tables["goals"]),
        documents=documents,
        lines=_made(tables["lines"]),
        money=_money(tables["money"]),
        expected=_made(tables.get("expected_findings")),
        links=_made(tables.get("links")),
        indicators=tuple(indicators),
        observations=tuple(observations),
        questions=_made(tables.get("questions")),
        glossary=_made(tables.get("glossary")),
        gaps=tuple(replace(gap, edition=edition) for gap in _made(tables.get("gaps"))),
        contradictions=_made(tables.get("contradictions")),
        years=tuple(years),
        texts=assemble_texts(tables),
        completions=_made(tables.get("completions")),
        services=_made(tables.get("services")),
        assignments=tuple(assignments),
        rules=_made(tables.get("rules")),
        corrections=_made(tables.get("corrections")),
        quoted=quoted,
        tables=filled_tables(read),
        unfilled=tuple(unfilled_cells(read)),
    )


def filled_tables(read: Mapping[str, Records]) -> Mapping[str, Columns]:
    """What the tables hold that have any row."""
    return {name: dict(records.values) for name, records in read.items() if records.numbers}


def assemble_series(series: Records) -> tuple[Series, ...]:
    made = (Series(row["id"], row["code"]) for _, row in _rows(series))
    return tuple(sorted(made, key=lambda one: one.id))


def assemble_texts(tables: Mapping[str, Records]) -> Texts:
    """The texts of some tables with their translations."""
    placed = placed_texts(tables)
    return Texts(
        {address: text for address, (text, _) in placed.items()},
        {language_of(records.table) or "": _translations(records) for records in translations_of(tables)},
        {address: row for address, (_, row) in placed.items()},
    )


def _translations(records: Records) -> Translations:
    texts: dict[TextAddress, Translation] = {}
    shared: dict[str, dict[str, str]] = {PLACES: {}, PHRASES: {}}
    for _, row in _rows(records):
        if row["table"] in shared:
            shared[row["table"]][row["fingerprint"]] = row["text"]
        else:
            texts[row["table"], row["id"], row["field"]] = Translation(row["text"], row["fingerprint"])
    return Translations(texts, shared[PLACES], shared[PHRASES])


def _made(records: Records | None) -> tuple[Any, ...]:
    """The rows of a small table, each of the class that defines it."""
    return tuple(records.table.made(row, number) for number, row in _rows(records)) if records else ()


def _rows(records: Records | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a small table one by one, by column, each with its number in the file."""
    if records is None:
        return
    names = records.table.names
    rows = zip(*(records.values[name] for name in names), strict=True)
    for number, values in zip(records.numbers, rows, strict=True):
        yield number, dict(zip(names, values, strict=True))


def _money(money: Records) -> pd.DataFrame:
    """By column, never by row: there may be half a million. A column is what the table calls it, or derived."""
    values = money.values
    frame = {name: pd.array(values[name], dtype=_dtype(money.table, name)) for name in money.table.names}
    administrators = values["administrator"]
    frame |= {
        "of_which": pd.array(
            [part or name for part, name in zip(values["of_which"], administrators, strict=True)], dtype="str"
        ),
        "is_administrator": pd.array([name != "" for name in administrators], dtype="bool"),
        "of_which_all": pd.array([parts == "all" for parts in values["of_which_all"]], dtype="bool"),
    }
    return pd.DataFrame(frame, index=pd.Index(money.numbers, name="row")).rename(columns={"amount": "kopecks"})


def _dtype(table: Table, name: str) -> Literal["Int64", "object", "str"]:
    match table.cell(name).kind:
        case "year" | "amount" | "whole":
            return "Int64"
        case "number" | "date":
            return "object"
        case _:
            return "str"
