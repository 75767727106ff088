"""Whether the document says what the dataset quotes: a row's words in its text, and a row's figure in its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import Programme
from vitrina.words.money import FinerThanKopeck, kopecks_from_thousands
from vitrina.words.numbers import SPACES, read_decimal

# A number as printed: groups of three apart from one another, or all digits together.
_FIGURE = re.compile(rf"(?<![\d,.])(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+)(?:[,.]\d+)?(?!\d)")

# A document writes no zero: «очередь отсутствует».
_NONE = re.compile(r"\bотсутств", re.IGNORECASE)


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
    text = _one_line(text_of_document)
    for quoted in _quoted(programme):
        if quoted.document == checked and _one_line(quoted.words) not in text:
            yield Problem(quoted.file, quoted.row, quoted.column, quoted.words, "words_not_found")
    yield from _figures_not_in_words(programme, checked)
    yield from _values_not_in_words(programme, checked)


def count_quotations(programme: Programme, document: str) -> int:
    """How many rows quote a document."""
    return sum(quoted.document == document for quoted in _quoted(programme))


def figures(words: str) -> set[int]:
    """Every number in some words as thousand roubles, in kopecks, without sign: a dash before it may be no minus."""
    found: set[int] = set()
    for number in numbers(words):
        try:
            found.add(kopecks_from_thousands(number))
        except FinerThanKopeck:
            continue
    return found


def numbers(words: str) -> set[Decimal]:
    """Every number in some words, without sign."""
    return {read_decimal(match[0]) for match in _FIGURE.finditer(words)}


def _figures_not_in_words(programme: Programme, document: str) -> Iterator[Problem]:
    money = programme.money
    stated = money[(money["document"] == document) & money["kopecks"].notna()]
    for row, kopecks, words in zip(stated.index, stated["kopecks"], stated["words"], strict=True):
        if abs(int(kopecks)) not in figures(words):
            yield Problem(_file(programme, "money"), int(row), "words", words, "figure_not_in_words")


def _values_not_in_words(programme: Programme, document: str) -> Iterator[Problem]:
    for row in programme.observations:
        if row.quotation.document != document:
            continue
        file, words = _file(programme, "observations"), row.quotation.words
        if row.value is not None and row.value not in numbers(words) and not (row.value == 0 and _NONE.search(words)):
            yield Problem(file, row.row, "words", words, "value_not_in_words")
        if row.upper is not None and row.upper not in numbers(words):
            yield Problem(file, row.row, "words", words, "upper_not_in_words")
    for assignment in programme.assignments:
        if assignment.quotation.document != document:
            continue
        file, words = _file(programme, "assignments"), assignment.quotation.words
        if assignment.volume is not None and assignment.volume not in numbers(words):
            yield Problem(file, assignment.row, "words", words, "volume_not_in_words")
        if assignment.cost is not None and assignment.cost not in figures(words):
            yield Problem(file, assignment.row, "words", words, "cost_not_in_words")


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


def _one_line(text: str) -> str:
    return " ".join(text.split())
