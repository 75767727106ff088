"""How letters follow one another in Russian, and how text looks that was read in a wrong encoding."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from vitrina.dataset.descriptions import describe

_FOLLOWING = {
    "а": "бвгдежзийклмнопрстуфхцчшщэюя",
    "б": "абвеиклмнорсухщъыьюя",
    "в": "авгдезиклмнопрстухцчшыья",
    "г": "агдеиклнорсу",
    "д": "авгдежзиклмнопрстухцчшыьэя",
    "е": "абвгдежзийклмнопрстуфхцчшщюя",
    "ж": "абдеикносучь",
    "з": "абвгдежиклмнорсуыья",
    "и": "абвгдежзийклмнопрстуфхцчшщюя",
    "й": "дклмностцчш",
    "к": "авгежзиклмнопрстуц",
    "л": "агдежиклностучыьюя",
    "м": "абвеиклмнопсуфыьэя",
    "н": "абвгдежзиклнорстуфцчщыьюя",
    "о": "абвгдежзийклмнопрстуфхцчшщэюя",
    "п": "аеиклнопрстуцыья",
    "р": "абвгдежиклмнопрстуфхцчшыьэюя",
    "с": "абвдеиклмнопрстуфхцчшъыьюя",
    "т": "абвдеиклмнопрстуфцчыьюя",
    "у": "абвгдежзийклмнпрстфхцчшщэюя",
    "ф": "аеилорстуф",
    "х": "авеилмнорсту",
    "ц": "авеикоуы",
    "ч": "аеиклнортушь",
    "ш": "авеиклнотуь",
    "щ": "аеинуь",
    "ъ": "ея",
    "ы": "бвгдежзийклмнпрстхчшя",
    "ь": "бвгдезикмнстфцчшюя",
    "э": "вдйклмнпрстф",
    "ю": "бгджзклмнрстцчщю",
    "я": "бвгдежзйклмнпрстхцчщюя",
}
"""What follows each letter within a word, «ё» as «е»: the pairs that each make over 0.003 % of Russian text.

In right text 1 pair in 2500 is no pair of these; in text read in a wrong encoding every third one is.
"""
_PAIRS = {first + second for first, following in _FOLLOWING.items() for second in following}
_USUAL = set("«»„“”‘’‚—–‑−‐…№§•·°×±€₽¹²³½¼≤≥≠≈√→\u00a0\u2009\u202f\u2007\u00ad")
"""Signs of Russian text that are neither letters nor ASCII."""

READ_IN = ("cp1251", "cp1252", "mac_cyrillic", "koi8_r", "cp866", "iso8859_5", "mac_roman", "latin_1")
"""The encodings in which programs read by mistake; Windows' own first."""
SAVED_IN = {
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp866": "CP866 (DOS)",
    "iso8859_5": "ISO 8859-5",
    "mac_cyrillic": "MacCyrillic",
}
"""The encodings of one byte a letter in which Russian text is saved, each with its name."""
_WORST = 3
"""How many good pairs one capital in the middle of a word outweighs, or one sign that no Russian word has."""


def plausibility(text: str) -> tuple[int, int]:
    """How many neighbouring letters are as in Russian, and how much speaks against that."""
    good = bad = 0
    for first, second in pairwise(text):
        if _is_russian(first) and _is_russian(second):
            if first.islower() and second.isupper():
                bad += _WORST
            elif (first + second).lower().replace("ё", "е") in _PAIRS:
                good += 1
            else:
                bad += 1
        elif (_is_russian(first) and _is_foreign(second)) or (_is_foreign(first) and _is_russian(second)):
            bad += _WORST
    return good, bad


def _is_russian(letter: str) -> bool:
    return "А" <= letter <= "я" or letter in "Ёё"


def _is_foreign(sign: str) -> bool:
    """Whether no Russian word has it beside a letter: a Latin letter, a letter of another alphabet, a stray sign."""
    return sign.isalpha() if sign.isascii() else not _is_russian(sign) and sign not in _USUAL


def best_encoding(data: bytes) -> str | None:
    """The encoding of one byte a letter in which bytes are Russian text; None where they are in none of them."""
    words = b" ".join(word for word in set(_WORD_OF_BYTES.findall(data)) if not _IN_UTF8.search(word))
    scores = {name: _plausibility_of_a_file(words.decode(name, "replace")) for name in SAVED_IN}
    # In case of doubt Windows' own, the first: it is what Excel saves.
    name = max(scores, key=lambda name: scores[name][0] - scores[name][1])
    # A few rows may be in another encoding: they are found when the cells are looked at.
    return next((one for one in (name, *SAVED_IN) if scores[one][1] <= scores[one][0] * 2), None)


def _plausibility_of_a_file(text: str) -> tuple[int, int]:
    """Lines of a frame speak against it even where no Russian letter is near, as in an English table."""
    good, bad = plausibility(text)
    return good, bad + len(_FRAME.findall(text))


