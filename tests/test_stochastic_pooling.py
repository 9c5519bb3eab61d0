"""Stochastic pooling does what the paper defines: it draws in proportion in training, and weighs at prediction."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import layers

from autograder.stochastic_pooling import StochasticPooling2D

SQUARE = np.array([[1, 2], [0, 5]], "float32")
DRAWS = 4000


def maps(*squares):
    """Squares side by side, as one map."""
    return np.concatenate(squares, axis=1)[None, ..., None]


def test_prediction_weighs_each_number_by_its_share():
    given = StochasticPooling2D()(maps(SQUARE, 2 * SQUARE))
    assert np.asarray(given).ravel() == pytest.approx([(1 + 4 + 25) / 8, 2 * (1 + 4 + 25) / 8])


def test_training_draws_each_number_as_often_as_its_share():
    keras.utils.set_random_seed(1)
    drawn = np.asarray(StochasticPooling2D()(np.repeat(maps(SQUARE), DRAWS, axis=0), training=True)).ravel()
    found = [np.mean(drawn == number) for number in (1, 2, 0, 5)]
    assert found == pytest.approx([1 / 8, 2 / 8, 0, 5 / 8], abs=5 * np.sqrt(0.25 / DRAWS))


def test_a_square_of_zeros_stays_zero_and_a_rest_is_left_out():
    pooling = StochasticPooling2D()
    zeros = np.zeros((1, 5, 5, 3), "float32")
    for training in (False, True):
        given = np.asarray(pooling(zeros, training=training))
        assert given.shape == (1, 2, 2, 3)
        assert not given.any()


def test_only_the_drawn_number_learns():
    tf = pytest.importorskip("tensorflow")
    keras.utils.set_random_seed(2)
    numbers = tf.constant(maps(SQUARE))
    with tf.GradientTape() as tape:
        tape.watch(numbers)
        drawn = StochasticPooling2D()(numbers, training=True)
    slope = tape.gradient(drawn, numbers).numpy()[0, ..., 0]
    assert slope.sum() == 1
    assert SQUARE[slope == 1] == np.asarray(drawn).ravel()


def test_it_pools_every_map_by_itself_and_is_saved(tmp_path):
    rows = np.random.default_rng(3).uniform(size=(2, 6, 6, 4)).astype("float32")
    model = keras.Sequential([keras.Input((6, 6, 4)), StochasticPooling2D(3), layers.Flatten()])
    model.save(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras")
    squares = rows.reshape(2, 2, 3, 2, 3, 4)
    expected = (squares**2).sum(axis=(2, 4)) / squares.sum(axis=(2, 4))
    assert again.predict(rows, verbose=0) == pytest.approx(expected.reshape(2, -1), rel=1e-5)
