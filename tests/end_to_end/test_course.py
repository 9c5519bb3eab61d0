"""A real course, from the command line: create, release, hand in, grade, feedback, report."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import kernel
from autograder.cli import app
from autograder.gradebook.course import Course
from autograder.gradebook.journal import read_phases

pytestmark = pytest.mark.xdist_group("course")
EXERCISE = "red-wine"
AUTOGRADER = Path(sys.executable).with_name("autograder")
SANDBOX = {kernel.SWITCH: "off"} if kernel.reason() else {}  # its own tests are skipped where there can be none
# what is too slow or too like another to run in every test
LEFT_OUT = ("bela", "chen", "dora", "goran", "hana")


def run(*arguments: str | Path, code: int = 0) -> str:
    """Run the command line as a user would; returns what it printed, on one line."""
    process = subprocess.run(
        [AUTOGRADER, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**SANDBOX, **os.environ, "COLUMNS": "200"},
    )
    assert process.returncode == code, process.stdout + process.stderr
    return " ".join((process.stdout + process.stderr).split())


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in which a class has handed in."""
    root = tmp_path_factory.mktemp("course") / "neural"
    run("course", "create", root)
    run("release", EXERCISE, "--course", root)
    run("sample-class", EXERCISE, "--course", root)
    for student in LEFT_OUT:
        shutil.rmtree(root / "submitted" / student)
    return Course.open(root)


@pytest.fixture(scope="module")
def graded(course: Course) -> str:
    """The same course, graded; what was printed."""
    before = digest(course.root / "submitted")
    printed = run("grade", EXERCISE, "--course", course.root, "--time-limit", "40")
    assert digest(course.root / "submitted") == before, "grading changed what was submitted"
    return printed


def digest(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def scores(course: Course, graded: str) -> Iterator[dict[str, float]]:
    """The model's points in nbgrader's gradebook, by student."""
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        yield {
            submission.student.id: grade.auto_score
            for submission in gradebook.assignment_submissions(EXERCISE)
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.name == "model"
        }


def remarks(course: Course, student: str) -> list[list[str]]:
    path = course.evidence(student, EXERCISE) / "verdict.json"
    return list(json.loads(path.read_text(encoding="utf-8"))["remarks"])


def test_the_release_holds_no_solution_and_no_held_out_wine(course: Course) -> None:
    from autograder.datasets import files
    from autograder.datasets.wine import WINES

    notebook = (course.release(EXERCISE) / f"{EXERCISE}.ipynb").read_text(encoding="utf-8")
    assert "YOUR CODE HERE" in notebook
    assert "Normalization()" not in notebook
    everything = WINES.read(files.data_folder() / WINES.file)
    released = WINES.read(course.release(EXERCISE) / WINES.file)
    held_out = everything[WINES.held_out(everything, course.secret)]
    assert len(held_out) + len(released) == len(everything)
    assert not set(WINES.samples(held_out)) & set(WINES.samples(released))
    assert not [path.name for path in course.release(EXERCISE).iterdir() if "secret" in path.name]


def test_right_answers_get_full_points_even_with_noise_or_a_deleted_cell(scores: dict[str, float]) -> None:
    assert scores["ada"] == 10
    assert scores["emil"] == 10, "text on stderr must cost nothing"
    assert scores["rosa"] == 10, "a deleted check cell is put back"
    assert scores["quinn"] == 10, "another name costs nothing"


def test_half_right_answers_get_part_of_the_points(scores: dict[str, float]) -> None:
    assert 0 < scores["fatou"] < 10
    assert 0 < scores["ivan"] < 10


@pytest.mark.parametrize("student", ["june", "kofi", "lena", "milo", "nina", "pavel"])
def test_nothing_to_judge_earns_nothing(student: str, scores: dict[str, float]) -> None:
    assert scores[student] == 0


def test_a_model_that_knows_the_held_out_wines_gains_nothing(course: Course, scores: dict[str, float]) -> None:
    path = course.evidence("olga", EXERCISE) / "verdict.json"
    results = {row["criterion"]: row for row in json.loads(path.read_text(encoding="utf-8"))["results"]}
    assert results["error-ratio"]["points"] == 0
    assert "are held-out rows of this course" in results["error-ratio"]["message"]


@pytest.mark.parametrize(
    ("student", "event", "said"),
    [
        ("june", "untouched", "was left as it was released"),
        ("kofi", "raised", "raised ValueError"),
        ("lena", "ended", "ended the kernel"),
        ("milo", "stopped", "did not finish in 70 s"),
        ("pavel", "", "is not a complete notebook file"),
        ("quinn", "", "The notebook was handed in as 'Untitled1.ipynb'; it is the only one here for red-wine."),
        ("rosa", "deleted", "The cell 'model' was deleted from the notebook and was put back."),
    ],
)
def test_what_happened_is_said_in_verdict_and_terminal(
    student: str, event: str, said: str, course: Course, graded: str
) -> None:
    assert [kind for text, kind in remarks(course, student) if said in text] == [event]
    assert said in graded


def test_the_verdict_stands_in_the_graded_notebook(course: Course, graded: str) -> None:
    notebook = nbformat.read(course.autograded("ada", EXERCISE) / f"{EXERCISE}.ipynb", as_version=4)
    shown = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", {})
    ]
    assert any("Standardises its inputs itself" in output.data["text/html"] for output in shown)


