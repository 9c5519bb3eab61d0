"""Recording a submission: everything or nothing, on SQLite and on PostgreSQL alike."""

import gc
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from nbgrader.api import Gradebook
from sqlalchemy import NullPool, create_engine, event, text
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner

from autograder.cli.app import app
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.dates import renew_penalties
from autograder.gradebook.recording import record, renew_penalty
from autograder.gradebook.samples import answered
from autograder.rubric import Result, Status, Verdict

# nbgrader builds its rows in an order that SQLAlchemy remarks on; the rows are right
pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")
EXERCISE = "red-wine"
WHERE = (EXERCISE, EXERCISE)
ODD_NAMES = [
    "O'Brien",
    'a "b"',
    "Zoë Ünal",
    "100%",
    "{student_id}",
    "%(id)s",
    ":id",
    "a;--",
    "back\\slash",
    "雪 🎓",
    "-h",
]


class Fault(Exception):
    """What a test raises in the middle of it all."""


@contextmanager
def at_statement(gradebook: Gradebook, number: int, do: Callable[[], None]) -> Iterator[None]:
    """Call ``do`` before the statement with this number."""
    numbers = count()

    def look(*_: object) -> None:
        if next(numbers) == number:
            do()

    event.listen(gradebook.engine, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(gradebook.engine, "before_cursor_execute", look)


def fail() -> None:
    raise Fault


def fail_as_a_database_does() -> None:
    raise OperationalError("a statement", {}, Exception("disk full"))  # nbgrader makes another error of it


@pytest.mark.parametrize("do", [fail, fail_as_a_database_does])
@pytest.mark.parametrize("earlier", [True, False], ids=["recorded before", "new"])
def test_a_failure_at_any_statement_leaves_the_gradebook_as_it_was(books, gradebook, earlier, do) -> None:
    if earlier:
        books.record(gradebook, "ada", 4)
    before = books.rows()
    for number in range(200):
        try:
            with at_statement(gradebook, number, do):
                books.record(gradebook, "ada", 7)
            break
        except Exception:
            assert books.rows() == before
    assert 15 < number < 199, "each statement must have failed once, and then none"
    assert gradebook.find_grade("model", *WHERE, "ada").auto_score == 7


def test_a_failure_at_the_last_commit_leaves_the_gradebook_as_it_was(books, gradebook) -> None:
    before = books.rows()
    event.listen(gradebook.engine, "commit", lambda _: fail())
    with pytest.raises(Fault):
        books.record(gradebook, "ada", 7)
    assert books.rows() == before


def test_nothing_is_seen_before_everything_is_there(books, gradebook) -> None:
    seen = []
    for number in (5, 10, 15, 20):
        with at_statement(gradebook, number, lambda: seen.append(books.rows()["student"])):
            books.record(gradebook, f"student-{number}", 7)
    assert len(seen) == 4
    assert [len(students) for students in seen] == list(range(4)), "each time only those recorded before"


def test_recording_twice_gives_the_same_rows(books, gradebook) -> None:
    books.record(gradebook, "ada", 7)
    before = books.rows()
    books.record(gradebook, "ada", 7)
    assert books.rows() == before
    assert len(before["student"]) == len(before["submitted_assignment"]) == 1


def test_a_new_answer_replaces_scores_and_comments(books, gradebook) -> None:
    books.record(gradebook, "ada", 7, explain=None)
    assert gradebook.find_comment("explain", *WHERE, "ada").auto_comment == "No response."
    books.record(gradebook, "ada", 3, explain="Because.")
    gradebook.db.expire_all()
    assert gradebook.find_comment("explain", *WHERE, "ada").auto_comment is None
    assert gradebook.find_grade("model", *WHERE, "ada").auto_score == 3


def test_a_score_given_by_hand_stays_and_is_to_be_looked_at_again(books, gradebook) -> None:
    books.record(gradebook, "ada", 7)
    by_hand = gradebook.find_grade("explain", *WHERE, "ada")
    assert by_hand.needs_manual_grade
    by_hand.manual_score, by_hand.needs_manual_grade = 2, False
    gradebook.db.commit()
    books.record(gradebook, "ada", 5)
    gradebook.db.expire_all()
    explained = gradebook.find_grade("explain", *WHERE, "ada")
    assert (explained.manual_score, explained.needs_manual_grade) == (2, True)
    assert gradebook.find_submission(EXERCISE, "ada").score == 7


@contextmanager
def somebody_else_writes(url: str, statement: str) -> Iterator[None]:
    """A transaction of another program, which ends a moment after what is done within has begun."""
    with create_engine(url, poolclass=NullPool).connect() as connection:
        assert connection.execute(text(statement)).rowcount == 1
        ending = threading.Timer(0.5, connection.commit)
        ending.start()
        yield
        ending.join()


def test_a_score_given_by_hand_meanwhile_stays(books, gradebook) -> None:
    books.record(gradebook, "ada", 7)
    grade = gradebook.find_grade("explain", *WHERE, "ada").id
    gradebook.db.rollback()
    with somebody_else_writes(
        books.url, f"UPDATE grade SET manual_score = 2, needs_manual_grade = false WHERE id = '{grade}'"
    ):
        books.record(gradebook, "ada", 5, explain="Something else.")
    explained = gradebook.find_grade("explain", *WHERE, "ada")
    assert (explained.manual_score, explained.needs_manual_grade) == (2, True)


def test_a_student_added_meanwhile_is_not_added_again(books, gradebook) -> None:
    with somebody_else_writes(books.url, "INSERT INTO student (id, email) VALUES ('ada', 'ada@example.org')"):
        books.record(gradebook, "ada", 7)
    assert gradebook.find_student("ada").email == "ada@example.org"
    assert gradebook.find_submission(EXERCISE, "ada").score == 7


def test_nbgraders_own_session_is_as_it_was(books, gradebook) -> None:
    session = gradebook.db
    books.record(gradebook, "ada", 7)
    assert gradebook.db is session
    gradebook.find_student("ada").email = "ada@example.org"
    gradebook.db.flush()
    gradebook.db.rollback()
    assert gradebook.find_student("ada").email is None, "what nbgrader does afterwards can be undone"


@pytest.mark.requires_program("initdb")
def test_a_connection_that_was_open_before_is_closed_and_not_just_dropped(on_postgresql) -> None:
    with Gradebook(on_postgresql.url) as gradebook:
        assert gradebook.students == []
        on_postgresql.record(gradebook, "ada", 7)
        gc.collect()  # a connection that was dropped warns now, which fails the test


@pytest.mark.parametrize("student", ODD_NAMES)
def test_students_have_all_sorts_of_names(books, gradebook, student) -> None:
    folder = books.course.submitted(student, EXERCISE)
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text("2026-02-03 12:00:00 UTC")
    books.record(gradebook, student, 7)
    books.record(gradebook, student, 6)
    (found,) = gradebook.assignment_submissions(EXERCISE)
    assert (found.student.id, found.score, found.timestamp) == (student, 6, datetime(2026, 2, 3, 12))


PLUGIN = """
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from penalty import OnePointAnHour
c.AssignLatePenalties.plugin_class = OnePointAnHour
"""
PENALTY = """
from nbgrader.plugins import LateSubmissionPlugin


class OnePointAnHour(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late / 3600
"""


@pytest.fixture
def strict(books, gradebook, monkeypatch) -> Path:
    """The folder of ada, in a course whose plugin takes a point for each hour after noon."""
    root = books.course.root
    monkeypatch.syspath_prepend(root)
    (root / "penalty.py").write_text(PENALTY)
    with (root / "nbgrader_config.py").open("a") as config:
        config.write(PLUGIN)
    gradebook.update_or_create_assignment(EXERCISE, duedate="2026-02-03 12:00:00 UTC")
    folder = books.course.submitted("ada", EXERCISE)
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("at", "penalty"), [("11:59", None), ("14:00", 2), ("23:00", 7)], ids=["early", "late", "lost"]
)
def test_a_plugin_of_the_course_decides_what_being_late_costs(books, gradebook, strict, at, penalty) -> None:
    (strict / "timestamp.txt").write_text(f"2026-02-03 {at}:00 UTC")
    books.record(gradebook, "ada", 7)
    assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty == penalty


