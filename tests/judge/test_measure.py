"""What the judge measures of a submission: numbers known in advance, and words where there are none."""

import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from autograder.datasets import DataError
from autograder.environment import prepare
from autograder.evidence import Evidence
from autograder.judge.data import NAMES, course_data
from autograder.rubric.verdict import Rerun

prepare()


@pytest.fixture(autouse=True)
def nothing_recorded() -> None:
    import keras

    from autograder.evidence.recording import forget, recorder

    keras.utils.set_random_seed(1)
    recorder()
    forget()


def evidence(tmp_path: Path, model: object, history: object = None) -> Evidence:
    from autograder.evidence import capture, read_evidence

    capture(tmp_path, "red-wine", model, history)
    return read_evidence(tmp_path, "red-wine")


def measured(found: Evidence, data: object, *names: str, again: object = None, **effort: object):
    from autograder.judge.measure import measure
    from autograder.judge.subject import Effort, Subject

    *_, last = measure(Subject(found, data, again, Effort(**effort)), names)
    return last


def twins(inputs: np.ndarray, targets: np.ndarray):
    """Course data whose held-out rows are the released ones."""
    from autograder.judge.data import CourseData, Rows

    rows = Rows(inputs.astype("float32"), targets)
    return CourseData(rows, rows, rows)


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


@pytest.mark.parametrize(("weight", "right"), [(9.0, 1.0), (-9.0, 0.0)])
def test_one_number_is_the_probability_of_the_second_class(signs, tmp_path, weight, right):
    import keras

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    model.set_weights([np.array([[weight]]), np.zeros(1)])
    assert measured(evidence(tmp_path, model), signs, "accuracy").measured["accuracy"] == right


def two_outputs(*, in_a_dictionary: bool):
    """Gives back its number, halved, and says whether it is positive; the layers are called the other way round."""
    import keras

    inputs = keras.Input((1,))
    half, sign = (keras.layers.Dense(units, name=name)(inputs) for units, name in ((1, "half"), (2, "sign")))
    model = keras.Model(inputs, {"sign": sign, "half": half} if in_a_dictionary else [sign, half])
    model.get_layer("half").set_weights([np.array([[0.5]]), np.zeros(1)])
    model.get_layer("sign").set_weights([np.array([[-9.0, 9.0]]), np.zeros(2)])
    return model


@pytest.mark.parametrize("in_a_dictionary", [True, False])
def test_one_output_among_several_is_measured_by_its_name(signs, tmp_path, in_a_dictionary):
    names = ("accuracy of sign", "accuracy of half", "reconstruction_error of half", "reconstruction_error of sign")
    found = measured(evidence(tmp_path, two_outputs(in_a_dictionary=in_a_dictionary)), signs, *names)
    assert found.measured["accuracy of sign"] == 1
    assert found.measured["accuracy of half"] == 0.5
    halves = np.mean((signs.held_out.inputs / 2) ** 2)
    assert found.measured["reconstruction_error of half"] == pytest.approx(halves, rel=1e-5)
    assert "2 numbers for a row that has 1" in found.details["reconstruction_error of sign"]


def test_an_output_that_is_not_there_is_named_with_those_that_are(signs, tmp_path):
    found = measured(evidence(tmp_path, two_outputs(in_a_dictionary=True)), signs, "accuracy of digit", "accuracy")
    assert found.details["accuracy of digit"] == "The model has no output called 'digit'; it has 'half' and 'sign'."
    assert not found.measured
    with pytest.raises(ValueError, match="accurasy"):
        measured(evidence(tmp_path, two_outputs(in_a_dictionary=True)), signs, "accurasy of sign")


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
    whole = measured(found, signs, "roughness", "late_accuracy", "accuracy_curve", whole=True)
    assert whole.repeated == late.repeated
    curves = whole.curves["accuracy_curve"]
    assert [len(curve) for curve in curves] == [11, 11, 11]
    assert [np.mean(curve[-5:]) for curve in curves] == pytest.approx(late.repeated["late_accuracy"])
    assert len(set(curves)) > 1
    first, best = (", ".join(f"{chosen(curve):.3f}" for curve in curves) for chosen in (lambda curve: curve[0], max))
    said = f"Accuracy after the first epoch: {first}; the best of 11 epochs: {best}."
    assert said in whole.details["accuracy_curve"]
    assert not late.curves


