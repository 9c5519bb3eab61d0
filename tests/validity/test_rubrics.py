"""Every rubric accepts right answers of all shapes and rejects wrong ones for their stated reason.

What a model does, and how well it answers, is asked of the evidence of every answer; see `test_recorded.py`. What
only repetitions decide was asked in many courses, and the committed trials tell the outcome. Here one answer of each
exercise, another one each day, goes the whole way, and so does the notebook's own solution.
"""

import shutil
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from autograder.cli import shown
from autograder.environment import prepare
from autograder.exercises import FOLDER_VARIABLE, exercise_names, exercises_folder
from autograder.judge.validity import Answer, Row, answers, examine, examined, results, structural, to_examine
from autograder.rubric import RubricError, Status, Verdict, load_rubric

from ..rotation import CHOICE

prepare()
SECRET, COURSE = b"a made-up course for tests", 1_000_000  # none of those that validity.csv was made in
CHOSE_THE_THRESHOLD = {("red-wine", 0), *(("textile-curves", course) for course in range(7))}  # exercise, course
COURSES = 20
NEW = {exercise for exercise in exercise_names() if not (exercises_folder() / exercise / "blind").is_dir()}
"""Exercises that nobody has answered blind yet, who saw the student's notebook alone."""
FEWER_COURSES = dict.fromkeys(NEW, 1)  # another course chose their thresholds
COURSES_FOR_STRUCTURE = 1  # at least, as above; the tables grow with `autograder validate-rubrics`
TODAYS = [(exercise, CHOICE.choice(answers(exercise))) for exercise in sorted(CHOICE.sample(exercise_names(), 5))]


def label(value: object) -> str:
    return value.name if isinstance(value, Answer) else str(value)


def is_explained(verdict: Verdict) -> bool:
    return all(result.message for result in verdict.results if result.status is not Status.MET)


@pytest.mark.parametrize("exercise", exercise_names())
def test_there_are_enough_answers_of_both_kinds_and_a_mutant_for_every_criterion(exercise: str) -> None:
    for ours in (True,) if exercise in NEW else (True, False):
        some = [answer for answer in answers(exercise) if answer.name.startswith("blind/") is not ours]
        assert sum(not answer.caught_by for answer in some) >= 5
        assert sum(bool(answer.caught_by) for answer in some) >= 8
    wrong = [answer for answer in answers(exercise) if answer.caught_by]
    assert {answer.caught_by for answer in wrong} == {criterion.id for criterion in load_rubric(exercise).criteria}


@pytest.mark.parametrize(("exercise", "answer"), TODAYS, ids=label)
def test_todays_answer_is_judged_as_it_should_be(exercise: str, answer: Answer) -> None:
    """A course where chance decides otherwise is borne, if two more agree that it was chance."""
    from autograder.judge.trial import trial  # imports TensorFlow

    misjudged = []
    for secret, seed in ((SECRET, 7), (SECRET + b", again", 8), (SECRET + b", once more", 9)):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an answer may do what Keras warns of
            verdict = trial(exercise, answer.path, secret, seed)
        assert is_explained(verdict)
        if not examined(answer, COURSE, verdict).as_it_should:
            misjudged.append(verdict.to_json())
        elif not misjudged:
            break
    assert len(misjudged) < 2, misjudged


@pytest.mark.parametrize("exercise", [exercise for exercise, _ in TODAYS])
def test_the_notebooks_own_solution_gets_all_points(exercise: str) -> None:
    from autograder.judge.trial import trial

    verdict = trial(exercise, None, SECRET, seed=7)
    assert verdict.points == verdict.max_points, verdict.to_json()


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_committed_trials_are_those_of_these_answers_and_misjudge_none(exercise: str) -> None:
    rows = results(exercise)
    fresh = {(row.answer, row.course) for row in rows if (exercise, row.course) not in CHOSE_THE_THRESHOLD}
    written = [answer for answer in answers(exercise) if not answer.name.startswith("blind/")]
    assert {(row.answer, row.code) for row in rows} >= {(answer.name, answer.code) for answer in written}
    for answer in written:
        enough = COURSES_FOR_STRUCTURE if structural(exercise, answer) else FEWER_COURSES.get(exercise, COURSES)
        assert sum(name == answer.name for name, _ in fresh) >= enough, answer.name
    assert [row for row in rows if not row.as_it_should] == []


def test_a_mutant_that_names_no_criterion_is_its_authors_to_mend(checkout_of: Callable[[str], Path]) -> None:
    (checkout_of("red-wine") / "mutants" / "mine.py").write_text("model = None\n", encoding="utf-8")
    with pytest.raises(RubricError, match=r"mine\.py must say which criterion catches it"):
        answers("red-wine")


def test_an_answer_is_known_by_its_code_whatever_its_comments_say(tmp_path: Path) -> None:
    def code(text: str) -> str:
        path = tmp_path / "answer.py"
        path.write_text(text)
        return Answer(path).code

    known = code('"""Caught by: a"""\nrate = 0.1  # high\n')
    assert code('"""Caught by: a"""\n\nrate = .1\n') == known == code('"""Another cause"""\nrate = (0.1)\n')
    assert code('"""Caught by: a"""\nrate = 0.2  # high\n') != known
    assert code('rate = "0.1"\n') != known


@pytest.fixture
def checkout_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes a copy of an exercise, to be changed; returns its folder."""

    def copied(exercise: str) -> Path:
        shutil.copytree(exercises_folder() / exercise, tmp_path / exercise)
        monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
        return tmp_path / exercise

    return copied


def test_trials_of_an_answer_that_has_changed_since_are_dropped_and_made_again(
    checkout_of: Callable[[str], Path],
) -> None:
    folder = checkout_of("red-wine")
    before = to_examine("red-wine", 1)
    changed, known = answers("red-wine")[0], {row.answer for row in results("red-wine")}
    with changed.path.open("a") as text:
        text.write("\nmodel.summary()\n")
    with (folder / "validity.csv").open("a") as table:
        table.write("solutions/torn,3,1")  # by who was killed
    assert [case for case in to_examine("red-wine", 1) if case not in before] == [(changed, 0)]
    assert list(examine("red-wine", [])) == []
    assert {row.answer for row in results("red-wine")} == known - {changed.name}


def test_the_table_of_trials_shows_every_number_and_counts_the_misjudged(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        Row("solutions/a", 0, 10, 10, True, "0.91 0.004", "", "3", ""),
        Row("solutions/a", 1, 5, 10, False, "0.95", "smooth", "3", ""),
        Row("mutants/b", 0, 0, 10, True, "", "smooth", "3", ""),
    ]
    assert shown.validity(Console(width=100), "an-exercise", rows) == 1
    out = capsys.readouterr().out
    assert "0.910 to 0.950" in out
    assert "mutants/b" in out
