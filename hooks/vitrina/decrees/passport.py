"""Reads the passport of a programme: names, period, responsible bodies, goal, tasks, subprogrammes and results."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.blocks import Block, Grid, Paragraph, section_above
from vitrina.decrees.joining import joined
from vitrina.decrees.values import Doubt

Subject = Literal[
    "name", "basis", "executor", "coexecutor", "subprogramme", "goal", "task", "indicators", "period", "resources",
    "result",
]  # fmt: skip

_OF_PROGRAMME = r"(?:\s+(?:реализации\s+)?(?:муниципальной|государственной|ведомственной)?\s*(?:целевой\s+)?программы)?"
_TITLES: Mapping[Subject | Literal["goal-and-task", "other"], str] = {
    "name": rf"(?:полное\s+)?наименование{_OF_PROGRAMME}",
    "basis": r"основани[ея]\s+(?:для\s+)?(?:разработки|принятия|создания)",
    "coexecutor": r"соисполнител[ьи]|участник[и]?(?=\s+(?:муниципальной|государственной|программы)|\s*$)",
    "executor": r"ответственн(?:ый|ые)\s+исполнител[ьи]|(?:муниципальный\s+)?заказчик|координатор|разработчик",
    "goal-and-task": r"(?:основные\s+)?цел[ьи]\s+и\s+(?:основные\s+)?задачи",
    "goal": r"(?:основн(?:ая|ые)\s+|стратегическ(?:ая|ие)\s+)?цел[ьи](?:\s*\(цел[ьи]\))?(?!в)",
    "task": r"(?:основные\s+)?задач[аи]",
    "subprogramme": r"(?:перечень\s+)?подпрограмм(?:ы|\s)(?!\s*№?\s*\d)|подпрограмм(?:ы)?\s*$|структура\s+программы",
    "indicators": r"(?:перечень\s+|важнейшие\s+|основные\s+)?(?:целев(?:ых|ые)\s+)?(?:\(?индикатор|показател)[а-яё]+",
    "period": r"(?:этап[ы]?\s+и\s+)?срок[и]?(?:\s+и\s+этапы)?\s+(?:\(?этапы\)?\s+)?реализации|период\s+реализации",
    "resources": r"ресурсное\s+обеспечение|объ[её]м[ы]?\s+(?:и\s+источники?\s+)?(?:бюджетных\s+)?"
    r"(?:финансирования|ассигнований|финансового|ресурсного|средств)|финансовое\s+обеспечение|источники\s+финансирования"
    r"|информация\s+по\s+ресурсному",
    "result": r"(?:основные\s+)?(?:ожидаемые|конечные|планируемые)\s+(?:конечные\s+|непосредственные\s+)*"
    r"результаты|показатели\s+социально",
    "other": r"система\s+(?:организации\s+)?(?:контроля|управления)|перечень\s+(?:объектов|мероприятий)"
    r"|(?:основные\s+)?мероприятия|куратор|контроль\s+за",
}
"""How passports call what stands beside; what is more special before what is more general."""
_TITLE = {subject: re.compile(rf"\s*(?:\d+\.?\s+)?(?:{form})", re.IGNORECASE) for subject, form in _TITLES.items()}
_REST_OF_TITLE = re.compile(
    r"(?:[\s,()«»/-]|(?:муниципальн|государственн|ведомственн|целев|отдельн|показател|индикатор|результативност|значени"
    r"|программ|подпрограмм|мероприяти|реализаци|этап|срок|источник|обеспечени|финансирован|бюджетн|ассигнован|конечн"
    r"|результат|ожидаем|основн|исполнител|соисполнител|участник|разработчик|разработк|задач|цел|раз|годам|объ[её]м|и\b"
    r"|в\b|с\b|том\b|числе\b|по\b|их\b|на\b|е[её]\b|разбивк|указани)[а-яё]*)*",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"(?:^|\s)паспорт(?:\s|$)", re.IGNORECASE)
_SECTION = re.compile(
    r"\s*(?:раздел\s+)?(?:\d+|[IVX]+)[.)]?\s*(?:характеристик|общ[а-яё]+\s+(?:положени|характеристик)|содержани|анализ"
    r"|текущ|основн[а-яё]+\s+(?:приоритет|цел[ьи]|направлен|разработчик)|приоритет|цел[ьи],?\s+(?:и\s+)?задач|механизм"
    r"|сфер|обоснован|перечень|информаци|прогноз|введени|описани)",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s*|(?:задача|цель)\s+"
                   r"(?P<named>\d{1,2})\s*[.:–-]*\s*|[-‐-―•·*]\s*)(?=\D)", re.IGNORECASE)  # fmt: skip
_SUBPROGRAMME = re.compile(
    r"\s*(?:[-‐-―•·]\s*|\d{1,2}[.)]\s*)?(?:подпрограмма\s*(?:№\s*)?(?P<number>\d{1,2}|[IVX]{1,4})?[\s.:–—-]*)?"
    r"(?P<name>.*\S)",
    re.IGNORECASE | re.DOTALL,
)
_WILL = re.compile(r"(?:позволит|ожидаем[а-яё]+\s+результат[а-яё]*|обеспечит)[^.;]{0,60}:\s*$", re.IGNORECASE)
_NONE = re.compile(r"(?:отсутству[а-яё]+|нет|не\s+(?:предусмотр|имеет)[а-яё]*(?:\s.*)?|[-‐-―]+)", re.IGNORECASE)
_END = ".;, "
_WIDEST = 4  # cells of a row: its number, title, text and perhaps a note
_LONGEST_TITLE = 160  # letters


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the passport says, in its own words."""

    subject: Subject
    text: str
    """Without the number, the mark of a list or the sign that parts it from the next entry."""
    place: str
    number: str = ""
    """As printed; empty where the document gives none."""
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_sure(self) -> bool:
        return not self.doubts