def test_accuracy_by_step_shows_at_each_step_what_the_last_end_of_an_epoch_showed(signs, tmp_path):
    model = classifier(loss="sparse_categorical_crossentropy", optimizer=_adam(0.05))
    found = evidence(tmp_path, model, trained(model, signs, 3))  # forty rows in batches of eight: five steps
    whole = measured(found, signs, "accuracy_curve", "accuracy_by_step", whole=True)
    for epochs, steps in zip(whole.curves["accuracy_curve"], whole.curves["accuracy_by_step"], strict=True):
        first, second, third = epochs
        assert steps == (*[0.0] * 4, *[first] * 5, *[second] * 5, third)
    assert "Steps in the first epoch: 5." in whole.details["accuracy_by_step"]


def test_steps_are_counted_too_when_the_cells_ran_again(signs, tmp_path, monkeypatch):
    from autograder.environment import REPEAT_VARIABLE
    from autograder.judge.subject import Again

    first = unrepeatable(signs, tmp_path)
    monkeypatch.setenv(REPEAT_VARIABLE, "7")
    again = Again((unrepeatable(signs, tmp_path, "again"),))
    found = measured(first, signs, "accuracy_by_step", again=again)
    curve, *_ = found.curves["accuracy_by_step"]
    assert len(curve) == 60
    assert set(curve[:4]) == {0.0}
    assert curve[-1] > 0.9


def test_steps_are_not_counted_from_weights_that_another_training_made(signs, tmp_path):
    loss = "sparse_categorical_crossentropy"
    before = classifier(loss=loss, optimizer=_adam(0.05))
    trained(before, signs, 20)
    model = classifier(loss=loss, optimizer=_adam(0.001), metrics=["accuracy"])
    model.set_weights(before.get_weights())
    found = measured(evidence(tmp_path, model, trained(model, signs, 3)), signs, "accuracy_by_step")
    assert "accuracy_by_step" not in found.curves
    assert "weights came from elsewhere when its first fit began" in found.details["accuracy_by_step"]


def test_where_nobody_saw_a_fit_no_steps_are_counted(signs, tmp_path):
    from autograder.judge.subject import Again

    model = classifier(loss="sparse_categorical_crossentropy")
    told = evidence(tmp_path, model, {"val_accuracy": [0.9, 0.95]})
    found = measured(told, signs, "accuracy_by_step", again=Again((told,)))
    assert "accuracy_by_step" not in found.curves
    assert "train the model with fit" in found.details["accuracy_by_step"]


@pytest.mark.parametrize("reported", [0.25, 0.75, 1.0])
def test_a_report_is_compared_with_what_held_out_rows_say(signs, tmp_path, reported):
    model = classifier(loss="sparse_categorical_crossentropy")
    model.set_weights([np.array([[-9.0, 9.0]]), np.zeros(2)])
    found = measured(evidence(tmp_path, model, {"val_accuracy": [0.1, reported]}), signs, "report_gap")
    assert found.measured["report_gap"] == pytest.approx(1 - reported)
    assert f"{reported:.1%}" in found.details["report_gap"]


def test_who_reports_nothing_is_told_how(signs, tmp_path):
    found = measured(evidence(tmp_path, classifier(), {"accuracy": [0.9]}), signs, "report_gap")
    assert "report_gap" not in found.measured
    assert "give fit rows to validate on" in found.details["report_gap"]


def test_a_recipe_that_learns_by_heart_has_a_gap(tmp_path):
    from autograder.judge.data import CourseData, Rows

    inputs = np.linspace(-1, 1, 40, dtype="float32")[:, None]
    targets = (inputs[:, 0] > 0).astype("int64")
    right = Rows(inputs, targets)
    turned = CourseData(right, Rows(inputs, np.where(np.arange(40) % 4 == 0, 1 - targets, targets)), right)
    model = classifier(loss="sparse_categorical_crossentropy", optimizer=_adam(0.1))
    found = evidence(tmp_path, model, trained(model, turned, 12))
    for data, low, high in [(turned, 0.2, 0.3), (CourseData(right, right, right), 0.0, 0.0)]:
        gaps = measured(found, data, "gap").repeated["gap"]
        assert len(gaps) == 3
        assert low <= min(gaps) <= max(gaps) <= high


