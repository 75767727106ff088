"""The bytes of a file as text: in which encoding they are, and what the file is where it is no text at all."""

import re
from dataclasses import dataclass

from vitrina.dataset.descriptions import describe
from vitrina.dataset.letters import SAVED_IN, best_encoding
from vitrina.dataset.problems import Problem

_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_UTF8_PAIR = re.compile(rb"[\xd0\xd1][\x80-\xbf]")
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF16 = (
    re.compile(rb"(?:[\x01-\xff]\x00|[\x00-\xff][\x04\x20-\x22])+"),
    re.compile(rb"(?:\x00[\x01-\xff]|[\x04\x20-\x22][\x00-\xff])+"),
)
"""ASCII, Russian letters and marks, two bytes each."""
_BEGINNING = 2000  # bytes
_FOR_LINES = 20_000  # bytes
_LINE_OF_MAIL = 78  # signs, the longest that mail programs write
_OTHER_FILES = (
    (re.compile(rb"PK\x03\x04"), "workbook_as_text"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "old_workbook"),
    (re.compile(rb"\s*<(?:!doctype|html|head|meta|table|\?xml)\b", re.IGNORECASE), "web_page"),
    (
        re.compile(rb"(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*Content-(?:Type|Transfer-Encoding):", re.IGNORECASE),
        "letter",
    ),
    (re.compile(rb"(?:[A-Za-z0-9+/]{40,80}\r?\n)+[A-Za-z0-9+/]*={0,2}\s*\Z|[A-Za-z0-9+/]{60,}={0,2}\s*\Z"), "letter"),
    (re.compile(rb"[^\n]*(?:(?:=[0-9A-F]{2}){3}|=3D|=EF=BB=BF)[^\n]*"), "letter"),
)
"""How a file begins that is something else than its name says, and the rule that tells so."""


class UnreadableSheet(Exception):
    """A file from which no table can be taken; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def unreadable(
    file: str,
    rule: str,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
    **hints: str | int,
) -> UnreadableSheet:
    return UnreadableSheet(Problem(file, row, column, value, rule, hints))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text. Bytes that are no letters stand in it as lone surrogates, as `surrogateescape` writes them."""

    text: str
    foreign: str = ""
    """The name of the encoding, where a table must not be in it: read as Windows' own, some of it would be wrong."""
    as_windows: str = ""
    """The same read as Windows' own encoding, for whoever looks for the place where that goes wrong."""


def decoded(data: bytes, file: str) -> Decoded:
    """The text of a file. Raises `UnreadableSheet` where it is none, or in an encoding that cannot be known."""
    refuse_other_files(data, file)
    mark = next((mark for mark in _MARKS if data.startswith(mark)), None)
    if mark:
        return Decoded(_without_zeros(_marked(data, _MARKS[mark], file), file))
    if b"\0" in data:
        raise unreadable(file, "utf16_without_mark" if _is_utf16(data) else "not_text")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        # A UTF-8 file with one broken byte must not be taken for Windows-1251: all of it would turn to gibberish.
        if len(_UTF8_PAIR.findall(data)) * 4 > len(_HIGH.findall(data)):
            return Decoded(data.decode("utf-8", "surrogateescape"))
        name = best_encoding(data)
        if name is None:
            raise unreadable(file, "unknown_encoding", row=data.count(b"\n", 0, fault.start) + 1) from None
    windows = data.decode("cp1251", "surrogateescape")
    return Decoded(windows) if name == "cp1251" else Decoded(data.decode(name, "replace"), SAVED_IN[name], windows)


def _is_utf16(data: bytes) -> bool:
    beginning = data[:_BEGINNING]
    return any(text.fullmatch(beginning[: len(beginning) // 2 * 2]) for text in _UTF16)


def refuse_other_files(data: bytes, file: str) -> None:
    """Raises `UnreadableSheet` for a file that is something else than text: a workbook, a web page, a letter."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    for beginning, rule in _OTHER_FILES:
        if beginning.match(data, start):
            raise unreadable(file, rule)
    if _is_broken_by_mail(data):
        raise unreadable(file, "letter")


def _is_broken_by_mail(data: bytes) -> bool:
    """Whether long lines end in a sign of equality, as those that mail has broken, and none is longer."""
    *lines, _ = (line.rstrip(b"\r") for line in data[:_FOR_LINES].split(b"\n"))
    broken = sum(line.endswith(b"=") and len(line) > _LINE_OF_MAIL - len("=D0=9F=") for line in lines)
    return broken > 1 and max(map(len, lines)) <= _LINE_OF_MAIL


def _marked(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        if encoding == "utf-8-sig":
            return data.decode(encoding, "surrogateescape")
        raise unreadable(file, "unknown_encoding", row=data.count(b"\n", 0, fault.start) + 1) from None


def _without_zeros(text: str, file: str) -> str:
    if "\0" in text:
        raise unreadable(file, "not_text")
    return text


describe(
    "workbook_as_text",
    "это книга Excel, а имя у неё как у CSV.",
    "Исправьте конец имени на .xlsx или сохраните лист из Excel как «CSV UTF-8».",
)
describe(
    "old_workbook",
    "это книга старого Excel (до 2007 года) или книга под паролем.",
    "Откройте её в Excel, снимите пароль, если он есть, и сохраните как «Книга Excel (.xlsx)».",
)
describe(
    "web_page",
    "это не таблица, а веб-страница с чужим именем.",
    "Откройте её в Excel и сохраните как «Книга Excel (.xlsx)» или «CSV UTF-8».",
)
describe(
    "letter",
    "это не таблица, а тело письма: вложение сохранено в том виде, в каком его пересылает почта.",
    "Откройте письмо в почте и сохраните вложение через «Сохранить как».",
)
describe(
    "utf16_without_mark",
    "файл сохранён в кодировке UTF-16 без метки.",
    "Откройте его в Excel или «Блокноте» и сохраните как «CSV UTF-8».",
)
describe(
    "not_text",
    "это не таблица, а двоичный файл с чужим именем.",
    "Сохраните таблицу из Excel как «CSV UTF-8» или как .xlsx.",
)
describe(
    "unknown_encoding",
    "не понять, в какой кодировке сохранён файл: буквы не складываются в слова.",
    "Откройте его той программой, где русские буквы видны верно, и сохраните как «CSV UTF-8».",
)
describe(
    "missing_file",
    "файла нет.",
    "Верните его или создайте заново: что в нём должно быть, сказано в README.md набора данных.",
)
describe("not_a_file", "это не файл.", "На этом месте должен лежать файл с данными; папку с таким именем уберите.")
describe(
    "too_large_file",
    "файл слишком велик: больше {longest} МБ.",
    "Проверьте, не вставлены ли в него картинки или лишние листы.",
)
describe("unreadable_file", "файл не открывается.", "Закройте его в других программах и проверьте права доступа.")
describe("empty_file", "файл пуст.", "Верните его содержимое.")
