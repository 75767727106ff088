"""How much of the planned money was spent: by year, source and subprogramme, with the reasons that reports give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.charts.execution import RowKind
from vitrina.charts.registry import charts_of
from vitrina.measures.execution import ACTUAL, Execution
from vitrina.pages.amount_parts import amount_notes
from vitrina.pages.context import Context
from vitrina.pages.deviations import deviations, largest
from vitrina.pages.measures import has_measures
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.spending import (
    SpentRow,
    by_part,
    by_source,
    by_year,
    percent,
    plan_name,
    spent_beside_plan,
    stages_of,
)
from vitrina.pages.views import View, register
from vitrina.pages.year_lists import years_list
from vitrina.words.catalogue import sentence

_MOST = 6
"""Deviations that are told, the largest first; the pages of the years have the others."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The words that state what was spent in a year."""

    year: int
    quote: Quote


def _execution(context: Context) -> Page:
    words, line = context.words, context.programme.line.id
    place = context.places["execution"]
    years, sources, parts = by_year(context, line), by_source(context, line), by_part(context, line)
    total, apart = context.measures.executions.of(line), deviations(context)
    drawn: Mapping[RowKind, Sequence[SpentRow]] = {
        "year": years,
        "source": sources if len(sources) > 1 else (),
        "part": parts,
    }
    silent, ahead = _years_without(context)
    return Page(
        place=place,
        title=words.say("Исполнение"),
        description=words.say(
            "Сколько из запланированного потратили за {when}: по годам, источникам и подпрограммам, с "
            "причинами отклонений.",
            when=years_list(words, context.measures.executions.years),
        ),
        values={
            "total": total,
            "has_measures": has_measures(context),
            "when": years_list(words, total.years or context.measures.executions.years),
            "base": plan_name(words, [total]),
            "percent": percent(words, total.percent) if total.percent is not None else "",
            "figures_of_spending": _figures(context, total, years, sources),
            "sources_spent": sources,
            "sources_stages": stages_of(sources),
            "largest": largest(words, apart),
            "years": years,
            "years_stages": stages_of(years),
            "has_gaps": any(row.execution.by_stage[stage] is None for row in years for stage in stages_of(years)),
            "parts": parts,
            "parts_stages": stages_of(parts),
            "amount_notes": amount_notes(context, line),
            "deviations": apart[:_MOST],
            "silent": years_list(words, silent) if silent else "",
            "ahead": years_list(words, ahead) if ahead else "",
            "stated": list(_stated(context, years)),
        },
        charts={
            name: PlacedChart(chart, place)
            for kind, rows in drawn.items()
            for name, chart in charts_of(spent_beside_plan(context, kind, rows), variant=kind).items()
        },
    )


def _figures(
    context: Context, total: Execution, years: Sequence[SpentRow], sources: Sequence[SpentRow]
) -> list[tuple[str, str, str, str]]:
    """Value, unit, what it is, source: at most four."""
    words = context.words
    if total.actual is None:
        return []
    when = words.say("потратили за {when}", when=years_list(words, total.years))
    figures = [(*words.amount_and_unit(total.actual), when, "")]
    if total.difference:
        what = words.say("запланировали, но не потратили" if total.difference < 0 else "потратили сверх плана")
        figures.append((*words.amount_and_unit(abs(total.difference)), what, ""))
    least_year = sentence("в {name}\u00a0году, меньше, чем в другие годы")
    least_source = sentence("{name}: меньше, чем из других источников")
    for rows, told in ((years, least_year), (sources, least_source)):
        row = _least(rows)
        if row and row.execution.percent is not None:
            what = words.say(told, name=row.name)
            slots = {source.id: source.slot for source in context.sources}
            figures.append((percent(words, row.execution.percent), "", what, slots.get(row.execution.source or "", "")))
    return figures


def _least(rows: Sequence[SpentRow]) -> SpentRow | None:
    """The one that spent the smallest share of its plan, if it is one alone."""
    known = sorted(
        (row.execution.percent, place) for place, row in enumerate(rows) if row.execution.percent is not None
    )
    if len(known) < 2 or known[0][0] == known[1][0]:
        return None
    return rows[known[0][1]]


def _years_without(context: Context) -> tuple[list[int], list[int]]:
    """Years of the programme without any actual: those that are over, and those that lie ahead."""
    known = context.programme.known_until.year
    without = [year for year in context.programme.years if year not in context.measures.executions.years]
    return [year for year in without if year <= known], [year for year in without if year > known]


def _stated(context: Context, years: Sequence[SpentRow]) -> Iterator[Stated]:
    for row in years:
        quotation = row.execution.quotations.get(ACTUAL)
        if quotation and row.execution.year is not None:
            yield Stated(row.execution.year, quote(context, quotation))


register(
    View(
        Kind(
            "execution",
            order=130,
            folder="execution",
            is_door=True,
            parent="funding",
            group="money",
            named_in=("keywords",),
            chapter=2,
        ),
        lambda given: [_execution(given.context)],
        exists=lambda context: context.measures.executions.has_actuals,
        sought=sentence(
            "исполнение|исполнение бюджета|факт|потрачено|сколько потратили|сколько израсходовали|на что "
            "ушли деньги|освоение|кассовое исполнение|отчёт"
        ),
        onward=(sentence("Исполнение"), sentence("Сколько из запланированного потратили")),
    )
)
