"""A small programme from tables that a reader can add up in the head: documents, lines, and money by year."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from vitrina.dataset.programme import Document, ExpectedFinding, Line, Observation, Programme, Quotation
from vitrina.dataset.translated import Texts

ONE_EDITION = "edition 1 edition whole"
TOWN: Mapping[str, str | None] = {"town": None}
TREE: Mapping[str, str | None] = {
    "town": None,
    "schools": "town",
    "parks": "town",
    "repair": "schools",
    "meals": "schools",
}
"""Two subprogrammes; the first has two measures."""

_STATUSES = {"?": "no-data", "x": "not-applicable"}


def small_programme(
    money: str,
    documents: str = ONE_EDITION,
    lines: Mapping[str, str | None] = TOWN,
    observations: Sequence[Observation] = (),
    expected: Sequence[ExpectedFinding] = (),
) -> Programme:
    """Each line of `documents` is id, sequence, kind, covers, and «missing» where it is not published.

    `money` has a head, «document line stage source 2021 2022 total», and rows below it. An amount is in kopecks;
    «-» is a figure that the document does not have, «?» one without data, «x» one that is not applicable;
    «90(why)» gives a reason. A source «local:roads» is an «of which» row, «local:roads!» one of all the parts, and
    «local:@board!» what an administrator has of it.
    """
    rows = list(_money(money))
    return Programme(
        id="town",
        passport=(),
        goals=(),
        documents=tuple(_documents(documents)),
        lines=tuple(_line(identity, parent, lines) for identity, parent in lines.items()),
        money=money_table(rows),
        expected=tuple(expected),
        links=(),
        indicators=(),
        observations=tuple(observations),
        questions=(),
        glossary=(),
        gaps=(),
        contradictions=(),
        years=(2021, 2022),
        texts=Texts({}, {}),
    )


def money_table(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """The frame that the reader makes of the table money."""
    columns = (
        "document", "line", "source", "year", "stage", "kopecks", "status", "place", "words", "of_which",
        "is_administrator", "of_which_all", "reason",
    )  # fmt: skip
    numbers = dict.fromkeys(("year", "kopecks"), "Int64")
    types = dict.fromkeys(columns, "str") | numbers | dict.fromkeys(("is_administrator", "of_which_all"), "bool")
    frame = pd.DataFrame(rows, columns=list(columns)).astype(types)
    return frame.set_index(pd.RangeIndex(2, len(rows) + 2, name="row"))


def stated(programme: Programme, row: int) -> Quotation:
    """The words of a row, as they stand on a page."""
    found = programme.money.loc[row]
    return Quotation(str(found["document"]), str(found["place"]), str(found["words"]))


def in_document(document: str, observation: Observation, /, **others: Any) -> Observation:
    """An observation as a document states it."""
    return replace(observation, **{"id": f"{document} {observation.id}", "document": document, **others})


def _money(table: str) -> Iterator[dict[str, object]]:
    head, *rows = (line.split() for line in table.strip().splitlines())
    years = head[4:]
    for document, line, stage, source, *amounts in rows:
        name, _, part = source.partition(":")
        for year, amount in zip(years, amounts, strict=True):
            if amount == "-":
                continue
            written, _, reason = amount.rstrip(")").partition("(")
            yield {
                "document": document,
                "line": line,
                "source": name,
                "year": None if year == "total" else int(year),
                "stage": stage,
                "kopecks": None if written in _STATUSES else int(written),
                "status": _STATUSES.get(written),
                "place": f"Таблица {line}",
                "words": f"{source} {year}: {written}",
                "of_which": part.strip("@!"),
                "is_administrator": part.startswith("@"),
                "of_which_all": part.endswith("!"),
                "reason": reason,
            }


def _documents(table: str) -> Iterator[Document]:
    for row, line in enumerate(table.strip().splitlines(), start=2):
        identity, sequence, kind, covers, *rest = line.split()
        yield Document(
            id=identity,
            sequence=int(sequence),
            kind=kind,
            title=identity,
            date_status="left-blank",
            number_status="left-blank",
            covers=covers,
            publication="missing" if rest else "published",
            facts_until=datetime.date(2021, 12, 31),
            row=row,
        )


def _line(identity: str, parent: str | None, lines: Mapping[str, str | None]) -> Line:
    kind = "programme" if parent is None else "subprogramme" if lines[parent] is None else "measure"
    return Line(
        id=identity,
        parent=parent,
        kind=kind,
        name=identity,
        document="edition",
        place="Паспорт",
        row=2,
    )