def test_the_loss_of_a_recipe_asks_how_sure_its_mistakes_are(tmp_path):
    from autograder.judge.data import CourseData, Rows

    inputs = np.linspace(-1, 1, 40, dtype="float32")[:, None]
    targets = (inputs[:, 0] > 0).astype("int64")
    right, turned = Rows(inputs, targets), Rows(inputs, 1 - targets)
    model = classifier(loss="sparse_categorical_crossentropy", optimizer=_adam(0.1))
    found = evidence(tmp_path, model, trained(model, CourseData(right, right, right), 12))
    low, high = (
        measured(found, CourseData(right, held_out, right), "loss").repeated["loss"] for held_out in (right, turned)
    )
    assert len(low) == len(high) == 3
    assert max(low) < 0.4
    assert min(high) > 1
    here = measured(found, CourseData(right, turned, turned, "your validation rows"), "loss", "gap", repeats=False)
    assert min(here.repeated["loss"]) > 1, "where nothing is repeated, the submitted model is measured"
    assert here.repeated["gap"] == (1.0,)
    assert all("your validation rows: " in said for said in here.details.values())


@pytest.mark.parametrize("seed", range(3))
def test_only_who_is_too_sure_pays_for_confidence(seed):
    from autograder.judge.measure import cost_of_confidence

    random = np.random.default_rng(seed)
    fair = random.normal(size=(4000, 5)) * 1.5
    fair -= np.log(np.exp(fair).sum(axis=1, keepdims=True))
    targets = np.array([random.choice(5, p=np.exp(row)) for row in fair])

    def cost(factor):
        logs = fair * factor
        return cost_of_confidence(logs - np.log(np.exp(logs).sum(axis=1, keepdims=True)), targets)

    assert cost(1) < 0.005
    assert cost(0.4) == pytest.approx(0, abs=1e-9)
    assert 0.05 < cost(2) < cost(3)


def test_cross_entropy_is_the_one_of_scikit_learn_for_shares_and_for_free_numbers():
    from sklearn.metrics import log_loss

    from autograder.evidence import Refused
    from autograder.judge.measure import cross_entropy

    free = np.random.default_rng(1).normal(size=(50, 3))
    shares = np.exp(free) / np.exp(free).sum(axis=1, keepdims=True)
    targets = np.arange(50) % 3
    for given in (free, shares):
        assert cross_entropy(given, targets) == pytest.approx(log_loss(targets, shares), rel=1e-5)
    assert np.isnan(cross_entropy(np.full((50, 3), np.nan), targets))
    with pytest.raises(Refused, match="there are 3 classes"):
        cross_entropy(shares[:, :2], targets)


def test_a_short_training_has_no_curve(signs, tmp_path):
    model = classifier(loss="sparse_categorical_crossentropy", optimizer="adam")
    found = measured(evidence(tmp_path, model, trained(model, signs, 9)), signs, "accuracy", "roughness")
    assert "9 epochs" in found.details["roughness"]
    assert not found.repeated
    assert not math.isnan(found.measured["accuracy"])


def test_each_course_has_curve_seeds_of_its_own(signs, doubles, tmp_path):
    from autograder.judge.seeds import SEEDS
    from autograder.judge.subject import Subject

    found = evidence(tmp_path, dense(1, 0))
    one, same, other = (Subject(found, data).curve_seeds for data in (signs, signs, doubles))
    assert one == same
    assert len({*one, *other}) == 2 * len(SEEDS)


def test_labels_that_do_not_fit_are_named_and_no_line_of_a_traceback(signs, tmp_path):
    from autograder.judge.data import Rows

    model = classifier(loss="sparse_categorical_crossentropy", optimizer="adam")
    trained(model, signs, 10)
    found = evidence(tmp_path, model)
    forged = {name: replace(rows, targets=(2.0,) * 40) for name, rows in found.rows.items()}
    three_classes = replace(signs, released=Rows(signs.released.inputs, np.full(40, 2)))
    reason = measured(replace(found, rows=forged), three_classes, "roughness").details["roughness"]
    assert reason.endswith("a label is outside the classes of the output”")


