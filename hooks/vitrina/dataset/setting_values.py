"""What one setting of `city.yml` may hold: a text, an address, an e-mail, a telephone, a word of a few.

Each takes the setting as it was typed and returns what the site shows, or refuses it with a rule and its hints.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from vitrina.dataset.cells import TEXT, clean, nearest, refuse
from vitrina.dataset.descriptions import describe
from vitrina.dataset.letters import look_alike, out_of_place
from vitrina.dataset.notation import Typed

LONGEST = 1000
_LONGEST_ADDRESS = 500
_NOTHING = {"~", ".nan", ".inf", "-.inf", "null", "none", "nil", "nan", "n/a", "undefined"}
_TO_BE_FILLED = re.compile(
    r"(?:todo|tbd|fixme|x{3,}|х{3,}|заполнить|вписать|уточнить|lorem ipsum|\.{3}|…)\b.{0,40}|\.{3}|…", re.IGNORECASE
)
_YES_OR_NO = {"yes", "no", "on", "off", "true", "false", "y", "n"}
_LINES = re.compile(r"[\t\r\n\x85\u2028\u2029]")
_OPENING, _CLOSING = "\"'“”„‟«‘’‚", "\"'“”‟»‘’"
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
_HOST_OF = re.compile(r"(?://|@)([^/?#:,;\s]+)")
_LOOK_ALIKE = re.compile(r"[авекмнорстухАВЕКМНОРСТУХ]+")
"""Words of these Cyrillic letters alone are taken for Latin ones."""
_SPACE = re.compile(r"\s")
_NAME = r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_][\w-]*[^\W_]"
_HOST = re.compile(rf"{_NAME}(?::\d{{1,5}})?")
_MAIL = re.compile(rf"[\w+-]+(?:\.[\w+-]+)*@{_NAME}")
_MAIL_WITHIN = re.compile(rf"(?:mailto:|[^<>]*<)?\s*({_MAIL.pattern})\s*(?:>|[?.,;:].*)?")
_TELEPHONE = re.compile(r"[+(\d]|[^\W\d]")
_DIGIT_LETTER = re.compile(r"\d[OoОоЗзlI]|[OoОоЗзlI]\d|\d[eEеЕ][+-]?\d")


def line(setting: Any) -> str:
    """A text of one line, or "" for none."""
    typed = _as_typed(setting)
    text = str(TEXT.read(typed))
    if len(text) > LONGEST:
        raise refuse("too_long", length=len(text), longest=LONGEST)
    _refuse_quotes(text, typed.is_plain)
    if text and sum(map(str.isalpha, text)) < 2:
        raise refuse("no_letters")
    if found := look_alike(text):
        raise refuse("look_alike", word=found[0], letter=found[1])
    if strange := out_of_place(unicodedata.normalize("NFC", typed)):
        raise refuse("misread_setting", sign=strange)
    return text


def required_line(setting: Any) -> str:
    """Raises for none of it too."""
    text = line(setting)
    if not text:
        raise refuse("empty_setting")
    return text


def address(setting: Any) -> str:
    """An address of the web, or "" for none. One with a name before its host, or without a host, is none."""
    text = _short_text(setting)
    if not text:
        return ""
    _refuse_other_letters(text)
    if _SPACE.search(text):
        raise refuse("spaced_address")
    if text.startswith("http://") and _is_address(https := f"https{text.removeprefix('http')}"):
        raise refuse("insecure_address", mended=https)
    if "@" in text.partition("//")[2].partition("/")[0]:
        raise refuse("address_of_a_user")
    if not _is_address(text):
        raise refuse("wrong_setting")
    return text


def repository(setting: Any) -> str:
    """An address that others are made of."""
    text = address(setting)
    if "?" in text or "#" in text:
        raise refuse("address_of_a_part", mended=re.split(r"[?#]", text)[0])
    return text.rstrip("/")


def email(setting: Any) -> str:
    """One e-mail address and nothing else, or "" for none: what follows a `?` would fill in the reader's letter."""
    text = _short_text(setting)
    if not text:
        return ""
    _refuse_other_letters(text)
    if not _MAIL.fullmatch(text):
        found = _MAIL_WITHIN.fullmatch(text)
        raise refuse("email", **({"mended": found[1]} if found and text.count("@") == 1 else {}))
    return text


