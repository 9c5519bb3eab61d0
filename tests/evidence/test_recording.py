"""Every fit is written down as it really was, and whatever else trained a model is named."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from autograder.environment import REPEAT_VARIABLE
from autograder.evidence import capture, read_evidence
from autograder.evidence.portable import portable
from autograder.evidence.recording import forget, recorder, row_names

X = np.random.default_rng(0).normal(size=(24, 4)).astype("float32")
Y = X.sum(axis=1)


@pytest.fixture(autouse=True)
def nothing_recorded():
    keras.utils.set_random_seed(1)
    recorder()
    forget()


def compiled(model, **given):
    model.compile(**{"optimizer": keras.optimizers.SGD(0.01), "loss": "mse", "run_eagerly": True, **given})
    return model


def small(**given):
    return compiled(keras.Sequential([keras.Input((4,)), layers.Dense(3, "relu"), layers.Dense(1)]), **given)


def fit(model, x=X, y=Y, **given):
    return model.fit(x, y, **{"batch_size": 8, "verbose": 0, **given})


def told(model):
    return recorder().training_of(model, model)


def odd(model):
    found = told(model)
    return found["odd"] + [reason for one in found["fits"] for reason in one["odd"]]


# What a fit is


def test_a_fit_is_written_down_as_it_was():
    model = small()
    history = fit(model, epochs=3, batch_size=10, validation_data=(X, Y))
    (one,) = told(model)["fits"]
    assert (one["epochs"], one["steps"], one["continues"], one["frozen"]) == (3, 3, False, [])
    assert one["rates"] == pytest.approx([0.01] * 3)
    assert one["curves"] == history.history
    assert one["compiled"]["loss"] == "mse"
    assert one["compiled"]["optimizer"]["class_name"] == "SGD"
    assert told(model)["rows"][one["data"]] == {"inputs": row_names(X), "targets": [float(y) for y in Y]}
    assert odd(model) == []


class Thorough(keras.Sequential):
    """Uses each batch three times."""

    by_hand = False

    def train_step(self, data):
        x, y = data
        for _ in range(3):
            with tf.GradientTape() as tape:
                loss = self.compute_loss(x, y, self(x, training=True))
            gradients = tape.gradient(loss, self.trainable_weights)
            if self.by_hand:
                for weight, gradient in zip(self.trainable_weights, gradients, strict=True):
                    weight.assign_sub(0.01 * gradient)
            else:
                self.optimizer.apply(gradients, self.trainable_weights)
        return {"loss": loss}


@pytest.mark.parametrize("eagerly", [True, False])
def test_steps_are_those_of_the_optimizer_however_many_a_training_step_takes(eagerly):
    model = compiled(Thorough([keras.Input((4,)), layers.Dense(1)]), run_eagerly=eagerly)
    fit(model, epochs=2)
    fit(model)
    assert [one["steps"] for one in told(model)["fits"]] == [9, 9]


def test_steps_that_nobody_saw_are_none():
    model = compiled(Thorough([keras.Input((4,)), layers.Dense(1)]))
    model.by_hand = True
    fit(model, epochs=2)
    assert [one["steps"] for one in told(model)["fits"]] == [0]


def test_a_model_that_nothing_trained_has_no_fits():
    other = small()
    fit(other)
    assert told(small()) == {"fits": [], "rows": {}, "odd": []}


PLAIN = {
    "nothing else": {},
    "validation": {"validation_data": (X, Y), "validation_freq": 2, "epochs": 2},
    "a rate for each epoch": {"callbacks": [keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1))]},
    "a rate that falls": {"callbacks": [keras.callbacks.ReduceLROnPlateau(monitor="loss")]},
    "stopped early": {"callbacks": [keras.callbacks.EarlyStopping("loss", min_delta=9, patience=1)], "epochs": 9},
    "one callback": {"callbacks": keras.callbacks.TerminateOnNaN()},
    "begun later": {"initial_epoch": 2, "epochs": 4},
    "stops at what is no number": {"callbacks": [keras.callbacks.TerminateOnNaN()]},
    "no callbacks": {"callbacks": None},
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_fit_is_not_odd(name):
    model = small()
    history = fit(model, **PLAIN[name])
    (one,) = told(model)["fits"]
    assert one["epochs"] == len(history.epoch)
    assert odd(model) == []


@pytest.mark.parametrize("targets", [{"sum": Y, "same": X}, [X, Y]], ids=["by name", "in a list"])
def test_a_fit_with_several_targets_is_written_down_without_its_rows(targets):
    inputs = keras.Input((4,))
    outputs = [layers.Dense(4, name="same")(inputs), layers.Dense(1, name="sum")(inputs)]
    model = compiled(keras.Model(inputs, outputs), loss=["mse", "mse"])
    fit(model, y=targets)
    (one,) = told(model)["fits"]
    assert (one["epochs"], one["data"]) == (1, "")


def test_arguments_may_be_told_by_their_places():
    model = small()
    model.fit(X, Y, 8, 2, 0)
    assert [(one["epochs"], one["steps"]) for one in told(model)["fits"]] == [(2, 3)]
    assert odd(model) == []


class Own(keras.callbacks.Callback):
    """Does who knows what."""


class Batches(keras.utils.PyDataset):
    """Rows from code of the author's own."""

    def __len__(self):
        return 3

    def __getitem__(self, at):
        return X[at * 8 : at * 8 + 8], Y[at * 8 : at * 8 + 8]


