"""What was read, for programs: one JSON object."""

import json
from collections.abc import Sequence

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


def _left_out(one: LeftOut) -> dict[str, object]:
    return {"words": one.words, "place": one.place, "reason": one.why}


def _in_services(one: Service) -> dict[str, object]:
    """The costs of a municipal assignment are in no row of money, but in `services`."""
    words = max((value.words for value in one.values), key=len, default=one.words)
    return {"words": words, "place": one.place, "reason": "assignment"}


def _row(value: Value) -> dict[str, object]:
    return {
        "line": value.line,
        "source": value.source,
        "source_name": value.source_name,
        "year": value.year,
        "stage": value.stage,
        "amount": f"{value.amount:f}",
        "unit": value.unit,
        "of_which": value.of_which or value.administrator,
        "administrator": value.administrator,
        "explanation": value.reason,
        **_certainty(value.doubts),
        "place": value.place,
        "words": value.words,
    }


def _sum(one: Sum) -> dict[str, object]:
    return {
        "line": one.line,
        "source": one.source,
        "source_name": one.source_name,
        "year": one.year,
        "stage": one.stage,
        "parts": one.parts,
        "stated": f"{one.stated:f}",
        "computed": f"{one.computed:f}",
        "difference": f"{one.difference:f}",
        "unit": one.unit,
    }


def _codes(one: LineCodes) -> dict[str, object]:
    return {
        "line": one.line,
        "name": one.name,
        "administrator": one.administrator,
        "grbs": list(one.grbs),
        "rzpr": list(one.rzpr),
        "csr": list(one.csr),
        "vr": list(one.vr),
        "place": one.place,
        "words": one.words,
    }


def _service(one: Service) -> dict[str, object]:
    return {
        "name": one.name,
        "measured": one.measured,
        "unit": one.unit,
        "line": one.line,
        "place": one.place,
        "words": one.words,
        "values": [
            {
                "year": value.year,
                "stage": value.stage,
                "volume": None if value.volume is None else f"{value.volume:f}",
                "cost": None if value.cost is None else f"{value.cost:f}",
                "cost_unit": value.cost_unit,
                **_certainty(value.doubts),
                "place": value.place,
                "words": value.words,
            }
            for value in one.values
        ],
    }


def _entry(one: Entry) -> dict[str, object]:
    return {
        "subject": one.subject,
        "number": one.number,
        "text": one.text,
        **_certainty(one.doubts),
        "place": one.place,
    }


def _indicator(one: Indicator) -> dict[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "unit": one.unit,
        "weight": one.weight,
        "line": one.line,
        **_certainty(one.doubts),
        "place": one.place,
        "words": one.words,
        "values": [
            {
                "year": value.year,
                "stage": value.stage,
                "sign": value.sign,
                "value": f"{value.value:f}",
                "upper": None if value.upper is None else f"{value.upper:f}",
                "explanation": value.reason,
                **_certainty(value.doubts),
                "place": value.place,
                "words": value.words,
            }
            for value in one.values
        ],
    }


def _amendment(one: Amendment) -> dict[str, object]:
    return {
        "kind": one.kind,
        "subject": one.subject,
        "target": one.target,
        "old": list(one.old),
        "new": list(one.new),
        "place": one.place,
        "words": one.words,
    }


def _certainty(doubts: Sequence[str]) -> dict[str, object]:
    return {"certainty": "doubtful" if doubts else "sure", "reasons": list(doubts)}
