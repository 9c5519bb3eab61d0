"""Rubrics: what a model must show, criterion by criterion, with points; and the verdicts they give."""

from autograder.rubric import behaviour, usual
from autograder.rubric.criteria import Behaves, Criterion, Curve, Dependable, Metric, Observed, Reaches
from autograder.rubric.rubric import Rubric, RubricError, load_rubric
from autograder.rubric.verdict import UNGRADED, Event, Remark, Result, Status, Verdict, as_remarks, plain

__all__ = [
    "UNGRADED",
    "Behaves",
    "Criterion",
    "Curve",
    "Dependable",
    "Event",
    "Metric",
    "Observed",
    "Reaches",
    "Remark",
    "Result",
    "Rubric",
    "RubricError",
    "Status",
    "Verdict",
    "as_remarks",
    "behaviour",
    "load_rubric",
    "plain",
    "usual",
]
