"""The money of one subprogramme: planned by year and source, what was spent of it, on which measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import Chart
from vitrina.charts.funding_by_year import funding_by_year
from vitrina.measures.editions import PLAN
from vitrina.measures.funding import FundingByYear, percent_of
from vitrina.measures.stated import funding_of
from vitrina.pages.context import Context
from vitrina.pages.measures import measures_of
from vitrina.pages.spending import by_part, by_year, chart, documents_line, stages_of, summary


@dataclass(frozen=True, slots=True)
class LineMoney:
    """What a page of one line tells of its money, and its charts."""

    values: Mapping[str, object]
    charts: Mapping[str, Chart]


def line_money(context: Context, line: str) -> LineMoney:
    """Without any amount in force nothing is drawn, and `planned` is None."""
    funding = funding_of(context.programme, line)
    years, parts = by_year(context, line), by_part(context, line)
    charts = {
        "money": _planned_chart(context, line, funding),
        "spent": chart(context, "spent-by-year", "year", years),
        "measures": chart(context, "spent-by-measure", "measure", parts) if len(parts) > 1 else None,
    }
    return LineMoney(
        values={
            "planned": funding.grand if funding.is_stated else None,
            "own_funding": funding,
            "own_sources": tuple(source for source in context.sources if source.id in funding.sources),
            "own_share": _share(context, funding),
            "spent": summary(context, line),
            "spent_years": years,
            "years_stages": stages_of(years),
            "spent_measures": parts,
            "measures_stages": stages_of(parts),
            "measures": measures_of(context, line),
        },
        charts={name: drawn for name, drawn in charts.items() if drawn},
    )


def _planned_chart(context: Context, line: str, funding: FundingByYear) -> Chart | None:
    """By year and source; not drawn where the sources of any year are not told."""
    if not funding.grand or funding.without_sources:
        return None
    amounts = context.executions.amounts
    found = (amounts.of(line, None, year, PLAN) for year in funding.years)
    cells = [(entry.document, entry.place) for amount in found if amount for entry in amount.entries]
    return funding_by_year(funding, context.words, context.chart_names, documents_line(context, cells))


def _share(context: Context, funding: FundingByYear) -> Decimal | None:
    """Percent of the programme's money."""
    return percent_of(funding.grand, context.funding.grand) if funding.is_stated and context.funding.grand else None