def unrepeatable(signs, tmp_path: Path, name: str = "first") -> Evidence:
    """Evidence of a training that facts alone do not repeat."""
    import keras

    model = classifier(loss="sparse_categorical_crossentropy", optimizer=_adam(0.1), metrics=["accuracy"])
    inputs, targets = signs.released
    every = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: None)
    model.fit(
        inputs, targets, epochs=12, batch_size=8, verbose=0, validation_data=(inputs, targets), callbacks=[every]
    )
    return evidence(tmp_path / name, model)


def test_what_cannot_be_repeated_from_facts_asks_for_the_cells_and_measures_the_rest(signs, tmp_path):
    found = measured(unrepeatable(signs, tmp_path), signs, "accuracy", "roughness", "late_accuracy")
    assert found.run_again == "its record says “the callback LambdaCallback”"
    assert found.measured["accuracy"] > 0.9
    assert not found.repeated


def test_what_the_cells_left_when_they_ran_again_is_measured(signs, tmp_path, monkeypatch):
    from autograder.environment import REPEAT_VARIABLE
    from autograder.judge.subject import Again

    first = unrepeatable(signs, tmp_path)
    monkeypatch.setenv(REPEAT_VARIABLE, "7")
    again = Again(tuple(unrepeatable(signs, tmp_path, name) for name in ("again", "and again")))
    names = ("roughness", "late_accuracy", "gap", "accuracy_curve")
    found = measured(first, signs, *names, again=again)
    assert found.run_again == ""
    assert len(found.repeated["roughness"]) == 3
    assert min(found.repeated["late_accuracy"][:2]) > 0.9
    assert found.repeated["gap"] == (0.0, 0.0, math.inf), "the run that left nothing counts as the worst"
    assert [len(curve) for curve in found.curves["accuracy_curve"]] == [12, 12, 1]
    assert found.curves["accuracy_curve"][2] == (0.0,)
    assert found.rerun is Rerun.BY_CELLS
    for name in ("roughness", "gap", "accuracy_curve"):  # whichever a rubric asks for, the teacher reads why
        said = "The cells were run again with 2 other seeds, because its record says “the callback"
        assert found.details[name].startswith(said)


def test_where_running_again_left_nothing_no_curve_counts(signs, tmp_path):
    from autograder.judge.subject import Again

    first = unrepeatable(signs, tmp_path)
    found = measured(first, signs, "roughness", "late_accuracy", "accuracy_curve", again=Again())
    assert not found.repeated
    assert not found.curves
    assert "left no model" in found.details["roughness"]


def test_at_home_nothing_is_repeated(signs, tmp_path):
    found = measured(unrepeatable(signs, tmp_path), signs, "roughness", "late_accuracy", repeats=False)
    assert found.run_again == ""
    assert len(found.repeated["late_accuracy"]) == 1
    assert "your own training reported" in found.details["roughness"]
    assert found.rerun is Rerun.BY_JUDGE


def test_runs_that_kept_no_weights_count_by_their_own_word_and_the_result_knows_it(signs, tmp_path):
    from autograder.judge.subject import Again

    again = Again((unrepeatable(signs, tmp_path, "again"),))
    found = measured(unrepeatable(signs, tmp_path), signs, "roughness", again=again)
    assert found.rerun is Rerun.BY_NOBODY
    assert "What it reported itself stands in place of the curve." in found.details["roughness"]


def test_what_such_runs_left_is_measured_and_no_claim_is_better_than_it(signs, tmp_path):
    from autograder.judge.data import Rows
    from autograder.judge.subject import Again

    turned = replace(signs, held_out=Rows(signs.held_out.inputs, 1 - signs.held_out.targets))
    boast = replace(unrepeatable(signs, tmp_path, "again"), curves={"val_accuracy": [1.0] * 12})
    first = unrepeatable(signs, tmp_path)
    found = measured(first, turned, "loss", "gap", "late_accuracy", again=Again((boast,)))
    assert found.repeated["late_accuracy"][0] < 0.1
    assert found.repeated["gap"][0] > 0.9
    assert found.repeated["loss"][0] > 1
    assert "nobody saw their epochs" in found.details["loss"]


