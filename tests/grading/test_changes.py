"""Whose score would change: said before anything is written."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from autograder.environment import prepare
from autograder.gradebook import Course, create_course, steps
from autograder.gradebook.config import nbgrader_config
from autograder.gradebook.execution import Run
from autograder.gradebook.reading import SubmissionExporter
from autograder.gradebook.release import release
from autograder.gradebook.samples import answered
from autograder.grading import classroom
from autograder.grading.changes import Change, Recorded, changes, recorded
from autograder.grading.classroom import Grading, grade
from autograder.grading.events import Outcome, Started
from autograder.grading.job import Done, Job
from autograder.grading.pool import Pool
from autograder.kernel import Limits
from autograder.rubric import Result, Status, Verdict, load_rubric

pytestmark = pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as in autograder.cli
EXERCISE = "distance-predictor"
STUDENTS = ["ada", "bela", "cleo"]


def verdict(*points: float) -> Verdict:
    criteria = load_rubric(EXERCISE).criteria
    results = [
        Result(one.id, one.title, earned, one.points, Status.PARTLY)
        for one, earned in zip(criteria, points, strict=False)
    ]
    return Verdict(EXERCISE, tuple(results))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    prepare()
    course = create_course(tmp_path_factory.mktemp("changes") / "course")
    release(course, EXERCISE)
    for student in STUDENTS:
        path = course.submitted(student, EXERCISE) / f"{EXERCISE}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(answered(course.release(EXERCISE) / path.name, EXERCISE), path)
    return course


def graded(
    course: Course, monkeypatch: pytest.MonkeyPatch, points: list[float], *, rehearse: bool, seconds: float = 0
) -> list[Started | Outcome]:
    """What grading tells if every submission earns ``points``; nothing is run."""

    def work(job: Job) -> Done:
        time.sleep(seconds)
        return Done(Run(job.notebook, {}, ()), verdict(*points).to_json(), 7)

    monkeypatch.setattr(classroom, "work", work)
    how = Grading(Limits(), force=True, rehearse=rehearse)
    with ThreadPoolExecutor(1) as executor:
        return list(grade(course, EXERCISE, STUDENTS, Pool(executor, 1), how))


def contents(course: Course) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in course.root.rglob("*")
        if path.is_file() and "gradebook.db" not in path.name
    }


def scores(course: Course) -> dict[str, float | None]:
    return {student: one.points for student, one in recorded(course, EXERCISE, STUDENTS).items()}


def test_a_rehearsal_says_what_would_change_and_writes_nothing(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    graded(course, monkeypatch, [0, 1, 1], rehearse=False)
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        gradebook.find_grade("model", EXERCISE, EXERCISE, "bela").manual_score = 9
        gradebook.db.commit()
    files, before = contents(course), recorded(course, EXERCISE, STUDENTS)
    outcomes = [one for one in graded(course, monkeypatch, [0, 1, 0.5], rehearse=True) if isinstance(one, Outcome)]
    assert contents(course) == files
    assert scores(course) == dict.fromkeys(STUDENTS, 2)
    found = changes(before, {one.student: one.verdict for one in outcomes if one.verdict})
    moved = ((load_rubric(EXERCISE).criteria[2].id, 1.0, 0.5),)
    assert found == [Change(student, 2, 1.5, 9 if student == "bela" else None, moved) for student in STUDENTS]
    assert {one.seconds >= 7 for one in outcomes} == {True}, "the worker's seconds, without those in the queue"
    graded(course, monkeypatch, [0, 1, 0.5], rehearse=False)
    assert scores(course) == dict.fromkeys(STUDENTS, 1.5)


def test_a_submission_that_cannot_be_read_is_rehearsed_too(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    path = course.submitted("cleo", EXERCISE) / f"{EXERCISE}.ipynb"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[:100], encoding="utf-8")
    files = contents(course)
    told = {
        one.student: one for one in graded(course, monkeypatch, [0, 1, 1], rehearse=True) if isinstance(one, Outcome)
    }
    assert contents(course) == files
    assert told["cleo"].verdict is not None
    assert told["cleo"].verdict.points == 0
    path.write_text(whole, encoding="utf-8")


def test_who_stays_where_they_are_is_not_listed_and_the_greatest_change_comes_first() -> None:
    before = {"ada": Recorded(2), "bela": Recorded(2), "cleo": Recorded(None), "dora": Recorded(2)}
    after = {"ada": verdict(0, 1, 1), "bela": verdict(0, 1, 0.5), "cleo": verdict(0, 0, 0), "dora": verdict(0, 0, 0)}
    found = changes(before, after)
    assert [(one.student, one.before, one.difference) for one in found] == [
        ("dora", 2, -2), ("bela", 2, -0.5), ("cleo", None, 0),
    ]  # fmt: skip


def test_nobody_is_said_to_be_graded_who_waits(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classroom, "_LOOK", 0.01)
    at_work = 0
    told = graded(course, monkeypatch, [0, 1, 1], rehearse=True, seconds=0.3)
    for one in told:
        at_work += 1 if isinstance(one, Started) else -1
        assert at_work in {0, 1}, "one worker, one submission"
    assert sum(isinstance(one, Started) for one in told) == len(STUDENTS)


@pytest.mark.parametrize("force", [False, True])
def test_force_of_nbgrader_runs_again_what_has_a_finished_run(
    force: bool, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    def run(notebook: str, *_: object) -> Run:
        ran.append(notebook)
        return Run(notebook, {}, ())

    monkeypatch.setattr(steps, "run", run)
    monkeypatch.chdir(course.root)
    graded(course, monkeypatch, [0, 1, 1], rehearse=False)
    converter = Autograde(coursedir=CourseDirectory(config=nbgrader_config(course, EXERCISE)), force=force)
    names = {"assignment": EXERCISE, "student": "ada", "notebook": EXERCISE}
    path = str(course.submitted("ada", EXERCISE))
    step = steps.RunForEvidence(parent=SubmissionExporter(parent=converter))
    notebook = nbformat.read(course.submitted("ada", EXERCISE) / f"{EXERCISE}.ipynb", as_version=4)
    step.preprocess(notebook, {"nbgrader": names, "metadata": {"path": path}})
    assert len(ran) == force
