"""All that is measured: the programme's own target indicators, and what else its document counts, by theme."""

from collections.abc import Mapping

from vitrina.measures.continuity import former_wordings
from vitrina.pages.context import Context
from vitrina.pages.indicator import indicator_page
from vitrina.pages.observed import Told, by_theme, rule_told
from vitrina.pages.page import Page
from vitrina.pages.past import Past
from vitrina.pages.progress import progress
from vitrina.pages.quotations import quote
from vitrina.pages.shared import programme_values, trail
from vitrina.pages.situation import situation


def indicator_pages(context: Context, known: Mapping[str, Told]) -> list[Page]:
    """The state of things, the list of indicators and a page for each; none for a programme that measures nothing."""
    told = tuple(known.values())
    if not told:
        return []
    past = Past.of(context.programme)
    state, board = situation(context, told), progress(context, known)
    listed = [state, _indicators(context, told, board is not None), board]
    return [*filter(None, listed), *(indicator_page(context, one, past) for one in told)]


def _indicators(context: Context, told: tuple[Told, ...], has_board: bool) -> Page:
    words = context.words
    former = former_wordings(context.programme)
    targets = [one for one in told if one.indicator.kind == "target" and one.id not in former]
    mentioned = [one for one in told if one.indicator.kind != "target" and one.id not in former]
    return Page(
        place=context.places.indicators,
        template="indicators",
        title=words.say("indicators.title"),
        description=words.say(
            f"indicators.description.{'both' if targets and mentioned else 'targets' if targets else 'mentioned'}",
            targets=len(targets),
            mentioned=len(mentioned),
        ),
        trail=trail(context),
        values={
            **programme_values(context),
            "targets": targets,
            "former": [one for one in told if one.id in former],
            "empty_targets": [one for one in targets if not one.has_values],
            "mentioned": mentioned,
            "with_values": [one for one in mentioned if one.has_values],
            "has_situation": any(one.has_values for one in told),
            "with_plan": [one for one in told if one.observed.comparisons and one.id not in former],
            "themes": by_theme(mentioned),
            "promised": [quote(context, entry.quotation) for entry in context.programme.entries("indicators")],
            "known_until": context.programme.known_until,
            "rule": rule_told(context),
            "has_not_due": any(one.status.kind == "not-due" for one in told),
            "has_board": has_board,
        },
        charts={},
    )