@dataclass(frozen=True, slots=True)
class Passport:
    entries: tuple[Entry, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    """The title of the passport's row, by the place of each paragraph in it."""

    def of(self, subject: Subject) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.subject == subject)


@dataclass(slots=True)
class _Section:
    subject: Subject | Literal["goal-and-task", "other"]
    title: str
    lines: list[Paragraph]

    @property
    def place(self) -> str:
        return f"Паспорт, «{self.title}»"


def read_passport(blocks: Sequence[Block]) -> Passport:
    """The passport of the programme, the first of the document: those of its subprogrammes are not read."""
    sections = tuple(_sections(blocks))
    entries = [entry for section in sections for entry in _entries(section)]
    if not any(entry.subject == "result" for entry in entries):
        entries += _results(blocks)
    places: dict[str, set[str]] = {}
    for section in sections:
        for line in section.lines:
            places.setdefault(line.place, set()).add(section.place)
    # A page of a PDF is the place of many rows.
    return Passport(tuple(entries), {place: titles.pop() for place, titles in places.items() if len(titles) == 1})


def _sections(blocks: Sequence[Block]) -> Iterator[_Section]:
    start = next((n for n, block in enumerate(blocks) if _begins(block)), None)
    if start is None:
        return
    section: _Section | None = None
    for block in blocks[start:]:
        if isinstance(block, Grid):
            yield from [section] if section else []
            section = None
            rows = tuple(_sections_of_grid(block))
            yield from rows
            if len(rows) > 2:
                return
            continue
        if section and (
            _SECTION.match(block.text) or (_PASSPORT.search(block.text) and len(block.text) < _LONGEST_TITLE)
        ):
            break
        if title := _titled(block.text):
            yield from [section] if section else []
            subject, words, rest = title
            section = _Section(subject, words, [Paragraph(rest, block.place)] if rest else [])
        elif section:
            section.lines.append(block)
    yield from [section] if section else []