def telephone(setting: Any) -> str:
    text = _short_text(setting)
    if not text:
        return ""
    if not _TELEPHONE.match(text) or len(re.findall(r"\d", text)) < 3 or _DIGIT_LETTER.search(text):
        raise refuse("telephone")
    return text


def one_of(names: Iterable[str], setting: Any, also: Mapping[str, str] | None = None) -> str:
    """One of a few words; `also` are others with what they most likely stand for."""
    word = clean(_as_text(setting)).casefold()
    known = list(names)
    if word in known:
        return word
    meant = (also or {}).get(word) or nearest(word, known)
    raise refuse("unknown_choice", choices=", ".join(known), **({"mended": meant} if meant else {}))


def _as_text(setting: Any) -> str:
    if not isinstance(setting, str):
        raise refuse("not_a_text")
    return setting


def _as_typed(setting: Any) -> Typed:
    """Refuses what YAML makes something else of, and says that it does."""
    text = _as_text(setting)
    typed = text if isinstance(text, Typed) else Typed.of(text)
    if typed.lost:
        raise refuse("cut_by_comment", lost=typed.lost)
    if typed.casefold() in _NOTHING:
        raise refuse("nothing_in_yaml")
    if typed and not typed.strip():
        raise refuse("blank_setting")
    if _TO_BE_FILLED.fullmatch(typed.strip()):
        raise refuse("to_be_filled")
    if typed.is_plain and typed.casefold() in _YES_OR_NO:
        raise refuse("yes_or_no_in_yaml")
    if _LINES.search(typed.strip()):
        raise refuse("several_lines")
    return typed


def _short_text(setting: Any) -> str:
    typed = _as_typed(setting)
    text = clean(typed)
    if len(text) > _LONGEST_ADDRESS:
        raise refuse("too_long", length=len(text), longest=_LONGEST_ADDRESS)
    _refuse_quotes(text, typed.is_plain)
    return text


def _refuse_quotes(text: str, is_plain: bool) -> None:
    if text and _is_in_quotes(text, is_plain):
        raise refuse("quoted_twice", mended=text.strip(_OPENING + _CLOSING + " "))


def _is_in_quotes(text: str, is_plain: bool) -> bool:
    """Whether quotation marks that were meant for the file have become part of the text: one at an end, or both.

    «…» around a whole text may be its own, where it is in straight quotation marks.
    """
    begins, ends = text[0] in _OPENING, text[-1] in _CLOSING and not text.endswith(("’", "'"))
    inside = text[1:-1]
    if begins and ends:
        within = not set(inside) & set(_OPENING + _CLOSING)
        return within and (is_plain or (text[0], text[-1]) != ("«", "»"))
    if begins:
        return not set(text[1:]) & set(_CLOSING)
    return ends and not set(text[:-1]) & set(_OPENING)


def _refuse_other_letters(text: str) -> None:
    """A letter that looks like one of another alphabet leads elsewhere. Names all in Cyrillic are addresses too."""
    host = _HOST_OF.search(text)
    last = [label for label in (host[1] if host else "").split(".") if _WORD.search(label)][-2:]
    is_latin = bool(last) and bool(_LATIN.search(last[-1]))
    for word in _WORD.findall(text):
        letters = _CYRILLIC.findall(word)
        if _LATIN.sub("", word) == "" or (len(letters) == len(word) and not (is_latin and _LOOK_ALIKE.fullmatch(word))):
            continue
        raise refuse("other_alphabet", word=word, letter=(letters or _LATIN.sub("", word))[0])
    if len({bool(_LATIN.search(label)) for label in last}) > 1:
        raise refuse("other_alphabet", word=".".join(last), letter=_CYRILLIC.findall("".join(last))[0])


