"""Every rubric accepts right answers of all shapes and rejects wrong ones for their stated reason.

Structural criteria judge the architecture, so here all answers are built and not trained. What training decides is
asked of the notebook's own solution and of the mutants that only training gives away; the committed trials ask it of
every answer, in many courses.
"""

import shutil
from pathlib import Path

import pytest
from rich.console import Console

from autograder.cli import shown
from autograder.environment import prepare
from autograder.exercises import exercise_names, exercises_folder
from autograder.judge import validity
from autograder.judge.validity import Answer, Row, answers, examine, examined, results, structural, to_examine
from autograder.rubric import Status, Verdict, load_rubric

prepare()
SECRET, COURSE = b"a made-up course for tests", 1_000_000  # none of those that validity.csv was made in
CHOSE_THE_THRESHOLD = {("red-wine", 0), *(("textile-curves", course) for course in range(7))}  # exercise, course
COURSES = 20
COURSES_FOR_STRUCTURE = 1  # at least, as above; the tables grow with `autograder validate-rubrics`
CASES = [(exercise, answer) for exercise in exercise_names() for answer in answers(exercise)]
TRAINED = [(exercise, answer) for exercise, answer in CASES if answer.caught_by and not structural(exercise, answer)]


def label(value: object) -> str:
    return value.name if isinstance(value, Answer) else str(value)


def untrained(exercise: str, answer: Path) -> Verdict:
    """What a student's own check says of an answer's model when ``fit`` does nothing."""
    import keras

    import autograder as ag
    from autograder.judge.trial import answered

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keras.Model, "fit", lambda *_args, **_options: keras.callbacks.History())
        checked = ag.check(exercise, answered(exercise, answer, SECRET, seed=7)["model"])
    assert checked is not None
    return checked.verdict


def is_explained(verdict: Verdict) -> bool:
    return all(result.message for result in verdict.results if result.status is not Status.MET)


@pytest.mark.parametrize("exercise", exercise_names())
def test_there_are_enough_answers_of_both_kinds_and_a_mutant_for_every_criterion(exercise: str) -> None:
    right = [answer for answer in answers(exercise) if not answer.caught_by]
    wrong = [answer for answer in answers(exercise) if answer.caught_by]
    assert len(right) >= 5
    assert len(wrong) >= 8
    assert {answer.caught_by for answer in wrong} == {criterion.id for criterion in load_rubric(exercise).criteria}


@pytest.mark.parametrize(("exercise", "answer"), [case for case in CASES if case not in TRAINED], ids=label)
def test_the_architecture_of_an_answer_is_judged_as_it_should_be(exercise: str, answer: Answer) -> None:
    verdict = untrained(exercise, answer.path)
    missed = [result.criterion for result in verdict.results if result.status is Status.MISSED]
    assert answer.caught_by in missed if answer.caught_by else not missed, verdict.to_json()
    assert is_explained(verdict)


@pytest.mark.parametrize(("exercise", "answer"), TRAINED, ids=label)
def test_a_mutant_that_training_gives_away_is_caught(exercise: str, answer: Answer) -> None:
    from autograder.judge.trial import trial  # imports TensorFlow

    verdict = trial(exercise, answer.path, SECRET, seed=7)
    assert examined(answer, COURSE, verdict).as_it_should, verdict.to_json()
    assert is_explained(verdict)


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_notebooks_own_solution_gets_all_points(exercise: str) -> None:
    from autograder.judge.trial import trial

    verdict = trial(exercise, None, SECRET, seed=7)
    assert verdict.points == verdict.max_points, verdict.to_json()


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_committed_trials_are_those_of_these_answers_and_misjudge_none(exercise: str) -> None:
    rows = results(exercise)
    fresh = {(row.answer, row.course) for row in rows if (exercise, row.course) not in CHOSE_THE_THRESHOLD}
    assert {(row.answer, row.code) for row in rows} == {(answer.name, answer.code) for answer in answers(exercise)}
    for answer in answers(exercise):
        enough = COURSES_FOR_STRUCTURE if structural(exercise, answer) else COURSES
        assert sum(name == answer.name for name, _ in fresh) >= enough, answer.name
    assert [row for row in rows if not row.as_it_should] == []


def test_an_answer_is_known_by_its_code_whatever_its_comments_say(tmp_path: Path) -> None:
    def code(text: str) -> str:
        path = tmp_path / "answer.py"
        path.write_text(text)
        return Answer(path).code

    known = code('"""Caught by: a"""\nrate = 0.1  # high\n')
    assert code('"""Caught by: a"""\n\nrate = .1\n') == known == code('"""Another cause"""\nrate = (0.1)\n')
    assert code('"""Caught by: a"""\nrate = 0.2  # high\n') != known
    assert code('rate = "0.1"\n') != known


def test_trials_of_an_answer_that_has_changed_since_are_dropped_and_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(exercises_folder() / "red-wine", tmp_path / "red-wine")
    monkeypatch.setattr(validity, "exercises_folder", lambda: tmp_path)
    assert to_examine("red-wine", 1) == []
    changed, *same = answers("red-wine")
    with changed.path.open("a") as text:
        text.write("\nmodel.summary()\n")
    assert to_examine("red-wine", 1) == [(changed, 0)]
    assert list(examine("red-wine", [])) == []
    assert {row.answer for row in results("red-wine")} == {answer.name for answer in same}


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
