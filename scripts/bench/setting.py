"""What all measurements share: where they work, how large they are, and the class whose notebooks are graded."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import nbformat

from autograder.environment import prepare
from autograder.exercises import exercises_folder, grade_id
from autograder.gradebook import Course, create_course
from autograder.gradebook.release import release
from autograder.gradebook.samples import answered
from autograder.report.costs import Cost

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
EXERCISE = "distance-predictor"
"""Its judge does not train again, so all graders do the same training."""
REPEATING = "red-wine"
"""Its judge trains again, with three seeds of its own."""
SHORT_EPOCHS = 2
Command = Sequence[str | Path]


@dataclass(frozen=True)
class Setting:
    """One run of the benchmark.

    Attributes:
        folder: a new folder for whatever the measurements write; it goes away with the run.
        submissions: how many notebooks each grader grades.
        recorded: how many recorded submissions go through the cluster.
        repetitions: how often what takes seconds is measured.
        whole: hand in the exercise as it is; otherwise every training is cut short.
        exercise: its name.
        say: tells a person how far it is.
    """

    folder: Path
    submissions: int = 20
    recorded: int = 1000
    repetitions: int = 5
    whole: bool = False
    exercise: str = EXERCISE
    say: Callable[[str], None] = print

    def __post_init__(self) -> None:
        prepare()

    @cached_property
    def course(self) -> Course:
        """A course with one exercise and one submission from each student; measurements work on copies of it."""
        root = self.folder / "course"
        if root.exists():
            return Course.open(root)
        course = create_course(root)
        name = self.exercise
        release(course, name)
        for student, answer in answers(self.submissions, name).items():
            notebook = answered(course.release(name) / self.notebook, name, answer, f"The answer of {student}.")
            if not self.whole:
                shorten(notebook)
            folder = course.submitted(student, name)
            folder.mkdir(parents=True)
            nbformat.write(notebook, folder / self.notebook)
        return course

    @property
    def notebook(self) -> str:
        """The name of the exercise's notebook."""
        return f"{self.exercise}.ipynb"

    @property
    def notebooks(self) -> dict[str, Path]:
        """The submitted notebooks, by student."""
        students = self.course.students(self.exercise)
        return {student: self.course.submitted(student, self.exercise) / self.notebook for student in students}


@dataclass(frozen=True)
class Measured:
    """What a measurement found.

    Attributes:
        numbers: by name; seconds unless the name says otherwise.
        notes: sentences on what was not as it should be.
        costs: of the phases of grading, where something was graded by ours.
    """

    numbers: Mapping[str, float]
    notes: list[str] = field(default_factory=list)
    costs: Sequence[Cost] = ()


class MeasurementError(RuntimeError):
    """Something could not be measured; the message says why."""


def answers(count: int, exercise: str = EXERCISE) -> dict[str, str]:
    """Student → file of the answer: every right one of the exercise, then the wrong ones, then these once more."""
    folder = exercises_folder() / exercise
    files = [path for kind in ("solutions", "mutants") for path in sorted((folder / kind).glob("*.py"))]
    chosen = [files[number % len(files)] for number in range(count)]
    return {f"student-{n:02}": path.relative_to(folder).as_posix() for n, path in enumerate(chosen, start=1)}


def lighten(notebook: nbformat.NotebookNode) -> None:
    """Drop the exercise's own trainings and plots: all its code cells but the first."""
    own = [cell for cell in notebook.cells if cell.cell_type == "code" and not grade_id(cell)]
    for cell in own[1:]:
        notebook.cells.remove(cell)


def shorten(notebook: nbformat.NotebookNode) -> None:
    """Keep what a grader needs, and train the answer for two epochs."""
    lighten(notebook)
    for cell in notebook.cells:
        cell.source = re.sub(r"\bepochs=\w+", f"epochs={SHORT_EPOCHS}", cell.source)


def call(command: Command, log: Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> int:
    """Run a program, with all that it says going to the end of a file; returns its exit code."""
    with log.open("ab") as stream:
        return subprocess.run(  # noqa: S603 (our own commands)
            command, check=False, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, cwd=cwd, env=env
        ).returncode


def tail(log: Path) -> str:
    """The last line of what a program said."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
