"""Into nbgrader's gradebook: all that is known of a submission, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Connection, event
from sqlalchemy.orm import scoped_session, sessionmaker
from traitlets.config import Config

from autograder.exercises import grade_id

_LONGEST_TIME = 200  # bytes
_PATIENCE = 60  # seconds to wait while others write
_WRITTEN = "student, submitted_assignment, submitted_notebook, grade, comment"


@contextmanager
def transaction(gradebook: Gradebook) -> Iterator[None]:
    """What is done to the gradebook within is kept together at the end, whatever nbgrader commits on the way.

    Nobody else can write meanwhile: nbgrader looks before it adds, and two who look at once would both add.
    """
    gradebook.db().invalidate()  # ends what it had open; the server may have been restarted since,
    gradebook.engine.dispose()  # and what is left in the pool leads nowhere
    with gradebook.engine.connect() as connection, _alone(connection):
        within = scoped_session(sessionmaker(connection, join_transaction_mode="create_savepoint"))
        outside, gradebook.db = gradebook.db, within
        try:
            yield
            within.commit()
        finally:
            gradebook.db = outside
            within.remove()


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    """A transaction that waits until nobody writes, and lets nobody else write until it ends."""
    connection.detach()  # closed at the end: what is changed here is not handed on to nbgrader
    if connection.dialect.name == "sqlite":
        raw: Any = connection.connection.dbapi_connection
        raw.isolation_level = None  # else its driver would begin only at the first change, and lose savepoints
        raw.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")
        event.listen(connection, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_PATIENCE}s'")
            connection.exec_driver_sql(f"LOCK TABLE {_WRITTEN} IN SHARE ROW EXCLUSIVE MODE")
        yield


def record(
    gradebook: Gradebook, config: Config, nb: NotebookNode, where: tuple[str, str, str], judged: Mapping[str, float]
) -> None:
    """Record a graded notebook: student, submission, scores, comments and the penalty for being late.

    Args:
        gradebook: an open nbgrader gradebook.
        config: nbgrader's configuration of this course and student.
        nb: the graded notebook.
        where: names of notebook, exercise and student.
        judged: points of the cells that were judged, by cell id; other cells are scored by nbgrader's own rule
            for written answers, and a test cell that nobody judged earns nothing.
    """
    _, exercise, student = where
    with transaction(gradebook):
        gradebook.update_or_create_student(student)
        handed_in = _handed_in(CourseDirectory(config=config), student, exercise)
        timestamp = {"timestamp": handed_in} if handed_in else {}
        gradebook.update_or_create_submission(exercise, student, **timestamp)
        _save(gradebook, nb, where, judged)
        _penalise(gradebook, config, where)


def _handed_in(folder: CourseDirectory, student: str, exercise: str) -> datetime | None:
    """When it was handed in; None if the file that should say it does not."""
    place = Path(folder.format_path(folder.submitted_directory, student, exercise))
    said = place / "timestamp.txt"
    if said.is_symlink() or not said.is_file() or said.stat().st_size > _LONGEST_TIME:
        return None
    try:
        found: datetime | None = folder.get_existing_timestamp(str(place))
    except Exception:  # it came with the submission; nbgrader and dateutil raise many kinds
        return None
    return found


def _save(gradebook: Gradebook, nb: NotebookNode, where: tuple[str, str, str], judged: Mapping[str, float]) -> None:
    for cell in nb.cells:
        name = grade_id(cell)
        if utils.is_grade(cell):
            grade = gradebook.find_grade(name, *where)
            grade.auto_score = _score(cell, name, judged)
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        if utils.is_solution(cell):
            unchanged = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
            gradebook.find_comment(name, *where).auto_comment = "No response." if unchanged else None
    gradebook.db.commit()


def _score(cell: NotebookNode, name: str, judged: Mapping[str, float]) -> float | None:
    if name in judged:
        return judged[name]
    if not utils.is_solution(cell):
        return 0
    score: float | None = utils.determine_grade(cell)[0]
    return score


def _penalise(gradebook: Gradebook, config: Config, where: tuple[str, str, str]) -> None:
    """What nbgrader's own step does with the plugin that the course configures."""
    notebook, exercise, student = where
    step: Any = AssignLatePenalties(config=config)
    step.init_plugin()
    submission = gradebook.find_submission(exercise, student)
    graded = gradebook.find_submission_notebook(notebook, exercise, student)
    graded.late_submission_penalty = None
    if submission.total_seconds_late > 0:
        penalty = step.plugin_inst.late_submission_penalty(student, graded.score, submission.total_seconds_late)
        if penalty is not None:
            graded.late_submission_penalty = step._check_late_penalty(graded, penalty)
    gradebook.db.commit()
