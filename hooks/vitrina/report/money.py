"""The chapters of money: planned by year, source and part, with exact tables; what was spent of it, and why not all."""

from collections.abc import Iterator, Mapping, Sequence

from vitrina.charts.chart import Chart
from vitrina.charts.execution import RowKind
from vitrina.dataset.programme import Line
from vitrina.measures.former_amounts import FormerAmount
from vitrina.measures.funding import FundingByYear, share
from vitrina.measures.known import NOTHING_TO_COMPARE, Missing
from vitrina.measures.stated import funding_of
from vitrina.pages.chart_tables import figures
from vitrina.pages.context import SourceOfMoney
from vitrina.pages.deviations import deviations
from vitrina.pages.home import subprogrammes_finding
from vitrina.pages.measures import STATES, Measure, measures_of
from vitrina.pages.shared import late_sources, money_origin
from vitrina.pages.spending import COLUMNS, ROWS, SpentRow, by_part, by_source, by_year, percent, stages_of
from vitrina.report.blocks import Block, Heading, Paragraph, Row, Run, Table, Text
from vitrina.report.inputs import DASH, Inputs
from vitrina.words.catalogue import sentence

_MOST_DEVIATIONS = 6
"""The largest; the pages of the years have the others."""


_TABLES: Mapping[RowKind, str] = {
    "year": sentence("План и расходы по годам, тысяч рублей"),
    "source": sentence("План и расходы по источникам, тысяч рублей"),
    "part": sentence("План и расходы подпрограмм, тысяч рублей"),
}


def money(inputs: Inputs) -> Iterator[Block]:
    context, place = inputs.context, inputs.context.places["funding"]
    funding, line = context.measures.funding, context.programme.line
    yield from inputs.lead(place)
    if funding.known_years:
        yield Heading(2, inputs.say("По годам и источникам"))
    yield from _exact(inputs, line, funding)
    for told in (*money_origin(context), *_late(inputs)):
        yield Paragraph(told, "note")
    yield from _parts(inputs)
    if charts := tuple(inputs.charts(place, "sources", "shares", "change", "real_terms")):
        yield Heading(2, inputs.say("Источники и годы рядом"))
        yield from charts
    if real := inputs.chart(place, "real_terms"):
        yield _figures_of(inputs, real)


def spending(inputs: Inputs) -> Iterator[Block]:
    """Nothing where no document tells what was spent."""
    context = inputs.context
    if not context.measures.executions.has_actuals:
        return
    place, line = context.places["execution"], context.programme.line.id
    yield from inputs.lead(place)
    listed: tuple[tuple[str, RowKind, Sequence[SpentRow]], ...] = (
        (inputs.say("По годам"), "year", by_year(context, line)),
        (inputs.say("По источникам"), "source", by_source(context, line)),
        (inputs.say("По частям"), "part", by_part(context, line)),
    )
    for title, kind, rows in listed:
        if rows:
            yield Heading(2, title)
            yield from inputs.charts(place, f"{kind}_execution")
            yield _spent(inputs, kind, rows)
    yield from _deviations(inputs)


def measures(inputs: Inputs) -> Iterator[Block]:
    """The measures of each subprogramme, then those of the programme itself; nothing where there are none."""
    context = inputs.context
    lines = sorted(context.programme.lines, key=lambda line: line.kind == "programme")
    groups = [(line, found) for line in lines if (found := measures_of(context, line.id))]
    if not groups:
        return
    yield from inputs.lead(context.places["measures"])
    words = context.words
    heads = [words.say("Мероприятие"), words.say("План программы")]
    if context.measures.executions.has_actuals:
        heads += [words.say("Потратили"), words.say("Исполнение")]
    if context.programme.completions:
        heads.append(words.say("Сделано ли"))
    rows: list[Row] = []
    for line, found in groups:
        outside = line.kind == "programme"
        rows.append((words.say("Сама программа") if outside else context.line_short_name(line.id),))
        rows += [_measure(inputs, one) for one in found]
    yield Table(
        inputs.say("План, расходы и что сделали, {unit}", unit=words.unit("thousand")), tuple(heads), tuple(rows)
    )


def _measure(inputs: Inputs, measure: Measure) -> Row:
    context, words = inputs.context, inputs.words
    row: list[Text] = [f"{measure.number} {measure.name}".strip(), inputs.amount(measure.planned)]
    if context.measures.executions.has_actuals:
        spent = measure.spent.execution if measure.spent else None
        row.append(inputs.amount(spent.actual if spent else None))
        row.append(percent(words, spent.percent) if spent and spent.percent is not None else DASH)
    if context.programme.completions:
        last = measure.last_reported
        row.append(
            (f"{last.year}: ", Run(words.say(STATES[last.state]), status=last.state))
            if last
            else words.say("отчёта нет")
        )
    return tuple(row)


