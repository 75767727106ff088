"""One year: from whom its money comes beside the years before and after, and its place among all years."""

from collections.abc import Mapping

import altair as alt

from vitrina.charts.chart import Cell, Chart, Column, Names, Table
from vitrina.charts.funding_by_year import amount_of_year
from vitrina.charts.kit import layout, style
from vitrina.charts.kit.style import INK, INK_2, LETTER, NAME, Frame
from vitrina.charts.subject import Subject, thousands
from vitrina.measures.funding import FundingByYear
from vitrina.measures.known import Missing
from vitrina.words import Words
from vitrina.words.capitals import first_upper
from vitrina.words.speaker import NEARLY_ALL

_NAME_ROW, _NAME_LINE, _ROW, _GAP = 28, 18, 24, 14
_THIN, _THICK = 14, 20
_HEIGHT, _BOTTOM, _OVER = 280, 30, 34
_BESIDE = 0.45
"""How strongly the years beside this one are coloured."""


def year_sources(funding: FundingByYear, year: int, words: Words, names: Names, source_line: str) -> Chart:
    subject = Subject(funding, words, names)
    return Chart(
        id="year-sources",
        language=words.language,
        finding=_sources_finding(subject, year),
        subtitle=subject.say("year_sources.subtitle", unit=subject.unit_name),
        description=_sources_description(subject, year),
        source=source_line,
        wide=style.drawing("wide", by_source(subject, year, style.WIDE)),
        narrow=style.drawing("narrow", by_source(subject, year, style.NARROW)),
        panels=(),
        key=(),
        table=_sources_table(subject, year),
    )


def year_among_years(funding: FundingByYear, year: int, words: Words, source_line: str) -> Chart:
    subject = Subject(funding, words, {})
    return Chart(
        id="year-among-years",
        language=words.language,
        finding=_place_finding(subject, year),
        subtitle=subject.say("year_among_years.subtitle", unit=subject.unit_name),
        description=_place_description(subject, year),
        source=source_line,
        wide=style.drawing("wide", standing(subject, year)),
        narrow=style.drawing("narrow", lying(subject, year)),
        panels=(),
        key=subject.key(sources=False),
        table=_totals_table(subject),
    )


def by_source(subject: Subject, year: int, width: float) -> style.Layered:
    """Under each source's name a bar a year: the year before, this one, the year after. Made alike for both shapes."""
    funding, shown = subject.funding, _neighbours(subject.funding, year)
    left = layout.text_width("0000", LETTER, bold=True) + 10
    amounts = [funding.part(source, other) or 0 for source in funding.parts for other in shown]
    right = layout.widest((subject.label(amount) for amount in amounts), NAME, bold=True) + 10
    reach, largest = width - left - right, max(amounts, default=0)
    bars: list[style.Row] = []
    texts: list[style.Row] = []
    names: list[style.Row] = []
    y = 0.0
    for source in funding.parts:
        for line in layout.lines(subject.names[source].name, NAME, width, bold=True):
            names.append({"x": 0, "y": y + _NAME_ROW / 2, "text": line, "colour": subject.ink(source)})
            y += _NAME_LINE
        y += _NAME_ROW - _NAME_LINE
        for other in shown:
            amount, this = funding.part(source, other), other == year
            length = round(reach * amount / largest, 1) if amount and largest else 0
            half = (_THICK if this else _THIN) / 2
            middle = y + _ROW / 2
            if amount:
                bars.append(
                    {
                        "x": left,
                        "x2": left + length,
                        "y": middle - half,
                        "y2": middle + half,
                        "fill": subject.fill(source, other),
                        "strength": 1 if this else _BESIDE,
                        "words": subject.tooltip(source, other, amount),
                    }
                )
            says = subject.say("not_stated") if isinstance(amount, Missing) else subject.label(amount)
            kind = "this" if this else "beside"
            texts.append({"x": left - 10, "y": middle, "text": str(other), "kind": f"{kind} year"})
            texts.append(
                {
                    "x": left + length + 7,
                    "y": middle,
                    "text": says,
                    "kind": "absent" if isinstance(amount, Missing) else kind,
                }
            )
            y += _ROW
        y += _GAP
    return _rows_drawn(bars, texts, names, Frame(width, max(1.0, y - _GAP)))


