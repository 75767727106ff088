"""The programme in one page: how much and from whom, and what each chapter finds."""

from collections.abc import Iterator, Sequence

from vitrina.measures.known import Missing
from vitrina.pages.changes import finding as changes_finding
from vitrina.pages.documents import finding as documents_finding
from vitrina.pages.evaluation import evaluation_finding
from vitrina.pages.goals import finding as goals_finding
from vitrina.pages.goals import promises_of
from vitrina.pages.home import key_figures
from vitrina.pages.payers import source_mix, strip
from vitrina.pages.shared import sources_finding, who_pays
from vitrina.pages.spending import summary
from vitrina.pages.year_lists import years_list
from vitrina.report.blocks import Block, KeyFigures, Mix, Paragraph, Run, Table
from vitrina.report.inputs import Inputs
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence


def overview(inputs: Inputs, chapters: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """`chapters` are the ids and titles of those that follow."""
    context, words = inputs.context, inputs.words
    yield Paragraph(" ".join(_money(inputs)), "lead")
    yield Paragraph(inputs.say("Что входит в программу: {covers}.", covers=context.text("covers")))
    bars = strip(context.payers)
    if bars:
        listed = source_mix(context.payers, words)
        yield Mix(tuple((*item, float(bar["width"])) for item, bar in zip(listed, bars, strict=True)))
    spent = summary(context, context.programme.line.id)
    if figures := key_figures(context, spent):
        yield KeyFigures(tuple(figures))
    yield from inputs.charts(context.places["funding"], "funding_by_year", level=2)
    findings = {key: found for key, found in _findings(inputs) if found}
    rows = tuple(
        (Run(title, "strong", link=f"#{key}"), findings.get(key, ""), Run(key, "page", link=f"#{key}"))
        for key, title in chapters
    )
    heads = inputs.heads(sentence("Глава"), sentence("Что нашлось"), sentence("Стр."))
    yield Table(inputs.say("Что нашлось в каждой главе"), heads, rows, texts=(0, 1))


def _money(inputs: Inputs) -> Iterator[str]:
    """How much was set aside, who pays most of it, how much was spent."""
    context, words = inputs.context, inputs.words
    funding, main = context.measures.funding, who_pays(context)["main"]
    if isinstance(funding.grand, Missing):
        yield inputs.say("Сколько денег отвели, документы не говорят.")
    else:
        years = years_list(words, funding.grand_years)
        yield inputs.say("На {years} отвели {amount}.", years=years, amount=words.money(funding.grand))
    if main and not isinstance(main.share, Missing):
        yield f"{first_upper(main.pays)} {words.fraction(main.share)}."
    if spent := summary(context, context.programme.line.id):
        yield inputs.say("За {when} потратили {share}.", when=spent.when, share=spent.share)


def _findings(inputs: Inputs) -> Iterator[tuple[str, str]]:
    """What each chapter comes to, by the id of the chapter."""
    context, words = inputs.context, inputs.words
    pages, places = inputs.pages, context.places
    for name in ("real_terms", "shares", "funding_by_year"):
        if chart := inputs.chart(places["funding"], name):
            yield "money", chart.finding
            break
    else:
        yield "money", pages[places["funding"]].description.rstrip(".")
    if chart := inputs.chart(places["execution"], "year_execution"):
        yield "spending", chart.finding
    promises = promises_of(context, inputs.profiles)
    told = [goals_finding(context, promises)] if places["goals"] in pages else []
    told += [evaluation_finding(words, context.evaluated[-1])] if context.evaluated else []
    yield "results", ". ".join(told)
    indicators = places["progress"] if places["progress"] in pages else places["indicators"]
    for key, place in (("measures", places["measures"]), ("indicators", indicators), ("check", places["check"])):
        if place in pages:
            yield key, pages[place].description.rstrip(".")
    yield "check", sources_finding(context)
    if context.measures.changes:
        yield "changes", changes_finding(context)
    if context.programme.gap_count:
        yield (
            "missing",
            words.say_n(
                "{count} пробел мешает проверить программу до конца",
                "{count} пробелов мешают проверить программу до конца",
                context.programme.gap_count,
            ),
        )
    yield "documents", documents_finding(context)
