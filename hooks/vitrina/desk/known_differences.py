"""The rows of `expected_findings.csv`: totals that do not add up in the documents themselves."""

from collections.abc import Callable, Iterator

from vitrina.dataset.cells import TOTAL
from vitrina.dataset.programme import Programme
from vitrina.dataset.tables.findings import ComparedFigure
from vitrina.dataset.unfilled import TO_FILL
from vitrina.desk.filled_tables import FilledTable
from vitrina.desk.written_tables import Cells, Change, changed_rows
from vitrina.measures.findings import differences, finding_problems
from vitrina.words.money import thousands_from_kopecks

_REASON = f"{TO_FILL}почему не сходится, если документ это говорит"
_NO_LONGER = {"difference_mended", "difference_without_total"}


def difference_rows(programme: Programme) -> Iterator[Cells]:
    """One for every total that does not add up now."""
    for number, (figure, difference) in enumerate(differences(programme), 1):
        yield _row(f"difference-{number}", figure, difference)


def findings_change(
    filled: FilledTable, programme: Programme, unused: Callable[[str], str]
) -> tuple[Change | None, tuple[Cells, ...]]:
    """The table as a new document leaves it: with totals that cease to add up, and without those that do now.

    Beside it its rows that are new or other than before. `unused` makes an id that nothing has.
    """
    now = dict(differences(programme))
    number_of = {number: index for index, number in enumerate(filled.records.numbers)}
    gone = {
        number_of[one.row] for one in finding_problems(programme) if one.rule in _NO_LONGER and one.row in number_of
    }
    changed: dict[int, Cells] = {}
    for known in programme.expected:
        figure = (
            known.check, known.document, known.line, None if known.source == TOTAL else known.source, known.year,
            known.stage,
        )  # fmt: skip
        difference = now.pop(figure, None)
        if difference is not None and difference != known.difference:
            changed[number_of[known.row]] = {**_row(known.id, figure, difference), "id": known.id}
    added = [_row(unused(f"difference-{number}"), *one) for number, one in enumerate(now.items(), 1)]
    return changed_rows(filled, added, changed, gone), (*changed.values(), *added)


def _row(identity: str, figure: ComparedFigure, difference: int) -> Cells:
    check, document, line, source, year, stage = figure
    return {
        "id": identity, "check": check, "document": document, "line": line, "source": source or TOTAL,
        "year": TOTAL if year is None else str(year), "difference": thousands_from_kopecks(difference),
        "reason": _REASON, "stage": None if stage == "plan" else stage,
    }  # fmt: skip
