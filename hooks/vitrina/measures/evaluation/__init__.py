"""How effective a programme was, by the method that its own data name; off where they name none."""

from vitrina.measures.evaluation.achievement_spending import ACHIEVEMENT_SPENDING, COEFFICIENTS, FURTHER
from vitrina.measures.evaluation.evaluating import METHODS, evaluations
from vitrina.measures.evaluation.method import Achievement, Evaluation, Grade, Method, WhyNot
from vitrina.measures.evaluation.ratio import RATIO
from vitrina.measures.evaluation.ratio_130 import RATIO_130

__all__ = [
    "ACHIEVEMENT_SPENDING",
    "COEFFICIENTS",
    "FURTHER",
    "METHODS",
    "RATIO",
    "RATIO_130",
    "Achievement",
    "Evaluation",
    "Grade",
    "Method",
    "WhyNot",
    "evaluations",
]