def test_who_hands_in_again_in_time_has_no_penalty(books, gradebook, strict) -> None:
    for at, penalty in (("14:00", 2), ("11:00", None)):
        (strict / "timestamp.txt").write_text(f"2026-02-03 {at}:00 UTC")
        books.record(gradebook, "ada", 7)
        gradebook.db.expire_all()
        assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty == penalty


def test_of_a_newer_submission_without_a_time_the_older_ones_time_does_not_count(books, gradebook, strict) -> None:
    (strict / "timestamp.txt").write_text("2026-02-03 14:00:00 UTC")
    books.record(gradebook, "ada", 7)
    (strict / "timestamp.txt").unlink()  # as after collect --update, from an archive that does not say when
    books.record(gradebook, "ada", 7)
    gradebook.db.expire_all()
    assert gradebook.find_submission(EXERCISE, "ada").timestamp is None
    assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty is None


@pytest.mark.parametrize(("due", "penalty"), [("15:00", None), ("13:00", 1), ("12:00", 2)])
def test_a_due_date_that_moved_renews_the_penalty(books, gradebook, strict, due, penalty) -> None:
    (strict / "timestamp.txt").write_text("2026-02-03 14:00:00 UTC")
    books.record(gradebook, "ada", 7)
    gradebook.update_or_create_assignment(EXERCISE, duedate=f"2026-02-03 {due}:00 UTC")
    renew_penalty(gradebook, nbgrader_config(books.course, EXERCISE, "ada"), (*WHERE, "ada"))
    gradebook.db.expire_all()
    assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty == penalty


