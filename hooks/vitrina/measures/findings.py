"""Totals that do not add up, at every level: new ones are problems, known ones have to stay as they were known."""

from collections.abc import Iterator

import pandas as pd

from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.programme import ExpectedFinding, Programme
from vitrina.dataset.tables.findings import ComparedFigure
from vitrina.measures.ledger import ledger
from vitrina.measures.levels import LevelTotal, levels
from vitrina.measures.reconciliation import StatedTotal
from vitrina.measures.stated import entries_by_line, history, reconciled
from vitrina.words.money import thousands_from_kopecks

_RULES = {
    "by-line": "unexpected_line_difference",
    "of-which": "unexpected_part_difference",
    "by-administrator": "unexpected_part_difference",
}


def finding_problems(programme: Programme) -> Iterator[Problem]:
    """Totals that do not add up and are not written down as known, and known ones that are no longer so.

    A new difference is most often a slip of the hand, so nothing is published until somebody has looked at it.
    What was known of a total that a later document restated stays as it was written down.
    """
    expected = {finding.figure: finding for finding in programme.expected}
    file = f"programmes/{programme.id}/money.csv"
    known_ones = f"programmes/{programme.id}/expected_findings.csv"
    for figure, total in _compared(programme):
        known = expected.pop(figure, None)
        if known and total.adds_up:
            yield Problem(known_ones, known.row, "id", known.id, "difference_mended")
        elif total.difference != (known.difference if known else 0):
            rule = _RULES.get(figure[0], "unexpected_difference")
            yield Problem(file, total.row, "amount", _thousands(total.stated), rule, _hints(total))
    for finding in expected.values():
        if not _was_restated(finding, programme.money, ledger(programme).money):
            yield Problem(known_ones, finding.row, "id", finding.id, "difference_without_total")


def differences(programme: Programme) -> Iterator[tuple[ComparedFigure, int]]:
    """Every total that does not add up, and stated minus computed in kopecks."""
    for figure, total in _compared(programme):
        if total.difference:
            yield figure, total.difference


def _compared(programme: Programme) -> Iterator[tuple[ComparedFigure, StatedTotal | LevelTotal]]:
    for (line, stage), entries in entries_by_line(ledger(programme).amounts).items():
        for total in reconciled(entries, history(programme, stage)).totals:
            document = entries[total.source, total.year].document
            yield (_check(total), document, line, total.source, total.year, stage), total
    for level in levels(programme):
        yield level.figure, level


def _check(total: StatedTotal) -> str:
    if total.year is not None:
        return "by-year"
    return "grand" if total.source is None else "by-source"


def _was_restated(finding: ExpectedFinding, stated: pd.DataFrame, in_force: pd.DataFrame) -> bool:
    """Whether the document has the total, but another one came after it."""
    rows = stated[
        (stated["document"] == finding.document)
        & (stated["line"] == finding.line)
        & (stated["source"] == finding.source)
        & (stated["stage"] == finding.stage)
        & (stated["of_which"] == "")
        & (stated["year"].isna() if finding.year is None else stated["year"] == finding.year)
    ]
    return not rows.empty and not rows.index.isin(in_force.index).any()


def _thousands(kopecks: int) -> str:
    return f"{thousands_from_kopecks(kopecks):f}".replace(".", ",")


def _hints(total: StatedTotal | LevelTotal) -> dict[str, str | int]:
    return {"computed": _thousands(total.computed), "difference": _thousands(total.difference)}


describe(
    "unexpected_line_difference",
    "«{value}» — сумма не сходится с тем, что стоит ниже: подпрограммы и мероприятия вместе дают {computed}, "
    "разница {difference}.",
    "Сверьте суммы с документом. Если в документе напечатано именно так, впишите разницу {difference} в таблицу "
    "expected_findings.csv.",
)
describe(
    "unexpected_part_difference",
    "«{value}» — строки «в том числе» названы всеми частями этой суммы, а вместе дают {computed}, разница "
    "{difference}.",
    "Сверьте суммы с документом. Если это не все части, отметьте это у строк; если напечатано именно так, "
    "впишите разницу {difference} в таблицу expected_findings.csv.",
)
describe("difference_mended", "«{value}» — итог теперь сходится, этой разницы больше нет.", "Удалите эту строку.")
describe(
    "unexpected_difference",
    "«{value}» — итог не сходится: сумма его частей {computed}, разница {difference}.",
    "Сверьте суммы с документом. Если в документе напечатано именно так, впишите разницу {difference} в таблицу "
    "expected_findings.csv.",
)
describe(
    "difference_without_total",
    "«{value}» — такого расхождения больше не видно: в таблице нет самого итога или суммы одной из его частей.",
    "Впишите, чего не хватает; если в документе этого нет, удалите эту строку или поправьте в ней источник и год.",
)
