"""A model of any kind becomes one of Keras' own operations; that answers alike and is built without its code."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers, ops

from autograder.evidence import Refused, capture, inspect_archive, read_evidence
from autograder.evidence.portable import NotPortableError, is_portable, portable, savable

X = np.random.default_rng(0).normal(size=(16, 4)).astype("float32")


@pytest.fixture(autouse=True)
def seed():
    keras.utils.set_random_seed(1)


def chain(*parts):
    return keras.Sequential([keras.Input((4,)), *parts])


def graph(build):
    inputs = keras.Input((4,))
    return keras.Model(inputs, build(inputs))


class Scale(layers.Layer):
    """Multiplies with a weight of its own."""

    def __init__(self, how):
        super().__init__()
        self.how = how

    def build(self, shape):
        self.factor = self.add_weight(shape=(shape[-1],), initializer="random_normal")

    def call(self, x):
        return self.how(self.factor, x)


class OwnDense(layers.Layer):
    """A dense layer by hand."""

    def __init__(self, units):
        super().__init__()
        self.units = units

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer="glorot_uniform")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, x):
        return ops.matmul(x, self.w) + self.b


class Block(layers.Layer):
    """A residual block, with a layer of the author's own inside."""

    def __init__(self, units):
        super().__init__()
        self.first, self.second = layers.Dense(units, "relu"), OwnDense(units)
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=None):
        return x + self.drop(self.second(self.first(x)), training=training)


class OwnDropout(layers.Layer):
    """Drops units by a function, in training."""

    def __init__(self, drop, always=False):
        super().__init__()
        self.drop, self.always = drop, always

    def call(self, x, training=False):
        return self.drop(x) if training or self.always else x


def by_a_mask(x):
    return ops.where(keras.random.uniform(ops.shape(x), seed=SEEDS) >= 0.5, x / 0.5, 0.0)


def by_numpy(x):
    return x * (np.random.default_rng().random(x.shape) >= 0.5) * 2


def without_scaling(x):
    return ops.where(keras.random.uniform(ops.shape(x), seed=SEEDS) >= 0.5, x, 0.0)


def whole_rows(x):
    return ops.where(keras.random.uniform((len(x), 1), seed=SEEDS) >= 0.5, x * 2, 0.0)


class OwnNoise(layers.Layer):
    """Drops units in training and does something else besides at prediction."""

    def call(self, x, training=None):
        return keras.random.dropout(x, 0.5) if training else 2 * x


class Own(keras.Model):
    """A subclassed model."""

    def __init__(self, *parts):
        super().__init__()
        self.parts = list(parts)

    def call(self, x, training=False):
        for part in self.parts:
            x = part(x)
        return x


class Forked(keras.Model):
    """Its call says training, mask, and what it is not told."""

    def __init__(self):
        super().__init__()
        self.one, self.other, self.end = layers.Dense(3, tf.nn.relu), layers.Dense(3), layers.Dense(1)

    def call(self, x, training=None, mask=None):
        a, b = self.one(x), tf.nn.tanh(self.other(x))
        return self.end(tf.concat([a, b, tf.reduce_mean(x, axis=1, keepdims=True)], axis=-1))


def own_relu(x):
    return ops.maximum(x, 0.0)


def tf_swish(x):
    return x * tf.sigmoid(x)


def times(x, by):
    return x * by


class Sampling(layers.Layer):
    """As in a variational autoencoder: two inputs in a list, and noise in training."""

    def __init__(self):
        super().__init__()
        self.seed_generator = keras.random.SeedGenerator(1)

    def call(self, given, training=None):
        mean, spread = given
        noise = keras.random.normal(ops.shape(mean), seed=self.seed_generator) if training else 0.0
        return ops.concatenate([mean + noise, ops.tanh(spread)], axis=-1)


def committee():
    """Two members that share a layer: Keras saves it once, and cannot load that."""
    scale = layers.Normalization()
    scale.adapt(X)
    members = [chain(scale, layers.Dense(3, "relu"), layers.Dense(1)) for _ in range(2)]
    return graph(lambda x: layers.Average()([member(x) for member in members]))


