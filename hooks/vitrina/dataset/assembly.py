"""From records that hold no fault to the immutable programme."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Literal, TypeVar

import pandas as pd

from vitrina.dataset.checks.content import programme_years
from vitrina.dataset.entries import Document, ExpectedFinding, Goal, Line, PassportEntry, Quotation, current_edition
from vitrina.dataset.figures import as_printed
from vitrina.dataset.ordering import in_order
from vitrina.dataset.outcomes import Assignment, Completion, Rule, Service
from vitrina.dataset.programme import Programme, Series, ShownCell
from vitrina.dataset.records import Records
from vitrina.dataset.subjects import Contradiction, Gap, Indicator, Link, Observation, Question, Term, forms_of
from vitrina.dataset.tables import Table
from vitrina.dataset.tables.translations import TRANSLATIONS, TRANSLATIONS_INTO
from vitrina.dataset.texts import PHRASES, PLACES, placed_texts
from vitrina.dataset.translated import Texts, Translation

Made = TypeVar("Made")
Row = dict[str, Any]
"""A row of a table by column."""


def assemble_programme(identity: str, read: Mapping[str, Records], sources: Sequence[str]) -> Programme:
    """The programme of tables without any problem; raises where the checks should have found one.

    `sources` are the ids of the city's sources in its own order.
    """
    tables = in_order(read, sources)
    years = programme_years(tables["passport"])
    if years is None:
        raise ValueError("a passport without a period")
    documents = tuple(_document(row) for row in _rows(tables["documents"]))

    def all_of(name: str, make: Callable[[Row], Made]) -> tuple[Made, ...]:
        return tuple(map(make, _rows(tables.get(name))))

    return Programme(
        id=identity,
        passport=all_of("passport", lambda row: _made(PassportEntry, row, quotation=_quotation(row, "value"))),
        goals=all_of("goals", lambda row: _made(Goal, row, quotation=_quotation(row, "text"))),
        documents=documents,
        lines=all_of("lines", lambda row: _made(Line, row, quotation=_quotation(row, "name"))),
        money=_money(tables["money"]),
        expected=all_of("expected_findings", lambda row: _made(ExpectedFinding, row)),
        links=all_of("links", lambda row: _made(Link, row, source=row["from"], target=row["to"])),
        indicators=all_of("indicators", _indicator),
        observations=all_of("observations", _observation),
        questions=all_of("questions", lambda row: _made(Question, row, is_answered=row["answered"] == "yes")),
        glossary=all_of("glossary", lambda row: _made(Term, row, forms=forms_of(row["forms"]))),
        gaps=all_of("gaps", lambda row: _gap(row, current_edition(documents).id)),
        contradictions=all_of("contradictions", _contradiction),
        years=tuple(years),
        texts=assemble_texts(tables),
        completions=all_of("completions", lambda row: _made(Completion, row, quotation=_quotation(row, "words"))),
        services=all_of("services", lambda row: _made(Service, row, quotation=_quotation(row, "words"))),
        assignments=all_of("assignments", _assignment),
        rules=all_of("rules", _rule),
    )


def assemble_series(series: Records) -> tuple[Series, ...]:
    made = (_made(Series, row, shown=_shown(series.table, row)) for row in _rows(series))
    return tuple(sorted(made, key=lambda one: one.id))


def _shown(table: Table, row: Row) -> tuple[ShownCell, ...]:
    return tuple(ShownCell(name, table.column(name).title, row[name]) for name in table.shown if row[name])


def assemble_texts(tables: Mapping[str, Records]) -> Texts:
    """The texts of some tables with their translations, where there is a table of them."""
    translations: dict[tuple[str, str, str], Translation] = {}
    translated_places: dict[str, str] = {}
    translated_phrases: dict[str, str] = {}
    for row in _rows(tables.get(TRANSLATIONS.name)):
        if row["table"] == PLACES:
            translated_places[row["fingerprint"]] = row["text"]
        elif row["table"] == PHRASES:
            translated_phrases[row["fingerprint"]] = row["text"]
        else:
            translations[row["table"], row["id"], row["field"]] = Translation(row["text"], row["fingerprint"])
    placed = placed_texts(tables)
    return Texts(
        {address: text for address, (text, _) in placed.items()},
        translations,
        translated_places,
        translated_phrases,
        {address: row for address, (_, row) in placed.items()},
        TRANSLATIONS_INTO,
    )


def _rows(records: Records | None) -> Iterator[Row]:
    """The rows of a small table one by one, each with its number in the file under "row"."""
    if records is None:
        return
    names = records.table.names
    for number, values in zip(
        records.numbers, zip(*(records.values[name] for name in names), strict=True), strict=True
    ):
        yield {**dict(zip(names, values, strict=True)), "row": number}


def _made(kind: type[Made], row: Row, **derived: object) -> Made:
    """An entity of a row: each of its fields is the column of that name, or derived from others."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every entity is a dataclass
    return kind(**{name: value for name, value in (row | derived).items() if name in names})


def _quotation(row: Row, words: str) -> Quotation:
    return Quotation(row["document"], row["place"], row[words])


def _document(row: Row) -> Document:
    facts, promise = row["facts_until_words"], row["promised_by"] and row["promised_words"]
    return _made(
        Document,
        row,
        facts=Quotation(row["id"], row["facts_until_place"] or "", facts) if facts else None,
        promise=Quotation(row["promised_by"], row["promised_place"] or "", promise) if promise else None,
    )


def _indicator(row: Row) -> Indicator:
    return _made(
        Indicator,
        row,
        quotation=_quotation(row, "words"),
        comparable=row["comparable"] != "no",
        is_key_figure=row["key_figure"] == "yes",
    )


def _observation(row: Row) -> Observation:
    return _made(
        Observation,
        row,
        value=as_printed(row["value"], row["words"]),
        upper=as_printed(row["upper"], row["words"]),
        first=row["from"],
        last=row["to"],
        quotation=_quotation(row, "words"),
        group=row["group"] or "",
    )


def _assignment(row: Row) -> Assignment:
    volume = as_printed(row["volume"], row["words"])
    return _made(Assignment, row, volume=volume, quotation=_quotation(row, "words"))


def _rule(row: Row) -> Rule:
    return _made(Rule, row, quotation=_quotation(row, "words") if row["whose"] == "document" else None)


def _gap(row: Row, edition: str) -> Gap:
    """The words of a gap are those of the edition that leaves it."""
    return _made(Gap, row, quotation=Quotation(edition, row["place"] or "", row["words"]) if row["words"] else None)


def _contradiction(row: Row) -> Contradiction:
    other = Quotation(row["document"], row["other_place"], row["other_words"])
    return _made(Contradiction, row, quotation=_quotation(row, "words"), other=other)


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
