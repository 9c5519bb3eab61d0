"""An exercise that a lecturer wrote in a course: every command knows it, students get what they need and no more."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import pytest

import autograder as ag
from autograder import kernel
from autograder.authoring import AuthoringError, new_own_exercise
from autograder.datasets import DataError
from autograder.environment import prepare
from autograder.exercises import (
    ANSWER,
    FOLDER_VARIABLE,
    ExerciseError,
    exercise_folder,
    exercise_names,
    for_the_judge,
    grade_id,
    unpacked,
)
from autograder.gradebook import Course, CourseError, create_course
from autograder.gradebook.execution import Run
from autograder.gradebook.handout import hand_out
from autograder.gradebook.journal import Entry
from autograder.gradebook.release import release
from autograder.gradebook.samples import hand_in
from autograder.grading.classroom import to_grade
from autograder.judge.case import Case, prepared
from autograder.judge.data import course_data, require_sound
from autograder.rubric import Verdict, load_rubric

prepare()
pytestmark = pytest.mark.xdist_group("course")
ROOT = Path(__file__).resolve().parents[1]
AUTOGRADER = Path(sys.executable).with_name("autograder")
SANDBOX = {kernel.SWITCH: "off"} if kernel.reason() else {}
GIVEN = {"rubric.py", "hints.md", "data.py", "public/rows.csv"}
HELD_OUT = "a-row-that-only-the-judge-may-see"


def write_exercise(course: Course, name: str = "xor") -> Path:
    """One with files of its own: what is to be released, and what is to be kept back."""
    folder = new_own_exercise(course.root / "exercises", name)
    (folder / "public").mkdir()
    (folder / "public" / "rows.csv").write_text("1,2", encoding="utf-8")
    keep_back(folder)
    return folder


def keep_back(folder: Path) -> None:
    for place in ("held-out.csv", "solutions/notes.txt"):
        (folder / place).write_text(HELD_OUT, encoding="utf-8")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    made = create_course(tmp_path / "course")
    monkeypatch.setenv(FOLDER_VARIABLE, str(made.root / "exercises"))
    write_exercise(made)
    return made


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_zip_holds_what_students_need_and_nothing_else_of_the_folder(course: Course) -> None:
    release(course, "xor")
    with zipfile.ZipFile(hand_out(course, "xor")) as archive:
        names = {name for name in archive.namelist() if name.startswith("xor/exercises/")}
        texts = [archive.read(name).decode() for name in archive.namelist() if not name.endswith(".whl")]
    assert names == {f"xor/exercises/xor/{name}" for name in GIVEN}
    assert not any(HELD_OUT in text or "### BEGIN SOLUTION" in text for text in texts)


def test_a_students_folder_is_enough_to_load_rows_and_hints(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    released = release(course, "xor")
    shutil.rmtree(course.root / "exercises")
    monkeypatch.delenv(FOLDER_VARIABLE)
    monkeypatch.chdir(released)
    (x_train, y_train), (x_valid, y_valid) = ag.rows("xor")
    assert (x_train.shape, y_train.shape, x_valid.shape, y_valid.shape) == ((1000, 2), (1000,), (500, 2), (500,))
    assert "one straight line" in repr(ag.hint("xor"))
    assert "There are no more hints." in repr(ag.hint("xor", 3))
    assert {"xor", "red-wine"} <= set(exercise_names())


def test_rows_of_a_shipped_exercise_are_those_of_its_data_set() -> None:
    (x_train, y_train), _ = ag.rows("red-wine")
    (table, target), _ = ag.datasets.red_wine()
    assert np.array_equal(x_train, table)
    assert np.array_equal(y_train, target)


def test_what_judges_it_travels_to_a_machine_that_has_no_course(course: Course, tmp_path: Path) -> None:
    files = for_the_judge("xor")
    assert set(files) == {"rubric.py", "hints.md", "data.py", "public/rows.csv", "held-out.csv"}
    here = course_data(load_rubric("xor").data, course.secret)
    shutil.rmtree(course.root / "exercises")
    with unpacked("xor", files) as folder:
        there = prepared(Case("xor", tmp_path, course.secret, folder=folder))
    assert there.rubric.title == "One of two, not both"
    for part in ("released", "validation", "held_out"):
        assert all(map(np.array_equal, getattr(here, part), getattr(there.data, part)))
    assert for_the_judge("red-wine") == {}


def test_an_own_exercise_takes_the_place_of_a_shipped_one(course: Course) -> None:
    new_own_exercise(course.root / "exercises", "red-wine")
    assert exercise_folder("red-wine") == course.root / "exercises" / "red-wine"
    assert load_rubric("red-wine").title != "Red wine: dropout and batch norm where they help"
    assert "red-wine is this course's own" in typed("autograder release red-wine", course.root)


BAD = {
    "import nowhere": ("import numpy as np", "import nowhere", "cannot be used: ModuleNotFoundError"),
    "no function": ("def held_out(", "def hidden(", r"must define a function held_out\(secret\)"),
    "one part": (", _points(500, seed=2)", "", r"must be a pair|the training rows of released\(\) must be inputs"),
    "three parts": (
        ", _points(500, seed=2)",
        ", 1, 2",
        r"two parts, \(train, validation\), and returns a tuple of 3",
    ),
    "a flat input": ("(n, 2)).astype", "n).astype", "raised IndexError"),
    "shapes": ("_points(500, seed=2)", "(np.zeros(5), np.zeros(5))", r"shapes \(5,\) and \(5,\)"),
    "lengths": ("_points(500, seed=2)", "(np.zeros((5, 2)), np.zeros(4))", "are 5 inputs and 4 targets"),
    "words": ("_points(500, seed=2)", "([['a', 'b']], [1])", "must be numbers"),
    "other rows": (
        "_points(500, seed=2)",
        "(np.zeros((5, 3)), np.zeros(5))",
        r"validation inputs has the shape \(3,\)",
    ),
    "no secret": ("seed=list(secret)", "seed=3", "the same rows for two secrets"),
    "no seed": ("seed=list(secret)", "seed=None", "other rows each time for the same secret"),
    "other training rows": ("_points(1000, seed=1)", "_points(1000, seed=None)", "other rows each time"),
    "no file": ("def released():", "def released():\n    open('rows.csv')", "released raised FileNotFoundError"),
}


@pytest.mark.parametrize(("old", "new", "says"), BAD.values(), ids=BAD)
def test_data_that_nobody_can_be_judged_on_are_refused_before_students_see_them(
    old: str, new: str, says: str, course: Course
) -> None:
    rewrite(course.root / "exercises" / "xor" / "data.py", old, new)
    with pytest.raises(DataError, match=says):
        release(course, "xor")
    assert not course.source("xor").exists()
    assert not course.release("xor").exists()
    with pytest.raises(DataError, match=says):
        require_sound(load_rubric("xor").data, b"validity")


def test_a_link_in_public_is_refused(course: Course) -> None:
    folder = course.root / "exercises" / "xor"
    (folder / "public" / "all").symlink_to(folder / "solutions")
    with pytest.raises(ExerciseError, match="is a link, and students get what lies in public/"):
        release(course, "xor")


@pytest.mark.parametrize("name", ["notebook.md", "data.py", "class.toml"])
def test_a_file_that_is_missing_is_named(name: str, course: Course) -> None:
    if name == "class.toml":
        release(course, "xor")
    (course.root / "exercises" / "xor" / name).unlink()
    with pytest.raises((ExerciseError, DataError), match=f"{name} is missing"):
        (hand_in if name == "class.toml" else release)(course, "xor")


def test_a_run_outlasts_new_hints_but_not_new_data(course: Course) -> None:
    folder = course.root / "exercises" / "xor"
    release(course, "xor")
    course.submitted("ada", "xor").mkdir(parents=True)
    Entry(course, "xor", "ada").keep_run(Run("{}", {}, ()))
    rewrite(folder / "hints.md", "Plot", "Draw")
    rewrite(folder / "rubric.py", "0.95, 0.7", "0.9, 0.7")
    release(course, "xor")
    assert Entry(course, "xor", "ada").run() is not None
    assert to_grade(course, "xor", []) == ["ada"]
    rewrite(folder / "data.py", "seed=1", "seed=4")
    with pytest.raises(CourseError, match="are not those that were released.*autograder release xor"):
        to_grade(course, "xor", [])
    release(course, "xor")
    assert Entry(course, "xor", "ada").run() is None


@pytest.mark.parametrize(
    ("given", "says"),
    [(("xor",), "is there already"), (("My",), "cannot be a name"), (("mine", "none"), "no exercise called 'none'")],
)
def test_what_cannot_be_made_is_said(given: tuple[str, ...], says: str, course: Course) -> None:
    with pytest.raises(AuthoringError, match=says):
        new_own_exercise(course.root / "exercises", *given)


BREAK_IN = """
import os
from pathlib import Path
found = []
for place in {places!r}:
    for parent, _, names in os.walk(place):
        found += [name for name in names if {secret!r} in Path(parent, name).read_text(errors="replace")]
