"""The rows of the dataset that figures are from, in words: what each states, and the passage where it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pandas as pd
from markupsafe import Markup

from vitrina.addresses import Place, relative
from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Assignment, Completion, Indicator, Observation, Quotation
from vitrina.dataset.tables.choices import COMPLETION_STATES, STAGES
from vitrina.measures.amounts import MONEY
from vitrina.pages.context import Context
from vitrina.pages.markdown import as_link
from vitrina.pages.quotations import Quote, quote
from vitrina.words import Words
from vitrina.words.numbers import decimals_of
from vitrina.words.provenance import How, Provenance, Stated

_TELLS_IN_COMMON: frozenset[How] = frozenset({"sum", "average", "quotient", "by_rule", "judged", "met", "done", "told"})
_TELLS_OF_ITS_FIRST: frozenset[How] = frozenset({"least", "product"})

_Row = Observation | Assignment | Indicator | Completion


@dataclass(frozen=True, slots=True)
class _Told:
    names: tuple[str, ...]
    """What tells the figure from others, each in its own place."""
    quotation: Quotation
    unit: str = ""
    """Of a figure that is no money; empty where it has none."""
    in_words: str = ""
    """What is stated where that is no figure."""


@dataclass(slots=True)
class StatedRows:
    """Asked for by many pages, and found once."""

    contexts: Mapping[str, Context]
    """By programme."""
    _found: dict[Stated, _Told] = field(default_factory=dict)
    _quotes: dict[Stated, Quote] = field(default_factory=dict)
    _others: dict[str, dict[Stated, _Row]] = field(default_factory=dict)
    """By programme, the rows that are not in the table of money."""

    def what(self, provenance: Provenance | None) -> str:
        """«2021 год, край, план»: whatever tells this figure from others; of a computed one what all its rows have in
        common."""
        rows = list(_rows(provenance))
        named = [self._told(row).names for row in rows if row.table == rows[0].table]
        if not named or len(named) < len(rows):
            return ""
        return ", ".join(name for name, *others in zip(*named, strict=True) if name and {name} >= {*others})

    def written(self, row: Stated, value: Decimal, words: Words) -> str:
        """What a row states that is no money, with its unit."""
        told = self._told(row)
        if told.in_words:
            return told.in_words
        return words.quantity(value, told.unit) if told.unit else words.number(value, decimals_of(value))

    def quote(self, row: Stated) -> Quote:
        if row not in self._quotes:
            self._quotes[row] = quote(self.contexts[row.programme], self._told(row).quotation)
        return self._quotes[row]

    def passage(self, row: Stated, here: Place) -> Markup:
        """The way from a page to the words of a row in their document."""
        shown = self.quote(row).shown
        return as_link(f"{relative(here, shown.page.folder)}/#{shown.anchor}")

    def _told(self, row: Stated) -> _Told:
        if row not in self._found:
            context = self.contexts[row.programme]
            self._found[row] = _money(context, row.number) if row.table == MONEY else self._other(context, row)
        return self._found[row]

    def _other(self, context: Context, row: Stated) -> _Told:
        programme, words = context.programme, context.words
        if programme.id not in self._others:
            self._others[programme.id] = {
                Stated(programme.id, table, one.row): one
                for table, rows in (
                    ("observations", programme.observations),
                    ("assignments", programme.assignments),
                    ("indicators", programme.indicators),
                    ("completions", programme.completions),
                )
                for one in rows
            }
        found = self._others[programme.id][row]
        if isinstance(found, Indicator):
            return _Told((context.plain("indicators", found.id, "short_name"), words.say("вес")), found.quotation)
        if isinstance(found, Completion):
            state = words.message(COMPLETION_STATES[found.state])
            year = words.say("{year} год", year=found.year)
            return _Told((context.line_short_name(found.line), year), found.quotation, in_words=state)
        if isinstance(found, Observation):
            name = context.plain("indicators", found.indicator, "short_name")
            when = words.period(found.first, found.last) if found.first and found.last else ""
            plan = words.say("план") if found.stage == "plan" else ""
            group = programme.text("observations", found.id, "group", words.language).text if found.group else ""
            return _Told((name, group, when, plan), found.quotation, context.measures.filling.unit(found, words))
        unit = programme.text("services", found.service, "unit", words.language).text
        name = context.wording(context.official("services", found.service, "name"))
        year = words.say("{year} год", year=found.year)
        return _Told((name, year, words.say("план") if found.stage == "plan" else ""), found.quotation, unit)


def _money(context: Context, number: int) -> _Told:
    row: Mapping[Any, Any] = context.programme.money.loc[number].to_dict()
    say, names, line, part = context.words.say, context.chart_names, row["line"], row["of_which"]
    told = (
        "" if line == context.programme.line.id else context.line_short_name(line),
        context.part_name(part) if part else "",
        say("все годы") if pd.isna(row["year"]) else say("{year} год", year=int(row["year"])),
        say("все источники") if row["source"] == TOTAL else names[row["source"]].name_inside,
        context.words.message(STAGES[row["stage"]]),
    )
    return _Told(told, Quotation(row["document"], row["place"], row["words"]))


def _rows(provenance: Provenance | None) -> Iterator[Stated]:
    """The rows that a figure is, or is made of."""
    if isinstance(provenance, Stated):
        yield provenance
    elif provenance:
        terms = provenance.terms if provenance.how in _TELLS_IN_COMMON else ()
        for term in provenance.terms[:1] if provenance.how in _TELLS_OF_ITS_FIRST else terms:
            yield from _rows(term.provenance)
