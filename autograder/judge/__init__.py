"""The judge: evidence + rubric + held-out data → verdict, in a process of its own that never ran student code."""

from autograder.judge.bench import JudgeError, Left, judge, judge_evidence
from autograder.judge.case import Case

__all__ = ["Case", "JudgeError", "Left", "judge", "judge_evidence"]
