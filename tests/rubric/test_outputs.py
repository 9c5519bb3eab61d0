"""Questions about several outputs by name, and about the code that they share: what passes, and what looks alike."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from autograder.evidence.portable import output_names, portable
from autograder.judge.behaving import behaviour
from autograder.rubric import behaviour as asks
from autograder.rubric.narrowest import Narrowest, narrowest

ROWS = np.random.default_rng(0).normal(size=(64, 6, 4)).astype("float32")
NAMED = asks.answers_with({"picture": 24, "digit": 3})
NARROW = asks.passes_through("picture", at_most=4)
SAME = asks.reads_only_the_code("digit", of="picture", at_most=4)


@pytest.fixture(autouse=True)
def seed():
    keras.utils.set_random_seed(1)


def picture(code):
    return layers.Dense(24, name="picture")(layers.Dense(8, "relu")(code))


def digit(code):
    return layers.Dense(3, "softmax", name="digit")(code)


def model(build):
    inputs = keras.Input((6, 4))
    return keras.Model(inputs, build(layers.Flatten()(inputs)))


def answers(question, made):
    said = question(behaviour(portable(made), ROWS))
    assert not said or ((said[0].isupper() or said[0] == "'") and said.endswith(".")), said
    return said


def coded(x, numbers=4):
    return layers.Dense(numbers)(layers.Dense(8, "relu")(x))


def shared(x):
    code = coded(x)
    return [picture(code), digit(code)]


class Last(layers.Layer):
    """A layer of the author's own, which is opened."""

    def __init__(self, units, **given):
        super().__init__(**given)
        self.dense = layers.Dense(units)

    def call(self, x):
        return ops.tanh(self.dense(x)) * 2


class Own(keras.Model):
    def __init__(self, in_a_tuple):
        super().__init__()
        self.in_a_tuple = in_a_tuple
        self.flatten, self.code = layers.Flatten(), layers.Dense(4)
        self.one, self.other = layers.Dense(24, name="picture"), layers.Dense(3, name="digit")

    def call(self, x):
        code = self.code(self.flatten(x))
        found = {"picture": self.one(code), "digit": self.other(code)}
        return tuple(found.values()) if self.in_a_tuple else found


def called(made):
    made(ROWS)
    return made


def decoder(code):
    return keras.Sequential([keras.Input((4,)), layers.Dense(24), layers.Reshape((6, 4))], name="picture")(code)


def keys(x):
    code = coded(x)
    return {"picture": layers.Dense(24)(code), "digit": layers.Dense(3)(code), "code": code}


def of_own_layers(x):
    code = coded(x)
    return Last(24, name="picture")(code), Last(3, name="digit")(code)


def in_a_model(x):
    code = coded(x)
    return [digit(code), decoder(code)]


SPELLINGS = {
    "list of named layers": lambda: model(shared),
    "dictionary, and a third output": lambda: model(keys),
    "layers of its own": lambda: model(of_own_layers),
    "a model as the last layer, other order": lambda: model(in_a_model),
    "subclassed, dictionary": lambda: called(Own(False)),
    "subclassed, tuple": lambda: called(Own(True)),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_outputs_are_known_by_name_however_they_are_spelt(name, tmp_path):
    made = SPELLINGS[name]()
    assert not any(answers(question, made) for question in (NAMED, NARROW, SAME))
    portable(made).save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras", compile=False)
    given = dict(zip(output_names(loaded), keras.tree.flatten(loaded.predict(ROWS, verbose=0)), strict=True))
    assert {name: value.size for name, value in given.items() if name != "code"} == {
        "picture": 24 * 64,
        "digit": 3 * 64,
    }


def test_a_model_that_was_never_built_has_no_outputs():
    assert output_names(keras.Sequential([layers.Dense(1)])) == []
    assert output_names(keras.Sequential([keras.Input((4,)), layers.Dense(1, name="last")])) == ["last"]


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (lambda x: picture(coded(x)), "no output called 'digit'"),
        (lambda x: [picture(coded(x)), layers.Dense(4, name="digit")(x)], "'digit' must be 3 numbers"),
        (lambda x: [layers.Dense(24)(x), layers.Dense(3)(x)], "no output called 'picture'"),
    ],
)
def test_an_output_that_is_missing_or_of_another_size_is_named(build, said):
    assert said in answers(NAMED, model(build))


