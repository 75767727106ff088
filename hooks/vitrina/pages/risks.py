"""What could go wrong by the document's own word, and the figures that stand behind it."""

from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.dataset.programme import Goal
from vitrina.dataset.references import references
from vitrina.measures.funding import less_ahead
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.page import Page
from vitrina.pages.promise_table import IndicatorProfiles
from vitrina.pages.quotations import Quote, Wanted, quote, wanted
from vitrina.pages.sentences import first_and_rest
from vitrina.pages.views import View, onward, register
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import without_stop
from vitrina.words.languages import SOURCE_LANGUAGE
from vitrina.words.numbers import figure_and_unit

_FINDING = {
    "one": sentence("Документ называет {risks}. Числа стоят только за одним"),
    "some": sentence("Документ называет {risks}. Числа стоят только за {count}"),
    "all": sentence("Документ называет {risks}, и за каждым стоят числа"),
    "none": sentence("Документ называет {risks}. Чисел за ними нет"),
}


@dataclass(frozen=True, slots=True)
class RiskIndicator:
    """An indicator behind a risk."""

    profile: IndicatorProfile
    figures: tuple[tuple[str, str], ...]
    """Each with its group: «было», «стало»."""
    difference: str
    """Between the two figures that there are; empty for another number of them."""
    unit: str
    has_grown: bool
    is_dated: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk: its first sentence is the finding, the others follow."""

    wanted: Wanted
    finding: str
    rest: str
    lines: tuple[str, ...]
    """Ids of the subprogrammes that we or the document connect it with."""
    behind: tuple[RiskIndicator, ...]


def risks(context: Context, profiles: IndicatorProfiles) -> Page:
    """The page of risks; only where the programme names any."""
    words, funding = context.words, context.measures.funding
    found = tuple(_risk(context, goal, profiles) for goal in context.programme.goals_of("risk"))
    behind = [year for year in funding.known_years if not funding.is_ahead(year)]
    ahead = [year for year in funding.known_years if funding.is_ahead(year)]
    shown = dict.fromkeys((*behind[-1:], *ahead[:1], *ahead[-1:]))
    with_figures = sum(bool(risk.behind) for risk in found)
    key = (
        "none" if not with_figures else "all" if with_figures == len(found) else "one" if with_figures == 1 else "some"
    )
    return Page(
        place=context.places["risks"],
        title=words.say("Риски"),
        description=words.say("Что может пойти не так: риски, которые называет сам документ, и числа за ними."),
        values={
            "finding": words.say(
                _FINDING[key],
                risks=words.say_n("{count}\u00a0риск", "{count}\u00a0рисков", len(found)),
                count=words.number(with_figures),
            ),
            "risks": found,
            "lines": {line.id: line for line in context.subprogrammes},
            "known": behind[-1] if behind else None,
            "less_ahead": less_ahead(funding),
            "money_figures": [
                (*words.amount_and_unit(funding.totals[year]), words.say("{year} год", year=year), "") for year in shown
            ],
            "pages_onward": onward(context, "goals", "funding", "documents", "gaps"),
        },
    )


def _risk(context: Context, goal: Goal, profiles: IndicatorProfiles) -> Risk:
    risk = wanted(context, goal)
    first, rest = first_and_rest(risk.plain)
    lines = {line.id for line in context.subprogrammes}
    return Risk(
        wanted=risk,
        finding=without_stop(first),
        rest=rest,
        lines=tuple(link.target for link in context.programme.links if link.source == goal.id and link.target in lines),
        behind=tuple(_behind(context, profiles[identity]) for identity in _indicators(context, goal)),
    )


def _indicators(context: Context, risk: Goal) -> tuple[str, ...]:
    """Ids of those that our words about a risk refer to, and of those that a link connects with it."""
    programme = context.programme
    plain = programme.text_or_none("goals", risk.id, "plain", SOURCE_LANGUAGE)
    named = {argument for one in references(plain.text) for argument in one.arguments} if plain else set()
    ids = {observation.indicator for observation in programme.observations if observation.id in named}
    ids |= {link.source for link in programme.links if link.target == risk.id}
    return tuple(indicator.id for indicator in programme.indicators if indicator.id in ids)


def _behind(context: Context, profile: IndicatorProfile) -> RiskIndicator:
    observed = profile.observed
    shown = [one for one in profile.observations if one.value is not None and one.part_of is None]
    values = [one.value for one in shown if one.value is not None]
    change = values[1] - values[0] if len(values) == 2 else None
    difference, unit = figure_and_unit(observed.difference(change) if change else "")
    return RiskIndicator(
        profile=profile,
        figures=tuple((observed.group_names.get(one.id, ""), observed.signed(one)) for one in shown),
        difference=difference,
        unit=unit,
        has_grown=change is not None and change > 0,
        is_dated=all(one.first for one in shown),
        quote=quote(context, shown[0].quotation if shown else profile.indicator.quotation),
    )


register(
    View(
        Kind("risks", order=230, folder="risks", parent="goals"),
        lambda given: [risks(given.context, given.profiles)],
        exists=lambda context: bool(context.programme.goals_of("risk")),
        sought=sentence("риски|что может сорваться|угрозы|опасности"),
        onward=(sentence("Риски"), sentence("Что может пойти не так, по словам документа")),
    )
)
