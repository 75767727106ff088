"""A dataset whose every text is replaced by one: what pages say by themselves can then be told from it."""

import dataclasses
from typing import Any

import pandas as pd

from vitrina.dataset.documents.passages import passages_in
from vitrina.dataset.documents.quoted import QuotedText
from vitrina.dataset.documents.text import paragraph, placed
from vitrina.dataset.programme import PassportEntry, Texts, Translation, Translations
from vitrina.dataset.tables import TABLES
from vitrina.dataset.texts import TextAddress, fingerprint

NOT_TEXTS = {
    "id", "kind", "document", "source", "line", "field", "parent", "check", "covers", "publication", "status", "stage",
    "sha256", "date_status", "number_status", "fingerprint", "language",
    "email", "address", "repository", "phone", "group", "sign", "table", "page", "theme", "indicator",
    "direction", "whose", "target", "part_of", "promised", "source_status", "unit", "value", "continues",
    "state", "service", "column", "heading", "message", "promised_by", "comparable", "key_figure", "answered",
    "unit_kind", "figure_in_words", "period_status", "adoption", "edition", "forms",
}  # fmt: skip
"""Fields with ids, choices and addresses: the dataset's checks let nothing else into them."""
TEXT_COLUMNS = ("place", "words")
MAY_BE_EMPTY = ("reason",)
OURS = {(table.name, column) for table in TABLES for column in table.plain}


def saying(value: Any, text: str) -> Any:  # noqa: PLR0911  a return for each kind of value
    """The same with every text in it replaced; empty ones stay empty."""
    if isinstance(value, QuotedText):
        document = dataclasses.replace(value.text, blocks=placed([paragraph([" ".join(text.split())])]))
        return QuotedText(document, passages_in(document, [saying(quotation, text) for quotation in value.passages]))
    if isinstance(value, Texts):
        russian = {address: fit_for(address, text) for address in value.russian}
        return Texts(
            russian,
            {
                language: Translations(
                    {address: Translation(said, fingerprint(said)) for address, said in russian.items()},
                    {fingerprint(text): text},
                    {fingerprint(text): text},
                )
                for language in value.translations
            },
        )
    if isinstance(value, pd.DataFrame):
        texts = {name: text for name in TEXT_COLUMNS if name in value.columns}
        return value.assign(**texts, **{name: _instead(value[name], text) for name in MAY_BE_EMPTY if name in value})
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: text if isinstance(was, str) and was else saying(was, text)
            for field in dataclasses.fields(value)
            if field.init and _may_be_text(value, field.name) and (was := getattr(value, field.name)) is not None
        }
        return dataclasses.replace(value, **changed)
    if isinstance(value, dict):
        return {key: text if isinstance(was, str) and was else saying(was, text) for key, was in value.items()}
    if isinstance(value, tuple):
        return tuple(saying(item, text) for item in value)
    return value


def _may_be_text(value: object, name: str) -> bool:
    """The value of a rule is a number or an id; that of the passport is the document's words."""
    return name not in NOT_TEXTS or (name == "value" and isinstance(value, PassportEntry))


def _instead(column: "pd.Series[str]", text: str) -> "pd.Series[str]":
    return column.mask(column != "", text)


def fit_for(address: TextAddress, text: str) -> str:
    """Braces in our own words are references, and a unit has its forms: the checks let no broken one by.

    Our words end in a way of their own, so that no term of the glossary is met in the document's words by chance.
    """
    table, _, column = address
    if (table, column) not in OURS and column not in ("unit", "forms"):
        return text
    plain = text.translate(str.maketrans("{}|", "()/")) + " наше"
    return "|".join([plain] * 3) if column == "unit" else plain
