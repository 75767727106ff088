"""The ways onward from the pages about goals: only to pages that there are."""

from vitrina.addresses import Place
from vitrina.pages.context import Context

Way = tuple[str, str, Place]


def ways(context: Context, *keys: str) -> list[Way]:
    """Title, what is there, and address of some main pages, without those that the programme has no data for."""
    programme, places = context.programme, context.places
    known = {
        "goals": (places.goals, has_goals(context)),
        "funding": (places.funding, not programme.money.empty),
        "indicators": (places.indicators, programme.indicators),
        "risks": (places.risks, programme.goals_of("risk")),
        "documents": (places.documents, True),
        "gaps": (places.gaps, programme.gaps),
        "execution": (places.execution, context.executions.has_actuals),
        "evaluation": (places.evaluation, context.evaluated),
    }
    return [
        (context.words.say(f"goals.ways.{key}"), context.words.say(f"goals.ways.{key}_note"), place)
        for key in keys
        for place, is_there in (known[key],)
        if is_there
    ]


def above(context: Context) -> tuple[tuple[str, Place], ...]:
    """The page of goals in the trail of those that stand below it."""
    return tuple((title, place) for title, _, place in ways(context, "goals"))


def has_goals(context: Context) -> bool:
    """Whether there is enough for a page of goals."""
    return bool(context.programme.goals_of("goal") and context.programme.goals_of("task"))
