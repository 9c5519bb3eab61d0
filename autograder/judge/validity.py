"""Is a rubric valid? Does it pass every right answer and catch every wrong one, in many courses, for many seeds?"""

from __future__ import annotations

import ast
import contextlib
import csv
import hashlib
import io
import logging
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from autograder.csv_log import append, drop_torn_line
from autograder.exercises import exercise_folder
from autograder.processes import in_processes
from autograder.rubric import Behaves, RubricError, Status, Verdict, load_rubric

COURSES_FOR_STRUCTURE = 3
_CAUSE = re.compile(r"^Caught by: (\S+)$", re.MULTILINE)
_RIGHT, _WRONG = ("solutions", "blind/right"), ("mutants", "blind/wrong")
"""Where answers lie. Those in ``blind`` were written from the student's notebook alone, by who saw no rubric."""


@dataclass(frozen=True)
class Answer:
    """An answer that we know to be right or wrong.

    Attributes:
        path: its file, somewhere in the folder of its exercise.
        caught_by: for a wrong answer the criterion that must catch it, for a right one empty.
    """

    path: Path
    caught_by: str = ""

    @property
    def name(self) -> str:
        """Kind and name, for example ``solutions/functional`` or ``blind/wrong/softmax_bins``."""
        *_, above, kind = self.path.parent.parts
        return f"blind/{kind}/{self.path.stem}" if above == "blind" else f"{kind}/{self.path.stem}"

    @property
    def code(self) -> str:
        """Twelve digits of the SHA-256 of its code. Comments, layout and the docstring do not count."""
        try:
            tree = ast.parse(self.path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            raise RubricError(f"{self.path} is no Python: {error.msg}, in line {error.lineno}.") from error
        if ast.get_docstring(tree) is not None:
            del tree.body[0]
        return hashlib.sha256(ast.unparse(tree).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Row:
    """One answer, trained and judged in one made-up course.

    Attributes:
        answer, course: which; the course's number is its secret and the seed of the training.
        points, max_points: what it got.
        as_it_should: a right answer got all points, a wrong one was caught by the criterion it names.
        value: the numbers that were measured, in the order of the criteria; empty if there was none.
        missed: the criteria that were not met.
        keras: the version of Keras.
        code: `Answer.code` when it was trained; when that has changed since, the row says nothing any more.
    """

    answer: str
    course: int
    points: float
    max_points: float
    as_it_should: bool
    value: str
    missed: str
    keras: str
    code: str


def answers(exercise: str) -> list[Answer]:
    """All right and wrong answers of an exercise.

    Raises:
        RubricError: a mutant does not name the criterion that must catch it.
    """
    folder = exercise_folder(exercise)
    right = [Answer(path) for place in _RIGHT for path in sorted((folder / place).glob("*.py"))]
    wrong = []
    for path in (path for place in _WRONG for path in sorted((folder / place).glob("*.py"))):
        cause = _CAUSE.search(path.read_text(encoding="utf-8"))
        if cause is None:
            raise RubricError(f"{path} must say which criterion catches it, in a line by itself: Caught by: ID")
        wrong.append(Answer(path, cause[1]))
    return right + wrong


def structural(exercise: str, answer: Answer) -> bool:
    """Whether it is a mutant that a structural criterion must catch: no training changes that verdict."""
    criteria = {criterion.id: criterion for criterion in load_rubric(exercise).criteria}
    return isinstance(criteria.get(answer.caught_by), Behaves)


def examined(answer: Answer, course: int, verdict: Verdict) -> Row:
    """What a verdict says about the rubric that gave it."""
    missed = [result.criterion for result in verdict.results if result.status is not Status.MET]
    values = [f"{result.value:.4f}" for result in verdict.results if result.value is not None]
    return Row(
        answer.name,
        course,
        verdict.points,
        verdict.max_points,
        answer.caught_by in missed if answer.caught_by else not missed,
        " ".join(values),
        " ".join(missed),
        version("keras"),
        answer.code,
    )


def results(exercise: str) -> list[Row]:
    """What was examined so far, from the exercise's ``validity.csv``."""
    path = _table(exercise)
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Row(
                line["answer"],
                int(line["course"]),
                float(line["points"]),
                float(line["max_points"]),
                line["as_it_should"] == "True",
                line["value"],
                line["missed"],
                line["keras"],
                line["code"],
            )
            for line in csv.DictReader(stream)
        ]


def to_examine(exercise: str, courses: int) -> list[tuple[Answer, int]]:
    """The answers and courses that ``validity.csv`` lacks, course by course.

    A mutant that a structural criterion catches is examined in a few courses only: no seed changes its structure.
    """
    drop_torn_line(_table(exercise))
    done = {(row.answer, row.course, row.code) for row in results(exercise)}
    known = [(answer, answer.code, structural(exercise, answer)) for answer in answers(exercise)]
    return [
        (answer, course)
        for course in range(courses)
        for answer, code, shape in known
        if (answer.name, course, code) not in done and (course < COURSES_FOR_STRUCTURE or not shape)
    ]


def examine(exercise: str, cases: list[tuple[Answer, int]], jobs: int | None = None) -> Iterator[Row]:
    """Train and judge the cases, several at a time; append each to ``validity.csv`` when it is done, and yield it.

    Rows of answers that are no longer there, or whose code has changed, are dropped first.

    Raises:
        ProcessLostError: see :func:`autograder.processes.in_processes`, which says what ``jobs`` means, too.
    """
    _drop_stale(exercise)
    for row in in_processes(partial(_train_and_judge, exercise), cases, jobs):
        append(_table(exercise), asdict(row))
        yield row


def _train_and_judge(exercise: str, case: tuple[Answer, int]) -> Row:
    from autograder.judge.trial import trial  # noqa: PLC0415 (imports TensorFlow, which only the processes need)

    logging.getLogger("tensorflow").setLevel("ERROR")  # it advises against tracing many models
    answer, course = case
    with contextlib.redirect_stdout(io.StringIO()):  # what the notebook prints
        verdict = trial(exercise, answer.path, b"validity %d" % course, seed=course)
    return examined(answer, course, verdict)


def _table(exercise: str) -> Path:
    return exercise_folder(exercise) / "validity.csv"


def _drop_stale(exercise: str) -> None:
    rows, current = results(exercise), {(answer.name, answer.code) for answer in answers(exercise)}
    kept = [row for row in rows if (row.answer, row.code) in current]
    if kept != rows:
        new = _table(exercise).with_suffix(".new")
        new.unlink(missing_ok=True)
        append(new, *map(asdict, kept))
        new.replace(_table(exercise))
