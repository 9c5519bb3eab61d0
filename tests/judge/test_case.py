"""What a case and a student's own check tell the rubric of a submission."""

from contextlib import suppress
from pathlib import Path

import pytest

from autograder.environment import prepare
from autograder.exercises import FOLDER_VARIABLE
from autograder.judge import Case
from autograder.rubric import Event, Remark, Status

prepare()
BEFORE = Remark("What happened before.", Event.STOPPED)
RUBRIC = """
from autograder.rubric import Behaves, Rubric, behaviour
RUBRIC = Rubric("mine", "Mine", "red-wine", (Behaves("free", "Is free", 1, behaviour.answers_freely()),))
"""


@pytest.fixture(autouse=True)
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "rubric.py").write_text(RUBRIC, encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))


def chain(*parts: object) -> object:
    import keras

    return keras.Sequential([keras.Input((11,)), *parts])


def dense(activation: object = None) -> object:
    import keras

    return chain(keras.layers.Dense(1, activation, name="answer"))


def subclassed() -> object:
    import keras

    class Mine(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.end = keras.layers.Dense(1)

        def call(self, x: object) -> object:
            return self.end(x)

    model = Mine()
    model(keras.ops.ones((1, 11)))
    return model


def unopened() -> object:
    import keras
    import tensorflow as tf

    class Odd(keras.layers.Layer):
        def call(self, x: object) -> object:
            return tf.nn.local_response_normalization(x[:, None, None, :])[:, 0, 0]

    return chain(Odd(name="odd"), keras.layers.Dense(1))


@pytest.mark.parametrize(
    ("make", "status", "said"),
    [
        (dense, Status.MET, ""),
        (lambda: dense("sigmoid"), Status.MISSED, "'answer'"),
        (lambda: dense(lambda x: x * 1.0), Status.MET, ""),
        (subclassed, Status.MET, ""),
        (unopened, Status.MISSED, "The model cannot be judged. “Odd 'odd' cannot be opened."),
    ],
    ids=["linear", "sigmoid", "own function", "subclassed", "not opened"],
)
def test_a_check_at_home_says_what_grading_says(make, status: Status, said: str, tmp_path: Path) -> None:
    import autograder as ag
    from autograder.evidence import capture
    from autograder.evidence.portable import NotPortableError
    from autograder.judge.case import decide

    model = make()
    with suppress(NotPortableError):
        capture(tmp_path / "evidence", "mine", model)
    *_, verdict = decide(Case("mine", tmp_path / "evidence", b"secret"))
    checked = ag.check("mine", model)
    assert checked is not None
    for (result,) in (verdict.results, checked.verdict.results):
        assert result.status is status
        assert said in result.message


def test_an_untrained_model_is_judged_and_that_is_remarked(tmp_path: Path) -> None:
    from autograder.evidence import capture
    from autograder.judge.case import decide

    capture(tmp_path / "evidence", "mine", dense())
    first, *_, last = decide(Case("mine", tmp_path / "evidence", b"secret", (BEFORE,)))
    assert last.remarks == (BEFORE, Remark("The model came without the history of a training."))
    assert first.points == 0
    assert last.points == 1


def test_a_model_that_takes_other_rows_is_told_so(tmp_path: Path) -> None:
    import keras

    from autograder.evidence import capture
    from autograder.judge.case import decide

    capture(tmp_path / "evidence", "mine", keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)]))
    *_, verdict = decide(Case("mine", tmp_path / "evidence", b"secret"))
    assert "cannot be run on rows of shape (11,)" in verdict.results[0].message


@pytest.mark.parametrize("again", [None, (), (Path("/one"), Path("/other"))])
@pytest.mark.parametrize("mixed_up", [None, Path("/mixed")])
def test_a_case_is_the_same_after_its_way_as_a_message(again: tuple[Path, ...] | None, mixed_up: Path | None) -> None:
    case = Case("mine", Path("/evidence"), b"\x00secret", (BEFORE,), again, mixed_up, mixed_up)
    assert Case.from_json(case.to_json()) == case
