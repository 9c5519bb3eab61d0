"""What students get: everything that they need, and nothing that answers an exercise."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import textwrap
import zipfile
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import nbformat
import pytest

from autograder.datasets import files
from autograder.datasets.concrete import MIXTURES
from autograder.datasets.tables import Table
from autograder.datasets.wine import WINES
from autograder.environment import prepare
from autograder.exercises import exercise_names, exercises_folder
from autograder.gradebook.course import Course, create_course
from autograder.gradebook.handout import START, hand_out
from autograder.gradebook.release import release
from autograder.gradebook.student_wheel import student_wheel

TABLES = {"red-wine": WINES, "concrete-strength": MIXTURES}
TELLING = 40  # characters of two lines in a row: shorter ones are idioms of Keras
GIVEN = {"rubric.py", "hints.md"}
PUBLIC = "autograder/rules/"  # pages of the book, with example programs


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return student_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    prepare()  # nbgrader looks for alembic
    course = create_course(tmp_path_factory.mktemp("handing-out") / "course")
    for exercise in TABLES:
        release(course, exercise)
    return course


def texts(archive: Path) -> dict[str, str]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name).decode("utf-8", "replace") for name in opened.namelist()}


def pairs(text: str) -> set[tuple[str, str]]:
    """Each two lines that follow each other, without blank ones, if together they say something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return {pair for pair in pairwise(lines) if len("".join(pair)) >= TELLING}


def kept_from_students() -> Iterator[tuple[str, str]]:
    """All texts that answer an exercise or tell how answers are tried, and where they stand."""
    for exercise in exercise_names():
        folder = exercises_folder() / exercise
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and path.name not in {*GIVEN, "notebook.md"}:
                yield str(path.relative_to(folder.parent)), path.read_text(encoding="utf-8")
        notebook = (folder / "notebook.md").read_text(encoding="utf-8")
        for solution in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", notebook, re.DOTALL):
            yield f"{exercise}/notebook.md", solution


KEPT = list(kept_from_students())


def test_there_is_something_to_keep_from_students() -> None:
    assert {"solutions", "mutants", "class"} <= {part for place, _ in KEPT for part in Path(place).parts}
    assert all(pairs(text) for place, text in KEPT if place.endswith("notebook.md"))


@pytest.mark.parametrize("what", ["wheel", "handout"])
def test_no_two_lines_of_a_solution_a_mutant_or_a_class_are_in_it(what: str, wheel: Path, course: Course) -> None:
    archive = wheel if what == "wheel" else hand_out(course, "red-wine")
    given = {pair: name for name, text in texts(archive).items() if PUBLIC not in name for pair in pairs(text)}
    assert {place: given[pair] for place, text in KEPT for pair in pairs(text) if pair in given} == {}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_row_of_real_data_is_in_the_wheel(table: Table, wheel: Path) -> None:
    rows = set((files.data_folder() / table.file).read_text(encoding="utf-8").splitlines()[1:])
    assert len(rows) > 500
    assert {name: row for name, text in texts(wheel).items() for row in text.splitlines() if row in rows} == {}


@pytest.mark.parametrize(("exercise", "table"), TABLES.items())
def test_what_is_given_with_an_exercise_does_not_tell_the_held_out_rows(
    exercise: str, table: Table, course: Course
) -> None:
    raw = (files.data_folder() / table.file).read_text(encoding="utf-8").splitlines()[1:]
    held_out = table.held_out(table.read(files.data_folder() / table.file), course.secret)
    rows = {row for row, kept in zip(raw, held_out, strict=True) if kept}
    with zipfile.ZipFile(hand_out(course, exercise)) as handout:
        inside = {name: handout.read(name) for name in handout.namelist()}
    wheel = next(name for name in inside if name.endswith(".whl"))
    given = {line for content in inside.values() for line in content.decode("utf-8", "replace").splitlines()}
    assert len(rows) > 100
    assert not rows & given
    assert not [name for name in inside if "secret" in name]
    assert {Path(name).name for name in inside} == {
        START, Path(wheel).name, f"{exercise}.ipynb", table.file, f"{table.file}.sha256",
    }  # fmt: skip


def test_it_holds_nothing_of_an_exercise_but_its_rubric_and_its_hints(wheel: Path) -> None:
    inside = [Path(name) for name in texts(wheel) if "/exercises/" in name]
    assert {(path.parent.name, path.name) for path in inside} == set(product(exercise_names(), GIVEN))


def test_the_same_release_gives_the_same_bytes(course: Course) -> None:
    assert hand_out(course, "red-wine").read_bytes() == hand_out(course, "red-wine").read_bytes()


def test_links_lead_to_the_book_that_the_instructor_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bare: Path, wheel: Path
) -> None:
    assert place_in_book(bare) == "chapters/red-wine.html"
    monkeypatch.setenv("AUTOGRADER_BOOK", "https://example.org/book/")
    plain, wheel = wheel, student_wheel(tmp_path)
    assert wheel.name != plain.name  # else pip would keep the package that is installed
    zipfile.ZipFile(wheel).extractall(tmp_path / "there")
    monkeypatch.delenv("AUTOGRADER_BOOK")
    code = "from autograder.book import address; print(address('chapters/red-wine.html'))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "there")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "https://example.org/book/chapters/red-wine.html"


