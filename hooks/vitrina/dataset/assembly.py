"""From records that hold no fault to the immutable programme."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from vitrina.dataset.checks.content import programme_years
from vitrina.dataset.entries import Document, ExpectedFinding, Goal, Line, PassportEntry, Quotation, current_edition
from vitrina.dataset.ordering import in_order
from vitrina.dataset.outcomes import Assignment, Completion, Rule, Service
from vitrina.dataset.programme import Programme, Series
from vitrina.dataset.records import Records
from vitrina.dataset.subjects import Contradiction, Gap, Indicator, Link, Observation, Question, Term, forms_of
from vitrina.dataset.texts import PHRASES, PLACES, placed_texts
from vitrina.dataset.translated import Texts, Translation


def assemble_programme(identity: str, read: Mapping[str, Records], sources: Sequence[str]) -> Programme:
    """The programme of tables without any problem; raises where the checks should have found one.

    `sources` are the ids of the city's sources in its own order.
    """
    tables = in_order(read, sources)
    years = programme_years(tables["passport"])
    if years is None:
        raise ValueError("a passport without a period")
    documents = tuple(_document(row) for row in _rows(tables["documents"]))
    return Programme(
        id=identity,
        passport=tuple(_passport_entry(row) for row in _rows(tables["passport"])),
        goals=tuple(
            Goal(row["id"], row["kind"], row["number"], row["level"], _quotation(row, "text"), row["row"])
            for row in _rows(tables["goals"])
        ),
        documents=documents,
        lines=tuple(_line(row) for row in _rows(tables["lines"])),
        money=_money(tables["money"]),
        expected=tuple(_expected_finding(row) for row in _rows(tables.get("expected_findings"))),
        links=tuple(Link(row["from"], row["to"], row["whose"], row["row"]) for row in _rows(tables.get("links"))),
        indicators=tuple(_indicator(row) for row in _rows(tables.get("indicators"))),
        observations=tuple(_observation(row) for row in _rows(tables.get("observations"))),
        questions=tuple(
            Question(row["id"], row["sequence"], row["audience"], row["answered"] == "yes", row["page"], row["row"])
            for row in _rows(tables.get("questions"))
        ),
        glossary=tuple(Term(row["id"], forms_of(row["forms"]), row["row"]) for row in _rows(tables.get("glossary"))),
        gaps=tuple(_gap(row, current_edition(documents).id) for row in _rows(tables.get("gaps"))),
        contradictions=tuple(_contradiction(row) for row in _rows(tables.get("contradictions"))),
        years=tuple(years),
        texts=assemble_texts(tables),
        completions=tuple(
            Completion(row["line"], row["year"], row["state"], _quotation(row, "words"), row["row"])
            for row in _rows(tables.get("completions"))
        ),
        services=tuple(_service(row) for row in _rows(tables.get("services"))),
        assignments=tuple(_assignment(row) for row in _rows(tables.get("assignments"))),
        rules=tuple(_rule(row) for row in _rows(tables.get("rules"))),
    )


def assemble_series(series: Records) -> tuple[Series, ...]:
    return tuple(
        Series(**{name: row[name] for name in series.table.names})
        for row in sorted(_rows(series), key=lambda row: str(row["id"]))
    )


def assemble_texts(tables: Mapping[str, Records]) -> Texts:
    """The texts of some tables with their English, where there is a table of it."""
    english: dict[tuple[str, str, str], Translation] = {}
    english_places: dict[str, str] = {}
    english_phrases: dict[str, str] = {}
    for row in _rows(tables.get("translations.en")):
        if row["table"] == PLACES:
            english_places[row["fingerprint"]] = row["text"]
        elif row["table"] == PHRASES:
            english_phrases[row["fingerprint"]] = row["text"]
        else:
            english[row["table"], row["id"], row["field"]] = Translation(row["text"], row["fingerprint"])
    placed = placed_texts(tables)
    return Texts(
        {address: text for address, (text, _) in placed.items()},
        english,
        english_places,
        english_phrases,
        {address: row for address, (_, row) in placed.items()},
    )


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


def _line(row: Mapping[str, Any]) -> Line:
    own = (
        "id", "parent", "kind", "number", "money_in", "described_in", "row", "grbs", "rzpr", "csr", "vr",
        "administrator", "result",
    )  # fmt: skip
    return Line(**{name: row[name] for name in own}, quotation=_quotation(row, "name"))


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
        "covers", "publication", "facts_until", "sha256", "row", "adoption",
    )  # fmt: skip
    return Document(**{name: row[name] for name in own}, facts=facts, promise=promise)


def _expected_finding(row: Mapping[str, Any]) -> ExpectedFinding:
    return ExpectedFinding(**row)


def _indicator(row: Mapping[str, Any]) -> Indicator:
    own = (
        "id", "kind", "number", "theme", "line", "direction", "source_status", "row", "name", "unit", "weight",
        "continues",
    )  # fmt: skip
    return Indicator(
        **{name: row[name] for name in own},
        quotation=_quotation(row, "words"),
        comparable=row["comparable"] != "no",
        is_key_figure=row["key_figure"] == "yes",
    )


def _observation(row: Mapping[str, Any]) -> Observation:
    own = ("id", "indicator", "part_of", "stage", "sign", "value", "status", "row", "upper")
    return Observation(
        **{name: row[name] for name in own},
        first=row["from"],
        last=row["to"],
        quotation=_quotation(row, "words"),
        group=row["group"] or "",
    )


def _service(row: Mapping[str, Any]) -> Service:
    own = ("id", "line", "measured", "unit", "row", "name")
    return Service(**{name: row[name] for name in own}, quotation=_quotation(row, "words"))


def _assignment(row: Mapping[str, Any]) -> Assignment:
    own = ("service", "year", "stage", "volume", "cost", "volume_status", "cost_status", "row")
    return Assignment(**{name: row[name] for name in own}, quotation=_quotation(row, "words"))


def _rule(row: Mapping[str, Any]) -> Rule:
    quotation = _quotation(row, "words") if row["whose"] == "document" else None
    return Rule(row["field"], row["value"], row["whose"], quotation, row["row"])


def _gap(row: Mapping[str, Any], edition: str) -> Gap:
    """The words of a gap are those of the edition that leaves it."""
    quotation = Quotation(edition, row["place"] or "", row["words"]) if row["words"] else None
    return Gap(row["id"], row["sequence"], row["promised"], quotation, row["row"])


def _contradiction(row: Mapping[str, Any]) -> Contradiction:
    other = Quotation(row["document"], row["other_place"], row["other_words"])
    return Contradiction(row["id"], row["sequence"], _quotation(row, "words"), other, row["row"])


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
            "of_which": pd.array(
                [part or name for part, name in zip(values["of_which"], values["administrator"], strict=True)],
                dtype="str",
            ),
            "is_administrator": pd.array([name != "" for name in values["administrator"]], dtype="bool"),
            "of_which_all": pd.array([parts == "all" for parts in values["of_which_all"]], dtype="bool"),
            "reason": pd.array(values["reason"], dtype="str"),
        },
        index=pd.Index(money.numbers, name="row"),
    )
