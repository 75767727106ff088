"""The dataset: its tables, reading them, checking them, and the immutable programme that comes out."""

from vitrina.dataset.languages import Both
from vitrina.dataset.problems import Problem, github_annotation, problem_text
from vitrina.dataset.programme import (
    City,
    Contradiction,
    Dataset,
    Document,
    ExpectedFinding,
    Gap,
    Goal,
    Indicator,
    Line,
    Link,
    Observation,
    PassportEntry,
    Programme,
    Question,
    Quotation,
    Series,
    Source,
    Term,
    Translated,
)
from vitrina.dataset.quotations import check_quotations
from vitrina.dataset.reader import Reading, read_dataset

__all__ = [
    "Both",
    "City",
    "Contradiction",
    "Dataset",
    "Document",
    "ExpectedFinding",
    "Gap",
    "Goal",
    "Indicator",
    "Line",
    "Link",
    "Observation",
    "PassportEntry",
    "Problem",
    "Programme",
    "Question",
    "Quotation",
    "Reading",
    "Series",
    "Source",
    "Term",
    "Translated",
    "check_quotations",
    "github_annotation",
    "problem_text",
    "read_dataset",
]
