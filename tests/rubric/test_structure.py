"""The questions a rubric asks of an architecture: what they accept, and the look-alikes they reject."""

import keras
import pytest
from keras import layers

from autograder.anatomy import read_model
from autograder.anatomy.compiled import training_of
from autograder.rubric import FreeOf, Observed, Status, Structure, structure


def chain(*parts, shape=(11,)):
    return read_model(keras.Sequential([keras.Input(shape), *parts]))


def graph(build, shape=(11,)):
    inputs = keras.Input(shape)
    return read_model(keras.Model(inputs, build(inputs)))


def relu(units=8):
    return layers.Dense(units, activation="relu")


def holds(question, anatomy):
    """Whether the question is answered with yes; a no must be a sentence."""
    answer = question(anatomy)
    assert not answer or (answer[0].isupper() and answer.endswith("."))
    return not answer


def two_inputs():
    a, b = keras.Input((5,)), keras.Input((6,))
    return read_model(keras.Model([a, b], layers.Dense(1)(layers.Concatenate()([a, b]))))


def test_takes_one_input_of_so_many_features():
    asks = structure.takes(11)
    assert holds(asks, chain(layers.Dense(1)))
    assert holds(asks, read_model(keras.Sequential([keras.Sequential([keras.Input((11,)), relu()]), relu()])))
    assert not holds(asks, chain(layers.Dense(1), shape=(10,)))
    assert not holds(asks, chain(layers.Dense(1), shape=(11, 1)))
    assert not holds(asks, two_inputs())
    assert "(10,)" in asks(chain(layers.Dense(1), shape=(10,)))
    assert holds(structure.takes(8, 8, 1), chain(layers.Flatten(), shape=(8, 8, 1)))
    assert not holds(structure.takes(8, 8, 1), chain(layers.Reshape((8, 8, 1)), shape=(64,)))


ENDS_LINEAR = {
    "dense": layers.Dense(1),
    "linear by name": layers.Dense(1, activation="linear"),
    "no bias": layers.Dense(1, use_bias=False),
    "rescaled to scores": lambda x: layers.Rescaling(0.8, offset=5.6)(layers.Dense(1)(x)),
    "rescaled by arithmetic": lambda x: 5.6 + 0.8 * layers.Dense(1)(x),
    "un-normalized": lambda x: layers.Normalization(mean=5.6, variance=0.6, invert=True)(layers.Dense(1)(x)),
    "flattened": lambda x: layers.Flatten()(layers.Dense(1)(x)),
}
DOES_NOT_END_LINEAR = {
    "relu": layers.Dense(1, "relu"),
    "relu as a function": lambda x: keras.ops.relu(layers.Dense(1)(x)),
    "leaky relu": lambda x: layers.LeakyReLU()(layers.Dense(1)(x)),
    "leaky relu as a function": lambda x: keras.ops.leaky_relu(layers.Dense(1)(x)),
    "softmax of one unit": lambda x: layers.Softmax()(layers.Dense(1)(x)),
    "sigmoid, rescaled": lambda x: layers.Rescaling(10)(layers.Dense(1, "sigmoid")(x)),
    "relu in a model of its own": lambda x: keras.Sequential([keras.Input((1,)), layers.ReLU()])(layers.Dense(1)(x)),
    "two units": layers.Dense(2),
    "dropout": lambda x: layers.Dropout(0.2)(layers.Dense(1)(x)),
    "noise": lambda x: layers.GaussianNoise(0.2)(layers.Dense(1)(x)),
    "product of two": lambda x: layers.Dense(1)(x) * layers.Dense(1)(x),
    "one over": lambda x: 1 / layers.Dense(1)(x),
    "no dense layer": layers.Rescaling(2),
    "two outputs": lambda x: [layers.Dense(1)(x), layers.Dense(1)(x)],
}


@pytest.mark.parametrize("name", ENDS_LINEAR)
def test_ends_linear(name):
    assert holds(structure.ends_linear(units=1), graph(ENDS_LINEAR[name]))


@pytest.mark.parametrize("name", DOES_NOT_END_LINEAR)
def test_does_not_end_linear(name):
    assert not holds(structure.ends_linear(units=1), graph(DOES_NOT_END_LINEAR[name]))