def test_written_answers_wait_for_a_person(course: Course, graded: str) -> None:
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        waiting = {
            student: gradebook.find_grade("explain", EXERCISE, EXERCISE, student).needs_manual_grade
            for student in ("ada", "june")
        }
    assert waiting == {"ada": True, "june": False}, "an untouched stub needs nobody"


def test_feedback_and_report_tell_what_was_missed(course: Course, graded: str) -> None:
    run("feedback", EXERCISE, "--course", course.root)
    page = (course.feedback("fatou", EXERCISE) / f"{EXERCISE}.html").read_text(encoding="utf-8")
    assert "Leaves the measurements themselves alone" in page
    assert "measurements, not units" in page
    assert (course.feedback("pavel", EXERCISE) / f"{EXERCISE}.html").is_file(), "an unreadable file gets feedback too"
    run("report", EXERCISE, "--course", course.root)
    report = course.report(EXERCISE).read_text(encoding="utf-8")
    assert all(student in report for student in course.students(EXERCISE))


def test_grading_again_keeps_what_is_unchanged_and_grades_what_is_new(course: Course, graded: str) -> None:
    assert "Graded: 0; kept: 1;" in run("grade", EXERCISE, "--course", course.root, "--student", "ada")
    handed_in = course.submitted("june", EXERCISE) / f"{EXERCISE}.ipynb"
    handed_in.write_bytes((course.submitted("kofi", EXERCISE) / f"{EXERCISE}.ipynb").read_bytes())
    printed = run("grade", EXERCISE, "--course", course.root, "--student", "june")
    assert "kept" not in printed
    assert "raised ValueError" in printed


def test_what_each_phase_of_grading_cost_is_known(course: Course, graded: str) -> None:
    taken = read_phases(course.evidence("ada", EXERCISE))
    assert taken.keys() >= {"queue", "kernel", "cells", "check", "judge", "record"}
    assert taken["cells"] > taken["check"] > 0
    assert 0 < taken["training"] < 300  # the judge repeats what a right answer did
    table = " ".join(run("grade", EXERCISE, "--course", course.root, "--student", "ada", "--timings").split())
    assert f"{taken['cells']:.1f}" in table
    run("report", EXERCISE, "--course", course.root)
    assert "What grading cost" in course.report(EXERCISE).read_text()


def test_an_interrupted_grading_is_done_again(course: Course, graded: str) -> None:
    """Without its seal a grading did not finish, whatever else is there."""
    (course.evidence("pavel", EXERCISE) / "graded.json").unlink()
    assert "kept" not in run("grade", EXERCISE, "--course", course.root, "--student", "pavel")


def test_nbgrader_itself_goes_the_same_way(course: Course, graded: str) -> None:
    nbgrader = Path(sys.executable).with_name("nbgrader")
    subprocess.run(
        [nbgrader, "autograde", EXERCISE, "--student", "emil", "--force"],
        cwd=course.root,
        check=True,
        capture_output=True,
        env={**os.environ, "PATH": f"{nbgrader.parent}{os.pathsep}{os.environ['PATH']}", **SANDBOX},
    )
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        assert gradebook.find_grade("model", EXERCISE, EXERCISE, "emil").auto_score == 10


def test_releasing_and_handing_in_again_changes_nothing(course: Course, graded: str) -> None:
    """So that a graded course is not graded afresh because somebody repeated a command."""
    before = digest(course.root / "submitted") | digest(course.release(EXERCISE))
    run("release", EXERCISE, "--course", course.root)
    for student in LEFT_OUT:
        (course.root / "submitted" / student).mkdir()
        course.submitted(student, EXERCISE).mkdir()
    assert "nobody" in run("sample-class", EXERCISE, "--course", course.root)
    for student in LEFT_OUT:
        shutil.rmtree(course.root / "submitted" / student)
    assert digest(course.root / "submitted") | digest(course.release(EXERCISE)) == before


def test_in_a_course_folder_that_course_is_meant(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course.root)
    assert EXERCISE in run("status", EXERCISE)


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ("AUTOGRADER_SANDBOX", "AUTOGRADER_SANDBOX is 'maybe': set it to on or off."),
        ("AUTOGRADER_BOOK", "AUTOGRADER_BOOK is 'maybe': set it to the book's address"),
        ("AUTOGRADER_DB", "The gradebook's address cannot be read"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    course: Course, monkeypatch: pytest.MonkeyPatch, variable: str, said: str
) -> None:
    monkeypatch.setenv(variable, "maybe")
    command = "release" if variable == "AUTOGRADER_BOOK" else "grade"
    printed = run(command, EXERCISE, "--course", course.root, code=2)
    assert said in printed
    assert "Traceback" not in printed


def test_a_fault_of_ours_says_where_and_how_to_report_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise KeyError("a fault")

    monkeypatch.setattr(app, "app", broken)
    with pytest.raises(SystemExit) as ended:
        app.main()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "KeyError: 'a fault'" in said
    assert said.index("in broken") < said.index("Please report it")


def test_what_a_user_gets_wrong_is_one_sentence(course: Course, tmp_path: Path) -> None:
    assert "already exists and is not empty; nothing was changed" in run("course", "create", course.root, code=2)
    assert "is not a course folder" in run("grade", EXERCISE, "--course", tmp_path, code=2)
    assert "There is no exercise called 'white-wine'" in run("release", "white-wine", "--course", course.root, code=2)
    assert "No submission from zoe" in run("grade", EXERCISE, "--course", course.root, "--student", "zoe", code=2)
