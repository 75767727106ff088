"""What several pages say of money spent beside money planned: names of the stages, findings, charts, rows of tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.addresses import Place
from vitrina.charts.chart import Origin
from vitrina.charts.execution import About, RowKind, Spending, SpentBesidePlan
from vitrina.charts.kit.style import BAR, source_fill
from vitrina.measures.execution import ACTUAL, BASES, Execution
from vitrina.measures.former_amounts import FormerAmount
from vitrina.pages.context import Context
from vitrina.pages.year_lists import years_list
from vitrina.words import Words
from vitrina.words.capitals import first_lower, first_upper
from vitrina.words.catalogue import sentence
from vitrina.words.provenance import sum_of

MIXED = "mixed"
_ALL = Decimal(100)


COLUMNS = {
    "plan": sentence("План программы"),
    "approved": sentence("Утверждённый бюджет"),
    "revised": sentence("Уточнённый план"),
    "actual": sentence("Потратили"),
    "difference": sentence("Разница"),
    "percent": sentence("Исполнение"),
}

ROWS: Mapping[RowKind, str] = {
    "programme": sentence("Программа"),
    "year": sentence("Год"),
    "source": sentence("Источник"),
    "part": sentence("Подпрограмма"),
    "measure": sentence("Мероприятие"),
}

_PLAN = {
    "plan": sentence("план программы"),
    "approved": sentence("утверждённый бюджет"),
    "revised": sentence("уточнённый план"),
    "mixed": sentence("план"),
}

_OF_PLAN = {
    "plan": sentence("плана программы"),
    "approved": sentence("утверждённого бюджета"),
    "revised": sentence("уточнённого плана"),
    "mixed": sentence("плана"),
}


@dataclass(frozen=True, slots=True)
class SpentRow:
    """A line of a table of execution."""

    name: str
    inside: str
    """The name inside a sentence."""
    place: Place | None
    """Where the name leads."""
    execution: Execution
    fill: str = BAR
    """Of its bar in a chart."""
    former: FormerAmount | None = None
    """What was said to be spent before a later report corrected it."""


def stages_of(rows: Iterable[SpentRow]) -> tuple[str, ...]:
    """The stages before the actual that any row states, in the order in which they follow one another."""
    listed = tuple(rows)
    return tuple(stage for stage in reversed(BASES) if any(row.execution.by_stage[stage] is not None for row in listed))


def base_of(executions: Iterable[Execution]) -> str:
    """The stage that all of them are measured by, or "mixed"."""
    stages = {execution.base_stage for execution in executions if execution.base_stage}
    return stages.pop() if len(stages) == 1 else MIXED


def plan_name(words: Words, executions: Iterable[Execution]) -> str:
    """«уточнённый план»."""
    return words.say(_PLAN[base_of(executions)])


def of_plan(words: Words, executions: Iterable[Execution]) -> str:
    """«уточнённого плана»."""
    return words.say(_OF_PLAN[base_of(executions)])


def percent(words: Words, value: Decimal) -> str:
    """One decimal; more where that would hide that not all was spent, and none of nothing."""
    if not value:
        return words.percent(value, 0)
    for digits in range(1, 4):
        if value == _ALL or round(value, digits) != _ALL:
            return words.percent(value, digits)
    return words.percent(value, 4)


def finding(words: Words, rows: Sequence[SpentRow]) -> str:
    """What stands farthest from its plan; or how far all of them do, where several are equally far."""
    executions = [row.execution for row in rows]
    known = [(row.inside, row.execution.percent) for row in rows if row.execution.percent is not None]
    named = of_plan(words, executions)
    if not known:
        spent = [one.actual for one in executions if one.actual is not None]
        return words.say(
            "Потратили {amount}. С чем сравнить, в документах не указано", amount=words.money(sum_of(spent))
        )
    if len(known) == 1:
        [(name, share)] = known
        return words.say(
            "{name}: потратили {percent} {of_plan}",
            name=first_upper(name),
            percent=percent(words, share),
            of_plan=named,
        )
    farthest = max(abs(share - _ALL) for _, share in known)
    if not farthest:
        return words.say("Потратили ровно столько, сколько запланировали")
    far = [(name, share) for name, share in known if abs(share - _ALL) == farthest]
    if len(far) == 1:
        [(name, share)] = far
        return words.say("Дальше всего от плана {name}: потратили {percent}", name=name, percent=percent(words, share))
    low, high = min(share for _, share in known), max(share for _, share in known)
    return words.say(
        "Потратили от {low} до {high} {of_plan}", low=percent(words, low), high=percent(words, high), of_plan=named
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """What was spent on a line in all: «98,1 % уточнённого плана»."""

    execution: Execution
    when: str
    share: str
    """Of the plan, in words; the amount alone where there is no plan to compare it with."""


def summary(context: Context, line: str, year: int | None = None) -> Summary | None:
    """None where nothing is known to be spent."""
    words, execution = context.words, context.measures.executions.of(line, None, year)
    if execution.actual is None:
        return None
    share = words.money(execution.actual)
    if execution.percent is not None:
        share = f"{percent(words, execution.percent)} {of_plan(words, [execution])}"
    return Summary(execution, years_list(words, execution.years), share)


def by_year(context: Context, line: str) -> tuple[SpentRow, ...]:
    """A row for each year of which there is an actual."""
    executions = context.measures.executions
    return tuple(
        SpentRow(
            str(year),
            years_list(context.words, [year]),
            None,
            executions.of(line, None, year),
            former=context.measures.former_actual.get((line, None, year)),
        )
        for year in executions.years_of(line)
    )


def by_source(context: Context, line: str, year: int | None = None) -> tuple[SpentRow, ...]:
    """A row for each source of which there is an actual; of a year, or of all of them."""
    rows = (
        SpentRow(
            source.name,
            context.chart_names[source.id].name_inside,
            None,
            context.measures.executions.of(line, source.id, year),
            source_fill(source.slot),
            _former(context, line, source.id, year),
        )
        for source in context.by_size
    )
    return tuple(row for row in rows if row.execution.actual is not None)


def _former(context: Context, line: str, source: str | None, year: int | None) -> FormerAmount | None:
    """Of a year; a sum over years has nothing that stood in its place."""
    return None if year is None else context.measures.former_actual.get((line, source, year))


def by_part(context: Context, line: str, year: int | None = None) -> tuple[SpentRow, ...]:
    """A row for each line right under another of which there is an actual; of a year, or of all of them."""
    rows = (
        SpentRow(
            context.line_short_name(part.id),
            context.words.say("«{name}»", name=context.line_short_name(part.id)),
            line_place(context, part.id),
            context.measures.executions.of(part.id, None, year),
            former=_former(context, part.id, None, year),
        )
        for part in context.programme.lines
        if part.parent == line
    )
    return tuple(row for row in rows if row.execution.actual is not None)


def line_place(context: Context, line: str) -> Place | None:
    """The page of a subprogramme; other lines have none of their own."""
    kinds = {one.id: one.kind for one in context.programme.lines}
    return context.places.of("subprogramme", line) if kinds[line] == "subprogramme" else None


def spent_beside_plan(context: Context, kind: RowKind, rows: Sequence[SpentRow]) -> SpentBesidePlan:
    """What a chart is drawn of."""
    words = context.words
    executions = [row.execution for row in rows]
    drawn = [
        Spending(row.name, row.execution.base, row.execution.actual, row.fill, origin_of(context, row.execution))
        for row in rows
        if row.execution.actual is not None
    ]
    years = sorted({year for execution in executions for year in execution.years})
    about = About(
        id=f"spent-by-{kind}",
        finding=finding(words, rows),
        rows=words.say(ROWS[kind]),
        when=years_list(words, years),
        plan=plan_name(words, executions),
        source=documents_line(context, _cells(context, executions)),
    )
    return SpentBesidePlan(drawn, about, words)


def origin_of(context: Context, execution: Execution) -> Origin:
    """The documents of the plan and of the amount spent."""
    stages = (execution.base_stage, ACTUAL)
    documents = [document for stage in stages if stage for document, _ in _cells(context, [execution], stage)]
    return Origin.of(documents, *stages)


def documents_line(context: Context, cells: Sequence[tuple[str, str]]) -> str:
    """The documents of some figures, each given with its place, as they stand under a chart; empty of no figures."""
    if not cells:
        return ""
    words = context.words
    stating = {document for document, _ in cells}
    titles = [title for document, title in context.document_titles.items() if document in stating]
    if len(titles) == 1:
        place = first_lower(context.place_name(cells[0][1]))
        return words.say("{document}, {place}", document=first_lower(titles[0]), place=place)
    count = words.say_n("{count}\u00a0документ", "{count}\u00a0документов", len(titles))
    return words.say("{count}, первый «{first}», последний «{last}»", count=count, first=titles[0], last=titles[-1])


def _cells(context: Context, executions: Iterable[Execution], stage: str = ACTUAL) -> list[tuple[str, str]]:
    """Document and place of whatever was summed to the amounts of a stage, if no other is named those spent."""
    amounts = context.measures.executions.amounts
    found = (amounts.of(one.line, one.source, year, stage) for one in executions for year in one.years)
    return [(entry.document, entry.place) for amount in found if amount for entry in amount.entries]
