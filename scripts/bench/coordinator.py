"""The process that is measured: it grades a class on a cluster and tells on stdout of each submission.

``python -m bench.coordinator ADDRESS COURSE FOLDER SECONDS``
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from autograder.environment import prepare
from autograder.gradebook import Course
from autograder.grading import classroom, pool
from autograder.grading.events import Outcome
from autograder.grading.job import Done
from autograder.kernel import Limits
from bench.replay import Replaying, record
from bench.setting import EXERCISE

_HOW = classroom.Grading(Limits(), force=True)


class _Keeping(Executor):
    """Keeps what the last job gave."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.last: Future[Done] | None = None

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.last = self._executor.submit(fn, *args, **kwargs)
        return self.last


def main(address: str, root: str, folder: str, seconds: str) -> None:
    """Grade one submission for real, twice because the first one waits for imports; then replay it for everybody."""
    prepare()
    course, recording = Course.open(Path(root)), Path(folder) / "recording"
    students = course.students(EXERCISE)
    with pool.cluster(address) as workers:
        keeping = _Keeping(workers.executor)
        for _ in range(2):
            (real,) = _outcomes(course, students[:1], pool.Pool(keeping, workers.size))
        if real.verdict is None or keeping.last is None:
            sys.exit(f"A real submission could not be graded on the cluster: {real.failure}")
        record(keeping.last.result(), recording)
        _tell({"event": "real", "seconds": real.seconds})
        replaying = pool.Pool(Replaying(workers.executor, recording, float(seconds)), workers.size)
        for outcome in _outcomes(course, students, replaying):
            _tell({"event": "replayed", "failed": outcome.verdict is None})


def _outcomes(course: Course, students: list[str], workers: pool.Pool) -> Any:
    events = classroom.grade(course, EXERCISE, students, workers, _HOW)
    return (event for event in events if isinstance(event, Outcome))


def _tell(what: dict[str, object]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
