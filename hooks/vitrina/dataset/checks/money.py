"""What a row of money may not be: two things at once, less than nothing, or a part of nothing."""

from collections import Counter
from collections.abc import Iterator

from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records

PLANNED = ("plan", "approved", "revised")
"""The stages of money that is still to be spent."""
_REASONED = ("revised", "actual")
_FEW = 10
"""A stage that one amount of so many has is most likely a slip."""


@check_of("money")
def money_problems(money: Records) -> Iterator[Problem]:
    for index, (amount, stage) in money.rows("amount", "stage"):
        if amount is not None and amount < 0 and stage in PLANNED:
            yield money.problem(index, "amount", "negative_plan")
    if money.of("reason") - {""}:
        yield from _reason_problems(money)
    if (money.of("of_which") | money.of("administrator")) - {""} or money.of("of_which_all"):
        yield from _part_problems(money)


@check_of("money", "documents")
def stages_of_editions(money: Records, documents: Records | None) -> Iterator[Problem]:
    """Notices: a few amounts that are no plan in an edition, whose others all are."""
    kinds = documents.rows("id", "kind") if documents else ()
    editions = {identity for _, (identity, kind) in kinds if kind == "edition"}
    counts = Counter(zip(money.values["document"], money.values["stage"], strict=True))
    few = {
        (document, stage)
        for (document, stage), count in counts.items()
        if document in editions and stage != "plan" and count * _FEW < counts[document, "plan"]
    }
    for index, row in money.rows("document", "stage") if few else ():
        if row in few:
            yield money.notice(index, "stage", "stage_of_few", document=row[0])


def _reason_problems(money: Records) -> Iterator[Problem]:
    for index, (reason, stage) in money.rows("reason", "stage"):
        if reason and stage not in _REASONED:
            yield money.problem(index, "reason", "reason_of_plan", stage=stage)


def _part_problems(money: Records) -> Iterator[Problem]:
    """A part has its whole above it, and says the same as its neighbours of whether they are all the parts.

    What is named apart and what each administrator has are two ways to divide an amount, and no row is a part of both.
    """
    key = ("document", "line", "source", "year", "stage")
    rows = [
        (index, "administrator" if administrator else "of_which", name, administrator, parts, tuple(above))
        for index, (name, administrator, parts, *above) in money.rows("of_which", "administrator", "of_which_all", *key)
    ]
    wholes = {above for _, _, name, administrator, _, above in rows if not name and not administrator}
    first: dict[tuple[object, ...], tuple[int, str]] = {}
    for index, column, name, administrator, parts, above in rows:
        if not name and not administrator:
            if parts is not None:
                yield money.problem(index, "of_which_all", "all_without_of_which")
            continue
        if name and administrator:
            yield money.problem(index, "administrator", "administrator_of_part")
        elif above not in wholes and money.is_whole:
            yield money.problem(index, column, "of_which_of_nothing")
        if parts is None:
            yield money.problem(index, "of_which_all", "of_which_without_all")
            continue
        before, said = first.setdefault((column, *above), (index, parts))
        if said != parts:
            yield money.problem(index, "of_which_all", "of_which_at_odds", first=money.numbers[before], said=said)


describe("negative_plan", "«{value}» — план меньше нуля.", "Сверьте с документом и уберите минус.")
describe(
    "reason_of_plan",
    "«{value}» — причину называют у факта или уточнённого плана, а стадия здесь {stage}.",
    "Перенесите причину в строку факта или уточнённого плана либо исправьте стадию.",
)
describe(
    "all_without_of_which",
    "«{value}» — стоит у обычной строки, а нужно только у строки «в том числе».",
    "Впишите название строки в столбец «В том числе» или очистите эту ячейку.",
)
describe(
    "administrator_of_part",
    "«{value}» — строка не может быть сразу и частью распорядителя, и строкой «в том числе».",
    "Оставьте что-то одно: распорядителя или «в том числе».",
)
describe(
    "of_which_of_nothing",
    "«{value}» — нет суммы, в которую входит эта строка.",
    "Добавьте строку с тем же документом, строкой программы, источником, годом и стадией, где «В том числе» пусто.",
)
describe(
    "of_which_without_all",
    "не сказано, все ли это части суммы.",
    "Впишите all (все), если строки «в том числе» вместе составляют всю сумму, или some (часть), если не всю.",
)
describe(
    "of_which_at_odds",
    "«{value}» — у другой части той же суммы, в строке {first}, стоит {said}.",
    "У всех частей одной суммы пишут одно и то же: all (все) или some (часть).",
)
describe(
    "stage_of_few",
    "«{value}» — почти все суммы редакции «{document}» — план, а эта нет.",
    "Сверьте с документом: скорее всего, это план.",
)
