"""What the tables quote of the documents whose texts are at hand, and whether it stands in these.

Whether a row's figure stands in its words is looked at without the document; see `checks.own_words`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vitrina.dataset.descriptions import describe
from vitrina.dataset.documents.coverage import Coverage, coverage_of
from vitrina.dataset.documents.passages import Passage, passages_in
from vitrina.dataset.documents.text import DocumentText
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables import Table
from vitrina.dataset.tables.columns import Quotation

_BESIDE = {
    ("documents", "requisites_words"): ("id", ""),
    ("documents", "facts_until_words"): ("id", "facts_until_place"),
    ("documents", "promised_words"): ("promised_by", "promised_place"),
    ("contradictions", "other_words"): ("document", "other_place"),
}
"""Where the document and the place of some words stand, if not in columns of these names."""
_OURS = "number"
"""The document's, but written our way: «1» of «Приложение № 1»."""


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A document's text with what the tables quote from it."""

    text: DocumentText
    passages: Mapping[Quotation, Passage]

    @property
    def coverage(self) -> Coverage:
        return coverage_of(self.text, self.passages.values())


def quoted_texts(tables: Mapping[str, Records], texts: Mapping[str, DocumentText]) -> Mapping[str, QuotedText]:
    """The texts, by the ids of their documents, with all passages that are found in them."""
    quotations: dict[str, list[Quotation]] = {document: [] for document in texts}
    for _, _, _, quotation in _quoted(tables, texts):
        quotations[quotation.document].append(quotation)
    return {document: QuotedText(text, passages_in(text, quotations[document])) for document, text in texts.items()}


def quotation_problems(tables: Mapping[str, Records], quoted: Mapping[str, QuotedText]) -> Iterator[Problem]:
    """What is quoted from a document and does not stand in its text so."""
    for records, index, column, quotation in _quoted(tables, quoted):
        if quotation not in quoted[quotation.document].passages:
            yield records.problem(index, column, "words_not_found", file=quoted[quotation.document].text.name)


def _quoted(
    tables: Mapping[str, Records], documents: Mapping[str, object]
) -> Iterator[tuple[Records, int, str, Quotation]]:
    """Every cell that quotes one of the documents."""
    edition = _edition(tables["documents"]) if "documents" in tables else ""
    for records in tables.values() if documents else ():
        for column in quoted_columns(records.table):
            document, place = _BESIDE.get((records.table.name, column), ("document", "place"))
            beside = [name for name in (document, place) if name in records.table.names]
            for index, (words, *values) in records.rows(column, *beside):
                said = dict(zip(beside, values, strict=True))
                source = said.get(document, edition)  # a gap is one of the edition
                if words and source in documents:
                    yield records, index, column, Quotation(source, said.get(place) or "", words)


def quoted_columns(table: Table) -> tuple[str, ...]:
    """The columns whose texts stand in the document letter by letter."""
    return tuple(
        name
        for name, column in table.columns.items()
        if column.quoted and column.translated != "place" and name != _OURS and table.cell(name).kind == "text"
    )


def _edition(documents: Records) -> str:
    """The id of the edition that the site shows; see `current_edition`."""
    columns = ("sequence", "id", "kind", "publication", "covers")
    editions = [
        (sequence, identity)
        for _, (sequence, identity, *what) in documents.rows(*columns)
        if what == ["edition", "published", "whole"]
    ]
    return max(editions)[1] if editions else ""


describe("words_not_found", "«{value}» — этих слов в файле {file} нет.", "Скопируйте их из документа буква в букву.")
