"""Text that lost its letters on the way: looked for in every cell, and named once a file, at its first place."""

import re
from collections.abc import Iterator, Sequence

from vitrina.dataset.descriptions import describe
from vitrina.dataset.encodings import decoded, unreadable
from vitrina.dataset.letters import misread

_LONE = re.compile("[\udc80-\udcff]")
"""A byte that is no letter, as `surrogateescape` writes it."""
_LOST = re.compile(
    r"\ufffd"
    r"|(?<![\w?])\?{3,}"  # a word of nothing else
    r"|\w\?+(?=[а-яё0-9a-z])"  # within a word
    r"|(?<![^\s«„“\"(])\?+(?=[А-Яа-яЁё])"  # before a word
    r"|(?<!\S)\?\s?(?=\d)"  # in place of №
    r"|(?<=\s)\?(?=\s+[а-яё])"  # in place of a dash
    r"|[аеиоуыэюя]и\?(?=\s+[а-яё])"  # in place of the sign above «й», which a Mac keeps apart
)
_ADDRESS = re.compile(r"\S*(?:/|=|&)\S*")
_CODES = re.compile(
    r"&(?:#x[0-9A-Fa-f]{3,6}|#[0-9]{3,6}|nbsp|quot|amp|laquo|raquo|[mn]dash|hellip|shy)(?!\w)"
    r"|(?:=[CDEF][0-9A-F](?:=[0-9A-F]{2})+){2}|(?:=D[01]=[89AB][0-9A-F])+|(?:\\u04[0-9a-fA-F]{2})+"
    r"|\+B[B-E][A-Za-z0-9+/]{6}"
)
_SHOWN = 40
_REPLACEMENT = "\ufffd"


def read_lines(data: bytes, file: str) -> str:
    """The text of a file that is no table, its rows the lines. Raises `UnreadableSheet` where it is spoiled."""
    text = decoded(data, file)
    if text.foreign:
        lines = zip(text.text.splitlines(), text.as_windows.splitlines(), strict=False)
        row, (right, wrong) = next((row, two) for row, two in enumerate(lines, start=1) if two[0] != two[1])
        raise unreadable(file, "foreign_encoding", row, None, wrong.strip(), meant=right, encoding=text.foreign)
    refuse_spoiled([[line] for line in text.text.splitlines()], file, has_header=False)
    return text.text


def refuse_spoiled(rows: Sequence[Sequence[str]], file: str, *, has_header: bool = True) -> None:
    """Raises `UnreadableSheet` for the first cell whose text is not what was written in it."""
    cells = list(dict.fromkeys(cell for row in rows for cell in row))
    found = dict(_spoiled(cells))
    if not found:
        return
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if cell in found:
                rule, value, hints = found[cell]
                column = column_at(rows, number, place) if has_header else None
                raise unreadable(file, rule, number, column, value, **hints)


def column_at(rows: Sequence[Sequence[str]], number: int, place: int) -> str | None:
    """The name in the header above a cell; None for a cell of the header itself, and where there is no name."""
    header = next((at for at, row in enumerate(rows, start=1) if any(map(str.strip, row))), number)
    names = rows[header - 1] if header < number else ()
    return names[place].strip() or None if place < len(names) else None


def _spoiled(cells: Sequence[str]) -> Iterator[tuple[str, tuple[str, str, dict[str, str]]]]:
    """The cells that are spoiled, each with the rule, the part to show and the hints; of misread ones the first."""
    for cell in cells:
        if _LONE.search(cell):
            yield cell, ("encoding", _around(_LONE.sub(_REPLACEMENT, cell), _REPLACEMENT), {})
        elif lost := _lost(cell):
            yield cell, ("letters_lost", lost, {})
        elif codes := _CODES.search(cell):
            yield cell, ("encoded_text", codes[0], {})
    if wrong := misread(cells):
        place, word, was = wrong
        yield cells[place], ("misread_text", word, {"meant": was})


def _lost(cell: str) -> str:
    """The part of a cell in which letters became question marks, or ""."""
    if "?" not in cell and _REPLACEMENT not in cell:
        return ""
    found = next((hit for hit in _LOST.finditer(cell) if not _in_address(cell, hit)), None)
    return _around(cell, found[0]) if found else ""


def _in_address(cell: str, hit: re.Match[str]) -> bool:
    return any(word.start() <= hit.start() < word.end() for word in _ADDRESS.finditer(cell))


def _around(cell: str, part: str) -> str:
    """So much of a long cell that the part is seen."""
    start = cell.index(part)
    if start + len(part) <= _SHOWN:
        return cell
    return "…" + cell[start - _SHOWN // 2 :]


describe(
    "foreign_encoding",
    "файл сохранён в кодировке {encoding}, а не UTF-8: вместо «{meant}» сайт прочитал бы «{value}».",
    "Откройте его той программой, где русские буквы видны верно, и сохраните как «CSV UTF-8».",
)
describe(
    "encoding",
    "«{value}» — вместо части букв здесь стоит �: этот кусок файла сохранён в другой кодировке.",
    "Впишите текст этого места заново по документу и сохраните файл как «CSV UTF-8».",
)
describe(
    "letters_lost",
    "«{value}» — вместо русских букв знаки вопроса: они пропали при сохранении.",
    "Верните прежний файл и сохраните его как «CSV UTF-8».",
)
describe(
    "encoded_text",
    "«{value}» — вместо знаков стоят их коды: так текст выглядит внутри письма или веб-страницы.",
    "Сохраните вложение из письма как файл или скопируйте текст со страницы, как он на ней виден; так же могут "
    "быть испорчены и другие ячейки.",
)
describe(
    "misread_text",
    "«{value}» — файл открыли не в той кодировке и так сохранили; скорее всего, было «{meant}».",
    "Верните прежний файл, откройте его с верной кодировкой и сохраните как «CSV UTF-8»; так же могут быть "
    "испорчены и другие ячейки.",
)
