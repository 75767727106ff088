"""A decree that amends a programme: its orders one by one, the new wordings they give, and what is neither."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.blocks import Block, Grid, Paragraph
from vitrina.decrees.instructions import Instruction, Kind, instructions_of, is_everywhere, names_an_order
from vitrina.decrees.joining import joined
from vitrina.decrees.quotes import hidden, open_marks, quotes_of
from vitrina.decrees.values import PROGRAMME

Subject = Literal["programme", "passport", "appendix", "table", "text"]

_AMENDS = re.compile(r"внес(?:ении|ти)\b.{0,200}?\bизменени|^\s*изменения\b", re.IGNORECASE | re.DOTALL)
_HEAD = 30  # paragraphs
_ANNEX = re.compile(r"\s*приложение\b(?!\s*(?:№\s*\d+\s*)?к\s+.*(?:\bизлож|\bисключ|\bдополн|\bзамен))", re.IGNORECASE)
_LONGEST_TITLE = 200  # letters
_ITEM = re.compile(r"\s*(?P<mark>\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s)|[а-я]\)|[-–—•])\s*", re.IGNORECASE)
_PLACES = re.compile(
    r"\s*(?:во?\b|раздел|пункт|подпункт|приложени|строк|абзац|таблиц|паспорт|подпрограмм|слова|цифры|по\s+тексту|дополнить)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:контроль|опубликовать|обеспечить|разместить|настоящее\s+постановление"
    r"|постановление\s+вступает|признать\s+утратив|глава\b|и\.\s?о\.|исполняющ|(?:первый\s+)?заместитель\s+главы|мэр\b)",
    re.IGNORECASE,
)
_END = re.compile(r"[»\"”]\s*[.;,]?\s*$")
_BY_ANNEX = re.compile(r"согласно\s+приложени|прилага", re.IGNORECASE)
_NAMED_PLACE = re.compile(r"паспорт|раздел|приложени[а-яё]+\s*№|подпрограмм[а-яё]+\s*(?:№\s*)?[\dIVX]", re.IGNORECASE)
_WHOLE = re.compile(
    r"\bпрограмму\b|\bприложение(?:\s*№?\s*1)?\s+к\s+(?:[а-яё]+\s+)?постановлению|^\W*приложение\W*$", re.IGNORECASE
)
_SUBPROGRAMMES = re.compile(r"подпрограмм[а-яё]*\s*(?:№\s*)?(\d{1,2}|[IVX]{1,4})\b", re.IGNORECASE)
_AND = re.compile(r"^[\s,;]*(?:и|а\s+также)(?:\s+|$)")
_ACT = re.compile(
    r"\bвнести\b.{0,60}?\bв\s+постановление\b.{0,200}?№\s*(?P<number>\d[\w/-]*)", re.IGNORECASE | re.DOTALL
)
"""Which decree is amended: one may amend those of several programmes."""
_EXPLAINS = re.compile(
    r"\s*(?:пояснительная\s+записка|финансово-экономическое\s+обоснование|лист\s+согласования|сравнительная\s+таблица)",
    re.IGNORECASE,
)
_ROWS_OF_HEADING = 3
_DEPTH = {"-": 11, "–": 11, "—": 11, "•": 11}


@dataclass(frozen=True, slots=True)
class Amendment:
    """One order of an amending decree."""

    kind: Kind
    subject: Subject
    """What is worded anew, or where something is changed."""
    place: str
    target: str
    """Where in the programme something changes, in the decree's own words."""
    words: str
    """The order as printed, without what is worded anew."""
    heading: str = ""
    """What stands over it and says of the place: «В паспорте программы»."""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    is_everywhere: bool = False
    by_annex: bool = False
    """Whether the new wording stands in an appendix to the decree."""
    content: tuple[Block, ...] = ()
    lacks_annex: bool = False
    """Whether the new wording should stand in an appendix, and the file has none."""

    @property
    def line(self) -> str:
        """The subprogramme that its target names; the programme where it names none."""
        line = naming.line_of(self.target) or PROGRAMME
        return line if line.startswith("subprogramme-") and not self.names_several else PROGRAMME

    @property
    def names_several(self) -> bool:
        """Whether its target names more than one subprogramme."""
        return len(set(_SUBPROGRAMMES.findall(self.target))) > 1


