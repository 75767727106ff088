"""How much, by year and by source; the change on the year before; prices; the exact table."""

from decimal import Decimal

from vitrina.addresses import Kind
from vitrina.measures.funding import less_ahead, whole_change
from vitrina.measures.known import Missing, known_or
from vitrina.pages.amount_parts import amount_notes
from vitrina.pages.context import Context, SourceOfMoney
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.shared import sources_finding, who_pays
from vitrina.pages.spending import summary
from vitrina.pages.views import View, register
from vitrina.pages.year_lists import years_list
from vitrina.words import Words
from vitrina.words.catalogue import sentence


def funding(context: Context) -> Page:
    """The money page of a programme; its charts are at home here."""
    words, money = context.words, context.measures.funding
    return Page(
        place=context.places["funding"],
        title=words.say("Деньги"),
        description=_description(context),
        values={
            **who_pays(context),
            "spent": summary(context, context.programme.line.id),
            "less_ahead": less_ahead(money),
            "whole_change": whole_change(money),
            "amount_notes": amount_notes(context, context.programme.line.id),
            "source_figures": [_source_figure(words, source) for source in context.payers]
            if len(context.payers) > 1
            else [],
            "check_finding": sources_finding(context),
        },
        charts={name: PlacedChart(chart, context.places["funding"]) for name, chart in context.charts.items()},
    )


def _source_figure(words: Words, source: SourceOfMoney) -> tuple[str, str, str, str]:
    amount = words.money(known_or(source.total, 0))
    return words.percent(known_or(source.share, Decimal(0))), "", f"{source.name}, {amount}", source.slot


def _description(context: Context) -> str:
    words, money = context.words, context.measures.funding
    if isinstance(money.grand, Missing):
        return words.say("Деньги программы: что о них сказано в документах и чего в них нет.")
    years = years_list(words, money.grand_years)
    return words.say(
        "Деньги программы по годам и источникам: {amount} на {years}, точные таблицы и рисунки.",
        amount=words.money(money.grand),
        years=years,
    )


register(
    View(
        Kind("funding", order=110, folder="funding", is_tab=True, group="money", chapter=1),
        lambda given: [funding(given.context)],
        shows=lambda context: not context.programme.money.empty,
        sought=sentence(
            "сколько стоит программа|сколько денег|деньги|бюджет|финансирование|расходы|затраты|кто "
            "платит|по годам|сколько всего"
        ),
        onward=(sentence("Деньги"), sentence("Сколько отвели на всё это, по годам")),
    )
)