def test_an_extension_that_was_granted_renews_the_penalty(books, gradebook, strict) -> None:
    (strict / "timestamp.txt").write_text("2026-02-03 14:00:00 UTC")
    books.record(gradebook, "ada", 7)
    gradebook.grant_extension(EXERCISE, "ada", hours=1)
    renew_penalty(gradebook, nbgrader_config(books.course, EXERCISE, "ada"), (*WHERE, "ada"))
    gradebook.db.expire_all()
    assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty == 1


@pytest.mark.parametrize(("due", "penalty"), [("15:00", None), ("13:00", 1), ("04:00", 8)])
def test_feedback_report_and_export_reckon_with_dates_and_points_as_they_are_now(
    books, gradebook, strict, due, penalty
) -> None:
    (strict / "timestamp.txt").write_text("2026-02-03 14:00:00 UTC")
    books.record(gradebook, "ada", 7)
    books.record(gradebook, "bela", 7)  # nobody knows when
    gradebook.update_or_create_assignment(EXERCISE, duedate=f"2026-02-03 {due}:00 UTC")
    gradebook.find_grade("explain", *WHERE, "ada").manual_score = 1  # which makes 8, of which 10 cannot be taken
    gradebook.db.commit()
    renew_penalties(books.course, EXERCISE)
    gradebook.db.expire_all()
    assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty == penalty
    assert gradebook.find_submission_notebook(*WHERE, "bela").late_submission_penalty is None


