"""Indicators and values made up to be measured, charted and told."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Any

from vitrina.charts.observed import Observed
from vitrina.dataset.programme import Indicator, Observation
from vitrina.measures.series import groups, series, undated
from vitrina.measures.status import StatusRule, comparisons
from vitrina.words import Words
from vitrina.words.numbers import Language

KNOWN_UNTIL = date(2021, 9, 30)
"""The last day that the first programme's edition tells of."""
SHARE = "%"
DOCUMENT = "draft-2021"
NAMES: dict[Language, tuple[str, str]] = {
    "ru": ("Очередь", "ребёнок|ребёнка|детей"),
    "en": ("Queue", "child|children"),
}


def indicator(direction: str = "rising", unit: str = NAMES["ru"][1]) -> Indicator:
    return Indicator(
        id="queue",
        kind="mentioned",
        theme="queue",
        direction=direction,
        source_status="",
        name="",
        short_name="",
        explanation="",
        document=DOCUMENT,
        place="",
        words="",
        row=2,
        unit=unit,
    )


def days(when: str) -> tuple[date | None, date | None]:
    """«2020», «2021-01..2021-09», «2021-01-01»; nothing where no time is named."""
    if not when:
        return None, None
    first, _, last = when.partition("..")
    last = last or first
    year, *rest = (int(part) for part in last.split("-"))
    if len(rest) == 2:
        end = date.fromisoformat(last)
    else:
        month = rest[0] if rest else 12
        end = date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(first + "-01-01"[len(first) - 4 :]), end


def value(when: str, amount: str | int | None, stage: str = "actual", **others: object) -> Observation:
    """An observation whose id is what it is of: «actual 2020»."""
    first, last = days(when)
    plain: dict[str, Any] = {
        "id": " ".join(filter(None, (stage, when, str(others.get("group", ""))))),
        "indicator": "queue",
        "part_of": None,
        "sign": "=",
        "status": None if amount is not None else "no-data",
        "document": DOCUMENT,
        "place": "",
        "words": "",
        "row": 2,
    }
    decimal = None if amount is None else Decimal(amount)
    return Observation(**plain | {"first": first, "last": last, "stage": stage, "value": decimal} | others)


def seen(*values: object) -> tuple[object, ...]:
    """Values of several types, to be compared at once."""
    return values


def plan(when: str, amount: str | int | None, sign: str = "=", **others: object) -> Observation:
    return value(when, amount, "plan", sign=sign, **others)


def observed(
    *observations: Observation,
    language: Language = "ru",
    direction: str = "rising",
    unit: str | None = None,
    whole: Observation | None = None,
) -> Observed:
    """What a chart speaks about; groups are named by their own words in both languages."""
    name, forms = NAMES[language]
    measured = indicator(direction, unit or NAMES["ru"][1])
    return Observed(
        indicator=measured,
        name=name,
        unit=unit or forms,
        group_names={observation.id: observation.group for observation in observations if observation.group},
        series=series(observations),
        undated=undated(observations),
        groups=groups(observations),
        whole=whole,
        comparisons=comparisons(measured, observations, StatusRule(), KNOWN_UNTIL),
        words=Words(language),
        source="раздел 2",
        groups_source="раздел 2",
    )
