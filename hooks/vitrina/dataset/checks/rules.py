"""A rule of judging has a value that its field can have, and stands in a document where it is not ours."""

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from vitrina.dataset.cells import suggested
from vitrina.dataset.checks.registry import check_of
from vitrina.dataset.descriptions import describe
from vitrina.dataset.number_cells import NUMBER
from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.tables.choices import EVALUATION_METHODS

_SOURCE = ("document", "place", "words")
_HIGHEST_TOLERANCE = 50  # per cent


@check_of("rules")
def rule_problems(rules: Records) -> Iterator[Problem]:
    """Values out of range, and rules of a document without their source."""
    for index, (field, value) in rules.rows("field", "value"):
        if field == "evaluation":
            yield from _method_problems(rules, index, value)
        else:
            yield from _percent_problems(rules, index, value)
    for index, (whose, *source) in rules.rows("whose", *_SOURCE):
        for column, value in zip(_SOURCE, source, strict=True):
            if whose == "document" and value is None:
                yield rules.problem(index, column, "rule_without_source")
            elif whose == "ours" and value is not None:
                yield rules.problem(index, column, "source_of_our_rule")


def _method_problems(rules: Records, index: int, value: str) -> Iterator[Problem]:
    if value not in EVALUATION_METHODS:
        hints = {"choices": ", ".join(EVALUATION_METHODS), **suggested(value, EVALUATION_METHODS)}
        yield rules.problem(index, "value", "unknown_choice", **hints)


def _percent_problems(rules: Records, index: int, value: str) -> Iterator[Problem]:
    try:
        percent = NUMBER.read(value)
    except PydanticCustomError as refused:
        example = rules.table.column("value").example
        yield rules.problem(index, "value", refused.type, **{"example": example, **(refused.context or {})})
        return
    if not 0 <= percent <= _HIGHEST_TOLERANCE:
        yield rules.problem(index, "value", "tolerance_outside", highest=_HIGHEST_TOLERANCE)


describe(
    "rule_without_source",
    "правило взято из документа, а где оно там стоит, сказано не полностью.",
    "Впишите документ, место и слова; если правило наше, поставьте ours (наше правило).",
)
describe(
    "source_of_our_rule",
    "«{value}» — правило наше, документа у него нет.",
    "Очистите ячейку; если так сказано в документе, поставьте document (документ).",
)
describe(
    "tolerance_outside",
    "«{value}» — допуск бывает от 0 до {highest} процентов.",
    "Сверьте число; знак % писать не нужно.",
)
