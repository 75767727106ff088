"""Who pays, as a bar in true proportion and the list under it: of one programme, or of all of them together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vitrina.measures.funding import percent_of
from vitrina.pages.context import Context, SourceOfMoney
from vitrina.words import Words

_ROOM_FOR_NAME = 15
"""Percent of the bar's width from which a source's full name fits under its segment."""
_GAP = 0.3
"""Percent of the bar's width between two segments."""


def strip(sources: Sequence[SourceOfMoney]) -> list[dict[str, str]]:
    """The sources in their true proportion, percent of the width."""
    parts, x = [], 0.0
    room = 100 - _GAP * (len(sources) - 1)
    for source in sources:
        width = float(source.share) * room / 100
        parts.append({"slot": source.slot, "x": f"{x:.2f}", "width": f"{width:.2f}"})
        x += width + _GAP
    return parts


def source_mix(sources: Iterable[SourceOfMoney], words: Words) -> list[tuple[str, str, str, str]]:
    """What stands under the bar: slot, name, share, amount."""
    return [
        (source.slot, _beside_bar(source), words.percent(source.share), words.money(source.total)) for source in sources
    ]


def all_sources(contexts: Iterable[Context]) -> tuple[SourceOfMoney, ...]:
    """The sources of all programmes together, the largest first."""
    listed = [source for context in contexts for source in context.sources]
    grand = sum(source.total for source in listed)
    by_id = {source.id: source for source in listed}
    totals = {key: sum(source.total for source in listed if source.id == key) for key in by_id}
    together = [
        replace(source, total=totals[key], share=percent_of(totals[key], grand)) for key, source in by_id.items()
    ]
    return tuple(sorted(together, key=lambda source: -source.total))


def _beside_bar(source: SourceOfMoney) -> str:
    """The full name, or the short one under a segment too narrow for more."""
    return source.name if source.share > _ROOM_FOR_NAME else source.short
