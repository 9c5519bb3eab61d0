"""What a worker of the cluster does in place of grading: it answers as one real submission was answered."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import cache, partial
from pathlib import Path
from typing import Any

from autograder.aside import put
from autograder.gradebook.execution import Run, collected
from autograder.grading.job import Done, Job
from autograder.rubric import as_remarks

REPLAYED = "replayed-"
_NOTEBOOK, _VERDICT, _REMARKS = "executed.ipynb", "verdict.json", "remarks.json"


class Replaying(Executor):
    """Hands jobs on to an executor's workers, which replay instead of doing them.

    Args:
        executor: whose workers.
        recording: a folder with what :func:`record` wrote; each worker writes its times beside it.
        seconds: how long one replay takes.
    """

    def __init__(self, executor: Executor, recording: Path, seconds: float) -> None:
        self._executor, self._recording, self._seconds = executor, recording, seconds

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Replay in place of ``fn``."""
        return self._executor.submit(
            partial(replay, recording=self._recording, seconds=self._seconds), *args, **kwargs
        )


def record(done: Done, folder: Path) -> None:
    """Write down what a submission gave."""
    texts = {_NOTEBOOK: done.run.notebook, _VERDICT: done.verdict, _REMARKS: json.dumps(done.run.remarks)}
    put({**done.run.evidence, **{name: text.encode() for name, text in texts.items()}}, folder)


def replay(job: Job, recording: Path, seconds: float) -> Done:
    """Runs in a worker: take a real job, be busy for a time, give back what was recorded."""
    start = time.time()
    assert job.notebook
    done = _recorded(recording)
    time.sleep(seconds)
    with (recording.parent / f"{REPLAYED}{os.getpid()}").open("a", encoding="utf-8") as times:
        times.write(f"{start} {time.time()}\n")
    return done


@cache
def _recorded(folder: Path) -> Done:
    text = {name: (folder / name).read_text(encoding="utf-8") for name in (_NOTEBOOK, _VERDICT, _REMARKS)}
    run = Run(text[_NOTEBOOK], collected(folder), as_remarks(json.loads(text[_REMARKS])))
    return Done(run, text[_VERDICT])


def spans(times: Path) -> list[tuple[float, float]]:
    """When a worker began and ended each replay."""
    pairs = (line.split() for line in times.read_text(encoding="utf-8").splitlines())
    return [(float(start), float(end)) for start, end in pairs]