ODD = {
    "data set": (lambda m: m.fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(8), verbose=0), "a generator or"),
    "generator": (
        lambda m: m.fit(((X[:8], Y[:8]) for _ in range(3)), steps_per_epoch=3, verbose=0),
        "a generator or a data set",
    ),
    "own data set": (lambda m: m.fit(Batches(), verbose=0), "a generator or a data set"),
    "weighted rows": (lambda m: fit(m, sample_weight=np.ones(24)), "rows were weighted"),
    "weighted classes": (lambda m: fit(m, y=(Y > 0).astype(int), class_weight={0: 1.0, 1: 2.0}), "were weighted"),
    "rows in order": (lambda m: fit(m, shuffle=False), "rows were not shuffled"),
    "best weights": (
        lambda m: fit(m, callbacks=[keras.callbacks.EarlyStopping(monitor="loss", restore_best_weights=True)]),
        "the callback EarlyStopping",
    ),
    "own callback": (lambda m: fit(m, callbacks=[Own()]), "the callback Own"),
    "one own callback": (lambda m: fit(m, callbacks=Own()), "the callback Own"),
    "a function as callback": (
        lambda m: fit(m, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: None)]),
        "the callback LambdaCallback",
    ),
    "the name alone": (
        lambda m: fit(m, callbacks=[type("TerminateOnNaN", (Own,), {})()]),
        "the callback TerminateOnNaN",
    ),
}


@pytest.mark.filterwarnings("ignore:`shuffle=True` was passed:UserWarning")
@pytest.mark.filterwarnings("ignore:Your `PyDataset` class should call:UserWarning")
@pytest.mark.parametrize("name", ODD)
def test_what_is_more_than_a_plain_fit_is_named(name):
    train, reason = ODD[name]
    model = small()
    train(model)
    (said,) = odd(model)
    assert reason in said


def test_a_generator_that_never_ends_is_not_asked_for_all_of_it():
    """As `ImageDataGenerator.flow` gives one: it has a length and places, and goes round for ever."""
    asked = []

    class Flow(keras.utils.PyDataset):
        def __len__(self):
            return 3

        def __getitem__(self, place):
            asked.append(place)
            assert len(asked) < 100
            return X[:8], Y[:8]

        def __iter__(self):
            while True:
                yield self[0]

    model = small()
    model.fit(Flow(), epochs=2, verbose=0)
    assert len(asked) <= 6 + 3
    assert odd(model) == ["the rows came from a generator or a data set"]


def test_rows_that_are_set_aside_for_validation_were_not_trained_on():
    model = small()
    fit(model, validation_split=0.5)
    (one,) = told(model)["fits"]
    rows = told(model)["rows"].get(one["data"], {"inputs": []})["inputs"]
    assert rows == row_names(X[:12]) or odd(model)


def test_an_own_training_step_is_named():
    class Mine(keras.Model):
        def train_step(self, data):
            return super().train_step(data)

    inputs = keras.Input((4,))
    model = compiled(Mine(inputs, layers.Dense(1)(inputs)), run_eagerly=False)
    fit(model)
    assert "it has a training step of its own" in odd(model)


