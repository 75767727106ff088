"""«Сверка»: every total of the document recomputed, every contradiction with its arithmetic."""

from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.shared import arithmetic, grand_finding, named_totals, programme_values, trail


def check(context: Context) -> Page:
    """The reconciliation page of a programme."""
    words, result = context.words, context.reconciliation
    totals = named_totals(context, result)
    return Page(
        place=context.places.check,
        template="check",
        title=words.say("labels.titles.check"),
        description=words.say("labels.descriptions.check"),
        trail=trail(context),
        values={
            **programme_values(context),
            "grand_finding": grand_finding(context),
            "grand_sum": arithmetic(context, result.grand, context.quoted(None, None)) if result.grand else (),
            "source_sums": {
                total.source: arithmetic(context, total, context.quoted(total.source, None))
                for total in result.differing_sources
            },
            "all_totals": [*totals["grand"], *totals["sources"], *totals["years"]],
        },
        charts={},
    )
