"""Equivalent spellings of a model have equal anatomies; models that differ do not."""

import random
from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keras import layers

from autograder.anatomy import read_keras_file, read_model

LEAN = settings(max_examples=20, suppress_health_check=list(HealthCheck))


def chain(*parts, shape=(4,)):
    return keras.Sequential([keras.Input(shape), *parts])


def functional(*parts, shape=(4,)):
    inputs = x = keras.Input(shape)
    for part in parts:
        x = part(x)
    return keras.Model(inputs, x)


def graph(build, shape=(4,)):
    inputs = keras.Input(shape)
    return keras.Model(inputs, build(inputs))


def reference():
    return chain(layers.Dense(8, activation="relu"), layers.Dropout(0.3), layers.Dense(1))


def nested_at_the_end():
    return functional(functional(layers.Dense(8), layers.ReLU(), layers.Dropout(0.3), layers.Dense(1)))


def nested_in_the_middle():
    return functional(layers.Dense(8), functional(layers.ReLU(), layers.Dropout(0.3), shape=(8,)), layers.Dense(1))


def added():
    model = keras.Sequential()
    model.add(keras.Input((4,)))
    model.add(layers.Dense(8, activation="relu"))
    model.add(layers.Dropout(0.3))
    model.add(layers.Dense(1))
    return model


def nested():
    body = chain(layers.Dense(8), layers.ReLU(), layers.Dropout(0.3))
    return chain(body, functional(layers.Dense(1), shape=(8,)))


def nested_without_input():
    return keras.Sequential([chain(layers.Dense(8), layers.ReLU()), layers.Dropout(0.3), layers.Dense(1)])


def built_late():
    model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dropout(0.3), layers.Dense(1)])
    model.build((None, 4))
    return model


