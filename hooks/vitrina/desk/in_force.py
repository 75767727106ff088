"""The figures in force of a programme: what stands in a figure's place, how a document prints it, and where."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

import pandas as pd

from vitrina.dataset.cells import TOTAL, folded
from vitrina.dataset.figures import THOUSAND, figures_of
from vitrina.dataset.programme import Programme
from vitrina.dataset.tables.columns import Quotation
from vitrina.decrees import naming
from vitrina.decrees.quotes import quotes_of
from vitrina.desk.recognised import plain_name, with_parents, without_kind
from vitrina.desk.repeated_numbers import digits_of, times_printed
from vitrina.desk.written_tables import Cells
from vitrina.measures.ledger import ledger
from vitrina.words.money import thousands_from_kopecks

_MONEY, _OBSERVATIONS = "money", "observations"
_KEYS = {
    _MONEY: ("line", "source", "year", "stage", "of_which", "administrator"),
    _OBSERVATIONS: ("indicator", "group", "from", "to", "stage"),
}
"""What tells one figure from another, whichever document states it."""
_SCALES = {"ones": Decimal(1), "thousands": THOUSAND, "millions": THOUSAND**2}
_APPENDIX = re.compile(r"приложени[а-яё]*\s*(?:№|N)?\s*(?P<number>\d{1,2})", re.IGNORECASE)
_SECTION = re.compile(r"раздел[а-яё]*\s*(?:№\s*)?(?P<number>[\dIVX]{1,4})\b", re.IGNORECASE)
_PASSPORT = re.compile(r"паспорт", re.IGNORECASE)
_ROW = re.compile(r"(?:строк|пункт|мероприяти)[а-яё]*\s*(?:№\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})+)", re.IGNORECASE)
_ENDS = " .,;:"


def key_of(table: str, row: Cells) -> tuple[object, ...]:
    return (table, *(row.get(name) or "" for name in _KEYS[table]))


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in force; `value` counts as its table does, money in thousands."""

    table: str
    row: Cells
    """The cells by which it is told from others."""
    value: Decimal
    quotation: Quotation
    printed: frozenset[tuple[str, Decimal]]
    """Its digits without spaces, and what one of them counts: 1000 of thousands."""
    line: str | None

    @property
    def place(self) -> str:
        return self.quotation.place

    @property
    def words(self) -> str:
        return self.quotation.words


class InForce:
    """Every figure in force of a programme."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._parents = {line.id: line.parent for line in programme.lines}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Those of money are no parts of another one, and those of indicators have one bound."""
        return (*_of_money(self._programme), *_of_indicators(self._programme))

    @cached_property
    def _by_key(self) -> Mapping[tuple[object, ...], Figure]:
        return {key_of(one.table, one.row): one for one in self.figures}

    def before(self, table: str, row: Cells) -> Decimal | None:
        """What stands now in the place of a row that a new document adds; None where nothing does."""
        found = self._by_key.get(key_of(table, row))
        return found.value if found else None

    def printed_as(self, digits: str, target: str, line: str | None) -> list[tuple[Figure, Decimal]]:
        """The figures that are printed so at the place that some words name, each with what it counts.

        `line` is the subprogramme that they name, None for the programme.
        """
        found = {
            key_of(one.table, one.row): (one, scale)
            for one in self.figures
            for printed, scale in sorted(one.printed)
            if printed == digits and self._is_at(one, target, line)
        }
        return list(found.values())

    def has_all(self, one: Figure, digits: str) -> bool:
        """Whether every number that the document prints so, where a figure stands, is a figure of the tables."""
        known = [
            other
            for other in self.figures
            if other.quotation.document == one.quotation.document
            and places_in(other.place) == places_in(one.place)
            and any(printed == digits for printed, _ in other.printed)
        ]
        return times_printed(self._programme, one.quotation, digits) <= len(known)

    def quoting(self, words: str, target: str, line: str | None) -> list[Figure]:
        """The figures whose rows quote exactly these words, at the place that others name."""
        wanted = plain_end(words)
        same = [one for one in self.figures if plain_end(one.words) == wanted and self._is_at(one, target, line)]
        return list({key_of(one.table, one.row): one for one in same}.values())

    def _is_at(self, one: Figure, target: str, line: str | None) -> bool:
        """Whether a figure stands where an order says; where its own place does not say so, it is taken not to."""
        return (
            places_in(target) <= places_in(one.place)
            and self._is_of(one, target, line)
            and _is_of_time_and_source(one, target)
            and all(self._names(quote.text, one) for quote in quotes_of(target))
        )

    def _is_of(self, one: Figure, target: str, line: str | None) -> bool:
        """Whether a figure is of the subprogramme and of the numbered row that are named, where any are."""
        if line is not None and line not in with_parents(one.line, self._parents):
            return False
        if line is None and _PASSPORT.search(target) and re.search("подпрограмм", one.place, re.IGNORECASE):
            return False
        numbered = _ROW.search(target)
        own = next((other for other in self._programme.lines if other.id == one.line), None)
        return not numbered or (own is not None and own.number == numbered["number"])

    def _names(self, quoted: str, one: Figure) -> bool:
        """Whether what an order names in quotation marks, a row or a column, can be that of a figure."""
        name = plain_name(without_kind(quoted))
        if not re.search(r"[а-я]{3}", plain_name(naming.rest_of(name))) or name in plain_name(one.place):
            return True
        lines = {one.line, self._programme.line.id}
        names = [plain_name(line.name) for line in self._programme.lines if line.id in lines]
        names += [plain_name(own.name) for own in self._programme.indicators if own.id == one.row.get("indicator")]
        return any(own in name or name in own for own in names if own)


