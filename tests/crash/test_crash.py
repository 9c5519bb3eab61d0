"""Kill -9 of everything that takes part in grading, and grade again: the gradebook is as if nothing had happened."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))


@pytest.mark.requires_program("initdb")
def test_after_every_kind_of_kill_the_gradebook_is_the_same() -> None:
    from crash.rounds import VICTIMS

    ended = subprocess.run(
        [sys.executable, "-m", "crash", "--together", "--per-round", "2", "--time-limit", "20"],
        env={**os.environ, "PYTHONPATH": str(SCRIPTS), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = ended.stdout + ended.stderr
    assert ended.returncode == 0, said
    killed = Counter(re.findall(r"([a-z-]+) \d+\.\d\d s after", said))
    assert set(killed) == set(VICTIMS), said


@pytest.mark.filterwarnings("ignore:Object of type .* not in session")  # as the command line does
def test_a_difference_is_found(tmp_path: Path) -> None:
    """In a score, in a row too many, in a file too few: else the comparison would prove nothing."""
    from crash.outcome import differences, outcome
    from crash.setting import EXERCISE, copy, make_course
    from nbgrader.api import Gradebook

    from autograder.environment import prepare

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
