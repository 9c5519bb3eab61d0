"""The journal knows what still counts: a run for its submission, a verdict for its run and its rubric."""

import dataclasses
import json
from pathlib import Path

import pytest

from autograder.gradebook import Course, create_course
from autograder.gradebook.execution import Run
from autograder.gradebook.journal import GRADED, RUN, Entry
from autograder.rubric import Observed, Remark, load_rubric

EXERCISE = "red-wine"
RAN = Run('{"cells": []}', {"model.keras": b"PK", "record.json": b"{}"}, (Remark("It printed a lot."),))
VERDICT = load_rubric(EXERCISE).judge(Observed(None), (Remark("It printed a lot."),))


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    course = create_course(tmp_path / "course")
    for folder in (course.release(EXERCISE), course.submitted("ada", EXERCISE)):
        folder.mkdir(parents=True)
        (folder / f"{EXERCISE}.ipynb").write_text("{}", encoding="utf-8")
    return Entry(course, EXERCISE, "ada")


@pytest.fixture
def graded(entry: Entry) -> Entry:
    entry.keep_run(RAN)
    entry.keep_verdict(VERDICT)
    entry.seal()
    return entry


def again(entry: Entry) -> Entry:
    """The same entry as the next grading makes it."""
    return Entry(entry.course, entry.exercise, entry.student)


def change(path: Path) -> None:
    path.write_text('{"other": 1}', encoding="utf-8")


def test_nothing_is_known_of_what_was_never_graded(entry: Entry) -> None:
    assert entry.run() is None
    assert entry.verdict() is None


def test_a_finished_grading_is_kept_whole(graded: Entry) -> None:
    assert graded.run() == RAN
    assert graded.verdict() == VERDICT


def test_a_run_without_a_seal_is_judged_again_but_not_run_again(entry: Entry) -> None:
    entry.keep_run(RAN)
    entry.keep_verdict(VERDICT)
    assert entry.run() == RAN
    assert entry.verdict() is None


@pytest.mark.parametrize("name", [f"{EXERCISE}.ipynb", "helper.py"])
def test_what_was_run_before_a_change_does_not_count(graded: Entry, name: str) -> None:
    change(graded.course.submitted("ada", EXERCISE) / name)
    after = again(graded)
    assert after.run() is None
    assert after.verdict() is None


def released(entry: Entry, **more: object) -> None:
    """A release of one graded cell of code and some prose, changed as ``more`` says."""
    about = {"grade_id": "model", "grade": True, "solution": False, "locked": True, "points": more.get("points", 10)}
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": more.get("prose", "Look.")},
        {"cell_type": "code", "metadata": {"nbgrader": about}, "source": more.get("code", "ag.check()")},
    ]
    path = entry.course.release(EXERCISE) / f"{EXERCISE}.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    data = entry.course.source(EXERCISE) / "wines.csv"
    data.parent.mkdir(exist_ok=True)
    data.write_text(str(more.get("data", "7")), encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "runs"),
    [({}, False), ({"points": 8}, False), ({"prose": "See."}, False), ({"code": "1"}, True), ({"data": "8"}, True)],
)
def test_a_new_release_costs_a_run_only_if_it_brings_something_else_into_it(
    entry: Entry, changed: dict[str, object], runs: bool
) -> None:
    released(entry)
    again(entry).keep_run(RAN)
    released(entry, **changed)
    assert (again(entry).run() is None) == runs


def test_what_is_handed_in_while_it_is_graded_is_not_taken_for_graded(entry: Entry) -> None:
    change(entry.course.submitted("ada", EXERCISE) / f"{EXERCISE}.ipynb")
    entry.keep_run(RAN)
    entry.keep_verdict(VERDICT)
    entry.seal()
    assert again(entry).run() is None
    assert again(entry).verdict() is None


def test_a_new_rubric_costs_the_verdict_and_not_the_run(graded: Entry) -> None:
    seal = graded.folder / GRADED
    seal.write_text(json.dumps(json.loads(seal.read_text()) | {"rubric": "an older one"}), encoding="utf-8")
    assert graded.run() == RAN
    assert graded.verdict() is None


def test_a_new_run_takes_the_old_verdict_with_it(graded: Entry) -> None:
    graded.keep_run(dataclasses.replace(RAN, remarks=()))
    assert graded.verdict() is None
    assert graded.run() == dataclasses.replace(RAN, remarks=())


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_torn_note_counts_as_none(graded: Entry, text: str) -> None:
    (graded.folder / GRADED).write_text(text, encoding="utf-8")
    assert graded.verdict() is None
    (graded.folder / RUN).write_text(text, encoding="utf-8")
    assert graded.run() is None


def test_only_what_the_check_writes_is_evidence(entry: Entry) -> None:
    """A kernel's outbox may hold a verdict of the student's own making."""
    entry.keep_run(dataclasses.replace(RAN, evidence={"model.keras": b"PK", "graded.json": b"{}"}))
    run = entry.run()
    assert run is not None
    assert run.evidence == {"model.keras": b"PK"}
    assert entry.verdict() is None


def test_two_courses_with_the_same_submission_have_two_verdicts(graded: Entry, tmp_path: Path) -> None:
    other = create_course(tmp_path / "other")
    course = Course(graded.course.root)
    (course.root / "held-out.secret").write_text(other.secret.hex(), encoding="ascii")
    assert graded.run() == RAN
    assert graded.verdict() is None
