"""The programme in one screen: how much, who pays, how it changed, what does not add up."""

from collections.abc import Mapping

from vitrina.addresses import Place
from vitrina.measures.funding import percent_of
from vitrina.measures.observations import latest
from vitrina.measures.stated import funding_of
from vitrina.pages.context import Context
from vitrina.pages.evaluation import evaluation_finding
from vitrina.pages.observed import Told
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.paying import source_mix, strip
from vitrina.pages.questions import first_of_each, unanswered
from vitrina.pages.results import results
from vitrina.pages.shared import arithmetic, grand_finding, programme_values, site_trail, who_pays
from vitrina.pages.spending import Summary, of_plan, percent, summary
from vitrina.pages.subprogramme import promised_with
from vitrina.words import Words
from vitrina.words.capitals import first_lower
from vitrina.words.numbers import NO_BREAK_SPACE


def home(context: Context, place: Place, told: Mapping[str, Told]) -> Page:
    """The overview of a programme; with one programme it is the front page too."""
    words, funding = context.words, context.funding
    shown = ("funding_by_year", "real_terms") if context.real else ("funding_by_year",)
    grand, planned = context.reconciliation.grand, _planned(context)
    spent = summary(context, context.programme.line.id)
    return Page(
        place=place,
        template="home",
        title=words.say("labels.titles.home"),
        description=words.say(
            "labels.descriptions.home",
            amount=words.money(funding.grand),
            first=funding.first_year,
            last=funding.last_year,
        ),
        values={
            **programme_values(context),
            **who_pays(context),
            "purpose": context.text("purpose"),
            "covers": context.text("covers"),
            "strip": strip(context.by_size),
            "source_mix": source_mix(context.by_size, words),
            "key_figures": _key_figures(context, spent),
            "spent": spent,
            "subprogrammes": context.subprogrammes,
            "subprogrammes_finding": _subprogrammes_finding(context, planned),
            "planned": {line: (kopecks, percent_of(kopecks, funding.grand)) for line, kopecks in planned.items()},
            "money_papers": _money_papers(context),
            "planned_apart": funding.grand - sum(planned.values()),
            "results": results(context, told),
            "evaluated": evaluation_finding(words, context.evaluated[-1]) if context.evaluated else "",
            "asked": first_of_each(context),
            "silent": unanswered(context),
            "grand_finding": grand_finding(context),
            "grand_sum": arithmetic(context, grand, context.quoted(None, None)) if grand else (),
        },
        charts={name: PlacedChart(context.charts[name], context.places.funding) for name in shown},
        in_navigation=place == context.site.home or not context.is_alone,
        trail=() if context.is_alone else site_trail(context),
    )


def _key_figures(context: Context, spent: Summary | None) -> list[tuple[str, str, str, str]]:
    """Value, unit, what it is, source: at most four."""
    words, funding, real = context.words, context.funding, context.real
    figures = [
        (
            *words.amount_and_unit(funding.total(funding.peak_year)),
            words.say("labels.home.peak", year=funding.peak_year),
            "",
        )
    ]
    if spent:
        figures.append(_spent(words, spent))
    if real:
        key = "real_growth" if real.growth >= 0 else "real_fall"
        span = words.say(f"labels.home.{key}", first=real.base_year, last=real.last_year)
        figures.append((words.percent(real.growth, sign=True), "", span, ""))
    grand = context.reconciliation.grand
    if grand and not grand.adds_up:
        key = "difference" if grand.difference > 0 else "difference_below"
        figures.append((*words.amount_and_unit(abs(grand.difference)), words.say(f"labels.home.{key}"), ""))
    silent = (words.say("labels.no_data"), "", words.say("labels.home.spent"), "")
    last = _counted(context) or (None if spent else silent)
    return [*figures[:3], last] if last else figures[:4]


def _spent(words: Words, spent: Summary) -> tuple[str, str, str, str]:
    """The share of the plan; the amount where there is no plan to take a share of."""
    execution = spent.execution
    if execution.percent is None:
        what = words.say("execution.figure.total", when=spent.when)
        return (*words.amount_and_unit(execution.actual or 0), what, "")
    what = words.say("execution.figure.share", of_plan=of_plan(words, [execution]), when=spent.when)
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
        value, _, counted = words.quantity(last.value, unit).partition(NO_BREAK_SPACE)
        name = context.plain("indicators", indicator.id, "short_name")
        return value, counted, f"{first_lower(name)} {words.period(last.first, last.last)}", ""
    return None


def _money_papers(context: Context) -> int:
    """How many missing documents promise the money of the subprogrammes; none unless that of every one is promised."""
    subprogrammes = {line.id for line in context.subprogrammes}
    promised = [promised_with(context, one.money_in) for one in context.programme.lines if one.id in subprogrammes]
    return len({paper.id for papers in promised for paper in papers}) if all(promised) else 0


def _planned(context: Context) -> Mapping[str, int]:
    """Kopecks by subprogramme, the programme's own order; nothing where the money of one of them is not stated."""
    found = {line.id: funding_of(context.programme, line.id) for line in context.subprogrammes}
    return {line: own.grand for line, own in found.items()} if all(own.is_stated for own in found.values()) else {}


def _subprogrammes_finding(context: Context, planned: Mapping[str, int]) -> str:
    words, count = context.words, len(context.subprogrammes)
    if not count:
        return ""
    parts = words.plural(count, *words.say("labels.home.parts").split(", "))
    if not planned:
        return words.say("labels.home.subprogrammes", count=count, parts=parts)
    largest = max(context.subprogrammes, key=lambda line: planned[line.id])
    amount = words.money(planned[largest.id])
    return words.say("labels.home.largest_part", count=count, parts=parts, name=largest.short_name, amount=amount)
