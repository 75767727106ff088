"""Text tables as Russian offices save them: several encodings, several separators, quoted line breaks."""

import csv
import io
import re

from vitrina.dataset.problems import Problem

LARGEST_FILE = 100_000_000  # bytes; half a million rows of money are about 70 million

# The cell limit of the csv module would raise for a long cell; such a cell is reported with its row and column instead.
csv.field_size_limit(LARGEST_FILE)

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF8_PAIR = re.compile(rb"[\xd0\xd1][\x80-\xbf]")
_NOT_RUSSIAN = re.compile("[ЂЃѓЉЊЌЋЏђљњќћџ]")
"""Letters of Windows-1251 that no Russian text has: where they stand, the file was saved in the letters of a Mac."""
_HIGH = re.compile(rb"[\x80-\xff]")


class UnreadableSheet(Exception):
    """A file from which no table can be taken; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def unreadable(file: str, rule: str, row: int | None = None, **hints: str | int) -> UnreadableSheet:
    return UnreadableSheet(Problem(file, row, None, None, rule, hints))


def read_delimited(data: bytes, file: str) -> list[list[str]]:
    """The records of a text table, blank ones too: a record's place is its row in Excel. Raises `UnreadableSheet`."""
    text = _decode(data, file)
    if not text.strip():
        raise unreadable(file, "empty_file")
    records = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(records)
    except csv.Error:
        raise unreadable(file, "quotes", row=len(rows) + 1) from None
    return rows


def line_of(data: bytes, row: int) -> int:
    """The line of a text table on which its row begins: a cell may take several lines."""
    text = _decode(data, "")
    records = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    for _ in zip(range(row - 1), records, strict=False):
        pass
    return records.line_num + 1


def _decode(data: bytes, file: str) -> str:
    try:
        if data.startswith(_UTF16):
            return _without_zeros(data.decode("utf-16"), file)
        return _without_zeros(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError as fault:
        row = data.count(b"\n", 0, fault.start) + 1
        # A UTF-8 file with one broken byte must not be taken for Windows-1251: all of it would turn to gibberish.
        is_utf8 = len(_UTF8_PAIR.findall(data)) * 4 > len(_HIGH.findall(data))
        if data.startswith((b"\xef\xbb\xbf", *_UTF16)) or is_utf8:
            raise unreadable(file, "encoding", row=row) from None
    try:
        text = _without_zeros(data.decode("cp1251"), file)
    except UnicodeDecodeError as fault:
        raise unreadable(file, "encoding", row=data.count(b"\n", 0, fault.start) + 1) from None
    if foreign := _NOT_RUSSIAN.search(text):
        raise unreadable(file, "encoding", row=text.count("\n", 0, foreign.start()) + 1)
    return text


def _without_zeros(text: str, file: str) -> str:
    if "\0" in text:
        raise unreadable(file, "not_text")
    return text


def _separator(text: str) -> str:
    """The separator that the header has most of; column names hold none of them."""
    header = text.lstrip().split("\n", 1)[0]
    return max(";\t,", key=header.count)
