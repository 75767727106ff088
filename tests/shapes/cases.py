"""Shapes that are ordinary for programmes, and what once failed in its smallest form: each is looked at every time."""

from collections.abc import Mapping

from shapes.shape import SOURCES, Measured, ObservationStage, Paper, Shape, Told

BY_YEAR = Told(form="totals")
SPENT = Told(stage="actual", years=(0,))
EVERY_STAGE: tuple[ObservationStage, ...] = ("baseline", "plan", "actual", "estimate", "forecast")
REPORT = Paper("report", "part", 1, (SPENT,))

CASES: Mapping[str, Shape] = {
    "no money and no indicators": Shape(),
    "indicators and no money": Shape(indicators=(Measured(), Measured(unit="место|места|мест")), answers=True),
    "totals by year alone": Shape(sources=SOURCES[:1], papers=(Paper(told=(BY_YEAR,)),)),
    "totals without sources, with subprogrammes": Shape(subprogrammes=3, papers=(Paper(told=(BY_YEAR,)),)),
    "only a grand total": Shape(papers=(Paper(told=(Told(form="grand"),)),)),
    "only totals by source": Shape(papers=(Paper(told=(Told(form="sources"),)),)),
    "money on one level below": Shape(subprogrammes=2, papers=(Paper(told=(Told("subprogramme"),)),)),
    "money on measures alone": Shape(
        subprogrammes=1, measures=1, papers=(Paper(told=(Told("measure", form="totals"),)),), codes=True
    ),
    "measures right under the programme": Shape(measures=2, papers=(Paper(told=(Told("measure"),)), REPORT)),
    "every level, by source and in total": Shape(
        subprogrammes=2,
        measures=2,
        papers=(Paper(told=(Told(), Told("subprogramme", form="cells"), Told("measure", form="totals"))), REPORT),
        completions=True,
    ),
    "one year": Shape(period=(0, 0), papers=(Paper(told=(Told(years=(0,)),)), Paper("report", "part", 0, (SPENT,)))),
    "thirty years": Shape(first=1998, period=(0, 29), papers=(Paper(told=(Told(years=tuple(range(30))),)),)),
    "a year of nought": Shape(zeros="year", papers=(Paper(told=(Told(),)),)),
    "a source of nought": Shape(zeros="source", papers=(Paper(told=(Told(),)),)),
    "years of nought": Shape(zeros="all", subprogrammes=2, papers=(Paper(told=(Told(), Told("subprogramme"))), REPORT)),
    "some amounts are not told": Shape(papers=(Paper(told=(Told(silent=3),)),)),
    "a year is left out": Shape(papers=(Paper(told=(Told(years=(0, 2)),)),)),
    "a period wider than the money": Shape(period=(-1, 4), papers=(Paper(told=(Told(),)),)),
    "a period narrower than the money": Shape(period=(1, 1), papers=(Paper(told=(Told(),)),)),
    "seven sources of the city's own": Shape(sources=SOURCES, papers=(Paper(told=(Told(),)),)),
    "one source": Shape(sources=("municipal",), papers=(Paper(told=(Told(),)), REPORT)),
    "trillions": Shape(scale=1_000_000_000, papers=(Paper(told=(Told(),)),)),
    "a new edition whose money is not typed in": Shape(papers=(Paper(told=(Told(),)), Paper(year=1))),
    "rolling editions of three years": Shape(
        period=(2, 4),
        papers=tuple(
            Paper(year=year, told=(Told(years=(year, year + 1, year + 2)),), restates=True) for year in range(3)
        ),
    ),
    "an amendment of one year": Shape(
        papers=(Paper(told=(Told(),)), Paper("edition", "part", 1, (Told(years=(1,)),), restates=True))
    ),
    "a plan only in a report": Shape(papers=(Paper(), Paper("report", "part", 1, (Told(years=(0,)), SPENT)))),
    "a report of totals": Shape(
        subprogrammes=2,
        papers=(
            Paper(told=(Told(), Told("subprogramme"))),
            Paper("report", "part", 1, (Told(stage="actual", form="totals", years=(0, 1)),)),
        ),
    ),
    "a report without any plan": Shape(papers=(Paper(), REPORT)),
    "every stage": Shape(
        papers=(
            Paper(told=(Told(), Told(stage="approved"))),
            Paper("report", "part", 0, (Told(stage="revised", years=(0,)), SPENT)),
        )
    ),
    "totals that differ from their parts": Shape(wrong=2, subprogrammes=2, papers=(Paper(told=(Told(),)),)),
    "parts of amounts": Shape(of_which=True, papers=(Paper(told=(Told(),)), REPORT)),
    "school years": Shape(
        period=(0, 3),
        is_school_years=True,
        papers=(Paper(told=(Told(),)), Paper("report", "part", 3)),
        indicators=(
            Measured(span="school", stages=("baseline", "plan", "actual"), years=(0, 1, 2)),
            Measured(span="financial", unit="место|места|мест"),
        ),
    ),
    "indicators of every kind": Shape(
        papers=(Paper(told=(Told(),)), Paper("report", "part", 2)),
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
            Paper(
                covers="part",
                year=-1,
                told=(Told("measure", form="cells"), Told(form="totals", years=(1, 2), silent=3)),
                restates=True,
            ),
            Paper("edition", "whole", -1, (Told("subprogramme", form="grand", years=(0,), silent=3),)),
        ),
    ),
    "nothing is spent in a year": Shape(
        first=1998,
        sources=SOURCES,
        measures=1,
        papers=(
            Paper("report", "part", 1, tuple(Told("measure", stage, years=(0, 1)) for stage in ("actual", "revised"))),
            Paper("edition", "whole", 9, ()),
            Paper("report", "part", 9, (Told("measure", years=(8, 9), silent=2),)),
        ),
        zeros="cells",
    ),
    "an oblast, in Russian alone": Shape(
        languages=("ru",), territory="oblast", sources=SOURCES[1:4], subprogrammes=2,
        papers=(Paper(told=(Told(), Told("subprogramme")),),), promises=True, answers=True,
    ),
}  # fmt: skip
