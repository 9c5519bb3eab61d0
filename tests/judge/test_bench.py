"""The judge decides in a process of its own; what happens to that process costs nobody else, and no right points."""

from pathlib import Path

import pytest

from autograder.environment import prepare
from autograder.judge import Case, judge
from autograder.rubric import Status

prepare()


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Evidence of a right architecture with a recipe that would take the judge for ever."""
    import keras
    from keras import layers

    from autograder.evidence import capture

    model = keras.Sequential(
        [
            keras.Input((11,)),
            layers.BatchNormalization(),
            layers.Dense(512, "relu"),
            layers.Dropout(0.2),
            layers.Dense(512, "relu"),
            layers.Dropout(0.2),
            layers.Dense(1),
        ]
    )
    model.compile("adam", "mae")
    history = keras.callbacks.History()
    history.history = {"loss": [1.0] * 500}
    history.params = {"steps": 200}
    folder = tmp_path_factory.mktemp("evidence")
    capture(folder, "red-wine", model, history)
    return folder


def test_a_case_that_outlasts_its_process_keeps_what_was_decided(endless: Path) -> None:
    verdict = judge(Case("red-wine", endless, b"secret"), seconds=45)
    status = {result.criterion: result.status for result in verdict.results}
    assert status.pop("error-ratio") is Status.MISSED
    assert set(status.values()) == {Status.MET}
    assert "took too long" in verdict.results[-1].message


def test_no_evidence_is_decided_at_once_and_says_so(tmp_path: Path) -> None:
    verdict = judge(Case("red-wine", tmp_path, b"secret", ("what happened before",)), seconds=0.001)
    assert verdict.points == 0
    assert verdict.remarks == ("what happened before",)
    assert {result.message for result in verdict.results} == {"The check did not run: the notebook left no model."}


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        ({"history": {}, "steps": 0}, "no training history"),
        ({"history": {"loss": [1.0] * 501}, "steps": 1}, "repeats at most 500 epochs"),
        ({"history": {"loss": [1.0], "learning_rate": [float("nan")]}, "steps": 30}, ""),
    ],
)
def test_a_forged_history_gains_nothing(endless: Path, tmp_path: Path, forge: dict, said: str) -> None:
    import json
    import shutil

    from autograder.judge.case import decide

    shutil.copyfile(endless / "model.keras", tmp_path / "model.keras")
    (tmp_path / "record.json").write_text(json.dumps({"exercise": "red-wine", **forge}), encoding="utf-8")
    *_, verdict = decide(Case("red-wine", tmp_path, b"secret"))
    assert verdict.results[-1].points == 0
    assert said in verdict.results[-1].message


def test_a_damaged_description_of_the_training_is_refused(endless: Path) -> None:
    """It must not look like a failure of the judge, which would have the submission tried again for ever."""
    from dataclasses import replace

    from autograder.evidence import Refused, read_evidence
    from autograder.judge.data import course_data
    from autograder.judge.measure import Subject

    evidence = read_evidence(endless, "red-wine")
    damaged = {**evidence.config, "compile_config": {"optimizer": {"class_name": "Adam", "config": ["no mapping"]}}}
    subject = Subject(replace(evidence, config=damaged), course_data("red-wine", b"secret"))
    with pytest.raises(Refused, match="is damaged"):
        subject.recipe  # noqa: B018
