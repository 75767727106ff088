"""The date and number of a decree, as its head prints them, and the latest day of which a text without a date tells."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from babel.dates import get_month_names

from vitrina.decrees.blocks import Block, Grid, section_above
from vitrina.desk.written_tables import Cells

_MONTHS = [name.lower() for name in get_month_names("wide", "format", "ru").values()]
_DAY = r"(?P<day>\d\d?)\.(?P<month>\d\d)\.(?P<year>\d{4})"
_DATE = (
    rf"(?:от\s*)?(?:{_DAY}|[«\"]?(?P<named_day>\d\d?)[»\"]?\s+(?P<named>{'|'.join(_MONTHS)})\s+(?P<named_year>\d{{4}}))"
)
_NUMBER = r"№\s*(?P<number>\d[\w/-]*)"
_ISSUED = re.compile(rf"(?<![\d.]){_DATE}(?:\s*(?:г\.?|года))?[^№\d]{{0,60}}?{_NUMBER}", re.IGNORECASE)
_BLANK = re.compile(r"от[\s_.«»\"]*_[\s_.\d«»\"]*(?:г\.?)?\s*№[\s_]*_\S*")
_AS_OF = re.compile(rf"по\s+состоянию\s+на\s+{_DAY}", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:\d+\.\s*)?(?:паспорт|о\s+внесении\s+изменени)", re.IGNORECASE)
_LONGEST_HEAD = 25  # paragraphs


def requisites_of(blocks: Sequence[Block]) -> Cells:
    """The cells of `documents.csv` that say when a decree was issued, under which number, and how it prints that."""
    head = "\n".join(_head(blocks))
    issued, blank = _ISSUED.search(head), _BLANK.search(head)
    if issued and not (blank and blank.start() < issued.start()) and (day := _day(issued)):
        return {"date": day, "number": issued["number"], "requisites_words": " ".join(issued.group().split())}
    if blank:
        words = " ".join(blank.group().split())
        return {"date_status": "left-blank", "number_status": "left-blank", "requisites_words": words}
    return {"date_status": "no-data", "number_status": "no-data"}


def latest_fact(blocks: Sequence[Block]) -> Cells:
    """The latest day as of which the text gives figures, its place and its sentence; nothing where it names none."""
    found = []
    for number, block in enumerate(blocks):
        if isinstance(block, Grid):
            continue
        for told in _AS_OF.finditer(block.text):
            if day := _day(told):
                start = max(block.text.rfind(". ", 0, told.start()) + 1, 0)
                end = re.compile(r"[.;](?=\s|$)").search(block.text, told.end())
                words = " ".join(block.text[start : end.start() if end else None].split())
                found.append((day, section_above(blocks[:number]) or block.place, words))
    if not found:
        return {}
    day, place, words = max(found, key=lambda one: one[0])
    return {"facts_until": day, "facts_until_place": place, "facts_until_words": words}


def _head(blocks: Sequence[Block]) -> Iterator[str]:
    """What stands at the head of a decree: its date and number are there, not those of other decrees."""
    for block in blocks[:_LONGEST_HEAD]:
        if isinstance(block, Grid):
            if any(_TITLE.match(row[0]) for row in block.rows) or len(block.rows) > 2:
                return
            yield from (" ".join(dict.fromkeys(cell for cell in row if cell.strip())) for row in block.rows)
        elif _TITLE.match(block.text):
            return
        else:
            yield block.text


def _day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    try:
        if groups.get("named"):
            return date(int(found["named_year"]), _MONTHS.index(found["named"].lower()) + 1, int(found["named_day"]))
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