_FRAME = re.compile("[\u2500-\u259f]")
"""Lines of a frame, which CP866 has: read in it by mistake, an English apostrophe or dash is one."""
_IN_UTF8 = re.compile(rb"(?:[\xd0\xd1][\x80-\xbf]){3}")
_WORD_OF_BYTES = re.compile(rb"[^\s;,|\"]*[\x80-\xff][^\s;,|\"]*")


def misread(texts: Iterable[str]) -> tuple[int, str, str] | None:
    """The first text with a word that was read in a wrong encoding: its place, the word and what it likely was."""
    for place, text in enumerate(texts):
        if text.isascii():
            continue
        words = [word for word in _WORD.findall(text) if not word.isascii()]
        judged = {word: _before(word) for word in words}
        if len(_IN_CAPITALS.findall(text)) >= _MANY and (meant := _before_capitals(text)):
            return place, text, meant
        certain = [word for word in words if judged[word][1] >= _CERTAIN]
        likely = [word for word in words if judged[word][1]]
        # One short word may be an abbreviation: «ФГБО» would be «тцан» in another encoding.
        if certain or (len(likely) > 1 and len(likely) * 2 > len([word for word in words if len(word) > 2])):
            word = (certain or likely)[0]
            return place, word, _before(word)[0]
    return None


_WORD = re.compile(r"[^ \t\r\n|]+")
_CERTAIN = 12
_LIKELY = 4
"""By how much the word before it was misread is more like Russian than what stands there."""


def _before_capitals(text: str) -> str:
    """What a text was whose small letters became capitals and the other way about, as in KOI8-R; "" for any other."""
    good, bad = plausibility(text)
    turned = max((text.translate(table) for table in _TURNS), key=_likeness)
    right, wrong = plausibility(turned)
    return turned if wrong * _SURE <= right and right - wrong - good + bad >= _CERTAIN else ""


_IN_CAPITALS = re.compile("(?<![А-яЁё])[а-яё]?[А-ЯЁ]{3,}(?![а-яё])")
_MANY = 3
_SURE = 10


@lru_cache(maxsize=1 << 16)  # the same words stand in many cells, and a dataset is read more than once
def _before(word: str) -> tuple[str, int]:
    """The word before it was misread, and how sure that is; 0 where it was not."""
    if _MISREAD_UTF8.search(word):
        names = [name for name, pairs in _UTF8_READ_IN.items() if pairs.search(word)]
        meant = [word.encode(name, "replace").decode("utf-8", "replace").replace("\ufffd", "…") for name in names]
        return min(meant, key=lambda text: text.count("?") + text.count("…")), _CERTAIN
    is_english = _FRAME.search(word) and not any(map(_is_russian, word))
    return _english_before(word) if is_english else _russian_before(word)


def _english_before(word: str) -> tuple[str, int]:
    turned = (word.translate(table) for table in _TURNS)
    meant = next((one for one in turned if all(sign.isascii() or sign in _USUAL for sign in one)), "")
    return meant, _CERTAIN if meant else 0


def _russian_before(word: str) -> tuple[str, int]:
    good, bad = plausibility(word)
    if not bad and not _STRANGE.search(word):
        return "", 0
    turned = max((word.translate(table) for table in _TURNS), key=_likeness)
    gain = _likeness(turned) - (good - bad)
    letters = [sign for sign in turned if _is_russian(sign)]
    has_signs = _STRANGE.search(word)
    right, wrong = plausibility(turned)
    # A name may have pairs of letters that words have not.
    if (
        wrong * 5 > (right if has_signs else 0)
        or len(letters) < (_FEWEST_LETTERS if not _FOREIGN_INSIDE.search(word) else 2)
        or len(letters) * 5 < len(word) * 3
        or _BROKEN.search(turned)
    ):
        return "", 0
    if not has_signs and any(letter.isupper() for letter in letters[1:]):
        return "", 0  # letters of Windows turn to capitals of KOI8-R, which few texts are in
    if gain < (1 if has_signs else _LIKELY):
        return "", 0
    return turned, _CERTAIN if has_signs else gain


def _likeness(text: str) -> int:
    good, bad = plausibility(text)
    return good - bad


_FEWEST_LETTERS = 4
_FOREIGN_INSIDE = re.compile("[ЃЌЉЊЅЄ][а-яё]|[а-яё][ЃЌЉЊЅЄ]")
"""No Russian word has these letters, however short it is."""
_SERBIAN = "[ЂЃѓЉЊЌЋЏђљњќћџѕЅјЈ]"
_STRANGE = re.compile(
    rf"[\u0080-\u024f]{{3}}|[\u2500-\u259f]|{_SERBIAN}(?=[а-яё])|(?<=[а-яё]){_SERBIAN}|(?<![А-яЁё])[а-яё][А-ЯЁ]{{4}}"
    rf"|[^\u0000-\u007fА-яЁё{''.join(sorted(_USUAL))}]{{4}}"
    r"|[€√∆≈ƒ÷◊¬][а-яё]|[а-яё][€√∆≈ƒ÷◊¬]|(?<![^\s«„“(])[”’‘][а-яё]{2}|[а-яё]№[а-яёѐ-џ]"
)
"""What no Russian word has: three accents in a row, lines of a frame, a Serbian letter, capitals behind, signs."""
_BROKEN = re.compile("[а-яё][^-А-Яа-яёЁ./()]+[а-яё]", re.IGNORECASE)


