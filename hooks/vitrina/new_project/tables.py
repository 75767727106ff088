"""The tables that a project begins with: the fewest rows that make a site, each with what belongs into it."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from vitrina.dataset.checks.content import read_period
from vitrina.dataset.tables import PROGRAMME_TABLES
from vitrina.dataset.unfilled import TO_FILL, USUAL
from vitrina.new_project.settings import Answers, languages

PROGRAMME = "programme"
"""The folder of the first programme, and the id of its own line."""
_EDITION = "edition-1"
_REFERENCE = Path(__file__).parent / "reference"
_PERIOD = "2026-2030 годы"
"""Stands in the hint where no period is told: a passport has to name one."""

Row = Mapping[str, str]


def tables_of(answers: Answers) -> Mapping[str, bytes]:
    """By path within the dataset; those that are usual lie there with their headings at least."""
    rows = _rows(answers)
    tables = [table for table in PROGRAMME_TABLES if table.name in rows or table in USUAL]
    return {
        f"programmes/{PROGRAMME}/{table.name}.csv": _file(table.names, rows.get(table.name, ())) for table in tables
    }


def reference_files(answers: Answers) -> Mapping[str, bytes]:
    """Prices, which are the same for the whole country, with what they are called in the languages of the site."""
    named = languages(answers)
    return {
        f"reference/{file.name}": file.read_bytes()
        for file in sorted(_REFERENCE.iterdir())
        if not file.name.startswith("translations.") or file.name.split(".")[1] in named
    }


def _rows(answers: Answers) -> Mapping[str, tuple[Row, ...]]:
    name = answers["programme"] or _to_fill("название программы, как в паспорте")
    period = answers["period"] or _to_fill(f"годы программы, например {_PERIOD}")
    years = read_period(period)
    before = years[0] - 1 if years else 0
    return {
        "passport": (
            {"field": "name", "number": "1", "value": name, **_quoted("Паспорт, «Наименование программы»")},
            {"field": "period", "number": "1", "value": period, **_quoted("Паспорт, «Сроки реализации программы»")},
        ),
        "goals": (
            {"id": "goal", "kind": "goal", "text": _to_fill("цель программы"), **_quoted("Паспорт, «Цель программы»")},
        ),
        "lines": (
            {
                "id": PROGRAMME,
                "kind": "programme",
                "name": _without_kind(name),
                **_quoted("Паспорт, «Наименование программы»"),
            },
        ),
        "documents": (
            {
                "id": _EDITION,
                "sequence": "1",
                "kind": "edition",
                "title": _to_fill("как называется документ, его дату и номер"),
                "date_status": "not-published",
                "number_status": "not-published",
                "covers": "whole",
                "publication": "published",
                "facts_until": f"{before}-12-31",
                "facts_until_place": _to_fill("где в документе видно, на какой день его сведения"),
                "facts_until_words": _to_fill(f"слова документа об этом дне, 31 декабря {before} года"),
            },
        ),
        "texts": (
            {"id": "purpose", "text": "на программу"},
            {"id": "covers", "text": _to_fill("что входит в программу, своими словами")},
        ),
    }


def _to_fill(what: str) -> str:
    return f"{TO_FILL}{what}"


def _quoted(place: str) -> Row:
    return {"document": _EDITION, "place": place}


def _without_kind(name: str) -> str:
    """«Муниципальная программа «Образование»» is called «Образование»."""
    _, mark, inside = name.partition("«")
    return inside.removesuffix("»") if mark and name.endswith("»") else name


def _file(names: tuple[str, ...], rows: tuple[Row, ...]) -> bytes:
    """As a spreadsheet in Russian opens it, and as git keeps it."""
    text = StringIO()
    writer = csv.DictWriter(text, names, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
