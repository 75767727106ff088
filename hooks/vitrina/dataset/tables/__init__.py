"""Every table of the dataset, defined once: the reader, the checks, the dictionary and the templates come from here."""

from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.content import GOALS, LINES, PASSPORT, TEXTS_OF_PROGRAMME
from vitrina.dataset.tables.documents import DOCUMENTS
from vitrina.dataset.tables.money import EXPECTED_FINDINGS, MONEY
from vitrina.dataset.tables.reference import CONSUMER_PRICES, SERIES
from vitrina.dataset.tables.translations import REFERENCE_TRANSLATIONS, TRANSLATIONS

PROGRAMME_TABLES = (PASSPORT, GOALS, LINES, DOCUMENTS, MONEY, EXPECTED_FINDINGS, TEXTS_OF_PROGRAMME, TRANSLATIONS)
REFERENCE_TABLES = (CONSUMER_PRICES, SERIES, REFERENCE_TRANSLATIONS)
TABLES = (*PROGRAMME_TABLES, *REFERENCE_TABLES)

__all__ = [
    "CONSUMER_PRICES",
    "DOCUMENTS",
    "EXPECTED_FINDINGS",
    "GOALS",
    "LINES",
    "MONEY",
    "PASSPORT",
    "PROGRAMME_TABLES",
    "REFERENCE_TABLES",
    "REFERENCE_TRANSLATIONS",
    "SERIES",
    "TABLES",
    "TEXTS_OF_PROGRAMME",
    "TRANSLATIONS",
    "Column",
    "Row",
    "Table",
]
