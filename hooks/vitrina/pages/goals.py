"""What the programme wants: from its goal by way of money to what came of it, and what it promises in the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitrina.addresses import Kind
from vitrina.dataset.tables.choices import LEVELS
from vitrina.pages.context import Context
from vitrina.pages.observed import IndicatorProfile
from vitrina.pages.page import Page
from vitrina.pages.promise_table import IndicatorProfiles, promise_groups, serving
from vitrina.pages.quotations import Wanted, wanted, wanted_of
from vitrina.pages.sentences import first_and_rest
from vitrina.pages.views import View, onward, register
from vitrina.words.catalogue import sentence


@dataclass(frozen=True, slots=True)
class Check:
    """An indicator by which a promise can be checked, and what is to be said of that."""

    profile: IndicatorProfile
    note: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """An expected result with what measures it."""

    result: Wanted
    checks: tuple[Check, ...]

    @property
    def has_figure(self) -> bool:
        """Whether a plan in figures stands behind it."""
        return any(check.profile.observed.comparisons for check in self.checks)


@dataclass(frozen=True, slots=True)
class Priority:
    """What comes first, and at which level or in which field if the programme says it."""

    level: str
    """Empty where it is not said."""
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Direction:
    """What has to be done besides the tasks, and which task that is nearest to."""

    wanted: Wanted
    first: str
    """The first sentence of our words."""
    rest: str
    tasks: tuple[Wanted, ...]


def goals(context: Context, profiles: IndicatorProfiles) -> Page:
    """The page of goals; only where the programme has them."""
    words, programme = context.words, context.programme
    groups, tasks_wanted = promise_groups(context, profiles), wanted_of(context, "task")
    promises = promises_of(context, profiles)
    ids = {line.id for line in context.subprogrammes} | {one.id for one in programme.indicators}
    links = [link for link in programme.links if link.source in ids]
    tasks = words.say_n("{count}\u00a0задача", "{count}\u00a0задач", len(tasks_wanted))
    return Page(
        place=context.places["goals"],
        title=words.say("Цели"),
        description=words.say(
            "Чего хочет программа: цель, {tasks}, показатели и обещания в одной таблице; рядом слова документа.",
            tasks=tasks,
        ),
        values={
            "finding": finding(context, promises),
            "goals": wanted_of(context, "goal"),
            "groups": groups,
            "tasks": len(tasks_wanted),
            "all_ours": all(link.whose == "ours" for link in links),
            "some_ours": any(link.whose == "ours" for link in links),
            "lines_are_ours": any(group.lines for group in groups)
            and all(line.is_ours for group in groups for line in group.lines),
            "promises": promises,
            "with_indicator": sum(bool(promise.checks) for promise in promises),
            "priorities": [
                Priority(context.chosen(LEVELS, goal.level) if goal.level else "", wanted(context, goal))
                for goal in programme.goals_of("priority")
            ],
            "directions": [_direction(context, direction) for direction in wanted_of(context, "direction")],
            "pages_onward": onward(context, "indicators", "risks", "documents"),
        },
    )


def finding(context: Context, promises: Sequence[Promise]) -> str:
    """How many promises come with a figure; without a full stop."""
    words = context.words
    if not promises:
        tasks = words.say_n("{count}\u00a0задача", "{count}\u00a0задач", len(wanted_of(context, "task")))
        return words.say("У программы одна цель и {tasks}", tasks=tasks)
    said = words.say_n("{count}\u00a0обещание", "{count}\u00a0обещаний", len(promises))
    with_figure = sum(promise.has_figure for promise in promises)
    if with_figure in (0, len(promises)):
        return words.say(
            "Программа даёт {promises}, и все с числами"
            if with_figure
            else "Программа даёт {promises}. Числа нет ни в одном",
            promises=said,
        )
    return words.say(
        "Программа даёт {promises}. Число есть только в одном"
        if with_figure == 1
        else "Программа даёт {promises}. Число есть только в {count}",
        promises=said,
        count=words.number(with_figure),
    )


def promises_of(context: Context, profiles: IndicatorProfiles) -> tuple[Promise, ...]:
    """What the programme promises in the end, each with what measures it."""
    return tuple(_promise(context, result, profiles) for result in wanted_of(context, "result"))


def _promise(context: Context, result: Wanted, profiles: IndicatorProfiles) -> Promise:
    links = serving(context, result.id)
    return Promise(
        result,
        tuple(
            Check(
                one,
                context.plain_or_empty("links", links[one.id].id, "note"),
                links[one.id].whose == "ours",
            )
            for one in profiles.values()
            if one.id in links
        ),
    )


def _direction(context: Context, direction: Wanted) -> Direction:
    targets = {link.target for link in context.programme.links if link.source == direction.id}
    first, rest = first_and_rest(direction.plain)
    return Direction(direction, first, rest, tuple(task for task in wanted_of(context, "task") if task.id in targets))


def _has_goals(context: Context) -> bool:
    """Whether there is enough for a page of goals."""
    return bool(context.programme.goals_of("goal") and context.programme.goals_of("task"))


register(
    View(
        Kind("goals", order=210, folder="goals", is_tab=True, chapter=4),
        lambda given: [goals(given.context, given.profiles)],
        exists=_has_goals,
        sought=sentence("цели|задачи|зачем программа|что обещали|обещания"),
        onward=(sentence("Цели"), sentence("Вся цепочка от цели до обещаний")),
    )
)
