"""What ``make crash`` compares: it would see any difference between two graded courses."""

from pathlib import Path

import pytest
from crash.outcome import differences, outcome, ungraded
from crash.setting import ANSWERS, EXERCISE, copy, make_course
from nbgrader.api import Gradebook

from autograder.environment import prepare
from autograder.gradebook import Course
from autograder.gradebook.execution import Run
from autograder.gradebook.journal import Entry
from autograder.rubric import Verdict


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Course:
    prepare()
    return make_course(tmp_path_factory.mktemp("made") / "course")


@pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as the command line does
def test_a_difference_is_found(made: Course, tmp_path: Path) -> None:
    """In a score, in a row too many, in a file too few: else the comparison would prove nothing."""
    reference = outcome(made)
    course = copy(made.root, tmp_path / "copied")
    assert not differences(reference, outcome(course))
    assert {*ungraded(course)} == ANSWERS.keys()
    where = (EXERCISE, EXERCISE, "ada")
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission(EXERCISE, "ada")
        first = outcome(course)
        gradebook.find_grade("model", *where).auto_score = 3
        gradebook.db.commit()
    before, after = differences(first, outcome(course))
    assert before.startswith("missing: grade(")
    assert "auto_score=None" in before
    assert "auto_score=3" in after
    graded = course.autograded("ada", EXERCISE)
    graded.mkdir(parents=True)
    (graded / "notes.txt").touch()
    assert f"too much: file autograded/ada/{EXERCISE}/notes.txt" in differences(first, outcome(course))


def test_what_a_limit_stopped_is_graded_all_the_same(made: Course, tmp_path: Path) -> None:
    """The campaign's endless notebook would otherwise never be done, and each of its rounds be a failure."""
    course = copy(made.root, tmp_path / "copied")
    entry = Entry(course, EXERCISE, "ada")
    entry.keep_run(Run("{}", {}, ("The notebook did not finish in 5 s.",), 5, stopped=True))
    entry.keep_verdict(Verdict(EXERCISE, ()))
    assert "ada" in ungraded(course)
    entry.seal()
    assert {*ungraded(course)} == ANSWERS.keys() - {"ada"}