def _is_of_time_and_source(one: Figure, target: str) -> bool:
    years = {year.label for year in naming.years_of(target)}
    sources = {source.kind for source in naming.sources_of(target)}
    year = one.row.get("year") or str(one.row.get("to") or "")[:4]
    return (not years or year in years) and (not sources or one.row.get("source") in sources)


def places_in(text: str) -> set[str]:
    """What some words say of a place: the passport, a section, an appendix, each as one word."""
    found = {f"appendix {one['number']}" for one in _APPENDIX.finditer(text)}
    found |= {f"section {one['number']}" for one in _SECTION.finditer(text)}
    return found | ({"passport"} if _PASSPORT.search(text) else set())


def plain_end(words: str) -> str:
    """Words of a document without the signs that part them from what follows."""
    return folded(words).strip(_ENDS)


def _of_money(programme: Programme) -> Iterator[Figure]:
    """A figure that a passport and an appendix state alike stands in both, whichever came last."""
    order = {document.id: place for place, document in enumerate(ledger(programme).documents)}
    now = {_key(row): row["kopecks"] for row in _whole(ledger(programme).money)}
    stated: dict[tuple[tuple[object, ...], frozenset[str]], Mapping[str, Any]] = {}
    for row in sorted(_whole(programme.money), key=lambda row: order.get(row["document"], -1)):
        stated[_key(row), frozenset(places_in(row["place"]))] = row
    for (key, _), row in stated.items():
        if row["document"] in order and now.get(key) == row["kopecks"]:
            yield _figure_of_money(row)


def _whole(money: pd.DataFrame) -> Iterator[Mapping[str, Any]]:
    """The rows that are no parts of others and have an amount."""
    for row in money.to_dict("records"):
        if not pd.isna(row["kopecks"]) and not row["of_which"]:
            yield {str(name): value for name, value in row.items()}


def _key(row: Mapping[str, Any]) -> tuple[object, ...]:
    return row["line"], row["source"], None if pd.isna(row["year"]) else int(row["year"]), row["stage"]


def _figure_of_money(row: Mapping[str, Any]) -> Figure:
    thousands = thousands_from_kopecks(int(row["kopecks"]))
    said = _SCALES.get(str(row["figure_in_words"]))
    scales = {said} if said else figures_of(row["words"]).money_scales() or {THOUSAND}
    printed = _printed(row["words"], thousands * THOUSAND, scales) or _as_typed(thousands, THOUSAND)
    year = TOTAL if pd.isna(row["year"]) else str(int(row["year"]))
    cells = {"line": row["line"], "source": row["source"], "year": year, "stage": row["stage"]}
    quotation = Quotation(row["document"], row["place"], row["words"])
    return Figure(_MONEY, cells, thousands, quotation, printed, row["line"])


def _of_indicators(programme: Programme) -> Iterator[Figure]:
    lines = {one.id: one.line for one in programme.indicators}
    for one in ledger(programme).observations:
        if one.value is None or one.upper is not None:
            continue
        cells = {
            "indicator": one.indicator, "group": one.group, "from": one.first, "to": one.last,
            "stage": one.stage, "sign": one.sign,
        }  # fmt: skip
        printed = _printed(one.words, one.value, {Decimal(1)}) or _as_typed(one.value, Decimal(1))
        yield Figure(_OBSERVATIONS, cells, one.value, one.quotation, printed, lines.get(one.indicator))


def _printed(words: str, value: Decimal, scales: Collection[Decimal]) -> frozenset[tuple[str, Decimal]]:
    """How a figure is printed in its words; nothing where it does not stand there."""
    return frozenset(
        (digits_of(figure.printed), figure.scale or scale)
        for scale in scales
        for figure in figures_of(words).same(value, {scale})
    )


def _as_typed(value: Decimal, scale: Decimal) -> frozenset[tuple[str, Decimal]]:
    """Where the words are cut out of a table and the figure is not in them: with as few decimals as it has, or more."""
    forms = {f"{value.normalize():f}", *(f"{value:.{digits}f}" for digits in range(6))}
    return frozenset((digits_of(form), scale) for form in forms if Decimal(form) == value)
