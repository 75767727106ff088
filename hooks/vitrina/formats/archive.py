"""The parts of a .docx or .odt file, which are a zip of XML files, guarded against files made to fill the memory."""

import io
import zipfile

from lxml import etree

from vitrina.formats import UnreadableText

_LARGEST = 200_000_000  # bytes, of all parts unpacked
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""Of Word before 2007, and of any newer file that is closed with a password."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def refuse_unsafe(content: bytes) -> None:
    """Raises `UnreadableText` for what is closed, or grows too large unpacked."""
    if content.startswith(_OLD_FORMAT):
        raise UnreadableText("text_with_password")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST:
        raise UnreadableText("too_large_file", longest=_LARGEST // 1_000_000)


def part(content: bytes, name: str) -> etree._Element:
    """A part of an archive that is safe."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return parsed(archive.read(name))


def parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content, _PARSER)
