"""Who pays, as a bar in true proportion and the list under it: of one programme, or of all of them together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from vitrina.dataset.cells import UNNAMED
from vitrina.measures.funding import share
from vitrina.measures.known import known_or
from vitrina.pages.context import Context, SourceOfMoney
from vitrina.words import Words
from vitrina.words.provenance import sum_of

_ROOM_FOR_NAME = 15
"""Percent of the bar's width from which a source's full name fits under its segment."""
_GAP = 0.3
"""Percent of the bar's width between two segments."""


def strip(sources: Sequence[SourceOfMoney]) -> list[dict[str, str]]:
    """The sources in their true proportion, percent of the width; nothing where there are no parts to tell apart."""
    parts, x = [], 0.0
    if len(sources) < 2:
        return []
    room = 100 - _GAP * (len(sources) - 1)
    for source in sources:
        width = float(source.share or 0) * room / 100
        parts.append({"slot": source.slot, "x": f"{x:.2f}", "width": f"{width:.2f}"})
        x += width + _GAP
    return parts


def source_mix(sources: Iterable[SourceOfMoney], words: Words) -> list[tuple[str, str, str, str]]:
    """What stands under the bar: slot, name, share, amount."""
    return [
        (
            source.slot,
            _beside_bar(source),
            words.percent(known_or(source.share, Decimal(0))),
            words.money(known_or(source.total, 0)),
        )
        for source in sources
    ]


def all_sources(contexts: Sequence[Context]) -> tuple[SourceOfMoney, ...]:
    """The sources of all programmes together, the largest first; nobody where those of one are not known."""
    payers = [context.payers for context in contexts]
    if not all(payers):
        return ()
    totals: dict[str, int] = {}
    by_id: dict[str, SourceOfMoney] = {}
    for source in (source for listed in payers for source in listed):
        totals[source.id] = totals.get(source.id, 0) + known_or(source.total, 0)
        by_id.setdefault(source.id, source)
    grand = sum_of(totals.values())
    summed = [replace(by_id[key], total=total, share=share(total, grand)) for key, total in totals.items()]
    return tuple(sorted(summed, key=lambda source: (source.id == UNNAMED, -(source.total or 0))))


def _beside_bar(source: SourceOfMoney) -> str:
    """The full name, or the short one under a segment too narrow for more."""
    return source.name if (source.share or 0) > _ROOM_FOR_NAME else source.short
