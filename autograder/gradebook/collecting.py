"""Take in what a learning platform downloads: one archive with everybody's files, named as the platform likes.

Canvas writes ``lovelaceada_12345_678_red-wine.ipynb``, with ``LATE`` after the name of whoever was late; Moodle
writes ``Ada Lovelace_12345_assignsubmission_file_/red-wine.ipynb``, or the same without the last ``_``; Blackboard
``Red wine_ada_attempt_2026-11-29-18-05-59_red-wine.ipynb``, and Brightspace
``101-7 - Ada Lovelace - Nov 29, 2026 605 PM/red-wine.ipynb``, both once for each attempt, of which the last counts.
Whose a file is, the roster says.
"""

from __future__ import annotations

import lzma
import os
import re
import tempfile
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from autograder.errors import Mendable
from autograder.gradebook.course import Course
from autograder.gradebook.intake import MAX_BYTES, MOST_FILES, asks_for
from autograder.gradebook.journal import replace_folder
from autograder.gradebook.roster import Person
from autograder.gradebook.unpacking import PackedError, beside, is_made_by_a_program, with_zips_open

_CANVAS = re.compile(r"(?P<name>[^_/]+)_(?P<late>LATE_)?(?P<number>\d+)_\d+_(?P<file>[^/]+)")
_MOODLE = re.compile(
    r"(?:[^/]+/)*?(?P<name>[^/]+)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_/?|/)(?P<file>.+)",
    re.DOTALL,
)
"""The outermost folder that is named so says whose a file is: what lies in it is the student's own."""
_BLACKBOARD = re.compile(r"[^/]+_(?P<name>[^_/]+)_attempt_(?P<when>\d{4}(?:-\d\d){5})_(?P<file>[^/]+)")
_BRIGHTSPACE = re.compile(
    r"(?:[^/]+/)*?\d+-\d+ ?- (?P<name>[^/]+?) - (?P<when>[^/]*\d{4}[^/]*)/(?P<file>.+)", re.DOTALL
)
_MOMENTS = tuple(f"{day} {hour}" for day in ("%b %d, %Y", "%d %B, %Y", "%B %d, %Y", "%d %b, %Y", "%Y-%m-%d")
                 for hour in ("%I:%M %p", "%H:%M"))  # fmt: skip
"""How Brightspace writes when something was handed in, which a university sets; often without the colon."""
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip
"""What Python raises, by the way that a file was packed, where its bytes are not what they were."""
_LONGEST_NAME = 255  # bytes, on Linux
_WHAT_TO_USE = (
    "Use what the 'Download (all) submissions' of Canvas, Moodle, Blackboard or Brightspace gives, or put each "
    "notebook at submitted/STUDENT/EXERCISE/EXERCISE.ipynb."
)


class CollectError(Mendable):
    """An archive cannot be read at all; the message says why. Nothing was collected."""


@dataclass(frozen=True)
class Collected:
    """What became of one student's files.

    Attributes:
        who: the student's id, or the platform's name for somebody whom the roster does not know.
        problem: why nothing was taken; empty if something was.
        news: "collected", "replaced" or "the same as before"; empty if nothing was taken.
        late: the platform says that it came after the date that is due there.
    """

    who: str
    problem: str = ""
    news: str = ""
    late: bool = False


class _Refused(Exception):
    """One student's files are not taken; the message says why."""


_Attempts = Mapping[str, Mapping[str, zipfile.ZipInfo]]


class _Owner(NamedTuple):
    """Somebody as a platform names them; Moodle counts students anew in every assignment, Canvas once for all.

    Blackboard and Brightspace give no number that a roster has.
    """

    name: str
    number: str
    counted_once: bool


