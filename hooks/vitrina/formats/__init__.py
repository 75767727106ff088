"""Opens the files of word processors as blocks: each format is walked here alone, whoever wants its text."""

import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from vitrina.formats.blocks import Block

_FAULTS = (
    ValueError,
    LookupError,
    AttributeError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    RuntimeError,  # of a closed archive, of elements within each other without end
)
"""What the readers and the libraries under them raise where a file is not what it should be."""


class UnreadableText(Exception):
    """A file of which no text can be taken; says by which rule, and with which hints."""

    def __init__(self, rule: str, **hints: str | int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.hints = hints


def read_formatted(kind: str, content: bytes) -> Iterator[Block]:
    """The blocks of a file of this kind: «.docx», «.html», «.odt», «.rtf». Raises `UnreadableText`."""
    try:
        yield from _blocks(kind, content)
    except _FAULTS as fault:
        raise UnreadableText("broken_text") from fault


def _blocks(kind: str, content: bytes) -> Iterator[Block]:
    match kind:
        case ".docx":
            from vitrina.formats.word import blocks_of_word  # noqa: PLC0415  loads long, and is seldom wanted

            return blocks_of_word(content)
        case ".odt":
            from vitrina.formats.open_document import blocks_of_open_document  # noqa: PLC0415  as above

            return blocks_of_open_document(content)
        case ".rtf":
            from vitrina.formats.rich_text import blocks_of_rich_text  # noqa: PLC0415  as above

            return blocks_of_rich_text(content)
        case ".html" | ".htm":
            from vitrina.formats.web_page import blocks_of_web_page  # noqa: PLC0415  as above

            return blocks_of_web_page(content)
    raise UnreadableText("other_kind_of_text", suffix=kind)
