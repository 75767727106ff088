"""The cells of a table that lays programmes or years side by side: a figure, or in its place why there is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vitrina.addresses import Place
from vitrina.dataset.cells import UNNAMED
from vitrina.measures.execution import Execution
from vitrina.measures.funding import percent_of
from vitrina.measures.known import Missing
from vitrina.measures.tally import Tally
from vitrina.pages.context import SourceOfMoney
from vitrina.pages.spending import percent
from vitrina.words import Words
from vitrina.words.provenance import without_marks

_RANK_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in it, and what it is sorted by."""

    text: str
    rank: str = ""
    """A number as scripts read it; empty where there is none, which no order moves from the end."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column behind the first one."""

    title: str
    can_choose: bool = False
    choices: tuple[str, ...] = ()
    """What rows may be chosen by: the texts of its cells, where they are not all the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared, the way to its page, and its cells."""

    name: str
    place: Place
    cells: tuple[Cell, ...]
    is_ahead: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


Compared = tuple[str, Place, bool, Mapping[str, Cell]]
"""A row before it is known which columns are shown: its name, its page, whether it lies ahead, its cells."""


def side_by_side(columns: Mapping[str, Column], rows: Sequence[Compared]) -> SideBySide:
    """The columns in which any row has a figure."""
    shown = [key for key in columns if any(cells[key].rank for *_, cells in rows)]
    return SideBySide(
        tuple(_with_choices(columns[key], (cells[key] for *_, cells in rows)) for key in shown),
        tuple(Row(name, place, tuple(cells[key] for key in shown), ahead) for name, place, ahead, cells in rows),
    )


def _with_choices(column: Column, cells: Iterable[Cell]) -> Column:
    found = tuple(dict.fromkeys(cell.text for cell in cells if cell.rank)) if column.can_choose else ()
    return replace(column, choices=found if len(found) > 1 else ())


def columns_of(words: Words) -> Mapping[str, Column]:
    """Those that programmes and years have alike."""
    thousand = words.unit("thousand")
    return {
        "planned": Column(words.say("Отвели, {unit}", unit=thousand)),
        "payer": Column(words.say("Кто платит больше всех"), can_choose=True),
        "spent": Column(words.say("Потратили, {unit}", unit=thousand)),
        "percent": Column(words.say("Потратили от плана")),
        "met": Column(words.say("План показателей выполнен")),
    }


def planned(words: Words, kopecks: int | Missing, note: str = "") -> Cell:
    if isinstance(kopecks, Missing):
        return Cell(words.say("не указано"))
    return Cell(words.exact(kopecks), str(kopecks), note)


def payer(words: Words, sources: Sequence[SourceOfMoney], total: int | Missing) -> Cell:
    """The source with the largest part, its share under it; several that give the same."""
    if isinstance(total, Missing):
        return Cell(words.say("сумма не указана"))
    if not total:
        return Cell(words.say("денег не отвели"))
    parts = {source: source.total for source in sources if not isinstance(source.total, Missing)}
    named = [source for source in parts if source.id != UNNAMED]
    if not named:
        return Cell(words.say("чьи деньги, не указано"))
    if len(named) < len(parts):
        return Cell(words.say("чьи деньги, указано не обо всех"))
    largest = max(parts.values())
    leading = [source.name for source, part in parts.items() if part == largest]
    share = percent_of(largest, total)
    text = leading[0] if len(leading) == 1 else words.say("поровну: {names}", names=", ".join(leading))
    return Cell(text, _rank(share), words.percent(share))


def spent(words: Words, execution: Execution, why: str, note: str = "") -> Cell:
    if execution.actual is None:
        return Cell(why)
    return Cell(words.exact(execution.actual), str(execution.actual), note)


def of_plan(words: Words, execution: Execution, why: str) -> Cell:
    """How much of the plan was spent; `why` nothing is known to be."""
    if execution.percent is not None:
        return Cell(percent(words, execution.percent), _rank(execution.percent))
    if execution.actual is None:
        return Cell(why)
    return Cell(words.say("план не указан") if execution.base is None else words.say("план равен нулю"))


def met(words: Words, tally: Tally) -> Cell:
    """Of how many plans that can be judged how many were met; the share under it leads to both."""
    if not isinstance(share := tally.share, Missing):
        text = words.say("{met} из {judged}", met=words.number(tally.met), judged=words.number(tally.judged))
        return Cell(without_marks(text), _rank(share), words.percent(share, 0))
    if not tally.planned:
        return Cell(words.say("плана нет"))
    return Cell(words.say("срок не настал") if tally.not_due == tally.planned else words.say("нет данных"))


def _rank(value: Decimal) -> str:
    return str(round(value, _RANK_DIGITS))
