"""Stacks of LSTMs: what Keras refuses, what it lets through, what a layer sees, what a state is. All in one run."""

from __future__ import annotations

from collections.abc import Callable

from runner import Experiment, Outcome, main  # before Keras, because it sets the number of threads

# isort: split
import keras
import numpy as np
import tensorflow as tf
from keras import layers

BATCH = 32
REFUSALS = (ValueError, tf.errors.InvalidArgumentError)

Array = np.ndarray


class Drawn:
    """Sizes and numbers of one unit: all its networks have the same length, features and units."""

    def __init__(self, unit: int) -> None:
        self.random = np.random.default_rng(unit)
        keras.utils.set_random_seed(unit)
        self.length, self.features, self.units = (
            int(self.random.integers(*ends)) for ends in ((4, 9), (1, 5), (2, 9))
        )

    def rows(self, count: int = BATCH) -> Array:
        """Series of random numbers."""
        return self.random.normal(size=(count, self.length, self.features)).astype("float32")

    def targets(self, count: int = BATCH) -> Array:
        """A class, 0 or 1, for each series."""
        return self.random.integers(0, 2, (count, 1)).astype("float32")

    def lstm(self, **more: object) -> layers.Layer:
        """An LSTM of this unit's size."""
        return layers.LSTM(self.units, **more)

    def stateful(self, length: int) -> keras.Model:
        """Two stateful LSTMs and a dense layer, as asked, in the spelling of Keras 3."""
        model = keras.Sequential(
            [
                keras.Input(batch_shape=(BATCH, length, self.features)),
                self.lstm(return_sequences=True, stateful=True),
                self.lstm(stateful=True),
                layers.Dense(1),
            ]
        )
        model.compile("sgd", "mse", run_eagerly=True)
        return model


def refuses(call: Callable[[], object], words: str = "") -> bool:
    """Whether Keras stops with an error that contains these words."""
    try:
        call()
    except REFUSALS as error:
        return words in str(error)
    return False


def unlike(found: Array, expected: Array) -> int:
    """How many numbers differ by more than single precision leaves."""
    return int(np.sum(~np.isclose(np.asarray(found), np.asarray(expected), rtol=1e-4, atol=1e-6)))


def reset(model: keras.Model) -> None:
    """Forget what all its recurrent layers have seen."""
    for layer in model.layers:
        if isinstance(layer, layers.LSTM):
            layer.reset_states()


def of_counts(drawn: Drawn) -> dict[str, float]:
    """Parameters of a stack, by Keras and by hand."""
    first, second = drawn.units, drawn.units + 1
    model = keras.Sequential([
        keras.Input((None, drawn.features)), drawn.lstm(return_sequences=True), layers.LSTM(second), layers.Dense(1),
    ])  # fmt: skip
    by_hand = 4 * (first * (first + drawn.features) + first) + 4 * (second * (second + first) + second) + second + 1
    return {"missed_by_hand": model.count_params() - by_hand}


def of_sequences(drawn: Drawn) -> dict[str, float]:
    """`return_sequences` forgotten between two LSTMs, and left on at the end."""
    shape, rows, truth = keras.Input((drawn.length, drawn.features)), drawn.rows(), drawn.targets()

    def left_on(loss: str) -> None:
        model = keras.Sequential([shape, drawn.lstm(return_sequences=True), layers.Dense(1, activation="sigmoid")])
        model.compile("sgd", loss, run_eagerly=True)
        model.train_on_batch(rows, truth)

    return {
        "forgotten_refused": refuses(
            lambda: keras.Sequential([shape, drawn.lstm(), drawn.lstm()]), "expected ndim=3, found ndim=2"
        ),
        "left_on_refused_by_cross_entropy": refuses(lambda: left_on("binary_crossentropy"), "same shape"),
        "left_on_refused_by_mse": refuses(lambda: left_on("mse")),
    }


def of_sight(drawn: Drawn) -> dict[str, float]:
    """Slopes of the last answer by what entered at the first step: behind a dense layer, and behind an LSTM."""
    sequence = tf.constant(drawn.random.normal(size=(BATCH, drawn.length, drawn.units)).astype("float32"))
    dense, lstm = layers.Dense(3, activation="tanh"), drawn.lstm(return_sequences=True)

    def slope(layer: layers.Layer) -> float:
        with tf.GradientTape() as tape:
            tape.watch(sequence)
            last = tf.reduce_sum(layer(sequence)[:, -1])
        return float(np.abs(tape.gradient(last, sequence)[:, 0]).max())

    each = np.stack([np.asarray(dense(sequence[:, step])) for step in range(drawn.length)], axis=1)
    return {
        "dense_sees_first_step": slope(dense),
        "lstm_blind_to_first_step": slope(lstm) == 0,
        "dense_unlike_each_step": unlike(dense(sequence), each),
    }


