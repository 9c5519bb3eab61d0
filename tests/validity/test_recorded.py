"""Every answer is judged by the evidence that its training left: what the model does, and how well it answers.

The evidence is made by `scripts/record_evidence.py`, once for each text of an answer. What only repetitions decide
stands in the tables of trials; see `test_rubrics.py`.
"""

import re

import pytest
from record_evidence import CODE, EVIDENCE, SECRET

from autograder.environment import prepare
from autograder.evidence import read_evidence
from autograder.exercises import exercise_names
from autograder.judge.validity import Answer, answers
from autograder.rubric import Behaves, Metric, Status, Verdict, load_rubric

from ..rotation import todays

prepare()
CASES = [(exercise, answer) for exercise in exercise_names() for answer in answers(exercise)]
TODAYS = todays(CASES, 3)


def label(value: object) -> str:
    return value.name if isinstance(value, Answer) else str(value)


def without_numbers(message: str) -> str:
    return re.sub(r"\d+(\.\d+)?", "…", message)


def judged(exercise: str, answer: Answer) -> Verdict:
    from autograder.judge.case import observed
    from autograder.judge.data import course_data
    from autograder.judge.measure import measure
    from autograder.judge.subject import Effort, Subject

    rubric = load_rubric(exercise)
    evidence = read_evidence(EVIDENCE / exercise / answer.name, exercise)
    subject = Subject(evidence, course_data(rubric.data, SECRET), effort=Effort(repeats=False))
    *_, found = measure(subject, [one.measure for one in rubric.criteria if isinstance(one, Metric)])
    return rubric.judge(observed(found, "nothing is missing"))


@pytest.mark.parametrize(("exercise", "answer"), CASES, ids=label)
def test_the_evidence_is_of_the_answer_as_it_is_now(exercise: str, answer: Answer) -> None:
    kept = EVIDENCE / exercise / answer.name / CODE
    assert kept.is_file(), f"make it: python scripts/record_evidence.py {exercise}"
    assert kept.read_text() == answer.code, f"make it again: python scripts/record_evidence.py {exercise}"


@pytest.mark.parametrize(("exercise", "answer"), TODAYS, ids=label)
def test_an_answer_is_judged_by_what_its_model_does(exercise: str, answer: Answer) -> None:
    verdict = judged(exercise, answer)
    decided = {one.id for one in load_rubric(exercise).criteria if isinstance(one, Behaves | Metric)}
    missed = {one.criterion for one in verdict.results if one.status is not Status.MET and one.criterion in decided}
    if not answer.caught_by:
        assert not missed, verdict.to_json()
    elif answer.caught_by in {one.id for one in load_rubric(exercise).criteria if isinstance(one, Behaves)}:
        assert answer.caught_by in missed, verdict.to_json()
    assert all(one.message for one in verdict.results if one.status is not Status.MET)


@pytest.mark.parametrize(("exercise", "answer"), TODAYS[::7], ids=label)
def test_a_students_own_check_says_what_grading_says(exercise: str, answer: Answer, tmp_path, monkeypatch) -> None:
    import keras

    import autograder as ag
    from autograder.judge.data import release_data

    release_data(load_rubric(exercise).data, SECRET, tmp_path)
    monkeypatch.chdir(tmp_path)
    model = keras.models.load_model(EVIDENCE / exercise / answer.name / "model.keras", compile=False)
    checked = ag.check(exercise, model)
    assert checked is not None
    for ours, theirs in zip(checked.verdict.results, judged(exercise, answer).results, strict=True):
        halved = any("Counts half" in one.message for one in (ours, theirs))  # which rows miss the purpose decides
        if ours.status is not Status.LATER and not halved:
            assert (ours.criterion, ours.status) == (theirs.criterion, theirs.status)
            assert without_numbers(ours.message) == without_numbers(theirs.message)  # theirs are of other rows