def in_two_parts(x):
    hidden = layers.Dense(8, "relu")(x)
    what, how = layers.Dense(1)(hidden), layers.Dense(3)(hidden)
    return [picture(layers.Concatenate()([what, how])), digit(what)]


def with_dead_units(x):
    code = layers.Dense(9, "relu", bias_initializer=keras.initializers.Constant([0] * 4 + [-99] * 5))(x)
    return [picture(code), digit(code)]


def narrower_behind(x):
    code = coded(x)
    return [picture(layers.Dense(2)(code)), digit(code)]


def told_the_class(x):
    hidden = layers.Dense(8, "relu")(x)
    shares = digit(hidden)
    return [picture(layers.Concatenate()([layers.Dense(1)(hidden), shares])), shares]


RIGHT = {
    "in two parts": in_two_parts,
    "units that never move carry nothing": with_dead_units,
    "the decoder is narrower still": narrower_behind,
    "noise in training": lambda x: shared(layers.GaussianNoise(0.1)(x)),
    "the digit is a part of the code": told_the_class,
    "read from the picture": lambda x: (lambda made: [made, digit(made)])(picture(coded(x))),
    "a map of two by two": lambda x: shared(layers.Flatten()(layers.Reshape((2, 2, 1))(coded(x)))),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_code_is_counted_by_what_passes(name):
    made = model(RIGHT[name])
    assert not answers(NARROW, made)
    assert not answers(SAME, made)


def around(x):
    hidden = layers.Dense(8, "relu")(x)
    code = layers.Dense(4)(hidden)
    return [picture(layers.Concatenate()([code, hidden])), digit(code)]


def residual(x):
    code = coded(x)
    return [layers.Add(name="picture")([layers.Dense(24)(code), layers.Rescaling(0.1)(x)]), digit(code)]


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (lambda x: [picture(coded(x, 5)), digit(coded(x))], "still 5 numbers: 5 in Dense"),
        (lambda x: [picture(layers.Dense(8, "relu")(x)), digit(coded(x))], "still 8 numbers"),
        (around, "still 8 numbers"),
        (residual, "still 24 numbers"),
    ],
    ids=["wide", "no code", "skip connection", "a tenth of the input"],
)
def test_a_code_that_something_goes_around_is_not_narrow(build, said):
    assert said in answers(NARROW, model(build))


def six_in_all(x):
    hidden = layers.Dense(8, "relu")(x)
    return [picture(layers.Dense(1)(hidden)), digit(hidden)]


def also_hidden(x):
    hidden = layers.Dense(8, "relu")(x)
    code = layers.Dense(4)(hidden)
    return [picture(code), digit(layers.Concatenate()([code, hidden]))]


@pytest.mark.parametrize(
    "build",
    [
        lambda x: [picture(coded(x)), digit(x)],
        lambda x: [picture(coded(x)), digit(coded(x))],
        six_in_all,
        also_hidden,
    ],
    ids=["from the pixels", "from a code of its own", "four numbers in all", "from code and hidden layer"],
)
def test_a_digit_that_knows_more_than_the_code_is_told_so(build):
    made = model(build)
    assert not answers(NARROW, made)
    assert "something that goes around them" in answers(SAME, made)


def test_a_code_that_is_too_wide_is_told_once():
    made = model(lambda x: (lambda code: [picture(code), digit(code)])(coded(x, 6)))
    assert answers(NARROW, made)
    assert not answers(SAME, made)


def test_the_narrowest_place_may_be_several_steps():
    reads = [(), (0,), (0,), (1, 2), (3,)]
    assert narrowest(reads, [9, 2, 3, 7, 6], [4]) == Narrowest(5, (1, 2))
    assert narrowest(reads, [9, 2, 3, 4, 6], [4]) == Narrowest(4, (3,))
    assert narrowest(reads, [9, 2, 30, 40, 60], [4]) == Narrowest(9, (0,))
    assert narrowest([(), (0,)], [float("inf")] * 2, [1]).numbers == float("inf")


def test_numbers_beyond_their_range_are_told_with_what_they_reach():
    bounded = asks.answers_with({"picture": 24, "digit": 3}, between={"digit": (0, 1)})
    assert answers(bounded, model(shared)) == ""
    logits = model(lambda x: [picture(code := coded(x)), layers.Dense(3, name="digit")(code)])
    assert answers(bounded, logits).startswith("The numbers of 'digit' must lie between 0 and 1; on training rows")
