"""The files that lie beside a notebook: what the student handed in with it, and what the course gives."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.gradebook.course import Course
from autograder.gradebook.intake import MOST_FILES, UnreadableError, regular_files

MAX_BYTES = 50 << 20
TIMESTAMP, SECRET = "timestamp.txt", "submission_secret.txt"
_LONGEST = 200  # bytes of either
_IGNORED = tuple(CourseDirectory().ignore)


def beside(course: Course, exercise: str, student: str) -> dict[str, bytes]:
    """What lies beside a submission when it runs; the course's own files in place of changed ones.

    Raises:
        UnreadableError: the student handed in too much.
    """
    given = files_in(course.source(exercise))
    places = {*given, *(str(parent) for name in given for parent in Path(name).parents)}
    handed_in = files_in(course.submitted(student, exercise))
    own = {name: content for name, content in handed_in.items() if not _takes(name, places, given)}
    return {**own, **given}


def from_exchange(submitted: Path) -> dict[str, bytes]:
    """What nbgrader's exchange lays into a submission: when it came, and by what its feedback finds the way back."""
    paths = [submitted / name for name in (TIMESTAMP, SECRET)]
    plain = (path for path in paths if path.is_file() and not path.is_symlink())
    return {path.name: path.read_bytes() for path in plain if path.stat().st_size <= _LONGEST}


def _takes(name: str, places: Collection[str], given: Collection[str]) -> bool:
    """Whether a student's file takes the place of a course's file or folder, or makes a folder of such a file."""
    return name in places or any(str(parent) in given for parent in Path(name).parents)


def handed_in(folder: CourseDirectory, student: str, exercise: str) -> datetime | None:
    """When it was handed in, as nbgrader keeps it; None if the file that should say it does not."""
    place = Path(folder.format_path(folder.submitted_directory, student, exercise))
    if TIMESTAMP not in from_exchange(place):
        return None
    try:
        found: datetime | None = folder.get_existing_timestamp(str(place))
    except Exception:  # it came with the submission; nbgrader and dateutil raise many kinds
        return None
    return found


def files_in(folder: Path) -> dict[str, bytes]:
    """All regular files of a folder but notebooks and what nbgrader ignores, by their path in it.

    Raises:
        UnreadableError: they are too many, or too large.
    """
    found = {}
    left = MAX_BYTES
    for number, path in enumerate(regular_files(folder), 1):
        if number > MOST_FILES:
            raise UnreadableError(f"There are more than {MOST_FILES} files. Hand in the notebook alone.")
        name = path.relative_to(folder)
        if any(fnmatch(part, pattern) for part in name.parts for pattern in (*_IGNORED, "*.ipynb")):
            continue
        left -= path.stat().st_size
        if left < 0:
            raise UnreadableError(
                f"The files beside the notebook are larger than {MAX_BYTES >> 20} MB. Hand in the notebook alone."
            )
        found[str(name)] = path.read_bytes()
    return found
