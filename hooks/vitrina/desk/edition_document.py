"""The row of `documents.csv` of a decree or a report that comes to a programme, and what forbids that it comes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import City, Programme
from vitrina.decrees.blocks import Block, Grid
from vitrina.decrees.decree import Decree, read_decree
from vitrina.decrees.files import read_blocks
from vitrina.decrees.quotes import quotes_of
from vitrina.desk.decree_rows import DecreeFile, title_of
from vitrina.desk.recognised import plain_name
from vitrina.desk.requisites import latest_fact, requisites_of
from vitrina.desk.written_tables import Cells
from vitrina.output import Refused
from vitrina.words.catalogue import sentence

Kind = Literal["edition", "amendment", "report"]
_HEAD = 30  # paragraphs
_OF_PROGRAMME = re.compile(r"программ[а-яё]+\s*$", re.IGNORECASE)
_ALIKE = 0.7
_TELLS = re.compile(r"отч[её]т|информаци|сведени|о\s+ходе|об?\s+исполнени|об\s+использовани", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"за\s+(?P<year>20\d\d)\s+год(?!ы)", re.IGNORECASE)
_OF_LESS = re.compile(r"квартал|полугоди|месяц", re.IGNORECASE)


class NotAdded(Refused):
    """The document cannot be added; `problems` are those that the check would have with its rows."""

    def __init__(self, said: str, problems: Sequence[Problem] = (), **values: object) -> None:
        super().__init__(said, **values)
        self.problems = tuple(problems)


def kind_of(decree: Decree, blocks: Sequence[Block]) -> Kind:
    """A report tells what was spent or reached, and is no programme."""
    if decree.amendments or decree.passport.of("name"):
        return "edition" if decree.is_whole else "amendment"
    stages = {value.stage for value in decree.money.values}
    stages |= {value.stage for one in decree.indicators for value in one.values}
    is_report = "actual" in stages and any(_TELLS.search(text) for text in _head(blocks))
    return "report" if is_report else "amendment"


def file_of(decree: Path, programme: Programme, city: City) -> DecreeFile:
    """The decree with the id that its document gets. Raises `OSError` and `UnreadableText`."""
    blocks = read_blocks(decree)
    read = read_decree(blocks)
    name = "-".join((kind_of(read, blocks), _when(read, blocks, programme)))
    taken = {str(one) for columns in programme.tables.values() for one in columns.get("id", ())}
    identity = next(one for one in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    sources = frozenset(source.id for source in city.sources)
    return DecreeFile(programme.line.id, identity, read, blocks, None, sources).with_text_of(decree)


def title_of_same(file: DecreeFile, programme: Programme) -> str | None:
    """What the document is called that has been added before. Raises `NotAdded` where another file has its number."""
    issued = requisites_of(file.blocks)
    facts = _facts(file) if kind_of(file.decree, file.blocks) == "report" else {}
    for one in programme.documents:
        quoted = programme.quoted.get(one.id)
        known = {one.sha256, quoted.text.sha256 if quoted else None} - {None, ""}
        if file.sha256 and file.sha256 in known:
            return one.title
        is_same = "date" in issued and (one.date, one.number) == (issued["date"], issued["number"])
        is_same = is_same or (bool(facts) and one.kind == "report" and one.facts_until == facts["facts_until"])
        if is_same and file.sha256 and known:
            raise NotAdded(
                sentence("Такой документ уже есть: «{title}», но файл другой. Таблицы не тронуты."), title=one.title
            )
        if is_same:
            return one.title
    return None


def refuse_other(file: DecreeFile, programme: Programme) -> None:
    """Raises `NotAdded` for a decree that names another programme, and this one nowhere."""
    texts = [text for text in _head(file.blocks) if not file.decree.amendments or "внес" in text.lower()]
    names = [name for text in texts for name in _programmes_in(text)]
    names += [title_of(file.decree)] if file.decree.is_whole and title_of(file.decree) else []
    if names and not any(_alike(plain_name(programme.name), plain_name(name)) for name in names):
        raise NotAdded(
            sentence("Документ говорит о программе «{other}», а в таблицах «{name}». Таблицы не тронуты."),
            other=names[0], name=programme.name,
        )  # fmt: skip


def document_row(file: DecreeFile, programme: Programme) -> Cells:
    """Raises `NotAdded` where it does not say when it was issued, or until when it tells."""
    kind = kind_of(file.decree, file.blocks)
    issued = {**requisites_of(file.blocks)}
    if file.text is not None and str(issued.get("requisites_words", "")) not in file.text:
        issued.pop("requisites_words", None)
    facts = _facts(file) if kind == "report" else {}
    if kind == "edition" and "date" not in issued:
        facts = {**latest_fact(file.blocks)}
    if kind == "report" and not facts:
        raise NotAdded(
            sentence("Не видно, за какой год этот отчёт. Впишите в его начало «за 2021 год». Таблицы не тронуты.")
        )
    if kind != "report" and "date" not in issued and not facts:
        raise NotAdded(
            sentence(
                "В начале документа не видно его даты и номера. Впишите их туда, например «от 15.06.2021 № 214-п», "
                "и повторите. Таблицы не тронуты."
            )
        )
    return {
        "id": file.document, "sequence": max(one.sequence for one in programme.documents) + 1,
        "kind": "report" if kind == "report" else "edition", "title": _title(file, programme, {**issued, **facts}),
        "covers": "whole" if kind == "edition" else "part", "publication": "published",
        "sha256": file.sha256 if file.text is not None else None, **issued, **facts,
    }  # fmt: skip


def _title(file: DecreeFile, programme: Programme, known: Cells) -> str:
    day, until = known.get("date"), known.get("facts_until")
    of = f"от {day:%d.%m.%Y} № {known['number']}" if isinstance(day, date) else "проект"
    match kind_of(file.decree, file.blocks):
        case "edition":
            return f"Программа «{title_of(file.decree) or programme.name}», редакция {of}"
        case "report" if isinstance(until, date):
            last = (until.month, until.day) == (12, 31)
            return f"Отчёт за {until.year} год" if last else f"Отчёт по состоянию на {until:%d.%m.%Y}"
    return f"Изменения {of}"


def _facts(file: DecreeFile) -> Cells:
    """Until when a report tells; nothing where it says of no whole year."""
    if told := latest_fact(file.blocks):
        return told
    head = _head(file.blocks)
    found = next((one for text in head for one in _OF_A_YEAR.finditer(text)), None)
    if found is None or any(_OF_LESS.search(text) for text in head):
        return {}
    words = " ".join(found.group().split())
    return {
        "facts_until": date(int(found["year"]), 12, 31),
        "facts_until_words": words if file.text is None or words in file.text else None,
    }


def _when(decree: Decree, blocks: Sequence[Block], programme: Programme) -> str:
    issued = requisites_of(blocks).get("date")
    if isinstance(issued, date):
        return issued.isoformat()
    year = next((one["year"] for text in _head(blocks) for one in _OF_A_YEAR.finditer(text)), None)
    is_report = kind_of(decree, blocks) == "report"
    return year if is_report and year else str(len(programme.documents) + 1)


def _head(blocks: Sequence[Block]) -> list[str]:
    return [
        text
        for block in blocks[:_HEAD]
        for text in ([" ".join(dict.fromkeys(block.rows[0]))] if isinstance(block, Grid) else [block.text])
    ]


def _programmes_in(text: str) -> Iterator[str]:
    """Names behind the word «программы», in quotations within others too."""
    for quote in quotes_of(text):
        if _OF_PROGRAMME.search(text[: quote.start]):
            yield quote.text
        yield from _programmes_in(quote.text)


def _alike(own: str, other: str) -> bool:
    """Whether two names may be of one programme: one is longer by the name of the city, or has a letter mistyped."""
    return own in other or other in own or SequenceMatcher(None, own, other).ratio() > _ALIKE
