"""How an exercise stands: who handed in, what is graded, marked and given back; and the same as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from autograder.errors import TableError
from autograder.gradebook import Course
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.database import is_there
from autograder.gradebook.roster import IDS
from autograder.report.classroom import gather
from autograder.report.measures import Submission
from autograder.report.pages import as_points


class Stage(StrEnum):
    """How far a student's work has come."""

    MISSING = "nothing handed in"
    HANDED_IN = "not graded yet"
    UNMARKED = "waits to be marked"
    GRADED = "graded"


@dataclass(frozen=True)
class Standing:
    """One student and one exercise.

    Attributes:
        student: the id.
        name: as the gradebook knows it; empty if it does not.
        stage: how far it has come.
        submission: the verdict and the score, as far as there are any.
        handed_in: when; None if nobody knows.
        late: seconds after the due date, extensions included.
        penalty: points that being late cost.
        told: a feedback page was written.
    """

    student: str
    name: str
    stage: Stage
    submission: Submission
    handed_in: datetime | None = None
    late: float = 0
    penalty: float = 0
    told: bool = False

    @property
    def total(self) -> float | None:
        """Points in the end; None as long as something waits to be marked."""
        score = self.submission.score
        if self.stage is not Stage.GRADED or score is None:
            return None
        return max(0.0, score.points - self.penalty)


def standings(course: Course, exercise: str) -> list[Standing]:
    """Everybody whom the course knows, and everybody who handed in, by id."""
    found = {one.student: one for one in map(_handed_in, gather(course, exercise))}
    url = CourseDirectory(config=nbgrader_config(course, exercise)).db_url
    if not is_there(url):
        return [found[student] for student in sorted(found)]
    with Gradebook(url) as gradebook:
        for student in gradebook.students:
            known = found.get(student.id) or Standing(
                student.id, "", Stage.MISSING, Submission(student.id, None, None, "", "")
            )
            name = " ".join(filter(None, (student.first_name, student.last_name)))
            found[student.id] = _with_times(replace(known, name=name), gradebook, exercise)
    return [found[student] for student in sorted(found)]


def _handed_in(submission: Submission) -> Standing:
    graded = submission.verdict is not None and submission.score is not None
    waits = submission.score is not None and submission.score.waiting
    stage = Stage.HANDED_IN if not graded else Stage.UNMARKED if waits else Stage.GRADED
    return Standing(submission.student, "", stage, submission, told=bool(submission.feedback))


def _with_times(row: Standing, gradebook: Gradebook, exercise: str) -> Standing:
    try:
        one = gradebook.find_submission(exercise, row.student)
    except MissingEntry:
        return row
    penalty = sum(notebook.late_submission_penalty or 0 for notebook in one.notebooks)
    return replace(row, handed_in=one.timestamp, late=one.total_seconds_late, penalty=penalty)


def as_csv(rows: Sequence[Standing]) -> str:
    """A table with a row for each student and a column for each criterion."""
    titles = {
        result.criterion: f"{result.criterion} (of {as_points(result.max_points)})"
        for row in rows
        if row.submission.verdict
        for result in row.submission.verdict.results
    }
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow([
        "student", "name", "stage", "handed in", "seconds late", *titles.values(), "judge", "by hand", "penalty",
        "total", "maximum", "remarks",
    ])  # fmt: skip
    for row in rows:
        table.writerow(map(_harmless, _cells(row, list(titles))))
    return written.getvalue()


def _cells(row: Standing, criteria: Iterable[str]) -> Iterator[str]:
    verdict, score = row.submission.verdict, row.submission.score
    points = {result.criterion: as_points(result.points) for result in verdict.results} if verdict else {}
    yield from (row.student, row.name, row.stage, str(row.handed_in or ""), f"{row.late:.0f}")
    yield from (points.get(criterion, "") for criterion in criteria)
    by_hand = as_points(score.points - verdict.points) if verdict and score and row.total is not None else ""
    yield from (as_points(verdict.points) if verdict else "", by_hand, as_points(row.penalty))
    yield from ("" if row.total is None else as_points(row.total), as_points(score.max_points) if score else "")
    yield " ".join(verdict.remarks) if verdict else ""


def _harmless(cell: str) -> str:
    """What a spreadsheet takes for a text, whatever a student wrote."""
    is_formula = cell.startswith(("=", "+", "@", "\t", "\r")) or (cell.startswith("-") and not _is_number(cell))
    return f"'{cell}" if is_formula else cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


_IDS = ("student", *IDS)
"""Columns in which learning platforms and our own tables name students, the surest first."""


@dataclass(frozen=True)
class Filled:
    """A platform's table with the scores in it.

    Attributes:
        text: the table.
        by: the column that named the students.
        strangers: students with a score whom the table does not know.
        open: students in the table whose score is not there yet; their cells were left as they were.
    """

    text: str
    by: str
    strangers: tuple[str, ...]
    open: tuple[str, ...]


def fill(table: str, rows: Sequence[Standing], column: str) -> Filled:
    """Write the totals into a table that Canvas, Moodle or another platform exported, and that it reads again.

    Args:
        table: the platform's CSV.
        rows: everybody's standing.
        column: its column for this exercise, or how that begins (Canvas adds a number in brackets); new if not there.

    Raises:
        TableError: it holds no table, or no column names the students of this course.
    """
    lines = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
    if len(lines) < 2:
        raise TableError("The table holds no students. Export it from the platform once more, with a row for each.")
    head, *body = lines
    totals = {row.student.lower(): row.total for row in rows}
    by = _column_of_students(head, body, totals.keys())
    at = next((place for place, name in enumerate(head) if _names(name, column)), len(head))
    if at == len(head):
        head.append(column)
    known, waiting = set(), []
    for line in body:
        line.extend([""] * (len(head) - len(line)))
        student = _as_id(line[by])
        if student in totals:
            known.add(student)
            if (total := totals[student]) is None:
                waiting.append(line[by])
            else:
                line[at] = as_points(total)
    strangers = tuple(row.student for row in rows if row.total is not None and row.student.lower() not in known)
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([head, *body])
    return Filled(written.getvalue(), head[by], strangers, tuple(waiting))


def _column_of_students(head: list[str], body: list[list[str]], students: Iterable[str]) -> int:
    ids = set(students)
    named = [place for wanted in _IDS for place, name in enumerate(head) if name.strip().lower() == wanted]
    hits = {place: sum(_as_id(line[place]) in ids for line in body if place < len(line)) for place in named}
    if not hits or not max(hits.values()):
        raise TableError(
            f"No column of the table names a student of this course. Its columns are {', '.join(head)}; students are "
            f"looked for in: {', '.join(_IDS)}."
        )
    return max(hits, key=lambda place: hits[place])


def _as_id(cell: str) -> str:
    """A platform's name for a student as a student's id: without the host of an address, in small letters."""
    return cell.strip().partition("@")[0].lower()


def _names(head: str, column: str) -> bool:
    name = head.strip().lower()
    return name == column.lower() or name.startswith((f"{column.lower()} (", f"{column.lower()}:"))
