"""Networks that look for leaks: by class weights, by rows and epochs; and two answers without a network."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from leaks_networks import Recipe, answers, draw, scores, trained
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression


def run(recipe: Recipe, unit: int) -> Outcome:
    """Train, and judge on the test rows."""
    model, history, (_, _, test) = trained(recipe, unit)
    return scores(answers(model, test), test[1], len(history.epoch))


def never(unit: int) -> Outcome:
    """No pipe ever leaks."""
    *_, (_, truth) = draw(unit, 100)
    return scores(np.full(len(truth), 1e-6), truth)


def line(unit: int) -> Outcome:
    """Logistic regression."""
    train, _, (rows, truth) = draw(unit, Recipe().rows)
    return scores(LogisticRegression(max_iter=1000).fit(*train).predict_proba(rows)[:, 1], truth)


FEW = Recipe(rows=300, units=64, epochs=60, rate=0.01)


def overfitted(best: bool, unit: int) -> Outcome:
    """Long training on few rows; at its end, or in the epoch whose validation loss is least."""
    keep = keras.callbacks.EarlyStopping("val_loss", patience=FEW.epochs, restore_best_weights=True)
    return run(replace(FEW, callbacks=lambda: [keep]) if best else FEW, unit)


EXPERIMENT = Experiment(
    "loss_and_metrics",
    {
        "network": partial(run, Recipe()),
        "class-weights": partial(run, Recipe(leak_weight=24.0)),
        "never": never,
        "line": line,
        "few-rows-best": partial(overfitted, True),
        "few-rows-end": partial(overfitted, False),
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
