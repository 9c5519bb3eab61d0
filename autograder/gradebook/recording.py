"""Into nbgrader's gradebook: all that is known of a submission, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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


@contextmanager
def transaction(gradebook: Gradebook) -> Iterator[None]:
    """What is done to the gradebook within is kept together at the end, whatever nbgrader commits on the way."""
    with gradebook.engine.connect() as connection, _begun(connection):
        session = gradebook.db
        gradebook.db = scoped_session(sessionmaker(connection, join_transaction_mode="create_savepoint"))
        try:
            yield
            gradebook.db.commit()
        finally:
            gradebook.db.remove()
            gradebook.db = session


@contextmanager
def _begun(connection: Connection) -> Iterator[None]:
    """A transaction that no other grader's can interleave with."""
    if connection.dialect.name == "sqlite":  # its driver would begin only at the first change, and lose savepoints
        connection.connection.dbapi_connection.isolation_level = None  # type: ignore[union-attr]
        event.listen(connection, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
    with connection.begin():
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
        folder = CourseDirectory(config=config)
        handed_in = folder.get_existing_timestamp(folder.format_path(folder.submitted_directory, student, exercise))
        timestamp = {"timestamp": handed_in} if handed_in else {}
        gradebook.update_or_create_submission(exercise, student, **timestamp)
        _save(gradebook, nb, where, judged)
        _penalise(gradebook, config, where)


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
