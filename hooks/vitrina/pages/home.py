"""The programme in one screen: how much, who pays, how it changed, what does not add up."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vitrina.addresses import Kind, Place, relative
from vitrina.dataset.cells import TOTAL
from vitrina.measures.editions import PLAN
from vitrina.measures.known import Missing
from vitrina.measures.ledger import ledger
from vitrina.measures.observations import latest
from vitrina.measures.stated import funding_of
from vitrina.pages.context import Context
from vitrina.pages.evaluation import evaluation_finding
from vitrina.pages.expected import expected, overdue
from vitrina.pages.markdown import as_link
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.payers import source_mix, strip
from vitrina.pages.promise_table import promise_groups, shortened
from vitrina.pages.questions import first_of_each, unanswered
from vitrina.pages.results import results
from vitrina.pages.shared import arithmetic, grand_finding, span, who_pays
from vitrina.pages.spending import Summary, of_plan, percent, summary
from vitrina.pages.unfilled import wanted
from vitrina.pages.views import View, ViewInputs, exists, register
from vitrina.pages.year_lists import years_list
from vitrina.words import Words
from vitrina.words.capitals import first_lower
from vitrina.words.catalogue import sentence
from vitrina.words.numbers import figure_and_unit
from vitrina.words.provenance import sum_of

_MOST_INDICATORS = 2
"""So many under a task; the page of goals has them all."""


def _is_told_whose(context: Context) -> bool:
    """Whether a plan in force gives any money of a named source, be it to a measure alone."""
    money = ledger(context.programme).money
    named = (money["stage"] == PLAN) & (money["source"] != TOTAL) & (money["kopecks"].fillna(0) != 0)
    return bool(named.any())


def home(context: Context, place: Place, profiles: Mapping[str, IndicatorProfile]) -> Page:
    """The overview of a programme; with one programme it is the front page too."""
    words = context.words
    shown = [name for name in ("funding_by_year", "real_terms") if name in context.charts]
    grand, planned = context.measures.reconciliation.grand, _planned(context)
    spent = summary(context, context.programme.line.id)
    name = words.say(
        "{kind_title} «{programme_name}», {span}",
        kind_title=context.naming.kind_title,
        programme_name=context.programme_name,
        span=span(context.measures.funding.years),
    )
    return Page(
        place=place,
        title=words.say("Коротко"),
        named=name,
        description=_description(context),
        values={
            "name": name,
            **who_pays(context),
            "wanted": wanted([context]),
            "purpose": context.purpose,
            "covers": context.text("covers"),
            "strip": strip(context.payers),
            "source_mix": source_mix(context.payers, words),
            "key_figures": key_figures(context, spent),
            "spent": spent,
            "is_told_whose": _is_told_whose(context),
            "subprogrammes_finding": subprogrammes_finding(context),
            "planned_apart": _apart(context, planned),
            "results": results(context, profiles),
            "has_not_due": any(one.status.kind == "not-due" for one in profiles.values()),
            "has_goals": exists(context, "goals"),
            "groups": shortened(promise_groups(context, profiles), _MOST_INDICATORS),
            "evaluated": evaluation_finding(words, context.evaluated[-1]) if context.evaluated else "",
            "expected": expected(context),
            "overdue": overdue(context),
            "calendar": as_link(relative(place, context.places.calendar)),
            "asked": first_of_each(context),
            "silent": unanswered(context),
            "grand_finding": grand_finding(context),
            "grand_sum": arithmetic(context, grand, context.quoted(None, None)) if grand else (),
        },
        charts={name: PlacedChart(context.charts[name], context.places["funding"]) for name in shown},
    )


def key_figures(context: Context, spent: Summary | None) -> list[tuple[str, str, str, str]]:
    """Value, unit, what it is, source: at most four."""
    words, funding, real = context.words, context.measures.funding, context.real
    figures = []
    if not isinstance(peak := funding.peak_year, Missing):
        figures.append(
            (
                *words.amount_and_unit(funding.totals[peak]),
                words.say("в {year} году, больше, чем в любой другой год программы", year=peak),
                "",
            )
        )
    if spent:
        figures.append(_spent(words, spent))
    if real and not isinstance(growth := real.growth, Missing):
        span = words.say(
            "прибавка с {first} по {last} год, если вычесть рост цен"
            if growth >= 0
            else "потеря с {first} по {last} год, если вычесть рост цен",
            first=real.base_year,
            last=real.last_year,
        )
        figures.append((words.percent(growth, sign=True), "", span, ""))
    grand = context.measures.reconciliation.grand
    if grand and not grand.adds_up:
        what = words.say(
            "разница: напечатанный итог больше суммы лет"
            if grand.difference > 0
            else "разница: напечатанный итог меньше суммы лет"
        )
        figures.append((*words.amount_and_unit(abs(grand.difference)), what, ""))
    silent = (words.say("нет данных"), "", words.say("сколько потратили на самом деле"), "")
    last = _counted(context) or (None if spent else silent)
    return [*figures[:3], last] if last else figures[:4]


def _spent(words: Words, spent: Summary) -> tuple[str, str, str, str]:
    """The share of the plan; the amount where there is no plan to take a share of."""
    execution = spent.execution
    if execution.percent is None:
        what = words.say("потратили за {when}", when=spent.when)
        return (*words.amount_and_unit(execution.actual or 0), what, "")
    what = words.say("{of_plan} потратили за {when}", of_plan=of_plan(words, [execution]), when=spent.when)
    return percent(words, execution.percent), "", what, ""


def _counted(context: Context) -> tuple[str, str, str, str] | None:
    """The latest known value of what the tables name as a key figure: what people ask about first."""
    words, programme = context.words, context.programme
    known = latest(programme)
    for indicator in programme.indicators:
        last = known.get((indicator.id, "")) if indicator.is_key_figure else None
        if last is None or last.value is None or last.first is None or last.last is None:
            continue
        unit = programme.text("indicators", indicator.id, "unit", words.language).text
        value, counted = figure_and_unit(words.quantity(last.value, unit))
        name = context.plain("indicators", indicator.id, "short_name")
        return value, counted, f"{first_lower(name)} {words.period(last.first, last.last)}", ""
    return None


def _planned(context: Context) -> Mapping[str, int]:
    """Kopecks by subprogramme, the programme's own order; those of which it is known."""
    found = {line.id: funding_of(context.programme, line.id).grand for line in context.subprogrammes}
    return {line: grand for line, grand in found.items() if not isinstance(grand, Missing)}


