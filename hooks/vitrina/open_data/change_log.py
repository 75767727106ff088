"""What later documents changed and what the site has mended, for programs: as pages and feeds tell it, latest first."""

from collections.abc import Mapping
from typing import Any

from vitrina.dataset.programme import City, Observation, Programme, Quotation
from vitrina.dataset.tables import CORRECTIONS, DOCUMENTS, MONEY, OBSERVATIONS
from vitrina.measures.changes import MoneyChange, ObservationChange
from vitrina.measures.editions import published, published_editions
from vitrina.measures.programme_measures import measures_of
from vitrina.open_data.json_rows import Values, as_json, row_values, thousands
from vitrina.open_data.json_schema import Schema, columns_schema, described_rows, text_or_null
from vitrina.words import Words

_DOCUMENT = ("id", "sequence", "kind", "title", "date", "date_status", "number", "number_status", "covers", "reason")
_MONEY = ("line", "source", "year", "stage", "of_which")
_OBSERVATION = ("indicator", "group", "from", "to", "stage")
_QUOTED = ("document", "place", "words")


def change_log(programme: Programme) -> Mapping[str, Any]:
    found = measures_of(programme).changes
    frozen = {edition.id for edition in published_editions(programme.documents)}
    money = [change for change in found if isinstance(change, MoneyChange)]
    values = [change for change in found if isinstance(change, ObservationChange)]
    return {
        "documents": [
            {
                **row_values(programme, DOCUMENTS, document, _DOCUMENT),
                "changed": sum(change.document == document.id for change in found),
                "frozen": f"../editions/{document.id}/data.json" if document.id in frozen else None,
            }
            for document in reversed(published(programme.documents))
        ],
        "money": [_money(change) for change in money],
        "observations": [_observation(programme, change) for change in values],
        "corrections": [row_values(programme, CORRECTIONS, one, CORRECTIONS.names) for one in programme.corrections],
    }


def _money(change: MoneyChange) -> Values:
    return {
        "changed_by": change.document,
        "line": change.line,
        "source": change.source or "total",
        "year": change.year,
        "stage": change.stage,
        "of_which": change.of_which or None,
        "before": None if change.before is None else thousands(change.before),
        "before_kopecks": change.before,
        "after": None if change.after is None else thousands(change.after),
        "after_kopecks": change.after,
        "is_left_out": change.after_quotation is None,
        "reason": change.reason or None,
        **_quoted("before", change.before_quotation),
        **_quoted("after", change.after_quotation),
    }


def _observation(programme: Programme, change: ObservationChange) -> Values:
    return {
        "changed_by": change.document,
        **row_values(programme, OBSERVATIONS, change.before, _OBSERVATION),
        **_value("before", change.before),
        **_value("after", change.after),
        "is_left_out": change.after is None,
        **_quoted("before", change.before.quotation),
        **_quoted("after", change.after.quotation if change.after else None),
    }


def _value(when: str, row: Observation | None) -> Values:
    return {
        f"{when}_sign": row.sign if row else None,
        when: as_json(row.value) if row else None,
        f"{when}_upper": as_json(row.upper) if row else None,
        f"{when}_status": row.status if row else None,
    }


def _quoted(when: str, quotation: Quotation | None) -> Values:
    return {f"{when}_{name}": getattr(quotation, name) if quotation else None for name in _QUOTED}


def change_log_schema(city: City, words: Words) -> dict[str, Schema]:
    """Of its fields."""
    number: Schema = {"type": ["number", "null"]}
    amount = columns_schema(MONEY, ("amount",), city, words)
    quoted = {f"{when}_{name}": text_or_null() for when in ("before", "after") for name in _QUOTED}
    changed_by: Schema = {"type": "string", "description": words.say("Документ, который назвал другое число.")}
    left_out: Schema = {"type": "boolean", "description": words.say("Документ этого числа больше не называет.")}
    document: dict[str, Schema] = {
        **columns_schema(DOCUMENTS, _DOCUMENT, city, words),
        "changed": {"type": "integer", "description": words.say("Сколько чисел он изменил.")},
        "frozen": {**text_or_null(), "description": words.say("Данные, как они действовали с этой редакцией.")},
    }
    money: dict[str, Schema] = {
        "changed_by": changed_by,
        **columns_schema(MONEY, _MONEY, city, words),
        **{
            f"{when}{name}": amount[of]
            for when in ("before", "after")
            for name, of in (("", "amount"), ("_kopecks", "kopecks"))
        },
        "is_left_out": left_out,
        "reason": text_or_null(),
        **quoted,
    }
    observation: dict[str, Schema] = {
        "changed_by": changed_by,
        **columns_schema(OBSERVATIONS, _OBSERVATION, city, words),
        **{
            f"{when}{name}": schema
            for when in ("before", "after")
            for name, schema in (
                ("_sign", text_or_null()),
                ("", number),
                ("_upper", number),
                ("_status", text_or_null()),
            )
        },
        "is_left_out": left_out,
        **quoted,
    }
    return {
        "documents": described_rows(DOCUMENTS, document, words),
        "money": described_rows(MONEY, money, words),
        "observations": described_rows(OBSERVATIONS, observation, words),
        "corrections": described_rows(CORRECTIONS, columns_schema(CORRECTIONS, CORRECTIONS.names, city, words), words),
    }
