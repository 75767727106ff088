"""Running text as nodes: each amount with what its own words say of it, and headings that say it of what follows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitrina.decrees import naming
from vitrina.decrees.amounts import Amount, amounts_of, looks_like_year
from vitrina.decrees.naming import Source, Years

_ALL_OF_IT = re.compile(r"[\s‐-―-]*(?:всего|итого)?[\s:,‐-―-]*\d", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\(([^()\d]{2,60})\)")
Kind = Literal["total", "source", "year", "part"]
_BOUNDARY = re.compile(r";|\n|\)|\(|,(?=\s)|(?<!г)(?<!тыс)(?<!руб)(?<!млн)(?<!млрд)(?<!\bт)(?<!\bч)\.(?=\s)")
_OPENS = re.compile(r"^\s*(?:[-‐-―]|\(|за\s+сч[её]т|из\s|средств|в\s+(?:19|20)\d\d)", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:[-‐-―:=]|состав[а-яё]+|размере|сумм[аеуы]|объ[её]ме?|\bпо|\bв|всего|равен|равна)\s*$", re.IGNORECASE
)
_HEADING_END = re.compile(r":(?=\s*\S)|\n")


@dataclass(frozen=True, slots=True)
class Node:
    """An amount, or a heading without one. Its kind follows from what its own words name."""

    kind: Kind
    words: str
    place: str
    amount: Amount | None = None
    years: Years | None = None
    source: Source | None = None
    several_sources: bool = False
    is_total: bool = False
    line: str | None = None
    stage: str | None = None
    is_part: bool = False
    """Whether «в том числе» or «из них» stands in its own words or in a heading right above."""
    by_years: bool = False
    by_sources: bool = False
    each_year: bool = False
    rest: str = ""
    """What its words name that is neither year nor source."""
    is_bound: bool = False
    """Whether it belongs to the heading right before it, because both stand in one phrase."""
    in_brackets: bool = False


def below_headings(nodes: Sequence[Node]) -> list[Node]:
    """The same nodes, where «всего – 500,0» right below «2021 год:» is the amount of that year; so of a source too."""
    found: list[Node] = []
    for node in nodes:
        if found and _goes_on(found[-1], node) and _is_one_of_several(found[-1], nodes):
            heading = found.pop()
            node = replace(  # noqa: PLW2901  the node is what it was, with what its heading says
                node, kind=heading.kind, years=heading.years, source=heading.source, line=node.line or heading.line
            )
        found.append(node)
    return found


def with_year_of_line(nodes: Sequence[Node]) -> list[Node]:
    """The nodes of a paragraph; the «всего» at the end of «2021 год: местный бюджет – 1, всего – 1» is of 2021."""
    if len(nodes) < 3 or nodes[0].kind != "year" or nodes[0].amount or any(one.kind == "year" for one in nodes[1:]):
        return list(nodes)
    last = nodes[-1]
    is_total = last.kind == "total" and last.amount is not None and _ALL_OF_IT.match(last.words) is not None
    return [*nodes[:-1], replace(last, kind="year", years=nodes[0].years)] if is_total else list(nodes)


def _goes_on(heading: Node, node: Node) -> bool:
    return (
        heading.amount is None
        and heading.kind in {"year", "source"}
        and not heading.several_sources
        and not naming.rest_of(heading.words)
        and node.amount is not None
        and node.kind == "total"
        and _ALL_OF_IT.match(node.words) is not None
    )


def _is_one_of_several(heading: Node, nodes: Sequence[Node]) -> bool:
    """A span of years that covers all others is the period of the whole, and no heading."""
    span = heading.years
    return (
        span is None
        or span.first == span.last
        or any(one.years and not span.first <= one.years.first <= span.last for one in nodes)
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    before: str
    amount: Amount
    behind: str
    in_brackets: bool
    stage: str | None
    """The stage that stands right behind it: «(факт)»."""


def nodes_of(text: str, place: str) -> Iterator[Node]:
    """The nodes of a paragraph, from left to right; numbers that are no amounts are none."""
    amounts = [one for one in amounts_of(text) if one.unit or not looks_like_year(one, text)]
    amounts = [one for one in amounts if one.unit or _stands_for_amount(text, one)]
    if not amounts:
        yield from _headings(text, place)
        return
    for phrase in _phrases(text, amounts):
        yield from _of_phrase(phrase, text, place)
    if rest := text[amounts[-1].end :].strip(" \n;.,)"):
        _, ahead = _split(rest)
        yield from _headings(ahead, place)


def _stands_for_amount(text: str, amount: Amount) -> bool:
    """Whether a number without a unit stands where an amount does: behind a dash or a colon, and what it is of."""
    before = text[: amount.start]
    last = re.split(r"[;\n]", before)[-1]
    if behind := re.match(r"\s*[-‐-―]\s*([^\d;,\n]+)", text[amount.end :]):
        found = naming.sources_of(behind[1])
        if found and not naming.rest_of(behind[1][: found[0].start]):
            return True
    if not re.search(r"[-‐-―:=]\s*$", last):
        return False
    return bool(naming.years_of(last) or naming.sources_of(last) or naming.names_total(last))


def _phrases(text: str, amounts: list[Amount]) -> Iterator[_Phrase]:
    ahead = text[: amounts[0].start]
    for here, then in zip(amounts, [*amounts[1:], None], strict=True):
        gap = text[here.end : then.start if then else len(text)]
        stage, length = naming.stage_behind(gap)
        behind, next_ahead = _split(gap[length:])
        depth = text[: here.start].count("(") - text[: here.start].count(")")
        yield _Phrase(ahead, here, behind, depth > 0, stage)
        ahead = next_ahead


def _split(gap: str) -> tuple[str, str]:
    """What stands between two amounts: what still speaks of the first, and what speaks of the second."""
    if (bracketed := _BRACKETED.match(gap)) and naming.sources_of(bracketed[1]) and not naming.rest_of(bracketed[1]):
        return bracketed[1], gap[bracketed.end() :]
    boundary = _BOUNDARY.search(gap)
    if boundary is None:
        return ("", gap) if _ENDS.search(gap) or not _OPENS.search(gap) else (gap, "")
    behind, ahead = gap[: boundary.start()], gap[boundary.end() :]
    if boundary.group() == "(":
        return behind, "(" + ahead
    if not behind.strip() and boundary.group() in {"\n", ")"} and _OPENS.match(ahead) and not _ENDS.search(ahead):
        return ahead, ""
    return (behind, ahead) if _OPENS.search(behind) else ("", gap)


def _of_phrase(phrase: _Phrase, text: str, place: str) -> Iterator[Node]:
    *headings, own = _segments(phrase.before)
    marks = ""
    for heading in headings:
        found = list(_headings(heading, place))
        yield from found
        marks = "" if found and found[-1].kind != "total" else f"{marks} {heading}"
    yield from _own_nodes(own, marks, phrase, _as_printed(own, phrase, text), place)


def _as_printed(own: str, phrase: _Phrase, text: str) -> str:
    """The words of an amount with every sign that stands between them in the document."""
    start = text.rfind(own, 0, phrase.amount.start)
    end = text.find(phrase.behind, phrase.amount.end) + len(phrase.behind)
    words = " ".join(text[start if start >= 0 else phrase.amount.start : end].split()).strip(" ,;(")
    return re.sub(r"(?<=рублей)\.$|^[^\[]*\]", "", words)  # a full stop; «[bookmark: …]», which some programs print


def _segments(before: str) -> list[str]:
    """Headings and, last, the words of the amount itself: «краевой бюджет: 2014 год –»."""
    pieces = [piece for piece in _HEADING_END.split(before) if piece.strip(" \t-–—:;,.()")]
    return pieces or [before]


def _own_nodes(own: str, marks: str, phrase: _Phrase, words: str, place: str) -> Iterator[Node]:
    sources = naming.sources_of(own) or naming.sources_of(phrase.behind)
    ahead = naming.years_of(own)
    years = ahead or naming.years_of(phrase.behind)
    is_total = naming.names_total(own) or (not sources and not years and naming.names_total(phrase.behind))
    year, source = (years[-1] if years else None), (sources[-1] if sources else None)
    if is_total and year and year.first != year.last and source is None:
        year = None  # «Общий объём на 2014–2016 годы»: the period of the whole
    node = Node(
        "total", words, place, phrase.amount, year, source,
        several_sources=len({one.kind for one in sources}) > 1, is_total=is_total, line=naming.line_of(own),
        stage=phrase.stage or naming.stage_of(own), is_part=naming.names_part(own + marks),
        by_years=naming.splits_by_years(own + marks), by_sources=naming.splits_by_sources(own + marks),
        each_year=naming.is_each_year(own) or naming.is_each_year(phrase.behind),
        rest=naming.rest_of(own), in_brackets=phrase.in_brackets,
    )  # fmt: skip
    if year and source:
        comes_first = bool(naming.sources_of(own)) and (not ahead or source.start < year.start)
        yield Node("source", words, place, source=source) if comes_first else Node("year", words, place, years=year)
        yield replace(node, kind="year" if comes_first else "source", is_bound=True)
        return
    unnamed: Kind = "total" if is_total or not node.rest else "part"
    yield replace(node, kind="source" if source else "year" if year else unnamed)


def _headings(text: str, place: str) -> Iterator[Node]:
    """Text without an amount that names whose amounts follow."""
    for piece in text.split("\n"):
        words = " ".join(piece.split())
        if not words:
            continue
        sources, years = naming.sources_of(words), naming.years_of(words)
        line = naming.line_of(words)
        if sources and len(words) < 160:
            yield Node(
                "source",
                words,
                place,
                source=sources[-1],
                several_sources=len({s.kind for s in sources}) > 1,
                line=line,
            )
        elif years and len(words) < 60 and not naming.names_funding(words):
            yield Node("year", words, place, years=years[-1], line=line)
        elif naming.names_total(words) or naming.names_part(words) or naming.splits_by_years(words) or line:
            yield Node(
                "total", words, place, is_total=naming.names_total(words), is_part=naming.names_part(words), line=line,
                by_years=naming.splits_by_years(words), by_sources=naming.splits_by_sources(words),
                stage=naming.stage_of(words),
            )  # fmt: skip
