"""How much, by year and by source; the change on the year before; prices; the exact table."""

from vitrina.pages.context import Context
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.shared import named_totals, programme_values, sources_finding, trail, who_pays
from vitrina.pages.spending import summary

CHARTS = ("funding_by_year", "sources", "shares", "change", "real_terms")


def funding(context: Context) -> Page:
    """The money page of a programme; its charts are at home here."""
    words, money = context.words, context.funding
    totals = named_totals(context, context.reconciliation)
    known = money.edition_year if money.edition_year in money.years else money.last_year
    return Page(
        place=context.places.funding,
        template="funding",
        title=words.say("labels.titles.funding"),
        description=words.say(
            "labels.descriptions.funding",
            amount=words.money(money.grand),
            first=money.first_year,
            last=money.last_year,
        ),
        trail=trail(context),
        values={
            **programme_values(context),
            **who_pays(context),
            "spent": summary(context, context.programme.line.id),
            "less_ahead": all(money.total(year) < money.total(known) for year in money.years_ahead),
            "source_figures": [
                (words.percent(source.share), "", f"{source.name}, {words.million(source.total)}", source.slot)
                for source in context.by_size
            ],
            "check_finding": sources_finding(context),
            "source_totals": totals["sources"],
            "grand_total": next(iter(totals["grand"]), None),
        },
        charts={
            name: PlacedChart(context.charts[name], context.places.funding) for name in CHARTS if name in context.charts
        },
    )
