"""What the watcher says of trainings that go wrong; of others it says nothing, and it changes no bit of any."""

import keras
import numpy as np
import pandas as pd
import pytest
import tensorflow as tf

import autograder as ag
from autograder.doctor.symptoms import Sample, of_the_curve
from autograder.environment import prepare

prepare()
RNG = np.random.default_rng(0)
X = RNG.normal(size=(640, 8)).astype("float32")
Y = (X[:, 0] - 2 * X[:, 1] + X[:, 2] * X[:, 3]).astype("float32")
CLASSES = np.digitize(Y, [-1, 1])
SHUFFLED = RNG.permutation(CLASSES)
POSITIVE = (Y > 0).astype("float32")
DENSE = keras.layers.Dense
CROSS = "sparse_categorical_crossentropy"


def network(*layers, width: int = 8) -> keras.Model:
    return keras.Sequential([keras.Input((width,)), *layers])


def sound() -> keras.Model:
    return network(DENSE(16, activation="relu"), DENSE(1))


def watched(model, x=X, y=Y, *, rate: float = 0.01, epochs: int = 2, **options) -> dict[str, str]:
    """What was said, by its kind."""
    keras.utils.set_random_seed(0)
    said = []
    model.compile(keras.optimizers.SGD(rate), options.pop("loss", "mse"))
    watch = ag.doctor.watch(x, y, say=said.append)
    model.fit(x, y, epochs=epochs, verbose=0, callbacks=[watch], **options)
    assert watch.remarks == said
    return {remark.kind: str(remark) for remark in said}


def with_nan() -> np.ndarray:
    x = X.copy()
    x[300, 2] = np.nan
    return x


def frozen() -> keras.Model:
    model = sound()
    model.trainable = False
    return model


def without_gradient() -> keras.Model:
    return network(DENSE(4, name="cut"), keras.layers.Lambda(keras.ops.stop_gradient), DENSE(1))


def dead() -> keras.Model:
    low = keras.initializers.Constant(-50.0)
    return network(DENSE(16, activation="relu", bias_initializer=low, name="below"), DENSE(1))


def never_settled() -> keras.Model:
    return network(DENSE(16), keras.layers.BatchNormalization(momentum=0.9999), keras.layers.ReLU(), DENSE(1))


def saturated() -> keras.Model:
    return network(DENSE(16, activation="tanh", name="ends"), DENSE(1))


def with_dropout() -> keras.Model:
    layers = keras.layers
    return network(DENSE(16), layers.BatchNormalization(), layers.ReLU(), layers.Dropout(0.3), DENSE(1))


def two_classes() -> keras.Model:
    return network(DENSE(16, activation="tanh"), DENSE(1, activation="sigmoid"))


def three_classes() -> keras.Model:
    return network(DENSE(16, activation="relu"), DENSE(3, activation="softmax"))


def softmax_once_more(labels, answers):
    """Keras' own losses notice that a softmax was there; TensorFlow's functions do not."""
    return tf.nn.sparse_softmax_cross_entropy_with_logits(tf.cast(tf.reshape(labels, [-1]), "int32"), answers)


TWICE = {"y": CLASSES, "loss": softmax_once_more, "rate": 1.0, "epochs": 8}


def no_probability() -> keras.Model:
    return network(DENSE(16, activation="relu"), DENSE(1))


def dropped_output() -> keras.Model:
    return network(DENSE(16), DENSE(3, activation="softmax"), keras.layers.Dropout(0.5))


