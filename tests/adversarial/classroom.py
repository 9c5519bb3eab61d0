"""Grades one course in a process of its own, as the command line does but with small limits; prints what came of it.

``python classroom.py COURSE``: one line of JSON for each submission, the last line is about the process itself.
"""

import json
import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from autograder.cli import shown
from autograder.environment import prepare
from autograder.gradebook import Course
from autograder.gradebook.standing import write_report
from autograder.grading.classroom import Grading, grade, to_grade
from autograder.grading.events import Outcome, Started
from autograder.grading.pool import local_pool
from autograder.grading.returning import feedback, graded_students
from autograder.kernel import Limits

MEGABYTE = 1 << 20
EXERCISE = "distance-predictor"
LIMITS = Limits(memory=1024 * MEGABYTE, disk=96 * MEGABYTE, output=6 * MEGABYTE, seconds=20)
JUDGE_SECONDS = 20


def main(root: Path) -> None:
    prepare()
    warnings.filterwarnings("ignore", message="Object of type .* not in session")  # as the command line does
    course = Course.open(root)
    students = to_grade(course, EXERCISE, [])
    with local_pool(2) as pool:
        events = grade(course, EXERCISE, students, pool, Grading(LIMITS, JUDGE_SECONDS))
        shown.grading(Console(stderr=True, highlight=False), students, told(events), {})
    pages = [page for page in feedback(course, EXERCISE, graded_students(course, EXERCISE)) if not page.failure]
    print(json.dumps({"feedback": len(pages), "report": str(write_report(course, EXERCISE))}))
    print(json.dumps({"peak": peak()}), flush=True)


def peak() -> int:
    """Bytes of memory that this process held at most; `resource` counts those of whoever started it, too."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"^VmHWM:\s+(\d+) kB$", told, re.MULTILINE)[1]) * 1024


def told(events: Iterator[Started | Outcome]) -> Iterator[Started | Outcome]:
    for event in events:
        if isinstance(event, Outcome):
            plain = {**asdict(event), "verdict": event.verdict and json.loads(event.verdict.to_json())}
            print(json.dumps(plain), flush=True)
        yield event


if __name__ == "__main__":
    main(Path(sys.argv[1]))
