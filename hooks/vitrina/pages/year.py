"""One year: from whom, beside its neighbours, with the very words of the document."""

from dataclasses import dataclass
from decimal import Decimal

from vitrina.addresses import Kind, Place
from vitrina.charts.money import MoneyOfYear
from vitrina.measures.execution import ACTUAL
from vitrina.measures.former_amounts import FormerAmount
from vitrina.measures.funding import YearChange, change, change_between, share
from vitrina.measures.known import NOT_STATED, Missing
from vitrina.pages.amount_parts import amount_notes
from vitrina.pages.context import Context
from vitrina.pages.deviations import deviations, reasons
from vitrina.pages.page import Page, placed
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.shared import source_name
from vitrina.pages.spending import SpentRow, by_part, by_source, spent_beside_plan, stages_of, summary
from vitrina.pages.views import Link, View, onward, register
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class OtherYear:
    """Another year of the programme, and how much more or less this one has."""

    year: int
    place: Place
    total: YearChange | Missing
    sources: tuple[YearChange | Missing, ...]
    """In the order of the city's settings."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """One source in one year: kopecks, percent of the year, the year before."""

    name: str
    kopecks: int | Missing
    share: Decimal | Missing
    before: int | Missing
    change: YearChange | Missing
    """Since the year before."""
    former: FormerAmount | None = None
    """What the year's amount was before a later edition restated it."""


def year_page(context: Context, year: int) -> Page:
    """The page of one year of a programme."""
    words, funding = context.words, context.measures.funding
    place = context.places.of("year", year)
    before = year - 1 if year - 1 in funding.years else None
    total = funding.total(year)
    spent = by_source(context, context.programme.line.id, year)
    drawn = (MoneyOfYear(context.money, year), spent_beside_plan(context, "source", spent))
    stated = next((total for total in context.measures.reconciliation.years if total.year == year), None)
    return Page(
        place=place,
        title=words.say("{year} год", year=year),
        description=words.say("{year} год: что документы говорят о деньгах этого года.", year=year)
        if isinstance(total, Missing)
        else words.say(
            "{amount} на {year} год: сколько из какого источника и как это выглядит рядом с другими годами.",
            amount=words.money(total),
            year=year,
        ),
        values={
            **_spent(context, year),
            "year": year,
            "amount_notes": amount_notes(context, context.programme.line.id, year),
            "before": before,
            "is_ahead": funding.is_ahead(year),
            "change": change_between(funding, before, year) if before else None,
            "real_amount": _real_amount(context, year),
            "source_figures": _source_figures(context, year),
            "missing": [
                source_name(context, source)
                for source in funding.sources
                if isinstance(funding.amount(source, year), Missing)
            ],
            "others": _others(context, year),
            "year_rows": _rows(context, year, before),
            "year_total": _row(context, None, words.say("Всего"), (year, before)),
            "stated": stated,
            "is_printed": (None, year) in context.measures.quotations,
            "quotations": _quotations(context, year),
            "pages_onward": _pages_onward(context, year),
        },
        charts=placed(place, *drawn),
    )


def _spent(context: Context, year: int) -> dict[str, object]:
    """What a report says of the year's spending; nothing of it where there is none."""
    line = context.programme.line.id
    spent = summary(context, line, year)
    sources, parts = by_source(context, line, year), by_part(context, line, year)
    total = context.words.say("Всего")
    return {
        "spent": spent,
        "spent_sources": sources,
        "spent_total": SpentRow(
            total, total, None, spent.execution, former=context.measures.former_actual.get((line, None, year))
        )
        if spent
        else None,
        "spent_stages": stages_of(sources),
        "spent_parts": parts,
        "parts_stages": stages_of(parts),
        "spent_reasons": list(reasons(context, spent.execution, year)) if spent else [],
        "deviations": [one for one in deviations(context, year) if one.reasons] if spent else [],
        "spent_quotations": _spent_quotations(context, year),
    }


def _spent_quotations(context: Context, year: int) -> list[tuple[str, Quote]]:
    """What each printed amount of spending is, and the report's words for it; the total first."""
    line, executions = context.programme.line.id, context.measures.executions
    found = ((name, executions.of(line, source, year).quotations.get(ACTUAL)) for source, name in _named(context))
    return [(name, quote(context, quotation)) for name, quotation in found if quotation]