STANDARDISES = {
    "normalization": [layers.Normalization],
    "normalization with given numbers": [lambda: layers.Normalization(mean=[1.0] * 11, variance=[2.0] * 11)],
    "batch norm": [layers.BatchNormalization],
    "rescaled before": [lambda: layers.Rescaling(0.01), layers.Normalization],
    "reshaped after": [layers.Normalization, lambda: layers.Reshape((11, 1)), layers.Flatten],
}
DOES_NOT_STANDARDISE = {
    "nothing": [],
    "one constant": [lambda: layers.Rescaling(0.01)],
    "layer norm": [layers.LayerNormalization],
    "one mean for all": [lambda: layers.Normalization(axis=None)],
    "one given mean for all": [lambda: layers.Normalization(mean=0.0, variance=1.0)],
    "the wrong way round": [lambda: layers.Normalization(mean=[0.0] * 11, variance=[1.0] * 11, invert=True)],
    "after the first layer": [relu, layers.BatchNormalization],
    "hidden over time": [
        lambda: layers.Reshape((11, 1)),
        lambda: layers.TimeDistributed(layers.Dense(2)),
        layers.BatchNormalization,
        layers.Flatten,
    ],
    "hidden in both directions": [
        lambda: layers.Reshape((11, 1)),
        lambda: layers.Bidirectional(layers.LSTM(2)),
        layers.BatchNormalization,
    ],
}


@pytest.mark.parametrize("name", STANDARDISES)
def test_standardises(name):
    assert holds(structure.standardises_inputs(), chain(*[make() for make in STANDARDISES[name]], layers.Dense(1)))


@pytest.mark.parametrize("name", DOES_NOT_STANDARDISE)
def test_does_not_standardise(name):
    parts = [make() for make in DOES_NOT_STANDARDISE[name]]
    assert not holds(structure.standardises_inputs(), chain(*parts, layers.Dense(1)))


ENDS_IN_CLASSES = {
    "softmax": layers.Dense(5, "softmax"),
    "a softmax layer": lambda x: layers.Softmax()(layers.Dense(5)(x)),
    "softmax by name": lambda x: layers.Activation("softmax")(layers.Dense(5)(x)),
    "logits": layers.Dense(5),
}
DOES_NOT_END_IN_CLASSES = {
    "a sigmoid for each": layers.Dense(5, "sigmoid"),
    "four units": layers.Dense(4, "softmax"),
    "relu before softmax": lambda x: layers.Softmax()(layers.Dense(5, "relu")(x)),
    "softmax twice": lambda x: layers.Softmax()(layers.Dense(5, "softmax")(x)),
    "no dense layer": lambda x: layers.Softmax()(layers.Dropout(0.5)(x)),
    "two outputs": lambda x: [layers.Dense(5)(x), layers.Dense(5)(x)],
}


@pytest.mark.parametrize("name", ENDS_IN_CLASSES)
def test_ends_in_classes(name):
    assert holds(structure.ends_in_classes(5), graph(ENDS_IN_CLASSES[name]))


@pytest.mark.parametrize("name", DOES_NOT_END_IN_CLASSES)
def test_does_not_end_in_classes(name):
    assert not holds(structure.ends_in_classes(5), graph(DOES_NOT_END_IN_CLASSES[name]))


def test_convolutions_are_counted_on_the_shortest_way():
    def twice(x):
        return layers.Conv2D(3, 3, padding="same")(layers.SeparableConv2D(3, 3, padding="same")(x))

    asks = structure.convolutions(at_least=2)
    assert holds(asks, graph(twice, shape=(8, 8, 3)))
    assert not holds(asks, graph(layers.Conv2D(3, 3), shape=(8, 8, 3)))
    assert not holds(asks, graph(lambda x: layers.Add()([x, twice(x)]), shape=(8, 8, 3)))
    assert not holds(asks, graph(lambda x: layers.MaxPooling2D()(layers.MaxPooling2D()(x)), shape=(8, 8, 3)))


def test_every_way_in_must_be_standardised():
    def beside(x, other):
        return layers.Dense(1)(layers.Concatenate()([layers.Normalization()(x), other(x)]))

    asks = structure.standardises_inputs()
    assert not holds(asks, graph(lambda x: beside(x, layers.Rescaling(0.1))))
    assert holds(asks, graph(lambda x: beside(x, layers.BatchNormalization())))


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
}
NOT_TWO_HIDDEN = {
    "none": [],
    "one": [relu],
    "linear between": [lambda: layers.Dense(8), relu],
    "linear by name": [lambda: layers.Dense(8, activation="linear"), relu],
    "linear layer": [lambda: layers.Dense(8), lambda: layers.Activation("linear"), relu],
    "bent twice at one place": [relu, layers.ReLU, lambda: layers.Activation("tanh")],
    "bent before the first": [layers.ReLU, relu],
    "batch norm does not bend": [relu, lambda: layers.Dense(8), layers.BatchNormalization],
}


@pytest.mark.parametrize("name", HIDDEN)
def test_two_hidden_layers(name):
    assert holds(structure.hidden_layers(at_least=2), chain(*[make() for make in HIDDEN[name]], layers.Dense(1)))


