"""Who gives which part of each year's money: a line a source, told apart by dash as well as by colour."""

from decimal import Decimal

import altair as alt

from vitrina.charts.chart import Cell, Chart, Column, Names, Table
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK_2, LETTER, PAPER, Frame
from vitrina.charts.subject import Subject, rounded
from vitrina.measures.funding import FundingByYear
from vitrina.measures.known import Missing
from vitrina.words import Words

_WIDE_HEIGHT, _NARROW_HEIGHT, _BOTTOM, _OVER = 370, 320, 30, 26
_DENSE = 16
"""Pixels from year to year up to which points are small, so that they do not cover the lines."""
_DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (11, 6), (3, 5), (12, 5, 3, 5))
"""By a source's place, the largest first."""


def shares(funding: FundingByYear, words: Words, names: Names, source_line: str) -> Chart:
    subject = Subject(funding, words, names)
    return Chart(
        id="shares",
        language=words.language,
        finding=_finding(subject),
        subtitle=subject.say("shares.subtitle"),
        description=_description(subject),
        source=source_line,
        wide=style.drawing("wide", lines(subject, wide=True)),
        narrow=style.drawing("narrow", lines(subject, wide=False)),
        panels=(),
        key=subject.key(ahead=False),  # said in the drawing: here a year ahead is a hollow point, no hatch
        table=_table(subject),
    )


def lines(subject: Subject, wide: bool) -> style.Layered:
    """Full points are years of the edition, hollow ones lie ahead of it. No line crosses a year without a figure."""
    funding, words = subject.funding, subject.words
    rows = _rows(subject)
    marks = [Decimal(mark) for mark in range(0, 101, 25)]
    texts = [words.percent(mark, 0) if mark else words.number(0) for mark in marks]
    begin, end = _labels(subject, rows, first=True), _labels(subject, rows, first=False)
    side = layout.widest((label["text"] for label in begin), LETTER, bold=True) + 12
    named = [f"{subject.names[label['source']].short} {label['text']}" if wide else label["text"] for label in end]
    frame = Frame(
        style.WIDE if wide else style.NARROW,
        _WIDE_HEIGHT if wide else _NARROW_HEIGHT,
        left=layout.widest(texts, LETTER) + (side + 8 if wide else 12),
        right=max(layout.widest(named, LETTER, bold=True) + 16, layout.text_width("0000", LETTER) / 2),
        bottom=_BOTTOM,
    )
    top = 100 * frame.plot_height / (frame.plot_height - _OVER)
    pixels = frame.plot_height / top
    first, last = funding.first_year, funding.last_year
    domain = [first, last] if last > first else [first - 1, first + 1]
    step = frame.plot_width / (domain[1] - domain[0])
    fewest = layout.text_width("0000", LETTER) * (1.15 if wide else 1.4) / step
    ticked = [
        first + place for place in layout.spaced(last - first + 1, fewest, [0, last - first, subject.latest - first])
    ]
    values = [float(mark) for mark in marks]
    x = alt.X(
        "year:Q",
        scale=alt.Scale(domain=domain, nice=False, zero=False),
        axis=alt.Axis(values=ticked, labelExpr=style.labels(ticked, [str(year) for year in ticked]), labelPadding=10),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, top], nice=False),
        axis=alt.Axis(
            grid=True, values=values, labelExpr=style.labels(values, texts), labelPadding=side + 4 if wide else 8
        ),
    )
    layers = []
    for place, source in enumerate(funding.sources):
        of_source = style.plot(style.picked(rows, "source", source))
        colour = style.source_fill(subject.names[source].slot)
        layers.append(
            of_source.mark_line(stroke=colour, strokeDash=list(_DASHES[place % len(_DASHES)]), strokeCap="butt").encode(
                x=x, y=y, detail=alt.Detail("run:N")
            )
        )
        layers.append(
            of_source.mark_point(
                filled=True, opacity=1, size=64 if step > _DENSE else 20, stroke=colour, strokeWidth=2
            ).encode(x=x, y=y, fill=style.fill_as_is(), **style.sentence())
        )
    ends = [label | {"text": text} for label, text in zip(end, named, strict=True)]
    layers.append(_beside(last, ends, frame, pixels).mark_text(align="left", dx=10, fontWeight="bold"))
    if wide and last > first:
        layers.append(_beside(first, begin, frame, pixels).mark_text(align="right", dx=-10, fontWeight="bold"))
    ahead = [year for year in funding.years_ahead if subject.stated(year)]
    if ahead and rows:
        width = layout.text_width(subject.say("ahead"), LETTER)
        middle = ((ahead[0] + ahead[-1]) / 2 - domain[0]) * step
        begins = min(max(middle - width / 2, 16), frame.plot_width + frame.right - width - 4)
        note = style.plot([{"text": subject.say("ahead")}])
        layers += [
            note.mark_point(size=50, stroke=INK_2, strokeWidth=1.5).encode(x=alt.value(begins - 10), y=alt.value(8)),
            note.mark_text(fontStyle="italic", color=INK_2, align="left").encode(
                x=alt.value(begins), y=alt.value(8), text=alt.Text("text:N")
            ),
        ]
    return style.Layered(layers, frame)


