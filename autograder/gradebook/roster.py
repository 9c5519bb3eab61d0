"""Who takes the course: a table of a learning platform, read into nbgrader's students."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from nbgrader.api import Gradebook, Student
from nbgrader.coursedir import CourseDirectory

from autograder.errors import TableError
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.course import Course, is_student_id

IDS = (
    "sis login id", "sis user id", "login id", "login", "username", "id number", "student id", "id", "email address",
    "email",
)  # fmt: skip
"""Columns in which platforms and nbgrader name students, the surest first."""
_FIRST, _LAST = ("first name", "first_name", "given name"), ("last name", "last_name", "surname", "family name")
_WHOLE = ("student", "full name", "name")
_EMAIL = ("email address", "email", "e-mail")
_PLATFORM = ("lms_user_id", "identifier", "id")
"""Where a platform's own number of a student stands, which its downloads repeat in names of files."""


@dataclass(frozen=True)
class Person:
    """One student as a platform knows them.

    Attributes:
        id: the name of the student's folders.
        first, last: names; empty if nobody said.
        email: the address.
        number: the platform's own number.
    """

    id: str
    first: str = ""
    last: str = ""
    email: str = ""
    number: str = ""


def read_roster(text: str) -> list[Person]:
    """The students in a table that Canvas, Moodle, nbgrader or a spreadsheet exported.

    Raises:
        TableError: it is no table, no column names students, or a name cannot be a student's.
    """
    text = text.removeprefix("\ufeff")
    rows = [
        {(key or "").strip().lower(): (value or "").strip() for key, value in row.items() if isinstance(value, str)}
        for row in csv.DictReader(io.StringIO(text), delimiter=separator_of(text))
    ]
    columns = list(rows[0]) if rows else []
    by = max(IDS, key=lambda column: sum(bool(row.get(column)) for row in rows))
    if not any(row.get(by) for row in rows):
        raise TableError(
            f"The table names no students. Its columns are {', '.join(columns) or 'none'}; students are looked for "
            f"in: {', '.join(IDS)}."
        )
    people = [_person(row, by) for row in rows if row.get(by)]
    odd = [person.id for person in people if not is_student_id(person.id) or "/" in person.id]
    if odd:
        raise TableError(f"{odd[0]!a} in the column {by!r} cannot be the name of a folder. Change it in the table.")
    for _, same in groupby(sorted((person.id for person in people), key=str.lower), key=str.lower):
        if len(twice := list(same)) > 1:
            raise TableError(f"The column {by!r} names one student twice: {', '.join(twice)}. Remove a row.")
    return people


def separator_of(table: str) -> str:
    """What stands between the cells of a CSV: a comma, or what a spreadsheet writes in other countries."""
    return max(",;\t", key=table.partition("\n")[0].count)


def _person(row: dict[str, str], by: str) -> Person:
    def first_of(columns: Iterable[str]) -> str:
        return next((row[column] for column in columns if row.get(column)), "")

    first, last = first_of(_FIRST), first_of(_LAST)
    if not first and not last:
        first, last = _split(first_of(_WHOLE))
    number = re.sub(r"\D", "", first_of(column for column in _PLATFORM if column != by))
    student = row[by].partition("@")[0] if by.startswith("email") else row[by]
    return Person(student, first, last, first_of(_EMAIL), number)


def _split(whole: str) -> tuple[str, str]:
    """First and last name of "Last, First" or "First Last"."""
    last, comma, first = whole.partition(",")
    if comma:
        return first.strip(), last.strip()
    first, _, last = whole.rpartition(" ")
    return first, last


def add_students(course: Course, people: Iterable[Person]) -> tuple[int, int]:
    """Put students into the gradebook, or bring up to date what it knows of them; nobody is removed.

    Returns:
        how many are new, and how many were known.
    """
    url = CourseDirectory(config=nbgrader_config(course, "")).db_url
    with Gradebook(url) as gradebook:
        known = {student.id for student in gradebook.students}
        told = list(people)
        for person in told:
            named = {"first_name": person.first, "last_name": person.last, "email": person.email,
                     "lms_user_id": person.number}  # fmt: skip
            gradebook.update_or_create_student(person.id, **{key: value for key, value in named.items() if value})
    new = {person.id for person in told} - known
    return len(new), len(told) - len(new)


def enrolled(course: Course) -> Iterator[Person]:
    """The students whom the gradebook knows."""
    url = CourseDirectory(config=nbgrader_config(course, "")).db_url
    with Gradebook(url) as gradebook:
        yield from map(_known, gradebook.students)


def _known(student: Student) -> Person:
    return Person(student.id, student.first_name or "", student.last_name or "", student.email or "",
                  student.lms_user_id or "")  # fmt: skip
