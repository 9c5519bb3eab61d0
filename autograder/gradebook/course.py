"""A course folder: an ordinary nbgrader course directory, plus the secret that draws its held-out data."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import Mendable
from autograder.gradebook.database import require_address

SECRET = "held-out.secret"
_SECRET_BYTES = 32
CONFIG = "nbgrader_config.py"
_LONGEST_ID = 120
_ODD = frozenset('<>"`\\')
_CONFIGURATION = '''\
"""nbgrader's configuration of this course; grading goes through autograder's judge."""

from pathlib import Path

from autograder.gradebook.config import configure

c = configure(get_config(), Path(__file__).parent)  # noqa: F821 (nbgrader provides get_config)
'''


class CourseError(Mendable):
    """The course folder is not what it should be; the message says what to do."""


@dataclass(frozen=True)
class Course:
    """Where everything of one course lies; all paths are below ``root``.

    Attributes:
        root: the course's folder.
        database: the gradebook's address, if it is not the one that the course's configuration names.
    """

    root: Path
    database: str = ""

    @staticmethod
    def is_one(folder: Path) -> bool:
        """Whether a folder is a course's."""
        return (folder / CONFIG).is_file() and (folder / SECRET).is_file()

    @classmethod
    def open(cls, root: Path, database: str = "") -> Course:
        """The course in ``root``.

        Raises:
            CourseError: there is none.
        """
        root = root.resolve()
        if (root / CONFIG).is_file() and any((root / name).is_dir() for name in ("submitted", "release")):
            _require_secret(root)
        if not cls.is_one(root):
            raise CourseError(f"{root} is not a course folder. Create one with: autograder course create {root}")
        return cls(root, database)

    @property
    def secret(self) -> bytes:
        """What draws this course's held-out data. It must not leave the course folder."""
        return bytes.fromhex((self.root / SECRET).read_text(encoding="ascii"))

    def source(self, exercise: str) -> Path:
        """The folder nbgrader makes the release from."""
        return self.root / "source" / exercise

    def release(self, exercise: str) -> Path:
        """The notebook and the data that students get."""
        return self.root / "release" / exercise

    def handout(self, exercise: str) -> Path:
        """The zip with the release and all that students need to work on it."""
        return self.root / "handouts" / f"{exercise}.zip"

    def submitted(self, student: str, exercise: str) -> Path:
        """Where a student's submission is expected; nothing in there is ever changed."""
        return self.root / "submitted" / student / exercise

    def autograded(self, student: str, exercise: str) -> Path:
        """The graded copy of a submission."""
        return self.root / "autograded" / student / exercise

    def feedback(self, student: str, exercise: str) -> Path:
        """What a student gets back."""
        return self.root / "feedback" / student / exercise

    def evidence(self, student: str, exercise: str) -> Path:
        """What a student's kernel left, the verdict on it, and the seal of a finished grading."""
        return self.root / "evidence" / student / exercise

    def report(self, exercise: str) -> Path:
        """The class report."""
        return self.root / "reports" / f"{exercise}.html"

    def released(self) -> list[str]:
        """The exercises that students can get, in alphabetical order."""
        folders = (path for path in (self.root / "release").glob("*") if (path / f"{path.name}.ipynb").is_file())
        return sorted(path.name for path in folders)

    def students(self, exercise: str) -> list[str]:
        """Everybody with a submission folder for the exercise, in alphabetical order."""
        return [name for name in self._folders(exercise) if is_student_id(name)]

    def misnamed(self, exercise: str) -> list[str]:
        """Names of submission folders that no page, terminal or database can show as they are."""
        return [name for name in self._folders(exercise) if not is_student_id(name) and not name.startswith(".")]

    def astray(self, exercise: str) -> list[Path]:
        """Notebooks where no grading looks, as paths in the course; ``STUDENT/EXERCISE/`` is their place."""
        places = ("*.ipynb", "*/*.ipynb", f"{exercise}/*/*.ipynb")
        found = {path for place in places for path in (self.root / "submitted").glob(place) if path.is_file()}
        return sorted(path.relative_to(self.root) for path in found)

    def _folders(self, exercise: str) -> list[str]:
        return sorted(path.parent.name for path in (self.root / "submitted").glob(f"*/{exercise}") if path.is_dir())


def _require_secret(root: Path) -> None:
    """Raises CourseError if a course has lost what draws its held-out data, or something else stands there."""
    with suppress(OSError, ValueError):
        if len(bytes.fromhex((root / SECRET).read_text(encoding="ascii"))) >= _SECRET_BYTES:
            return
    raise CourseError(
        f"The course's secret, {root / SECRET}, is missing or damaged. It draws the held-out data, so no other file "
        "judges as before: put back the one that the course was created with, from a backup or from where it came."
    )


def is_student_id(name: str) -> bool:
    """Whether a name may be a student's: it goes into addresses, pages, terminals and file names."""
    return len(name) <= _LONGEST_ID and name.isprintable() and not name.startswith(".") and not set(name) & _ODD


def create_course(root: Path, database: str = "") -> Course:
    """Create a course folder with a fresh secret.

    Args:
        root: where.
        database: the gradebook's address, to be written into the course's configuration; nbgrader's default if empty.

    Raises:
        CourseError: something is there already; nothing is overwritten.
        DatabaseError: the address is none.
    """
    if database:
        require_address(database)
    root = root.resolve()
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise CourseError(
            f"{root} already exists and is not empty; nothing was changed. "
            "Use it as it is, or name another folder for a new course."
        )
    root.mkdir(parents=True, exist_ok=True)
    root.chmod(0o700)  # submissions, scores and solutions are nobody else's
    for name in ("source", "release", "submitted"):
        (root / name).mkdir()
    secret = root / SECRET
    secret.touch(mode=0o600)
    secret.write_text(secrets.token_hex(_SECRET_BYTES), encoding="ascii")
    config = root / CONFIG
    config.touch(mode=0o600 if database else 0o644)  # there may be a password in it
    says_where = f"c.CourseDirectory.db_url = {database!r}\n" if database else ""
    config.write_text(_CONFIGURATION + says_where, encoding="utf-8")
    return Course(root)
