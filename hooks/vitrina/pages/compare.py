"""Several programmes side by side: who pays, how much a year, what was spent, how many plans of indicators were met."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from vitrina.addresses import Kind
from vitrina.charts.chart import Origin
from vitrina.charts.execution import About, Spending, SpentBesidePlan
from vitrina.charts.programmes_money import ProgrammesMoney
from vitrina.measures.execution import Execution
from vitrina.measures.known import Missing
from vitrina.measures.tally import tally_now
from vitrina.pages.context import Context
from vitrina.pages.page import Page, placed
from vitrina.pages.payers import source_mix, strip
from vitrina.pages.shared import span
from vitrina.pages.side_by_side import (
    Cell,
    Column,
    SideBySide,
    columns_of,
    met,
    of_plan,
    payer,
    planned,
    side_by_side,
    spent,
)
from vitrina.pages.spending import ROWS, SpentRow, finding, origin_of, plan_name
from vitrina.pages.views import View, register
from vitrina.pages.year_lists import years_list
from vitrina.words import Words
from vitrina.words.catalogue import sentence
from vitrina.words.provenance import average_of


def compare(contexts: Sequence[Context]) -> Page:
    """The page of all programmes."""
    first = contexts[0]
    words, place = first.words, first.site["compare"]
    shared = _shared_years(contexts)
    return Page(
        place=place,
        title=words.say("Программы рядом"),
        description=words.say(
            "Все программы в одной таблице: кто платит, сколько в год, план и расходы, что выполнено."
        ),
        values={
            "table": table_of_programmes(contexts),
            "count": len(contexts),
            "largest": _largest(contexts),
            "same_years": years_list(words, shared)
            if all(one.measures.funding.years == shared for one in contexts)
            else "",
            "shared_years": years_list(words, shared) if shared else "",
            "has_sums": any(not isinstance(context.measures.funding.grand, Missing) for context in contexts),
            "is_judged": any(tally_now(context.measures.board).judged for context in contexts),
            "payers": [
                (context.short_name, context.places.overview, strip(context.payers), source_mix(context.payers, words))
                for context in contexts
            ],
            "has_reports": any(context.measures.executions.has_actuals for context in contexts),
            "is_spending_known": any(_spent_by(context).actual is not None for context in contexts),
        },
        charts={
            **placed(place, _money(contexts)),
            **placed(place, _spending(contexts), variant="programme"),
        },
    )


def _shared_years(contexts: Sequence[Context]) -> tuple[int, ...]:
    """Those that every programme has."""
    return tuple(
        year
        for year in contexts[0].measures.funding.years
        if all(year in one.measures.funding.years for one in contexts)
    )


def _average(context: Context) -> int | Missing:
    """Kopecks a year, over the years that the sum of the programme stands for; to ten roubles where it has more."""
    grand = context.measures.funding.grand
    if isinstance(grand, Missing):
        return grand
    average = Fraction(grand, len(context.measures.funding.grand_years))
    return average_of(int(round(average, -3)) or round(average), grand, len(context.measures.funding.grand_years))


def _largest(contexts: Sequence[Context]) -> tuple[str, int] | None:
    """Which programme has most money a year, and how many kopecks, where all are known and one has most."""
    known = {
        context.short_name: average for context in contexts if not isinstance(average := _average(context), Missing)
    }
    largest = max(known.values(), default=0)
    names = [name for name, average in known.items() if average == largest]
    return (names[0], largest) if len(known) == len(contexts) and len(names) == 1 else None


def _spent_by(context: Context) -> Execution:
    return context.measures.executions.of(context.programme.line.id)


def table_of_programmes(contexts: Sequence[Context]) -> SideBySide:
    """A row a programme, in the order of the site."""
    words = contexts[0].words
    alike = columns_of(words)
    columns = {
        "years": Column(words.say("Годы")),
        "planned": alike["planned"],
        "average": Column(words.say("В среднем на год, {unit}", unit=words.unit("thousand"))),
        **alike,
    }
    return side_by_side(
        columns, [(context.short_name, context.places.overview, False, _cells(context, words)) for context in contexts]
    )


def _cells(context: Context, words: Words) -> Mapping[str, Cell]:
    funding, execution = context.measures.funding, _spent_by(context)
    why = words.say("в целом не указано") if context.measures.executions.has_actuals else words.say("отчётов нет")
    return {
        "years": Cell(span(funding.years), str(funding.first_year)),
        "planned": planned(words, funding.grand, _years_of(context, funding.grand_years)),
        "average": planned(words, _average(context)),
        "payer": payer(words, context.payers, funding.grand),
        "spent": spent(words, execution, why, _years_of(context, execution.years)),
        "percent": of_plan(words, execution, why),
        "met": met(words, tally_now(context.measures.board)),
    }


def _years_of(context: Context, years: Sequence[int]) -> str:
    """The years of a sum, where they are not those of the programme."""
    if tuple(years) == context.measures.funding.years:
        return ""
    return context.words.say("за {years}", years=years_list(context.words, years))


def _money(contexts: Sequence[Context]) -> ProgrammesMoney:
    words = contexts[0].words
    return ProgrammesMoney(
        {context.programme.id: context.money for context in contexts},
        {context.programme.id: context.short_name for context in contexts},
        words,
        _source(contexts),
    )


def _source(contexts: Sequence[Context]) -> str:
    return contexts[0].words.say_n("документы {count} программы", "документы {count} программ", len(contexts))


def _spending(contexts: Sequence[Context]) -> SpentBesidePlan:
    words = contexts[0].words
    reporting = [context for context in contexts if _spent_by(context).actual is not None]
    rows = [
        SpentRow(context.short_name, words.say("«{name}»", name=context.short_name), None, _spent_by(context))
        for context in reporting
    ]
    executions = [row.execution for row in rows]
    return SpentBesidePlan(
        [
            Spending(row.name, row.execution.base, row.execution.actual or 0, origin=_origin(context, row.execution))
            for context, row in zip(reporting, rows, strict=True)
        ],
        About(
            id="spent-by-programme",
            finding=finding(words, rows),
            rows=words.say(ROWS["programme"]),
            when=years_list(words, sorted({year for one in executions for year in one.years})),
            plan=plan_name(words, executions),
            source=_source(contexts),
        ),
        words,
    )


def _origin(context: Context, execution: Execution) -> Origin:
    """A document is named with its programme, as in the chart of money by year."""
    found = origin_of(context, execution)
    return Origin.of((f"{context.programme.id}/{document}" for document in found.documents), *found.stages)


register(
    View(
        Kind("compare", order=15, folder="compare", is_of_site=True, named_in=()),
        lambda given: [compare(given.contexts)],
        exists=lambda context: not context.is_alone,
        sought=sentence("сравнить программы|программы рядом|сравнение программ|какая программа больше"),
    )
)
