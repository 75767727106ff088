"""What the programme promises, what came of it, and every indicator with its figures."""

from collections.abc import Iterator

from vitrina.measures.known import Missing
from vitrina.pages.evaluation import evaluation_finding
from vitrina.pages.goals import promises_of
from vitrina.pages.indicator import in_order
from vitrina.pages.indicator_history import IndicatorHistory
from vitrina.pages.observed import IndicatorProfile, by_theme, missing, rule_told
from vitrina.pages.plan_rows import PlanFigure, PlanRow, plan_rows
from vitrina.pages.progress import BoardYear, board_parts
from vitrina.pages.promise_table import FundedLine, Measured, PromiseGroup, promise_groups
from vitrina.pages.quotations import Wanted, wanted_of
from vitrina.report.blocks import Block, Heading, Paragraph, Row, Run, Table, Text
from vitrina.report.inputs import DASH, Inputs
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence


def results(inputs: Inputs) -> Iterator[Block]:
    context = inputs.context
    yield from inputs.lead(
        context.places["goals"] if context.places["goals"] in inputs.pages else context.places["indicators"]
    )
    for goal in wanted_of(context, "goal"):
        yield Heading(2, inputs.say("Цель"))
        yield Paragraph(goal.plain)
        yield inputs.quoted(goal.quote)
    if groups := promise_groups(context, inputs.profiles):
        yield Heading(2, inputs.say("Задачи, подпрограммы, их деньги и показатели"))
        yield _promises(inputs, groups)
    if found := promises_of(context, inputs.profiles):
        yield Heading(2, inputs.say("Чего ждут в итоге"))
        heads = (inputs.say("Что обещано"), inputs.say("По чему это видно"))
        rows = tuple((_wanted(inputs, one.result), _checks(inputs, [by.profile for by in one.checks])) for one in found)
        yield Table("", heads, rows, texts=(0, 1))
    yield from _board(inputs)
    yield from _evaluation(inputs)


def indicators(inputs: Inputs) -> Iterator[Block]:
    """Each by itself, by theme; nothing where nothing is measured."""
    if not inputs.profiles:
        return
    yield from inputs.lead(inputs.context.places["indicators"])
    history = IndicatorHistory.of(inputs.context.programme)
    for theme, found in by_theme(inputs.profiles.values()).items():
        yield Heading(2, first_upper(theme))
        for profile in found:
            yield from _indicator(inputs, profile, history)


def _promises(inputs: Inputs, groups: tuple[PromiseGroup, ...]) -> Table:
    words, rows = inputs.words, list[Row]()
    for place, group in enumerate(groups):
        if group.task:
            task = f"{words.say('Задача')} {group.task.number}".strip()
            rows.append((_wanted(inputs, group.task, f"{task}. "),))
        elif place and groups[place - 1].task:
            rows.append((Run(words.say("Задача не названа"), "strong"),))
        rows += [(_funded(inputs, line),) for line in group.lines]
        rows += [_measured(inputs, one) for one in (*group.indicators, *group.unmeasured)]
    columns = (sentence("Что обещано"), sentence("План"), sentence("Факт"), sentence("Итог"))
    heads = inputs.heads(*columns)
    return Table("", heads, tuple(rows), texts=(0, 3))


def _wanted(inputs: Inputs, wanted: Wanted, before: str = "") -> Text:
    """What is wanted in plain words, under it in the document's."""
    return (Run(f"{before}{wanted.plain}", "strong"), *inputs.own_words(wanted.quote.official))


def _funded(inputs: Inputs, line: FundedLine) -> Text:
    words = inputs.words
    ours = f", {words.say('наше сопоставление')}" if line.is_ours else ""
    named = (f"{words.say('Подпрограмма')} ", Run(line.name, "strong"), f"{ours}: ")
    if not isinstance(line.money, Missing):
        return (*named, Run(words.money(line.money), "strong"))
    return (
        *named,
        words.say(
            "сумма обещана в приложении, а его не опубликовали"
            if line.is_promised
            else "сколько она стоит, документ не говорит"
        ),
    )


def _measured(inputs: Inputs, one: Measured) -> Row:
    profile = one.profile
    notes = ", ".join(filter(None, (profile.when, inputs.say("наше сопоставление") if one.is_ours else "")))
    name = Run(profile.name, link=f"#indicator-{profile.id}")
    return (
        (name, Run(notes, "note")) if notes else name,
        profile.plan[0] or DASH,
        profile.actual[0] or DASH,
        Run(profile.status.text, status=profile.status.kind) if profile.status.kind else DASH,
    )


