"""Shapes of every kind, the small ones first: what fails is found in its smallest form."""

from hypothesis import strategies as st

from shapes.shape import SOURCES, Document, Measured, ObservationStage, Shape, Stated

_FORMS = st.sampled_from(("all", "cells", "totals", "sources", "grand"))
_FEW = st.sampled_from((0, 0, 0, 2, 3, 5))
"""Every so many-th of something; mostly none of it."""


_OBSERVED: tuple[tuple[ObservationStage, ...], ...] = (
    ("plan", "actual"),
    ("baseline", "plan", "actual"),
    ("actual",),
    ("plan",),
    ("actual", "forecast"),
    ("baseline", "plan", "actual", "estimate", "forecast"),
    ("estimate",),
    ("baseline",),
    (),
)


@st.composite
def _told(
    draw: st.DrawFn, levels: tuple[str, ...], stages: tuple[str, ...], years: tuple[int, ...]
) -> tuple[Stated, ...]:
    """What a document tells: of some levels and stages, each of its own years, and each only once."""
    known = sorted({(level, stage) for level in levels for stage in stages})
    count = min(len(known), draw(st.sampled_from((1, 2, 3, 5, 0))))
    of = draw(st.lists(st.sampled_from(known), unique=True, min_size=count, max_size=count))
    return tuple(
        Stated(
            level,  # type: ignore[arg-type]
            stage,  # type: ignore[arg-type]
            draw(_FORMS),  # type: ignore[arg-type]
            tuple(year for year in years if draw(st.sampled_from((True, True, True, False)))),
            draw(_FEW),
        )
        for level, stage in of
    )


@st.composite
def _papers(draw: st.DrawFn, length: int, levels: tuple[str, ...]) -> tuple[Document, ...]:
    """Editions and reports, the earliest first. One of them is a whole edition."""
    whole = draw(st.integers(0, 2))
    count = draw(st.sampled_from((1, 2, 3, 5)))
    years = sorted(draw(st.lists(st.integers(-1, length), min_size=count, max_size=count)))
    papers = []
    for at, year in enumerate(years):
        kind = draw(st.sampled_from(("edition", "report")))
        covers = draw(st.sampled_from(("whole", "part"))) if kind == "edition" else "part"
        if at == min(whole, len(years) - 1):
            kind, covers = "edition", "whole"
        start = draw(st.sampled_from((0, 0, max(0, year))))
        span = tuple(range(start, start + draw(st.sampled_from((length, length, 3)))))
        if kind == "report":
            span = tuple(one for one in (year - 1, year) if one >= 0)
            told = draw(_told(levels, ("actual", "revised", "actual", "approved", "plan"), span))
        else:
            told = draw(_told(levels, ("plan", "plan", "approved"), span))
        papers.append(Document(kind, covers, year, told, draw(st.booleans())))  # type: ignore[arg-type]
    return tuple(papers)


@st.composite
def _measured(draw: st.DrawFn, length: int) -> Measured:
    return Measured(
        kind=draw(st.sampled_from(("target", "mentioned"))),
        unit=draw(st.sampled_from(("%", "место|места|мест"))),
        direction=draw(st.sampled_from(("rising", "falling", "steady", "none"))),
        span=draw(st.sampled_from(("year", "school", "day", "half", "financial", "years", "unknown"))),
        stages=draw(st.sampled_from(_OBSERVED)),
        years=tuple(year for year in range(-1, min(length, 6)) if draw(st.sampled_from((True, True, False)))),
        groups=draw(st.sampled_from((0, 0, 1, 3))),
        sign=draw(st.sampled_from(("", "≥", ">", "≤"))),
        is_range=draw(st.sampled_from((False, False, True))),
        silent=draw(_FEW),
        zeros=draw(st.sampled_from((False, False, True))),
        weight=draw(st.sampled_from(("", "", "0,5", "0", "1"))),
        of_line=draw(st.sampled_from((None, "programme", "subprogramme", "measure"))),
        continues=draw(st.sampled_from(("", "", "yes", "no"))),
        is_key_figure=draw(st.booleans()),
    )


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """A dataset of any of these kinds."""
    length = draw(st.sampled_from((3, 1, 2, 5, 11, 30)))
    narrower = draw(st.sampled_from((0, 0, -1, 1, 3)))
    subprogrammes, measures = draw(st.sampled_from((0, 2, 1, 4))), draw(st.sampled_from((0, 2, 1)))
    levels = ("programme", *(["subprogramme"] if subprogrammes else []), *(["measure"] if measures else []))
    return Shape(
        first=draw(st.sampled_from((2021, 2014, 2019, 1998))),
        period=(draw(st.sampled_from((0, 0, -1, 1))) if length > 2 else 0, max(1, length - 1 + narrower)),
        is_school_years=draw(st.sampled_from((False, False, True))),
        sources=draw(st.sampled_from([SOURCES[:count] for count in (2, 1, 3, 4, 7)] + [SOURCES[4:]])),
        subprogrammes=subprogrammes,
        measures=measures,
        papers=draw(_papers(length, levels)),
        zeros=draw(st.sampled_from(("none", "none", "none", "cells", "year", "source", "all"))),
        sparse=draw(_FEW),
        wrong=draw(_FEW),
        scale=draw(st.sampled_from((1_000, 100, 1_000_000, 1_000_000_000))),
        of_which=draw(st.sampled_from((False, False, True))),
        indicators=tuple(draw(_measured(length)) for _ in range(draw(st.sampled_from((0, 2, 1, 4))))),
        method=draw(st.sampled_from(("", "ratio", "ratio-130", "achievement-spending"))),
        tolerance=draw(st.sampled_from(("", "5"))),
        prices=draw(st.sampled_from((range(2014, 2024), range(2022, 2023), range(1991, 2035)))),
        promises=draw(st.booleans()),
        codes=draw(st.booleans()),
        completions=draw(st.booleans()),
        assignments=draw(st.booleans()),
        answers=draw(st.booleans()),
        languages=draw(st.sampled_from((("ru", "en"), ("ru", "en"), ("ru",)))),
        territory=draw(st.sampled_from(("city", "oblast", "district", "republic"))),
    )