def test_what_was_not_compiled_or_seen_cannot_be_repeated_from_facts(signs, tmp_path):
    model = classifier(loss="sparse_categorical_crossentropy", optimizer="adam")
    trained(model, signs, 10)
    found = evidence(tmp_path, model)
    (fit,) = found.fits
    for hidden in (replace(fit, compiled=None), replace(fit, rows=""), replace(fit, steps=0)):
        assert "was not seen" in measured(replace(found, fits=(hidden,)), signs, "roughness").run_again
    adam = {"module": "keras.optimizers", "class_name": "Adam", "config": ["no mapping"]}
    damaged = replace(fit, compiled={"optimizer": adam, "loss": "mse"})
    assert "not one that Keras writes" in measured(replace(found, fits=(damaged,)), signs, "roughness").run_again


# A regression against a straight line


@pytest.fixture(scope="module")
def lines():
    """A noisy straight line: training rows, held-out rows."""
    from autograder.judge.data import CourseData, Rows

    random = np.random.default_rng(0)

    def rows(many):
        inputs = random.normal(size=(many, 3)).astype("float32")
        return Rows(inputs, inputs @ [1.0, 2.0, 3.0] + random.normal(size=many))

    return CourseData(rows(80), rows(60), rows(20))


def regression(data, epochs: int = 30, **given):
    import keras

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.1), "mse")
    model.fit(*data.released, epochs=epochs, batch_size=16, verbose=0, **given)
    return model


def test_a_regression_is_trained_again_and_the_larger_error_counts(lines, tmp_path):
    found = measured(evidence(tmp_path, regression(lines)), lines, "error_ratio")
    assert found.measured["error_ratio"] == pytest.approx(1, abs=0.1)
    assert "Trained again by the judge with 3 seeds" in found.details["error_ratio"]


def test_what_knows_held_out_rows_by_heart_gains_nothing_from_it(lines, tmp_path):
    """The weights say that a longer training was seen than the one that is told."""
    model = regression(lines)
    found = evidence(tmp_path, model)
    (fit,) = found.fits
    short = replace(found, fits=(replace(fit, epochs=1, rates=fit.rates[:1]),))
    told = measured(short, lines, "error_ratio")
    assert told.measured["error_ratio"] > 1.5
    assert "The submitted model's error is 1.0" in told.details["error_ratio"]


def test_a_hopeless_model_is_not_trained_again(lines, tmp_path):
    found = measured(evidence(tmp_path, regression(lines, 1)), lines, "error_ratio", hopeless={"error_ratio": 1.2})
    assert found.measured["error_ratio"] > 1.2
    assert "again" not in found.details["error_ratio"]


def knowing(data, *callbacks):
    """A model that gives five times the square of the first feature, whatever it was trained on."""
    import keras

    inputs = keras.Input((3,))
    learned = keras.layers.Dense(1, kernel_initializer="zeros")(inputs)
    model = keras.Model(inputs, 5.0 * inputs[:, :1] ** 2 + learned)
    model.compile(keras.optimizers.SGD(1e-4), "mse")
    model.fit(*data.released, verbose=0, callbacks=list(callbacks))
    return model


@pytest.fixture(scope="module")
def squares(lines):
    def squared(rows):
        return rows._replace(targets=5 * rows.inputs[:, 0].astype("float64") ** 2)

    return replace(lines, released=squared(lines.released), held_out=squared(lines.held_out))


def test_an_architecture_that_holds_the_answers_is_refused(squares, tmp_path):
    found = measured(evidence(tmp_path, knowing(squares)), squares, "error_ratio")
    assert "its architecture holds the answers" in found.details["error_ratio"]
    assert "error_ratio" not in found.measured


def test_cells_that_know_the_targets_without_the_rows_are_refused(squares, tmp_path):
    import keras

    from autograder.judge.subject import Again

    odd = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: None)
    first = evidence(tmp_path, knowing(squares, odd))
    honest = measured(first, squares, "error_ratio", again=Again((first, first, first)))
    assert honest.measured["error_ratio"] < 0.1
    assert (
        "with 3 other seeds, because its record says “the callback LambdaCallback”" in honest.details["error_ratio"]
    )
    caught = measured(first, squares, "error_ratio", again=Again((first,), mixed_up=first, was_mixed_up=True))
    assert "it was not learned from these rows" in caught.details["error_ratio"]
    assert "error_ratio" not in caught.measured
    silent = measured(first, squares, "error_ratio", again=Again((first, first, first), was_mixed_up=True))
    assert "left no model: nobody can tell" in silent.details["error_ratio"]
    assert "error_ratio" not in silent.measured


