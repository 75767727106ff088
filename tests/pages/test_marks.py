"""Passages in the lines of a document: every letter stays, every mark that opens is closed, every anchor is there."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from vitrina.dataset.documents.passages import Passage
from vitrina.dataset.documents.text import DocumentText, paragraph, placed
from vitrina.pages.marks import Piece, marks_in, pieces

TEXT = DocumentText("d.txt", b"", "", placed([paragraph(["abcdefgh", "ijkl"]), paragraph(["mnopqrst"])]))
LAST = len(TEXT.whole)


@dataclass(frozen=True, slots=True)
class Marked:
    """What a reader sees: the letters, and those between the beginning of each anchor's mark and its end."""

    whole: str
    by_anchor: Mapping[str, str]


def shown(passages: list[Passage]) -> tuple[list[tuple[Piece, ...]], Marked]:
    marks = marks_in(TEXT.lines, passages)
    lines = [pieces(line, marks) for line in TEXT.lines]
    letters, by_anchor = "", dict[str, str]()
    for line in lines:
        open_: list[str] = []
        for piece in line:
            for anchors in piece.opens:
                open_ += anchors or [""]
            letters += piece.text
            for anchor in open_:
                by_anchor[anchor] = by_anchor.get(anchor, "") + piece.text
            assert piece.closes <= len(open_)
            del open_[len(open_) - piece.closes :]
        assert open_ == []
    return lines, Marked(letters, by_anchor)


def sure(anchor: str, start: int, end: int) -> Passage:
    return Passage(anchor, ((start, end),), 0, is_sure=True)


spans = st.tuples(st.integers(0, LAST - 1), st.integers(1, LAST)).map(
    lambda ends: (min(ends), max(*ends, min(ends) + 1))
)


@given(st.lists(spans, max_size=6))
def test_whatever_is_marked_no_letter_is_lost_and_every_anchor_is_there(found: list[tuple[int, int]]) -> None:
    passages = [sure(f"w-{number}", start, min(end, LAST)) for number, (start, end) in enumerate(found)]
    lines, marked = shown(passages)
    assert marked.whole == TEXT.whole.replace(" ", "")
    for passage in passages:
        (start, end), *_ = passage.spans
        if TEXT.whole[start:end].strip():
            assert marked.by_anchor[passage.anchor]
    told = [anchor for line in lines for piece in line for anchor in piece.anchors]
    assert len(told) == len(set(told))
    assert set(told) == {anchor for anchor in marked.by_anchor if anchor}


def test_a_mark_within_another_and_one_that_crosses_it() -> None:
    _, marked = shown([sure("w-long", 0, 6), sure("w-inner", 1, 3), sure("w-crossing", 4, 8)])
    assert marked.by_anchor == {"w-long": "abcdef", "w-inner": "bc", "w-crossing": "ef", "": "gh"}


def test_the_same_words_of_two_quotations_have_both_anchors() -> None:
    lines, marked = shown([sure("w-one", 1, 3), sure("w-two", 1, 3)])
    assert marked.by_anchor == {"w-one": "bc", "w-two": "bc"}
    assert [piece.closes for piece in lines[0]] == [0, 2, 0]


def test_places_that_nothing_tells_apart_lead_to_one_another() -> None:
    lines, marked = shown([Passage("w-same", ((0, 1), (4, 5), (9, 10)), 1, is_sure=False)])
    assert marked.by_anchor == {"w-same-1": "a", "w-same": "e", "w-same-3": "i"}
    equals = [equal for line in lines for piece in line for equal in piece.equals]
    assert [(equal.number, equal.count, equal.following) for equal in equals] == [
        (1, 3, "w-same"), (2, 3, "w-same-3"), (3, 3, "w-same-1"),
    ]  # fmt: skip


def test_the_ways_to_its_pages_stand_behind_the_last_line_of_a_passage() -> None:
    lines, _ = shown([sure("w-cut", 4, 11)])
    assert [[piece.anchors for piece in line if piece.anchors] for line in lines] == [[], [("w-cut",)], []]
