"""A released course whose gradebook is an SQLite file, or in a real PostgreSQL server."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from private_postgresql import Server, running
from sqlalchemy import MetaData, NullPool, create_engine, make_url, select

from autograder.environment import prepare
from autograder.gradebook import Course, create_course
from autograder.gradebook.config import gradebook_address, nbgrader_config
from autograder.gradebook.recording import record
from autograder.gradebook.release import release
from autograder.gradebook.samples import answered

EXERCISE = "red-wine"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Course:
    prepare()
    course = create_course(tmp_path_factory.mktemp("released") / "course")
    release(course, EXERCISE)
    return course


@pytest.fixture(scope="session")
def template(released: Course, server: Server) -> str:
    """The name of a database into which the exercise was released."""
    server.do("CREATE DATABASE released")
    release(Course(released.root, server.url("released")), EXERCISE)
    return "released"


@dataclass(frozen=True)
class Books:
    """A course, and what its gradebook holds."""

    course: Course

    @property
    def url(self) -> str:
        return gradebook_address(self.course)

    def record(self, gradebook: Gradebook, student: str, points: float, explain: str = "Because.") -> None:
        """Record a submission as grading does."""
        notebook = answered(self.course.release(EXERCISE) / f"{EXERCISE}.ipynb", EXERCISE, explain=explain)
        config = nbgrader_config(self.course, EXERCISE, student)
        record(gradebook, config, notebook, (EXERCISE, EXERCISE, student), {"model": points})

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table."""
        tables = MetaData()
        with create_engine(self.url, poolclass=NullPool).connect() as connection:
            tables.reflect(connection)
            return {
                name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
                for name, table in tables.tables.items()
            }

    def contents(self) -> list[tuple[Any, ...]]:
        """What the gradebook says of every cell of every student, without the ids that are drawn at random."""
        with Gradebook(self.url) as gradebook:
            return sorted(
                (submission.student.id, submission.timestamp, part.name, *said)
                for submission in gradebook.assignment_submissions(EXERCISE)
                for part in submission.notebooks
                for said in [
                    *(("grade", grade.name, grade.auto_score, grade.needs_manual_grade) for grade in part.grades),
                    *(("comment", comment.name, comment.auto_comment, False) for comment in part.comments),
                ]
            )


@pytest.fixture
def copied(released: Course, tmp_path: Path) -> Path:
    """A course folder of the test's own."""
    shutil.copytree(released.root, tmp_path / "course")
    return tmp_path / "course"


@pytest.fixture
def on_sqlite(copied: Path) -> Books:
    return Books(Course(copied))


@pytest.fixture
def on_postgresql(copied: Path, server: Server, template: str) -> Iterator[Books]:
    url = server.fresh(template)
    yield Books(Course(copied, url))
    server.do(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.requires_program("initdb"))])
def books(request: pytest.FixtureRequest) -> Books:
    made: Books = request.getfixturevalue(f"on_{request.param}")
    return made


@pytest.fixture
def gradebook(books: Books) -> Iterator[Gradebook]:
    with Gradebook(books.url) as gradebook:
        yield gradebook
