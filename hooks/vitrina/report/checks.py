"""What does not add up, what does not go together, and what later documents changed."""

from collections.abc import Iterator

from vitrina.measures.reconciliation import StatedTotal
from vitrina.pages.changed import ChangedFigure
from vitrina.pages.changes import amendments_of
from vitrina.pages.check import PartsRow, oddities, parts_rows
from vitrina.pages.levels import Level, levels_of
from vitrina.pages.levels import finding as levels_finding
from vitrina.pages.shared import arithmetic, grand_finding, named_totals, source_name
from vitrina.report.blocks import Block, Heading, Paragraph, Row, Run, Table
from vitrina.report.inputs import DASH, Inputs
from vitrina.words.catalogue import sentence


def check(inputs: Inputs) -> Iterator[Block]:
    context, words = inputs.context, inputs.words
    result = context.measures.reconciliation
    yield from inputs.lead(context.places["check"])
    for total in result.differing:
        if total.year is None:
            name = grand_finding(context) if total.source is None else source_name(context, total.source)
            yield Heading(2, name)
            yield inputs.sum(arithmetic(context, total, context.quoted(total.source, None)))
    if named := [one for kind in named_totals(context, result).values() for one in kind]:
        yield Heading(2, inputs.say("Каждый итог рядом с суммой его частей"))
        yield Table(
            inputs.say("Итоги документа, {unit}", unit=words.unit("thousand")),
            inputs.heads(
                sentence("Итог", context="о суммах"), sentence("Написано"), sentence("Посчитано"), sentence("Разница")
            ),
            tuple(_total(inputs, name, total) for name, total in named),
        )
    for pair in result.equal_years:
        yield Paragraph(
            inputs.say("На {year} год записаны те же суммы, что на {before}.", before=pair.before, year=pair.year),
            "note",
        )
    yield from _levels(inputs)
    if parts := parts_rows(context):
        yield Heading(2, inputs.say("Числа и их части"))
        heads = inputs.heads(
            sentence("Что"), sentence("Написано"), sentence("Части"), sentence("Посчитано"), sentence("Разница")
        )
        yield Table("", heads, tuple(_taken_apart(inputs, row) for row in parts))
    if found := oddities(context):
        yield Heading(2, inputs.say("Где документ спорит сам с собой"))
        for one in found:
            yield Heading(3, one.title)
            yield Paragraph(one.explanation)
            yield inputs.quoted(one.quote)
            yield inputs.quoted(one.other)


def _total(inputs: Inputs, name: str, total: StatedTotal) -> Row:
    verdict = inputs.verdict(total.adds_up, inputs.words.exact(total.difference, sign=True))
    return (name, inputs.amount(total.stated), inputs.amount(total.computed), verdict)


def _taken_apart(inputs: Inputs, row: PartsRow) -> Row:
    name = ", ".join(filter(None, (row.name, row.when)))
    return (name, row.stated, row.sum, row.computed, inputs.verdict(row.adds_up, row.difference))


def _level(inputs: Inputs, level: Level) -> Run:
    return inputs.verdict(not level.wrong, inputs.say("не сходится: {count}", count=inputs.words.number(level.wrong)))


def _levels(inputs: Inputs) -> Iterator[Block]:
    """Amounts of lines beside their parts: how many were compared, and each that differs."""
    levels, words = levels_of(inputs.context), inputs.words
    if not levels:
        return
    yield Heading(2, levels_finding(words, levels))
    heads = inputs.heads(sentence("Что сравнили"), sentence("Сравнили"), sentence("Сходится ли"))
    rows = tuple((level.name, words.number(level.count), _level(inputs, level)) for level in levels)
    yield Table(words.say("Суммы программы, её частей и мероприятий"), heads, rows)
    for level in levels:
        for one in level.differing:
            yield Paragraph(Run(level.name, "strong"), "about")
            yield inputs.sum(one.sum)
            yield Paragraph(" ".join(filter(None, (one.reason, one.quote.place))), "note")


def changes(inputs: Inputs) -> Iterator[Block]:
    """Nothing where no later document changed a figure."""
    context, words = inputs.context, inputs.words
    if not context.measures.changes:
        return
    place = context.places["changes"]
    yield from inputs.lead(place)
    yield from inputs.charts(place, level=2)
    for one in amendments_of(context):
        yield Heading(2, one.title)
        yield Paragraph(". ".join(filter(None, (one.requisites, one.finding, one.reason))))
        if one.years:
            heads = inputs.heads(sentence("Год"), sentence("Было"), sentence("Стало"), sentence("Разница"))
            rows = tuple(
                (
                    str(year.year),
                    inputs.amount(year.before),
                    inputs.amount(year.after),
                    DASH if year.difference is None else words.exact(year.difference, sign=True),
                )
                for year in one.years
            )
            yield Table(
                words.say("{document}: план всей программы по годам до и после", document=one.title), heads, rows
            )
        if one.values:
            yield _changed(inputs, one.values)


def _changed(inputs: Inputs, values: tuple[ChangedFigure, ...]) -> Table:
    words = inputs.words
    columns = (sentence("Что"), sentence("Было"), sentence("Стало"), sentence("Разница"))
    rows: tuple[Row, ...] = tuple(
        (
            (value.what, Run(value.about, "note")),
            value.before or DASH,
            value.after or words.say("больше не планируют"),
            value.difference or DASH,
        )
        for value in values
    )
    caption = words.say("Все значения показателей: {count}", count=len(values))
    return Table(caption, inputs.heads(*columns), rows)
