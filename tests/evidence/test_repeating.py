"""Run again with other seeds: whatever seed the code sets, it is another one, and only there."""

import random

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from autograder.evidence.repeating import other_random_numbers

SEEDED = {
    "all at once": lambda: [keras.utils.set_random_seed(5), random.random(), np.random.rand(), fresh_weights()],
    "python": lambda: [random.seed(5), random.random()],
    "numpy": lambda: [np.random.seed(5), np.random.rand()],
    "numpy by name": lambda: [np.random.seed(seed=5), np.random.rand()],
    "tensorflow": lambda: [tf.random.set_seed(5), float(tf.random.uniform(()))],
    "an initializer": lambda: keras.initializers.GlorotUniform(seed=5)((3, 3)).numpy().tolist(),
    "an initializer by place": lambda: keras.initializers.HeNormal(5)((3, 3)).numpy().tolist(),
    "a layer's initializer": lambda: fresh_weights(kernel_initializer=keras.initializers.RandomNormal(seed=5)),
    "a generator of seeds": lambda: keras.random.uniform((3,), seed=keras.random.SeedGenerator(5)).numpy().tolist(),
    "a dropout": lambda: layers.Dropout(0.5, seed=5)(np.ones((1, 64)), training=True).numpy().tolist(),
}


def fresh_weights(**given):
    layer = layers.Dense(3, **given)
    layer.build((None, 3))
    return layer.kernel.numpy().tolist()


@pytest.mark.parametrize("name", SEEDED)
def test_a_seed_is_another_one_and_the_old_one_afterwards(name):
    draw = SEEDED[name]
    plain = draw()
    with other_random_numbers(7):
        shifted, again = draw(), draw()
    with other_random_numbers(8):
        other = draw()
    assert shifted == again
    assert len({str(one) for one in (plain, shifted, other)}) == 3
    assert draw() == plain


def test_no_shift_changes_nothing():
    plain = SEEDED["all at once"]()
    with other_random_numbers(0):
        assert SEEDED["all at once"]() == plain


def test_it_ends_where_the_code_fails():
    plain = SEEDED["all at once"]()
    with pytest.raises(ZeroDivisionError), other_random_numbers(7):
        1 / 0  # noqa: B018
    assert SEEDED["all at once"]() == plain


def test_what_has_no_seed_needs_none():
    with other_random_numbers(7):
        random.seed(None)
        np.random.seed(None)
        assert fresh_weights(kernel_initializer=keras.initializers.RandomNormal(seed=None)) != fresh_weights()


def test_a_seeded_training_is_another_one_each_time():
    rows = np.random.default_rng(0).normal(size=(32, 4))

    def trained():
        keras.utils.set_random_seed(5)
        start = keras.initializers.GlorotUniform(seed=1)
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, kernel_initializer=start), layers.Dense(1)])
        model.compile("sgd", "mse", run_eagerly=True)
        model.fit(rows, rows.sum(axis=1), verbose=0)
        return model.get_weights()

    one = trained()
    with other_random_numbers(7):
        shifted = [trained(), trained()]
    for weight, other, same, back in zip(one, *shifted, trained(), strict=True):
        assert not np.allclose(weight, other)
        np.testing.assert_array_equal(other, same)
        np.testing.assert_array_equal(weight, back)
