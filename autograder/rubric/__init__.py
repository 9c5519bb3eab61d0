"""Rubrics: what a model must show, criterion by criterion, with points; and the verdicts they give."""

from autograder.rubric import behaviour, usual
from autograder.rubric.criteria import Behaves, Criterion, Curve, Dependable, Metric, Observed, Reaches
from autograder.rubric.rubric import Rubric, RubricError, load_rubric
from autograder.rubric.verdict import UNGRADED, Result, Status, Verdict, plain

__all__ = [
    "UNGRADED",
    "Behaves",
    "Criterion",
    "Curve",
    "Dependable",
    "Metric",
    "Observed",
    "Reaches",
    "Result",
    "Rubric",
    "RubricError",
    "Status",
    "Verdict",
    "behaviour",
    "load_rubric",
    "plain",
    "usual",
]
