"""Whether the document says what the dataset quotes: a row's words in its text.

Whether a row's figure stands in its words is looked at without the document; see `checks.own_words`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vitrina.dataset.cells import folded
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import Programme


@dataclass(frozen=True, slots=True)
class _Quoted:
    file: str
    row: int
    column: str
    document: str
    words: str


def check_quotations(programme: Programme, text_of_document: str, document: str | None = None) -> Iterator[Problem]:
    """What is quoted from a document (its id; the edition shown, if left out) and does not stand in its text so.

    White space counts as one space whatever it is made of; nothing else is forgiven.
    """
    checked = document or programme.edition.id
    text = folded(text_of_document)
    for quoted in _quoted(programme):
        if quoted.document == checked and folded(quoted.words) not in text:
            yield Problem(quoted.file, quoted.row, quoted.column, quoted.words, "words_not_found")


def count_quotations(programme: Programme, document: str) -> int:
    """How many rows quote a document."""
    return sum(quoted.document == document for quoted in _quoted(programme))


def _quoted(programme: Programme) -> Iterator[_Quoted]:
    for entry in programme.passport:
        yield _Quoted(_file(programme, "passport"), entry.row, "value", entry.quotation.document, entry.value)
    for goal in programme.goals:
        yield _Quoted(_file(programme, "goals"), goal.row, "text", goal.quotation.document, goal.text)
    for line in programme.lines:
        for column, words in (("name", line.name), ("administrator", line.administrator), ("result", line.result)):
            if words:
                yield _Quoted(_file(programme, "lines"), line.row, column, line.quotation.document, words)
    yield from _quoted_documents(programme)
    yield from _quoted_subjects(programme)
    yield from _quoted_outcomes(programme)
    yield from _quoted_money(programme)


def _quoted_documents(programme: Programme) -> Iterator[_Quoted]:
    """What the documents say of themselves and of one another."""
    for document in programme.documents:
        file = _file(programme, "documents")
        if document.requisites_words:
            yield _Quoted(file, document.row, "requisites_words", document.id, document.requisites_words)
        if document.facts:
            yield _Quoted(file, document.row, "facts_until_words", document.facts.document, document.facts.words)
        if document.promise:
            yield _Quoted(file, document.row, "promised_words", document.promise.document, document.promise.words)


def _quoted_money(programme: Programme) -> Iterator[_Quoted]:
    """By column, never by row: there may be half a million."""
    money = programme.money
    for column in ("words", "of_which", "reason"):
        for row, document_id, words in zip(money.index, money["document"], money[column], strict=True):
            if words:
                yield _Quoted(_file(programme, "money"), int(row), column, document_id, words)


def _quoted_subjects(programme: Programme) -> Iterator[_Quoted]:
    """What is quoted besides money."""
    for indicator in programme.indicators:
        file, own = _file(programme, "indicators"), indicator.quotation
        yield _Quoted(file, indicator.row, "name", own.document, indicator.name)
        yield _Quoted(file, indicator.row, "words", own.document, own.words)
    for observation in programme.observations:
        own = observation.quotation
        yield _Quoted(_file(programme, "observations"), observation.row, "words", own.document, own.words)
    for gap in programme.gaps:
        if gap.quotation:
            yield _Quoted(_file(programme, "gaps"), gap.row, "words", gap.quotation.document, gap.quotation.words)
    for found in programme.contradictions:
        for column, own in (("words", found.quotation), ("other_words", found.other)):
            yield _Quoted(_file(programme, "contradictions"), found.row, column, own.document, own.words)


def _quoted_outcomes(programme: Programme) -> Iterator[_Quoted]:
    """What is quoted of measures done, services, and rules."""
    for completion in programme.completions:
        own = completion.quotation
        yield _Quoted(_file(programme, "completions"), completion.row, "words", own.document, own.words)
    for service in programme.services:
        own = service.quotation
        for column, words in (("name", service.name), ("measured", service.measured), ("words", own.words)):
            yield _Quoted(_file(programme, "services"), service.row, column, own.document, words)
    for assignment in programme.assignments:
        own = assignment.quotation
        yield _Quoted(_file(programme, "assignments"), assignment.row, "words", own.document, own.words)
    for rule in programme.rules:
        if rule.quotation:
            yield _Quoted(_file(programme, "rules"), rule.row, "words", rule.quotation.document, rule.quotation.words)


def _file(programme: Programme, table: str) -> str:
    return f"programmes/{programme.id}/{table}.csv"


describe(
    "words_not_found", "«{value}» — этих слов в тексте документа нет.", "Скопируйте их из документа буква в букву."
)