def _checks(inputs: Inputs, found: list[IndicatorProfile]) -> Text:
    if not found:
        return Run(inputs.say("проверить нечем"), status="none")
    links = [Run(one.name, link=f"#indicator-{one.id}") for one in found]
    return tuple(part for link in links for part in (link, "; "))[:-1]


def _board(inputs: Inputs) -> Iterator[Block]:
    """Plan and actual of the last years side by side, where enough can be compared."""
    board, words = inputs.context.measures.board, inputs.words
    if not board.is_worth_a_page:
        return
    yield Heading(2, words.say("Что выполнено"))
    yield Paragraph(rule_told(inputs.context))
    rows = list[Row]()
    for part in board_parts(inputs.context, board, inputs.profiles):
        rows.append((Run(part.name, "strong"),))
        for row in part.rows:
            name = (row.name, Run(row.unit, "note")) if row.unit else row.name
            status = f"{row.status}, {row.year}" if row.year else row.status
            rows.append((name, *(_cell(cell) for cell in row.cells), Run(status, status=row.kind)))
    heads = (inputs.say("Показатель"), *map(str, board.last_years), words.say("Итог"))
    yield Table(inputs.say("Факт по годам, под ним план"), heads, tuple(rows), texts=(0, len(heads) - 1))


def _cell(cell: BoardYear) -> Text:
    if not cell.plan[0] and not cell.actual:
        return DASH
    return (Run(cell.actual or DASH, "strong"), Run(cell.plan[0] or DASH, "note"))


def _evaluation(inputs: Inputs) -> Iterator[Block]:
    context, words = inputs.context, inputs.words
    if context.evaluated:
        yield Heading(2, evaluation_finding(words, context.evaluated[-1]))
        yield from inputs.charts(context.places["evaluation"])
        yield from inputs.on_the_web(context.places["evaluation"])


def _indicator(inputs: Inputs, profile: IndicatorProfile, history: IndicatorHistory) -> Iterator[Block]:
    words = inputs.words
    yield Heading(3, profile.finding, f"indicator-{profile.id}")
    if profile.explanation:
        yield Paragraph(profile.explanation, "about")
    yield from inputs.charts(profile.place, level=4)
    rows = plan_rows(inputs.context, profile, history)
    if rows:
        columns = (
            sentence("За какое время"),
            sentence("План"),
            sentence("Факт"),
            sentence("Отклонение"),
            sentence("Итог"),
        )
        heads = inputs.heads(*columns)
        listed = tuple(_planned(inputs, row) for row in rows)
        yield Table(words.say("План и факт рядом"), heads, listed, texts=(0, 4))
    if len(profile.observations) == 1 and not rows:
        yield Paragraph(f"{words.say('Источник')}: {inputs.place(profile.observations[0].quotation)}", "source")
    elif profile.observations and (not rows or profile.observed.groups):
        yield _values(inputs, profile)
    lacking = missing(profile, words)
    if lacking:
        yield Paragraph(" ".join(f"{sentence}." for sentence in lacking), "note")


def _planned(inputs: Inputs, row: PlanRow) -> Row:
    status = Run(row.status, status=row.kind if row.plan.text else "")
    return (
        first_upper(row.time),
        _figure(inputs, row.plan),
        _figure(inputs, row.actual),
        row.deviation or DASH,
        (status, Run(row.how, "note")) if row.how else status,
    )


def _figure(inputs: Inputs, figure: PlanFigure) -> Text:
    say = inputs.words.say
    notes = [
        *filter(None, (figure.part, say("опубликовано позже") if figure.late else "")),
        *(say("было {figure}", figure=former.figure) for former in figure.former),
    ]
    return (figure.text, Run("; ".join(notes), "note")) if notes else figure.text or DASH


def _values(inputs: Inputs, profile: IndicatorProfile) -> Table:
    """Every value of the indicator with the place where it stands."""
    words, observed = inputs.words, profile.observed
    columns = [sentence("За какое время"), sentence("Что это"), sentence("Значение"), sentence("Где записано")]
    has_groups = any(row.group for row in profile.observations)
    if has_groups:
        columns.insert(1, sentence("Группа"))
    rows = []
    for row in in_order(profile.observations):
        group = (observed.group_names.get(row.id) or words.say("Всего"),) if has_groups else ()
        value = observed.signed(row) if row.value is not None else DASH
        place = inputs.place(row.quotation)
        rows.append((first_upper(observed.time(row)), *group, observed.stage(row), value, place))
    texts = (0, 1, 2, 4) if has_groups else (0, 1, 3)
    return Table(words.say("Все числа показателя"), inputs.heads(*columns), tuple(rows), texts=texts)