@dataclass(frozen=True, slots=True)
class Amendments:
    orders: tuple[Amendment, ...]
    annexes: tuple[Block, ...]
    """New wordings that stand behind the decree."""
    rest: tuple[Block, ...]
    """What orders no change and is part of no new wording."""
    is_of_one: bool = True
    """Whether one decree is amended, as far as the orders say."""


def read_amendments(blocks: Sequence[Block]) -> Amendments | None:
    """None of a document that amends nothing: it is a programme itself, or something else."""
    head = [one.text for one in blocks[:_HEAD] if isinstance(one, Paragraph)]
    if not any(_AMENDS.search(text) for text in head):
        return None
    bodies, annexes = _parted(blocks)
    reader = _Reader(tuple(joined(bodies)))
    reader.read()
    if not reader.orders:
        return None
    orders = tuple(replace(one, lacks_annex=one.by_annex and not annexes) for one in reader.orders)
    acts = {one["number"] for block in bodies if isinstance(block, Paragraph) for one in _ACT.finditer(block.text)}
    if len(acts) > 1:  # which of them an order is about nobody can tell
        orders = tuple(replace(one, kind="other") if one.old else one for one in orders)
        return Amendments(orders, annexes, tuple(reader.rest), is_of_one=False)
    return Amendments(orders, annexes, tuple(reader.rest))