def place_in_book(bare: Path) -> str:
    return run(bare, "from autograder.book import address; print(address('chapters/red-wine.html'))", bare).strip()


# --- installed by a student -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own in which a student has installed the wheel; the other packages are borrowed."""
    place = tmp_path_factory.mktemp("student") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    python = place / "bin" / "python"
    install = ["-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", wheel]
    subprocess.run([sys.executable, *install], check=True)
    packages = next(place.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return python


def run(python: Path, code: str, folder: Path, *, good: bool = True, **more: str) -> str:
    """What a student's Python prints, or what went wrong."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AUTOGRADER"))}
    environment = kept | more
    done = subprocess.run(
        [python, "-c", textwrap.dedent(code)], cwd=folder if folder.is_dir() else folder.parent, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode == 0) is good, done.stderr
    return done.stdout if good else done.stderr.strip()


TRAINED = """
import keras
import autograder as ag
(x_train, y_train), (x_valid, y_valid) = ag.datasets.red_wine()
model = keras.Sequential([keras.Input((11,)), keras.layers.Dense(1)])
model.compile(loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=1, verbose=0)
print(ag.__file__)
print(ag.check("red-wine", model, history))
print(ag.doctor(model))
"""


def test_a_student_can_check_a_model_at_home(bare: Path, course: Course, tmp_path: Path) -> None:
    zipfile.ZipFile(hand_out(course, "red-wine")).extractall(tmp_path)
    said = run(bare, TRAINED, tmp_path / "red-wine")
    assert said.startswith(str(bare.parents[1])), "the package that was just installed"
    assert "✓ Takes the 11 raw features" in said
    assert "✗ Standardises its inputs itself" in said
    assert "times a straight line's error" in said
    validated = run(bare, TRAINED, tmp_path / "red-wine", good=False, NBGRADER_EXECUTION="validate")
    assert "autograder.checking.NotThereYetError: red-wine:" in validated


def test_tensorflow_writes_no_log_into_the_first_cell(bare: Path, course: Course, tmp_path: Path) -> None:
    zipfile.ZipFile(hand_out(course, "red-wine")).extractall(tmp_path)
    notebook = nbformat.read(tmp_path / "red-wine" / "red-wine.ipynb", as_version=4)
    first = next(cell.source for cell in notebook.cells if cell.cell_type == "code")
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TF_"))}
    done = subprocess.run(
        [bare, "-c", first], cwd=tmp_path / "red-wine", env=quiet, capture_output=True, text=True, check=True
    )
    assert "absl" not in done.stderr
    assert "TensorFlow" not in done.stderr


def test_a_student_gets_hints_at_home(bare: Path, tmp_path: Path) -> None:
    code = 'import sys, autograder as ag; print(ag.hint("red-wine")); print("keras" in sys.modules)'
    said = run(bare, code, tmp_path).splitlines()
    assert said[0] == "Hints for red-wine"
    assert said[1].startswith("1. ")
    assert said[-1] == "False", "a hint waits for no TensorFlow"


def test_data_that_is_missing_is_an_error_that_says_what_to_fetch(bare: Path, tmp_path: Path) -> None:
    said = run(bare, "import autograder as ag; ag.datasets.red_wine()", tmp_path, good=False)
    assert "Put red-wine.csv and red-wine.csv.sha256" in said
    assert "beside the notebook" in said


def test_every_module_that_is_named_in_it_is_in_it(bare: Path, tmp_path: Path) -> None:
    code = """
        import importlib, pkgutil, autograder
        for module in pkgutil.walk_packages(autograder.__path__, "autograder."):
            if not module.name.startswith(("autograder.exercises", "autograder.kernel")):
                importlib.import_module(module.name)
    """
    run(bare, code, tmp_path)


def test_its_command_is_the_doctor(bare: Path, tmp_path: Path) -> None:
    program = bare.with_name("autograder")
    script = tmp_path / "train.py"
    script.write_text("import keras\nmodel = keras.Sequential([keras.Input((11,)), keras.layers.Dense(1)])\n")
    assert subprocess.run([program, "doctor", script], capture_output=True, check=False).returncode in {0, 1}
    explain = [program, "doctor", "--explain", "scaling/raw-features"]
    assert subprocess.run(explain, capture_output=True, check=False).returncode == 0
    refused = subprocess.run([program, "grade", "red-wine"], capture_output=True, text=True, check=False)
    assert "This is the package for students" in refused.stderr
    assert refused.returncode == 1


def test_it_asks_for_no_more_packages_than_it_imports(wheel: Path) -> None:
    (about,) = [text for name, text in texts(wheel).items() if name.endswith("METADATA")]
    needs = re.findall(r"^Requires-Dist: ([\w.-]+)", about, re.MULTILINE)
    assert {"keras", "pandas", "rich", "libcst"} <= set(needs)
    assert "nbgrader" not in needs
