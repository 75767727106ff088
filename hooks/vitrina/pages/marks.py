"""The passages of a document as marks in its lines: one within another, and cut where two of them cross."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from vitrina.dataset.documents.passages import Passage, Span
from vitrina.dataset.documents.text import Line


@dataclass(frozen=True, slots=True)
class Equal:
    """One of several places where the same words stand, when the tables do not tell which is meant."""

    number: int
    count: int
    following: str
    """The anchor of the next of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line, and the marks that begin before it: the anchors of each, none for what goes on with one."""

    text: str
    opens: tuple[tuple[str, ...], ...]
    closes: int
    """How many elements end behind it: a mark with several anchors is as many, one within another."""
    anchors: tuple[str, ...] = ()
    """Those of all marks that ended behind it or within them, once none is open any more."""
    equals: tuple[Equal, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    anchors: tuple[str, ...]
    """None for what goes on with a mark of a line above, or behind one that it crosses."""
    ends: tuple[str, ...]
    """The anchors whose passages end with it."""
    equals: tuple[Equal, ...]
    """Of these passages."""


Marks = Mapping[int, Sequence[_Mark]]
"""By the beginning of a line, its marks: the longer of two that begin together first."""


def marks_in(lines: Iterable[Line], passages: Iterable[Passage]) -> Marks:
    """The marks of every line that has any."""
    at: dict[Span, list[tuple[str, Equal | None]]] = {}
    for passage in passages:
        for span, anchor, equal in _anchored(passage):
            at.setdefault(span, []).append((anchor, equal))
    every = sorted(lines, key=attrgetter("start"))
    starts = [line.start for line in every]
    found: dict[int, list[_Mark]] = {}
    for (start, end), anchored in sorted(at.items(), key=lambda item: (item[0][0], -item[0][1])):
        anchors = ids = tuple(anchor for anchor, _ in anchored)
        equals = tuple(equal for _, equal in anchored if equal)
        for place in range(max(bisect_right(starts, start) - 1, 0), len(every)):
            line = every[place]
            if line.start >= end:
                break
            if start < line.end:
                is_last = place + 1 == len(every) or every[place + 1].start >= end
                ended = (ids, equals) if is_last else ((), ())
                mark = _Mark(max(start, line.start), min(end, line.end), anchors, *ended)
                found.setdefault(line.start, []).append(mark)
                anchors = ()
    return found


def _anchored(passage: Passage) -> Iterator[tuple[Span, str, Equal | None]]:
    """The places of a passage that are marked, each with its anchor. The one that is meant has the passage's own."""
    count = len(passage.marked)
    if count == 1:
        yield passage.marked[0], passage.anchor, None
        return
    anchors = [passage.anchor if place == passage.own else f"{passage.anchor}-{place + 1}" for place in range(count)]
    for place, span in enumerate(passage.marked):
        yield span, anchors[place], Equal(place + 1, count, anchors[(place + 1) % count])


def pieces(line: Line, marks: Marks) -> tuple[Piece, ...]:
    """A line cut where marks begin and end."""
    waiting = [(mark.start, -mark.end, place, mark) for place, mark in enumerate(marks.get(line.start, ()))]
    waiting.sort()
    found: list[Piece] = []
    open_: list[_Mark] = []
    group: list[_Mark] = []
    opens: list[tuple[str, ...]] = []
    at = line.start

    def cut(until: int, closed: Sequence[_Mark]) -> None:
        nonlocal at, opens, group
        goes_on = bool(waiting) and waiting[0][0] == until and not waiting[0][-1].anchors
        ended = group if closed and len(closed) == len(open_) and not goes_on else []
        found.append(
            Piece(
                line.text[at - line.start : until - line.start],
                tuple(opens),
                sum(max(len(mark.anchors), 1) for mark in closed),
                tuple(dict.fromkeys(anchor for mark in ended for anchor in mark.ends)),
                tuple(equal for mark in ended for equal in mark.equals),
            )
        )
        at, opens = until, []
        if ended:
            group = []

    while waiting or open_:
        begins = waiting[0][0] if waiting else line.end
        if open_ and open_[-1].end <= begins:
            end = open_[-1].end
            closed = [mark for mark in open_ if mark.end == end]
            cut(end, closed)
            del open_[-len(closed) :]
            continue
        if begins > at:
            cut(begins, ())
        _, _, place, mark = waiting.pop(0)
        if open_ and mark.end > open_[-1].end:  # it crosses another: what is left of it goes on behind that
            rest = _Mark(open_[-1].end, mark.end, (), (), ())
            insort(waiting, (rest.start, -rest.end, place, rest))
            mark = _Mark(mark.start, open_[-1].end, mark.anchors, mark.ends, mark.equals)
        open_.append(mark)
        group.append(mark)
        opens.append(mark.anchors)
    if at < line.end:
        cut(line.end, ())
    return tuple(found)