def _is_address(text: str) -> bool:
    if re.search(r"[\"'<>\\^`{|}*]", text) or not text.startswith("https://"):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(_HOST.fullmatch(parts.netloc))


describe(
    "no_letters",
    "«{value}» — здесь нужны слова, а в значении нет ни одной буквы.",
    'Впишите, например, "{example}"; если значения нет, а пустое разрешено, поставьте "".',
)
describe(
    "misread_setting",
    "«{value}» — «{sign}» в русских словах не бывает: похоже, файл прочитали не в той кодировке и так сохранили.",
    "Впишите текст заново и сохраните файл в UTF-8.",
)
describe("empty_setting", "значение пустое, а оно обязательно.", 'Впишите его в кавычках, например "{example}".')
describe(
    "spaced_address",
    "«{value}» — внутри адреса пробел.",
    "Уберите его; адрес здесь один и без слов вокруг, например {example}.",
)
describe(
    "insecure_address",
    "«{value}» — адрес без шифрования, а нужен с ним.",
    "Напишите, например, {example}.",
    write="Откройте {mended} и, если открывается, впишите его.",
)
describe(
    "address_of_a_user",
    "«{value}» — перед именем сайта стоит знак @: так пишут имя и пароль, и адрес ведёт не туда, куда кажется.",
    "Уберите всё от // до @ и сам этот знак, например {example}.",
)
describe("wrong_setting", "«{value}» — такое значение сюда не годится.", "Напишите, например, {example}.")
describe(
    "address_of_a_part",
    "«{value}» — нужен адрес самого хранилища, без ? и #: из него составляют другие.",
    "Напишите, например, {example}.",
)
describe("email", "«{value}» — здесь нужен один адрес почты и больше ничего.", "Напишите, например, {example}.")
describe(
    "telephone",
    "«{value}» не похоже на телефон.",
    'Напишите его цифрами, например {example}; нет телефона — поставьте "".',
)
describe(
    "not_a_text",
    "здесь нужен один текст, а стоит список или вложенные настройки.",
    'Напишите текст в кавычках, например "{example}".',
)
describe(
    "cut_by_comment",
    "«{lost}» пропадает: после текста без кавычек всё от знака # — примечание.",
    "Возьмите весь текст в кавычки. Если после # и правда примечание, перенесите его на строку выше.",
)
describe(
    "nothing_in_yaml",
    "«{value}» — так программы пишут «ничего», а не текст.",
    'Впишите сам текст; если его нет, а пустое разрешено, поставьте "".',
)
describe(
    "to_be_filled",
    "«{value}» — так помечают то, что ещё не написано.",
    'Впишите сам текст; если его нет, а пустое разрешено, поставьте "".',
)
describe(
    "yes_or_no_in_yaml",
    "«{value}» — без кавычек это «да» или «нет», а здесь нужен текст.",
    'Впишите текст в кавычках, например "{example}".',
)
describe(
    "several_lines",
    "«{value}» — внутри табуляция или конец строки, а это одна строка.",
    "Напишите всё одной строкой, через пробелы.",
)
describe(
    "quoted_twice",
    "«{value}» — кавычки стали частью текста и будут видны на сайте.",
    'Уберите их; сам текст стоит в прямых кавычках "…".',
    write='Напишите "{mended}" в прямых кавычках: наклонные и «ёлочки» здесь не действуют.',
)
describe(
    "other_alphabet",
    "«{value}» — в «{word}» буква «{letter}» не того алфавита: выглядит так же, а адрес другой.",
    "Наберите адрес заново на одной раскладке клавиатуры.",
)
describe(
    "blank_setting", "в кавычках одни пробелы.", 'Впишите сам текст; если его нет, а пустое разрешено, поставьте "".'
)
