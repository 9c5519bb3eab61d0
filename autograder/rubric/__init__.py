"""Rubrics: what a model must show, criterion by criterion, with points; and the verdicts they give."""

from autograder.rubric.criteria import Criterion, Curve, Dependable, FreeOf, Metric, Observed, Reaches, Structure
from autograder.rubric.rubric import Rubric, RubricError, load_rubric
from autograder.rubric.verdict import Result, Status, Verdict, plain

__all__ = [
    "Criterion",
    "Curve",
    "Dependable",
    "FreeOf",
    "Metric",
    "Observed",
    "Reaches",
    "Result",
    "Rubric",
    "RubricError",
    "Status",
    "Structure",
    "Verdict",
    "load_rubric",
    "plain",
]
