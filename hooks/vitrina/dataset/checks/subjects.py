"""Links lead somewhere, questions to a page, and nothing that has an order or a form has it twice."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from vitrina.addresses.kinds import Each
from vitrina.addresses.kinds import kinds as all_kinds
from vitrina.dataset.cells import suggested
from vitrina.dataset.checks.documents import published
from vitrina.dataset.checks.indicators import same_numbers
from vitrina.dataset.checks.registry import EVERY_TABLE, check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records, Unreadable
from vitrina.dataset.tables.answers import forms_of

_GOALS_FIRST = {"goal": 0, "risk": 3}
"""The goal is served by all the others, then come tasks and the like, lines, and at last indicators and risks."""
_FEW = 2
_SEQUENCES: Mapping[str, tuple[str, ...]] = {
    "questions": (),
    "gaps": (),
    "contradictions": (),
    "goals": ("kind",),
    "lines": ("parent",),
    "indicators": ("kind",),
    "services": ("line",),
}
"""Tables whose rows have a place on the page, with the columns by which they are told apart before it."""


@check_of("goals")
def goal_problems(goals: Records) -> Iterator[Problem]:
    """Only a priority has a level; and, as notices, two of a kind with one number."""
    for index, (kind, level) in goals.rows("kind", "level"):
        if kind != "priority" and level is not None:
            yield goals.problem(index, "level", "level_of_no_priority")
    yield from same_numbers(goals)


@check_of("links", "goals", "lines", "indicators")
def link_problems(
    links: Records, goals: Records | None, lines: Records | None, indicators: Records | None
) -> Iterator[Problem]:
    """Links to nowhere, to themselves, and both ways."""
    linked = (goals, lines, indicators)
    if all(records and Unreadable.CELL not in records.values["id"] for records in linked):
        known = set().union(*(records.of("id") for records in linked if records))
        target = ", ".join(f"{records.table.name}.csv" for records in linked if records)
        for column in ("from", "to"):
            for index, (value,) in links.rows(column):
                if value not in known:
                    hints = {"target": target, **suggested(value, known)}
                    yield links.problem(index, column, "unknown_reference", **hints)
    first: dict[tuple[str, str], int] = {}
    for index, (source, target_id) in links.rows("from", "to"):
        if source == target_id:
            yield links.problem(index, "to", "link_to_itself")
        elif (target_id, source) in first:
            yield links.problem(index, "to", "link_both_ways", first=links.numbers[first[target_id, source]])
        first.setdefault((source, target_id), index)
    circle = list(_circle_of_links(links, first))
    yield from circle
    if goals and lines and indicators:
        ranks = {identity: _GOALS_FIRST.get(kind, 1) for _, (identity, kind) in goals.rows("id", "kind")}
        ranks |= dict.fromkeys(lines.of("id"), 2) | dict.fromkeys(indicators.of("id"), 3)
        yield from _link_directions(links, ranks, {problem.row for problem in circle})


def _circle_of_links(links: Records, rows: Mapping[tuple[str, str], int]) -> Iterator[Problem]:
    """One circle of three links or more: nothing serves itself by way of others."""
    graph: dict[str, set[str]] = {}
    for source, target in rows:
        if source != target and (target, source) not in rows:
            graph.setdefault(source, set()).add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        around: list[str] = found.args[1][::-1]
        index = max(rows[one, other] for one, other in pairwise(around))
        yield links.problem(index, "to", "links_in_a_circle", around=" → ".join(around))


def _link_directions(links: Records, ranks: Mapping[str, int], named: Collection[int | None]) -> Iterator[Problem]:
    """Links from what is served to what serves it, but for the rows that are `named` already.

    Where most of them are so, the two columns changed places.
    """
    rows = [(index, *ids) for index, ids in links.rows("from", "to") if all(one in ranks for one in ids)]
    both_ways = {(from_, to) for _, from_, to in rows} & {(to, from_) for _, from_, to in rows}
    turned = [index for index, *ids in rows if ranks[ids[0]] < ranks[ids[1]] and tuple(ids) not in both_ways]
    if len(turned) > _FEW and 2 * len(turned) > sum(ranks[from_] != ranks[to] for _, from_, to in rows):
        yield Problem(links.file, None, "from", None, "links_swapped", {"count": len(turned)})
        return
    for index in (index for index in turned if links.numbers[index] not in named):
        yield links.problem(index, "from", "link_turned", other=links.raw["to"][index].strip())


@check_of(EVERY_TABLE)
def sequence_problems(records: Records) -> Iterator[Problem]:
    """A place on the page that two rows take."""
    within = _SEQUENCES.get(records.table.name)
    for index, before, (sequence, *_) in () if within is None else records.repeated("sequence", *within):
        if sequence is not None:
            yield records.problem(index, "sequence", "sequence_taken", first=records.numbers[before])


def page_problems(pointing: Records, tables: Mapping[str, Records], years: range | None) -> Iterator[Problem]:
    """A row that names a page that there is not."""
    ids = _ids_of_pages(tables, years)
    kinds = [kind for kind in all_kinds() if kind.is_named_in(pointing.table.name)]
    known = {kind.folder.format(one) for kind in kinds for one in (ids[kind.each] if kind.each else [""])}
    unread = {kind.folder.partition("/")[0] for kind in kinds if kind.each and not _is_read(tables, _TABLES[kind.each])}
    for index, (page,) in pointing.rows("page"):
        if page is not None and page not in known and page.partition("/")[0] not in unread:
            hints = {
                "choices": ", ".join(sorted(kind.folder for kind in kinds if not kind.each)),
                "example": "indicators/queue",
                **suggested(page, known),
            }
            yield pointing.problem(index, "page", "unknown_page", **hints)


_TABLES: Mapping[Each, str] = {"year": "passport", "subprogramme": "lines", "indicator": "indicators"}
"""Which table says what there is a page each of."""


def _is_read(tables: Mapping[str, Records], name: str) -> bool:
    return name in tables and tables[name].is_whole


def _ids_of_pages(tables: Mapping[str, Records], years: range | None) -> Mapping[Each, Collection[str]]:
    """What there is a page each of, as addresses name it."""
    stated = tables["money"].of("year") if "money" in tables else set()
    lines = tables["lines"].rows("id", "kind") if "lines" in tables else ()
    return {
        "year": {str(year) for year in (*(years or ()), *stated)},
        "subprogramme": {identity for _, (identity, kind) in lines if kind == "subprogramme"},
        "indicator": tables["indicators"].of("id") if "indicators" in tables else set(),
    }


@check_of("glossary")
def glossary_problems(glossary: Records) -> Iterator[Problem]:
    """A form that two terms have, or one has twice: a page would not know which to explain."""
    first: dict[str, int] = {}
    for index, (term, forms) in glossary.rows("term", "forms"):
        for column, form in (("term", term), *(("forms", form) for form in forms_of(forms))):
            before = first.setdefault(_folded(form), index)
            if before != index or (column == "forms" and _folded(form) == _folded(term)):
                problem = glossary.problem(index, column, "form_taken", first=glossary.numbers[before])
                yield replace(problem, value=form)


@check_of("gaps", "documents")
def gap_problems(gaps: Records, documents: Records | None) -> Iterator[Problem]:
    """Words without their place; and, as a notice, a gap that a published document may have closed."""
    for index, (place, words) in gaps.rows("place", "words"):
        if words is not None and place is None:
            yield gaps.problem(index, "place", "words_without_place")
    at_hand = published(documents) if documents else set()
    for index, (promised,) in gaps.rows("promised"):
        if promised in at_hand:
            yield gaps.notice(index, "promised", "gap_closed")


def _folded(form: str) -> str:
    return re.sub(r"\s+", " ", form.casefold().replace("ё", "е"))


describe(
    "level_of_no_priority", "«{value}» — уровень бывает только у приоритета.", "Очистите ячейку или исправьте вид."
)
describe("link_to_itself", "«{value}» — связь ведёт сама к себе.", "Исправьте один из двух кодов или удалите строку.")
describe(
    "link_both_ways",
    "«{value}» — такая же связь, но в обратную сторону, стоит в строке {first}.",
    "Оставьте одну из двух.",
)
describe(
    "links_in_a_circle",
    "«{value}» — круг: связи ведут от кода через другие к нему самому: {around}.",
    "Уберите лишнюю связь: подпрограмма служит задаче, задача цели, а не наоборот.",
)
describe(
    "links_swapped",
    "столбцы «Что» и «Чему», похоже, поменялись местами: наоборот стоят коды во многих строках, их {count}.",
    "Поменяйте их: слева пишут то, что служит (подпрограмму, показатель), справа — то, чему оно служит (задачу, цель).",
)
describe(
    "link_turned",
    "«{value}» — связь стоит наоборот: это {other} служит ему.",
    "Поменяйте коды местами: слева то, что служит.",
)
describe("sequence_taken", "«{value}» — это место уже занято строкой {first}.", "Дайте каждой строке свой номер.")
describe(
    "unknown_page",
    "«{value}» — такой страницы нет.",
    "Напишите одно из: {choices}. Можно прибавить через косую черту год или код: {example}.",
    write="Может быть, {mended}? Есть и такие: {choices}.",
)
describe("form_taken", "«{value}» — это слово уже стоит в строке {first}.", "Оставьте его в одном месте.")
describe("words_without_place", "слова документа есть, а места нет.", "Впишите раздел и строку, где они стоят.")
describe(
    "gap_closed",
    "«{value}» — этот документ теперь опубликован.",
    "Проверьте, остался ли пробел; если нет, удалите строку.",
)
