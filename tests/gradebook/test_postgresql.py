"""A whole course whose gradebook is in PostgreSQL: nbgrader's commands and ours, and what a person is told."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.gradebook import Course, create_course
from autograder.gradebook.database import DatabaseError, require_address, require_gradebook
from autograder.gradebook.execution import Run
from autograder.gradebook.journal import Entry
from autograder.gradebook.standing import read_scores

needs_postgresql = pytest.mark.requires_program("initdb")
# nbgrader builds its rows in an order that SQLAlchemy remarks on; the rows are right
pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")
EXERCISE = "red-wine"


_PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # as in an activated environment


def run(command: str, *arguments: str | Path, code: int = 0, at: Path | None = None, **environment: str) -> str:
    """Run a program as a user would; returns what it printed, on one line."""
    done = subprocess.run(
        [Path(sys.executable).with_name(command), *map(str, arguments)], cwd=at, check=False, text=True,
        capture_output=True,
        env={**os.environ, "COLUMNS": "200", "AUTOGRADER_SANDBOX": "off", "PATH": _PATH, **environment},
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    return " ".join(said.split())


def empty_run(course: Course, student: str) -> None:
    """As if the submission had been run and had left nothing to judge: no kernel and no model is needed."""
    folder = course.submitted(student, EXERCISE)
    folder.mkdir(parents=True)
    notebook = (course.release(EXERCISE) / f"{EXERCISE}.ipynb").read_text(encoding="utf-8")
    (folder / f"{EXERCISE}.ipynb").write_text(notebook, encoding="utf-8")
    Entry(course, EXERCISE, student).keep_run(Run(notebook, {}, ()))


@needs_postgresql
def test_a_course_lives_in_the_database_that_its_configuration_names(server, tmp_path) -> None:
    root, url = tmp_path / "course", server.fresh()
    run("autograder", "course", "create", root, "--db", url)
    run("autograder", "release", EXERCISE, "--course", root)
    course = Course.open(root)
    empty_run(course, "ada")
    (course.submitted("ben", EXERCISE)).mkdir(parents=True)
    run("autograder", "grade", EXERCISE, "--course", root)
    run("autograder", "feedback", EXERCISE, "--course", root)
    run("autograder", "report", EXERCISE, "--course", root)
    assert not list(root.rglob("gradebook.db"))
    with Gradebook(url) as gradebook:
        assert sorted((row["student"], row["score"]) for row in gradebook.submission_dicts(EXERCISE)) == [
            ("ada", 0),
            ("ben", 0),
        ]
    assert read_scores(course, EXERCISE).keys() == {"ada", "ben"}
    for student in ("ada", "ben"):
        assert (course.feedback(student, EXERCISE) / f"{EXERCISE}.html").is_file()


@needs_postgresql
def test_nbgraders_own_commands_use_it_too(server, tmp_path) -> None:
    root, url = tmp_path / "course", server.fresh()
    course = create_course(root, url)
    run("nbgrader", "db", "student", "add", "ada", "--email=ada@example.org", at=root)
    run("autograder", "release", EXERCISE, "--course", root)
    empty_run(course, "ada")
    run("nbgrader", "autograde", EXERCISE, at=root)
    run("nbgrader", "generate_feedback", EXERCISE, at=root)
    run("nbgrader", "export", "--to=grades.csv", at=root)
    run("nbgrader", "db", "upgrade", at=root)
    assert not list(root.rglob("gradebook.db"))
    assert (course.feedback("ada", EXERCISE) / f"{EXERCISE}.html").is_file()
    assert "ada@example.org" in (root / "grades.csv").read_text(encoding="utf-8")
    with Gradebook(url) as gradebook:
        assert gradebook.find_grade("model", EXERCISE, EXERCISE, "ada").auto_score == 0


@needs_postgresql
def test_an_address_on_the_command_line_wins(on_postgresql, copied) -> None:
    elsewhere = on_postgresql.url
    on_postgresql.course.submitted("ben", EXERCISE).mkdir(parents=True)
    before = (copied / "gradebook.db").read_bytes()
    run("autograder", "grade", EXERCISE, "--course", copied, "--db", elsewhere)
    assert {row[0] for row in on_postgresql.contents()} == {"ben"}
    assert (copied / "gradebook.db").read_bytes() == before
    run("autograder", "report", EXERCISE, "--course", copied, AUTOGRADER_DB=elsewhere)


QUERIES = {
    "student_dicts": (),
    "submission_dicts": (EXERCISE,),
    "notebook_submission_dicts": (EXERCISE, EXERCISE),
    "average_assignment_score": (EXERCISE,),
    "average_assignment_code_score": (EXERCISE,),
    "average_assignment_written_score": (EXERCISE,),
    "average_assignment_task_score": (EXERCISE,),
    "average_notebook_score": (EXERCISE, EXERCISE),
    "average_notebook_code_score": (EXERCISE, EXERCISE),
    "average_notebook_written_score": (EXERCISE, EXERCISE),
    "average_notebook_task_score": (EXERCISE, EXERCISE),
}


@needs_postgresql
@pytest.mark.parametrize("query", QUERIES)
def test_the_formgraders_queries_say_what_they_say_on_sqlite(on_postgresql, on_sqlite, query) -> None:
    def said(books) -> str:
        with Gradebook(books.url) as gradebook:
            for student, points in (("ada", 7), ("ben", 2.5)):
                books.record(gradebook, student, points)
            found = getattr(gradebook, query)(*QUERIES[query])
        rows = (
            [{key: row[key] for key in row if key != "id"} for row in found] if isinstance(found, list) else [found]
        )
        return "\n".join(sorted(json.dumps(row, default=str, sort_keys=True) for row in rows))

    assert said(on_postgresql) == said(on_sqlite)


# --- passwords, and servers that are not there ----------------------------------------------------------------


@pytest.fixture
def guarded(on_postgresql, server) -> str:
    """The address of a gradebook that wants a password, without it."""
    return on_postgresql.url.replace("//grader@", "//guarded@")


@needs_postgresql
def test_a_password_may_come_from_where_postgresql_looks_for_it(guarded, tmp_path, monkeypatch) -> None:
    with pytest.raises(DatabaseError, match="password"):
        require_gradebook(guarded)
    monkeypatch.setenv("PGPASSWORD", "guarded")
    require_gradebook(guarded)
    monkeypatch.delenv("PGPASSWORD")
    (tmp_path / "passwords").write_text("*:*:*:guarded:guarded")
    (tmp_path / "passwords").chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "passwords"))
    require_gradebook(guarded)


@needs_postgresql
@pytest.mark.parametrize("command", ["release", "grade", "feedback", "report"])
def test_a_wrong_password_is_never_printed(guarded, copied, command) -> None:
    wrong = guarded.replace("guarded@", "guarded:ope%20sesame@")
    shutil.copytree(copied / "release" / EXERCISE, copied / "submitted" / "zoe" / EXERCISE)
    said = run("autograder", command, EXERCISE, "--course", copied, "--db", wrong, code=2)
    assert "No gradebook at postgresql+psycopg://guarded:***@/fresh_" in said
    assert "Traceback" not in said
    assert "sesame" not in said


@needs_postgresql
def test_what_is_missing_is_one_sentence(server, copied) -> None:
    missing = server.url("no_such_database")
    with pytest.raises(DatabaseError, match=r'No gradebook at .*database "no_such_database" does not exist'):
        require_gradebook(missing)
    nowhere = missing.replace(str(server.folder), str(server.folder / "nowhere"))
    said = run("autograder", "release", EXERCISE, "--course", copied, "--db", nowhere, code=2)
    assert "No such file or directory" in said
    assert "Is the server running locally" in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql", "cannot be read. Write it as in postgresql"),
        ("postgresql://me:sesame@host:port/name", "cannot be read"),
        ("postgresql://me:se@same@host/name", "more than one @. Write the one in a password as %40"),
        ("oracle://me:sesame@host/name", "is missing, which speaks to such a gradebook"),
        ("postgres://me:sesame@host/name", "cannot be read"),
    ],
)
def test_an_address_that_is_none_is_refused_without_repeating_it(address, said, tmp_path) -> None:
    with pytest.raises(DatabaseError) as refused:
        create_course(tmp_path / "course", address)
    assert said in str(refused.value)
    assert "sesame" not in str(refused.value)
    assert "same@" not in str(refused.value)
    assert not (tmp_path / "course").exists()


def test_a_configuration_that_may_hold_a_password_is_its_owners_alone(tmp_path) -> None:
    course = create_course(tmp_path / "course", "postgresql+psycopg://me:it's@host/name")
    config = course.root / "nbgrader_config.py"
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    from autograder.gradebook.config import gradebook_address

    assert gradebook_address(course) == "postgresql+psycopg://me:it's@host/name"
    assert require_address(gradebook_address(course)).password == "it's"
