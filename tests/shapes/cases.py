"""Shapes that are ordinary for programmes, and what once failed in its smallest form: each is looked at every time."""

from collections.abc import Mapping

from shapes.shape import SOURCES, Document, Measured, ObservationStage, Shape, Stated

BY_YEAR = Stated(form="totals")
SPENT = Stated(stage="actual", years=(0,))
EVERY_STAGE: tuple[ObservationStage, ...] = ("baseline", "plan", "actual", "estimate", "forecast")
REPORT = Document("report", "part", 1, (SPENT,))

CASES: Mapping[str, Shape] = {
    "no money and no indicators": Shape(),
    "indicators and no money": Shape(indicators=(Measured(), Measured(unit="место|места|мест")), answers=True),
    "totals by year alone": Shape(sources=SOURCES[:1], papers=(Document(told=(BY_YEAR,)),)),
    "totals without sources, with subprogrammes": Shape(subprogrammes=3, papers=(Document(told=(BY_YEAR,)),)),
    "only a grand total": Shape(papers=(Document(told=(Stated(form="grand"),)),)),
    "only totals by source": Shape(papers=(Document(told=(Stated(form="sources"),)),)),
    "money on one level below": Shape(subprogrammes=2, papers=(Document(told=(Stated("subprogramme"),)),)),
    "money on measures alone": Shape(
        subprogrammes=1, measures=1, papers=(Document(told=(Stated("measure", form="totals"),)),), codes=True
    ),
    "measures right under the programme": Shape(measures=2, papers=(Document(told=(Stated("measure"),)), REPORT)),
    "every level, by source and in total": Shape(
        subprogrammes=2,
        measures=2,
        papers=(
            Document(told=(Stated(), Stated("subprogramme", form="cells"), Stated("measure", form="totals"))),
            REPORT,
        ),
        completions=True,
    ),
    "one year": Shape(
        period=(0, 0), papers=(Document(told=(Stated(years=(0,)),)), Document("report", "part", 0, (SPENT,)))
    ),
    "thirty years": Shape(first=1998, period=(0, 29), papers=(Document(told=(Stated(years=tuple(range(30))),)),)),
    "a year of nought": Shape(zeros="year", papers=(Document(told=(Stated(),)),)),
    "a source of nought": Shape(zeros="source", papers=(Document(told=(Stated(),)),)),
    "years of nought": Shape(
        zeros="all", subprogrammes=2, papers=(Document(told=(Stated(), Stated("subprogramme"))), REPORT)
    ),
    "some amounts are not told": Shape(papers=(Document(told=(Stated(silent=3),)),)),
    "a year is left out": Shape(papers=(Document(told=(Stated(years=(0, 2)),)),)),
    "a period wider than the money": Shape(period=(-1, 4), papers=(Document(told=(Stated(),)),)),
    "a period narrower than the money": Shape(period=(1, 1), papers=(Document(told=(Stated(),)),)),
    "seven sources of the city's own": Shape(sources=SOURCES, papers=(Document(told=(Stated(),)),)),
    "one source": Shape(sources=("municipal",), papers=(Document(told=(Stated(),)), REPORT)),
    "trillions": Shape(scale=1_000_000_000, papers=(Document(told=(Stated(),)),)),
    "a new edition whose money is not typed in": Shape(papers=(Document(told=(Stated(),)), Document(year=1))),
    "rolling editions of three years": Shape(
        period=(2, 4),
        papers=tuple(
            Document(year=year, told=(Stated(years=(year, year + 1, year + 2)),), restates=True) for year in range(3)
        ),
    ),
    "an amendment of one year": Shape(
        papers=(Document(told=(Stated(),)), Document("edition", "part", 1, (Stated(years=(1,)),), restates=True))
    ),
    "a plan only in a report": Shape(papers=(Document(), Document("report", "part", 1, (Stated(years=(0,)), SPENT)))),
    "a report of totals": Shape(
        subprogrammes=2,
        papers=(
            Document(told=(Stated(), Stated("subprogramme"))),
            Document("report", "part", 1, (Stated(stage="actual", form="totals", years=(0, 1)),)),
        ),
    ),
    "a report without any plan": Shape(papers=(Document(), REPORT)),
    "every stage": Shape(
        papers=(
            Document(told=(Stated(), Stated(stage="approved"))),
            Document("report", "part", 0, (Stated(stage="revised", years=(0,)), SPENT)),
        )
    ),
    "totals that differ from their parts": Shape(wrong=2, subprogrammes=2, papers=(Document(told=(Stated(),)),)),
    "parts of amounts": Shape(of_which=True, papers=(Document(told=(Stated(),)), REPORT)),
    "school years": Shape(
        period=(0, 3),
        is_school_years=True,
        papers=(Document(told=(Stated(),)), Document("report", "part", 3)),
        indicators=(
            Measured(span="school", stages=("baseline", "plan", "actual"), years=(0, 1, 2)),
            Measured(span="financial", unit="место|места|мест"),
        ),
    ),
    "indicators of every kind": Shape(
        papers=(Document(told=(Stated(),)), Document("report", "part", 2)),
        indicators=(
            Measured(span="year", stages=EVERY_STAGE, groups=2, silent=5),
            Measured(span="day", stages=EVERY_STAGE, unit="место|места|мест", direction="falling"),
            Measured("mentioned", span="half", stages=EVERY_STAGE, direction="steady"),
            Measured("mentioned", span="unknown", unit="место|места|мест", direction="none"),
            Measured(span="years", is_range=True),
        ),
        method="ratio",
        answers=True,
    ),
    "a later edition plans no measure": Shape(
        subprogrammes=1,
        measures=2,
        papers=(
            Document(
                covers="part",
                year=-1,
                told=(Stated("measure", form="cells"), Stated(form="totals", years=(1, 2), silent=3)),
                restates=True,
            ),
            Document("edition", "whole", -1, (Stated("subprogramme", form="grand", years=(0,), silent=3),)),
        ),
    ),
    "nothing is spent in a year": Shape(
        first=1998,
        sources=SOURCES,
        measures=1,
        papers=(
            Document(
                "report", "part", 1, tuple(Stated("measure", stage, years=(0, 1)) for stage in ("actual", "revised"))
            ),
            Document("edition", "whole", 9, ()),
            Document("report", "part", 9, (Stated("measure", years=(8, 9), silent=2),)),
        ),
        zeros="cells",
    ),
    "an oblast, in Russian alone": Shape(
        languages=("ru",), territory="oblast", sources=SOURCES[1:4], subprogrammes=2,
        papers=(Document(told=(Stated(), Stated("subprogramme")),),), promises=True, answers=True,
    ),
}  # fmt: skip