SEEDS = keras.random.SeedGenerator(3)
MODELS = {
    "own layer of a list": lambda: graph(lambda x: Sampling()([layers.Dense(3)(x), layers.Dense(3)(x)])),
    "models that share a layer": committee,
    "subclassed": lambda: Own(layers.Dense(5, "relu"), layers.Dense(1)),
    "subclassed in subclassed": lambda: Own(Own(layers.Dense(5), Block(5)), layers.Dense(1)),
    "functions of tensorflow": Forked,
    "own layer": lambda: chain(OwnDense(5), layers.ReLU(), OwnDense(1)),
    "own layer with layers": lambda: chain(layers.Dense(4), Block(4), Block(4), layers.Dense(1)),
    "own layer in functional": lambda: graph(lambda x: layers.Dense(1)(layers.Concatenate()([Block(4)(x), x]))),
    "own layer in a nested model": lambda: chain(chain(OwnDense(3)), layers.Dense(1)),
    "own layer, used twice": lambda: graph(lambda x: twice(OwnDense(4), x)),
    "subclassed layer of keras": lambda: chain(type("Mine", (layers.Dense,), {})(3), layers.Dense(1)),
    "lambda": lambda: chain(layers.Dense(3), layers.Lambda(lambda x: x**2 + 1), layers.Dense(1)),
    "lambda with arguments": lambda: chain(
        layers.Lambda(lambda x, by: x * by, arguments={"by": 3.0}), layers.Dense(1)
    ),
    "lambda of tensorflow": lambda: chain(layers.Lambda(tf.math.log1p), layers.Lambda(tf.abs), layers.Dense(1)),
    "lambda with constants": lambda: chain(layers.Lambda(lambda x: (x - X.mean(axis=0)) / 2), layers.Dense(1)),
    "own activation": lambda: chain(layers.Dense(3, own_relu), layers.Activation(own_relu), layers.Dense(1)),
    "own activation of tensorflow": lambda: chain(layers.Dense(3, tf_swish), layers.Dense(1)),
    "activation of tensorflow": lambda: chain(layers.Dense(3, tf.nn.relu), layers.Dense(3, tf.nn.swish)),
    "activation of keras.ops": lambda: chain(layers.Dense(3, ops.relu), layers.Dense(3, ops.silu)),
    "layer as activation": lambda: chain(layers.Dense(3, layers.LeakyReLU(0.3)), layers.Dense(1)),
    "own activation in a convolution": lambda: chain(
        layers.Reshape((4, 1)), layers.Conv1D(2, 3, activation=own_relu), layers.Flatten(), layers.Dense(1)
    ),
    "own norm": lambda: chain(
        layers.Lambda(lambda x: (x - ops.mean(x, axis=-1, keepdims=True)) / (ops.std(x, axis=-1, keepdims=True) + 1)),
        layers.Dense(1),
    ),
    "weight times rows": lambda: chain(Scale(lambda w, x: w * x), layers.Dense(1)),
    "rows times weight": lambda: chain(Scale(lambda w, x: x * w), layers.Dense(1)),
    "weight through tensorflow": lambda: chain(Scale(lambda w, x: tf.multiply(x, w)), layers.Dense(1)),
}


def twice(layer, x):
    return layers.Dense(1)(layer(layer(x)))


@pytest.mark.parametrize("name", MODELS)
def test_it_answers_the_same_bit_for_bit_before_and_after_saving(name, tmp_path):
    model = MODELS[name]()
    answers = np.asarray(model(X))
    before = [weight.copy() for weight in model.get_weights()]
    with savable(model) as found:
        np.testing.assert_array_equal(found(X), answers)
        found.save(tmp_path / "model.keras")
    inspect_archive(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras", compile=False)
    np.testing.assert_array_equal(again(X), answers)
    np.testing.assert_array_equal(model(X), answers)  # nothing happened to the model itself
    for one, other in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(one, other)


ALREADY = {
    "sequential": lambda: chain(layers.Dense(3, "relu"), layers.Dense(1)),
    "functional": lambda: graph(lambda x: layers.Dense(1)(x) + ops.sum(x, axis=1, keepdims=True)),
    "nested": lambda: chain(chain(layers.Dense(3)), layers.Dense(1)),
}


@pytest.mark.parametrize("name", ALREADY)
def test_what_is_keras_own_stays_as_it_is(name):
    model = ALREADY[name]()
    assert is_portable(model)
    assert portable(model) is model


@pytest.mark.parametrize("name", ["subclassed", "own layer", "lambda", "own activation"])
def test_what_is_the_authors_own_is_told_apart(name):
    model = MODELS[name]()
    model(X)
    assert not is_portable(model)
    assert is_portable(portable(model))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Own(layers.Dense(50), layers.Dropout(0.5)),
        lambda: Own(layers.Dense(4), Block(4)),
        lambda: chain(layers.Dense(4), Block(4)),
        lambda: chain(OwnDense(50), layers.Dropout(0.5)),
        lambda: chain(layers.Dense(50), OwnDropout(lambda x: keras.random.dropout(x, 0.5, seed=SEEDS))),
        lambda: chain(layers.Dense(50), OwnDropout(lambda x: tf.nn.dropout(x, rate=0.5))),
        lambda: Own(layers.Dense(50), OwnDropout(lambda x: keras.random.dropout(x, 0.5, (None, 50)))),
        lambda: chain(layers.Dense(50), OwnDropout(by_a_mask)),
        lambda: chain(layers.Dense(50), OwnDropout(by_numpy)),
        lambda: chain(layers.Dense(50), OwnDropout(without_scaling)),
    ],
    ids=[
        "subclassed",
        "own layer in it",
        "own layer",
        "beside an own layer",
        "own",
        "of tensorflow",
        "own in own",
        "by a mask",
        "by numpy",
        "the others as they were",
    ],
)
def test_dropout_is_alive_in_training_alone(make, tmp_path):
    model = make()
    model(X)
    with savable(model) as found:
        found.save(tmp_path / "model.keras")
    for one in (found, keras.models.load_model(tmp_path / "model.keras", compile=False)):
        quiet, loud = np.asarray(one(X, training=False)), np.asarray(one(X, training=True))
        np.testing.assert_array_equal(quiet, model(X, training=False))
        assert np.abs(quiet - loud).max() > 0.01
        assert np.abs(loud - np.asarray(one(X, training=True))).max() > 0.01


