"""What the fabric experiments measure: roughness, and the same weights with fresh statistics."""

from __future__ import annotations

import importlib
from pathlib import Path

import keras
import numpy as np
import pytest

from autograder.curves import bend, roughness
from autograder.datasets import recorded

EXPERIMENTS = Path(__file__).resolve().parents[1] / "experiments"


@pytest.fixture
def measured(monkeypatch):
    """The module ``experiments/fabric.py``."""
    monkeypatch.syspath_prepend(EXPERIMENTS)
    return importlib.import_module("fabric")


def test_a_curve_that_goes_up_and_down_by_d_has_roughness_2d():
    assert roughness(0.8 + 0.05 * (-1.0) ** np.arange(14)) == pytest.approx(0.2)


@pytest.mark.parametrize("curve", [np.full(14, 0.2), np.linspace(0.4, 0.9, 14)], ids=["stuck", "learns evenly"])
def test_a_straight_line_is_smooth_even_if_it_is_stuck(curve):
    assert roughness(curve) == pytest.approx(0)


def test_the_first_half_of_the_epochs_does_not_count():
    assert roughness([0, 1, 0, 1, 0, 1, 0, *[0.5] * 7]) == 0
    assert roughness([*[0.5] * 7, 0, 1, 0, 1, 0, 1, 0]) == pytest.approx(2)


def test_of_several_curves_each_is_followed_from_epoch_to_epoch():
    zigzag, straight = 0.5 + 0.1 * (-1.0) ** np.arange(6), np.linspace(0.4, 0.9, 6)
    assert bend(np.stack([zigzag, straight], axis=1)) == pytest.approx((bend(zigzag) + bend(straight)) / 2)


def test_measuring_with_fresh_statistics_changes_the_answer_and_puts_the_averages_back(measured):
    """After thirty steps averages with a memory of a hundred lag far behind, for most starts."""
    train, valid = (measured.fabric.patches(150, seed) for seed in (5, 6))
    gains = []
    for seed in range(4):
        keras.utils.set_random_seed(seed)
        model = measured.build(measured.Network(), measured.Training())
        model.fit(*train, batch_size=10, epochs=2, verbose=0)
        before = model.get_weights()
        gains.append(measured.recalibrated(model, train, valid).mean() - measured.correct(model, valid).mean())
        for old, new in zip(before, model.get_weights(), strict=True):
            np.testing.assert_array_equal(old, new)
    assert np.mean(gains) > 0.1, gains


def test_each_recorded_curve_has_a_number_for_each_epoch():
    runs = recorded("fabric_curves")
    for column in ("val_accuracy_by_epoch", "train_accuracy_by_epoch"):
        assert (runs[column].str.len() == 14).all()


def test_the_momentum_of_batch_norm_changes_what_is_validated_and_not_what_is_trained():
    runs = recorded("fabric_curves").set_index(["variant", "unit"])["train_accuracy_by_epoch"]
    pairs = [(runs["batch-32"], runs["batch-32-bn-0.9"]), (runs["as-asked"], runs["bn-momentum-0.9"])]
    for longer, shorter in pairs:
        assert [longer[unit] for unit in shorter.index] == shorter.tolist()