def collect(
    course: Course, exercise: str, archive: Path, people: Iterable[Person], *, update: bool = False
) -> Iterator[Collected]:
    """Put each student's files into ``submitted/``, and tell of each. What was handed in before is never lost.

    Args:
        course: where.
        exercise: for which exercise.
        archive: what the platform downloaded, or the folder that somebody unpacked it into.
        people: the roster.
        update: let newer files take the place of those collected before, which are kept in ``replaced/``.

    Raises:
        CollectError: the archive is cut short, or not one of a learning platform.
    """
    known = list(people)
    try:
        with _opened(archive) as opened:
            by_owner = _by_owner(archive, opened)
            named = Counter(student for owner in by_owner if (student := _known(owner, known)))
            for owner, attempts in by_owner.items():
                who = owner.name
                try:
                    who = _student(owner, known)
                    if (many := named[who]) > 1:
                        raise _Refused(f"{many} people in the archive are called so: ask who they are.")
                    files = _last(attempts)
                    news = _take(course, exercise, who, _read(opened, files, exercise), update)
                except _Refused as reason:
                    yield Collected(who, str(reason))
                else:
                    yield Collected(who, news=news, late=_is_late(files))
    except (zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise CollectError(f"{archive} {_why_not_open(archive, error)}") from error


def _why_not_open(archive: Path, error: Exception) -> str:
    with archive.open("rb") as file:
        begins_as_zip = file.read(2) == b"PK"
    if begins_as_zip:
        return f"is not a whole zip archive ({error}). It was probably cut short: download it again."
    return f"is no zip archive. {_WHAT_TO_USE}"


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; a folder is packed again, since some browsers unpack what they download."""
    if not archive.is_dir():
        with zipfile.ZipFile(archive) as opened:
            yield opened
        return
    with tempfile.TemporaryFile() as file, zipfile.ZipFile(file, "w", strict_timestamps=False) as packed:
        for path in sorted(archive.rglob("*")):
            name = path.relative_to(archive).as_posix()
            if _named_by_a_platform(name) and path.is_file() and not path.is_symlink():
                packed.write(path, name)
        yield packed


def _named_by_a_platform(path: str) -> re.Match[str] | None:
    name = PurePosixPath(path).name
    return (
        _MOODLE.fullmatch(path)
        or _BRIGHTSPACE.fullmatch(path)
        or _BLACKBOARD.fullmatch(name)
        or _CANVAS.fullmatch(name)
    )


def _by_owner(archive: Path, opened: zipfile.ZipFile) -> Mapping[_Owner, _Attempts]:
    """Each owner's files by when, and by the name under which, they were handed in."""
    owners: dict[_Owner, dict[str, dict[str, zipfile.ZipInfo]]] = {}
    for info in opened.infolist():
        if info.is_dir() or is_made_by_a_program(info.filename):
            continue
        if found := _named_by_a_platform(info.filename):
            named = found.groupdict("")
            owner = _Owner(named["name"], named.get("number", ""), counted_once=found.re is _CANVAS)
            owners.setdefault(owner, {}).setdefault(named.get("when", ""), {})[named["file"]] = info
    if not owners:
        raise CollectError(f"{archive} holds no file named as submissions are. {_WHAT_TO_USE}")
    return owners


def _last(attempts: _Attempts) -> Mapping[str, zipfile.ZipInfo]:
    """The files of the last attempt. Raises _Refused if there are several and their names do not say when."""
    if len(attempts) == 1:
        return next(iter(attempts.values()))
    return attempts[max(attempts, key=_moment)]


def _moment(when: str) -> str:
    """A moment as text that sorts; Blackboard's does."""
    if re.fullmatch(r"[\d-]+", when):
        return when
    told = re.sub(r"(\d{1,2}):?(\d\d)(?= [AP]M$|$)", r"\1:\2", " ".join(when.split()))
    for written in _MOMENTS:
        with suppress(ValueError):
            return datetime.strptime(told, written).isoformat()
    raise _Refused(f"There are several attempts, and {when[:40]!r} does not say when it was: ask which one counts.")


def _is_late(files: Mapping[str, zipfile.ZipInfo]) -> bool:
    """Whether Canvas says so in a name; Moodle does not say it."""
    names = (_named_by_a_platform(info.filename) for info in files.values())
    return any(found and found.groupdict().get("late") for found in names)


def _known(owner: _Owner, people: list[Person]) -> str:
    """The student who is meant; empty if nobody can say."""
    try:
        return _student(owner, people)
    except _Refused:
        return ""


def _student(owner: _Owner, people: list[Person]) -> str:
    """The student who is meant. Students choose what a platform calls them, but not the number that it gives them."""
    named = [person for person in people if _letters(owner.name) in _spellings(person)]
    counted = [person for person in people if owner.number and person.number == owner.number]
    if owner.counted_once and named and counted and not any(person in counted for person in named):
        raise _Refused(f"The name is {named[0].id}'s, but the number {owner.number} is {counted[0].id}'s: ask both.")
    found = [person for person in named if person in counted] or named or (counted if owner.counted_once else [])
    if len(found) == 1:
        return found[0].id
    if found:
        raise _Refused(f"{len(found)} students of the course are called so: {', '.join(one.id for one in found)}.")
    number = f" or has the number {owner.number}" if owner.number else ""
    raise _Refused(f"Nobody in the course is called so{number}. Add them: autograder roster FILE")


def _spellings(person: Person) -> set[str]:
    """What the person may be called; who is known by an id alone is not called nothing."""
    return {_letters(person.id), _letters(person.last + person.first), _letters(person.first + person.last)} - {""}


def _letters(name: str) -> str:
    """A name without what platforms leave out or change: blanks, signs, capitals; accents are composed."""
    return "".join(letter for letter in unicodedata.normalize("NFC", name).lower() if letter.isalnum())


def _read(opened: zipfile.ZipFile, files: Mapping[str, zipfile.ZipInfo], exercise: str) -> Mapping[str, bytes]:
    """The contents of one student's files, the notebook under its own name."""
    if len(files) > MOST_FILES or sum(info.file_size for info in files.values()) > MAX_BYTES:
        raise _Refused(f"The files are more than {MOST_FILES}, or larger than {MAX_BYTES >> 20} MB.")
    try:
        handed_in = {str(PurePosixPath(name)): opened.read(info) for name, info in files.items()}
    except _DAMAGED as error:
        raise _Refused(f"The file is damaged in the archive ({error}): download it again.") from error
    contents = handed_in if _notebooks(handed_in) else _unpacked(handed_in, exercise)
    notebooks = _notebooks(contents)
    if not notebooks:
        raise _Refused(
            f"There is no notebook, only {', '.join(sorted(contents))[:80]}. Ask for {exercise}.ipynb itself."
        )
    chosen = _chosen(notebooks, exercise)
    others = {name: content for name, content in contents.items() if name not in notebooks and _is_inside(name)}
    found = {**beside(chosen, others), f"{exercise}.ipynb": notebooks[chosen]}
    if odd := next((name for name in found if not _can_be_stored(name, found)), ""):
        raise _Refused(f"The file {odd[:40]!r} cannot be stored under this name: rename it in the archive.")
    return found


def _notebooks(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: content for name, content in files.items() if name.endswith(".ipynb")}


def _unpacked(files: Mapping[str, bytes], exercise: str) -> Mapping[str, bytes]:
    try:
        return with_zips_open(files)
    except PackedError as error:
        raise _Refused(f"There is no notebook, and {error} Ask for {exercise}.ipynb itself.") from error


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    dates_itself = "timestamp.txt" in map(str.lower, path.parts)  # only who collects says when
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and not dates_itself


def _can_be_stored(name: str, names: Collection[str]) -> bool:
    """Whether its parts are short enough for a file system, and none of its folders is a file as well."""
    path = PurePosixPath(name)
    fits = all(len(os.fsencode(part)) <= _LONGEST_NAME for part in path.parts) and len(os.fsencode(name)) <= 1024
    return bool(path.name) and fits and not any(str(folder) in names for folder in path.parents)


def _chosen(notebooks: Mapping[str, bytes], exercise: str) -> str:
    """The name of the one notebook for this exercise; one that cannot be read counts if it is the only one."""
    asks = {name: asks_for(content) for name, content in notebooks.items()}
    fitting = [name for name, wanted in asks.items() if exercise in wanted]
    fitting = fitting or [name for name, wanted in asks.items() if not wanted]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise _Refused(f"There are {len(fitting)} notebooks: {', '.join(sorted(fitting))}. Ask which one counts.")
    wanted = sorted(set().union(*asks.values()))
    raise _Refused(f"The notebook is for {', '.join(wanted)}, not for {exercise}.")


def _take(course: Course, exercise: str, student: str, files: Mapping[str, bytes], update: bool) -> str:
    """Put the files where they are graded, all or none of them."""
    place = course.submitted(student, exercise)
    if not place.exists():
        replace_folder(place, files)
        return "collected"
    if all((place / name).is_file() and (place / name).read_bytes() == content for name, content in files.items()):
        return "the same as before"
    if not update:
        raise _Refused("Something else was handed in before and was kept. --update takes the newer one.")
    older = course.root / "replaced" / student / exercise
    older.mkdir(parents=True, exist_ok=True)
    kept = older / str(sum(1 for _ in older.iterdir()) + 1)
    place.rename(kept)
    replace_folder(place, files)
    return "replaced"
