"""Grading: one submission, and a whole class of them; what cannot be read is said, and costs nobody else."""

from autograder.grading.classroom import feedback, grade
from autograder.grading.submission import Limits, Outcome, grade_submission

__all__ = ["Limits", "Outcome", "feedback", "grade", "grade_submission"]
