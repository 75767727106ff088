"""Every table of the dataset, defined once: the reader, the checks, the dictionary and the templates come from here."""

from vitrina.dataset.tables.answers import GLOSSARY, KEYWORDS, QUESTIONS
from vitrina.dataset.tables.assignments import ASSIGNMENTS, SERVICES
from vitrina.dataset.tables.columns import Column, Row, Table
from vitrina.dataset.tables.completions import COMPLETIONS
from vitrina.dataset.tables.content import LINES, PASSPORT, TEXTS_OF_PROGRAMME
from vitrina.dataset.tables.corrections import CORRECTIONS
from vitrina.dataset.tables.documents import DOCUMENTS
from vitrina.dataset.tables.findings import EXPECTED_FINDINGS
from vitrina.dataset.tables.gaps import CONTRADICTIONS, GAPS
from vitrina.dataset.tables.goals import GOALS, LINKS
from vitrina.dataset.tables.indicators import INDICATORS
from vitrina.dataset.tables.money import MONEY
from vitrina.dataset.tables.observations import OBSERVATIONS
from vitrina.dataset.tables.reference import CONSUMER_PRICES, SERIES
from vitrina.dataset.tables.rules import RULES_OF_JUDGING
from vitrina.dataset.tables.translations import REFERENCE_TRANSLATIONS, TRANSLATIONS

PROGRAMME_TABLES = (
    PASSPORT,
    GOALS,
    LINES,
    DOCUMENTS,
    MONEY,
    EXPECTED_FINDINGS,
    COMPLETIONS,
    LINKS,
    INDICATORS,
    OBSERVATIONS,
    SERVICES,
    ASSIGNMENTS,
    RULES_OF_JUDGING,
    TEXTS_OF_PROGRAMME,
    QUESTIONS,
    GLOSSARY,
    KEYWORDS,
    GAPS,
    CONTRADICTIONS,
    CORRECTIONS,
    *TRANSLATIONS.values(),
)
REFERENCE_TABLES = (CONSUMER_PRICES, SERIES, *REFERENCE_TRANSLATIONS.values())
TABLES = (*PROGRAMME_TABLES, *REFERENCE_TABLES)

__all__ = [
    "ASSIGNMENTS",
    "COMPLETIONS",
    "CONSUMER_PRICES",
    "CONTRADICTIONS",
    "CORRECTIONS",
    "DOCUMENTS",
    "EXPECTED_FINDINGS",
    "GAPS",
    "GLOSSARY",
    "GOALS",
    "INDICATORS",
    "KEYWORDS",
    "LINES",
    "LINKS",
    "MONEY",
    "OBSERVATIONS",
    "PASSPORT",
    "PROGRAMME_TABLES",
    "QUESTIONS",
    "REFERENCE_TABLES",
    "RULES_OF_JUDGING",
    "SERIES",
    "SERVICES",
    "TABLES",
    "TEXTS_OF_PROGRAMME",
    "Column",
    "Row",
    "Table",
]
