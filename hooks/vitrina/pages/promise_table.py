"""From promise to money to result: each task with its subprogrammes, their money and what shows the outcome.

An indicator stands where it belongs first, and nowhere else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vitrina.addresses import Place
from vitrina.dataset.programme import Link
from vitrina.measures.continuity import former_wordings
from vitrina.measures.known import Missing
from vitrina.measures.stated import funding_of
from vitrina.measures.status import JUDGED, MET
from vitrina.pages.context import Context, Subprogramme
from vitrina.pages.observed import IndicatorProfile, promised_in_words
from vitrina.pages.quotations import Wanted, wanted_of

IndicatorProfiles = Mapping[str, IndicatorProfile]
"""Every indicator of the programme by its id, in the order of the table."""


@dataclass(frozen=True, slots=True)
class FundedLine:
    """A subprogramme with its planned money in kopecks over all years, or why there is none."""

    name: str
    place: Place
    money: int | Missing
    is_promised: bool
    """Its money is promised in a document that was not published."""
    is_ours: bool
    """The document does not put it under its task: we did."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator under its task or subprogramme."""

    profile: IndicatorProfile
    is_ours: bool


@dataclass(frozen=True, slots=True)
class PromiseGroup:
    """A task with all that leads to it; without a task, what belongs to none."""

    task: Wanted | None
    is_ours: bool
    lines: tuple[FundedLine, ...]
    indicators: tuple[Measured, ...]
    """With a plan or a value."""
    unmeasured: tuple[Measured, ...]
    """Of which the documents give no figure at all."""
    others: int
    """How many more figures the text has for these subprogrammes, or how many indicators are left out."""
    more: Place
    """Where those stand."""


def promise_groups(context: Context, profiles: IndicatorProfiles) -> tuple[PromiseGroup, ...]:
    """In the order of the tasks, then of the subprogrammes without a task, then the indicators without either."""
    groups = [_of_task(context, profiles, task) for task in wanted_of(context, "task")]
    under_tasks = {line.place for group in groups for line in group.lines}
    apart = [line for line in context.subprogrammes if context.places.of("subprogramme", line.id) not in under_tasks]
    groups += [_group(context, profiles, [line]) for line in apart]
    rest = tuple(Measured(one, False) for one in _shown(context, profiles))
    groups.append(PromiseGroup(None, False, (), rest, (), 0, context.places["indicators"]))
    return _once(groups)


def _once(groups: Iterable[PromiseGroup]) -> tuple[PromiseGroup, ...]:
    """Each subprogramme and indicator where it stands first; a group of which nothing is left goes."""
    seen: set[object] = set()
    found = []
    for group in groups:
        lines = tuple(line for line in group.lines if line.place not in seen)
        indicators = tuple(one for one in group.indicators if one.profile.id not in seen)
        seen |= {*(line.place for line in lines), *(one.profile.id for one in indicators)}
        if group.task or lines or indicators:
            told = tuple(one for one in indicators if one.profile.has_values)
            silent = tuple(one for one in indicators if not one.profile.has_values)
            found.append(replace(group, lines=lines, indicators=told, unmeasured=silent))
    return tuple(found)


def shortened(groups: Iterable[PromiseGroup], most: int) -> tuple[PromiseGroup, ...]:
    """At most so many indicators a group: what missed its plan first, for that is what people look for, then what met
    it. The page of goals has them all."""

    def place(one: Measured) -> int:
        kind = one.profile.status.kind
        return 1 if kind in MET else 0 if kind in JUDGED else 2

    return tuple(
        replace(
            group,
            indicators=tuple(sorted(group.indicators, key=place)[:most]),
            others=max(0, len(group.indicators) - most),
        )
        for group in groups
    )


def of_line(context: Context, line: str, profiles: IndicatorProfiles) -> list[IndicatorProfile]:
    """The indicators of a subprogramme, by their column or by a link, the target ones first; no former wordings."""
    linked = {link.source for link in context.programme.links if link.target == line}
    former = former_wordings(context.programme)
    found: Iterable[IndicatorProfile] = (
        one for one in profiles.values() if one.indicator.line == line or one.id in linked
    )
    return sorted((one for one in found if one.id not in former), key=lambda one: not is_target(one))


def is_target(profile: IndicatorProfile) -> bool:
    """Whether it is one of the programme's own target indicators."""
    return profile.indicator.kind == "target"


def serving(context: Context, *targets: str) -> dict[str, Link]:
    """What serves any of some things; a link to the first of them counts first."""
    return {
        link.source: link for target in reversed(targets) for link in context.programme.links if link.target == target
    }


def _of_task(context: Context, profiles: IndicatorProfiles, task: Wanted) -> PromiseGroup:
    to_task = serving(context, task.id)
    to_goal = [link for link in context.programme.links if link.source == task.id]
    lines = [line for line in context.subprogrammes if line.id in to_task]
    group = _group(context, profiles, lines, task.id)
    return replace(
        group,
        task=task,
        is_ours=bool(to_goal) and all(link.whose == "ours" for link in to_goal),
        lines=tuple(
            replace(funded, is_ours=to_task[line.id].whose == "ours")
            for line, funded in zip(lines, group.lines, strict=True)
        ),
    )


def _group(context: Context, profiles: IndicatorProfiles, lines: Sequence[Subprogramme], *task: str) -> PromiseGroup:
    """Some subprogrammes, under a task or by themselves, with what serves them."""
    below = serving(context, *task, *(line.id for line in lines))
    inside = {one.id: one for line in lines for one in of_line(context, line.id, profiles)}
    shown = [one for one in _shown(context, profiles) if one.id in {*below, *inside}]
    return PromiseGroup(
        task=None,
        is_ours=False,
        lines=tuple(_funded(context, line) for line in lines),
        indicators=tuple(Measured(one, one.id in below and below[one.id].whose == "ours") for one in shown),
        unmeasured=(),
        others=sum(one.has_values and one not in shown for one in inside.values()),
        more=context.places.of("subprogramme", lines[0].id) if lines else context.places["indicators"],
    )


def _shown(context: Context, profiles: IndicatorProfiles) -> list[IndicatorProfile]:
    """What the programme promises: its target indicators, whatever else has a plan, and what a promise speaks of."""
    former = former_wordings(context.programme)
    promised = promised_in_words(context.programme)
    return [
        one
        for one in profiles.values()
        if one.id not in former and (is_target(one) or one.observed.comparisons or one.id in promised)
    ]


def _funded(context: Context, line: Subprogramme) -> FundedLine:
    entry = next(one for one in context.programme.lines if one.id == line.id)
    missing = {document.id for document in context.programme.missing_documents}
    return FundedLine(
        line.short_name,
        context.places.of("subprogramme", line.id),
        funding_of(context.programme, line.id).grand,
        is_promised=entry.money_in in missing,
        is_ours=False,
    )
