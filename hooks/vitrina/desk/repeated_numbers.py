"""How often a document prints a number where a figure of the tables stands: the tables may not have all of them."""

import re

from vitrina.dataset.programme import Programme
from vitrina.dataset.tables.columns import Quotation
from vitrina.decrees.amounts import NUMBER
from vitrina.words.numbers import SPACES

_HEADING = re.compile(r"\s*(?:приложение\b|раздел\s+\d|паспорт\b|\d{1,2}\.\s+[А-ЯЁ][^;]*$)", re.IGNORECASE)


def digits_of(printed: str) -> str:
    """A number as it can be compared: without spaces, with a comma."""
    return re.sub(rf"[{SPACES}]", "", printed).replace(".", ",")


def times_printed(programme: Programme, quotation: Quotation, digits: str) -> int:
    """Between the headings around a quotation; 1 of a document whose text is not at hand."""
    quoted = programme.quoted.get(quotation.document)
    passage = quoted.passages.get(quotation) if quoted else None
    if quoted is None or passage is None:
        return 1
    at, _ = passage.spans[passage.own]
    lines = tuple(quoted.text.lines)
    headings = [line.start for line in lines if _HEADING.match(line.text)]
    first = max((start for start in headings if start <= at), default=0)
    last = min((start for start in headings if start > at), default=len(quoted.text.whole) + 1)
    numbers = (found["number"] for line in lines if first <= line.start < last for found in NUMBER.finditer(line.text))
    return sum(digits_of(number) == digits for number in numbers)