def _rows_drawn(bars: list[style.Row], texts: list[style.Row], names: list[style.Row], frame: Frame) -> style.Layered:
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, frame.plot_width], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[frame.plot_height, 0], nice=False, zero=False), axis=None)
    layers = [
        style.plot(bars)
        .mark_bar(stroke=None)
        .encode(
            x=x,
            x2=alt.X2("x2"),
            y=y,
            y2=alt.Y2("y2"),
            fill=style.fill_as_is(),
            fillOpacity=alt.FillOpacity("strength:Q", scale=None),
            **style.sentence(),
        ),
        style.plot(names)
        .mark_text(align="left", fontSize=NAME, fontWeight="bold")
        .encode(x=x, y=y, text=alt.Text("text:N"), color=style.as_is("colour")),
    ]
    styles: dict[str, style.Row] = {
        "this year": {"align": "right", "fontWeight": "bold"},
        "beside year": {"align": "right", "color": INK_2},
        "this": {"align": "left", "fontWeight": "bold", "fontSize": NAME},
        "beside": {"align": "left", "color": INK_2},
        "absent": {"align": "left", "color": INK_2, "fontStyle": "italic"},
    }
    for kind, how in styles.items():
        written = style.plot(style.picked(texts, "kind", kind)).mark_text(**how)
        layers.append(written.encode(x=x, y=y, text=alt.Text("text:N")))
    return style.Layered(style.filled(layers), frame)


def _year_rows(subject: Subject, year: int) -> list[style.Row]:
    funding = subject.funding
    rows: list[style.Row] = []
    for other in funding.years:
        ahead = funding.is_ahead(other)
        rows.append(
            {
                "year": str(other),
                "value": subject.unit.value(subject.height(other)),
                "text": subject.label(funding.total(other)),
                "this": other == year,
                "fill": style.BAR_AHEAD if ahead else style.BAR if other == year else "var(--bar-part)",
                "stroke": INK if ahead and other == year else None,
                "words": amount_of_year(subject, other, subject.height(other)),
            }
        )
    return rows


def standing(subject: Subject, year: int) -> style.Layered:
    """The wide drawing: all years, this one picked out."""
    rows = _year_rows(subject, year)
    years = [str(row["year"]) for row in rows]
    widths = [layout.text_width(row["text"], style.PEAK if row["this"] else LETTER, bold=row["this"]) for row in rows]
    edge = style.overhang(len(rows), max(widths), style.BAND["paddingInner"], style.BAND["paddingOuter"])
    frame = Frame(style.WIDE, _HEIGHT, left=edge, right=edge, bottom=_BOTTOM)
    step = style.band_step(frame.plot_width, len(rows), style.BAND["paddingInner"], style.BAND["paddingOuter"])
    highest = max((float(str(row["value"])) for row in rows), default=0.0)
    place = subject.funding.years.index(year)
    fewest = layout.text_width("0000", LETTER) * 1.15 / step
    size = min(step * (1 - style.BAND["paddingInner"]), style.LONGEST_BAR)
    pixels = (frame.plot_height - _OVER) / highest if highest > 0 else frame.plot_height
    bars = layout.Bars(
        [frame.plot_height - row["value"] * pixels for row in rows],
        step,
        style.first_centre(step, style.BAND["paddingInner"], style.BAND["paddingOuter"]),
        size / 2,
        layout.Box(-edge - 2, -LETTER, frame.plot_width + edge + 2, frame.plot_height),
    )
    shown = bars.labels([(width, LETTER) for width in widths], [], over=3, raised=place)
    over = {"value": (frame.plot_height - shown[place] + 10) / pixels} if place in shown else {}
    x = alt.X(
        "year:N",
        scale=alt.Scale(domain=years, **style.BAND),
        axis=alt.Axis(
            labelAngle=0, labelPadding=10, values=[years[i] for i in layout.spaced(len(years), fewest, [place])]
        ),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, highest * frame.plot_height / (frame.plot_height - _OVER) or 1], nice=False),
        axis=None,
    )
    texts = [{name: rows[i][name] for name in ("year", "value", "text", "this")} for i in shown]
    texts = [text | over if text["this"] else text for text in texts]
    leader = []
    if place in shown and shown[place] < bars.tops[place] - 6:
        ends = (bars.tops[place] - 3, shown[place] + 1)
        low, high = ((frame.plot_height - end) / pixels for end in ends)
        leader = [{"year": str(year), "value": low, "high": high}]
    at: style.Row = {"x": alt.X("year:N"), "y": alt.Y("value:Q"), "text": alt.Text("text:N")}
    return style.Layered(
        [
            _bars(rows)
            .mark_bar(size=size)
            .encode(x=x, y=y, fill=style.fill_as_is(), stroke=_outline(), **style.sentence()),
            style.plot([{"value": 0}]).mark_rule(strokeWidth=1.5).encode(y=alt.Y("value:Q")),
            style.plot(style.picked(texts, "this", False)).mark_text(dy=-10, color=INK_2).encode(**at),
            style.plot(style.picked(texts, "this", True))
            .mark_text(dy=0, fontSize=style.PEAK, fontWeight="bold")
            .encode(**at),
            style.plot(leader).mark_rule(color=INK).encode(x=alt.X("year:N"), y=alt.Y("value:Q"), y2=alt.Y2("high")),
        ],
        frame,
    )


