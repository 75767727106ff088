"""What happens to the text of a cell, whatever the cell holds: programs, clipboards and hands leave their marks."""

import re
import unicodedata
from collections.abc import Callable, Mapping

Made = Callable[[str], str]
Change = Made | str
"""What stands in a cell after the accident, or what makes that of the text that stood there.

The same text comes back where the accident cannot happen to it, and what cannot be made of it raises.
"""


def changed(text: str, change: Change) -> str:
    """The text after the accident."""
    return change if isinstance(change, str) else change(text)


_LATIN = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")
_CYRILLIC = str.maketrans("aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ")


_LONG_WORD = re.compile("[а-яё]{4,}", re.IGNORECASE)


def read_as(wrong: str, right: str = "cp1251") -> Made:
    """Saved in one encoding and opened in another. One or two signs may be dashes, one or two words abbreviations."""

    def change(text: str) -> str:
        read = text.encode(right, "ignore").decode(wrong, "ignore")
        changed = sum(was != now for was, now in zip(text, read, strict=False))
        words = {word[:4].lower() for word in _LONG_WORD.findall(text)}
        return read if changed > 2 and len(words) > 2 else text

    return change


def _first(pattern: str, put: str | Callable[[re.Match[str]], str]) -> Made:
    return lambda text: re.sub(pattern, put, text, count=1)


def _look_alike(table: Mapping[int, int], letters: str) -> Made:
    return _first(f"[{letters}]", lambda found: found[0].translate(table))


MARKS: Mapping[str, Change] = {
    "emptied": "",
    "name-error": "#ИМЯ?",
    "reference-error": "#REF!",
    "not-available": "#Н/Д",
    "hashes": "########",
    "formula": "=B2",
    "formula-of-a-function": "=ВПР(A2;Лист2!A:B;2;ЛОЖЬ)",
    "formula-of-a-text": lambda text: f"=+{text}" if text else "",
    "escaped-return": lambda text: f"{text}_x000D_" if text else "",
    "replacement-character": _first(r"\w", "\ufffd"),
    "question-marks": lambda text: re.sub("[А-Яа-яЁё]", "?", text),
    "mac-cyrillic": read_as("mac_cyrillic"),
    "koi8-r": read_as("koi8_r"),
    "cp866": read_as("cp866"),
    "iso-8859-5": read_as("iso8859_5"),
    "latin-1": read_as("latin_1"),
    "double-encoded": read_as("cp1251", "utf-8"),
    "double-encoded-latin": read_as("latin_1", "utf-8"),
    "html-entities": lambda text: "".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in text),
    "look-alike-latin": _look_alike(_LATIN, "аеорсухАВЕКМНОРСТХ"),
    "look-alike-cyrillic": lambda text: (
        text if re.search("[а-яё]", text, re.IGNORECASE) else _look_alike(_CYRILLIC, "aeopcyxABEKMHOPCTX")(text)
    ),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "double-space": _first(" ", "  "),
    "no-break-space": _first(" ", "\u00a0"),
    "space-behind": lambda text: f"{text} " if text else "",
    "space-before": lambda text: f" {text}" if text else "",
    "no-break-space-behind": lambda text: f"{text}\u00a0" if text else "",
    "tab-behind": lambda text: f"{text}\t" if text else "",
    "line-end-inside": _first(" ", "\n"),
    "line-end-behind": lambda text: f"{text}\r\n" if text else "",
    "zero-width-space": _first(r"(?<=\w)(?=\w)", "\u200b"),
    "soft-hyphen": _first(r"(?<=\w)(?=\w)", "\u00ad"),
    "byte-order-mark": lambda text: f"\ufeff{text}" if text else "",
    "apostrophe-before": lambda text: f"'{text}" if text else "",
    "quoted": lambda text: f'"{text}"' if text else "",
    "quoted-by-word": lambda text: f"«{text}»" if text and "«" not in text else text,
    "two-values": lambda text: f"{text}; {text}" if text else "",
    "pasted-twice": lambda text: f"{text}\n{text}" if text else "",
    "far-too-long": lambda text: (f"{text} " * 6000)[:6000].strip() if text else "",
}
"""Accidents of any cell."""

MISTAKEN_FOR_RIGHT = {"emptied", "quoted", "quoted-by-word", "two-values", "pasted-twice"}
"""Those that leave a text as it might have been meant."""

INTO_NOTHING: Mapping[str, Change] = {
    "dash": "-",
    "no": "нет",
    "no-data-in-words": "нет данных",
    "zero": "0",
    "cross": "х",
    "question": "?",
    "space": " ",
    "no-break-space": "\u00a0",
    "name-error": "#ИМЯ?",
    "hashes": "#####",
    "formula": "=A2",
    "apostrophe": "'",
}
"""What gets into a cell that was empty."""
