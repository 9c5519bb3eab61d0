"""The judge: evidence + rubric + held-out data → verdict, in a process of its own that never ran student code."""

from autograder.judge.bench import Judge, JudgeError, decide_run
from autograder.judge.case import Case

__all__ = ["Case", "Judge", "JudgeError", "decide_run"]
