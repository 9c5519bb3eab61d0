"""The rubric of the red-wine exercise accepts right answers and rejects wrong ones for their stated reason."""

import re
from pathlib import Path

import pytest

from autograder.environment import prepare
from autograder.exercises import exercises_folder
from autograder.rubric import Status, Verdict, load_rubric

prepare()
EXERCISE = "red-wine"
FOLDER = exercises_folder() / EXERCISE
SECRET = b"a made-up course for tests"


def answers(kind: str) -> list[Path]:
    return sorted((FOLDER / kind).glob("*.py"))


def judged(answer: Path | None) -> Verdict:
    from autograder.judge.trial import trial  # imports TensorFlow

    return trial(EXERCISE, answer, SECRET, seed=7)


def cause(mutant: Path) -> str:
    found = re.search(r"^Caught by: (\S+)$", mutant.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{mutant} does not say which criterion catches it"
    return found[1]


def test_there_are_enough_answers_of_both_kinds() -> None:
    assert len(answers("solutions")) >= 5
    assert len(answers("mutants")) >= 8


def test_every_criterion_has_a_mutant_that_only_it_can_catch_for_its_reason() -> None:
    assert {cause(mutant) for mutant in answers("mutants")} == {c.id for c in load_rubric(EXERCISE).criteria}


@pytest.mark.parametrize("answer", [None, *answers("solutions")], ids=lambda path: path.stem if path else "notebook")
def test_a_right_answer_gets_all_points(answer: Path | None) -> None:
    verdict = judged(answer)
    missed = [f"{r.title}: {r.reached} {r.message}" for r in verdict.results if r.status is not Status.MET]
    assert not missed
    assert verdict.points == verdict.max_points


@pytest.mark.parametrize("answer", answers("mutants"), ids=lambda path: path.stem)
def test_a_wrong_answer_is_caught_for_its_stated_reason(answer: Path) -> None:
    results = {result.criterion: result for result in judged(answer).results}
    caught = results[cause(answer)]
    assert caught.status in (Status.MISSED, Status.PARTLY), caught
    assert caught.message