def of_one_step(drawn: Drawn) -> dict[str, float]:
    """Series of one step: what recurrent weights learn, and what a carried state teaches about the step before."""
    first, second = (tf.constant(drawn.rows()[:, :1]) for _ in range(2))
    fresh = drawn.lstm()
    with tf.GradientTape() as tape:
        answer = tf.reduce_mean(fresh(first) ** 2)
    weights = fresh.cell.recurrent_kernel.value
    one = np.abs(tape.gradient(answer, [weights])[0]).max()
    carrying = drawn.stateful(1)
    with tf.GradientTape() as tape:
        tape.watch(first)
        carrying(first)
        later = tf.reduce_mean(carrying(second) ** 2)
    before = tape.gradient(later, first, unconnected_gradients="zero")
    moved = np.abs(np.asarray(carrying.layers[0].states[0])).max()
    return {
        "recurrent_slope_of_one_step": float(one),
        "slope_by_the_call_before": float(np.abs(before).max()),
        "carries_nothing": moved == 0,
    }


def of_state(drawn: Drawn) -> dict[str, float]:
    """What a stateful network keeps from call to call, and what forgetting does."""
    rows = drawn.rows()
    half, model = drawn.length // 2, drawn.stateful(drawn.length)
    first, again = (model.predict(rows, batch_size=BATCH, verbose=0) for _ in range(2))
    reset(model)
    afterwards = model.predict(rows, batch_size=BATCH, verbose=0)
    pieces, whole = drawn.stateful(half), drawn.stateful(2 * half)
    for copy in (pieces, whole):
        copy.set_weights(model.get_weights())
    pieces(rows[:, :half])
    in_two = pieces(rows[:, half : 2 * half])
    reset(model)
    model.fit(rows, drawn.targets(), batch_size=BATCH, verbose=0)
    plain = keras.Sequential([keras.Input((None, drawn.features)), drawn.lstm(), layers.Dense(1)])
    return {
        "same_when_asked_again": np.array_equal(first, again),
        "unlike_after_reset": int(np.sum(first != afterwards)),
        "halves_unlike_whole": unlike(in_two, whole(rows[:, : 2 * half])),
        "forgotten_after_fit": not np.asarray(model.layers[0].states[0]).any(),
        "plain_unlike": int(np.sum(np.asarray(plain(rows)) != np.asarray(plain(rows)))),
    }


def of_batches(drawn: Drawn) -> dict[str, float]:
    """Which batches a stateful network takes."""
    part = int(drawn.random.integers(1, BATCH))
    rows, truth = drawn.rows(BATCH + part), drawn.targets(BATCH + part)
    shape = keras.Input((drawn.length, drawn.features))
    model = drawn.stateful(drawn.length)
    asked = [
        refuses(lambda: model.predict(rows, batch_size=BATCH, verbose=0)),
        refuses(lambda: model.fit(rows, truth, batch_size=BATCH, verbose=0)),
        refuses(lambda: model(rows[:part]), "the batch size of the input sequences must"),
    ]
    return {
        "partial_batches_taken": len(asked) - sum(asked),
        "any_batch_taken": not refuses(lambda: keras.Sequential([shape, drawn.lstm(stateful=True)]), "static"),
    }


def of_spellings(drawn: Drawn) -> dict[str, float]:
    """The spellings of the question that Keras 3 still takes."""
    shape = (BATCH, 1, drawn.features)
    model = drawn.stateful(1)
    return {
        "batch_input_shape_taken": not refuses(lambda: drawn.lstm(batch_input_shape=shape), "Unrecognized keyword"),
        "model_reset_states": hasattr(model, "reset_states"),
    }


def of_heads(drawn: Drawn) -> dict[str, float]:
    """A value and a policy on one stack: their losses, and what reaches the stack from each."""
    inputs = keras.Input((drawn.length, drawn.features))
    code = drawn.lstm()(inputs)
    value = layers.Dense(1, name="value")(code)
    policy = layers.Dense(3, activation="softmax", name="policy")(code)
    model = keras.Model(inputs, [value, policy])
    weight = float(drawn.random.uniform(0.1, 2))
    rows, worth = tf.constant(drawn.rows()), drawn.targets()
    action = drawn.random.integers(0, 3, BATCH)
    model.compile("sgd", ["mse", "sparse_categorical_crossentropy"], loss_weights=[1.0, weight], run_eagerly=True)
    stack = model.layers[1].trainable_variables[0].value
    with tf.GradientTape(persistent=True) as tape:
        answers = model(rows)
        losses = [
            tf.reduce_mean((answers[0] - worth) ** 2),
            tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(action, answers[1])),
        ]
        both = losses[0] + weight * losses[1]
    parts = [tape.gradient(loss, stack) for loss in losses]
    reported = model.test_on_batch(rows, [worth, action], return_dict=True)["loss"]
    return {
        "losses_unlike_sum": unlike(reported, both),
        "slopes_unlike_sum": unlike(tape.gradient(both, stack), parts[0] + weight * parts[1]),
        "heads_without_slope": sum(not np.any(part) for part in parts),
    }


def run(unit: int) -> Outcome:
    """Everything of one unit."""
    keras.backend.clear_session()
    parts = (of_counts, of_sequences, of_sight, of_one_step, of_state, of_batches, of_spellings, of_heads)
    return Outcome({name: float(value) for part in parts for name, value in part(Drawn(unit)).items()})


EXPERIMENT = Experiment("stacked_lstm_exact", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
