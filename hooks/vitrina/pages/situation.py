"""The state of things as the document tells it, theme by theme."""

from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.measures.series import is_within_a_year
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile, by_theme
from vitrina.pages.page import Page, PlacedChart
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class Theme:
    """A section: its chart, if one helps, and everything that is counted under it."""

    name: str
    lead: IndicatorProfile
    """What the section opens with."""
    chart: str
    """The name of its chart on the page, or nothing."""
    why: str
    has_part: bool
    listed: tuple[IndicatorProfile, ...]
    """With what its chart tells only where there is a plan to judge by."""


def situation(context: Context, profiles: tuple[IndicatorProfile, ...]) -> Page | None:
    """None where the document gives no figure for anything."""
    words = context.words
    counted = tuple(one for one in profiles if one.has_values)
    if not counted:
        return None
    themes = [_theme(context, those) for those in by_theme(counted).values()]
    first = next(
        (one for one in counted if one.indicator.direction in {"rising", "falling"} and one.observed.series), counted[0]
    )
    return Page(
        place=context.places["situation"],
        title=words.say("Как дела"),
        description=words.say(
            "{finding}. Все числа документа по темам: {themes}.",
            finding=first.finding,
            themes=", ".join(theme.name for theme in themes),
        ),
        values={
            "headline": first,
            "themes": themes,
            "count": sum(len([row for row in one.observations if row.value is not None]) for one in counted),
        },
        charts={theme.chart: _chart(theme.lead) for theme in themes if theme.chart},
    )


def _theme(context: Context, profiles: tuple[IndicatorProfile, ...]) -> Theme:
    lead = next((one for one in profiles if _draws(one)), profiles[0])
    rows = lead.observed.series
    return Theme(
        name=lead.theme,
        lead=lead,
        chart=lead.indicator.id if _draws(lead) else "",
        why=context.plain_or_empty("indicators", lead.indicator.id, "why"),
        has_part=_draws(lead) and any(map(is_within_a_year, rows)),
        listed=tuple(one for one in profiles if one != lead or one.status.kind or not _draws(lead)),
    )


def _draws(profile: IndicatorProfile) -> bool:
    """A picture helps where something changes, is planned, or is taken apart."""
    return "periods" in profile.charts or ("groups" in profile.charts and profile.observed.whole is not None)


def _chart(profile: IndicatorProfile) -> PlacedChart:
    return profile.charts.get("periods") or profile.charts["groups"]


register(
    View(
        Kind("situation", order=310, folder="situation", is_tab=True, group="indicators"),
        lambda given: filter(None, [situation(given.context, tuple(given.profiles.values()))]),
        exists=lambda context: bool(context.programme.indicators),
        sought=sentence("как дела|положение дел|состояние"),
    )
)