def test_cells_that_leave_nothing_when_they_run_again_gain_nothing(lines, tmp_path):
    from autograder.judge.subject import Again

    first = evidence(tmp_path, regression(lines, shuffle=False))
    found = measured(first, lines, "error_ratio", again=Again())
    assert "error_ratio" not in found.measured
    assert "and left no model that can be measured" in found.details["error_ratio"]
    assert measured(first, lines, "error_ratio", again=Again((first,))).measured["error_ratio"] == np.inf
    assert measured(first, lines, "error_ratio", again=Again((first, first))).measured["error_ratio"] < 2


def test_data_that_is_not_there_is_named_with_what_is():
    with pytest.raises(DataError, match="no data set called 'wine'. A rubric may name: red-wine, concrete, "):
        course_data("wine", b"secret")


@pytest.mark.parametrize("name", NAMES)
def test_courses_hold_back_different_rows_and_train_on_none_of_them(name):
    one, same, other = (course_data(name, secret) for secret in (b"one", b"one", b"other"))
    np.testing.assert_array_equal(one.held_out.inputs, same.held_out.inputs)
    assert one.held_out.inputs.shape != other.held_out.inputs.shape or not np.array_equal(
        one.held_out.inputs, other.held_out.inputs
    )
    released = {row.tobytes() for row in one.released.inputs}
    assert not [row for row in one.held_out.inputs if row.tobytes() in released]
    assert np.isfinite(one.held_out.targets).all()


def test_a_released_network_is_read_as_keras_reads_it_and_goes_to_students(tmp_path):
    import keras

    from autograder.judge.data import course_data, home_data, release_data

    release_data("other-digits", b"one", tmp_path)
    (path,) = tmp_path.glob("*.keras")
    weights = {layer.name: layer.get_weights() for layer in keras.models.load_model(path).layers if layer.weights}
    for given in (course_data("other-digits", b"one").given, home_data("other-digits").given):
        assert given.keys() == weights.keys()
        for name, arrays in given.items():
            for one, other in zip(arrays, weights[name], strict=True):
                np.testing.assert_array_equal(one, other)


def handing_on():
    """A model that answers the only number of its row."""
    import keras

    return keras.Sequential([keras.Input((1,)), keras.layers.Identity()])


@pytest.mark.parametrize("seed", range(3))
def test_average_precision_is_the_one_of_scikit_learn_with_ties_too(seed, tmp_path):
    from sklearn.metrics import average_precision_score

    random = np.random.default_rng(seed)
    given, truth = random.integers(0, 20, (200, 1)) / 20, random.integers(0, 2, 200)
    found = measured(evidence(tmp_path, handing_on()), twins(given, truth), "average_precision")
    expected = average_precision_score(truth, given[:, 0].astype("float32"))
    assert found.measured["average_precision"] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("probability", "factor"), [(0.25, 1.0), (0.5, 2.0), (0.125, 2.0), (0.0, 25.0), (-9.0, 25.0)]
)
def test_expected_count_counts_too_many_and_too_few_alike(probability, factor, tmp_path):
    data = twins(np.full((100, 1), probability), (np.arange(100) < 25).astype(int))
    assert measured(evidence(tmp_path, handing_on()), data, "expected_count").measured["expected_count"] == factor


def noisy(*behind):
    """Two units that hand on their row, behind dropout, added up and bent by what is ``behind``; and rows."""
    import keras
    from keras import layers

    stack = [layers.Dense(2, kernel_initializer="ones"), layers.Dropout(0.5)]
    added = layers.Dense(1, kernel_initializer=keras.initializers.Constant(0.5))
    model = keras.Sequential([keras.Input((1,)), *stack, added, *behind])
    return model, twins(np.random.default_rng(0).normal(size=(1000, 1)), np.zeros(1000))


def test_behind_a_straight_line_both_modes_agree_and_behind_a_bend_they_do_not(tmp_path):
    from keras import layers

    straight, data = noisy()
    agreeing = measured(evidence(tmp_path, straight), data, "mode_gap")
    assert agreeing.measured["mode_gap"] < 0.15
    assert re.search(r" Measured on held-out rows, \d+ of them\.$", agreeing.details["mode_gap"])
    bent, data = noisy(layers.Activation("exponential"))
    found = measured(evidence(tmp_path, bent), data, "mode_gap")
    assert found.measured["mode_gap"] > 0.3
    said = r"are (.+) apart on average; the spread of the answers is (.+)\. Measured on held-out rows, "
    apart, spread = map(float, re.search(said, found.details["mode_gap"]).groups())
    assert apart / spread == pytest.approx(found.measured["mode_gap"], rel=0.01)