def _parts(inputs: Inputs) -> Iterator[Block]:
    """The lines right under the programme side by side, then each subprogramme by year and source."""
    context, words = inputs.context, inputs.words
    lines = [line for line in context.programme.lines if line.parent == context.programme.line.id]
    if not lines:
        return
    yield Heading(2, inputs.say("По частям"))
    if finding := subprogrammes_finding(context):
        yield Paragraph(f"{finding}.")
    if any(funding_of(context.programme, line.id).is_stated for line in lines):
        yield Table(
            inputs.say("План каждой части, {unit}", unit=words.unit("thousand")),
            (words.say("Подпрограмма"), words.say("План программы"), words.say("Доля")),
            tuple(_part(inputs, line) for line in lines),
        )
    for line in context.subprogrammes:
        own = funding_of(context.programme, line.id)
        if own.known_years:
            yield Heading(3, line.short_name)
            yield from inputs.charts(context.places.of("subprogramme", line.id), "line_by_year")
            yield from _exact(inputs, next(one for one in lines if one.id == line.id), own)


def _part(inputs: Inputs, line: Line) -> Row:
    context = inputs.context
    own = funding_of(context.programme, line.id)
    is_comparable = own.grand_years == context.measures.funding.grand_years
    part = share(own.grand, context.measures.funding.grand) if is_comparable else NOTHING_TO_COMPARE
    return (
        context.line_short_name(line.id),
        inputs.amount(own.grand),
        DASH if isinstance(part, Missing) else context.words.percent(part),
    )


def _exact(inputs: Inputs, line: Line, funding: FundingByYear) -> Iterator[Block]:
    """All amounts of a line by year and source."""
    context, words = inputs.context, inputs.words
    if not funding.known_years:
        return
    listed = [source for source in context.sources if source.id in funding.sources]
    if listed and any(funding.unnamed.values()):
        listed.append(context.unnamed)
    heads = (words.say("Год"), words.say("Всего"), *(source.name for source in listed))
    former = context.measures.former_plan if line == context.programme.line else {}
    yield Table(
        words.say("Финансирование по годам и источникам, тысяч рублей"),
        heads,
        tuple(_year(inputs, funding, year, listed, former.get((None, year))) for year in funding.years),
        (
            words.say("Сумма лет"),
            inputs.amount(funding.sum_of_years()),
            *(inputs.amount(funding.sum_of_years(source.id)) for source in listed),
        ),
    )
    if any(funding.is_ahead(year) for year in funding.years):
        yield Paragraph(inputs.say("* Год был для документа впереди: деньги на него запланировали заранее."), "note")
    if funding.has_gaps:
        yield Paragraph(inputs.say("«—» значит: в документе не указано. Это не ноль."), "note")


def _year(
    inputs: Inputs, funding: FundingByYear, year: int, listed: Sequence[SourceOfMoney], was: FormerAmount | None
) -> Row:
    total: Text = inputs.amount(funding.total(year))
    if was is not None:
        total = (str(total), Run(f"{inputs.say('было')} {inputs.amount(was.kopecks)}", "note"))
    ahead = "*" if funding.is_ahead(year) else ""
    return (f"{year}{ahead}", total, *(inputs.amount(funding.part(source.id, year)) for source in listed))


def _late(inputs: Inputs) -> Iterator[str]:
    for late in late_sources(inputs.context):
        yield inputs.say(
            "{name}: суммы названы с {year} года, для прежних лет их нет. Это не ноль: документ о них молчит.",
            name=late.name,
            year=late.year,
        )


def _figures_of(inputs: Inputs, chart: Chart) -> Table:
    shown = figures(chart.table, inputs.words)
    rows = tuple(tuple(cell or DASH for cell in row) for row in shown.rows)
    return Table(inputs.say("Числа рисунка: {finding}", finding=chart.finding), shown.heads, rows)


def _spent(inputs: Inputs, kind: RowKind, rows: Sequence[SpentRow]) -> Table:
    words, stages = inputs.words, stages_of(rows)
    columns = (*stages, "actual", "difference", "percent")
    heads = (words.say(ROWS[kind]), *(words.say(COLUMNS[column]) for column in columns))
    return Table(words.say(_TABLES[kind]), heads, tuple(_spent_row(inputs, row, stages) for row in rows))


def _spent_row(inputs: Inputs, row: SpentRow, stages: Sequence[str]) -> Row:
    spent, words = row.execution, inputs.words
    actual: Text = inputs.amount(spent.actual)
    if row.former is not None:
        actual = (str(actual), Run(f"{words.say('было')} {inputs.amount(row.former.kopecks)}", "note"))
    return (
        row.name,
        *(inputs.amount(spent.by_stage[stage]) for stage in stages),
        actual,
        DASH if spent.difference is None else words.exact(spent.difference, sign=True),
        DASH if spent.percent is None else percent(words, spent.percent),
    )


def _deviations(inputs: Inputs) -> Iterator[Block]:
    found = deviations(inputs.context)
    if not found:
        return
    yield Heading(2, inputs.say("Где расходы и план разошлись"))
    if len(found) > _MOST_DEVIATIONS:
        yield Paragraph(
            inputs.say("Самые крупные расхождения: {shown} из {count}.", shown=_MOST_DEVIATIONS, count=len(found))
        )
    for one in found[:_MOST_DEVIATIONS]:
        yield Heading(3, one.title)
        yield Paragraph(one.compared)
        for reason in one.reasons:
            yield Paragraph(Run(reason.question, "strong"))
            for quote in reason.quotes:
                yield inputs.quoted(quote)
        if not one.reasons:
            yield Paragraph(inputs.say("Причину отчёт не называет."), "note")
