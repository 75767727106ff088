"""A document whole, as printed, with every passage marked that the tables quote; a long one on several pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vitrina.addresses import Kind, Place
from vitrina.dataset.documents.parts import Part, parts_of
from vitrina.dataset.documents.quoted import QuotedText
from vitrina.dataset.documents.text import Block, DocumentText, Line, Paragraph, lines_of
from vitrina.dataset.programme import Document
from vitrina.pages.context import Context
from vitrina.pages.markdown import as_link
from vitrina.pages.marks import Marks, Piece, marks_in, pieces
from vitrina.pages.page import Page
from vitrina.pages.passages import DOCUMENT, document_page
from vitrina.pages.views import View, register


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a printed table."""

    lines: tuple[tuple[Piece, ...], ...]
    columns: int


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A paragraph, a heading with its anchor, or a table."""

    lines: tuple[tuple[Piece, ...], ...] = ()
    anchor: str = ""
    rows: tuple[tuple[ShownCell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A heading of the document, and where it stands."""

    title: str
    page: Place
    anchor: str


def documents(context: Context) -> Iterator[Page]:
    """Every document whose text is at hand."""
    for document in context.programme.documents:
        if quoted := context.programme.quoted.get(document.id):
            for part in parts_of(quoted.text):
                yield _page(context, document, quoted, part)


def _page(context: Context, document: Document, quoted: QuotedText, part: Part) -> Page:
    words, text = context.words, quoted.text
    name = context.document_titles[document.id]
    title = name if part.number == 1 else words.say("{document}, часть {number}", document=name, number=part.number)
    covered = quoted.coverage
    parts = parts_of(text)
    return Page(
        place=document_page(context, document.id, part.number),
        title=title,
        description=words.say("Документ целиком. В нём отмечено всё, что пересказывает сайт."),
        values={
            "document": document,
            "number": part.number,
            "covered": words.percent(covered.percent, 0),
            "has_figures": covered.figures > 0,
            "figures": words.number(covered.figures),
            "quoted_figures": words.number(covered.quoted_figures),
            "file": as_link(text.name if part.number == 1 else f"../{text.name}"),
            "file_kind": text.name.rpartition(".")[2].upper(),
            "size": words.number(Decimal(len(text.content)) / 1000),
            "sha256": text.sha256,
            "official": document.address,
            "contents": list(_contents(context, document, parts)),
            "blocks": list(_blocks(quoted, part)),
            "before": document_page(context, document.id, part.number - 1) if part.number > 1 else None,
            "after": document_page(context, document.id, part.number + 1) if part.number < len(parts) else None,
        },
        tells_what_leads_here=True,
    )


def originals(context: Context) -> Iterator[tuple[str, DocumentText]]:
    """The files of the documents as they lie in the programme's folder, with their paths in the site."""
    for document, quoted in context.programme.quoted.items():
        yield document_page(context, document).file(quoted.text.name), quoted.text


def _contents(context: Context, document: Document, parts: Sequence[Part]) -> Iterator[Contents]:
    for part in parts:
        for heading in part.headings:
            yield Contents(_said(heading), document_page(context, document.id, part.number), _anchor(heading))


def _blocks(quoted: QuotedText, part: Part) -> Iterator[ShownBlock]:
    lines = (line for one in parts_of(quoted.text) for block in one.blocks for line in lines_of(block))
    return shown_blocks(part.blocks, marks_in(lines, quoted.passages.values()))


def shown_blocks(blocks: Iterable[Block], marks: Marks) -> Iterator[ShownBlock]:
    """Some blocks of a document with the marks of all its lines."""

    def shown(lines: Iterable[Line]) -> tuple[tuple[Piece, ...], ...]:
        return tuple(pieces(line, marks) for line in lines)

    for block in blocks:
        if isinstance(block, Paragraph):
            yield ShownBlock(shown(block.lines), _anchor(block) if block.level else "")
        else:
            yield ShownBlock(
                rows=tuple(tuple(ShownCell(shown(cell.lines), cell.columns) for cell in row) for row in block.rows)
            )


def _said(heading: Paragraph) -> str:
    return " ".join(line.text for line in lines_of(heading))


def _anchor(heading: Paragraph) -> str:
    return f"at-{heading.lines[0].start}"


register(
    View(
        Kind(
            DOCUMENT,
            order=245,
            folder="documents/{}",
            each="document",
            parent="documents",
            group="documents",
            named_in=(),
        ),
        lambda given: documents(given.context),
        exists=lambda context: bool(context.programme.quoted),
    )
)
