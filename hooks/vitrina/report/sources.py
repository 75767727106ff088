"""What is missing; the documents themselves, how to cite them, and what their words mean."""

from collections.abc import Iterator, Sequence

from vitrina.pages.changes import requisites
from vitrina.pages.context import Official
from vitrina.pages.corrections import mended
from vitrina.pages.document_status import document_status, edition_named
from vitrina.pages.documents import passport_of
from vitrina.pages.gaps import missing_lists
from vitrina.pages.quotations import quote
from vitrina.pages.shared import span
from vitrina.pages.subprogramme import grouped
from vitrina.pages.terms import explain
from vitrina.report.blocks import Block, Heading, Numbered, Paragraph, Quoted, Run, Table, Text
from vitrina.report.inputs import Inputs
from vitrina.words.capitals import first_upper
from vitrina.words.catalogue import sentence


def missing(inputs: Inputs) -> Iterator[Block]:
    """Nothing where no gap is named."""
    context = inputs.context
    if not context.programme.gap_count:
        return
    yield Paragraph(
        inputs.say(
            "О чём документы молчат, почему это важно и где это обещано. "
            "Под каждым списком стоит готовое письмо с запросом."
        ),
        "lead",
    )
    yield from inputs.on_the_web(context.places["gaps"])
    for group in missing_lists(context):
        yield Heading(
            2, inputs.say("Обещано, но не опубликовано") if group.promised else inputs.say("Не сказано и не обещано")
        )
        items = []
        for one in group.items:
            notes = []
            if one.document:
                notes.append(f"{inputs.say('Обещано')}: {one.document}.")
            if one.due:
                notes.append(inputs.say("Срок прошёл {day}.", day=one.due))
            if one.quote:
                notes.append(f"{one.quote.place}.")
            items.append((one.what, (one.why, Run(" ".join(notes), "note")) if notes else one.why))
        yield Numbered(tuple(items))
        yield Heading(3, inputs.say("Готовое письмо"))
        yield Quoted("\n".join(group.letter), "\n".join(group.translation), "")


def documents(inputs: Inputs) -> Iterator[Block]:
    context, words, programme = inputs.context, inputs.words, inputs.context.programme
    edition = programme.edition
    yield from inputs.lead(context.places["documents"])
    yield Heading(2, context.edition_title)
    yield Paragraph(f"{first_upper(edition_named(edition, words))}.")
    if edition.facts:
        yield inputs.quoted(quote(context, edition.facts))
    if edition.sha256:
        yield Paragraph(f"SHA-256: {edition.sha256}", "source")
    others = [one for one in programme.documents if one.is_published and one.id != edition.id]
    if others:
        yield Heading(2, inputs.say("Другие документы"))
        rows = tuple(
            (
                context.document_titles[one.id],
                first_upper(requisites(context, one)),
            )
            for one in others
        )
        yield Table("", inputs.heads(sentence("Документ"), sentence("Дата и номер")), rows, texts=(0, 1))
    if absent := grouped(context, programme.absent_documents):
        yield Heading(2, inputs.say("Обещаны и не опубликованы"))
        yield Numbered(tuple(("; ".join(group.titles), group.promise.place) for group in absent))
    if passport := passport_of(context):
        yield Heading(2, inputs.say("Паспорт программы"))
        fields = tuple(
            (first_upper(field.label), _wordings(inputs, [words.official for words in field.words]))
            for field in passport
        )
        yield Table("", inputs.heads(sentence("Поле"), sentence("Слова документа")), fields, texts=(0, 1))
    yield from _corrections(inputs)
    yield from _citing(inputs)
    yield from _glossary(inputs)


def _wordings(inputs: Inputs, found: Sequence[Official]) -> Text:
    """The document's own, each in a line of its own."""
    return tuple(run for one in found for run in (*inputs.official(one), "\n"))[:-1]


def _corrections(inputs: Inputs) -> Iterator[Block]:
    """Of the site's own mistakes; nothing where none is recorded."""
    if not (found := mended(inputs.context, inputs.pages.values())):
        return
    say = inputs.say
    yield Heading(2, say("Исправления"))
    yield Paragraph(say("Это ошибки сайта. Сам документ мы не правим никогда."))
    yield from inputs.on_the_web(inputs.context.places["corrections"])
    items = []
    for one in found:
        notes = [
            say("Ошибка стояла с {day}.", day=one.since) if one.since else "",
            say("Исправлено {day}.", day=one.mended),
            say("Кто заметил: {name}.", name=one.reported_by) if one.reported_by else "",
        ]
        told = [f"{say('Было')}: {one.was}", f"{say('Стало')}: {one.now}", one.why, " ".join(filter(None, notes))]
        items.append((one.what, "\n".join(filter(None, told))))
    yield Numbered(tuple(items))


def _citing(inputs: Inputs) -> Iterator[Block]:
    context, words = inputs.context, inputs.words
    city = context.dataset.city
    yield Heading(2, inputs.say("Как сослаться"))
    address = f"{inputs.address}{context.places.report}" if inputs.address else ""
    yield Paragraph(
        inputs.say(
            "{site}. Программа «{programme}», {years}. {status}.",
            site=city.title[words.language],
            programme=context.programme_name,
            years=span(context.measures.funding.years),
            status=document_status(context),
        )
    )
    if address:
        yield Paragraph(Run(address, link=address), "source")
    yield Paragraph(
        f"{words.say('Данные можно брать и публиковать со ссылкой на источник.')} {city.licence.text[words.language]}"
    )


def _glossary(inputs: Inputs) -> Iterator[Block]:
    context = inputs.context
    terms = sorted((explain(context, entry) for entry in context.programme.glossary), key=lambda one: one.sort_key)
    if terms:
        yield Heading(2, inputs.say("Словарь"))
        rows = tuple((Run(first_upper(one.term), "strong"), one.explanation) for one in terms)
        heads = inputs.heads(sentence("Слово"), sentence("Что значит"))
        yield Table("", heads, rows, texts=(0, 1))
