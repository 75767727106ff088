"""All that is measured: the programme's own target indicators, and what else its document counts, by theme."""

from vitrina.addresses import Kind
from vitrina.measures.continuity import former_wordings
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile, by_theme, rule_told
from vitrina.pages.page import Page
from vitrina.pages.quotations import quote
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence

_DESCRIPTION = {
    "both": sentence(
        "Целевых показателей {targets}, других чисел по темам {mentioned}: что измерено, когда и что обещали."
    ),
    "targets": sentence("Целевых показателей {targets}: что измерено, когда и что обещали."),
    "mentioned": sentence("Чисел по темам {mentioned}: что измерено, когда и что обещали."),
}


def _indicators(context: Context, profiles: tuple[IndicatorProfile, ...]) -> Page:
    words = context.words
    former = former_wordings(context.programme)
    targets = [one for one in profiles if one.indicator.kind == "target" and one.id not in former]
    mentioned = [one for one in profiles if one.indicator.kind != "target" and one.id not in former]
    return Page(
        place=context.places["indicators"],
        title=words.say("Показатели"),
        description=words.say(
            _DESCRIPTION["both" if targets and mentioned else "targets" if targets else "mentioned"],
            targets=len(targets),
            mentioned=len(mentioned),
        ),
        values={
            "targets": targets,
            "former": [one for one in profiles if one.id in former],
            "empty_targets": [one for one in targets if not one.has_values],
            "with_values": [one for one in mentioned if one.has_values],
            "has_situation": any(one.has_values for one in profiles),
            "with_plan": [one for one in profiles if one.observed.comparisons and one.id not in former],
            "themes": by_theme(mentioned),
            "promised": [quote(context, entry.quotation) for entry in context.programme.entries("indicators")],
            "known_until": context.programme.known_until,
            "rule": rule_told(context),
            "has_not_due": any(one.status.kind == "not-due" for one in profiles),
            "has_board": context.measures.board.is_worth_a_page,
        },
    )


register(
    View(
        Kind("indicators", order=320, folder="indicators", is_tab=True, group="indicators", chapter=5),
        lambda given: [_indicators(given.context, tuple(given.profiles.values()))],
        exists=lambda context: bool(context.programme.indicators),
        sought=sentence("показатели|целевые показатели|что измеряют"),
        onward=(sentence("Показатели"), sentence("Что измеряют, что обещано и что известно")),
    )
)