EQUAL = {
    "added": added,
    "nested": nested,
    "nested at the end": nested_at_the_end,
    "nested in the middle": nested_in_the_middle,
    "nested without Input": nested_without_input,
    "built late": built_late,
    "functional": lambda: functional(layers.Dense(8, activation="relu"), layers.Dropout(0.3), layers.Dense(1)),
    "ops": lambda: functional(layers.Dense(8), keras.ops.relu, layers.Dropout(0.3), layers.Dense(1)),
    "activations module": lambda: functional(
        layers.Dense(8, activation=keras.activations.relu), layers.Dropout(0.3), layers.Dense(1)
    ),
    "Activation": lambda: chain(layers.Dense(8), layers.Activation("relu"), layers.Dropout(0.3), layers.Dense(1)),
    "ReLU": lambda: chain(layers.Dense(8), layers.ReLU(), layers.Dropout(0.3), layers.Dense(1)),
    "ReLU object": lambda: chain(layers.Dense(8, activation=layers.ReLU()), layers.Dropout(0.3), layers.Dense(1)),
    "LeakyReLU of slope 0": lambda: chain(
        layers.Dense(8), layers.ReLU(negative_slope=0.0), layers.Dropout(0.3), layers.Dense(1)
    ),
    "InputLayer": lambda: keras.Sequential(
        [
            layers.InputLayer(shape=(4,)),
            layers.Dense(8, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(1, activation="linear"),
        ]
    ),
    "nothing in between": lambda: chain(
        layers.Identity(),
        layers.Dense(8, activation="relu"),
        layers.Dropout(0.0),
        layers.GaussianNoise(0.0),
        layers.Activation("linear"),
        layers.Dropout(0.3),
        layers.Dense(1),
    ),
    "names and seeds": lambda: chain(
        layers.Dense(8, "relu", name="schicht", kernel_initializer=keras.initializers.GlorotUniform(seed=7)),
        layers.Dropout(0.3, seed=3, name="weg"),
        layers.Dense(1, name="aus", use_bias=True, bias_initializer="zeros"),
    ),
}


@pytest.mark.parametrize("spelling", EQUAL)
def test_equivalent_spellings_are_equal(spelling):
    assert read_model(EQUAL[spelling]()) == read_model(reference())
    assert hash(read_model(EQUAL[spelling]())) == hash(read_model(reference()))


DIFFERENT = {
    "units": lambda: chain(layers.Dense(9, "relu"), layers.Dropout(0.3), layers.Dense(1)),
    "activation": lambda: chain(layers.Dense(8, "tanh"), layers.Dropout(0.3), layers.Dense(1)),
    "no activation": lambda: chain(layers.Dense(8), layers.Dropout(0.3), layers.Dense(1)),
    "rate": lambda: chain(layers.Dense(8, "relu"), layers.Dropout(0.2), layers.Dense(1)),
    "kind of dropout": lambda: chain(layers.Dense(8, "relu"), layers.GaussianDropout(0.3), layers.Dense(1)),
    "order": lambda: chain(layers.Dropout(0.3), layers.Dense(8, "relu"), layers.Dense(1)),
    "bias": lambda: chain(layers.Dense(8, "relu", use_bias=False), layers.Dropout(0.3), layers.Dense(1)),
    "frozen": lambda: chain(layers.Dense(8, "relu", trainable=False), layers.Dropout(0.3), layers.Dense(1)),
    "features": lambda: chain(layers.Dense(8, "relu"), layers.Dropout(0.3), layers.Dense(1), shape=(5,)),
    "one layer more": lambda: chain(layers.Dense(8, "relu"), layers.Dropout(0.3), layers.Dense(1), layers.Dense(1)),
    "output activation": lambda: chain(layers.Dense(8, "relu"), layers.Dropout(0.3), layers.Dense(1, "relu")),
    "regularizer": lambda: chain(
        layers.Dense(8, "relu", kernel_regularizer="l2"), layers.Dropout(0.3), layers.Dense(1)
    ),
}


@pytest.mark.parametrize("change", DIFFERENT)
def test_models_that_differ_are_not_equal(change):
    assert read_model(DIFFERENT[change]()) != read_model(reference())


ACTIVATIONS = {
    "leaky relu": (
        layers.LeakyReLU(0.1),
        lambda x: keras.ops.leaky_relu(x, 0.1),
        layers.ReLU(negative_slope=0.1),
        layers.Activation(layers.LeakyReLU(0.1)),
    ),
    "leaky relu by name has slope 0.2": (
        layers.Activation("leaky_relu"),
        keras.ops.leaky_relu,
        layers.LeakyReLU(0.2),
    ),
    "gelu": (layers.Activation("gelu"), keras.activations.gelu, lambda x: keras.ops.gelu(x, approximate=False)),
    "elu": (layers.Activation("elu"), layers.ELU(), keras.ops.elu),
    "softmax": (layers.Activation("softmax"), layers.Softmax(), keras.ops.softmax),
    "swish": (layers.Activation("swish"), layers.Activation("silu"), keras.ops.silu),
    "hard sigmoid": (layers.Activation("hard_sigmoid"), keras.ops.hard_sigmoid),
    "relu6": (layers.Activation("relu6"), keras.ops.relu6, layers.ReLU(max_value=6)),
}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_is_the_same_however_it_is_called(name):
    first, *others = (read_model(functional(layers.Dense(3), act)) for act in ACTIVATIONS[name])
    assert not first.unknown
    assert first.positions("activation")
    assert all(other == first for other in others)


def test_activations_with_other_parameters_differ():
    spelt = [
        layers.LeakyReLU(0.1),
        layers.LeakyReLU(0.2),
        layers.ReLU(),
        layers.ReLU(max_value=6),
        layers.ELU(),
        layers.ELU(alpha=0.5),
        lambda x: keras.ops.elu(x, 0.25),
        layers.Activation("gelu"),
        keras.ops.gelu,  # the approximate one
        layers.PReLU(),
        layers.Softmax(),
    ]
    anatomies = [read_model(functional(layers.Dense(3), act)) for act in spelt]
    assert len(set(anatomies)) == len(spelt)


def test_an_axis_of_none_is_not_the_default():
    one_for_all, one_each = (read_model(chain(layers.Normalization(axis=axis))) for axis in (None, -1))
    assert one_for_all != one_each


def two_towers(share, swap=False, one_relu=True, inputs_swapped=False):
    a, b = keras.Input((4,)), keras.Input((4,))
    relu = layers.ReLU()
    first = layers.Dense(3, name="first")
    second = first if share else layers.Dense(3, name="second")
    left, right = relu(first(a)), (relu if one_relu else layers.ReLU())(second(b))
    joined = layers.Concatenate()([right, left] if swap else [left, right])
    return read_model(keras.Model([b, a] if inputs_swapped else [a, b], layers.Dense(1)(joined)))


def test_shared_and_separate_weights_differ():
    assert two_towers(share=True) != two_towers(share=False)


def test_swapped_branches_differ():
    assert two_towers(share=False) != two_towers(share=False, swap=True)


def test_swapped_inputs_differ():
    assert two_towers(share=False) != two_towers(share=False, inputs_swapped=True)


def test_sharing_a_layer_without_weights_means_nothing():
    assert two_towers(share=False) == two_towers(share=False, one_relu=False)


@pytest.mark.parametrize("kind", [chain, functional])
def test_a_model_called_twice_shares_its_weights(kind):
    a, b = keras.Input((4,)), keras.Input((4,))
    tower, other = kind(layers.Dense(3)), kind(layers.Dense(3))
    shared, separate = (read_model(keras.Model([a, b], layers.Add()([tower(a), twin(b)]))) for twin in (tower, other))
    assert shared != separate
    dense = layers.Dense(3)
    assert shared == read_model(keras.Model([a, b], layers.Add()([dense(a), dense(b)])))


def test_both_calls_of_a_model_can_be_outputs():
    a, b = keras.Input((4,)), keras.Input((4,))
    tower, dense = functional(layers.Dense(3)), layers.Dense(3)
    one, swapped = (
        read_model(keras.Model([a, b], outputs)) for x, y in [(tower(a), tower(b))] for outputs in ([x, y], [y, x])
    )
    assert one == read_model(keras.Model([a, b], [dense(a), dense(b)]))
    assert one != swapped


def test_layer_and_function_that_add_are_equal():
    def residual(add):
        inputs = keras.Input((4,))
        return read_model(keras.Model(inputs, add(inputs, layers.Dense(4)(inputs))))

    assert residual(lambda x, y: layers.Add()([x, y])) == residual(lambda x, y: x + y)
    assert residual(lambda x, y: x + y) != residual(lambda x, y: x - y)


def test_constants_in_arithmetic_count():
    inputs = keras.Input((4,))
    spelt = [inputs * 2, inputs * 3, inputs + 2, 2 - inputs, inputs - 2, inputs / 2, 2 / inputs]
    assert len({read_model(keras.Model(inputs, x)) for x in spelt}) == len(spelt)


def test_the_outputs_of_an_lstm_are_told_apart():
    def state(number):
        inputs = keras.Input((5, 2))
        return read_model(keras.Model(inputs, layers.LSTM(3, return_state=True)(inputs)[number]))

    assert len({state(0), state(1), state(2)}) == 3


def test_dense_over_time_is_dense():
    def over(layer):
        return read_model(chain(layer, shape=(5, 2)))

    assert over(layers.TimeDistributed(layers.Dense(3, "relu"))) == over(layers.Dense(3, "relu"))


def test_numbers_of_numpy_are_numbers():
    def constant(value):
        return read_model(chain(layers.Dense(1, bias_initializer=keras.initializers.Constant(value))))

    assert constant(np.float32(5.5)) == constant(5.5)
    assert constant(5.5) != constant(6.5)


# A plan is what a model computes; `spell` writes it down in one of many ways.
FUNCTIONS = {
    "relu": (layers.ReLU, keras.ops.relu),
    "tanh": (None, keras.ops.tanh),
    "elu": (layers.ELU, keras.ops.elu),
}
HEAD = st.one_of(
    st.tuples(st.just("dense"), st.integers(1, 6), st.booleans()),
    st.tuples(st.just("activation"), st.sampled_from(sorted(FUNCTIONS))),
    st.tuples(st.just("dropout"), st.sampled_from([0.1, 0.25, 0.5])),
    st.tuples(st.just("batch_norm")),
)
HEADS = st.lists(HEAD, min_size=1, max_size=6)
CONVOLUTIONS = st.lists(st.tuples(st.just("conv"), st.integers(1, 4)), min_size=1, max_size=2)
PLANS = st.one_of(HEADS, st.builds(lambda body, head: [*body, ("flatten",), *head], CONVOLUTIONS, HEADS))


def spell_steps(plan, pick):
    """Layers or functions that do what the plan says, with things in between that do nothing."""
    made, number = [], 0
    while number < len(plan):
        kind, *facts = plan[number]
        follower = plan[number + 1] if number + 1 < len(plan) else ("",)
        merged = (
            follower[1] if kind in {"dense", "conv"} and follower[0] == "activation" and pick.random() < 0.5 else None
        )
        number += 2 if merged else 1
        if kind == "dense":
            made.append(layers.Dense(facts[0], use_bias=facts[1], activation=merged))
        elif kind == "conv":
            made.append(layers.Conv2D(facts[0], pick.choice([3, (3, 3)]), padding="same", activation=merged))
        elif kind == "activation":
            made.append(spell_activation(facts[0], pick))
        elif kind == "dropout":
            made.append(layers.Dropout(facts[0], seed=pick.choice([None, 1])))
        elif kind == "batch_norm":
            made.append(layers.BatchNormalization())
        else:
            made.append(layers.Flatten())
        if pick.random() < 0.2:
            made.append(pick.choice([layers.Identity, lambda: layers.Dropout(0.0)])())
    return made


def spell_activation(name, pick):
    layer, function = FUNCTIONS[name]
    choice = pick.choice(["name", "layer", "function"])
    if choice == "layer" and layer:
        return layer()
    return function if choice == "function" else layers.Activation(name)


def spell(plan, pick):
    shape = (4, 4, 1) if plan[0][0] == "conv" else (4,)
    made = spell_steps(plan, pick)
    inputs = keras.Input(shape)
    if pick.random() < 0.3 and all(isinstance(part, layers.Layer) for part in made):
        return chain(*made, shape=shape)
    x = inputs
    while made:
        size = pick.randint(1, len(made))
        some, made = made[:size], made[size:]
        if size > 1 and pick.random() < 0.5:
            some = [functional(*some, shape=x.shape[1:])]
        for part in some:
            x = part(x)
    return keras.Model(inputs, x)


@LEAN
@given(PLANS, st.integers(0, 2**32))
def test_any_model_equals_its_rewriting(plan, seed):
    pick = random.Random(seed)
    one, other = spell(plan, pick), spell(plan, pick)
    assert not read_model(one).unknown
    assert read_model(one) == read_model(other)


@st.composite
def plan_and_mutant(draw):
    plan = draw(PLANS)
    where = draw(st.integers(0, len(plan) - 1))
    mutant = list(plan)
    kind, *facts = plan[where]
    if kind in {"dense", "conv"}:
        mutant[where] = (kind, facts[0] + 1, *facts[1:])
    elif kind == "dropout":
        mutant[where] = (kind, facts[0] / 2)
    elif kind == "activation":
        mutant[where] = (kind, draw(st.sampled_from(sorted(set(FUNCTIONS) - set(facts)))))
    else:
        mutant.insert(len(plan), ("dense", 2, True))
    change = draw(st.sampled_from(["change", "swap", "remove", "add"]))
    after = where + 1
    head = kind not in {"conv", "flatten"}
    if change == "swap" and head and after < len(plan) and plan[where] != plan[after]:
        mutant = [*plan[:where], plan[after], plan[where], *plan[after + 1 :]]
    elif change == "remove" and head and len(plan) > 1:
        mutant = plan[:where] + plan[after:]
    elif change == "add":
        mutant = [*plan, draw(HEAD)]
    return plan, mutant


@LEAN
@given(plan_and_mutant(), st.integers(0, 2**32))
def test_no_model_equals_its_mutant(pair, seed):
    pick = random.Random(seed)
    assert read_model(spell(pair[0], pick)) != read_model(spell(pair[1], pick))


SAVED = {
    "sequential": reference,
    "nested": nested,
    "functional with ops": EQUAL["ops"],
    "convolutions": lambda: chain(
        layers.Conv2D(3, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Softmax(),
        shape=(8, 8, 1),
    ),
    "recurrent": lambda: chain(layers.Bidirectional(layers.LSTM(3)), layers.Dense(1), shape=(5, 2)),
    "attention": lambda: graph(lambda x: layers.MultiHeadAttention(2, 2)(x, x, use_causal_mask=True), shape=(5, 4)),
    "norms": lambda: chain(
        layers.Normalization(axis=None),
        layers.Normalization(mean=[0.0, 1.0, 2.0, 3.0], variance=[1.0, 1.0, 1.0, 1.0]),
        layers.BatchNormalization(axis=1),
        layers.LayerNormalization(),
        layers.Rescaling(np.float32(0.5)),
    ),
    "arithmetic": lambda: graph(lambda x: layers.Dropout(0.5)(x * 2.0 + 1, training=True)),
}


@pytest.mark.parametrize("name", SAVED)
def test_live_and_saved_models_are_equal(name, tmp_path: Path):
    model = SAVED[name]()
    model.save(tmp_path / "model.keras")
    assert read_keras_file(tmp_path / "model.keras") == read_model(model)
    assert not read_model(model).unknown
