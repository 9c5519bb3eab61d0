"""What the fabric experiments measure: roughness, and the same weights with fresh statistics."""

from __future__ import annotations

import importlib
from pathlib import Path

import keras
import numpy as np
import pandas as pd
import pytest

EXPERIMENTS = Path(__file__).resolve().parents[1] / "experiments"


@pytest.fixture
def measured(monkeypatch):
    """The module ``experiments/fabric.py``."""
    monkeypatch.syspath_prepend(EXPERIMENTS)
    return importlib.import_module("fabric")


def test_a_curve_that_goes_up_and_down_by_d_has_roughness_2d(measured):
    assert measured.roughness(0.8 + 0.05 * (-1.0) ** np.arange(14)) == pytest.approx(0.2)


@pytest.mark.parametrize("curve", [np.full(14, 0.2), np.linspace(0.4, 0.9, 14)], ids=["stuck", "learns evenly"])
def test_a_straight_line_is_smooth_even_if_it_is_stuck(measured, curve):
    assert measured.roughness(curve) == pytest.approx(0)


def test_the_first_half_of_the_epochs_does_not_count(measured):
    assert measured.roughness([0, 1, 0, 1, 0, 1, 0, *[0.5] * 7]) == 0
    assert measured.roughness([*[0.5] * 7, 0, 1, 0, 1, 0, 1, 0]) == pytest.approx(2)


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


def test_the_results_hold_no_run_twice_and_no_gaps():
    table = pd.read_csv(EXPERIMENTS / "results" / "fabric_curves.csv")
    assert not table.duplicated(["variant", "seed"]).any()
    assert table.notna().all().all()
    epochs = table["val_accuracy_by_epoch"].str.split().str.len()
    assert (epochs == 14).all()
