"""What a case and a student's own check tell the rubric of a submission."""

from pathlib import Path

import pytest

from autograder.environment import prepare
from autograder.rubric import Status, rubric

prepare()
RUBRIC = """
from autograder.rubric import FreeOf, Rubric
RUBRIC = Rubric("mine", "Mine", "red-wine", (FreeOf("head", "Fits its loss", 1, ("head/squashed-regression",)),))
"""


@pytest.mark.parametrize(("loss", "status"), [("mse", Status.MISSED), ("binary_crossentropy", Status.MET)])
def test_rules_see_how_the_model_was_compiled(
    loss: str, status: Status, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keras

    import autograder as ag
    from autograder.evidence import capture
    from autograder.judge.case import Case, decide

    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "rubric.py").write_text(RUBRIC, encoding="utf-8")
    monkeypatch.setattr(rubric, "exercises_folder", lambda: tmp_path)
    monkeypatch.setattr(rubric, "exercise_names", lambda: ["mine"])
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, "sigmoid", name="answer")])
    model.compile(loss=loss)
    capture(tmp_path / "evidence", "mine", model, None)

    (judged,) = next(decide(Case("mine", tmp_path / "evidence", b"secret"))).results
    checked = ag.check("mine", model)
    assert checked is not None
    assert judged == checked.verdict.results[0]
    assert judged.status is status
    assert ("'answer'" in judged.message) == (status is Status.MISSED)