def _turn(read: str, saved: str) -> dict[int, str]:
    """What each letter read in one encoding is in another."""
    high = [bytes([number]) for number in range(0x80, 0x100)]
    letters = {one.decode(read, "replace"): one.decode(saved, "replace") for one in high}
    return {ord(was): now for was, now in letters.items() if was != "\ufffd"}


_TURNS = [_turn(read, saved) for read in READ_IN for saved in SAVED_IN if read != saved]


def _misread_utf8(name: str) -> re.Pattern[str]:
    """Russian letters of two bytes, and marks such as « and — of three, each byte read as a letter."""

    def letters(*numbers: int) -> str:
        return "".join(re.escape(bytes([number]).decode(name, "ignore")) for number in numbers)

    later = f"[{letters(*range(0x80, 0xC0))}]"
    return re.compile(
        rf"(?:[{letters(0xD0, 0xD1)}]{later}[^ \w]?){{3,}}|{letters(0xE2, 0x80)}{later}|{letters(0xE2, 0x84)}{later}"
        rf"|{letters(0xEF, 0xBB, 0xBF)}|{letters(0xEF, 0xBF, 0xBD)}"
    )


_UTF8_READ_IN = {name: _misread_utf8(name) for name in READ_IN}
_MISREAD_UTF8 = re.compile("|".join(pairs.pattern for pairs in _UTF8_READ_IN.values()))


_LOOKS_LATIN = set("авекмнорстухАВЕКМНОРСТУХіІјЈѕЅ")
_LOOKS_CYRILLIC = set("aekmopcyxABEKMHOPCTYXiIjJsSut")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SHORTEST_WORD = re.compile(r"(?<!\S)[aocy](?=\s[«„(]?[А-Яа-яЁё])|(?:^|(?<=[.!?]\s))[ABCKOY](?=\s[а-яё])")
"""A Latin letter that looks like one of the shortest Russian words and stands where one would."""


@lru_cache(maxsize=1 << 14)
def look_alike(text: str) -> tuple[str, str] | None:
    """A word with a letter of another alphabet that only looks right, and the letter; None where there is none.

    Words that mix alphabets so that anybody sees it are names: «ПитерLand».
    """
    if text.isascii() or not _LATIN.search(text):
        return None
    for word in _LETTERS.findall(text):
        latin = [letter for letter in word if letter.isascii()]
        others = [letter for letter in word if _CYRILLIC.match(letter)]
        if latin and others:
            if set(latin) <= _LOOKS_CYRILLIC and len(latin) <= len(others):
                return word, latin[0]
            if set(others) <= _LOOKS_LATIN:
                return word, others[0]
    if found := _SHORTEST_WORD.search(text):
        return found[0], found[0]
    return None


_OUT_OF_PLACE = re.compile(
    r"[ЂЃѓЉЊЌЋЏђљњќћџЈјЅѕ]"  # MacCyrillic read as Windows-1251, and the other way round
    r"|[¬√ƒ€\u2500-\u257f](?=[А-яЁё])|(?<=[а-яё])[€√ƒ\u2500-\u257f]"
    r"|^\u00a0(?=[а-яё])"
    r"|[À-ÿ]{3,}"  # Windows-1251 read as ISO 8859-1
    r"|(?<![А-яЁё])[а-яё][А-ЯЁ]{2,}"  # KOI8-R: small letters and capitals changed places
)
_FEWEST = 4


def out_of_place(text: str) -> str | None:
    """What a short Russian text has in it only where it was read in a wrong encoding; None for a sound one.

    Stricter than `misread`, for names: a table's texts are longer and may quote anything.
    """
    if found := _OUT_OF_PLACE.search(text):
        return found[0]
    good, bad = plausibility(text)
    if bad >= max(good, _FEWEST):
        return text
    if text.isupper() and " " in text:  # capitals alone may be abbreviations
        turned = max((text.translate(table) for table in _TURNS), key=_likeness)
        return text if not plausibility(turned)[1] and _likeness(turned) - good + bad >= _LIKELY else None
    return None


describe(
    "look_alike",
    "«{value}» — в слове «{word}» буква «{letter}» не того алфавита: выглядит так же, но поиск слово не найдёт.",
    "Наберите слово заново на одной раскладке клавиатуры.",
)
