"""The dataset: its tables, reading them, checking them, and the immutable programme that comes out."""

from vitrina.dataset.languages import Both
from vitrina.dataset.problems import Problem, github_annotation, problem_text
from vitrina.dataset.programme import (
    City,
    Dataset,
    Document,
    ExpectedFinding,
    Goal,
    Line,
    PassportEntry,
    Programme,
    Quotation,
    Series,
    Source,
    Translated,
)
from vitrina.dataset.quotations import check_quotations
from vitrina.dataset.reader import Reading, read_dataset

__all__ = [
    "Both",
    "City",
    "Dataset",
    "Document",
    "ExpectedFinding",
    "Goal",
    "Line",
    "PassportEntry",
    "Problem",
    "Programme",
    "Quotation",
    "Reading",
    "Series",
    "Source",
    "Translated",
    "check_quotations",
    "github_annotation",
    "problem_text",
    "read_dataset",
]
