"""What an amount of money holds: the «of which» rows in force, shown beside it and never added to anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme
from vitrina.measures.ledger import ledger

_COLUMNS = ["line", "year", "of_which", "source", "stage", "kopecks"]


@dataclass(frozen=True, slots=True)
class Part:
    """An «of which» row of a line and year."""

    name: str
    """The document's own words, Russian."""
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
    stated: dict[tuple[str, int, str], dict[str, dict[str, int]]] = {}
    for line, year, name, source, stage, kopecks in rows[_COLUMNS].itertuples(index=False):
        by_source = stated.setdefault((str(line), int(year), str(name)), {})
        by_source.setdefault(str(source), {})[str(stage)] = int(kopecks)
    found: dict[str, list[Part]] = {}
    for (line, year, name), amounts in stated.items():
        found.setdefault(line, []).extend(_parts(name, year, amounts))
    return {line: tuple(sorted(parts, key=lambda part: -part.year)) for line, parts in found.items()}


def _parts(name: str, year: int, amounts: Mapping[str, Mapping[str, int]]) -> Iterable[Part]:
    whole, apart = amounts.get(TOTAL), {source: own for source, own in amounts.items() if source != TOTAL}
    if whole is not None:
        yield Part(name, year, (), whole)
    elif len({frozenset(own) for own in apart.values()}) == 1:
        stages = next(iter(apart.values()))
        sums = {stage: sum(own[stage] for own in apart.values()) for stage in stages}
        yield Part(name, year, tuple(apart), sums)
    else:
        for source, own in apart.items():
            yield Part(name, year, (source,), own)
