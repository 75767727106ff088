"""From the blocks of a document to its money: which of them speak of funding, of which line, and in which unit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vitrina.decrees import naming
from vitrina.decrees.amounts import amounts_of, spoiled_numbers, unit_of
from vitrina.decrees.assignments import Service, is_of_assignments, services_of_grid
from vitrina.decrees.blocks import Block, Grid, Paragraph
from vitrina.decrees.codes import LineCodes, of_lines
from vitrina.decrees.continued import continued
from vitrina.decrees.execution import Told, executed
from vitrina.decrees.grids import is_numeric, values_of_grid
from vitrina.decrees.joining import joined
from vitrina.decrees.nodes import Node, below_headings, nodes_of, with_year_of_line
from vitrina.decrees.parts import Part, together
from vitrina.decrees.programmes import names_several
from vitrina.decrees.structure import Funding, values_of
from vitrina.decrees.sums import checked
from vitrina.decrees.text_tables import is_row, with_tables
from vitrina.decrees.titles import Title, title_of_report
from vitrina.decrees.values import PROGRAMME, LeftOut, Sum, Unit, Value, without_repetition

_LONGEST_SILENCE = 2
"""Paragraphs without money after which a funding block has ended."""
_LONGEST_HEADING = 300  # letters
_FEWEST_STRANGE_WORDS = 3  # of a sentence that speaks of something else
_HEADING = re.compile(
    r"^\s*(?:\d+(?:\.\d+)*\.?\s+)?(?:паспорт\s+)?(?:муниципальной\s+)?подпрограмм"
    r"|^\s*(?:приложени[ея]\b[^\n]{0,40}?\s)?к\s+(?:муниципальной\s+)?(?:под)?программ"
    r"|^\s*приложени[ея]\b[^\n]{0,40}?\sк\s+постановлен",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a decree says of money."""

    values: tuple[Value, ...]
    left_out: tuple[LeftOut, ...]
    sums: tuple[Sum, ...]
    codes: tuple[LineCodes, ...] = ()
    services: tuple[Service, ...] = ()
    """Those of tables of municipal assignments, whose costs are part of the money above."""


def read_money(blocks: Iterable[Block]) -> Reading:
    """Every amount of the programme's funding, sure or doubtful, and every other sum of money of the document."""
    whole = tuple(blocks)
    part = read_part(whole, PROGRAMME)
    return whole_reading([part.of_unknown_line() if names_several(whole) else part])


def read_part(blocks: Iterable[Block], line: str) -> Part:
    """The same of a part, which speaks of `line` until a heading names another."""
    put_together = tuple(joined(tuple(continued(with_tables(tuple(blocks))))))
    unread = [
        LeftOut(_short(one.text), one.place, "unruled")
        for one in put_together
        if isinstance(one, Paragraph) and is_row(one.text) and not _has_money(one.text)
    ]
    return together([*(_read(group) for group in _groups(put_together, line)), Part(left_out=tuple(unread))])


def whole_reading(parts: Iterable[Part]) -> Reading:
    """The parts together: what is said twice once, and totals beside the sums of their parts."""
    whole = together(parts)
    done, sums = checked(without_repetition(whole.values))
    return Reading(done, whole.left_out, sums, of_lines(whole.codes), whole.services)


@dataclass(frozen=True, slots=True)
class _Group:
    """Blocks that speak of the money of one line; `unit` stands in a heading above."""

    line: str
    unit: Unit | None
    blocks: tuple[Block, ...]
    context: str
    """The last words above a table: its title."""
    reported: str
    """The title of a report, which names its year; empty of any other document."""

    @property
    def title(self) -> Title:
        return Title(self.context, self.reported)