def _apart(context: Context, planned: Mapping[str, int]) -> int:
    """Kopecks that belong to no subprogramme; 0 where that is not known, or where the parts exceed the whole."""
    funding = context.measures.funding
    own = [funding_of(context.programme, line.id) for line in context.subprogrammes]
    if isinstance(funding.grand, Missing) or any(one.grand_years != funding.grand_years for one in own):
        return 0
    return max(0, funding.grand - sum_of(planned.values()))


def _description(context: Context) -> str:
    words, funding = context.words, context.measures.funding
    if isinstance(funding.grand, Missing):
        return words.say(
            "Программа «{programme}»: что в ней обещано и чего в её документах нет.", programme=context.programme_name
        )
    years = years_list(words, funding.grand_years)
    return words.say(
        "{amount} на {years}: откуда деньги, как менялись суммы и что обещано.",
        amount=words.money(funding.grand),
        years=years,
    )


def subprogrammes_finding(context: Context) -> str:
    """How many there are and where most of the money goes; without a full stop, empty where there are none."""
    words, count, planned = context.words, len(context.subprogrammes), _planned(context)
    if not count:
        return ""
    if not planned:
        if count == 1:
            return words.say("У программы одна часть. Сколько она стоит, из документа не узнать")
        return words.say_n(
            "У программы {count} часть. Сколько стоит каждая, из документа не узнать",
            "У программы {count} частей. Сколько стоит каждая, из документа не узнать",
            count,
        )
    if len(planned) < count:
        return words.say_n(
            "У программы {count} часть. Сумма известна у {known} из них",
            "У программы {count} частей. Сумма известна у {known} из них",
            count,
            known=words.number(len(planned)),
        )
    largest = max(context.subprogrammes, key=lambda line: planned[line.id])
    name, amount = largest.short_name, words.money(planned[largest.id])
    if count == 1:
        return words.say("У программы одна часть: «{name}», {amount}", name=name, amount=amount)
    return words.say_n(
        "У программы {count} часть. Больше всего денег в части «{name}»: {amount}",
        "У программы {count} частей. Больше всего денег в части «{name}»: {amount}",
        count,
        name=name,
        amount=amount,
    )


def _pages(given: ViewInputs) -> Iterator[Page]:
    """With one programme its overview is the front page, and stands in the folder of the programme once more."""
    context = given.context
    overview = home(context, context.places.overview, given.profiles)
    if context.is_alone:
        yield home(context, Place("", "home"), given.profiles)
        yield replace(overview, is_found=False)
    else:
        yield overview


register(
    View(
        Kind("home", order=20, is_tab=True, named_in=()),
        _pages,
        sought=sentence("программа|главная|обзор|кратко|о чём программа"),
    )
)