def _beside(year: int, labels: list[dict[str, str]], frame: Frame, pixels: float) -> alt.Chart:
    """The shares of one year beside their points, pushed apart."""
    wanted = [float(label["value"]) * pixels for label in labels]
    where = layout.apart(wanted, LETTER + 3, LETTER / 2, frame.plot_height - _OVER + LETTER / 4)
    rows = [
        {"year": year, "at": at / pixels, "text": label["text"], "colour": label["colour"]}
        for label, at in zip(labels, where, strict=True)
    ]
    return style.plot(rows).encode(
        x=alt.X("year:Q"), y=alt.Y("at:Q"), text=alt.Text("text:N"), color=style.as_is("colour")
    )


def _rows(subject: Subject) -> list[style.Row]:
    funding = subject.funding
    rows: list[style.Row] = []
    for source in funding.sources:
        found = {year: subject.share(source, year) for year in funding.years}
        for run, (start, end) in enumerate(
            layout.runs([not isinstance(found[year], Missing) for year in funding.years])
        ):
            for year in funding.years[start : end + 1]:
                share = found[year] or Decimal(0)
                rows.append(
                    {
                        "source": source,
                        "year": year,
                        "value": round(float(share), 3),
                        "run": f"{source}{run}",
                        "fill": PAPER if funding.is_ahead(year) else subject.fill(source, year),
                        "words": subject.tooltip(source, year, funding.amounts[source, year]),
                    }
                )
    return rows


def _labels(subject: Subject, rows: list[style.Row], first: bool) -> list[dict[str, str]]:
    """The shares of the first or of the last year, the smallest first."""
    year = subject.funding.first_year if first else subject.funding.last_year
    there = sorted((row for row in rows if row["year"] == year), key=lambda row: float(row["value"]))
    found = []
    for row in there:
        share = subject.share(str(row["source"]), year)
        found.append(
            {
                "source": str(row["source"]),
                "value": str(row["value"]),
                "text": subject.words.percent(share or 0),
                "colour": subject.ink(str(row["source"])),
            }
        )
    return found


def _leader(subject: Subject, year: int) -> str | None:
    """The source with the largest amount of a year; None when two share that place or nothing is stated."""
    funding = subject.funding
    largest = max((funding.amount(source, year) or 0 for source in funding.sources), default=0)
    first = [source for source in funding.sources if largest and funding.amount(source, year) == largest]
    return first[0] if len(first) == 1 else None


def _finding(subject: Subject) -> str:
    years = [year for year in subject.stated_years if subject.height(year)]
    if not years or not subject.funding.sources:
        return subject.say("shares.nothing")
    paying = [source for source in subject.funding.sources if subject.funding.total_of(source)]
    if len(paying) == 1:
        kind = "single_named" if any(subject.funding.unnamed.values()) else "single"
        return subject.say(f"shares.{kind}", source=subject.names[paying[0]].name_inside)
    if not all(_is_sure(subject, year) for year in years):
        return subject.say("shares.unsure")
    leader = _leader(subject, years[-1])
    if leader is None:
        return subject.say("shares.no_leader", year=years[-1])
    return _leading(subject, years, leader)


def _is_sure(subject: Subject, year: int) -> bool:
    """Whether money of which no source is named could not make another source the largest."""
    amounts = sorted(subject.funding.amount(source, year) or 0 for source in subject.funding.sources)
    rest = subject.funding.unnamed.get(year, 0)
    return rest == 0 or amounts[-1] > (amounts[-2] if len(amounts) > 1 else 0) + rest


def _leading(subject: Subject, years: list[int], leader: str) -> str:
    """Since when the largest source of the last year has been the largest."""
    leaders = [_leader(subject, year) for year in years]
    name = subject.names[leader].name_inside
    start = max((place + 1 for place, other in enumerate(leaders) if other != leader), default=0)
    if start == 0:
        found = [subject.share(leader, year) or Decimal(0) for year in years]
        low, high = (subject.words.percent(share, 0) for share in (min(found), max(found)))
        if not subject.knows_every_year:
            return subject.say("shares.always_known", source=name)
        if low == high:
            return subject.say("shares.always_same", source=name, share=low)
        return subject.say("shares.always", source=name, low=low, high=high)
    before = set(leaders[:start])
    other = before.pop() if len(before) == 1 else None
    if other is None:
        return subject.say("shares.since", year=years[start], source=name)
    return subject.say("shares.since_before", year=years[start], source=name, other=subject.names[other].name_inside)


def _description(subject: Subject) -> str:
    parts = [subject.say("shares.description", **subject.span())]
    for year in dict.fromkeys([subject.funding.first_year, subject.latest, subject.funding.last_year]):
        told = []
        for source in subject.funding.sources:
            share = subject.share(source, year)
            if not isinstance(share, Missing):
                told.append(
                    subject.say("shares.one", source=subject.names[source].name, share=subject.words.percent(share))
                )
        if told:
            parts.append(subject.say("shares.year", year=year, shares=", ".join(told)))
    return " ".join(parts)


def _table(subject: Subject) -> Table:
    columns = [Column("year", subject.say("column.year"))]
    columns += [
        Column(source, subject.say("column.share", name=subject.names[source].name))
        for source in subject.funding.sources
    ]
    rows: list[tuple[Cell, ...]] = []
    for year in subject.funding.years:
        found = (subject.share(source, year) for source in subject.funding.sources)
        rows.append((year, *(rounded(share, 2) for share in found)))
    return Table(tuple(columns), tuple(rows), tuple(map(subject.origin, subject.funding.years)))
