"""From records that hold no fault to the immutable programme."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from vitrina.dataset.checks.content import programme_years
from vitrina.dataset.programme import (
    Document,
    ExpectedFinding,
    Goal,
    Line,
    PassportEntry,
    Programme,
    Quotation,
    Series,
    Texts,
    Translation,
)
from vitrina.dataset.records import Records
from vitrina.dataset.texts import PLACES, texts


def assemble_programme(identity: str, tables: Mapping[str, Records]) -> Programme:
    """The programme of tables without any problem; raises where the checks should have found one."""
    years = programme_years(tables["passport"])
    if years is None:
        raise ValueError("a passport without a period")
    return Programme(
        id=identity,
        passport=tuple(_passport_entry(row) for row in _rows(tables["passport"])),
        goals=tuple(
            Goal(row["id"], row["kind"], row["number"], _quotation(row, "text"), row["row"])
            for row in _rows(tables["goals"])
        ),
        documents=tuple(_document(row) for row in _rows(tables["documents"])),
        lines=tuple(
            Line(row["id"], row["parent"], row["kind"], row["number"], _quotation(row, "name"), row["row"])
            for row in _rows(tables["lines"])
        ),
        money=_money(tables["money"]),
        expected=tuple(_expected_finding(row) for row in _rows(tables.get("expected_findings"))),
        years=tuple(years),
        texts=assemble_texts(tables),
    )


def assemble_series(series: Records) -> tuple[Series, ...]:
    return tuple(Series(**{name: row[name] for name in series.table.names}) for row in _rows(series))


def assemble_texts(tables: Mapping[str, Records]) -> Texts:
    """The texts of some tables with their English, where there is a table of it."""
    english: dict[tuple[str, str, str], Translation] = {}
    english_places: dict[str, str] = {}
    for row in _rows(tables.get("translations.en")):
        if row["table"] == PLACES:
            english_places[row["fingerprint"]] = row["text"]
        else:
            english[row["table"], row["id"], row["field"]] = Translation(row["text"], row["fingerprint"])
    return Texts(texts(tables), english, english_places)


def _rows(records: Records | None) -> Iterator[dict[str, Any]]:
    """The rows of a small table one by one, each with its number in the file under "row"."""
    if records is None:
        return
    names = records.table.names
    for number, values in zip(
        records.numbers, zip(*(records.values[name] for name in names), strict=True), strict=True
    ):
        yield {**dict(zip(names, values, strict=True)), "row": number}


def _quotation(row: Mapping[str, Any], words: str) -> Quotation:
    return Quotation(row["document"], row["place"], row[words])


def _passport_entry(row: Mapping[str, Any]) -> PassportEntry:
    return PassportEntry(row["field"], row["number"], _quotation(row, "value"), row["row"])


def _document(row: Mapping[str, Any]) -> Document:
    facts = (
        Quotation(row["id"], row["facts_until_place"] or "", row["facts_until_words"])
        if row["facts_until_words"]
        else None
    )
    promised = row["promised_by"] and row["promised_words"]
    promise = Quotation(row["promised_by"], row["promised_place"] or "", row["promised_words"]) if promised else None
    own = (
        "id", "sequence", "kind", "title", "date", "date_status", "number", "number_status", "requisites_words",
        "covers", "publication", "facts_until", "sha256", "row",
    )  # fmt: skip
    return Document(**{name: row[name] for name in own}, facts=facts, promise=promise)


def _expected_finding(row: Mapping[str, Any]) -> ExpectedFinding:
    return ExpectedFinding(**row)


def _money(money: Records) -> pd.DataFrame:
    """By column, never by row: there may be half a million."""
    values = money.values
    return pd.DataFrame(
        {
            "document": pd.array(values["document"], dtype="str"),
            "line": pd.array(values["line"], dtype="str"),
            "source": pd.array(values["source"], dtype="str"),
            "year": pd.array(values["year"], dtype="Int64"),
            "stage": pd.array(values["stage"], dtype="str"),
            "kopecks": pd.array(values["amount"], dtype="Int64"),
            "status": pd.array(values["status"], dtype="str"),
            "place": pd.array(values["place"], dtype="str"),
            "words": pd.array(values["words"], dtype="str"),
        },
        index=pd.Index(money.numbers, name="row"),
    )
