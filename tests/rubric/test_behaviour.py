"""The questions a rubric asks of what a model does: what they accept, and the look-alikes they reject."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from autograder.evidence import Refused
from autograder.evidence.portable import portable
from autograder.judge.behaving import behaviour, numbers_held
from autograder.rubric import Behaves, Observed, Status
from autograder.rubric import behaviour as asks

RANDOM = np.random.default_rng(0)
MEANS, SPREADS = RANDOM.uniform(-300, 300, 11), np.geomspace(0.1, 60, 11)
ROWS = RANDOM.normal(MEANS, SPREADS, (256, 11)).astype("float32")
SCALED = ((ROWS - ROWS.mean(axis=0)) / ROWS.std(axis=0)).astype("float32")
PATCHES = RANDOM.normal(0.5, 0.2, (64, 8, 8, 3)).astype("float32")


@pytest.fixture(autouse=True)
def seed():
    keras.utils.set_random_seed(1)


def chain(*parts, shape=(11,)):
    return keras.Sequential([keras.Input(shape), *parts])


def graph(build, shape=(11,)):
    inputs = keras.Input(shape)
    return keras.Model(inputs, build(inputs))


def made(makers, *end):
    return chain(*[make() for make in makers], *end)


def relu(units=8):
    return layers.Dense(units, activation="relu")


def adapted(rows=ROWS, **given):
    layer = layers.Normalization(**given)
    layer.adapt(rows)
    return layer


def norm():
    return layers.BatchNormalization(momentum=0.5)


def settled(model, rows=ROWS):
    """The model after its batch norms have seen the rows in training."""
    for _ in range(20):
        model(rows, training=True)
    return model


def holds(question, model, rows=None):
    """Whether the question is answered with yes; a no must be a sentence."""
    shape = model.input_shape[1:]
    if rows is None:
        rows = ROWS if shape == (11,) else PATCHES if len(shape) == 3 else RANDOM.normal(size=(64, *shape))
    answer = question(behaviour(model, rows))
    assert not answer or (answer[0].isupper() and answer.endswith((".", "?")))
    return not answer


def beside(model):
    """What the model answers to the rows, as the judge asks: all at once; and other rows."""
    return np.asarray(model(SCALED)), (SCALED[:100] + 1).astype("float32")


@pytest.mark.parametrize("many", [256, 100])
def test_a_model_that_counts_the_rows_of_a_batch_is_not_looked_at(many):
    def gated(x):
        rows = ops.sum(ops.ones_like(x[:, :1]), axis=0, keepdims=True)
        gate = ops.cast(ops.abs(rows - many) < 0.5, "float32")
        return gate * layers.Dense(1)(relu()(x)) + (1 - gate) * layers.Dense(1)(x)

    model = graph(gated)
    with pytest.raises(Refused, match="depends on the rows beside it"):
        behaviour(model, SCALED, asked=beside(model))


def test_a_model_that_is_another_one_in_small_batches_is_not_looked_at():
    def gated(x):
        rows = ops.sum(ops.ones_like(x[:, :1]), axis=0, keepdims=True)
        gate = ops.cast(rows < 70, "float32")
        return gate * layers.Dense(1)(relu()(x)) + (1 - gate) * layers.Dense(1)(x)

    model = graph(gated)
    with pytest.raises(Refused, match="depends on the rows beside it"):
        behaviour(model, SCALED, asked=beside(model))


def test_a_model_that_standardises_by_its_batch_is_not_looked_at():
    model = graph(lambda x: layers.Dense(1)(x - ops.mean(x, axis=0, keepdims=True)))
    with pytest.raises(Refused, match="depends on the rows beside it"):
        behaviour(model, SCALED, asked=beside(model))


def test_rows_apart_are_answered_as_rows_together():
    for parts in ((norm(), relu(), drop()), (layers.LayerNormalization(), relu()), (layers.Dense(4, "softmax"),)):
        model = settled(chain(*parts, layers.Dense(1)), SCALED)
        assert behaviour(model, SCALED, asked=beside(model)).steps


def two_inputs():
    a, b = keras.Input((5,)), keras.Input((6,))
    return keras.Model([a, b], layers.Dense(1)(layers.Concatenate()([a, b])))


# What it takes


def test_takes_one_row_of_so_many_features():
    question = asks.takes(11)
    assert holds(question, chain(layers.Dense(1)))
    assert holds(question, keras.Sequential([keras.Sequential([keras.Input((11,)), relu()]), relu()]))
    assert holds(question, chain(layers.Flatten(), layers.Dense(1), shape=(11, 1)))
    assert not holds(question, chain(layers.Dense(1), shape=(10,)))
    assert "(10,)" in question(behaviour(chain(layers.Dense(1), shape=(10,)), ROWS[:, :10]))
    assert holds(asks.takes(8, 8, 1), chain(layers.Flatten(), shape=(8, 8, 1)), PATCHES[..., :1])
    assert holds(asks.takes(8, 8, 1), chain(layers.Flatten(), shape=(8, 8)), PATCHES[..., :1])
    assert not holds(asks.takes(8, 8, 1), chain(layers.Reshape((8, 8, 1)), shape=(64,)))


@pytest.mark.parametrize("model", [two_inputs, lambda: chain(layers.Dense(1), shape=(10,))])
def test_what_cannot_be_run_on_the_rows_is_refused_in_a_sentence(model):
    with pytest.raises(Refused, match=r"takes 2 inputs, not one|cannot be run on rows of shape \(11,\)"):
        behaviour(model(), ROWS)


# How it ends

ANSWERS_FREELY = {
    "dense": lambda x: layers.Dense(1)(x),
    "linear by name": lambda x: layers.Dense(1, activation="linear")(x),
    "no bias": lambda x: layers.Dense(1, use_bias=False)(x),
    "rescaled to scores": lambda x: layers.Rescaling(0.8, offset=5.6)(layers.Dense(1)(x)),
    "rescaled by arithmetic": lambda x: 5.6 + 0.8 * layers.Dense(1)(x),
    "un-normalized": lambda x: layers.Normalization(mean=5.6, variance=0.6, invert=True)(layers.Dense(1)(x)),
    "flattened": lambda x: layers.Flatten()(layers.Dense(1)(x)),
    "leaky relu, which bounds nothing": lambda x: layers.LeakyReLU()(layers.Dense(1)(x)),
    "leaky relu as a function": lambda x: ops.leaky_relu(layers.Dense(1)(x)),
    "leaky relu inside": lambda x: layers.Dense(1, "leaky_relu")(x),
    "a sum of units": lambda x: ops.sum(layers.Dense(3)(x), axis=-1),
    "two dense layers added": lambda x: layers.Dense(1)(x) + layers.Dense(1)(x),
    "frozen factors behind it": lambda x: layers.Dense(1, trainable=False)(layers.Dense(4)(x)),
    "a bounded branch beside": lambda x: layers.Dense(1)(x) + layers.Dense(1, "tanh")(x),
}
DOES_NOT_ANSWER_FREELY = {
    "relu": lambda x: layers.Dense(1, "relu")(x),
    "relu as a function": lambda x: ops.relu(layers.Dense(1)(x)),
    "softplus": lambda x: layers.Dense(1, "softplus")(x),
    "exp": lambda x: ops.exp(layers.Dense(1)(x)),
    "elu": lambda x: layers.Dense(1, "elu")(x),
    "clipped": lambda x: ops.clip(layers.Dense(1)(x), -10, 10),
    "softmax of one unit": lambda x: layers.Softmax()(layers.Dense(1)(x)),
    "sigmoid, stretched": lambda x: layers.Rescaling(10)(layers.Dense(1, "sigmoid")(x)),
    "sigmoid, stretched far": lambda x: layers.Rescaling(1e6, offset=-5e5)(layers.Dense(1, "sigmoid")(x)),
    "relu in a model of its own": lambda x: keras.Sequential([keras.Input((1,)), layers.ReLU()])(layers.Dense(1)(x)),
    "two units": lambda x: layers.Dense(2)(x),
    "one over": lambda x: 1 / layers.Dense(1)(x),
    "square": lambda x: layers.Dense(1)(x) ** 2,
    "no dense layer": lambda x: layers.Rescaling(2)(x),
    "two outputs": lambda x: [layers.Dense(1)(x), layers.Dense(1)(x)],
}


@pytest.mark.parametrize("name", ANSWERS_FREELY)
def test_answers_freely(name):
    assert holds(asks.answers_freely(), graph(ANSWERS_FREELY[name]), SCALED)


@pytest.mark.filterwarnings("ignore:.*softmax over axis -1:UserWarning")
@pytest.mark.parametrize("name", DOES_NOT_ANSWER_FREELY)
def test_does_not_answer_freely(name):
    assert not holds(asks.answers_freely(), graph(DOES_NOT_ANSWER_FREELY[name]), SCALED)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (lambda x: layers.Dense(1, "relu", name="answer")(x), ("Dense 'answer'", "never goes below")),
        (lambda x: -ops.relu(layers.Dense(1)(x)), ("never rises above",)),
        (lambda x: layers.Dense(1, "sigmoid")(x), ("never leaves", " to ")),
        (lambda x: layers.Dense(2)(x), ("one number", "(2,)")),
    ],
)
def test_a_bound_is_named_with_its_side(end, said):
    answer = asks.answers_freely()(behaviour(graph(end), SCALED))
    assert all(part in answer for part in said), answer


ANSWERS_A_PROBABILITY = {
    "sigmoid": lambda x: layers.Dense(1, "sigmoid")(x),
    "a sigmoid behind logits": lambda x: layers.Activation("sigmoid")(layers.Dense(1)(x)),
    "a sigmoid as a function": lambda x: ops.sigmoid(layers.Dense(1)(x)),
    "half of tanh, raised": lambda x: 0.5 + 0.5 * layers.Dense(1, "tanh")(x),
    "the second share of two": lambda x: layers.Dense(2, "softmax")(x)[:, 1:],
    "the opposite of a sigmoid": lambda x: 1 - layers.Dense(1, "sigmoid")(x),
}
DOES_NOT_ANSWER_A_PROBABILITY = {
    "logits": lambda x: layers.Dense(1)(x),
    "relu": lambda x: layers.Dense(1, "relu")(x),
    "tanh": lambda x: layers.Dense(1, "tanh")(x),
    "softmax of one unit": lambda x: layers.Softmax()(layers.Dense(1)(x)),
    "two shares": lambda x: layers.Dense(2, "softmax")(x),
    "percent": lambda x: 100 * layers.Dense(1, "sigmoid")(x),
    "a sigmoid of a sigmoid, from one half on": lambda x: ops.sigmoid(layers.Dense(1, "sigmoid")(x)),
}


@pytest.mark.parametrize("name", ANSWERS_A_PROBABILITY)
def test_answers_a_probability(name):
    assert holds(asks.answers_a_probability(), graph(ANSWERS_A_PROBABILITY[name]), SCALED)


@pytest.mark.filterwarnings("ignore:.*softmax over axis -1:UserWarning")
@pytest.mark.parametrize("name", DOES_NOT_ANSWER_A_PROBABILITY)
def test_does_not_answer_a_probability(name):
    assert not holds(asks.answers_a_probability(), graph(DOES_NOT_ANSWER_A_PROBABILITY[name]), SCALED)


ANSWERS_CLASSES = {
    "softmax": lambda x: layers.Dense(5, "softmax")(x),
    "a softmax layer": lambda x: layers.Softmax()(layers.Dense(5)(x)),
    "softmax by name": lambda x: layers.Activation("softmax")(layers.Dense(5)(x)),
    "softmax of one's own": lambda x: own_softmax(layers.Dense(5)(x)),
    "logits": lambda x: layers.Dense(5)(x),
    "logarithms of shares": lambda x: layers.Dense(5, "log_softmax")(x),
    "tempered": lambda x: layers.Softmax()(layers.Dense(5)(x) / 3),
    "logits up to six": lambda x: layers.Rescaling(6.0)(layers.Dense(5, "tanh")(x)),
}
DOES_NOT_ANSWER_CLASSES = {
    "a sigmoid for each": lambda x: layers.Dense(5, "sigmoid")(x),
    "four units": lambda x: layers.Dense(4, "softmax")(x),
    "tanh for each": lambda x: layers.Dense(5, "tanh")(x),
    "relu for each": lambda x: layers.Dense(5, "relu")(x),
    "sigmoid before softmax": lambda x: layers.Softmax()(layers.Dense(5, "sigmoid")(x)),
    "softmax twice": lambda x: layers.Softmax()(layers.Dense(5, "softmax")(x)),
    "two outputs": lambda x: [layers.Dense(5)(x), layers.Dense(5)(x)],
}


def own_softmax(x):
    powers = ops.exp(x - ops.max(x, axis=-1, keepdims=True))
    return powers / ops.sum(powers, axis=-1, keepdims=True)


@pytest.mark.parametrize("name", ANSWERS_CLASSES)
def test_answers_classes(name):
    assert holds(asks.answers_classes(5), graph(ANSWERS_CLASSES[name]), SCALED)


@pytest.mark.parametrize("name", DOES_NOT_ANSWER_CLASSES)
def test_does_not_answer_classes(name):
    assert not holds(asks.answers_classes(5), graph(DOES_NOT_ANSWER_CLASSES[name]), SCALED)


# Standardising

STANDARDISES = {
    "normalization": [adapted],
    "normalization with given numbers": [lambda: layers.Normalization(mean=MEANS, variance=SPREADS**2)],
    "batch norm": [norm],
    "batch norm without its own scale": [lambda: layers.BatchNormalization(momentum=0.5, scale=False, center=False)],
    "rescaled before": [lambda: layers.Rescaling(0.01), lambda: adapted(ROWS * 0.01)],
    "reshaped after": [adapted, lambda: layers.Reshape((11, 1)), layers.Flatten],
    "batch norm before and after": [norm, norm],
    "another frozen layer first": [lambda: diagonal(1 / SPREADS, -MEANS / SPREADS)],
}
DOES_NOT_STANDARDISE = {
    "nothing": [],
    "one constant": [lambda: layers.Rescaling(0.01)],
    "layer norm": [layers.LayerNormalization],
    "one mean for all": [lambda: adapted(axis=None)],
    "one given mean for all": [lambda: layers.Normalization(mean=0.0, variance=1.0)],
    "the wrong way round": [lambda: layers.Normalization(mean=[0.0] * 11, variance=[1.0] * 11, invert=True)],
    "adapted to scaled rows": [lambda: adapted(SCALED)],
    "never adapted": [layers.Normalization],
    "a frozen identity": [lambda: diagonal(np.ones(11), np.zeros(11))],
    "after the first layer": [relu, norm],
    "after the first layer, over time": [
        lambda: layers.Reshape((11, 1)),
        lambda: layers.TimeDistributed(layers.Dense(2)),
        norm,
        layers.Flatten,
    ],
    "after the first layer, in both directions": [
        lambda: layers.Reshape((11, 1)),
        lambda: layers.Bidirectional(layers.LSTM(2)),
        norm,
    ],
}


def diagonal(factors, bias):
    """A frozen dense layer with one factor for each unit."""
    layer = layers.Dense(len(factors), trainable=False)
    layer.build((None, len(factors)))
    layer.set_weights([np.diag(factors), bias])
    return layer


@pytest.mark.parametrize("name", STANDARDISES)
def test_standardises(name):
    assert holds(asks.standardises(), settled(made(STANDARDISES[name], layers.Dense(1))))


@pytest.mark.parametrize("name", DOES_NOT_STANDARDISE)
def test_does_not_standardise(name):
    assert not holds(asks.standardises(), settled(made(DOES_NOT_STANDARDISE[name], layers.Dense(1))))


def test_a_batch_norm_that_was_never_trained_does_not_standardise():
    assert not holds(asks.standardises(), chain(norm(), layers.Dense(1)))


def test_batch_norm_standardises_columns_that_hardly_vary():
    """The density of a wine, for example, has a spread of 0.002."""
    rows = ROWS * np.append(np.ones(10), 0.002 / ROWS[:, -1].std()).astype("float32")
    assert holds(asks.standardises(), settled(chain(norm(), layers.Dense(1)), rows), rows)


class Tokens(layers.Layer):
    """Gives each column a direction and an offset of its own."""

    def build(self, shape):
        self.direction = self.add_weight(shape=(shape[-1], 6))
        self.offset = self.add_weight(shape=(shape[-1], 6))

    def call(self, x):
        return ops.expand_dims(x, -1) * self.direction + self.offset


def test_learned_factors_may_follow_what_is_standardised():
    def attending(first):
        def build(x):
            tokens = Tokens()(first(x))
            return layers.Dense(1)(layers.Flatten()(layers.MultiHeadAttention(2, 3)(tokens, tokens)))

        return portable(graph(build))

    assert holds(asks.standardises(), attending(adapted()))
    assert not holds(asks.standardises(), attending(layers.Identity()))


def test_a_look_up_has_no_scale():
    def build(x):
        middle = float(ROWS[:, 0].mean())
        ages = layers.Discretization(bin_boundaries=[middle - 0.05, middle, middle + 0.05])(x[:, :1])
        return layers.Dense(1)(layers.Concatenate()([adapted()(x), layers.Flatten()(layers.Embedding(4, 3)(ages))]))

    assert holds(asks.standardises(), graph(build))


def test_columns_that_never_vary_have_no_scale():
    rows = np.column_stack([ROWS[:, :10], np.full(len(ROWS), 7)]).astype("float32")
    assert holds(asks.standardises(), chain(adapted(rows), layers.Dense(1)), rows)


def test_every_way_in_must_be_standardised():
    def beside(other):
        def build(x):
            return layers.Dense(1)(layers.Concatenate()([adapted()(x), other(x)]))

        return settled(graph(build))

    assert not holds(asks.standardises(), beside(layers.Rescaling(0.1)))
    assert not holds(asks.standardises(), beside(layers.Identity()))
    assert holds(asks.standardises(), beside(norm()))


def test_products_of_standardised_columns_may_stand_beside_them():
    def build(x):
        x = adapted()(x)
        return layers.Dense(1)(layers.Concatenate()([x, x[:, :4] * x[:, 4:8], ops.abs(x)]))

    assert holds(asks.standardises(), graph(build))


def test_columns_of_zeros_and_ones_need_no_standardising():
    rows = np.concatenate([SCALED, RANDOM.integers(0, 2, (256, 3))], axis=1).astype("float32")
    assert holds(asks.standardises(), chain(layers.Dense(1), shape=(14,)), rows)


def test_what_is_not_standardised_is_named_with_what_was_measured():
    answer = asks.standardises()(behaviour(chain(layers.Dense(1, name="first")), ROWS))
    assert "Dense 'first'" in answer
    assert f"{np.abs(ROWS.mean(axis=0)).max():.3g}" in answer


# Convolutions


def conv(filters=3, **given):
    return layers.Conv2D(filters, 3, padding="same", **given)


def twice(x):
    return conv()(layers.SeparableConv2D(3, 3, padding="same")(x))


def handing_on(layer, kernel):
    """A convolution that hands on what it gets."""
    layer.build((None, 8, 8, 3))
    weights = np.zeros((3, 3, *kernel.shape))
    weights[1, 1] = kernel
    layer.set_weights([weights])
    return layer


CONVOLUTIONS = {
    "two": (twice, True),
    "two and an activation": (lambda x: layers.Activation("relu")(twice(x)), True),
    "one": (lambda x: conv()(x), False),
    "two around which a way goes": (lambda x: layers.Add()([x, twice(x)]), False),
    "a way around that carries nothing": (lambda x: layers.Add()([0.0 * x, twice(x)]), True),
    "two that carry nothing": (lambda x: layers.Add()([conv()(x), 0.0 * twice(x)]), False),
    "pooling": (lambda x: layers.MaxPooling2D()(layers.MaxPooling2D()(x)), False),
    "one that hands on": (lambda x: handing_on(conv(use_bias=False), np.eye(3))(conv()(x)), False),
    "one that hands on each map": (
        lambda x: handing_on(layers.DepthwiseConv2D(3, padding="same", use_bias=False), np.ones((3, 1)))(conv()(x)),
        False,
    ),
}


@pytest.mark.parametrize("name", CONVOLUTIONS)
def test_convolutions_are_counted_on_the_shortest_way_that_carries_signal(name):
    build, expected = CONVOLUTIONS[name]
    assert holds(asks.convolutions(at_least=2), graph(build, shape=(8, 8, 3))) is expected


# Recurrent layers


def sequence(units=4, **given):
    return layers.LSTM(units, return_sequences=True, **given)


RECURRENT = {
    "two": (lambda x: layers.LSTM(4)(sequence()(x)), True),
    "two of other kinds, dense between": (
        lambda x: layers.GRU(4)(relu()(layers.Bidirectional(sequence())(x))),
        True,
    ),
    "a way goes around the second": (
        lambda x: layers.GlobalMaxPooling1D()(layers.Add()([sequence()(sequence()(x)), relu(4)(x)])),
        True,
    ),
    "one": (lambda x: layers.LSTM(4)(x), False),
    "one, and dense layers": (lambda x: relu()(relu()(layers.LSTM(4)(x))), False),
    "two side by side": (lambda x: layers.Concatenate()([layers.LSTM(4)(x), layers.LSTM(4)(x)]), False),
    "two that carry nothing": (
        lambda x: layers.Add()([layers.LSTM(4)(x), 0.0 * layers.LSTM(4)(sequence()(x))]),
        False,
    ),
    "dense layers for each step": (lambda x: layers.GlobalMaxPooling1D()(relu()(relu()(x))), False),
}


@pytest.mark.parametrize("name", RECURRENT)
def test_recurrent_layers_are_counted_one_behind_another(name):
    build, expected = RECURRENT[name]
    model, rows = graph(build, shape=(None, 2)), RANDOM.normal(size=(64, 5, 2))
    assert holds(asks.recurrent_layers(at_least=2), model, rows) is expected


# Batch norms


def _and_around(x):
    return layers.Add()([x, norm()(relu()(x))])


BATCH_NORMS = {
    "two": (lambda x: relu(1)(norm()(relu()(norm()(relu()(x))))), True),
    "the first one reads the row": (lambda x: relu(1)(norm()(relu()(norm()(x)))), False),
    "another normalization": (lambda x: relu(1)(norm()(relu()(layers.LayerNormalization()(relu()(x))))), False),
    "side by side": (
        lambda x: relu(1)(relu()(layers.Concatenate()([norm()(relu()(x)), norm()(relu()(x))]))),
        False,
    ),
    "a way around the second": (lambda x: relu(1)(_and_around(norm()(relu()(x)))), True),
    "the second carries nothing": (
        lambda x: relu(1)(layers.Add()([norm()(relu()(x)), 0.0 * norm()(relu()(norm()(relu()(x))))])),
        False,
    ),
}


@pytest.mark.parametrize("name", BATCH_NORMS)
def test_batch_norms_behind_weights_are_counted_one_behind_another(name):
    build, expected = BATCH_NORMS[name]
    assert holds(asks.batch_norms(at_least=2), settled(graph(build))) is expected


# Numbers that a model holds


def test_numbers_of_a_model_are_its_weights_shared_ones_once_and_the_constants_of_an_opened_layer():
    again = relu()
    table = RANDOM.normal(size=(11, 5)).astype("float32")
    frozen = chain(layers.Dense(4, trainable=False), norm(), layers.Dense(1))
    twice = graph(lambda x: layers.Dense(1)(again(again(relu()(x)))))
    known = graph(lambda x: layers.Dense(1)(ops.matmul(x, table) * 0.5))
    assert numbers_held(frozen) == frozen.count_params() == 11 * 4 + 4 + 4 * 4 + 4 + 1
    assert numbers_held(twice) == twice.count_params() == 11 * 8 + 8 + 8 * 8 + 8 + 8 + 1
    assert numbers_held(known) == 5 + 1 + table.size + 1


def test_tables_that_are_no_weights_count_as_well():
    known = chain(layers.Rescaling([2] * 11, offset=[0.5] * 11), layers.Normalization(mean=MEANS, variance=SPREADS))
    assert numbers_held(known) == 4 * 11
    assert numbers_held(chain(layers.Rescaling(1 / 255), layers.Dense(1))) == 13


@pytest.mark.parametrize(
    ("computes", "numbers"),
    [
        (lambda x: x * 7 + 123456789, 2),
        (lambda x: ops.where(x > 5, x * 5, 5), 3),
        (lambda x: ops.clip(x, 0.25, 3), 2),
        (lambda x: ops.nan_to_num(x, nan=0.5, posinf=3.5, neginf=2.5), 3),
        (lambda x: ops.leaky_relu(x, negative_slope=0.5), 1),
        (lambda x: layers.ReLU(max_value=6.5, threshold=0.5)(x), 2),
        (lambda x: layers.Dense(1, activation=layers.LeakyReLU(0.5))(x), 11 + 1 + 1),
        (lambda x: layers.Dense(1, kernel_constraint=keras.constraints.MaxNorm(2))(ops.relu(x)), 11 + 1),
        (lambda x: ops.expand_dims(ops.sum(x, axis=1), -1), 0),
        (lambda x: ops.expand_dims(ops.sum(x[:, 2:5], axis=1), -1), 2),
        (lambda x: ops.take(ops.cumsum(x * 0 + 1, axis=1), [3, 7, 1], axis=1), 2 + 3),  # a ladder's rungs
        (lambda x: ops.pad(x, ((0, 0), (0, 123))), 4),
        (lambda x: layers.Normalization(mean=0.25, variance=2.5)(x), 2),
        (lambda x: layers.LayerNormalization(center=False, scale=False, epsilon=0.7)(x), 1),
        (lambda x: layers.LayerNormalization(center=False, scale=False)(x), 0),
        (lambda x: ops.sum(layers.RepeatVector(71)(x), axis=1), 1),
    ],
)
def test_every_number_that_a_model_computes_with_counts(computes, numbers):
    assert numbers_held(graph(computes)) == numbers


def test_weights_of_a_layer_of_ones_own_count_as_often_as_they_are_there():
    class Own(layers.Layer):
        def build(self, shape):
            self.kernel = self.add_weight(shape=(shape[-1], 6))

        def call(self, inputs):
            return ops.matmul(inputs, self.kernel)

    assert numbers_held(portable(chain(Own(), layers.Dense(1)))) == 11 * 6 + 6 + 1


def test_parameters_are_counted_with_those_that_do_not_learn():
    # 27 weights, a map's offset, and the four numbers of a batch norm
    model = graph(lambda x: layers.BatchNormalization()(layers.Conv2D(1, 3)(x)), shape=(8, 8, 3))
    assert holds(asks.parameters(at_most=32), model)
    assert not holds(asks.parameters(at_most=31), model)


# Hidden layers

HIDDEN = {
    "two": [relu, relu],
    "three": [relu, relu, relu],
    "activation after batch norm": [
        lambda: layers.Dense(8),
        layers.BatchNormalization,
        layers.ReLU,
        lambda: layers.Dense(8),
        lambda: layers.Dropout(0.2),
        lambda: layers.Activation("gelu"),
    ],
    "one unbent besides": [relu, lambda: layers.Dense(8), relu],
    "of units that bend little": [lambda: layers.Dense(8, "tanh"), lambda: layers.Dense(8, "silu")],
    "leaky relus": [lambda: layers.Dense(8, "leaky_relu"), lambda: layers.Dense(8), layers.LeakyReLU],
    "over time": [
        lambda: layers.Reshape((1, 11)),
        lambda: layers.TimeDistributed(layers.Dense(8, "relu")),
        layers.Flatten,
        relu,
    ],
    "spectral norms": [
        lambda: layers.SpectralNormalization(layers.Dense(8)),
        layers.ReLU,
        lambda: layers.SpectralNormalization(layers.Dense(8)),
        layers.ReLU,
    ],
    "a recurrent one": [lambda: layers.Reshape((11, 1)), lambda: layers.LSTM(4), relu],
}


class TwoSided(layers.Layer):
    """An own activation that is none."""

    def call(self, x):
        return ops.relu(x) - ops.relu(-x)


NOT_TWO_HIDDEN = {
    "none": [],
    "one": [relu],
    "linear between": [lambda: layers.Dense(8), relu],
    "linear by name": [lambda: layers.Dense(8, activation="linear"), relu],
    "linear layer": [lambda: layers.Dense(8), lambda: layers.Activation("linear"), relu],
    "bent twice at one place": [relu, layers.ReLU, lambda: layers.Activation("tanh")],
    "bent before the first": [layers.ReLU, relu],
    "batch norm does not bend": [relu, lambda: layers.Dense(8), layers.BatchNormalization],
    "layer norm does not bend": [relu, lambda: layers.Dense(8), layers.LayerNormalization],
    "a slope of one does not bend": [relu, lambda: layers.Dense(8), lambda: layers.LeakyReLU(negative_slope=1.0)],
    "what one side bends the other unbends": [relu, lambda: layers.Dense(8), TwoSided],
    "a relu far away does not bend": [relu, lambda: layers.Dense(8), lambda: layers.Rescaling(1, 1e4), layers.ReLU],
    "a frozen identity is none": [relu, lambda: diagonal(np.ones(8), np.zeros(8)), lambda: layers.Activation("tanh")],
    "frozen factors are none": [relu, lambda: diagonal(np.arange(1.0, 9), np.ones(8)), layers.LeakyReLU],
}


@pytest.mark.parametrize("name", HIDDEN)
def test_two_hidden_layers(name):
    assert holds(asks.hidden_layers(at_least=2), made(HIDDEN[name], layers.Dense(1)), SCALED)


@pytest.mark.parametrize("name", NOT_TWO_HIDDEN)
def test_not_two_hidden_layers(name):
    assert not holds(asks.hidden_layers(at_least=2), made(NOT_TWO_HIDDEN[name], layers.Dense(1)), SCALED)


def test_what_follows_the_output_layer_is_no_hidden_layer():
    assert not holds(asks.hidden_layers(at_least=2), chain(relu(), layers.Dense(1, "relu")), SCALED)
    assert not holds(asks.hidden_layers(at_least=2), chain(relu(), layers.Dense(1), layers.LeakyReLU()), SCALED)


def test_a_relu_bends_nothing_where_all_rows_have_the_same_sign_and_the_answer_says_so():
    model = chain(layers.Dense(8, "relu", kernel_initializer="ones"), layers.Dense(8, "relu"), layers.Dense(1))
    said = asks.hidden_layers(at_least=2)(behaviour(portable(model), 55 + SCALED / 10))
    assert "all rows have the same sign" in said


DEEPEST = {
    "beside the input": (lambda x: layers.Concatenate()([x, relu()(relu()(x))]), True),
    "residual": (lambda x: layers.Add()([relu()(x), relu()(relu()(x))]), True),
    "wide and deep": (lambda x: layers.Concatenate()([relu()(x), relu()(relu()(relu()(x)))]), True),
    "two side by side": (lambda x: layers.Concatenate()([relu()(x), relu()(x)]), False),
    "times zero": (lambda x: layers.Add()([relu()(x), 0.0 * relu()(relu()(x))]), False),
    "divided away": (lambda x: layers.Add()([relu()(x), relu()(relu()(x)) / 1e9]), False),
    "cut out": (lambda x: layers.Concatenate()([relu()(x), relu()(relu()(x))])[:, :8], False),
}


@pytest.mark.parametrize("name", DEEPEST)
def test_the_deepest_way_that_carries_signal_counts(name):
    build, expected = DEEPEST[name]
    model = graph(lambda x: layers.Dense(1)(build(x)))
    assert holds(asks.hidden_layers(at_least=2), model, SCALED) is expected


def test_a_multiplied_gate_still_counts():
    def gated(x):
        return layers.Dense(1)(layers.Multiply()([relu()(relu()(x)), layers.Dense(8, "sigmoid")(x)]))

    assert holds(asks.hidden_layers(at_least=2), graph(gated), SCALED)


# Dropout

BETWEEN = asks.drops_after_hidden_layers(lowest=0.05, highest=0.5)


def drop(rate=0.2):
    return layers.Dropout(rate)


DROPS = {
    "after": [relu, drop, relu, drop],
    "before the activation": [lambda: layers.Dense(8), drop, layers.ReLU, relu, drop],
    "with batch norm": [relu, layers.BatchNormalization, drop],
    "another dropout": [relu, lambda: layers.GaussianDropout(0.2)],
    "alpha dropout": [lambda: layers.Dense(8, "selu"), lambda: layers.AlphaDropout(0.2)],
    "whole maps": [
        lambda: layers.Reshape((11, 1)),
        lambda: layers.Conv1D(6, 3, activation="relu"),
        lambda: layers.SpatialDropout1D(0.2),
        layers.Flatten,
    ],
    "at the bounds": [lambda: relu(64), lambda: drop(0.05), lambda: relu(64), lambda: drop(0.5)],
    "two small ones": [relu, lambda: drop(0.2), lambda: drop(0.2)],
    "one of nothing besides": [relu, lambda: drop(0.0), drop],
    "none after an unbent layer": [relu, drop, lambda: layers.Dense(8), relu, drop],
}
DOES_NOT_DROP = {
    "no hidden layer": [],
    "none": [relu],
    "only the first": [relu, drop, relu],
    "only the last": [relu, relu, drop],
    "on the features": [drop, relu],
    "rate 0": [relu, lambda: drop(0.0)],
    "too little": [relu, lambda: drop(0.01)],
    "too much": [lambda: relu(64), lambda: drop(0.6)],
    "too much together": [lambda: relu(64), drop, lambda: drop(0.6)],
    "noise": [relu, lambda: layers.GaussianNoise(0.2)],
    "whole rows": [relu, lambda: layers.Dropout(0.2, noise_shape=(None, 1))],
}


@pytest.mark.parametrize("name", DROPS)
def test_drops_after_every_hidden_layer(name):
    assert holds(BETWEEN, made(DROPS[name], layers.Dense(1)), SCALED)


@pytest.mark.parametrize("name", DOES_NOT_DROP)
def test_does_not_drop_after_every_hidden_layer(name):
    assert not holds(BETWEEN, made(DOES_NOT_DROP[name], layers.Dense(1)), SCALED)


def test_what_dropout_takes_away_and_something_gives_back_is_not_dropped():
    def flag(x):  # 1 in training, 0 at prediction
        ones = ops.tile(x[:, :1], (1, 64)) * 0.0 + 1.0
        return ops.minimum(ops.max(ops.abs(layers.Dropout(0.5)(ones) - 1.0), axis=1, keepdims=True), 1.0)

    def given_back(x):
        hidden = relu()(x)
        dropped = drop()(hidden)
        return layers.Dense(1)(dropped + flag(x) * (hidden - dropped))

    assert not holds(BETWEEN, graph(given_back), SCALED)
    assert holds(BETWEEN, graph(lambda x: layers.Dense(1)(drop()(relu()(x)) + 0.0 * relu()(x))), SCALED)


@pytest.mark.parametrize(
    ("units", "rate"), [(4, 0.5), (8, 0.2), (8, 0.6), (8, 0.8), (16, 0.9), (64, 0.05), (64, 0.9)]
)
def test_the_share_that_is_dropped_is_measured_however_few_units_there_are(units, rate):
    found = behaviour(chain(relu(units), drop(rate), layers.Dense(1)), SCALED)
    assert [step.drops for step in found.steps if step.drops] == pytest.approx([rate], abs=0.04)


def test_dropout_that_was_told_not_to_train_drops_in_training_all_the_same():
    """Keras 3 runs such a layer of a functional model as it runs all others."""
    told = graph(lambda x: layers.Dense(1)(drop()(relu(64)(x), training=False)))
    assert np.std([told(SCALED[:1], training=True) for _ in range(5)]) > 0
    assert holds(BETWEEN, told, SCALED)


def test_dropout_must_stand_on_every_branch():
    def branches(second):
        def build(x):
            x = relu(32)(x)
            return layers.Dense(1)(drop()(layers.Add()([relu(32)(drop()(x)), relu(32)(second(x))])))

        return graph(build)

    assert holds(BETWEEN, branches(drop(0.3)), SCALED)
    assert not holds(BETWEEN, branches(layers.Identity()), SCALED)
    assert not holds(BETWEEN, branches(drop(0.7)), SCALED)


def test_dropout_in_a_residual_block():
    def block(x):
        x = drop()(relu(32)(x))
        return layers.Dense(1)(layers.Add()([x, drop()(relu(32)(x))]))

    assert holds(BETWEEN, graph(block), SCALED)


@pytest.mark.parametrize("turn", [1, -1])
def test_what_goes_around_a_dropout_is_not_dropped(turn):
    def beside(other):
        def build(x):
            x = relu(32)(x)
            return layers.Dense(1)(layers.Concatenate()([drop()(x), other(x)][::turn]))

        return graph(build)

    assert not holds(BETWEEN, beside(layers.Identity()), SCALED)
    assert not holds(BETWEEN, beside(drop(0.8)), SCALED)


def test_a_missing_dropout_is_placed():
    answer = BETWEEN(behaviour(chain(relu(), drop(), layers.Dense(8, "relu", name="second"), relu(), drop()), SCALED))
    assert "'second'" in answer
    assert "a Dropout belongs there" in answer


def test_nothing_is_dropped_from_features():
    question = asks.leaves_features_alone()
    assert holds(question, chain(adapted(), relu(), drop(), layers.Dense(1)))
    assert holds(question, chain(drop(0.0), relu(), layers.Dense(1)))
    assert holds(question, chain(layers.GaussianNoise(0.1), relu(), layers.Dense(1)))
    assert not holds(question, chain(drop(), relu(), layers.Dense(1)))
    assert not holds(question, chain(adapted(), drop(), relu(), layers.Dense(1)))
    assert not holds(question, chain(layers.Reshape((11, 1)), layers.SpatialDropout1D(0.2), layers.Flatten(), relu()))
    assert not holds(question, chain(keras.Sequential([keras.Input((11,)), drop()]), relu()))
    assert not holds(question, chain(diagonal(np.ones(11), np.zeros(11)), drop(), relu(), layers.Dense(1)))


def test_features_that_pass_a_layer_by_are_still_features():
    def beside(x):
        return layers.Dense(1)(drop()(layers.Concatenate()([x, relu()(x)])))

    assert not holds(asks.leaves_features_alone(), graph(beside), SCALED)


# Batch norm and noise

ORDER = asks.batch_norm_meets_what_it_stored(most=1.05)
QUIET = {
    "dropout after batch norm": [relu, norm, drop],
    "no noise": [norm, relu, norm],
    "a dense layer between": [relu, drop, lambda: layers.Dense(8), norm],
    "a hidden layer between": [relu, drop, relu, norm],
    "layer norm": [relu, drop, layers.LayerNormalization],
    "dropout of nothing": [relu, lambda: drop(0.0), norm],
}
NOISY = {
    "dropout": [relu, drop, norm],
    "dropout before the activation": [lambda: layers.Dense(8), drop, layers.ReLU, norm, relu],
    "more of it": [relu, lambda: drop(0.1), lambda: drop(0.1), norm],
    "alpha dropout": [relu, lambda: layers.GaussianDropout(0.2), norm],
    "noise": [lambda: layers.GaussianNoise(1.0), norm],
    "dropout on features": [drop, norm],
}


@pytest.mark.parametrize("name", QUIET)
def test_batch_norm_meets_what_it_stored(name):
    assert holds(ORDER, settled(made(QUIET[name], layers.Dense(1)), SCALED), SCALED)


@pytest.mark.parametrize("name", NOISY)
def test_batch_norm_does_not_meet_what_it_stored(name):
    assert not holds(ORDER, settled(made(NOISY[name], layers.Dense(1)), SCALED), SCALED)


def test_a_disturbed_batch_norm_is_named_with_how_much_and_what_to_do():
    wrong = chain(relu(64), drop(0.5), layers.BatchNormalization(name="norm"), layers.Dense(1))
    answer = ORDER(behaviour(settled(wrong, SCALED), SCALED))
    for part in ("'norm'", "times as much in training as at prediction", "Put the dropout behind it"):
        assert part in answer


# A released network

GIVEN = chain(relu(), norm(), relu(4))
for layer in GIVEN.layers:
    layer.set_weights([RANDOM.normal(0.5, 0.2, weight.shape) for weight in layer.get_weights()])
RELEASED = {layer_name: layer.get_weights() for layer_name, layer in zip("abc", GIVEN.layers, strict=True)}


def given(frozen=True):
    """A copy of the released network."""
    copy = keras.models.clone_model(GIVEN)
    copy.set_weights(GIVEN.get_weights())
    copy.trainable = not frozen
    return copy


def changed(place):
    """A copy in which one number of one array is a little larger."""
    copy, weights = given(), GIVEN.get_weights()
    weights[place] = weights[place].copy()
    weights[place].flat[0] += 1e-6
    copy.set_weights(weights)
    return copy


class Holding(layers.Layer):
    """Holds a released network in a layer of its own."""

    def __init__(self):
        super().__init__()
        self.inside = given()

    def call(self, x):
        return self.inside(x, training=False)


KEEPS = {
    "one layer": lambda x: layers.Dense(3)(given()(x)),
    "its layers one by one": lambda x: layers.Dense(3)(given().layers[2](given().layers[1](given().layers[0](x)))),
    "in a layer of one's own": lambda x: layers.Dense(3)(Holding()(x)),
    "thawed, and not trained": lambda x: layers.Dense(3)(given(frozen=False)(x)),
    "the last one left out": lambda x: layers.Dense(3)(given().layers[1](given().layers[0](x))),
    "noise before it": lambda x: layers.Dense(3)(given()(layers.GaussianNoise(0.1)(x))),
    "two heads": lambda x: layers.Add()([layers.Dense(3)(kept := given()(x)), relu(3)(kept)]),
    "an own network that does not count": lambda x: layers.Add()([
        layers.Dense(3)(given()(x)), layers.Rescaling(0.0)(layers.Dense(3)(x))
    ]),
}  # fmt: skip
LOSES = {
    "without its weights": lambda x: layers.Dense(3)(keras.models.clone_model(GIVEN)(x)),
    "a kernel moved": lambda x: layers.Dense(3)(changed(0)(x)),
    "a stored mean moved": lambda x: layers.Dense(3)(changed(4)(x)),
    "a learned slope before it": lambda x: layers.Dense(3)(given()(layers.PReLU()(x))),
    "a norm of one's own before it": lambda x: layers.Dense(3)(given()(norm()(x))),
    "an own layer before it": lambda x: layers.Dense(3)(given()(layers.Dense(11)(x))),
    "the first one left out": lambda x: layers.Dense(3)(given().layers[1](relu()(x))),
    "it does not count": lambda x: layers.Add()([layers.Rescaling(0.0)(layers.Dense(3)(given()(x))), relu(3)(x)]),
    "a way around it": lambda x: layers.Dense(3)(layers.Concatenate()([given()(x), relu(4)(x)])),
    "the picture itself": lambda x: layers.Dense(3)(layers.Concatenate()([given()(x), x])),
}


@pytest.mark.parametrize("build", KEEPS.values(), ids=KEEPS)
def test_a_released_network_is_recognised_wherever_it_stands(build):
    assert asks.keeps("a", "b")(behaviour(portable(graph(build)), SCALED, RELEASED)) == ""


@pytest.mark.parametrize("build", LOSES.values(), ids=LOSES)
def test_a_look_alike_of_a_released_network_is_found_out(build):
    answer = asks.keeps("a", "b")(behaviour(portable(graph(build)), SCALED, RELEASED))
    assert answer.startswith("Every way")
    assert answer.endswith("?")


def test_who_lost_a_released_layer_is_told_which_and_what_stands_there():
    wrong = chain(given().layers[0], layers.Dense(3, name="mine"))
    answer = asks.keeps("a", "b")(behaviour(wrong, SCALED, RELEASED))
    assert "the Dense 'mine' stands in place of the released b" in answer


# However it is written


class Own(keras.Model):
    """A right model, subclassed."""

    def __init__(self, rate=0.2, before=None):
        super().__init__()
        self.before = before or adapted()
        self.hidden = [layers.Dense(32, activation=ops.relu), layers.Dense(32)]
        self.drop = layers.Dropout(rate)
        self.end = layers.Dense(1)

    def call(self, x, training=False):
        x = self.before(x)
        for layer in self.hidden:
            x = self.drop(ops.relu(layer(x)), training=training)
        return self.end(x)


class Squash(layers.Layer):
    """An own activation, with a weight of its own."""

    def build(self, shape):
        self.factor = self.add_weight(shape=(shape[-1],), initializer="ones")

    def call(self, x):
        return ops.tanh(x * self.factor)


RIGHT = (
    asks.takes(11),
    asks.answers_freely(),
    asks.standardises(),
    asks.hidden_layers(at_least=2),
    BETWEEN,
    asks.leaves_features_alone(),
    ORDER,
)


def called(model, rows=ROWS):
    model(rows[:2])
    return portable(model)


def test_a_subclassed_model_is_judged_by_what_it_does():
    right = called(Own())
    assert [question(behaviour(right, ROWS)) for question in RIGHT] == [""] * len(RIGHT)
    assert not holds(BETWEEN, called(Own(rate=0.0)))
    assert not holds(asks.standardises(), called(Own(before=layers.Identity())))


@pytest.mark.parametrize(
    "activation",
    [
        lambda: layers.Lambda(lambda x: x * ops.sigmoid(x)),
        lambda: layers.Activation(lambda x: ops.maximum(x, 0.0)),
        Squash,
    ],
    ids=["lambda", "own function", "own layer"],
)
def test_an_own_activation_bends(activation):
    model = chain(layers.Dense(8), activation(), layers.Dense(8), activation(), layers.Dense(1))
    assert holds(asks.hidden_layers(at_least=2), called(model), SCALED)


def test_an_own_function_that_does_not_bend_makes_no_hidden_layer():
    straight = chain(relu(), layers.Dense(8), layers.Lambda(lambda x: 2 * x + 1), layers.Dense(1))
    assert not holds(asks.hidden_layers(at_least=2), called(straight), SCALED)


# The criterion


def test_the_criterion_is_met_or_missed_and_says_why():
    criterion = Behaves("linear-output", "Ends free", 2, asks.answers_freely(), read_next="page#anchor")
    wrong = criterion.judge(Observed(behaviour(chain(layers.Dense(1, "relu", name="answer")), ROWS)))
    assert (wrong.points, wrong.max_points, wrong.status, wrong.read_next) == (0, 2, Status.MISSED, "page#anchor")
    assert "'answer'" in wrong.message
    good = criterion.judge(Observed(behaviour(chain(layers.Dense(1)), ROWS)))
    assert (good.points, good.status, good.message, good.read_next) == (2, Status.MET, "", "")


def test_what_cannot_be_run_does_nothing_right():
    criterion = Behaves("linear-output", "Ends free", 2, asks.answers_freely())
    assert criterion.judge(Observed(None, missing="No model.")).message == "No model."
    bare = criterion.judge(Observed(None))
    assert bare.status is Status.MISSED
    assert bare.message
