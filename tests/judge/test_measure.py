"""What the judge measures of a submission: numbers known in advance, and words where there are none."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from autograder.environment import prepare
from autograder.evidence import Evidence

prepare()


def evidence(tmp_path: Path, model: object, history: object = None) -> Evidence:
    from autograder.evidence import capture, read_evidence

    capture(tmp_path, "red-wine", model, history)
    return read_evidence(tmp_path, "red-wine")


def measured(found: Evidence, data: object, *names: str):
    from autograder.judge.measure import measure

    *_, last = measure(found, data, names)
    return last


def twins(inputs: np.ndarray, targets: np.ndarray):
    """Course data whose held-out rows are the released ones."""
    from autograder.judge.data import CourseData, Rows

    rows = Rows(inputs.astype("float32"), targets)
    return CourseData(rows, rows)


@pytest.fixture(scope="module")
def doubles():
    """Eight numbers and their doubles."""
    inputs = np.arange(8.0)[:, None]
    return twins(inputs, 2 * inputs[:, 0])


def dense(weight: float, bias: float):
    import keras

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.set_weights([np.array([[weight]]), np.array([bias])])
    return model


@pytest.mark.parametrize(
    ("weights", "r_squared", "spread"),
    [((2, 0), 1, 1), ((0, 7), 0, 0), ((1, 3.5), 0.75, 0.5)],
)
def test_a_regression_is_measured_against_the_spread_of_the_truth(doubles, tmp_path, weights, r_squared, spread):
    found = measured(evidence(tmp_path, dense(*weights)), doubles, "r_squared", "answer_spread")
    assert found.measured["r_squared"] == pytest.approx(r_squared, abs=1e-6)
    assert found.measured["answer_spread"] == pytest.approx(spread, abs=1e-6)
    assert "from" in found.details["answer_spread"]


@pytest.mark.parametrize("weight", [np.nan, np.inf])
def test_a_regression_whose_answers_are_not_finite_is_told_so(doubles, tmp_path, weight):
    found = measured(evidence(tmp_path, dense(weight, 0)), doubles, "r_squared", "answer_spread")
    for name in ("r_squared", "answer_spread"):
        assert math.isnan(found.measured[name])
        assert "not finite" in found.details[name]


def test_a_model_that_does_not_fit_is_told_so_and_costs_no_other_measurement(doubles, tmp_path):
    import keras

    two = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2)])
    found = measured(evidence(tmp_path, two), doubles, "r_squared", "accuracy")
    assert "2 numbers for a row, not one" in found.details["r_squared"]
    assert set(found.measured) == {"accuracy"}


def classifier(**compiled):
    import keras

    model = keras.Sequential(
        [keras.Input((1,)), keras.layers.Dense(2, activation=compiled.pop("activation", "softmax"))]
    )
    model.compile(**compiled)
    return model


@pytest.fixture(scope="module")
def signs():
    """Forty numbers and whether they are positive."""
    inputs = np.linspace(-1, 1, 40)[:, None]
    return twins(inputs, (inputs[:, 0] > 0).astype("int64"))


@pytest.mark.parametrize("weights", [([[-9.0, 9.0]], 1.0), ([[9.0, -9.0]], 0.0), ([[np.nan, 0.0]], np.nan)])
def test_accuracy_is_the_share_of_right_classes(signs, tmp_path, weights):
    model = classifier(loss="sparse_categorical_crossentropy")
    model.set_weights([np.array(weights[0]), np.zeros(2)])
    found = measured(evidence(tmp_path, model), signs, "accuracy")
    assert found.measured["accuracy"] == pytest.approx(weights[1], nan_ok=True)


def _adam(rate: float):
    import keras

    return keras.optimizers.Adam(rate)


def trained(model, data, epochs: int, one_hot: bool = False):
    import keras

    inputs, targets = data.released
    return model.fit(
        inputs, keras.utils.to_categorical(targets) if one_hot else targets, epochs=epochs, batch_size=8, verbose=0
    )


@pytest.mark.parametrize("loss", ["sparse", "sparse from logits", "one hot", "one hot from logits"])
def test_the_judge_repeats_a_classifier_whatever_its_labels_and_logits(signs, tmp_path, loss):
    import keras

    kind = keras.losses.CategoricalCrossentropy if "one hot" in loss else keras.losses.SparseCategoricalCrossentropy
    logits = "logits" in loss
    model = classifier(
        activation="linear" if logits else "softmax",
        loss=kind(from_logits=logits),
        optimizer=keras.optimizers.Adam(0.1, use_ema=loss == "sparse", ema_momentum=0.5),
    )
    history = trained(model, signs, 12, one_hot="one hot" in loss)
    found = measured(evidence(tmp_path, model, history), signs, "roughness", "late_accuracy")
    assert min(found.repeated["late_accuracy"]) > 0.9
    assert max(found.repeated["roughness"]) < 0.05
    assert len(found.repeated["roughness"]) == 3


def test_watching_from_the_first_epoch_changes_nothing_and_shows_how_soon_a_level_is_reached(signs, tmp_path):
    model = classifier(loss="sparse_categorical_crossentropy", optimizer=_adam(0.05))
    found = evidence(tmp_path, model, trained(model, signs, 11))
    late = measured(found, signs, "roughness", "late_accuracy")
    whole = measured(found, signs, "roughness", "late_accuracy", "accuracy_curve")
    assert whole.repeated == late.repeated
    curves = whole.curves["accuracy_curve"]
    assert [len(curve) for curve in curves] == [11, 11, 11]
    assert [np.mean(curve[-5:]) for curve in curves] == pytest.approx(late.repeated["late_accuracy"])
    assert len(set(curves)) > 1
    assert not late.curves


def test_a_recipe_that_learns_by_heart_has_a_gap(tmp_path):
    from autograder.judge.data import CourseData, Rows

    inputs = np.linspace(-1, 1, 40, dtype="float32")[:, None]
    targets = (inputs[:, 0] > 0).astype("int64")
    turned = CourseData(Rows(inputs, targets), Rows(inputs, np.where(np.arange(40) % 4 == 0, 1 - targets, targets)))
    model = classifier(loss="sparse_categorical_crossentropy", optimizer=_adam(0.1))
    found = evidence(tmp_path, model, trained(model, turned, 12))
    for data, low, high in [(turned, 0.2, 0.3), (CourseData(turned.released, turned.released), 0.0, 0.0)]:
        gaps = measured(found, data, "gap").repeated["gap"]
        assert len(gaps) == 3
        assert low <= min(gaps) <= max(gaps) <= high


def test_a_short_training_has_no_curve(signs, tmp_path):
    model = classifier(loss="sparse_categorical_crossentropy", optimizer="adam")
    found = measured(evidence(tmp_path, model, trained(model, signs, 9)), signs, "accuracy", "roughness")
    assert "9 epochs" in found.details["roughness"]
    assert not found.repeated
    assert not math.isnan(found.measured["accuracy"])


def test_each_course_has_curve_seeds_of_its_own(signs, doubles, tmp_path):
    from autograder.judge.measure import SEEDS, Subject

    found = evidence(tmp_path, dense(1, 0))
    one, same, other = (Subject(found, data).curve_seeds for data in (signs, signs, doubles))
    assert one == same
    assert len({*one, *other}) == 2 * len(SEEDS)


def test_labels_that_do_not_fit_are_named_and_no_line_of_a_traceback(signs, tmp_path):
    from autograder.judge.data import Rows

    model = classifier(loss="sparse_categorical_crossentropy", optimizer="adam")
    found = evidence(tmp_path, model, trained(model, signs, 10))
    three_classes = Rows(signs.released.inputs, np.full(40, 2))
    reason = measured(found, replace(signs, released=three_classes), "roughness").details["roughness"]
    assert "label value of 2" in reason
    assert "File" not in reason


def test_what_was_not_compiled_cannot_be_repeated(signs, tmp_path):
    model = classifier(loss="sparse_categorical_crossentropy", optimizer="adam")
    found = evidence(tmp_path, model, trained(model, signs, 10))
    bare = {key: value for key, value in found.config.items() if key != "compile_config"}
    assert "not compiled" in measured(replace(found, config=bare), signs, "roughness").details["roughness"]


@pytest.mark.parametrize("name", ["red-wine", "concrete", "city", "fabric"])
def test_courses_hold_back_different_rows_and_train_on_none_of_them(name):
    from autograder.judge.data import course_data

    one, same, other = (course_data(name, secret) for secret in (b"one", b"one", b"other"))
    np.testing.assert_array_equal(one.held_out.inputs, same.held_out.inputs)
    assert one.held_out.inputs.shape != other.held_out.inputs.shape or not np.array_equal(
        one.held_out.inputs, other.held_out.inputs
    )
    released = {row.tobytes() for row in one.released.inputs}
    assert not [row for row in one.held_out.inputs if row.tobytes() in released]
    assert np.isfinite(one.held_out.targets).all()
