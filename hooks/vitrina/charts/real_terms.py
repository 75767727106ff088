"""The same money in roubles of its day and in prices of the first year: how much of the growth prices took away."""

from decimal import ROUND_HALF_UP, Decimal

from vitrina.charts.chart import Cell, Chart, Column, Table
from vitrina.charts.kit import style
from vitrina.charts.price_labels import compared_years
from vitrina.charts.price_lines import in_both_prices, lines
from vitrina.charts.subject import Subject, rounded, thousands
from vitrina.measures.funding import FundingByYear, percent_of
from vitrina.measures.known import NOT_STATED, NOTHING_TO_COMPARE, Missing
from vitrina.measures.prices import RealTerms
from vitrina.words import Words


def real_terms(funding: FundingByYear, real: RealTerms, words: Words, source_line: str) -> Chart:
    subject = Subject(funding, words, {})
    return Chart(
        id="real-terms",
        language=words.language,
        finding=_finding(subject, real),
        subtitle=subject.say("real_terms.subtitle", base=real.base_year, unit=subject.unit_name),
        description=_description(subject, real),
        source=source_line,
        wide=style.drawing("wide", lines(subject, real, wide=True)),
        narrow=style.drawing("narrow", lines(subject, real, wide=False)),
        panels=(),
        key=(),
        table=_table(subject, real),
    )


def _growth(subject: Subject, real: RealTerms) -> tuple[Decimal, Decimal] | None:
    """Percent from the first to the last compared year: of the roubles, and of what they buy."""
    compared = compared_years(subject, real)
    if len(compared) < 2 or not subject.height(compared[0]):
        return None
    first, last = compared[0], compared[-1]
    nominal, base = subject.height(first), real.amounts[first]
    return percent_of(subject.height(last) - nominal, nominal), percent_of(real.amounts[last] - base, base)


def _finding(subject: Subject, real: RealTerms) -> str:
    growth = _growth(subject, real)
    if growth is None:
        nothing = subject.funding.total(real.base_year) == 0
        return subject.say("real_terms.nothing" if nothing else "real_terms.gap", base=real.base_year)
    nominal, bought = (part.quantize(Decimal(1), ROUND_HALF_UP) for part in growth)
    words = [_direction(nominal), _direction(bought)]
    kind = "_".join(words) if words != ["more", "more"] or bought >= nominal else "more_only"
    last = compared_years(subject, real)[-1]
    return subject.say(
        f"real_terms.{kind}",
        nominal=subject.words.percent(abs(nominal), 0),
        real=subject.words.percent(abs(bought), 0),
        year=last,
        base=real.base_year,
    )


def _direction(percent: Decimal) -> str:
    return "more" if percent > 0 else "less" if percent < 0 else "same"


def _description(subject: Subject, real: RealTerms) -> str:
    compared = compared_years(subject, real)
    parts = [subject.say("real_terms.description", **subject.span(), base=real.base_year)]
    parts += [in_both_prices(subject, real, year) for year in dict.fromkeys([*compared[:1], *compared[-1:]])]
    if compared and compared[-1] != subject.funding.last_year:
        parts.append(subject.say("real_terms.until", year=compared[-1]))
    return " ".join(parts)


def _table(subject: Subject, real: RealTerms) -> Table:
    unit = subject.words.unit("thousand")
    columns = (
        Column("year", subject.say("column.year")),
        Column("nominal", subject.say("column.nominal", unit=unit)),
        Column("inflation", subject.say("column.inflation")),
        Column("price_index", subject.say("column.price_index", base=real.base_year)),
        Column("real", subject.say("column.real", base=real.base_year, unit=unit)),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            year,
            thousands(subject.funding.total(year)),
            rounded(real.inflation.get(year, NOTHING_TO_COMPARE if year == real.base_year else NOT_STATED), 4),
            rounded(real.index.get(year, NOT_STATED), 4),
            _to_ten_roubles(real.amounts.get(year, NOT_STATED)),
        )
        for year in subject.funding.years
    ]
    return Table(columns, tuple(rows), tuple(map(subject.origin, subject.funding.years)))


def _to_ten_roubles(kopecks: int | Missing) -> Decimal | Missing:
    """A figure that we work out is no more exact than those that it is made from."""
    exact = thousands(kopecks)
    return exact if isinstance(exact, Missing) else exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
