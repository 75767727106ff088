"""The years of a programme side by side: set aside, by whom, spent, and how many plans of indicators were met."""

from collections.abc import Mapping
from dataclasses import replace

from vitrina.addresses import Kind
from vitrina.charts.chart import Origin
from vitrina.charts.years_subject import YearsTogether
from vitrina.measures.execution import ACTUAL, Execution
from vitrina.measures.tally import NO_PLANS
from vitrina.pages.context import Context
from vitrina.pages.page import Page, placed
from vitrina.pages.side_by_side import (
    Cell,
    SideBySide,
    columns_of,
    met,
    of_plan,
    payer,
    planned,
    side_by_side,
    spent,
)
from vitrina.pages.spending import origin_of
from vitrina.pages.views import Link, View, onward, register
from vitrina.pages.year_lists import years_list
from vitrina.words.catalogue import sentence


def years(context: Context) -> Page:
    """The page of all years of a programme."""
    words, funding, place = context.words, context.measures.funding, context.places["years"]
    reported = [year for year in funding.years if _execution(context, year).actual is not None]
    judged = [year for year in funding.years if context.measures.tallies.get(year, NO_PLANS).judged]
    totals = funding.totals.values()
    return Page(
        place=place,
        title=words.say("Годы рядом"),
        description=words.say(
            "{period}: кто платит, сколько отвели и потратили, сколько планов выполнили.",
            period=years_list(words, range(funding.first_year, funding.last_year + 1)),
        ),
        values={
            "table": table_of_years(context),
            "low": min(totals, default=0),
            "high": max(totals, default=0),
            "reported": years_list(words, reported) if reported else "",
            "judged": years_list(words, judged) if judged else "",
            "ways": [
                *onward(context, "funding", "execution", "indicators"),
                *([] if context.is_alone else [_beside_others(context)]),
            ],
        },
        charts=placed(place, _subject(context)),
    )


def _beside_others(context: Context) -> Link:
    words = context.words
    return words.say("Программы рядом"), words.say("Эта программа среди других"), context.site["compare"]


def table_of_years(context: Context) -> SideBySide:
    """A row a year; of a year that lies ahead that is the reason why nothing was spent."""
    words, funding = context.words, context.measures.funding
    columns = columns_of(words)
    if len(funding.parts) < 2:
        columns = {key: column for key, column in columns.items() if key != "payer"}
    rows = [
        (str(year), context.places.of("year", year), funding.is_ahead(year), _cells(context, year))
        for year in funding.years
    ]
    return side_by_side(columns, rows)


def _cells(context: Context, year: int) -> Mapping[str, Cell]:
    words, funding = context.words, context.measures.funding
    execution = _execution(context, year)
    why = words.say("год впереди") if funding.is_ahead(year) else words.say("отчёта нет")
    if year in context.measures.executions.years:
        why = words.say("в целом не указано")
    listed = (*context.planned_sources, *((context.unnamed,) if funding.unnamed.get(year) else ()))
    sources = [replace(source, total=funding.part(source.id, year)) for source in listed]
    return {
        "planned": planned(words, funding.total(year)),
        "payer": payer(words, sources, funding.total(year)),
        "spent": spent(words, execution, why),
        "percent": of_plan(words, execution, why),
        "met": met(words, context.measures.tallies.get(year, NO_PLANS)),
    }


def _execution(context: Context, year: int) -> Execution:
    return context.measures.executions.of(context.programme.line.id, None, year)


def _subject(context: Context) -> YearsTogether:
    executions = {year: _execution(context, year) for year in context.measures.funding.years}
    money = context.money
    return YearsTogether(
        money,
        {year: one.actual for year, one in executions.items() if one.actual is not None},
        {year: tally for year, tally in context.measures.tallies.items() if tally.judged and year in executions},
        {year: _origin(money.origin(year), origin_of(context, one)) for year, one in executions.items()},
        context.source_line,
    )


def _origin(plan: Origin, spent: Origin) -> Origin:
    known = spent.stages if ACTUAL in spent.stages else ()
    return Origin.of((*plan.documents, *spent.documents), *plan.stages, *known)


register(
    View(
        Kind("years", order=115, folder="years", parent="funding", group="money", named_in=("keywords",)),
        lambda given: [years(given.context)],
        exists=lambda context: bool(table_of_years(context).columns) and len(context.measures.funding.years) > 1,
        sought=sentence("сравнить годы|годы рядом|сравнение по годам"),
        onward=(sentence("Годы рядом"), sentence("Кто платил, что потратили и что выполнили, год за годом")),
    )
)
