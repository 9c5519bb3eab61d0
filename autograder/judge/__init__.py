"""The judge: evidence + rubric + held-out data → verdict, in a process of its own that never ran student code."""

from autograder.judge.bench import Judged, JudgeError, Left, judge, judge_evidence
from autograder.judge.case import Case

__all__ = ["Case", "JudgeError", "Judged", "Left", "judge", "judge_evidence"]
