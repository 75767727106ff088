"""What an amount holds, as a page shows it beside the amount: «of which» rows, administrators' parts, budget codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vitrina.dataset.programme import Line
from vitrina.measures.execution import STAGES
from vitrina.measures.parts import Part
from vitrina.pages.context import Context, Official
from vitrina.words import Words
from vitrina.words.capitals import first_lower
from vitrina.words.catalogue import sentence

CODES = {
    "grbs": sentence("ГРБС"),
    "rzpr": sentence("РзПр"),
    "csr": sentence("ЦСР"),
    "vr": sentence("ВР"),
}
"""The codes of the budget classification, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class OfWhich:
    """One row: its words, its year, whose money it is, and its amounts."""

    name: Official
    year: int
    sources: str
    """Empty where the document states all sources in one."""
    kopecks: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AmountNotes:
    """Everything that a page says beside the amounts of a line."""

    of_which: tuple[OfWhich, ...]
    administrators: tuple[OfWhich, ...]
    administrator: Official | None
    """Of the line as a whole, where the document names one."""
    codes: tuple[tuple[str, str], ...]
    """The kind of a code in a word, and its values."""

    @property
    def tables(self) -> tuple[tuple[str, tuple[OfWhich, ...], tuple[str, ...]], ...]:
        """What the rows are, the rows, and the stages of which any has an amount."""
        found = (("administrators", self.administrators), ("of_which", self.of_which))
        return tuple((kind, rows, stages_of_parts(rows)) for kind, rows in found if rows)

    @property
    def kind(self) -> str:
        """What the reader is told first: who manages the money, what is named apart, or the codes."""
        if self.administrators or self.administrator:
            return "administrators"
        return "of_which" if self.of_which else "codes"

    def __bool__(self) -> bool:
        return bool(self.of_which or self.administrators or self.administrator or self.codes)


def amount_notes(context: Context, line: str, year: int | None = None) -> AmountNotes:
    """Of a line, in all its years or in one."""
    own = next(one for one in context.programme.lines if one.id == line)
    parts = [part for part in context.measures.parts.get(line, ()) if year in (None, part.year)]
    return AmountNotes(
        of_which=_rows(context, [part for part in parts if not part.is_administrator]),
        administrators=_rows(context, [part for part in parts if part.is_administrator]),
        administrator=context.phrase(own.administrator) if own.administrator else None,
        codes=codes(own, context.words),
    )


def codes(line: Line, words: Words) -> tuple[tuple[str, str], ...]:
    """The codes of the budget classification that a line has, in their own order."""
    return tuple(
        (words.say(title), ", ".join(values)) for kind, title in CODES.items() if (values := getattr(line, kind))
    )


def _rows(context: Context, parts: Sequence[Part]) -> tuple[OfWhich, ...]:
    names = {source.id: first_lower(source.name) for source in context.sources}
    return tuple(
        OfWhich(
            context.phrase(part.name),
            part.year,
            ", ".join(name for source, name in names.items() if source in part.sources),
            part.kopecks,
        )
        for part in parts
    )


def stages_of_parts(rows: Sequence[OfWhich]) -> tuple[str, ...]:
    """The columns: stages of which any row has an amount, in the order of the money's way."""
    return tuple(stage for stage in STAGES if any(stage in row.kopecks for row in rows))