def _real_amount(context: Context, year: int) -> int | None:
    """Kopecks in prices of the base year; None for the base year itself and where prices are not known."""
    real = context.real
    return real.amounts.get(year) if real and year != real.base_year else None


def _source_figures(context: Context, year: int) -> list[tuple[str, str, str, str]]:
    """Each source with its amount of the year; nothing where there is one alone, or no source of the year is named."""
    words, funding = context.words, context.measures.funding
    if len(funding.parts) < 2 or not any((source, year) in funding.amounts for source in funding.sources):
        return []
    figures = []
    for source in (*context.by_size, *((context.unnamed,) if funding.unnamed.get(year) else ())):
        kopecks, part = funding.part(source.id, year), share(funding.part(source.id, year), funding.total(year))
        if isinstance(kopecks, Missing):
            figures.append(("—", "", f"{source.name}: {words.say('в документе не указано')}", source.slot))
        else:
            name = source.name if isinstance(part, Missing) else f"{source.name}, {words.percent(part)}"
            figures.append((*words.amount_and_unit(kopecks), name, source.slot))
    return figures


def _rows(context: Context, year: int, before: int | None) -> list[YearRow]:
    """A row for each source, and one for money that has none."""
    has_unnamed = any(context.measures.funding.unnamed.get(one or year) for one in (year, before))
    listed = (*context.planned_sources, *((context.unnamed,) if has_unnamed and context.planned_sources else ()))
    return [_row(context, source.id, source.name, (year, before)) for source in listed]


def _row(context: Context, source: str | None, name: str, years: tuple[int, int | None]) -> YearRow:
    """A year and the one before it, of a source or of all together."""
    funding, (year, before) = context.measures.funding, years

    def amount(of: int) -> int | Missing:
        return funding.total(of) if source is None else funding.part(source, of)

    now, then = amount(year), amount(before) if before else NOT_STATED
    return YearRow(
        name=name,
        kopecks=now,
        share=share(now, funding.total(year)),
        before=then,
        change=change(before or year, then, year, now),
        former=context.measures.former_plan.get((source, year)),
    )


def _others(context: Context, year: int) -> list[OtherYear]:
    """This year beside every other one of which the total is known, the latest first."""
    funding = context.measures.funding
    if year not in funding.totals:
        return []
    return [
        OtherYear(
            other,
            context.places.of("year", other),
            change_between(funding, other, year),
            tuple(
                change(other, funding.amount(source.id, other), year, funding.amount(source.id, year))
                for source in context.planned_sources
            ),
        )
        for other in reversed(funding.known_years)
        if other != year
    ]


def _quotations(context: Context, year: int) -> list[tuple[str, str]]:
    """What each printed amount of the year is, and the document's words for it; the total first."""
    stated = context.measures.quotations
    return [(name, context.quoted(source, year)) for source, name in _named(context) if (source, year) in stated]


def _named(context: Context) -> list[tuple[str | None, str]]:
    """All sources together, then each of them."""
    return [(None, context.words.say("Всего")), *((source.id, source.name) for source in context.sources)]


def _pages_onward(context: Context, year: int) -> list[Link]:
    """To the year before, the year after, and all years."""
    words, funding = context.words, context.measures.funding
    neighbours = [
        (words.say("{year} год", year=neighbour), _note(context, neighbour, note), context.places.of("year", neighbour))
        for neighbour, note in (
            (year - 1, sentence("Годом раньше: {amount}")),
            (year + 1, sentence("Годом позже: {amount}")),
        )
        if neighbour in funding.years
    ]
    all_years = (words.say("Все годы"), words.say("Деньги программы по годам"), context.places["funding"])
    return [*neighbours, all_years, *onward(context, "years")]


def _note(context: Context, year: int, profiles: str) -> str:
    total = context.measures.funding.total(year)
    if isinstance(total, Missing):
        return context.words.say("Сумма в документе не указана")
    return context.words.say(profiles, amount=context.words.money(total))


register(
    View(
        Kind("year", order=120, folder="funding/{}", each="year", parent="funding", group="money"),
        lambda given: [year_page(given.context, year) for year in given.context.measures.funding.years],
        sought=sentence("сколько денег в {year} году|бюджет на {year} год|деньги {year}"),
    )
)
