"""What an amount of money holds: «of which» rows and administrators' parts, never added to anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme
from vitrina.measures.amounts import MONEY
from vitrina.measures.ledger import ledger
from vitrina.words.provenance import Kopecks, Stated, sum_of

_COLUMNS = ["line", "year", "of_which", "is_administrator", "source", "stage", "kopecks"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the amount of a line and year: an «of which» row, or what a chief administrator has of it."""

    name: str
    """The document's own words, Russian."""
    is_administrator: bool
    year: int
    sources: tuple[str, ...]
    """The sources that the amounts are the sum of; empty where the document states them for all sources in one."""
    kopecks: Mapping[str, int]
    """By stage; a stage of which nothing is stated is not there."""


def parts_of_lines(programme: Programme) -> Mapping[str, tuple[Part, ...]]:
    """By line, the latest year first, within a year in the order of the table. Rows for all years at once are left out.

    Sources are summed only where every stage is stated for the same ones, so that plan and actual always speak of the
    same money; else each source stands by itself.
    """
    money = ledger(programme).money
    rows = money[(money["of_which"] != "") & money["kopecks"].notna() & money["year"].notna()]
    stated: dict[tuple[str, int, str, bool], dict[str, dict[str, int]]] = {}
    for row, line, year, name, is_administrator, source, stage, kopecks in rows[_COLUMNS].itertuples():
        by_source = stated.setdefault((str(line), int(year), str(name), bool(is_administrator)), {})
        by_source.setdefault(str(source), {})[str(stage)] = Kopecks(int(kopecks), Stated(programme.id, MONEY, row))
    found: dict[str, list[Part]] = {}
    for (line, year, name, is_administrator), amounts in stated.items():
        parts = (Part(name, is_administrator, year, *part) for part in _parts(amounts))
        found.setdefault(line, []).extend(parts)
    return {line: tuple(sorted(parts, key=lambda part: -part.year)) for line, parts in found.items()}


def _parts(amounts: Mapping[str, Mapping[str, int]]) -> Iterable[tuple[tuple[str, ...], Mapping[str, int]]]:
    """The sources that are summed, and the kopecks by stage."""
    whole, apart = amounts.get(TOTAL), {source: own for source, own in amounts.items() if source != TOTAL}
    if whole is not None:
        yield (), whole
    elif len({frozenset(own) for own in apart.values()}) == 1:
        stages = next(iter(apart.values()))
        yield tuple(apart), {stage: sum_of(own[stage] for own in apart.values()) for stage in stages}
    else:
        for source, own in apart.items():
            yield (source,), own
