"""The rows of the dataset that figures are from, in words: what each states, and the passage where it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from markupsafe import Markup

from vitrina.addresses import Place, relative
from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Assignment, Observation, Quotation
from vitrina.dataset.tables.choices import STAGES
from vitrina.measures.amounts import MONEY
from vitrina.pages.context import Context
from vitrina.pages.markdown import as_link
from vitrina.pages.quotations import Quote, quote
from vitrina.words.provenance import Provenance, Stated


@dataclass(frozen=True, slots=True)
class _Told:
    names: tuple[str, ...]
    """What tells the figure from others, each in its own place."""
    quotation: Quotation
    unit: str = ""
    """Of a figure that is no money."""


@dataclass(slots=True)
class StatedRows:
    """Asked for by many pages, and found once."""

    contexts: Mapping[str, Context]
    """By programme."""
    _found: dict[Stated, _Told] = field(default_factory=dict)
    _others: dict[str, dict[Stated, Observation | Assignment]] = field(default_factory=dict)
    """By programme, the rows that are not in the table of money."""

    def what(self, provenance: Provenance | None) -> str:
        """«2021 год, край, план»: whatever tells this figure from others; of a sum what all its rows have in common."""
        rows = list(_rows(provenance))
        named = [self._told(row).names for row in rows if row.table == rows[0].table]
        if not named or len(named) < len(rows):
            return ""
        return ", ".join(name for name, *others in zip(*named, strict=True) if name and {name} >= {*others})

    def unit(self, row: Stated) -> str:
        """«%», or the forms of what is counted."""
        return self._told(row).unit

    def quote(self, row: Stated) -> Quote:
        return quote(self.contexts[row.programme], self._told(row).quotation)

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
                for table, rows in (("observations", programme.observations), ("assignments", programme.assignments))
                for one in rows
            }
        found = self._others[programme.id][row]
        if isinstance(found, Observation):
            name = context.plain("indicators", found.indicator, "short_name")
            when = words.period(found.first, found.last) if found.first and found.last else ""
            plan = words.say("план") if found.stage == "plan" else ""
            group = programme.text("observations", found.id, "group", words.language).text if found.group else ""
            return _Told((name, group, when, plan), found.quotation, context.filling.unit(found, words))
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
    """The rows that a figure is, or is the sum of."""
    if isinstance(provenance, Stated):
        yield provenance
    elif provenance and provenance.how == "sum":
        for term in provenance.terms:
            yield from _rows(term.provenance)
