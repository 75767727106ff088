"""An indicator has one verdict, whichever page tells it: the lists and tables, its own page, the scoreboard."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from support.datasets import DIVNOGORSK, SAMPLE
from vitrina.charts.findings.observed import status_of
from vitrina.measures.loading import load_dataset
from vitrina.pages.context import Context
from vitrina.pages.indicator_history import IndicatorHistory
from vitrina.pages.observed import IndicatorProfile, last_comparison, profiles_of
from vitrina.pages.plan_rows import plan_rows
from vitrina.words import Words

Verdicts = Mapping[str, Mapping[str, str]]
"""By indicator, or indicator and plan; then by page."""


def contexts(data: Path) -> Iterator[Context]:
    dataset = load_dataset(data).dataset
    assert dataset
    yield from (Context(dataset, programme, Words("ru")) for programme in dataset.programmes)


def verdicts(context: Context) -> Verdicts:
    profiles = profiles_of(context)
    found: dict[str, dict[str, str]] = {}

    def note(page: str, indicator: str, plan: str, verdict: str) -> None:
        found.setdefault(f"{indicator} {plan}", {})[page] = verdict

    for one in profiles.values():
        compared = last_comparison(one.observed)
        note("list", one.id, compared.plan.id if compared else "", one.status.text)
        for comparison, row in _rows(context, one):
            note("own page", one.id, comparison, row)
    for score in context.measures.board.scores:
        now = score.now
        if now is not None and now.plan is not None and now.plan.indicator == score.indicator.id:
            note("scoreboard", score.indicator.id, now.plan.id, status_of(profiles[score.indicator.id].observed, now))
    return found


def _rows(context: Context, one: IndicatorProfile) -> Iterator[tuple[str, str]]:
    observed = one.observed
    rows = plan_rows(context, one, IndicatorHistory.of(context.programme))
    for comparison in observed.comparisons:
        time, group = observed.time(comparison.plan), observed.group_names.get(comparison.plan.id, "")
        named = f"{time}, {group}" if group else time
        shown = [row.status for row in rows if row.time == named and row.plan.text == observed.signed(comparison.plan)]
        assert shown, (one.id, named)
        yield comparison.plan.id, shown[0]


@pytest.mark.parametrize("data", [DIVNOGORSK, SAMPLE], ids=["divnogorsk", "sample"])
def test_every_page_gives_an_indicator_the_same_verdict(data: Path) -> None:
    pages = 0
    for context in contexts(data):
        for plan, found in verdicts(context).items():
            assert len(set(found.values())) == 1, (plan, found)
            pages += len(found)
    assert pages > 20


def test_what_is_promised_without_a_figure_is_said_so() -> None:
    [context] = contexts(DIVNOGORSK)
    assert verdicts(context)["queue "] == {"list": "обещано без числа"}