@pytest.mark.parametrize("layer", [OwnNoise(), OwnDropout(lambda x: keras.random.dropout(x, 0.5), always=True)])
def test_a_layer_that_is_not_the_same_without_its_dropout_is_not_made_quiet(layer):
    model = chain(layers.Dense(50), layer)
    quiet = np.asarray(model(X, training=False))
    try:
        found = portable(model)
    except NotPortableError:
        return
    np.testing.assert_array_equal(found(X, training=False), quiet)


@pytest.mark.parametrize("draws", [whole_rows, lambda x: 2 * x, lambda x: 0 * x])
def test_a_layer_that_only_looks_like_dropout_is_not_made_one(draws):
    model = chain(layers.Dense(50), OwnDropout(draws))
    model(X)
    assert not [layer for layer in portable(model)._flatten_layers() if isinstance(layer, layers.Dropout)]


def test_the_rate_is_the_authors_and_what_they_drew_with_is_as_it_was():
    seeds = keras.random.SeedGenerator(5)
    layer = OwnDropout(lambda x: ops.where(keras.random.uniform(ops.shape(x), seed=seeds) >= 0.15, x / 0.85, 0.0))
    layer.seed_generator = seeds
    model = chain(layers.Dense(50), layer)
    model(X)
    before = np.array(seeds.state)
    (dropout,) = [one for one in portable(model)._flatten_layers() if isinstance(one, layers.Dropout)]
    assert dropout.rate == pytest.approx(0.15, abs=1e-5)
    np.testing.assert_array_equal(seeds.state, before)


def test_a_batch_norm_inside_learns_as_ever():
    model = Own(layers.BatchNormalization(momentum=0.5), layers.Dense(1))
    model(X)
    found = portable(model)
    for _ in range(30):
        found(X, training=True)
    np.testing.assert_allclose(model.parts[0].moving_mean, X.mean(axis=0), rtol=1e-3)
    np.testing.assert_array_equal(found(X), model(X))


def test_weights_of_layers_are_shared_and_those_of_own_layers_become_constants():
    model = chain(OwnDense(3), layers.Dense(1))
    found = portable(model)
    assert [weight.shape for weight in found.weights] == [(3, 1), (1,)]
    assert found.weights[0] is model.layers[-1].kernel


class Tied(layers.Layer):
    """A dense layer backwards, with its kernel transposed."""

    def __init__(self, other):
        super().__init__()
        self.other = other

    def call(self, x):
        return keras.ops.matmul(x, keras.ops.transpose(self.other.kernel))


class Product(layers.Layer):
    """A dense layer as a guide writes it."""

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], 300), name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


