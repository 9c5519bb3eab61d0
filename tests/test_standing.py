"""Who has handed in, and how far it is; the table for others; and scores into the tables of learning platforms."""

import csv
import io
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.console import Console
from typer.testing import CliRunner

from autograder.cli import shown
from autograder.cli.app import app
from autograder.errors import TableError
from autograder.gradebook import create_course
from autograder.gradebook.course import Course, CourseError
from autograder.gradebook.standing import _here, standings
from autograder.gradebook.tables import as_csv, fill
from autograder.report.measures import Score, Stage, Standing
from autograder.rubric import Remark, Result, Status, Verdict
from autograder.rubric.verdict import UNGRADED


def standing(student: str, points: float | None, *, waiting: bool = False, penalty: float = 0) -> Standing:
    verdict = Verdict(
        "small",
        (
            Result("first", "The first", points or 0, 4, Status.PARTLY),
            Result("second", "The second", 0, 0, Status.MET),
        ),
        (Remark("=HYPERLINK(1)"),),
    )
    score = None if points is None else Score(points + 2, 6, waiting)
    return Standing(student, verdict, score, penalty=penalty)


CLASS = [
    standing("ada", 3),
    standing("bela", 1, penalty=2),
    standing("cleo", 2, waiting=True),
    standing("dara", None),
    standing("=evil()", 4),
]
CANVAS = """\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,small (4711)
    Points Possible,,,,,6
"Lovelace, Ada",101,9001,ADA,One,
"Bartok, Béla",102,9002,bela,One,1
"Of Egypt, Cleo",103,9003,cleo,One,0.5
"Unknown, Ulla",104,9004,ulla,One,
"""
MOODLE = """First name,Last name,ID number,Email address,Assignment: other (Real)
Ada,Lovelace,,ada@example.org,
Béla,Bartok,,bela@example.org,
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_a_student_and_one_column_a_criterion() -> None:
    ada, bela, cleo, dara, evil = rows(as_csv(CLASS))
    assert (ada["first (of 4)"], ada["judge"], ada["by hand"], ada["total"], ada["maximum"]) == (
        "3",
        "3",
        "2",
        "5",
        "6",
    )
    assert (bela["penalty"], bela["total"]) == ("2", "1")
    assert (cleo["stage"], cleo["total"], cleo["by hand"]) == ("waits to be marked", "", "")
    assert (dara["stage"], dara["total"]) == ("not graded yet", "")
    assert evil["student"] == "'=evil()", "no spreadsheet computes what a student wrote"
    assert ada["remarks"].startswith("'=")


@pytest.mark.parametrize("words", ["Ada;=1+1", 'Ada;"=1+1', "x\n=1+1", "\uff1d1+1", " =1+1", "-1+1", "x\t@SUM(1)"])
def test_a_spreadsheet_computes_nothing_wherever_it_cuts(words: str) -> None:
    line = as_csv([Standing(words)]).partition("\n")[2]
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(line), delimiter=separator):
            assert not [cell for cell in row if cell.strip(' "\t').startswith(("=", "+", "-", "@", "\uff1d"))]


def test_a_penalty_takes_no_more_than_there_is() -> None:
    assert standing("ada", 1, penalty=100).total == 0


def test_whose_written_answer_waits_is_named() -> None:
    shown.to_mark(console := Console(width=300, record=True), CLASS)
    assert "Written answers to mark: 1 (cleo)." in console.export_text()
    shown.to_mark(console, CLASS[:2])
    assert console.export_text() == ""


def test_what_could_not_be_read_is_not_called_graded_and_has_no_points() -> None:
    cut = Standing("ada", Verdict("small", (), (Remark("It was cut."),), no_model=UNGRADED), Score(0, 6, False))
    assert (cut.stage, cut.total) == (Stage.UNREADABLE, 0)


def test_canvas_gets_its_table_back_with_the_scores_in_it() -> None:
    filled = fill(CANVAS, CLASS, "small")
    assert filled.by == "SIS Login ID"
    assert [row["small (4711)"] for row in rows(filled.text)] == ["6", "5", "1", "0.5", ""]
    assert filled.open == ("cleo",)
    assert filled.strangers == ("=evil()",)
    before = [{**row, "small (4711)": ""} for row in rows(CANVAS.removeprefix("\ufeff"))]
    assert [{**row, "small (4711)": ""} for row in rows(filled.text)] == before, "nothing else changes"
    assert fill(filled.text, CLASS, "small").text == filled.text


@pytest.mark.parametrize("head", ["Red wine (5150)", "red_wine", "Assignment: RED WINE (Real)", "red-wine"])
def test_a_column_is_found_however_the_platform_writes_the_exercise(head: str) -> None:
    filled = fill(CANVAS.replace("small (4711)", head), CLASS, "red-wine")
    assert (filled.column, filled.added) == (head, False)


@pytest.mark.parametrize("head", ["Red wine exam", "Old red wine", "red", "redwine"])
def test_a_column_of_another_name_is_left_alone(head: str) -> None:
    assert fill(CANVAS.replace("small (4711)", head), CLASS, "red-wine").added


def test_moodle_students_are_found_by_their_address_and_a_new_column_is_added() -> None:
    filled = fill(MOODLE, CLASS, "small")
    assert (filled.by, filled.column, filled.added) == ("Email address", "small", True)
    assert [row["small"] for row in rows(filled.text)] == ["5", "1"]
    again = fill(filled.text.replace(",small", ",Assignment: small (Real)"), CLASS, "small")
    assert (again.column, again.added) == ("Assignment: small (Real)", False)


def test_an_id_may_be_a_whole_address() -> None:
    own = standing("cleo@example.org", 2)
    filled = fill(MOODLE + "Cleo,Of Egypt,,Cleo@Example.org\n", [*CLASS[:2], own], "small")
    assert [row["small"] for row in rows(filled.text)] == ["5", "1", "4"]
    assert not filled.strangers


def test_nobody_gets_the_points_of_another_by_choosing_an_address_that_begins_alike() -> None:
    filled = fill(MOODLE + "Eve,Evil,,ada@evil.example,\n", CLASS, "small")
    assert [row["small"] for row in rows(filled.text)] == ["", "1", ""]
    assert filled.doubled == ("ada",)


def test_of_two_students_whose_ids_differ_in_capitals_alone_nobody_gets_points_of_the_other() -> None:
    filled = fill(CANVAS, [*CLASS, standing("Ada", 0)], "small")
    assert [row["small (4711)"] for row in rows(filled.text)][1] == ""
    assert filled.doubled == ("ada",)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_goes_back_with_the_separator_with_which_it_came(separator: str) -> None:
    filled = fill(MOODLE.replace(",", separator), CLASS, "other")
    assert filled.text == fill(MOODLE, CLASS, "other").text.replace(",", separator)
    assert separator.join(["ada@example.org", "5"]) in filled.text


@pytest.mark.parametrize(
    ("table", "said"),
    [("", "holds no students"), ("a,b\n", "holds no students"), ("Name,Age\nAda,3\n", "Its columns are Name, Age")],
)
def test_a_table_that_cannot_be_filled(table: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        fill(table, CLASS, "small")


def test_who_only_handed_in_is_there_before_there_is_a_gradebook(tmp_path) -> None:
    course = create_course(tmp_path / "course")
    course.submitted("ada", "small").mkdir(parents=True)
    assert [(row.student, row.stage) for row in standings(course, "small")] == [("ada", Stage.HANDED_IN)]


@pytest.mark.parametrize(("year", "zone"), [(1, "America/New_York"), (9999, "Asia/Tokyo")])
def test_a_date_that_no_clock_shows_keeps_nobody_from_seeing_the_class(
    year: int, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert _here(datetime(year, *((1, 1) if year == 1 else (12, 31, 23)))) is None
        assert _here(datetime(2030, 1, 1)).year in (2029, 2030)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("kept", [None, "", "00ff", "no number at all"])
def test_a_course_without_its_secret_says_so_and_gets_no_new_one(kept: str | None, tmp_path) -> None:
    course = create_course(tmp_path / "course")
    secret = course.root / "held-out.secret"
    secret.unlink() if kept is None else secret.write_text(kept)
    with pytest.raises(CourseError, match=r"held-out\.secret, is missing or damaged.*put back"):
        Course.open(course.root)
    assert secret.exists() is (kept is not None)


def test_without_an_exercise_status_tells_of_all_that_are_released(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    course = create_course(tmp_path / "course")
    assert "Nothing is released yet" in CliRunner().invoke(app, ["status"]).output
    for exercise, students in {"red-wine": ["ada", "bela"], "textile-curves": []}.items():
        course.release(exercise).mkdir(parents=True)
        (course.release(exercise) / f"{exercise}.ipynb").touch()
        for student in students:
            course.submitted(student, exercise).mkdir(parents=True)
    said = " ".join(CliRunner().invoke(app, ["status"]).output.split())
    assert "red-wine" in said
    assert "textile-curves" in said
    shown.overview(console := Console(width=160, record=True), {"red-wine": (None, standings(course, "red-wine"))})
    row = next(line for line in console.export_text().splitlines() if "red-wine" in line)
    assert [cell.strip() for cell in row.split("│") if cell.strip()] == ["red-wine", "not graded yet: 2"]


def test_on_a_narrow_terminal_nothing_is_cut() -> None:
    """A table of rich cuts what does not fit, and an id of which the end is missing is nobody's."""
    student, due = "grace.hopper.1906@navy.example", datetime(2030, 12, 1, 23, 59, tzinfo=UTC)
    score = Score(10.25, 12, True)
    late = Standing(student, CLASS[0].verdict, score, "page.html", name="Grace Hopper", late=30_000, penalty=10.25)
    rows = [late, *(replace(late, student=str(number)) for number in range(120)), Standing("ada", here=False)]
    console = Console(width=80, record=True)
    shown.standing(console, "distance-predictor", rows)
    shown.overview(console, {"distance-predictor": (due, rows)})
    said = console.export_text()
    assert "…" not in said
    lines = [line.split("│") for line in said.splitlines()]
    assert student in "".join(cells[1].strip() for cells in lines if len(cells) == 7)
    together = " ".join(cells[3].strip() for cells in lines if len(cells) == 5)
    assert together == "nothing handed in: 1; waits to be marked: 121; feedback written: 121"
    whole = ("waits to be marked", "10.25 of 12", "8.3 h, -10.25", "2030-12-01 23:59 UTC")
    assert all(words in said for words in whole)


