"""Indicators that a report tells in sentences: «Показатель 1. «Охват детей»: план 19 %, факт 17,2 %. Причина: …»."""

import re
from collections.abc import Iterator, Sequence

from vitrina.decrees import naming
from vitrina.decrees.blocks import Block, Paragraph
from vitrina.decrees.indicator_columns import Stage
from vitrina.decrees.indicators import VALUE, Indicator, IndicatorValue, value_of
from vitrina.decrees.titles import Title, title_of_report
from vitrina.decrees.values import PROGRAMME, LeftOut

_TOLD = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:целевой\s+)?(?:показатель|индикатор)\s*(?:№\s*)?(?P<number>\d{1,2}(?:\.\d+)*)?\s*[.:–—-]*\s*"
    r"[«\"](?P<name>[^»\"]+)[»\"]\s*[:,–—(-]*\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STAGE = re.compile(
    r"(?P<stage>план[а-яё]*|факт[а-яё]*|достигнут[а-яё]*)(?:\s+(?:значени[а-яё]+|показател[а-яё]+|состав[а-яё]+))*"
    r"(?:\s+(?:(?:на|за|в)\s+)?(?P<year>20\d\d)\s*(?:г\.|год[а-яё]*))?(?:\s+состав[а-яё]+)?"
    r"\s*[:=–—-]*\s*(?P<value>(?:не\s+(?:менее|более|ниже|выше)\s+)?[-−]?\d[\d \u00a0]*(?:[.,]\d+)?)"
    r"(?![\d])(?!\s*(?:г\.|год|гг))\s*(?P<unit>%|[а-яё.]+(?:\s+[а-яё]+\.?)?)?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"причин[а-яё]*(?:\s+(?:отклонени[а-яё]+|невыполнени[а-яё]+))?\s*[:–—-]\s*(?P<reason>[^.]+)", re.IGNORECASE
)
_NO_UNIT = re.compile(r"(?:в|за|при|и|факт|план)\b", re.IGNORECASE)


def told_indicators(blocks: Sequence[Block]) -> Iterator[Indicator]:
    """Each with plan and actual of the year that its paragraph names, or the report."""
    report = title_of_report(blocks)
    for block in blocks:
        if not isinstance(block, Paragraph) or not (found := _TOLD.match(block.text)):
            continue
        stages = [*_STAGE.finditer(found["rest"])]
        if not any(one["stage"].lower().startswith(("факт", "достигнут")) for one in stages):
            continue
        year = Title(found["rest"], report).year(is_report=True)
        values = [_value(one, one["year"] or year, block) for one in stages]
        reason = _REASON.search(found["rest"])
        told = [_with_reason(one, reason["reason"].strip() if reason else "") for one in values]
        unit = next((one["unit"] for one in stages if one["unit"] and not _NO_UNIT.match(one["unit"])), "")
        yield Indicator(
            found["name"].strip(), found["number"] or "", unit.strip(" ."), naming.line_of(found["rest"]) or PROGRAMME,
            block.place, " ".join(block.text.split()),
            values=tuple(one for one in told if isinstance(one, IndicatorValue)),
            unread=tuple(one for one in told if isinstance(one, LeftOut)),
        )  # fmt: skip


def _value(told: re.Match[str], year: str, block: Paragraph) -> IndicatorValue | LeftOut:
    words = " ".join(block.text.split())
    found = VALUE.fullmatch(told["value"].strip())
    if not year.isdecimal() or found is None:
        return LeftOut(words, block.place, "columns" if found else "letters")
    stage: Stage = "plan" if told["stage"].lower().startswith("план") else "actual"
    return value_of(found, int(year), stage, block.place, words)


def _with_reason(value: IndicatorValue | LeftOut, reason: str) -> IndicatorValue | LeftOut:
    return value.explained(reason) if isinstance(value, IndicatorValue) and value.stage == "actual" else value
