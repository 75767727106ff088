"""Whatever has become of a file, as a decree and as a text it is read or refused with what to do: no traceback."""

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decrees.test_files import cases
from vitrina.dataset.documents.reading import read_text
from vitrina.decrees import read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.json_output import as_json
from vitrina.formats import UnreadableText

TEXTS = {".docx": "word/document.xml", ".odt": "content.xml"}
"""Where archives keep their text."""
JUNK = ("-1", "0", "abc", "99999999999", "", "1e9", "٣", "½", "²", "NaN")
SPOILED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@st.composite
def with_other_bytes(draw: st.DrawFn, content: bytes) -> bytes:
    spoiled = bytearray(content)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(len(spoiled) - 1, 0)))
        end = at + draw(st.integers(0, 200))
        spoiled[at:end] = draw(st.sampled_from((b"", bytes(spoiled[at:end]) * 2)) | st.binary(max_size=8))
    return bytes(spoiled)


@st.composite
def with_other_tags(draw: st.DrawFn, text: str) -> str:
    """Elements taken out or put elsewhere, and attributes with other values."""
    for _ in range(draw(st.integers(1, 4))):
        pieces = re.split(r"(<[^>]*>|(?<==)\"[^\"]*\")", text)
        at = 2 * draw(st.integers(0, max(len(pieces) // 2 - 1, 0))) + 1
        if at >= len(pieces):
            return text
        tag = pieces[at]
        others = st.sampled_from(
            [f'"{one}"' for one in JUNK] if tag.startswith('"') else ["", tag * 2, "</w:tc>", "<w:tr>"]
        )
        pieces[at] = draw(others | st.just(re.sub('"[^"]*"', lambda _: f'"{draw(st.sampled_from(JUNK))}"', tag)))
        text = "".join(pieces)
    return text


@st.composite
def spoiled_files(draw: st.DrawFn) -> tuple[str, bytes]:
    file: Path = draw(st.sampled_from(cases()))
    content = file.read_bytes()
    if file.suffix == ".html" and draw(st.booleans()):
        return file.suffix, draw(with_other_tags(content.decode("utf-8"))).encode()
    if file.suffix not in TEXTS or draw(st.integers(0, 3)) == 0:
        return file.suffix, draw(with_other_bytes(content))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w") as spoiled:
        left_out = draw(st.sampled_from([*archive.namelist(), *[""] * 40]))
        for name in archive.namelist():
            part = archive.read(name)
            if name == TEXTS[file.suffix]:
                part = draw(with_other_tags(part.decode("utf-8"))).encode()
            if name != left_out:
                spoiled.writestr(name, part)
    return file.suffix, made.getvalue()


def read(spoiled: tuple[str, bytes], folder: Path) -> None:
    suffix, content = spoiled
    file = folder / f"spoiled{suffix}"
    file.write_bytes(content)
    with suppress(UnreadableText):
        assert as_json(read_decree(read_blocks(file))).encode()
    with suppress(UnreadableText):
        assert read_text(file).whole


@SPOILED
@given(spoiled=spoiled_files())
def test_a_spoiled_file_is_read_or_refused(spoiled: tuple[str, bytes], tmp_path: Path) -> None:
    read(spoiled, tmp_path)


@pytest.mark.thorough
@settings(SPOILED, max_examples=1500)
@given(spoiled=spoiled_files())
def test_of_many_spoiled_files_each_is_read_or_refused(spoiled: tuple[str, bytes], tmp_path: Path) -> None:
    read(spoiled, tmp_path)