@pytest.mark.parametrize("name", NOT_TWO_HIDDEN)
def test_not_two_hidden_layers(name):
    parts = [make() for make in NOT_TWO_HIDDEN[name]]
    assert not holds(structure.hidden_layers(at_least=2), chain(*parts, layers.Dense(1)))


def test_what_follows_the_output_layer_is_no_hidden_layer():
    assert not holds(structure.hidden_layers(at_least=2), chain(relu(), layers.Dense(1, "relu")))


def test_the_shortest_way_counts():
    def skipping(x):
        return layers.Dense(1)(layers.Concatenate()([x, relu()(relu()(x))]))

    def residual(x):
        x = relu()(relu()(x))
        return layers.Dense(1)(layers.Add()([x, relu()(x)]))

    asks = structure.hidden_layers(at_least=2)
    assert not holds(asks, graph(skipping))
    assert holds(asks, graph(residual))


def drop(rate=0.2):
    return layers.Dropout(rate)


DROPS = {
    "after": [relu, drop, relu, drop],
    "before the activation": [lambda: layers.Dense(8), drop, layers.ReLU, relu, drop],
    "with batch norm": [relu, layers.BatchNormalization, drop],
    "another dropout": [relu, lambda: layers.GaussianDropout(0.2)],
    "at the bounds": [relu, lambda: drop(0.05), relu, lambda: drop(0.5)],
    "two small ones": [relu, lambda: drop(0.2), lambda: drop(0.2)],
    "one of nothing besides": [relu, lambda: drop(0.0), drop],
}
DOES_NOT_DROP = {
    "no hidden layer": [],
    "none": [relu],
    "only the first": [relu, drop, relu],
    "only the last": [relu, relu, drop],
    "on the features": [drop, relu],
    "rate 0": [relu, lambda: drop(0.0)],
    "too little": [relu, lambda: drop(0.01)],
    "too much": [relu, lambda: drop(0.6)],
    "too much together": [relu, drop, lambda: drop(0.9)],
    "noise": [relu, lambda: layers.GaussianNoise(0.2)],
}


@pytest.mark.parametrize("name", DROPS)
def test_drops_after_every_hidden_layer(name):
    asks = structure.dropout_between_hidden_layers(lowest=0.05, highest=0.5)
    assert holds(asks, chain(*[make() for make in DROPS[name]], layers.Dense(1)))


@pytest.mark.parametrize("name", DOES_NOT_DROP)
def test_does_not_drop_after_every_hidden_layer(name):
    asks = structure.dropout_between_hidden_layers(lowest=0.05, highest=0.5)
    assert not holds(asks, chain(*[make() for make in DOES_NOT_DROP[name]], layers.Dense(1)))


def test_dropout_must_stand_on_every_branch():
    def branches(x, second):
        x = relu()(x)
        return layers.Dense(1)(drop()(layers.Add()([relu()(drop()(x)), relu()(second(x))])))

    asks = structure.dropout_between_hidden_layers(lowest=0.05, highest=0.5)
    assert holds(asks, graph(lambda x: branches(x, drop(0.3))))
    assert not holds(asks, graph(lambda x: branches(x, layers.Identity())))
    assert not holds(asks, graph(lambda x: branches(x, drop(0.7))))


def test_dropout_in_a_residual_block():
    def block(x):
        x = drop()(relu()(x))
        return layers.Dense(1)(layers.Add()([x, drop()(relu()(x))]))

    assert holds(structure.dropout_between_hidden_layers(lowest=0.05, highest=0.5), graph(block))


@pytest.mark.parametrize("turn", [1, -1])
def test_what_goes_around_a_dropout_is_not_dropped(turn):
    def around(x):
        x = relu()(x)
        return layers.Dense(1)(layers.Concatenate()([drop()(x), x][::turn]))

    def stronger(x):
        x = relu()(x)
        return layers.Dense(1)(layers.Concatenate()([drop()(x), drop(0.8)(x)][::turn]))

    asks = structure.dropout_between_hidden_layers(lowest=0.05, highest=0.5)
    assert not holds(asks, graph(around))
    assert not holds(asks, graph(stronger))


def test_no_dropout_on_features():
    asks = structure.no_dropout_on_features()
    assert holds(asks, chain(layers.Normalization(), relu(), drop(), layers.Dense(1)))
    assert holds(asks, chain(drop(0.0), relu(), layers.Dense(1)))
    assert not holds(asks, chain(drop(), relu(), layers.Dense(1)))
    assert not holds(asks, chain(layers.Normalization(), drop(), relu(), layers.Dense(1)))
    assert not holds(asks, chain(layers.Reshape((11, 1)), layers.SpatialDropout1D(0.2), layers.Flatten(), relu()))
    assert not holds(asks, chain(keras.Sequential([keras.Input((11,)), drop()]), relu()))