def _begins(block: Block) -> bool:
    if isinstance(block, Grid):
        narrow = (row for row in block.rows if len({cell for cell in row if cell.strip()}) <= _WIDEST)
        return len({_subject(row[0]) for row in narrow} - {None}) > 2
    return bool(_PASSPORT.search(block.text)) and len(block.text) < _LONGEST_TITLE


def _sections_of_grid(grid: Grid) -> Iterator[_Section]:
    """Rows of a title and a text; a row whose first cell is empty or repeated goes on with the one before."""
    section: _Section | None = None
    for number, row in enumerate(grid.rows, 1):
        cells = [cell for cell in dict.fromkeys(row) if cell.strip()]
        if cells and re.fullmatch(r"\s*\d{1,2}[.)]?\s*", cells[0]):
            cells = cells[1:]
        subject = _subject(cells[0]) if cells else None
        place = grid.place_of(number)
        lines = [Paragraph(line, place) for cell in cells[1:] for line in cell.split("\n") if line.strip()]
        if subject and lines:
            yield from [section] if section else []
            section = _Section(subject, _one_line(cells[0]), lines)
        elif section and cells and not subject:
            section.lines += lines or [Paragraph(line, place) for line in cells[0].split("\n") if line.strip()]
    yield from [section] if section else []


def _subject(title: str) -> Subject | Literal["goal-and-task", "other"] | None:
    if len(title) > _LONGEST_TITLE:
        return None
    title = _one_line(title)
    return next((subject for subject, form in _TITLE.items() if form.match(title)), None)


def _titled(text: str) -> tuple[Subject | Literal["goal-and-task", "other"], str, str] | None:
    """What a paragraph is the title of, the title, and what stands behind it in the same paragraph; None of a text."""
    subject = next((subject for subject, form in _TITLE.items() if form.match(text)), None)
    if subject is None:
        return None
    found = _TITLE[subject].match(text)
    rest = _REST_OF_TITLE.match(text, found.end() if found else 0)
    end = rest.end() if rest else 0
    title, behind = text[:end].strip(" \t,(-"), text[end:]
    if not behind.strip(" :.–—-"):
        return subject, _one_line(title), ""
    start = end - 1 if text[end - 1 : end].isspace() else end
    if split := re.match(r"\s*(?::|\t|\s{3,}|\s[-‐-―]\s)\s*(?=\S)", text[start:]):
        return subject, _one_line(title), text[start + split.end() :].strip()
    if subject == "indicators" and re.match(r"\s*(?:представлен|привед[её]н|изложен|указан|содержит)", behind):
        return subject, _one_line(title), text.strip()
    return None


def _entries(section: _Section) -> Iterator[Entry]:
    lines = tuple(one for one in joined(section.lines) if isinstance(one, Paragraph))
    if section.subject == "other" or not lines:
        return
    if section.subject == "goal-and-task":
        yield from _goal_and_tasks(section, lines)
    elif section.subject in {"name", "period", "indicators", "resources"}:
        yield _whole(section, section.subject, lines)
    elif section.subject == "subprogramme":
        yield from _subprogrammes(section, lines)
    else:
        yield from _listed(section.subject, section.place, lines)


def _whole(section: _Section, subject: Subject, lines: Sequence[Paragraph]) -> Entry:
    if subject == "resources":
        return Entry(subject, _one_line(lines[0].text).split(", в том числе")[0].rstrip(_END + ":"), section.place)
    text = " ".join(_one_line(line.text) for line in lines)
    if subject == "name":
        text = re.sub(r"\s*\(далее[^)]*\)\s*$", "", text)
    doubts: tuple[Doubt, ...] = ("year",) if subject == "period" and len(naming.years_of(text)) != 1 else ()
    return Entry(subject, text.rstrip(_END) if subject == "name" else text.strip(), section.place, doubts=doubts)