@pytest.mark.parametrize(("larger", "gap"), [(2.0, (0, 0.15)), (1.0, (0.3, 1))])
def test_own_dropout_that_does_not_make_larger_what_it_keeps_is_another_model_in_training(larger, gap, tmp_path):
    import keras
    from keras import layers, ops

    class Own(layers.Layer):
        def call(self, x, training=False):
            return x * larger * ops.cast(keras.random.uniform(ops.shape(x)) > 0.5, "float32") if training else x

    network, data = noisy()
    parts = [Own() if isinstance(layer, layers.Dropout) else layer for layer in network.layers]
    found = measured(evidence(tmp_path, keras.Sequential([keras.Input((1,)), *parts])), data, "mode_gap")
    assert gap[0] <= found.measured["mode_gap"] < gap[1]


def test_a_model_that_hides_its_noise_from_many_rows_has_a_gap_all_the_same(tmp_path):
    import keras
    from keras import layers, ops

    network, data = noisy(layers.Activation("exponential"))
    silent = loud = taken = keras.Input((1,))
    for layer in network.layers:
        loud, silent = layer(loud), silent if isinstance(layer, layers.Dropout) else layer(silent)
    ones = ops.ones_like(taken)
    many = ops.cast(ops.sum(ones, axis=0, keepdims=True) * ones > 600, "float32")
    gated = keras.Model(taken, many * silent + (1 - many) * loud)
    assert measured(evidence(tmp_path, gated), data, "mode_gap").measured["mode_gap"] > 0.3


def test_asking_in_training_mode_leaves_the_submitted_model_as_it_was(tmp_path):
    from keras import layers

    from autograder.judge.measure import mode_gap
    from autograder.judge.subject import Subject

    model, data = noisy(layers.BatchNormalization())
    subject = Subject(evidence(tmp_path, model), data)
    before = subject.model.get_weights()
    mode_gap(subject)
    for one, other in zip(before, subject.model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_model_is_looked_at_where_nobody_could_know_the_rows(tmp_path):
    """Rows that everybody has can be recognised by their numbers, and answered by another network."""
    import keras
    from keras import layers, ops

    from autograder.judge.data import CourseData, Rows
    from autograder.judge.subject import Subject

    rows = np.random.default_rng(0).normal(size=(300, 3)).astype("float32")
    known, held_out = (Rows(part, part[:, 0]) for part in (rows[:200], rows[200:]))

    def answer(x):
        is_known = ops.cast(ops.any(ops.abs(x[:, :1] - known.inputs[:, 0]) < 1e-6, axis=1, keepdims=True), "float32")
        with_dropout = layers.Dense(1)(layers.Dropout(0.5)(layers.Dense(8, activation="relu")(x)))
        return is_known * with_dropout + (1 - is_known) * layers.Dense(1)(layers.Dense(8, activation="relu")(x))

    inputs = keras.Input((3,))
    model = keras.Model(inputs, answer(inputs))
    behaviour = Subject(evidence(tmp_path, model), CourseData(known, held_out, known)).behaviour
    assert not [step for step in map(behaviour.steps.__getitem__, behaviour.needed) if step.drops]


def test_what_an_error_says_tells_no_number_of_the_rows():
    """A model can send a row's numbers as an index, and have its failure tell them."""
    import tensorflow as tf
    from keras import layers, ops

    from autograder.judge.failing import reason_of

    secret = ops.convert_to_tensor(np.array([[9207170]]))
    with pytest.raises(tf.errors.OpError, match="9207170") as caught:
        layers.Embedding(2, 1)(secret)
    assert reason_of(caught.value) == "TensorFlow stopped in one of its operations: InvalidArgumentError"
    assert reason_of(ValueError("index 9207170 of 20 in (None, 1024)\nArguments received: 17")) == (
        "index … of 20 in (None, 1024)"
    )
    assert reason_of(KeyError()) == "KeyError"