@pytest.mark.parametrize("command", ["status", "export", "feedback", "report"])
def test_a_mistyped_exercise_is_said_before_anything_is_written(command: str, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    create_course(tmp_path / "course")
    said = CliRunner().invoke(app, [command, "red-whine"]).exception
    assert "There is no exercise called 'red-whine'" in str(said)
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_a_table_may_go_into_a_folder_that_is_not_there_yet(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    create_course(tmp_path / "course").submitted("ada", "red-wine").mkdir(parents=True)
    assert CliRunner().invoke(app, ["export", "red-wine", "-o", "for/canvas.csv"]).exit_code == 0
    assert (tmp_path / "for" / "canvas.csv").read_text(encoding="utf-8").startswith("\ufeffstudent,")  # for Excel
    said = CliRunner().invoke(app, ["export", "red-wine", "-o", "for"])
    assert "is a directory" in said.output


@pytest.mark.parametrize("place", ["ada.ipynb", "ada/red-wine.ipynb", "red-wine/ada/red-wine.ipynb"])
def test_a_notebook_where_no_grading_looks_is_named(place: str, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    submitted = create_course(tmp_path / "course").root / "submitted"
    (submitted / place).parent.mkdir(parents=True, exist_ok=True)
    (submitted / place).write_text("{}", encoding="utf-8")
    (submitted / "bela" / "red-wine").mkdir(parents=True)
    (submitted / "bela" / "red-wine" / "red-wine.ipynb").write_text("{}", encoding="utf-8")
    said = CliRunner().invoke(app, ["status", "red-wine"]).output
    assert f"'submitted/{place}' is where no grading looks" in said
    assert "bela/red-wine/red-wine.ipynb' is where" not in said
