"""The ratio method where a degree counts up to 1.3, so that more than the plan makes up for less elsewhere."""

from decimal import Decimal

from vitrina.measures.evaluation.method import Method
from vitrina.measures.evaluation.ratio import GRADES, by_ratio

RATIO_130 = Method(
    "ratio-130",
    Decimal("1.3"),
    by_ratio,
    ("docs.cntd.ru/document/561596694", "consultant.ru, LAW 284387"),
    GRADES,
)
"""The cap: docs.cntd.ru/document/561596694. No scale of its own is at hand: the ratio method's is used."""
