"""Values that came late: a report gives them although an earlier report of its kind had passed over their time."""

from datetime import date

from vitrina.dataset.programme import Document, Programme
from vitrina.measures.editions import ObservationKey, observation_key


def late_values(programme: Programme) -> frozenset[str]:
    """The ids of actuals that came late. A restated value is not late: an earlier document had given one."""
    documents = {document.id: document for document in programme.documents if document.is_published}
    given: dict[ObservationKey, list[int]] = {}
    for row in programme.observations:
        if row.value is not None and row.quotation.document in documents:
            given.setdefault(observation_key(row), []).append(documents[row.quotation.document].sequence)
    return frozenset(
        row.id
        for row in programme.observations
        if row.stage == "actual"
        and row.value is not None
        and row.last is not None
        and (own := documents.get(row.quotation.document)) is not None
        and own.sequence == min(given[observation_key(row)])
        and any(_passed_over(other, own, row.last) for other in documents.values())
    )


def _passed_over(other: Document, own: Document, last: date) -> bool:
    """Whether an earlier document of the same kind tells of that day already."""
    told = other.facts_until or other.date
    return other.kind == own.kind and other.sequence < own.sequence and told is not None and told >= last