def _goal_and_tasks(section: _Section, lines: Sequence[Paragraph]) -> Iterator[Entry]:
    """One cell holds both: what stands before «Задачи:» is the goal."""
    first = next((n for n, line in enumerate(lines) if re.match(r"\s*задач[аи]\b", line.text, re.IGNORECASE)), None)
    if first is None:
        yield from (
            Entry("goal", one.text, one.place, one.number, ("words",)) for one in _listed("goal", section.place, lines)
        )
        return
    above = [
        Paragraph(re.sub(r"^\s*цел[ьи][^:]*:\s*", "", one.text, flags=re.IGNORECASE), one.place)
        for one in lines[:first]
    ]
    below = [
        Paragraph(re.sub(r"^\s*задачи[^:]*:\s*", "", one.text, flags=re.IGNORECASE), one.place) for one in lines[first:]
    ]
    yield from _listed("goal", section.place, [one for one in above if one.text.strip()])
    yield from _listed("task", section.place, [one for one in below if one.text.strip()])


def _listed(subject: Subject, place: str, lines: Iterable[Paragraph]) -> Iterator[Entry]:
    """The entries of a list: each begins with a number or a mark, or behind the «;», «,» or «.» that ends the last."""
    items: list[tuple[str, list[str]]] = []
    for line in (part for one in lines for part in _parted(one.text)):
        mark = _MARK.match(line)
        goes_on = items and mark is None and not re.search(r"[;.,]\s*$", items[-1][1][-1]) and not line[:1].isupper()
        if goes_on or (items and mark is None and items[-1][0]):
            items[-1][1].append(line)
        else:
            number = (mark["number"] or mark["named"] or "") if mark else ""
            items.append((number, [line[mark.end() :] if mark else line]))
    for number, parts in items:
        text = _one_line(" ".join(parts)).strip(_END)
        if text and not _NONE.fullmatch(text):
            yield Entry(subject, text, place, number)


def _parted(text: str) -> Iterator[str]:
    """Entries of a list that stand in one paragraph."""
    yield from (part.strip() for part in re.split(r"\n|(?<=;)\s+(?=\d{1,2}\s*[.)]|[-‐-―•]\s)", text) if part.strip())


def _subprogrammes(section: _Section, lines: Sequence[Paragraph]) -> Iterator[Entry]:
    parts = [
        part.strip()
        for line in lines
        for part in re.split(r"(?<=;)\s+|\n(?=\s*(?:подпрограмма|\d{1,2}[.)]|[-‐-―•]))", line.text, flags=re.IGNORECASE)
        if part.strip(_END)
    ]
    for part in parts:
        found = _SUBPROGRAMME.fullmatch(_one_line(part).strip(_END))
        if found is None or _NONE.fullmatch(found["name"]):
            continue
        name = found["name"].strip(_END)
        quoted = re.fullmatch(r"[«\"“](.*)[»\"”]", name, re.DOTALL)
        listed = _MARK.match(part)
        own = found["number"] or (listed["number"] if listed else "") or ""
        is_named = bool(quoted or found["number"])
        yield Entry(
            "subprogramme",
            quoted[1] if quoted else name,
            section.place,
            str(naming.arabic(own)) if own else "",
            () if is_named else ("name",),
        )


def _results(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Results that stand in the text behind «…позволит:», as a list."""
    for number, block in enumerate(blocks):
        if (
            not isinstance(block, Paragraph)
            or not _WILL.search(block.text)
            or naming.line_of(block.text) not in {None, "programme"}
        ):
            continue
        items = []
        for line in blocks[number + 1 :]:
            if not isinstance(line, Paragraph) or not _MARK.match(line.text):
                break
            items.append(line)
            if line.text.rstrip().endswith("."):
                break
        if items:
            heading = section_above(blocks[:number])
            yield from _listed("result", f"{heading}, {block.place}" if heading else block.place, items)
            return


def _one_line(text: str) -> str:
    return " ".join(text.split())
