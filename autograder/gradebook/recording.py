"""Into nbgrader's gradebook: all that is known of a submission, or nothing of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Connection, event
from sqlalchemy.orm import scoped_session, sessionmaker
from traitlets.config import Config

from autograder.exercises import grade_id
from autograder.gradebook.beside import handed_in

_PATIENCE = 60  # seconds to wait while others write
_FEWEST_WORDS = 8
ELSEWHERE = "Nothing was written here. The answer may stand in another cell."
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
        when = handed_in(CourseDirectory(config=config), student, exercise)  # of an older one nothing counts
        gradebook.update_or_create_submission(exercise, student, timestamp=when)
        _save(gradebook, nb, where, {**judged, **_waiting(nb, config, exercise)})
        _penalise(gradebook, config, where)


def renew_penalty(gradebook: Gradebook, config: Config, where: tuple[str, str, str]) -> None:
    """Compute the penalty for being late anew, by the due dates and extensions as they are now."""
    notebook, exercise, student = where
    due = gradebook.find_assignment(exercise).duedate
    had = gradebook.find_submission_notebook(notebook, exercise, student).late_submission_penalty
    if due is not None or had:
        renew_penalties(gradebook, config, exercise, [student])


def renew_penalties(gradebook: Gradebook, config: Config, exercise: str, students: Sequence[str]) -> None:
    """The same for several students, kept together."""
    with transaction(gradebook):
        for student in students:
            _penalise(gradebook, config, (exercise, exercise, student))


def _waiting(nb: NotebookNode, config: Config, exercise: str) -> dict[str, None]:
    """Written answers that were left as released, where other words of the student stand: a person looks.

    The words may stand in a new cell, in a copy of the cell, or in a comment.
    """
    release = Path(CourseDirectory(config=config).root) / "release" / exercise / f"{exercise}.ipynb"
    released = nbformat.read(release, as_version=4).cells if release.is_file() else ()
    known = {cell.source.strip() for cell in released}
    if not any(_holds_words(cell) for cell in nb.cells if cell.source.strip() not in known):
        return {}
    return {
        grade_id(cell): None
        for cell in nb.cells
        if utils.is_grade(cell) and utils.is_solution(cell) and cell.cell_type == "markdown" and _is_stub(cell)
    }


def _holds_words(cell: NotebookNode) -> bool:
    """Whether a person wrote sentences here: any text, or in code comments and texts that stand alone."""
    if cell.cell_type != "code":
        return bool(cell.source.strip())
    lines = cell.source.splitlines()
    comments = [line.partition("#")[2] for line in lines if line.lstrip().startswith("#")]
    return sum(len(comment.split()) for comment in comments) + _words_standing_alone(cell.source) >= _FEWEST_WORDS


def _words_standing_alone(code: str) -> int:
    """Words in texts that are whole statements, or that ``print`` is given."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 0
    alone = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    printed = [call.args[0] for call in alone if isinstance(call, ast.Call) and call.args]
    texts = [node.value for node in (*alone, *printed) if isinstance(node, ast.Constant)]
    return sum(len(text.split()) for text in texts if isinstance(text, str))


def _is_stub(cell: NotebookNode) -> bool:
    return bool(cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell))


def _save(
    gradebook: Gradebook, nb: NotebookNode, where: tuple[str, str, str], judged: Mapping[str, float | None]
) -> None:
    for cell in nb.cells:
        name = grade_id(cell)
        if utils.is_grade(cell):
            grade = gradebook.find_grade(name, *where)
            grade.auto_score = _score(cell, name, judged)
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        if utils.is_solution(cell):
            gradebook.find_comment(name, *where).auto_comment = _comment(cell, name, judged)
    gradebook.db.commit()


def _comment(cell: NotebookNode, name: str, judged: Mapping[str, float | None]) -> str | None:
    if not _is_stub(cell):
        return None
    return ELSEWHERE if judged.get(name, 0) is None else "No response."


def _score(cell: NotebookNode, name: str, judged: Mapping[str, float | None]) -> float | None:
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
