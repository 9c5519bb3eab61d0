"""Every rubric accepts right answers of all shapes and rejects wrong ones for their stated reason."""

import pytest

from autograder.environment import prepare
from autograder.exercises import exercise_names
from autograder.judge.validity import Answer, answers, examined, results
from autograder.rubric import Status, load_rubric

prepare()
COURSE = 1_000_000  # none of those that validity.csv was made in
CASES = [(exercise, answer) for exercise in exercise_names() for answer in answers(exercise)]


def label(value: object) -> str:
    return value.name if isinstance(value, Answer) else str(value)


@pytest.mark.parametrize("exercise", exercise_names())
def test_there_are_enough_answers_of_both_kinds_and_a_mutant_for_every_criterion(exercise: str) -> None:
    right = [answer for answer in answers(exercise) if not answer.caught_by]
    wrong = [answer for answer in answers(exercise) if answer.caught_by]
    assert len(right) >= 5
    assert len(wrong) >= 8
    assert {answer.caught_by for answer in wrong} == {criterion.id for criterion in load_rubric(exercise).criteria}


@pytest.mark.parametrize(("exercise", "answer"), CASES, ids=label)
def test_an_answer_is_judged_as_it_should_be(exercise: str, answer: Answer) -> None:
    from autograder.judge.trial import trial  # imports TensorFlow

    verdict = trial(exercise, answer.path, b"a made-up course for tests", seed=7)
    assert examined(answer, COURSE, verdict).as_it_should, verdict.to_json()
    for result in verdict.results:
        assert result.message or result.status is Status.MET, "what was missed is explained"


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_notebooks_own_solution_gets_all_points(exercise: str) -> None:
    from autograder.judge.trial import trial

    verdict = trial(exercise, None, b"a made-up course for tests", seed=7)
    assert verdict.points == verdict.max_points


@pytest.mark.parametrize("exercise", exercise_names())
def test_the_committed_trials_are_those_of_these_answers_and_misjudge_none(exercise: str) -> None:
    rows = results(exercise)
    assert {row.answer for row in rows} == {answer.name for answer in answers(exercise)}
    assert min(sum(row.answer == answer.name for row in rows) for answer in answers(exercise)) >= 2
    assert [row for row in rows if not row.as_it_should] == []
