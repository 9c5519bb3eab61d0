"""When an exercise is due, for everybody and for whoever got longer. nbgrader keeps it, and computes who is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from nbgrader.api import Assignment, Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from autograder.gradebook import recording
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import Course, CourseError
from autograder.gradebook.database import is_there


def read_due(text: str) -> datetime:
    """A due date as somebody types it, in this machine's time; a day alone lasts until its last minute.

    Raises:
        CourseError: it is no date.
    """
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        raise CourseError(
            f"{text!r} is no date that can be read without guessing. Write the year first, for example "
            "'2030-12-01 23:59', or 2030-12-01 for the end of that day."
        ) from None
    ends_the_day = len(text.strip()) <= len("2030-12-01")
    return (datetime.combine(when, time(23, 59)) if ends_the_day else when).astimezone()


def set_due(course: Course, exercise: str, when: datetime, students: Sequence[str] = ()) -> None:
    """Set when an exercise is due: for everybody, or for these students alone.

    An extension is a date of its own: it stays where it is when everybody's date moves, unless that is later.

    Raises:
        CourseError: the exercise was not released, or a student is unknown, or nobody said when it is due for all.
    """
    due = when.astimezone(UTC).replace(tzinfo=None)  # as nbgrader keeps it
    with Gradebook(CourseDirectory(config=nbgrader_config(course, exercise)).db_url) as gradebook:
        assignment = _released(course, gradebook, exercise)
        if not students:
            extended = {one.student_id: one.duedate for one in assignment.submissions if one.extension}
            gradebook.update_or_create_assignment(exercise, duedate=due)
            for student, until in extended.items():
                _extend(gradebook, exercise, student, max(until - due, timedelta(0)))
            return
        if assignment.duedate is None:
            raise CourseError(
                f"{exercise} has no due date yet. Set everybody's first: autograder due {exercise} DATE"
            )
        _require_known(course, gradebook, students)
        for student in students:
            gradebook.update_or_create_submission(exercise, student)
            _extend(gradebook, exercise, student, due - assignment.duedate)


def due_dates(course: Course, exercise: str) -> tuple[datetime | None, dict[str, datetime]]:
    """When an exercise is due for everybody, None if it never is; and until when the students have who got longer."""
    url = CourseDirectory(config=nbgrader_config(course, exercise)).db_url
    if not is_there(url):
        return None, {}
    with Gradebook(url) as gradebook:
        released = {one.name: one for one in gradebook.assignments}
        if exercise not in released or released[exercise].duedate is None:
            return None, {}
        longer = {one.student_id: local_time(one.duedate) for one in released[exercise].submissions if one.extension}
        return local_time(released[exercise].duedate), longer


def renew_penalties(course: Course, exercise: str) -> None:
    """Compute the penalty of everybody who was late anew, by the points as well: some were given since grading."""
    config = nbgrader_config(course, exercise)
    url = CourseDirectory(config=config).db_url
    if not is_there(url):
        return
    with Gradebook(url) as gradebook:
        late = [
            one.student_id
            for one in gradebook.assignment_submissions(exercise)
            if one.notebooks and (one.total_seconds_late > 0 or one.notebooks[0].late_submission_penalty)
        ]
        if late:
            recording.renew_penalties(gradebook, config, exercise, late)


def local_time(kept: datetime) -> datetime:
    """A time as nbgrader keeps it, as clocks show it here."""
    return kept.replace(tzinfo=UTC).astimezone()


def _extend(gradebook: Gradebook, exercise: str, student: str, longer: timedelta) -> None:
    gradebook.grant_extension(exercise, student, minutes=longer.total_seconds() / 60)


def _released(course: Course, gradebook: Gradebook, exercise: str) -> Assignment:
    try:
        return gradebook.find_assignment(exercise)
    except MissingEntry:
        raise CourseError(
            f"{exercise} was not released in {course.root}. Release it first: "
            f"autograder release {exercise} --course {course.root}"
        ) from None


def _require_known(course: Course, gradebook: Gradebook, students: Sequence[str]) -> None:
    if strangers := set(students) - {one.id for one in gradebook.students}:
        raise CourseError(
            f"{course.root} knows no student called {', '.join(sorted(strangers))}. Add them by a roster, or look "
            "how the id is written: autograder status EXERCISE"
        )