@pytest.mark.parametrize("command", ["feedback", "report", "export"])
def test_each_command_that_tells_of_points_takes_the_penalty_of_now(on_sqlite, command: str, tmp_path) -> None:
    course = on_sqlite.course
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    for folder in (course.submitted("ada", EXERCISE), course.autograded("ada", EXERCISE)):
        shutil.copytree(course.release(EXERCISE), folder)
    (course.submitted("ada", EXERCISE) / "timestamp.txt").write_text("2026-02-03 14:00:00 UTC")
    course.evidence("ada", EXERCISE).mkdir(parents=True)
    verdict = Verdict(EXERCISE, (Result("error-ratio", "Predicts", 7, 10, Status.PARTLY),))
    (course.evidence("ada", EXERCISE) / "verdict.json").write_text(verdict.to_json())
    with Gradebook(on_sqlite.url) as gradebook:
        on_sqlite.record(gradebook, "ada", 7)
        gradebook.update_or_create_assignment(EXERCISE, duedate="2026-02-03 12:00:00 UTC")
        gradebook.find_grade("explain", *WHERE, "ada").manual_score = 2
        gradebook.db.commit()
    where = ["-o", str(tmp_path / "x.csv")] if command == "export" else []
    done = CliRunner().invoke(app, [command, EXERCISE, "--course", str(course.root), *where])
    assert done.exit_code == 0, done.output
    with Gradebook(on_sqlite.url) as gradebook:
        assert gradebook.find_submission_notebook(*WHERE, "ada").late_submission_penalty == 9


# --- a server that dies ---------------------------------------------------------------------------------------


@pytest.mark.requires_program("initdb")
@pytest.mark.parametrize("number", [0, 10, 25])
def test_a_server_that_is_killed_keeps_nothing_half_written(on_postgresql, server, number) -> None:
    with Gradebook(on_postgresql.url) as gradebook:
        on_postgresql.record(gradebook, "ada", 4)
        before = on_postgresql.rows()

        def crash() -> None:
            server.crash()
            time.sleep(0.3)  # its processes see that within moments

        with pytest.raises(Exception, match="OperationalError|connection"), at_statement(gradebook, number, crash):
            on_postgresql.record(gradebook, "ben", 7)
        with pytest.raises(OperationalError):
            on_postgresql.record(gradebook, "ben", 7)
        server.start()
        assert on_postgresql.rows() == before
        on_postgresql.record(gradebook, "ben", 7)
        assert {row[0] for row in on_postgresql.contents()} == {"ada", "ben"}


@pytest.mark.requires_program("initdb")
def test_a_server_that_was_restarted_between_two_records_costs_none(on_postgresql, server) -> None:
    with Gradebook(on_postgresql.url) as gradebook:
        assert gradebook.students == []
        server.crash()
        server.start()
        on_postgresql.record(gradebook, "ada", 4)
        server.crash()
        server.start()
        on_postgresql.record(gradebook, "ben", 7)
    assert {row[0] for row in on_postgresql.contents()} == {"ada", "ben"}


SENTENCE = "Without batch norm the raw data trained just as well, as the chapter measured."
ELSEWHERE_WRITTEN = {
    "a new text cell": lambda cells: cells.append(new_markdown_cell(SENTENCE)),
    "a raw cell": lambda cells: cells.append(new_raw_cell(SENTENCE)),
    "a comment": lambda cells: cells.append(new_code_cell(f"# {SENTENCE}")),
    "a text that stands alone": lambda cells: cells.append(new_code_cell(f'"""{SENTENCE}"""')),
    "a printed text": lambda cells: cells.append(new_code_cell(f'print("{SENTENCE}")')),
}
NO_WORDS = {
    "nothing": lambda _: None,
    "an empty cell": lambda cells: cells.append(new_markdown_cell("  ")),
    "code": lambda cells: cells.append(new_code_cell("model.summary()  # how large is it?")),
}


@pytest.mark.parametrize("where", [*ELSEWHERE_WRITTEN, *NO_WORDS])
def test_an_answer_in_another_place_waits_for_a_person(books, gradebook, where) -> None:
    notebook = answered(books.course.release(EXERCISE) / f"{EXERCISE}.ipynb", EXERCISE)
    {**ELSEWHERE_WRITTEN, **NO_WORDS}[where](notebook.cells)
    config = nbgrader_config(books.course, EXERCISE, "ada")
    record(gradebook, config, notebook, (*WHERE, "ada"), {"model": 7})
    grade = gradebook.find_grade("explain", *WHERE, "ada")
    assert grade.needs_manual_grade == (where in ELSEWHERE_WRITTEN)
    assert grade.auto_score == (None if where in ELSEWHERE_WRITTEN else 0)