def _groups(blocks: Sequence[Block], line: str) -> Iterator[_Group]:
    gathering = _Gathering(title_of_report(blocks), line)
    for number, block in enumerate(blocks):
        if isinstance(block, Grid):
            yield from gathering.ended()
            line = naming.subprogramme_of(gathering.above) or gathering.line
            yield _Group(line, gathering.unit, (block,), gathering.above, gathering.reported)
            gathering.above = ""
        else:
            yield from gathering.taken(block, is_heading=_is_heading(block.text) and not _is_listed(blocks, number))
    yield from gathering.ended()


@dataclass(slots=True)
class _Gathering:
    """Paragraphs that speak of one line's money, while they are read one after another."""

    reported: str
    line: str = PROGRAMME
    unit: Unit | None = None
    above: str = ""
    gathered: list[Paragraph] = field(default_factory=list)
    silent: int = 0
    """Paragraphs since the last that spoke of money or stated a unit."""

    def ended(self) -> Iterator[_Group]:
        if self.gathered:
            yield _Group(self.line, self.unit, tuple(self.gathered), self.above, self.reported)
        self.gathered = []

    def taken(self, paragraph: Paragraph, *, is_heading: bool) -> Iterator[_Group]:
        text = paragraph.text
        is_short = len(text) < _LONGEST_HEADING
        if is_heading:
            yield from self.ended()
            self.line, self.unit = _line_of_heading(text) or self.line, None
        if is_short and not amounts_with_unit(text):
            self.above = f"{self.above[-_LONGEST_HEADING:]}\n{text}"
            if stated := unit_of(text):
                self.unit, self.silent = stated, 0
        speaks = _has_money(text) or (bool(self.gathered) and any(True for _ in nodes_of(text, "")))
        if speaks or (is_short and naming.names_funding(text)):
            if not speaks and self.silent:
                yield from self.ended()
            self.gathered.append(paragraph)
            self.silent = 0
            return
        self.silent += 1
        if self.silent > _LONGEST_SILENCE:
            yield from self.ended()
            self.unit = None


def amounts_with_unit(text: str) -> bool:
    return any(amount.unit for amount in amounts_of(text))


def _is_heading(text: str) -> bool:
    return _HEADING.match(text) is not None and len(text) < _LONGEST_HEADING and not amounts_with_unit(text)


def _line_of_heading(text: str) -> str | None:
    """The line of a heading; an appendix to the decree itself speaks of the whole again."""
    if re.match(r"\s*приложени[ея]\b.*\bк\s+постановлен", text, re.IGNORECASE):
        return PROGRAMME
    return naming.named_part_of(text) or naming.line_of(text)


def _is_listed(blocks: Sequence[Block], number: int) -> bool:
    """Whether another subprogramme is named right before or behind: a list of them is no heading of what follows."""
    if "паспорт" in blocks[number].text.lower():  # type: ignore[union-attr]  # the caller has a paragraph
        return False
    near = (blocks[n] for n in (number - 1, number + 1) if 0 <= n < len(blocks))
    return any(isinstance(one, Paragraph) and _HEADING.match(one.text) for one in near)


def _has_money(text: str) -> bool:
    return any(node.amount for node in nodes_of(text, ""))


def _read(group: _Group) -> Part:
    first = group.blocks[0]
    if isinstance(first, Grid):
        if is_of_assignments(first, group.context):
            services, left = services_of_grid(first, group.line, group.unit, group.title)
            return Part(left_out=left, services=services)
        if is_numeric(first):
            return values_of_grid(first, group.line, group.unit, group.title)
        return _read_cells(first, group)
    spent, paragraphs = _spent(group)
    return together([spent, _planned(paragraphs, group)])


def _spent(group: _Group) -> tuple[Part, list[Paragraph]]:
    """What was spent, and the paragraphs that do not tell of it."""
    told = Told(
        group.line,
        group.line,
        group.unit,
        group.title.year(is_report=True),
        is_part_of_year=group.title.is_part_of_year,
    )
    parts: list[Part] = []
    others: list[Paragraph] = []
    for one in group.blocks:
        if isinstance(one, Paragraph):
            if found := executed(one, told):
                part, told = found
                parts.append(part)
            else:
                others.append(one)
                told = told.behind(one.text)
    return together(parts), others


