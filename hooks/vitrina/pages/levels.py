"""Sums of measures beside their subprogramme, of subprogrammes beside the programme, of parts beside their amount."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitrina.dataset.programme import Quotation
from vitrina.measures.levels import LevelTotal, levels
from vitrina.pages.context import Context
from vitrina.pages.quotations import Quote, quote
from vitrina.pages.shared import source_name
from vitrina.pages.spending import COLUMNS
from vitrina.words import Words
from vitrina.words.catalogue import sentence

Sum = tuple[tuple[str, str, str], ...]


_LEVELS = {
    "by-line": sentence("«{name}»: сумма и её части"),
    "of-which": sentence("«{name}»: сумма и её строки «в том числе»"),
    "by-administrator": sentence("«{name}»: сумма и её главные распорядители"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """An amount that does not add up, as at school: what is printed, what the parts give, the difference."""

    sum: Sum
    quote: Quote
    reason: str
    """What is known of it, in our words; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Level:
    """The amounts of one line that have parts: what they are laid beside, and how many add up."""

    id: str
    name: str
    totals: tuple[tuple[str, LevelTotal], ...]
    """What an amount is, and the amount."""
    differing: tuple[Difference, ...]

    @property
    def count(self) -> int:
        return len(self.totals)

    @property
    def wrong(self) -> int:
        return len(self.differing)


def levels_of(context: Context) -> tuple[Level, ...]:
    """By line, in the order of the table; nothing where no line has parts that could be compared."""
    by_line: dict[tuple[str, str], list[LevelTotal]] = {}
    for total in levels(context.programme):
        by_line.setdefault((total.kind, total.line), []).append(total)
    return tuple(
        Level(
            id=f"{kind}-{line}",
            name=context.words.say(_LEVELS[kind], name=context.line_short_name(line)),
            totals=tuple((_name(context, total), total) for total in found),
            differing=tuple(_difference(context, total) for total in found if not total.adds_up),
        )
        for (kind, line), found in by_line.items()
    )


def finding(words: Words, found: Iterable[Level]) -> str:
    """How many of the amounts add up, as a sentence."""
    listed = tuple(found)
    count, wrong = sum(level.count for level in listed), sum(level.wrong for level in listed)
    if not wrong:
        return words.say_n(
            "У {count}\u00a0суммы есть части, и все с ними сходятся",
            "У {count}\u00a0сумм есть части, и все с ними сходятся",
            count,
        )
    return words.say_n(
        "У {sums} есть части, и не сходится с ними {count}",
        "У {sums} есть части, и не сходятся с ними {count}",
        wrong,
        sums=words.say_n("{count}\u00a0суммы", "{count}\u00a0сумм", count),
    )


def _name(context: Context, total: LevelTotal) -> str:
    """«Уточнённый план, 2024 год, краевой бюджет»."""
    words = context.words
    year = words.say("все годы") if total.year is None else words.say("{year} год", year=total.year)
    source = words.say("всего")
    if total.source is not None:
        names = context.chart_names.get(total.source)
        source = names.name_inside if names else source_name(context, total.source)
    return words.say("{stage}, {year}, {source}", stage=words.say(COLUMNS[total.stage]), year=year, source=source)


def _difference(context: Context, total: LevelTotal) -> Difference:
    row = context.programme.money.loc[total.row]
    quotation = Quotation(total.document, str(row["place"]), str(row["words"]))
    known = next((one for one in context.programme.expected if one.figure == total.figure), None)
    return Difference(
        _sum(context, total, quotation.words),
        quote(context, quotation),
        context.programme.text("expected_findings", known.id, "reason", context.words.language).text if known else "",
    )


def _sum(context: Context, total: LevelTotal, printed: str) -> Sum:
    words = context.words
    return (
        (words.say("Написано в документе"), printed, words.exact(total.stated)),
        (words.say("Если сложить части"), _name(context, total), words.exact(total.computed)),
        (words.say("Разница"), words.unit("thousand"), words.exact(total.difference, sign=True)),
    )