@pytest.mark.filterwarnings(
    "ignore:Gradients do not exist",
    "ignore:The model does not have any trainable weights",
    "ignore:.*from_logits=True",
)
@pytest.mark.parametrize(
    ("model", "options", "kind", "said"),
    [
        (sound, {"rate": 1e6}, "loss-not-finite", "after batch"),
        (sound, {"x": with_nan()}, "not-a-number", "nan"),
        (sound, {"rate": 1e-9}, "weights-stand-still", "learning rate is 1e-09"),
        (frozen, {}, "nothing-to-train", "frozen"),
        (without_gradient, {}, "layer-stands-still", "cut"),
        (dead, {}, "dead-units", "100% of the units of 'below'"),
        (dead, {}, "constant-answer", "leave the layer 'below'"),
        (saturated, {"x": X * 1000}, "saturated-units", "ends"),
        (never_settled, {"x": X * 30 + 100, "rate": 1e-3}, "modes-disagree", "batch norm"),
        (three_classes, {"y": SHUFFLED, "loss": CROSS, "rate": 1e-3}, "nothing-learned", "have next to nothing"),
        (three_classes, TWICE, "softmax-twice", "a softmax once more"),
        (no_probability, {"y": POSITIVE, "loss": "binary_crossentropy"}, "no-probabilities", "reach from"),
        (dropped_output, {"y": CLASSES, "loss": CROSS}, "answers-dropped", "behind the output"),
        (two_classes, {"y": POSITIVE + 1, "loss": "binary_crossentropy", "rate": 1.0}, "negative-loss", "below zero"),
        (sound, {"validation_data": (X * 100, Y)}, "validation-apart", "scaled"),
    ],
)  # fmt: skip
def test_a_training_that_goes_wrong_is_named(model, options, kind, said):
    found = watched(model(), **options)
    assert kind in found, found
    assert said in found[kind]


@pytest.mark.parametrize(
    ("model", "options"),
    [
        (sound, {"epochs": 4}),
        (with_dropout, {"epochs": 8, "batch_size": 8}),
        (two_classes, {"y": POSITIVE, "loss": "binary_crossentropy", "rate": 0.1}),
        (three_classes, {"y": CLASSES, "loss": CROSS, "rate": 0.1}),
    ],
)
def test_a_sound_training_is_left_in_peace(model, options):
    assert watched(model(), **options) == {}


def test_watching_changes_no_bit_of_the_training():
    def trained(*, watching: bool) -> list[np.ndarray]:
        keras.utils.set_random_seed(1)
        layers = (DENSE(8), keras.layers.BatchNormalization(), keras.layers.Dropout(0.5), DENSE(1))
        model = network(*layers)
        model.compile("adam", "mse")
        model.fit(X, Y, epochs=4, verbose=0, callbacks=[ag.doctor.watch(X, Y)] if watching else [])
        return [np.array(one) for one in model.variables]

    pairs = zip(trained(watching=True), trained(watching=False), strict=True)
    assert all(np.array_equal(one, other) for one, other in pairs)


def test_a_rate_that_a_schedule_used_up_is_named():
    model = sound()
    said = []
    model.compile(keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.01, 1, 0.5)), "mse")
    model.fit(X, Y, epochs=3, verbose=0, callbacks=[ag.doctor.watch(X, Y, say=said.append)])
    assert "rate-is-gone" in {remark.kind for remark in said}


def test_what_the_curve_says():
    def kinds(losses: list[float], validation: list[float]) -> list[str]:
        epochs = [{"loss": one, "val_loss": other} for one, other in zip(losses, validation, strict=True)]
        return [kind for kind, *_ in of_the_curve(epochs, sound_one)]

    sound_one = sound()
    sound_one.compile("sgd", "mse")
    assert kinds([1, 0.5, 0.3, 0.25], [0.9, 0.5, 0.35, 0.3]) == []
    assert kinds([0.36, 0.2, 0.15, 0.14], [0.18, 0.176, 0.175, 0.174]) == []  # it had learned most in the first epoch
    assert kinds([1, 0.5, 0.1, 0.1], [1, 0.5, 0.6, 0.7]) == []
    assert kinds([1, 0.5, 0.1, 0.09, 0.08], [1, 0.5, 0.6, 0.7, 0.7]) == ["validation-loss-rises"]
    assert kinds([0.7, 0.4, 0.2, 0.1], [0.71, 0.71, 0.7, 0.7]) == ["nothing-carries-over"]


def test_rows_come_as_fit_takes_them():
    dataset = tf.data.Dataset.from_tensor_slices((X, Y)).batch(64)
    for rows in (pd.DataFrame(X), tf.constant(X), {"a": X, "b": Y}, dataset):
        sample = Sample.of(rows)
        assert len(keras.tree.flatten(sample.rows)[0]) in (64, 256)
