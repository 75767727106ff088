"""Whose amounts the nodes of a block are: years under sources, sources under years, or both beside the total.

Each way of reading is tried; one that tells of the same money twice falls out, and sums choose among the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitrina.decrees import naming
from vitrina.decrees.nodes import Node
from vitrina.decrees.sums import sums_of
from vitrina.decrees.values import TOTAL, Doubt, Unit, Value

Owners = list[tuple[str, str, str]]
"""Source, its name and year of each node."""


@dataclass(frozen=True, slots=True)
class Funding:
    """Nodes that speak of one line of the programme."""

    line: str
    nodes: tuple[Node, ...]
    unit: Unit | None
    """The unit that a heading states for all of them."""


def values_of(block: Funding) -> tuple[Value, ...]:
    """The amounts of a block, each with its doubts."""
    nodes = _without_parts(block.nodes)
    owners = [read(nodes) for read in (_by_source, _by_year, _flat)]
    best = _best([(_values(block, nodes, one), _signs(nodes, one)) for one in owners])
    values = _doubted(best)
    parts = _parts(block, values)
    return (*values, *parts)


def _without_parts(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.kind != "part" and not _is_named_part(node)]


def _is_named_part(node: Node) -> bool:
    """«из них остатки 2019 года – 5»: a year, and a name besides."""
    return node.amount is not None and node.is_part and bool(node.rest) and node.kind == "year" and not node.source


def _by_source(nodes: Sequence[Node]) -> Owners:
    """Each year belongs to the source named last."""
    owners: Owners = []
    source, name = TOTAL, ""
    for node in nodes:
        if node.kind == "source" and node.source:
            source, name = node.source.kind, node.source.name
            owners.append((source, name, _own_year(node) if node.is_bound else TOTAL))
        elif node.kind == "year":
            owners.append((source, name, _own_year(node)))
        else:
            if node.amount is not None or node.is_total:
                source, name = TOTAL, ""
            owners.append((TOTAL, "", TOTAL))
    return owners


def _by_year(nodes: Sequence[Node]) -> Owners:
    """Each source belongs to the year named last."""
    owners: Owners = []
    year = TOTAL
    for node in nodes:
        if node.kind == "source" and node.source:
            owners.append((node.source.kind, node.source.name, _own_year(node) if node.is_bound else year))
        elif node.kind == "year":
            year = _own_year(node)
            source = node.source if node.is_bound else None
            owners.append((source.kind, source.name, year) if source else (TOTAL, "", year))
        else:
            if node.amount is not None or node.is_total:
                year = TOTAL
            owners.append((TOTAL, "", TOTAL))
    return owners


def _flat(nodes: Sequence[Node]) -> Owners:
    """Years and sources each split the total."""
    owners: Owners = []
    for node in nodes:
        source = node.source if node.kind == "source" or node.is_bound else None
        year = _own_year(node) if node.kind == "year" or node.is_bound else TOTAL
        owners.append((source.kind if source else TOTAL, source.name if source else "", year))
    return owners


def _own_year(node: Node) -> str:
    return node.years.label if node.years else TOTAL


def _values(block: Funding, nodes: Sequence[Node], owners: Owners) -> tuple[Value, ...]:
    values: list[Value] = []
    stated: Unit | None = block.unit
    for node, (source, name, year) in zip(nodes, owners, strict=True):
        if node.amount is None:
            continue
        stated = node.amount.unit or stated
        values.append(_value(block, node, (source, name, year), stated))
    return tuple(values)


def _value(block: Funding, node: Node, owner: tuple[str, str, str], stated: Unit | None) -> Value:
    assert node.amount is not None  # noqa: S101  the caller leaves headings out
    source, name, year = owner
    doubts: list[Doubt] = list(node.amount.doubts)
    unit = node.amount.unit or block.unit
    if unit is None:
        unit = stated
        doubts.append("unit-of-another" if stated else "no-unit")
    if node.several_sources:
        doubts.append("several-sources")
    if node.each_year:
        doubts.append("each-year")
    if node.rest:
        doubts.append("words")
    return Value(
        line=block.line, source=source, source_name=name, year=year, stage=node.stage or "plan",
        amount=node.amount.value, unit=unit, doubts=tuple(doubts), place=node.place, words=node.words,
    )  # fmt: skip


def _collides(values: Iterable[Value]) -> bool:
    """Whether two amounts of a block are said to be the same money; a block says nothing twice."""
    keys = [value.key for value in values]
    return len(set(keys)) < len(keys)


def _best(readings: Sequence[tuple[tuple[Value, ...], int]]) -> list[tuple[Value, ...]]:
    """The readings that no other beats, the likeliest first: sums that add up decide; where none does, what small
    words and brackets say, and a reading with fewer wrong sums stays beside it."""
    possible = [one for one in readings if not _collides(one[0])] or list(readings)
    scored = [(_score(values), signs, values) for values, signs in possible]
    most = max(score for score, _, _ in scored)
    if most > 0:
        signs = max(signs for score, signs, _ in scored if score == most)
        return [values for *of_it, values in scored if of_it == [most, signs]]
    signs = max(signs for _, signs, _ in scored)
    first = [(score, values) for score, of_it, values in scored if of_it == signs]
    first.sort(key=lambda one: -one[0])
    return [values for _, values in first] + [values for score, _, values in scored if score > first[0][0]]


def _score(values: Sequence[Value]) -> int:
    """Sums that add up count for a reading, others against it."""
    return sum(1 if not total.difference else -1 for total in sums_of(values))


def _signs(nodes: Sequence[Node], owners: Owners) -> int:
    """How often a reading agrees with «из них», with a bracket behind a year, and with «по годам» behind sources."""
    agreed = 0
    before: int | None = None
    heading: Node | None = None
    run = 0
    for n, node in enumerate(nodes):
        if node.amount is None:
            heading = node if node.kind == "total" else heading
            continue
        if before is not None and node.kind == "source" and nodes[before].kind == "year":
            within = (
                node.in_brackets or node.is_part or (heading is not None and heading.is_part and not heading.by_sources)
            )
            agreed += within and owners[n][2] == owners[before][2]
        if node.kind == "year" and run == 1 and heading is not None and heading.is_part and not heading.by_years:
            agreed += owners[n][:2] == owners[before or 0][:2]
        if node.kind == "year" and run > 1 and (node.by_years or (heading is not None and heading.by_years)):
            agreed += owners[n][0] == TOTAL
        run = run + 1 if node.kind == "source" else 0
        before, heading = n, None
    return agreed


def _doubted(best: Sequence[tuple[Value, ...]]) -> tuple[Value, ...]:
    values = []
    for same in zip(*best, strict=True):
        agreed = len({(one.source, one.year) for one in same}) == 1
        values.append(same[0] if agreed else same[0].doubted("structure"))
    return tuple(values)


def _parts(block: Funding, values: Sequence[Value]) -> tuple[Value, ...]:
    """What is named apart: «в том числе ремонт – 5,0». It belongs to the amount before it."""
    whole = {value.words: value for value in values}
    found: list[Value] = []
    last: Value | None = None
    stated = block.unit
    for node in block.nodes:
        if node.amount is None:
            continue
        stated = node.amount.unit or stated
        if node.kind != "part" and not _is_named_part(node):
            last = whole.get(node.words, last)
            continue
        found.append(_part(block, node, last, stated))
    return tuple(found)


def _part(block: Funding, node: Node, last: Value | None, stated: Unit | None) -> Value:
    assert node.amount is not None  # noqa: S101  the caller leaves headings out
    doubts: list[Doubt] = list(node.amount.doubts)
    unit = node.amount.unit or block.unit or stated
    if unit is None:
        doubts.append("no-unit")
    year = last.year if last else TOTAL
    if not node.is_part or last is None or naming.names_administrator(node.rest):
        return Value(
            line=block.line, source="other", source_name=node.rest, year=year, amount=node.amount.value, unit=unit,
            doubts=(*doubts, "unknown-source"), place=node.place, words=node.words,
        )  # fmt: skip
    if node.years and node.years.label != last.year:
        doubts.append("of-which-year")
    return Value(
        line=block.line, source=last.source, source_name=last.source_name, year=year, stage=last.stage,
        amount=node.amount.value, unit=unit, of_which=node.rest, doubts=(*doubts, "of-which"), place=node.place,
        words=node.words,
    )  # fmt: skip