def test_a_fit_that_was_interrupted_counts_until_there():
    class Stop(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            if epoch == 2:
                raise KeyboardInterrupt

    model = small()
    with pytest.raises(KeyboardInterrupt):
        fit(model, epochs=9, callbacks=[Stop()])
    assert [one["epochs"] for one in told(model)["fits"]] == [2]
    fit(model)
    assert [one["continues"] for one in told(model)["fits"]] == [False, True]


def test_rates_are_those_of_each_epoch_and_none_where_a_schedule_sets_them():
    model = small()
    fit(model, epochs=3, callbacks=[keras.callbacks.LearningRateScheduler(lambda epoch: 1 / 2**epoch)])
    assert told(model)["fits"][0]["rates"] == [1.0, 0.5, 0.25]
    scheduled = small(optimizer=keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 3, 0.9)))
    fit(scheduled, epochs=3)
    assert told(scheduled)["fits"][0]["rates"] == []
    assert odd(scheduled) == []


def test_one_hot_targets_are_the_classes_that_they_mean():
    classes = np.arange(24) % 3
    for targets, loss in [
        (classes, "sparse_categorical_crossentropy"),
        (keras.utils.to_categorical(classes), "categorical_crossentropy"),
    ]:
        model = compiled(keras.Sequential([keras.Input((4,)), layers.Dense(3, "softmax")]), loss=loss)
        fit(model, y=targets)
        (rows,) = told(model)["rows"].values()
        assert rows["targets"] == classes.tolist()


@pytest.mark.parametrize("rows", [X.astype("float64"), X.tolist(), tf.constant(X)], ids=["64 bits", "list", "tensor"])
def test_rows_have_the_same_names_in_whatever_they_come(rows):
    model = small()
    fit(model, x=np.asarray(rows) if isinstance(rows, list) else rows, y=Y)
    (found,) = told(model)["rows"].values()
    assert found["inputs"] == row_names(X)


# Several fits


def test_two_phases_are_two_fits():
    model = small()
    fit(model, epochs=2)
    compiled(model, optimizer=keras.optimizers.Adam(0.001))
    fit(model, x=X[:16], y=Y[:16], epochs=3)
    one, other = told(model)["fits"]
    assert [(each["epochs"], each["steps"], each["continues"]) for each in (one, other)] == [
        (2, 3, False),
        (3, 2, False),
    ]
    assert one["data"] != other["data"]
    assert len(told(model)["rows"]) == 2
    assert other["compiled"]["optimizer"]["class_name"] == "Adam"
    assert odd(model) == []


def test_a_loop_of_fits_continues_with_the_same_optimizer():
    model = small()
    for _ in range(4):
        fit(model)
    fits = told(model)["fits"]
    assert [one["continues"] for one in fits] == [False, True, True, True]
    assert {one["epochs"] for one in fits} == {1}
    assert len(told(model)["rows"]) == 1
    assert odd(model) == []


def test_frozen_layers_are_named():
    model = small()
    fit(model)
    first, last = model.layers
    first.trainable = False
    fit(compiled(model))
    assert [one["frozen"] for one in told(model)["fits"]] == [[], [first.name]]
    assert odd(model) == []
    assert last.name != first.name


# What else trains


def shift(model):
    model.set_weights([weight + 1 for weight in model.get_weights()])


def test_weights_that_change_without_a_fit_are_noticed():
    after, between, before = small(), small(), small()
    fit(after)
    shift(after)
    assert odd(after) == ["weights changed after the last fit"]
    fit(between)
    shift(between)
    fit(between)
    assert odd(between) == ["weights changed between two fits"]
    shift(before)
    fit(before)
    assert odd(before) == ["weights came from elsewhere"]


def test_a_part_that_was_trained_by_itself_is_noticed():
    part = keras.Sequential([keras.Input((4,)), layers.Dense(4)])
    fit(compiled(part), y=X)
    whole = compiled(keras.Sequential([keras.Input((4,)), part, layers.Dense(1)]))
    fit(whole)
    assert "a part of it was trained by itself" in odd(whole)


def test_a_part_of_a_model_that_was_trained_is_noticed():
    whole = small()
    fit(whole)
    assert "a part of it was trained by itself" in odd(keras.Sequential([keras.Input((4,)), whole.layers[0]]))


@pytest.mark.parametrize("decorate", [lambda f: f, tf.function], ids=["eager", "as a graph"])
def test_a_loop_of_ones_own_is_noticed(decorate):
    model, optimizer = small(), keras.optimizers.SGD(0.01)

    @decorate
    def step():
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(X, training=True)[:, 0] - Y) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))

    for _ in range(2):
        step()
    assert odd(model) == ["a loop of its own trained it"]


def test_single_batches_are_noticed():
    model = small()
    fit(model)
    model.train_on_batch(X[:8], Y[:8])
    assert "a loop of its own trained it" in odd(model)