@pytest.mark.parametrize("own", [Tied, lambda _: Product()], ids=["tied", "own kernel"])
def test_large_tables_of_an_own_layer_are_kept_among_the_weights(own, tmp_path):
    wide = layers.Dense(200)
    inputs = keras.Input((300,))
    model = keras.Model(inputs, own(wide)(wide(inputs)))
    with savable(model) as found:
        found.save(tmp_path / "model.keras")
    inspect_archive(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras")
    rows = np.random.default_rng(0).normal(size=(5, 300)).astype("float32")
    np.testing.assert_array_equal(again(rows), model(rows))


def test_a_model_is_as_it_was_after_saving():
    inner = chain(layers.Dense(4, tf.nn.relu))
    inner.compile("adam", "mse")
    model = chain(inner, layers.Dense(1))
    with savable(model):
        assert not inner.compiled
    assert inner.compiled
    assert inner.layers[0].activation is tf.nn.relu


# What cannot be opened


class Branches(layers.Layer):
    """Asks for numbers that a symbolic input does not have."""

    def call(self, x):
        return x if float(ops.sum(x)) > 0 else -x


class Foreign(layers.Layer):
    """Uses something of TensorFlow that Keras does not have."""

    def call(self, x):
        return tf.nn.local_response_normalization(x[:, None, None, :])


def blind():
    return Own(layers.Lambda(lambda x: ops.ones((1, 1))))


NOT_PORTABLE = {
    "function that keras does not have": (
        lambda: chain(Foreign(name="odd")),
        r"Foreign 'odd' cannot be opened\. It hands what it is given to a function of TensorFlow's\. Use",
    ),
    "blind": (blind, "does not depend on its input"),
}


@pytest.mark.parametrize("name", NOT_PORTABLE)
def test_what_cannot_be_opened_is_named(name, tmp_path):
    make, said = NOT_PORTABLE[name]
    model = make()
    model(X)
    with pytest.raises(NotPortableError, match=said):
        portable(model)
    with pytest.raises(NotPortableError):
        capture(tmp_path, "red-wine", model)
    with pytest.raises(Refused, match=f"The model cannot be judged.*{said}"):
        read_evidence(tmp_path, "red-wine")


def test_a_model_that_was_never_called_is_told_to_be_trained_first():
    with pytest.raises(NotPortableError, match=r"never called.*\s*Train it first"):
        portable(Own(layers.Dense(1)))


@pytest.mark.parametrize(
    "layer",
    [
        lambda: layers.LSTM(3, activation=own_relu),
        lambda: layers.GRU(3, recurrent_activation=own_relu),
        lambda: layers.TimeDistributed(layers.Dense(3, own_relu)),
    ],
    ids=["lstm", "gru", "over time"],
)
def test_an_own_function_deep_inside_is_refused_or_does_what_it_did(layer, tmp_path):
    model = graph(lambda x: layer()(x[:, None]))
    try:
        with savable(model) as found:
            found.save(tmp_path / "model.keras")
        inspect_archive(tmp_path / "model.keras")
    except (NotPortableError, Refused):
        return
    again = keras.models.load_model(tmp_path / "model.keras", compile=False)
    np.testing.assert_array_equal(again(X), model(X))


def test_what_needs_numbers_is_named():
    model = Own(layers.Dense(3), Branches(name="asks"))
    model(X)
    with pytest.raises(NotPortableError, match="its call needs numbers"):
        portable(model)


def test_only_so_deep_a_nest_is_opened():
    def nested(levels):
        model = Own(layers.Dense(1))
        for _ in range(levels):
            model = Own(model)
        model(X)
        return model

    model = nested(6)
    np.testing.assert_array_equal(portable(model)(X), model(X))
    with pytest.raises(NotPortableError, match="nested more than"):
        portable(nested(30))


def test_functions_of_tensorflow_are_their_own_again_afterwards():
    model = Forked()
    model(X)
    portable(model)
    with pytest.raises(ValueError, match="KerasTensor cannot be used as input to a TensorFlow function"):
        tf.nn.relu(keras.Input((4,)))


class Wave(keras.initializers.Initializer):
    """An initializer of the author's own."""

    def __call__(self, shape, dtype=None, **kwargs):
        return ops.reshape(ops.sin(ops.arange(int(np.prod(shape)), dtype="float32")), shape)


def test_helpers_that_only_a_training_needs_are_left_out_of_the_file(tmp_path):
    model = chain(
        layers.Dense(3, kernel_initializer=Wave(), kernel_regularizer=lambda w: 0.01 * ops.sum(w**2)),
        layers.Dense(2, kernel_constraint=lambda w: ops.clip(w, -1, 1), kernel_initializer="he_normal"),
    )
    with savable(model) as found:
        found.save(tmp_path / "model.keras")
    np.testing.assert_array_equal(keras.models.load_model(tmp_path / "model.keras", compile=False)(X), model(X))
    assert isinstance(model.layers[0].kernel_initializer, Wave)
    assert type(model.layers[1].kernel_initializer).__name__ == "HeNormal"
