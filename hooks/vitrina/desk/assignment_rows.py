"""The rows of municipal assignments that a decree fills: services, and how much of each at what cost."""

from vitrina.dataset.figures import THOUSAND
from vitrina.decrees.assignments import Service, ServiceValue
from vitrina.decrees.values import ROUBLES
from vitrina.desk.quoting import NOT_IN_WORDS, label_of, quoted
from vitrina.desk.written_tables import Cells


def service_row(service: Service, identity: str, line: str, unit: str) -> Cells:
    words, _ = label_of(service.words)
    return {
        "id": identity, "line": line, "name": service.name, "measured": service.measured, "unit": unit,
        "place": service.place, "words": words,
    }  # fmt: skip


def assignment_row(value: ServiceValue, identity: str, text: str | None) -> Cells:
    """A value that is in no doubt and of one year."""
    scale = ROUBLES[value.cost_unit] if value.cost_unit else THOUSAND
    figures = {} if value.volume is None else {value.volume: ROUBLES["rouble"]}
    figures |= {} if value.cost is None else {value.cost * scale: scale}
    words, has_them = quoted(text, value.words, figures)
    said = {1: "ones", THOUSAND: None}.get(scale, NOT_IN_WORDS) if has_them else NOT_IN_WORDS
    return {
        "service": identity, "year": value.year, "stage": value.stage,
        "volume": value.volume, "volume_status": "no-data" if value.volume is None else None,
        "cost": None if value.cost is None else value.cost * scale / THOUSAND,
        "cost_status": "no-data" if value.cost is None else None,
        "place": value.place, "words": words, "figure_in_words": said,
    }  # fmt: skip