def _planned(paragraphs: Sequence[Paragraph], group: _Group) -> Part:
    left_out = [LeftOut(number, one.place, "letters") for one in paragraphs for number in spoiled_numbers(one.text)]
    if not any(naming.names_funding(one.text) or naming.names_total(one.text) for one in paragraphs) and not (
        naming.names_funding(group.context) or _is_list_of_sources(paragraphs)
    ):
        words = [one for one in paragraphs if amounts_with_unit(one.text)]
        return Part((), (*left_out, *(LeftOut(_short(one.text), one.place, "not-funding") for one in words)))
    values: list[Value] = []
    nodes: list[Node] = []
    for one in paragraphs:
        own = with_year_of_line(tuple(nodes_of(one.text, one.place)))
        if _is_of_something_else(one.text, own):
            left_out.append(LeftOut(_short(one.text), one.place, "not-funding"))
        else:
            nodes += own
    for money in _by_line(group, below_headings(nodes)):
        values += values_of(money)
    return Part(tuple(values), tuple(left_out))


def _is_of_something_else(text: str, nodes: Sequence[Node]) -> bool:
    """A sentence such as «Средняя зарплата составила 45,5 тыс. рублей.» among sentences that speak of funding."""
    first = next((node for node in nodes if node.amount), None)
    if first is None or first.is_part or len(first.rest.split()) < _FEWEST_STRANGE_WORDS:
        return False
    speaks = naming.names_funding(text) or naming.names_total(text) or naming.names_part(text)
    return text.rstrip().endswith(".") and not speaks and not naming.sources_of(text)


def _is_list_of_sources(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether most amounts stand beside a source or a year of their own."""
    nodes = [node for one in paragraphs for node in nodes_of(one.text, "") if node.amount]
    return len(nodes) > 2 and all(node.kind in {"source", "year", "total"} for node in nodes)


def _by_line(group: _Group, nodes: Sequence[Node]) -> Iterator[Funding]:
    """A block for each line that the text speaks of, and for each time it begins anew with the total."""
    line, own = group.line, list[Node]()
    for node in nodes:
        starts_anew = node.kind == "total" and node.amount is not None and any(one.amount for one in own)
        other = node.line if node.line and node.line != line and not _only_within(node, group.line) else None
        if other or starts_anew:
            if own:
                yield Funding(line, tuple(own), group.unit)
            own = []
            line = other or line
        own.append(replace(node, kind="total", rest="") if node.kind == "part" and node.line else node)
    if own:
        yield Funding(line, tuple(own), group.unit)


def _only_within(node: Node, line: str) -> bool:
    """«Общий объём финансирования программы» below the heading of a subprogramme speaks of the subprogramme."""
    return node.line == PROGRAMME and line != PROGRAMME


def _read_cells(grid: Grid, group: _Group) -> Part:
    """A table of two columns, as a passport is: each row a title and a text."""
    values: list[Value] = []
    left_out: list[LeftOut] = []
    for number, row in enumerate(grid.rows, 1):
        cells = list(dict.fromkeys(cell for cell in row if cell.strip()))
        place = grid.place_of(number)
        paragraphs = tuple(
            Paragraph(whole.text, place)
            for cell in cells
            for whole in joined([Paragraph(line, place) for line in cell.split("\n") if line.strip()])
            if isinstance(whole, Paragraph)
        )
        if not any(_has_money(one.text) for one in paragraphs):
            continue
        context = "\n".join(one.text for one in paragraphs if not _has_money(one.text))
        unit = None if amounts_with_unit(context) else unit_of(context)
        found = _read(_Group(group.line, unit, paragraphs, context, group.reported))
        values += found.values
        left_out += found.left_out
    return Part(tuple(values), tuple(left_out))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 300 else words[:299] + "…"
