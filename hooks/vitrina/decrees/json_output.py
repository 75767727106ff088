"""What was read, for programs: one JSON object."""

import json
from decimal import Decimal

from vitrina.decrees.amendments import Amendment
from vitrina.decrees.assignments import Service
from vitrina.decrees.codes import LineCodes
from vitrina.decrees.decree import Decree
from vitrina.decrees.indicators import Indicator
from vitrina.decrees.passport import Entry
from vitrina.decrees.values import LeftOut, Sum, Value


def as_json(decree: Decree) -> str:
    """One object: `rows`, `left_out`, `sums` and `codes` of money, `services`, `passport`, `indicators`, `amendments`;
    figures as text with a point, exactly as many digits as printed."""
    reading = decree.money
    content = {
        "rows": [_row(value) for value in reading.values],
        "left_out": [*map(_left_out, decree.left_out), *map(_in_services, reading.services)],
        "sums": [_sum(one) for one in reading.sums],
        "codes": [_codes(one) for one in reading.codes],
        "services": [_service(one) for one in reading.services],
        "passport": [_entry(one) for one in decree.passport.entries],
        "indicators": [_indicator(one) for one in decree.indicators],
        "amendments": [_amendment(one) for one in decree.amendments],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _told(one: object, *fields: str) -> dict[str, object]:
    """Some fields of what was read; of its `doubts` how certain it is."""
    found: dict[str, object] = {}
    for name in fields:
        value = getattr(one, name)
        match value:
            case Decimal():
                found[name] = f"{value:f}"
            case tuple() if name == "doubts":
                found |= {"certainty": "doubtful" if value else "sure", "reasons": list(value)}
            case tuple():
                found[name] = list(value)
            case _:
                found[name] = value
    return found


def _left_out(one: LeftOut) -> dict[str, object]:
    return {**_told(one, "words", "place"), "reason": one.why}


def _in_services(one: Service) -> dict[str, object]:
    """The costs of a municipal assignment are in no row of money, but in `services`."""
    words = max((value.words for value in one.values), key=len, default=one.words)
    return {"words": words, "place": one.place, "reason": "assignment"}


def _row(value: Value) -> dict[str, object]:
    return {
        **_told(value, "line", "source", "source_name", "year", "stage", "amount", "unit"),
        "of_which": value.of_which or value.administrator,
        "administrator": value.administrator,
        "explanation": value.reason,
        **_told(value, "doubts", "place", "words"),
    }


def _sum(one: Sum) -> dict[str, object]:
    of = ("line", "source", "source_name", "year", "stage")
    return _told(one, *of, "parts", "stated", "computed", "difference", "unit")


def _codes(one: LineCodes) -> dict[str, object]:
    return _told(one, "line", "name", "administrator", "grbs", "rzpr", "csr", "vr", "place", "words")


def _service(one: Service) -> dict[str, object]:
    of_value = ("year", "stage", "volume", "cost", "cost_unit", "doubts", "place", "words")
    return {
        **_told(one, "name", "measured", "unit", "line", "place", "words"),
        "values": [_told(value, *of_value) for value in one.values],
    }


def _entry(one: Entry) -> dict[str, object]:
    return _told(one, "subject", "number", "text", "doubts", "place")


def _indicator(one: Indicator) -> dict[str, object]:
    return {
        **_told(one, "number", "name", "unit", "weight", "line", "doubts", "place", "words"),
        "values": [
            {
                **_told(value, "year", "stage", "sign", "value", "upper"),
                "explanation": value.reason,
                **_told(value, "doubts", "place", "words"),
            }
            for value in one.values
        ],
    }


def _amendment(one: Amendment) -> dict[str, object]:
    return _told(one, "kind", "subject", "target", "old", "new", "place", "words")