print("found:", found, sorted(path.name for path in Path("exercises/xor").iterdir()))
"""


def guide(language: str) -> str:
    """The one block of code in this language in the guide to exercises of one's own."""
    _, _, section = (ROOT / "chapters" / "how-to-use.md").read_text("utf-8").partition("(an-exercise-of-your-own)=")
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", section.partition("\n## ")[0], re.MULTILINE | re.DOTALL)
    return str(block)


def typed(commands: str, at: Path) -> str:
    """What a shell prints that is given commands of the guide, one after the other, none of which may fail."""
    here = f"{AUTOGRADER.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**SANDBOX, **os.environ, "COLUMNS": "200", "PATH": here}
    env.pop(FOLDER_VARIABLE, None)
    ran = subprocess.run(["bash", "-ec", commands], cwd=at, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return " ".join(ran.stdout.split())


def test_the_guide_leads_from_a_new_exercise_to_a_graded_class(tmp_path: Path) -> None:
    """Typed literally; but somebody joins the class who looks for what is kept back."""
    begin, grading, end = guide("sh").partition("autograder grade")
    said = typed(begin, tmp_path)
    assert all(answer in said for answer in ("solutions/functional", "mutants/linear", "mutants/hardly_trained"))
    course = Course.open(tmp_path / "course")
    folder = course.root / "exercises" / "xor"
    keep_back(folder)
    hand_in_as_dora(course)
    said = typed(grading + end + "autograder status xor\nautograder export xor\n", course.root)
    assert "Feedback pages written: 4." in said
    assert "8 of 10" in said
    earned = {student: earned_by(course, student) for student in ("ada", "bela", "chen", "dora")}
    assert (earned["ada"], earned["dora"], earned["chen"]) == (8, 8, 0)
    assert earned["bela"] < 2
    assert "ada" in (course.root / "xor.csv").read_text(encoding="utf-8")
    if not SANDBOX:
        executed = (course.evidence("dora", "xor") / "executed.ipynb").read_text(encoding="utf-8")
        assert "found: [] ['data.py', 'hints.md', 'rubric.py']" in executed


def hand_in_as_dora(course: Course) -> None:
    """What ada hands in, after a look around."""
    notebook = nbformat.read(course.submitted("ada", "xor") / "xor.ipynb", as_version=4)
    cell = next(cell for cell in notebook.cells if grade_id(cell) == ANSWER)
    cell.source = BREAK_IN.format(places=[str(course.root), "exercises"], secret=HELD_OUT) + cell.source
    path = course.submitted("dora", "xor") / "xor.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def earned_by(course: Course, student: str) -> float:
    return Verdict.from_json((course.evidence(student, "xor") / "verdict.json").read_text(encoding="utf-8")).points


def test_tables_are_read_as_the_guide_reads_them(course: Course) -> None:
    folder = course.root / "exercises" / "xor"
    rows = np.random.RandomState(1).uniform(size=(300, 3)).round(3)
    for table in ("public/rows.csv", "held-out.csv"):
        np.savetxt(folder / table, rows, delimiter=",", header="x,y,class")
    (folder / "data.py").write_text(guide("python"), encoding="utf-8")
    release(course, "xor")
    data = course_data(load_rubric("xor").data, course.secret)
    assert [len(part.targets) for part in (data.released, data.validation, data.held_out)] == [100, 200, 150]
