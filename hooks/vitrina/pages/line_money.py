"""The money of one subprogramme: planned by year and source, what was spent of it, on which measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vitrina.charts.chart import Chart
from vitrina.charts.money import Money, MoneyOfLine
from vitrina.charts.registry import charts_of
from vitrina.measures.editions import PLAN
from vitrina.measures.funding import FundingByYear, share
from vitrina.measures.known import NOTHING_TO_COMPARE, Missing
from vitrina.measures.ledger import ledger
from vitrina.measures.stated import funding_of
from vitrina.pages.amount_parts import amount_notes
from vitrina.pages.context import Context
from vitrina.pages.measures import measures_of
from vitrina.pages.spending import by_part, by_year, documents_line, spent_beside_plan, stages_of, summary
from vitrina.pages.year_lists import years_list


@dataclass(frozen=True, slots=True)
class LineMoney:
    """What a page of one line tells of its money, and its charts."""

    values: Mapping[str, object]
    charts: Mapping[str, Chart]


def line_money(context: Context, line: str) -> LineMoney:
    """Without any amount in force nothing is drawn, and `planned` is missing."""
    funding = funding_of(context.programme, line)
    years, parts = by_year(context, line), by_part(context, line)
    measures = spent_beside_plan(context, "measure", parts if len(parts) > 1 else ())
    charts = {
        **charts_of(_planned(context, line, funding)),
        **charts_of(spent_beside_plan(context, "year", years)),
        **charts_of(measures, variant="measure"),
    }
    return LineMoney(
        values={
            "planned": funding.grand,
            "planned_years": years_list(context.words, funding.grand_years) if funding.grand_years else "",
            "own_funding": funding,
            "amount_notes": amount_notes(context, line),
            "own_sources": tuple(source for source in context.sources if source.id in funding.sources),
            "own_unnamed": context.unnamed if any(funding.unnamed.values()) else None,
            "own_share": _share(context, funding),
            "spent": summary(context, line),
            "spent_years": years,
            "years_stages": stages_of(years),
            "spent_measures": parts,
            "measures_stages": stages_of(parts),
            "measures": measures_of(context, line),
        },
        charts=charts,
    )


def _planned(context: Context, line: str, funding: FundingByYear) -> MoneyOfLine:
    amounts = ledger(context.programme).amounts
    found = (amounts.total(line, year, PLAN) for year in funding.known_years)
    cells = [(entry.document, entry.place) for amount in found if amount for entry in amount.entries]
    return MoneyOfLine(Money(funding, context.words, context.chart_names, documents_line(context, cells)))


def _share(context: Context, funding: FundingByYear) -> Decimal | Missing:
    """Percent of the programme's money, where both are known for the same years."""
    if funding.grand_years != context.measures.funding.grand_years:
        return NOTHING_TO_COMPARE
    return share(funding.grand, context.measures.funding.grand)