def lying(subject: Subject, year: int) -> style.Layered:
    """The narrow drawing: a row a year."""
    rows = _year_rows(subject, year)
    frame = Frame(
        style.NARROW,
        26 * len(rows) + 4,
        left=layout.text_width("0000", LETTER) + 10,
        right=layout.widest((str(row["text"]) for row in rows), LETTER, bold=True) + 8,
    )
    highest = max((float(str(row["value"])) for row in rows), default=0.0)
    y = alt.Y(
        "year:N",
        scale=alt.Scale(domain=[str(row["year"]) for row in rows], paddingInner=0.28, paddingOuter=0.04),
        axis=alt.Axis(),
    )
    x = alt.X("value:Q", scale=alt.Scale(domain=[0, highest or 1], nice=False), axis=None)
    texts = [{name: row[name] for name in ("year", "value", "text", "this")} for row in rows]
    at: style.Row = {"x": alt.X("value:Q"), "y": alt.Y("year:N"), "text": alt.Text("text:N")}
    return style.Layered(
        [
            _bars(rows).mark_bar().encode(y=y, x=x, fill=style.fill_as_is(), stroke=_outline(), **style.sentence()),
            style.plot(style.picked(texts, "this", False)).mark_text(align="left", dx=6, color=INK_2).encode(**at),
            style.plot(style.picked(texts, "this", True)).mark_text(align="left", dx=6, fontWeight="bold").encode(**at),
        ],
        frame,
    )


def _bars(rows: list[style.Row]) -> alt.Chart:
    return style.plot(
        [{name: row[name] for name in ("year", "value", "fill", "stroke", "words")} for row in rows if row["value"]]
    )


def _outline() -> alt.Stroke:
    """This year is outlined when it lies ahead and is hatched like its neighbours."""
    return alt.Stroke("stroke:N", scale=None)


def _neighbours(funding: FundingByYear, year: int) -> list[int]:
    """The year before, this one and the year after, as far as there are such."""
    place = funding.years.index(year)
    return list(funding.years[max(0, place - 1) : place + 2])


def _before(funding: FundingByYear, year: int) -> int | None:
    place = funding.years.index(year)
    return funding.years[place - 1] if place else None


def _sources_finding(subject: Subject, year: int) -> str:
    funding = subject.funding
    stated = {source: amount for (source, of), amount in funding.amounts.items() if of == year}
    if not stated:
        return subject.say("year_sources.not_stated", year=year)
    if not funding.total(year) and not any(stated.values()):
        return subject.say("year_sources.nothing", year=year)
    return _beside_before(subject, year, stated) or _largest(subject, year, stated)


def _beside_before(subject: Subject, year: int, stated: Mapping[str, int]) -> str:
    """That nothing changed since the year before, or that a source is new; empty where neither is so."""
    funding, before = subject.funding, _before(subject.funding, year)
    if before is None:
        return ""
    both = year in funding.totals and before in funding.totals
    if both and all(funding.part(part, year) == funding.part(part, before) for part in funding.parts):
        return subject.say("year_sources.same", year=year, before=before)
    new = [source for source in stated if stated[source] and funding.stated_years(source)[0] == year]
    if len(new) != 1:
        return ""
    name, amount = subject.names[new[0]].name_inside, subject.words.money(stated[new[0]])
    return subject.say("year_sources.new", year=year, source=name, amount=amount)


