"""Grade everybody."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from autograder.exercises import given_to_run
from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import CourseError
from autograder.gradebook.intake import UnreadableError
from autograder.gradebook.log import log_file, logger
from autograder.grading.events import Outcome, Started
from autograder.grading.job import Done, work
from autograder.grading.pool import Pool
from autograder.grading.ready import require_ready
from autograder.grading.submission import Rehearsal, Submission
from autograder.judge.data import course_data
from autograder.kernel import Limits
from autograder.kernel.view import machine_view
from autograder.rubric import Verdict, load_rubric

_LOOK = 0.5  # seconds between looks at who is being graded


def to_grade(course: Course, exercise: str, only: list[str]) -> list[str]:
    """The students to grade: those in ``only``, or everybody who handed something in.

    Raises:
        RubricError: no such exercise.
        CourseError: the exercise was not released, or with other data or points, or there is nothing to grade.
        DataError: the data that models are measured on is missing or damaged.
    """
    rubric = load_rubric(exercise)
    course_data(rubric.data, course.secret)
    require_ready(course, rubric)
    source = course.source(exercise)
    if any(not _is(source / name, content) for name, content in given_to_run(exercise).items()):
        raise CourseError(
            f"The data of {exercise} are not those that were released, and students have the old ones. Release it "
            f"again: autograder release {exercise} --course {course.root}"
        )
    if not os.access(course.root, os.W_OK):
        raise CourseError(f"{course.root} can only be read. Grading writes its results there.")
    if machine_view().reveals(course.root):
        raise CourseError(f"{course.root} lies in a folder that students' code can read. Move the course elsewhere.")
    students = course.students(exercise)
    strangers = sorted(set(only) - set(students))
    if strangers:
        raise CourseError(f"No submission from {', '.join(strangers)}. Submissions came from {', '.join(students)}.")
    return only or students


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


@dataclass(frozen=True)
class Grading:
    """How to grade.

    Attributes:
        limits: what one notebook may take.
        judge_seconds: how long the judge may take for one submission.
        force: run and judge again even where nothing changed.
        rehearse: keep nothing of what comes of it.
    """

    limits: Limits
    judge_seconds: float = 300
    force: bool = False
    rehearse: bool = False


def grade(
    course: Course, exercise: str, students: list[str], pool: Pool, how: Grading
) -> Iterator[Started | Outcome]:
    """Grade the submissions of ``students``, telling of each when a worker begins with it and when it is graded.

    The workers run and judge; the gradebook is written here, one transaction for each submission. No more than twice
    as many submissions as there are workers are held in memory.
    """
    config = nbgrader_config(course, exercise)
    kind = Rehearsal if how.rehearse else Submission
    waiting, running, told = deque(students), dict[Future[Done], Submission](), set[str]()
    with Gradebook(CourseDirectory(config=config).db_url) as gradebook:
        while waiting or running:
            while waiting and len(running) < 2 * pool.size:
                submission = kind(course, exercise, waiting.popleft(), gradebook)
                yield from _begin(submission, pool, how, running)
            finished = wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED).done if running else ()
            for future in finished:
                yield _outcome(running.pop(future), future)
            for future, submission in running.items():
                if future.running() and submission.student not in told:
                    told.add(submission.student)
                    yield Started(submission.student)


def _begin(
    submission: Submission, pool: Pool, how: Grading, running: dict[Future[Done], Submission]
) -> Iterator[Outcome]:
    """Hand a submission to the workers, or tell what became of it if there is nothing to do for them."""
    try:
        if not how.force and (verdict := submission.entry.verdict()):
            submission.renew_penalty()
            yield Outcome(submission.student, verdict, 0)
            return
        job = submission.job(how.limits, how.judge_seconds, how.force)
    except UnreadableError as problem:
        yield _kept(submission, partial(submission.keep_unreadable, str(problem)), 0)
    except Exception as error:  # as below
        yield _failed(submission, error)
    else:
        running[pool.executor.submit(work, job)] = submission


def _outcome(submission: Submission, future: Future[Done]) -> Outcome:
    try:
        done = future.result()
    except Exception as error:  # a kernel, the judge and a cluster fail in many ways; the others go on
        return _failed(submission, error)
    return _kept(submission, partial(submission.keep, done), done.seconds)


def _kept(submission: Submission, keep: Callable[[], Verdict], seconds: float) -> Outcome:
    began = time.monotonic()
    try:
        return Outcome(submission.student, keep(), seconds + time.monotonic() - began)
    except Exception as error:  # nbgrader and the database fail in many ways; the others go on
        return _failed(submission, error)


def _failed(submission: Submission, error: Exception) -> Outcome:
    logger(submission.course).error("grading %s", submission.student, exc_info=error)
    said = f"{type(error).__name__}: {error} Details: {log_file(submission.course)}"
    return Outcome(submission.student, None, 0, said)
