"""Lines that the end of a line or of a page has cut, put together again."""

import re
from collections.abc import Iterator, Sequence

from vitrina.decrees.blocks import Block, Paragraph
from vitrina.words.numbers import SPACES

_BREAKS = re.compile(r"[:;.!?]\s*$")
_WORD = re.compile(r"^\s*[а-яёa-z]")
_UNIT = re.compile(r"^\s*(?:тыс|руб|млн|млрд|т\.\s?р)", re.IGNORECASE)
_DIGITS = re.compile(r"^\s*[,.]?\d{1,5}(?:[ \u00a0]\d{3})*(?:[,.]\d+)?[ \u00a0]*(?:тыс|руб|млн)")
_WHOLE = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})*,?\s*$")
_UNFINISHED = re.compile(r"(?:\w\s*[-‐-―]|\b(?:в|на|за|из|по|с))\s*$", re.IGNORECASE)
_YEAR_END, _OF_YEAR = re.compile(r"(?:19|20)\d\d\s*$"), re.compile(r"\s*(?:год|гг?\.)", re.IGNORECASE)
_AHEAD = re.compile(r"[-‐-―:]|состав[а-яё]+|размере|сумм", re.IGNORECASE)
"""What stands ahead of an amount."""
_OWN_START = re.compile(r"^\s*(?:в|на|за|по|из)\s+(?:(?:19|20)\d\d|средств|сч[её]т)|^\s*(?:19|20)\d\d", re.IGNORECASE)
_SCALE_END = re.compile(r"(?:тыс|млн|млрд)\.?\s*$", re.IGNORECASE)
_DASHED = re.compile(r"^\s*[-‐-―]\s*\d[\d \u00a0]*(?:[.,]\d+)?\s*(?:тыс|млн|млрд|руб)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_AMOUNT_ALONE = re.compile(
    rf"\s*(?:[-‐-―]\s*)?\d[\d{SPACES}]*(?:[.,]\d+)?[{SPACES}]*(?:тыс|млн|млрд)?\.?[{SPACES}]*руб[а-яё]*\.?\s*"
    rf"(?:[,;.:]\s*)?(?:в\s+том\s+числе.*)?",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"\s*(?:[-‐-―]\s*)?\d{1,3}(?:\s*[-‐-―])?\s*")


def joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, with each paragraph whole; where it was cut a line feed stays."""
    gathered: list[Paragraph] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and gathered:
            last = gathered[-1].text
            page = (
                _PAGE_NUMBER.fullmatch(block.text)
                and isinstance(following, Paragraph)
                and _goes_on(last, following.text)
            )
            if page or _goes_on(
                last if not _PAGE_NUMBER.fullmatch(last) else gathered[-2].text if len(gathered) > 1 else last,
                block.text,
            ):
                gathered.append(block)
                continue
        if gathered:
            yield _whole(gathered)
            gathered = []
        if isinstance(block, Paragraph):
            gathered = [block]
        else:
            yield block
    if gathered:
        yield _whole(gathered)


def _goes_on(line: str, following: str) -> bool:
    """Whether the end of a line has cut a sentence or a number; a row of cells is whole."""
    last = line.rpartition("\n")[2]
    if last.count("\t") > 1:
        return False
    has_number = re.search(r"\d", _YEAR.sub("", last))
    if (_SCALE_END.search(line) and re.match(r"\s*руб", following, re.IGNORECASE)) or (
        not has_number and _AMOUNT_ALONE.fullmatch(following)
    ):
        return True
    if _BREAKS.search(line) or re.search(r"\t|\s{3}|\|", following.strip()):
        return False
    if _is_within_phrase(line, following) or (re.search(r"\d\s*$|,\s*$", line) and _UNIT.match(following)):
        return True
    if _DASHED.match(following) or (_WHOLE.search(line) and _DIGITS.match(following) and _AHEAD.search(line)):
        return True
    return not re.search(r"\d\s*$", line) and bool(_WORD.match(following)) and not _OWN_START.match(following)


def _is_within_phrase(line: str, following: str) -> bool:
    """Whether a line ends within words that name one thing: «2022 | год», «2022 год – | 130,0», «в | 2022 году»."""
    if _YEAR_END.search(line) and _OF_YEAR.match(following):
        return True
    is_unfinished = _UNFINISHED.search(line) is not None and not _PAGE_NUMBER.fullmatch(line.rpartition("\n")[2])
    return is_unfinished and re.match(r"\s*\d", following) is not None


def _whole(lines: Sequence[Paragraph]) -> Paragraph:
    text = lines[0].text
    for one in lines[1:]:
        text = f"{text.rstrip()} {one.text.lstrip()}" if _is_within_phrase(text, one.text) else f"{text}\n{one.text}"
    return Paragraph(text, lines[0].place)
