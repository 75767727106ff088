"""The way from a quotation to its very words on the page of its document."""

from dataclasses import dataclass

from vitrina.addresses import Place
from vitrina.dataset.documents.parts import part_at
from vitrina.dataset.programme import Quotation
from vitrina.pages.context import Context

DOCUMENT = "document"
"""The kind of the pages that show documents whole."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where some words of a document stand on the site."""

    page: Place
    anchor: str


def document_page(context: Context, document: str, part: int = 1) -> Place:
    """The page of a document, or of a further part of a long one."""
    return context.places.of(DOCUMENT, document if part == 1 else f"{document}/{part}")


def passage_of(context: Context, quotation: Quotation) -> Passage | None:
    """Where the words of a quotation are marked; None where the text of the document is not at hand."""
    quoted = context.programme.quoted.get(quotation.document)
    found = quoted.passages.get(quotation) if quoted else None
    if quoted is None or found is None:
        return None
    return Passage(
        document_page(context, quotation.document, part_at(quoted.text, found.spans[found.own][0])), found.anchor
    )