def _largest(subject: Subject, year: int, stated: Mapping[str, int]) -> str:
    largest = max(stated.values())
    first = [source for source in stated if stated[source] == largest]
    if len(first) > 1:
        kind = "shared_named" if subject.funding.unnamed.get(year) else "shared"
        return subject.say(f"year_sources.{kind}", year=year, amount=subject.words.money(largest))
    name, amount = subject.names[first[0]].name_inside, subject.words.money(largest)
    values: dict[str, object] = {"year": year, "source": name, "amount": amount}
    share = subject.funding.share_of(first[0], year)
    if isinstance(share, Missing) or (share <= 50 and subject.funding.unnamed.get(year)):
        return subject.say("year_sources.named", **values)
    complete = len(stated) == len(subject.funding.sources)  # what is not stated may be more than nothing
    if share >= NEARLY_ALL:
        kind = "nearly_all" if share < 100 else "all" if complete else "named"
        return subject.say(f"year_sources.{kind}", **values)
    if share > 50:
        return subject.say("year_sources.most", **values, share=first_upper(subject.words.fraction(share)))
    return subject.say("year_sources.largest", **values, share=subject.words.percent(share))


def _sources_description(subject: Subject, year: int) -> str:
    funding = subject.funding
    others = [other for other in _neighbours(funding, year) if other != year]
    parts = [subject.say("year_sources.description", year=year, others=", ".join(map(str, others)))] if others else []
    for source in funding.sources:
        amount = funding.amount(source, year)
        if isinstance(amount, Missing):
            parts.append(subject.say("year_sources.absent", year=year, source=subject.names[source].name))
        else:
            parts.append(subject.tooltip(source, year, amount))
    return " ".join(parts)


def _place_finding(subject: Subject, year: int) -> str:
    totals = subject.funding.totals
    if year not in totals:
        return subject.say("year_sources.not_stated", year=year)
    total = totals[year]
    values: dict[str, object] = {"year": year, "amount": subject.words.money(total)}
    more = [other for other in totals if totals[other] > total]
    less = [other for other in totals if totals[other] < total]
    equal = [other for other in totals if totals[other] == total and other != year]
    if len(totals) == 1:
        return subject.say("year_among_years.only", **values)
    known = subject.knows_every_year
    if not more and not less:
        return subject.say("year_among_years.all_equal" if known else "year_among_years.all_equal_known", **values)
    if not more or not less:
        kind = "most" if not more else "least"
        how = "_known" if not known else "_shared" if equal else ""
        return subject.say(f"year_among_years.{kind}{how}", **values)
    kind, place = ("more_in", len(more) + 1) if len(more) <= len(less) else ("less_in", len(less) + 1)
    return subject.say(f"year_among_years.{kind}", **values, rank=_rank(subject, place), all=len(totals))


def _rank(subject: Subject, place: int) -> str:
    """«вторая», “second”; in figures from the fifteenth on."""
    ranks = subject.say("year_among_years.ranks").split(" | ")
    return ranks[place - 2] if place - 2 < len(ranks) else subject.say("year_among_years.rank", place=place)


def _place_description(subject: Subject, year: int) -> str:
    totals = subject.funding.totals
    parts = [subject.say("year_among_years.description", **subject.span(), year=year)]
    told = [year, max(totals, key=totals.__getitem__), min(totals, key=totals.__getitem__)] if totals else []
    parts += [amount_of_year(subject, other, totals[other]) for other in dict.fromkeys(told) if other in totals]
    return " ".join(parts)


def _sources_table(subject: Subject, year: int) -> Table:
    funding, unit, shown = subject.funding, subject.words.unit("thousand"), _neighbours(subject.funding, year)
    columns = [Column("source", subject.say("column.source"))]
    columns += [Column(f"year_{other}", subject.say("column.year_money", year=other, unit=unit)) for other in shown]
    rows: list[tuple[Cell, ...]] = [
        (subject.names[source].name, *(thousands(funding.part(source, other)) for other in shown))
        for source in funding.parts
    ]
    totals = (thousands(funding.total(other)) for other in shown)
    rows.append((subject.say("column.in_all"), *totals))
    origins = tuple(subject.origin(*shown, part=part) for part in (*funding.parts, None))
    return Table(tuple(columns), tuple(rows), origins)


def _totals_table(subject: Subject) -> Table:
    funding, unit = subject.funding, subject.words.unit("thousand")
    columns = (Column("year", subject.say("column.year")), Column("total", subject.say("column.total", unit=unit)))
    rows = tuple((year, thousands(funding.total(year))) for year in funding.years)
    return Table(columns, rows, tuple(map(subject.origin, funding.years)))