def _parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What holds orders, and the appendices that hold none."""
    starts = [0, *(n for n, one in enumerate(blocks) if n and (_is_annex(one) or _explains(one))), len(blocks)]
    bodies: list[Block] = []
    annexes: list[Block] = []
    for first, last in pairwise(starts):
        part = blocks[first:last]
        is_body = not first or _explains(part[0]) or _has_orders(part)
        (bodies if is_body else annexes).extend(part)
    if not annexes and (end := _end_of_body(bodies)):  # an appendix without a heading
        bodies, annexes = bodies[:end], bodies[end:]
    return tuple(bodies), tuple(annexes)


def _is_annex(block: Block) -> bool:
    """The heading of an appendix; offices put it into a table, to have it at the right."""
    if isinstance(block, Grid):
        return len(block.rows) <= _ROWS_OF_HEADING and any(_is_heading(cell) for row in block.rows for cell in row)
    return _is_heading(block.text)


def _is_heading(text: str) -> bool:
    return len(text) < _LONGEST_TITLE and _ANNEX.match(text) is not None


def _explains(block: Block) -> bool:
    """What is no part of a decree, and tells of the old beside the new."""
    return isinstance(block, Paragraph) and _EXPLAINS.match(block.text) is not None


def _end_of_body(blocks: Sequence[Block]) -> int:
    """Where a decree ends whose order sends to an appendix, and what follows is a table or a passport; else 0."""
    texts = [one.text if isinstance(one, Paragraph) else "" for one in blocks]
    if not any(_BY_ANNEX.search(text) and instructions_of(text) for text in texts):
        return 0
    last = max((n for n, text in enumerate(texts) if text and _is_closing(text)), default=-1)
    behind = blocks[last + 1 :]
    has_more = any(isinstance(one, Grid) or re.match(r"\s*паспорт\b", one.text, re.IGNORECASE) for one in behind)
    return last + 1 if last >= 0 and has_more and not _has_orders(behind) else 0


def _has_orders(blocks: Sequence[Block]) -> bool:
    paragraphs = [one for one in joined(blocks) if isinstance(one, Paragraph)]
    return any(one.kind in {"wording", "numbers", "words"} for text in paragraphs for one in instructions_of(text.text))


@dataclass(slots=True)
class _Reader:
    """Goes through the paragraphs of a decree, with the headings that stand over each of them."""

    blocks: Sequence[Block]
    orders: list[Amendment] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    has_begun: bool = False
    number: str = ""
    """Of the last item that has one: «1.2»."""

    def read(self) -> None:
        at = 0
        while at < len(self.blocks):
            block = self.blocks[at]
            if isinstance(block, Paragraph) and (self.has_begun or _AMENDS.search(block.text)):
                at = self._paragraph(block, at)
            else:
                self.rest.append(block)
                at += 1

    def _paragraph(self, block: Paragraph, at: int) -> int:
        """The number of the block behind the paragraph and the wording that it gives."""
        self.has_begun = True
        mark = _ITEM.match(block.text)
        depth = _depth(mark["mark"]) if mark else 12
        if mark and mark["mark"][0].isdecimal():
            self.number = mark["mark"].rstrip(".)")
        if mark or block.text.rstrip().endswith(":"):
            self.headings = [one for one in self.headings if one[0] < depth]
        found = instructions_of(block.text) if not _is_closing(block.text) else ()
        if not found:
            if names_an_order(block.text) and not _is_closing(block.text):
                self.orders.append(
                    Amendment(
                        "other", "text", self._place(block), "", _one_line(block.text[mark.end() if mark else 0 :])
                    )
                )
            elif block.text.rstrip().endswith(":"):
                self.headings.append((depth, block.text[mark.end() if mark else 0 :]))
            else:
                self.rest.append(block)
            return at + 1
        above = " ".join(_of_heading(text) for _, text in self.headings)
        start, last = (mark.end() if mark else 0), ""
        for one, following in zip(found, [*found[1:], None], strict=True):
            is_replacing = one.kind in {"numbers", "words"}
            # What stands between two orders is of the second, unless the first words something anew.
            end = len(block.text) if following is None else one.end if is_replacing else following.start
            own = _AND.sub("", block.text[start : one.start].strip(" ,;"))
            last = own if _PLACES.match(_visible(own).strip(" ,;.")) else f"{last} {own}"
            at = self._order(one, (above, last), (start, end), block, at)
            start = end
        return at + 1

    def _order(self, one: Instruction, over: tuple[str, str], span: tuple[int, int], block: Paragraph, at: int) -> int:
        """Take an order down with the wording that it gives; the number of the last block that this goes to.

        `over` is the heading above the paragraph and what the paragraph says of the place; the order stands in `span`.
        """
        before = " ".join(over)
        behind = block.text[one.end : span[1]]
        content: tuple[Block, ...] = ()
        by_annex = bool(_BY_ANNEX.search(_visible(behind)))
        lead, given = behind, ""
        if one.kind in {"wording", "added"} and not by_annex:
            lead, given = _after_colon(behind, is_bare=one.kind == "wording")
            content, at = self._content(given, block, at)
        own = _AND.sub("", block.text[span[0] : span[1] - len(given)])
        target = _one_line(f"{before} {one.thing} {one.within} {'' if by_annex else lead}").rstrip(" .")
        made = Amendment(
            one.kind, _subject(one, before, target, content), self._place(block), target,
            _one_line(own).rstrip(" .:«"), _one_line(over[0]), one.old, one.new, is_everywhere(f"{before} {own}"),
            by_annex, content,
        )  # fmt: skip
        self.orders.append(_as_words(made, before))
        return at

    def _place(self, block: Paragraph) -> str:
        return f"пункт {self.number}, {block.place}" if self.number else block.place

    def _content(self, given: str, block: Paragraph, at: int) -> tuple[tuple[Block, ...], int]:
        """The new wording: what stands behind the colon, and what follows until it ends."""
        content: list[Block] = [Paragraph(given.strip(), block.place)] if given.strip() else []
        if content and not given.rstrip().endswith(":") and _depth_of(content) <= 0:
            return _unquoted(content), at
        has_table = False
        while at + 1 < len(self.blocks):
            following = self.blocks[at + 1]
            if _is_boundary(following) or (has_table and not _continues(following, content)):
                break
            content.append(following)
            at += 1
            has_table = has_table or isinstance(following, Grid)
            after = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
            if _END.search(_last_text(following)) and (_depth_of(content) <= 0 or after is None or _is_boundary(after)):
                break
        return _unquoted(content), at


def _as_words(one: Amendment, before: str) -> Amendment:
    """«Строку «2021 год – 5» изложить в редакции: «2021 год – 6»» replaces words, as they stand in marks."""
    quotes = quotes_of(before)
    if one.kind != "wording" or len(one.content) != 1 or not quotes or before[quotes[-1].end :].strip():
        return one
    [given] = one.content
    is_figure = re.search(r"\d[.,]\d|\d\s\d{3}|\d{4,}\s*(?:тыс|руб)", quotes[-1].text)
    if isinstance(given, Grid) or not is_figure:
        return one
    return replace(
        one, kind="words", target=_one_line(before[: quotes[-1].start]), words=f"{one.words}: «{given.text}»",
        old=(quotes[-1].text,), new=(given.text,), content=(),
    )  # fmt: skip


def _subject(one: Instruction, before: str, target: str, content: Sequence[Block]) -> Subject:
    visible = _visible(target)
    own = _visible(before).rpartition(":")[2]
    if one.kind == "wording" and (_WHOLE.search(own) or _WHOLE.search(_visible(one.thing))):
        return "programme"
    if re.search(r"паспорт", target, re.IGNORECASE):
        return "passport"
    if re.search(r"приложени", visible, re.IGNORECASE):
        return "appendix"
    return "table" if any(isinstance(block, Grid) for block in content) else "text"


def _is_closing(text: str) -> bool:
    return _CLOSING.match(text) is not None


def _is_boundary(block: Block) -> bool:
    """Whether a block can be no part of a new wording: it is the next order, or the end of the decree."""
    if isinstance(block, Grid):
        return False
    if _is_closing(block.text) or _is_annex(block):
        return True
    mark = _ITEM.match(block.text)
    rest = block.text[mark.end() if mark else 0 :]
    is_order = bool(instructions_of(block.text)) and (mark is not None or _PLACES.match(rest) is not None)
    is_heading = mark is not None and block.text.rstrip().endswith(":") and _PLACES.match(rest) is not None
    return is_order or (is_heading and mark is not None and mark["mark"][0].isdecimal())


def _continues(block: Block, content: Sequence[Block]) -> bool:
    """Whether what follows a table still belongs to the wording: its closing mark, or text before that mark."""
    return isinstance(block, Grid) or _depth_of(content) > 0


def _depth_of(content: Sequence[Block]) -> int:
    return sum(open_marks(text) for block in content for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    for row in block.rows:
        yield from dict.fromkeys(row)


def _last_text(block: Block) -> str:
    return next((text for text in reversed(list(_texts(block))) if text.strip()), "")


def _unquoted(content: Sequence[Block]) -> tuple[Block, ...]:
    """A wording without the marks around it, and without paragraphs of marks alone."""
    whole = [one for one in content if isinstance(one, Grid) or one.text.strip(' «»"“”.;,\n')]
    if not whole:
        return ()
    bare = len(whole) < len(content)
    first, last = whole[0], whole[-1]
    is_first_marked = isinstance(first, Paragraph) and _opens_all(first.text, is_only=len(whole) == 1)
    if isinstance(first, Paragraph) and is_first_marked:
        whole[0] = replace(first, text=first.text.lstrip()[1:])
    if isinstance(first, Grid) and _opens_all(first.rows[0][0], is_only=False):
        whole[0] = _grid_changed(first, 0, first.rows[0][0], first.rows[0][0].lstrip()[1:])
    last = whole[-1]
    if isinstance(last, Paragraph) and _END.search(last.text) and (is_first_marked or open_marks(last.text) < 0):
        whole[-1] = replace(last, text=_END.sub("", last.text))
    elif isinstance(last, Grid) and not bare:
        text = next((cell for cell in reversed(last.rows[-1]) if cell.strip()), "")
        if _END.search(text) and (open_marks(text) < 0 or text.count('"') % 2):
            whole[-1] = _grid_changed(last, len(last.rows) - 1, text, _END.sub("", text))
    return tuple(whole)


def _opens_all(text: str, *, is_only: bool) -> bool:
    """Whether the mark at the start of a text opens the whole wording, and not the first words of it."""
    if not re.match(r"\s*[«“\"„]", text):
        return False
    first = next(iter(quotes_of(text)), None)
    if first is None or first.start > len(text) - len(text.lstrip()):
        return True
    return is_only and not text[first.end :].strip(" .;,")


def _grid_changed(grid: Grid, number: int, cell: str, changed: str) -> Grid:
    row = tuple(changed if one == cell else one for one in grid.rows[number])
    return replace(grid, rows=(*grid.rows[:number], row, *grid.rows[number + 1 :]))


def _after_colon(behind: str, *, is_bare: bool) -> tuple[str, str]:
    """What an order says behind itself before its colon, and what it gives; without a colon it gives what it says."""
    colon = hidden(behind).find(":")
    if colon >= 0:
        return behind[:colon], behind[colon + 1 :]
    return ("", behind.strip(" .;,")) if is_bare else (behind, "")


def _of_heading(text: str) -> str:
    """What a heading says of the place; «внести в постановление … изменения» says none, unless it names one."""
    if _AMENDS.search(text) and not _NAMED_PLACE.search(_visible(text)):
        return ""
    return text.rstrip(" :")


def _visible(text: str) -> str:
    return re.sub("[\x01\x02]+", " ", hidden(text))


def _depth(mark: str) -> int:
    if mark[0].isdecimal():
        return len(re.findall(r"\d+", mark))
    return _DEPTH.get(mark, 10)


def _one_line(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
