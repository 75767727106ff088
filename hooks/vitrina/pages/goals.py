"""What the programme wants: the chain from its goal to what it promises, one picture made of nested lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vitrina.addresses import Place
from vitrina.dataset.programme import Link
from vitrina.dataset.tables.choices import LEVELS
from vitrina.measures.continuity import former_wordings
from vitrina.pages.context import Context
from vitrina.pages.observed import Told
from vitrina.pages.page import Page
from vitrina.pages.quotations import Wanted, wanted, wanted_of
from vitrina.pages.shared import programme_values, trail
from vitrina.pages.ways import ways
from vitrina.words import Words


@dataclass(frozen=True, slots=True)
class Tie:
    """Something that serves another thing, as a link: to a page, or to an anchor of this one."""

    name: str
    place: Place
    anchor: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """A task with all that leads to it."""

    task: Wanted
    is_ours: bool
    lines: tuple[Tie, ...]
    indicators: tuple[Tie, ...]
    results: tuple[Tie, ...]
    others: int
    """How many more figures the text has for its subprogrammes."""


@dataclass(frozen=True, slots=True)
class Check:
    """An indicator by which a promise can be checked, and what is to be said of that."""

    told: Told
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
        return any(check.told.observed.comparisons for check in self.checks)


@dataclass(frozen=True, slots=True)
class Priority:
    """What comes first at one level of education."""

    level: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Direction:
    """What has to be done besides the tasks, and which task that is nearest to."""

    wanted: Wanted
    tasks: tuple[Wanted, ...]


AllTold = Mapping[str, Told]
"""Every indicator of the programme by its id, in the order of the table."""


def goals(context: Context, told: AllTold) -> Page:
    """The page of goals; only where the programme has them."""
    words, programme = context.words, context.programme
    branches = tuple(_branch(context, task, told) for task in wanted_of(context, "task"))
    promises = tuple(_promise(context, result, told) for result in wanted_of(context, "result"))
    links = [link for link in programme.links if link.source in _ids(context) and link.target in _ids(context)]
    former = former_wordings(programme)
    targets = sum(one.kind == "target" and one.id not in former for one in programme.indicators)
    tasks = counted(words, len(branches), "goals.counted.tasks")
    return Page(
        place=context.places.goals,
        template="goals",
        title=words.say("goals.title"),
        description=words.say("goals.description", tasks=tasks),
        trail=trail(context),
        values={
            **programme_values(context),
            "finding": _finding(words, promises, tasks),
            "goals": wanted_of(context, "goal"),
            "key_figures": [
                (words.number(count), "", words.plural(count, *words.say(key).split("|")), "")
                for count, key in (
                    (len(branches), "goals.counted.tasks"),
                    (len(context.subprogrammes), "goals.counted.subprogrammes"),
                    (targets, "goals.counted.targets"),
                    (len(promises), "goals.counted.promises"),
                )
                if count
            ],
            "branches": branches,
            "some_are_ours": any(link.whose == "ours" for link in links),
            "lines_are_ours": all(tie.is_ours for branch in branches for tie in branch.lines),
            "promises": promises,
            "with_indicator": sum(bool(promise.checks) for promise in promises),
            "priorities": [
                Priority(LEVELS[goal.level][words.language] if goal.level else "", wanted(context, goal))
                for goal in programme.goals_of("priority")
            ],
            "directions": [_direction(context, direction) for direction in wanted_of(context, "direction")],
            "ways": ways(context, "indicators", "risks", "documents"),
        },
        charts={},
    )


def counted(words: Words, count: int, key: str) -> str:
    """A number of things, «4 задачи»: under the key stand the forms of the word."""
    return words.quantity(count, words.say(key))


def is_target(told: Told) -> bool:
    """Whether it is one of the programme's own target indicators."""
    return told.indicator.kind == "target"


def of_line(context: Context, line: str, told: AllTold) -> list[Told]:
    """The indicators of a subprogramme, by their column or by a link, the target ones first; no former wordings."""
    linked = {link.source for link in context.programme.links if link.target == line}
    former = former_wordings(context.programme)
    found: Iterable[Told] = (one for one in told.values() if one.indicator.line == line or one.id in linked)
    return sorted((one for one in found if one.id not in former), key=lambda one: not is_target(one))


def _ids(context: Context) -> set[str]:
    lines = (line.id for line in context.subprogrammes)
    return {*(goal.id for goal in context.programme.goals), *lines, *(one.id for one in context.programme.indicators)}


def _finding(words: Words, promises: Sequence[Promise], tasks: str) -> str:
    if not promises:
        return words.say("goals.finding.no_promises", tasks=tasks)
    said = counted(words, len(promises), "goals.counted.promises")
    with_figure = sum(promise.has_figure for promise in promises)
    if with_figure in (0, len(promises)):
        return words.say("goals.finding.all" if with_figure else "goals.finding.none", promises=said)
    key = "one" if with_figure == 1 else "some"
    return words.say(f"goals.finding.{key}", promises=said, count=words.number(with_figure))


def _serving(context: Context, *targets: str) -> dict[str, Link]:
    """What serves any of some things; a link to the first of them counts first."""
    return {
        link.source: link for target in reversed(targets) for link in context.programme.links if link.target == target
    }


def _branch(context: Context, task: Wanted, told: AllTold) -> Branch:
    to_task = _serving(context, task.id)
    lines = [line for line in context.subprogrammes if line.id in to_task]
    below = _serving(context, task.id, *(line.id for line in lines))
    inside = {one.id: one for line in lines for one in of_line(context, line.id, told)}
    current = {*below, *inside} - former_wordings(context.programme)
    targets = [one for one in told.values() if is_target(one) and one.id in current]
    to_goal = [link for link in context.programme.links if link.source == task.id]
    return Branch(
        task=task,
        is_ours=all(link.whose == "ours" for link in to_goal),
        lines=tuple(
            Tie(line.short_name, context.places.subprogramme(line.id), "", to_task[line.id].whose == "ours")
            for line in lines
        ),
        indicators=tuple(
            Tie(one.name, one.place, "", one.id not in below or below[one.id].whose == "ours") for one in targets
        ),
        results=tuple(
            Tie(result.plain, context.places.goals, result.id, to_task[result.id].whose == "ours")
            for result in wanted_of(context, "result")
            if result.id in to_task
        ),
        others=sum(not is_target(one) and one.has_values for one in inside.values()),
    )


def _promise(context: Context, result: Wanted, told: AllTold) -> Promise:
    serving = _serving(context, result.id)
    return Promise(
        result,
        tuple(
            Check(
                one,
                context.plain_or_none("links", serving[one.id].id, "note") or "",
                serving[one.id].whose == "ours",
            )
            for one in told.values()
            if one.id in serving
        ),
    )


def _direction(context: Context, direction: Wanted) -> Direction:
    targets = {link.target for link in context.programme.links if link.source == direction.id}
    return Direction(direction, tuple(task for task in wanted_of(context, "task") if task.id in targets))
