"""What ``make crash`` compares: it would see any difference between two graded courses."""

from pathlib import Path

import pytest
from crash.outcome import differences, outcome
from crash.setting import EXERCISE, copy, make_course
from nbgrader.api import Gradebook

from autograder.environment import prepare


@pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as the command line does
def test_a_difference_is_found(tmp_path: Path) -> None:
    """In a score, in a row too many, in a file too few: else the comparison would prove nothing."""
    prepare()
    made = make_course(tmp_path / "made")
    reference = outcome(made)
    course = copy(made.root, tmp_path / "copied")
    assert not differences(reference, outcome(course))
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