def test_what_was_forgotten_is_not_told():
    model = small()
    fit(model)
    forget()
    assert told(model)["fits"] == []


def test_a_subclassed_model_is_told_as_one_that_only_its_cells_can_train_again():
    class Mine(keras.Model):
        def __init__(self):
            super().__init__()
            self.end = layers.Dense(1)

        def call(self, x):
            return self.end(x)

    model = compiled(Mine())
    fit(model)
    found = recorder().training_of(model, portable(model))
    assert found["odd"] == ["it is not made of Keras' own layers alone"]
    assert [one["epochs"] for one in found["fits"]] == [1]


# As evidence


def test_fits_come_back_as_evidence_whatever_the_history_says(tmp_path):
    model = small()
    first = fit(model, epochs=2)
    second = fit(model, epochs=3)
    capture(tmp_path, "red-wine", model, {"loss": [0.0] * 99})
    evidence = read_evidence(tmp_path, "red-wine")
    assert evidence.curves == {"loss": first.history["loss"] + second.history["loss"]}
    assert (evidence.epochs, [fit.epochs for fit in evidence.fits]) == (5, [2, 3])
    assert [fit.continues for fit in evidence.fits] == [False, True]
    (rows,) = evidence.rows.values()
    assert rows.inputs == tuple(row_names(X))
    assert evidence.odd == ()
    assert evidence.snapshots is None


def test_a_repetition_keeps_the_weights_after_each_epoch(tmp_path, monkeypatch):
    monkeypatch.setenv(REPEAT_VARIABLE, "7")
    model = small()
    fit(model, epochs=2)
    fit(model)
    capture(tmp_path, "red-wine", model)
    with np.load(read_evidence(tmp_path, "red-wine").snapshots) as kept:
        weights = [kept[f"arr_{number}"] for number in range(4)]
    assert {len(weight) for weight in weights} == {3}
    for weight, last in zip(weights, model.get_weights(), strict=True):
        np.testing.assert_array_equal(weight[-1], last)
        assert weight.shape[1:] == last.shape


# Which model was trained last


@pytest.mark.parametrize("part", [False, True])
def test_a_check_of_another_model_than_the_one_trained_last_is_remarked_on(part):
    first, second = small(), small()
    fit(first)
    assert not recorder().trained_another_last(first)
    fit(second)
    assert recorder().trained_another_last(first)
    whole = keras.Sequential([keras.Input((4,)), second]) if part else second
    assert not recorder().trained_another_last(whole)


def test_the_check_at_home_says_so():
    from autograder import check

    lesson, mine = (
        compiled(keras.Sequential([keras.Input((11,)), layers.Dense(3, "relu"), layers.Dense(1)])) for _ in range(2)
    )
    rows = np.ones((24, 11), "float32")
    fit(lesson, rows)
    history = fit(mine, rows)
    assert "trained another model" in repr(check("red-wine", lesson, history))
    assert "trained another model" not in repr(check("red-wine", mine, history))


def test_a_comparison_that_went_with_its_function_is_not_remarked_on():
    def baseline():
        fit(small())

    mine, other = small(), small()
    fit(mine)
    baseline()
    assert not recorder().trained_another_last(mine)
    fit(other)
    baseline()
    assert recorder().trained_another_last(mine), "the other one can still be meant"


@pytest.mark.parametrize("repeat", [False, True])
def test_where_only_the_cells_can_train_again_the_check_measures_the_model_at_hand(repeat):
    from autograder import check
    from autograder.datasets import few_digits

    (rows, targets), valid = few_digits()
    model = keras.Sequential([keras.Input((14, 14, 1)), layers.Flatten(), layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping("val_loss", restore_best_weights=True)
    history = model.fit(rows, targets, validation_data=valid, epochs=10, verbose=0, callbacks=[stop])
    said = repr(check("val-loss-rises", model, history, repeat=repeat))
    assert "At grading your cells run again" in said
    assert f"Cross-entropy on your validation rows: {model.evaluate(*valid, verbose=0)[0]:.3f}" in said


def test_what_the_check_itself_trains_is_no_fit_of_the_author():
    from autograder import check

    mine = compiled(keras.Sequential([keras.Input((11,)), layers.Dense(3, "relu"), layers.Dense(1)]))
    history = fit(mine, np.ones((24, 11), "float32"))
    with recorder().passing_over():
        fit(small())
    assert not recorder().trained_another_last(mine)
    said = repr(check("red-wine", mine, history, repeat=True))
    assert "trained another model" not in said
    assert not recorder().trained_another_last(mine)