def test_features_that_pass_a_layer_by_are_still_features():
    def beside(x):
        return layers.Dense(1)(drop()(layers.Concatenate()([x, relu()(x)])))

    assert not holds(structure.no_dropout_on_features(), graph(beside))


ORDER = FreeOf("order", "Batch norm before dropout", 1, ("order/batch-norm-after-dropout",), "page#order")


def free(criterion, anatomy, **observed):
    """Whether the rules are silent; where they speak, it must be in sentences."""
    result = criterion.judge(Observed(anatomy, **observed))
    assert bool(result.message) == (result.status is Status.MISSED)
    assert not result.message or (result.message[0].isupper() and result.message.endswith("."))
    return result.status is Status.MET


def test_free_of_batch_norm_after_dropout():
    assert free(ORDER, chain(layers.BatchNormalization(), relu(), drop(), layers.Dense(1)))
    assert free(ORDER, chain(relu(), layers.BatchNormalization(), drop(), layers.Dense(1)))
    assert free(ORDER, chain(relu(), drop(), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)))
    assert free(ORDER, chain(relu(), drop(), layers.LayerNormalization(), layers.Dense(1)))
    assert not free(ORDER, chain(relu(), drop(), layers.BatchNormalization(), layers.Dense(1)))
    assert not free(ORDER, chain(layers.Dense(8), drop(), layers.ReLU(), layers.BatchNormalization(), relu()))


def test_free_of_says_which_layer_what_is_wrong_and_what_to_do():
    wrong = chain(relu(), layers.Dropout(0.3, name="weg"), layers.BatchNormalization(name="norm"), layers.Dense(1))
    result = ORDER.judge(Observed(wrong))
    assert (result.points, result.max_points, result.read_next) == (0, 1, "page#order")
    for part in ("'norm'", "'weg'", "batch norm before the dropout"):
        assert part in result.message


def test_free_of_a_family_asks_all_its_rules_and_no_other():
    head, order = (FreeOf(family, family, 1, (family,)) for family in ("head", "order"))
    wrong = chain(drop(), relu(), layers.Dense(1))
    assert free(head, wrong)
    assert not free(order, wrong)
    assert "features become zero" in order.judge(Observed(wrong)).message


def test_free_of_sees_how_the_model_was_compiled():
    model = keras.Sequential([keras.Input((11,)), relu(), layers.Dense(1, "sigmoid")])
    squashed = FreeOf("head", "A head that fits its loss", 1, ("head/squashed-regression",))
    assert free(squashed, read_model(model), training=training_of(model))
    model.compile(loss="mse")
    assert not free(squashed, read_model(model), training=training_of(model))
    assert free(squashed, read_model(model))  # whoever does not know the loss says nothing
    model.compile(loss="binary_crossentropy")
    assert free(squashed, read_model(model), training=training_of(model))


@pytest.mark.parametrize("rules", [("order/nothing-like-it",), ("order", "disorder"), (), "order"])
def test_a_rule_that_does_not_exist_is_an_error_of_the_rubric(rules):
    with pytest.raises(ValueError, match="criterion free"):
        FreeOf("free", "Free", 1, rules)


@pytest.mark.parametrize("criterion", [ORDER, Structure("linear", "Linear", 2, structure.ends_linear(units=1))])
def test_what_cannot_be_read_is_free_of_nothing(criterion):
    hidden = chain(layers.Lambda(len, output_shape=(11,), name="secret"), layers.Dense(1))
    assert "secret" in criterion.judge(Observed(hidden)).message
    assert criterion.judge(Observed(None, missing="No model.")).message == "No model."
    assert criterion.judge(Observed(None)).status is Status.MISSED


def test_what_cannot_be_read_is_not_judged_by_its_looks():
    criterion = Structure("linear-output", "Ends linear", 2, structure.ends_linear(units=1), "page#anchor")
    hidden = chain(layers.Lambda(len, output_shape=(11,), name="secret"), layers.Dense(1))
    result = criterion.judge(Observed(hidden))
    assert (result.points, result.status, result.read_next) == (0, Status.MISSED, "page#anchor")
    assert "secret" in result.message
    good = criterion.judge(Observed(chain(layers.Dense(1))))
    assert (good.points, good.status, good.message, good.read_next) == (2, Status.MET, "", "")
    assert criterion.judge(Observed(None, missing="No model.")).message == "No model."
