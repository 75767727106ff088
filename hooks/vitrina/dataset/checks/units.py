"""A unit is a share or something that can be counted, in the forms that a number needs beside it."""

from collections.abc import Iterator, Mapping

from vitrina.dataset.problems import Problem
from vitrina.dataset.records import Records
from vitrina.dataset.subjects import SEPARATOR, forms_of
from vitrina.dataset.tables import TRANSLATIONS

SHARE = "%"
_FORMS = 3  # of a Russian word after a number
_ENGLISH_FORMS = 2


def unit_problems(records: Records) -> Iterator[Problem]:
    """Units of a table that are neither."""
    for index, (unit,) in records.rows("unit"):
        if unit != SHARE and not _is_forms(unit, _FORMS):
            yield records.problem(index, "unit", "unit_forms", example=records.table.column("unit").example)


def unit_translations(records: Records, translations: Records) -> Iterator[Problem]:
    """English has two forms where Russian has three."""
    units: Mapping[str, str] = dict(row for _, row in records.rows("id", "unit"))
    for index, (table, identity, field, text) in translations.rows(*TRANSLATIONS.names[:4]):
        is_count = (table, field) == (records.table.name, "unit") and units.get(identity, SHARE) != SHARE
        if is_count and not _is_forms(text, _ENGLISH_FORMS):
            yield translations.problem(index, "text", "unit_forms_english", example="child|children")


def _is_forms(text: str, count: int) -> bool:
    return text.count(SEPARATOR) == count - 1 and len(forms_of(text)) == count
