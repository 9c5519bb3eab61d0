"""A released course whose gradebook is an SQLite file, or in a real PostgreSQL server.

The server is the tests' own: in a folder of its own, on a socket in there, without a port.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from nbgrader.api import Gradebook
from sqlalchemy import MetaData, NullPool, create_engine, make_url, select

from autograder.environment import prepare
from autograder.gradebook import Course, create_course
from autograder.gradebook.config import gradebook_address, nbgrader_config
from autograder.gradebook.recording import record
from autograder.gradebook.release import release
from autograder.gradebook.samples import answered

EXERCISE = "red-wine"
OWNER = "grader"
GUARDED = "guarded"  # a role that needs its password, which is the same word
# when nobody holds the other end of its input any more, the tests are over, however they ended
_WATCH = 'read -r _; pg_ctl stop --silent --mode immediate --pgdata "$1/data"; rm -rf "$1"'


class Server:
    """A server that runs; ``crash`` and ``start`` are for tests of what a crash leaves."""

    def __init__(self, folder: Path, account: Mapping[str, Any]) -> None:
        self.folder = folder
        self._account = account
        self._databases = 0

    def control(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's user."""
        log = self.folder / "output"
        with log.open("a") as output:
            return subprocess.run(
                command, **self._account, cwd=self.folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL,
                text=True, check=False,
            )  # fmt: skip

    def create(self) -> None:
        made = self.control("initdb", "--pgdata=data", f"--username={OWNER}", "--auth=trust", "--encoding=UTF8",
                            "--locale=C", "--no-sync")  # fmt: skip
        assert made.returncode == 0, self.said()
        rules = self.folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {GUARDED} scram-sha-256\n{rules.read_text()}")
        self.start()
        self.do(f"CREATE ROLE {GUARDED} SUPERUSER LOGIN PASSWORD '{GUARDED}'")

    def start(self) -> None:
        """Start it; a server that was killed may need a moment until the last of its processes is gone."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=20"
        for _ in range(50):
            started = self.control("pg_ctl", "start", "--wait", "--silent", "--pgdata=data", f"--options={options}")
            if started.returncode == 0:
                return
            time.sleep(0.2)
        raise AssertionError(self.said())

    def crash(self) -> None:
        """End it as a power cut would."""
        pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def said(self) -> str:
        return (self.folder / "output").read_text()

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    def do(self, command: str) -> None:
        with psycopg.connect(host=str(self.folder), user=OWNER, dbname="postgres", autocommit=True) as connection:
            connection.execute(command)

    def fresh(self, template: str = "template0") -> str:
        """The address of a new database, a copy of ``template``."""
        self._databases += 1
        name = f"fresh_{self._databases}"
        self.do(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)


@contextmanager
def running() -> Iterator[Server]:
    """A server that is gone afterwards, with its folder, even if this process is killed."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))  # short, as a socket's path must be
    account = _account(folder)
    with subprocess.Popen(
        ["sh", "-c", _WATCH, "sh", folder], **account, cwd="/", stdin=subprocess.PIPE, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ):  # fmt: skip
        server = Server(folder, account)
        server.create()
        yield server


def _account(folder: Path) -> dict[str, Any]:
    """Who runs the server: not root, whom PostgreSQL refuses."""
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    if os.geteuid() != 0:
        return {"env": plain}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"env": plain, "user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


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
