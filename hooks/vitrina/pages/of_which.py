"""The «of which» rows of a line as a page shows them: each beside its year, in the document's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vitrina.measures.execution import STAGES
from vitrina.measures.parts import Part
from vitrina.pages.context import Context, Official
from vitrina.words.capitals import first_lower


@dataclass(frozen=True, slots=True)
class OfWhich:
    """One row: its words, its year, whose money it is, and its amounts."""

    name: Official
    year: int
    sources: str
    """Empty where the document states all sources in one."""
    kopecks: Mapping[str, int]


def of_which(context: Context, parts: Sequence[Part]) -> tuple[OfWhich, ...]:
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
