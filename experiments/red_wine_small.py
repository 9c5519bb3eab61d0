"""Networks that train in seconds (40 epochs, batches of 32): the ones the chapter runs and the exercise grades."""

from __future__ import annotations

from functools import partial

from red_wine import Network, Training, run
from runner import Experiment, main

RELU = ("dense", "relu")
DROPOUT = ("dense", "relu", "dropout")
LESSON = ("dense", "relu", "dropout", "bn")
BN = ("dense", "relu", "bn")
NETWORKS = {
    # the lesson's shape at an eighth of its width
    "lesson-128": Network(LESSON, 128),
    "dropout-only-128": Network(DROPOUT, 128),
    "plain-128": Network(RELU, 128),
    "bn-only-128": Network(BN, 128),
    "relu-bn-dropout-128": Network(("dense", "relu", "bn", "dropout"), 128),
    "bn-relu-dropout-128": Network(("dense", "bn", "relu", "dropout"), 128),
    "lesson-bias-128": Network(LESSON, 128, bias_at_mean=True),
    "bn-only-bias-128": Network(BN, 128, bias_at_mean=True),
    "plain-bias-128": Network(RELU, 128, bias_at_mean=True),
    "dropout-only-bias-128": Network(DROPOUT, 128, bias_at_mean=True),
    "standardised-dropout-128": Network(DROPOUT, 128, scaling="standardised"),
    "standardised-dropout-bias-128": Network(DROPOUT, 128, scaling="standardised", bias_at_mean=True),
    # what the exercise asks for: scaled inputs, two blocks, a little dropout
    "raw-dropout-64": Network(DROPOUT, 64, 2, 0.2),
    "standardised-dropout-64": Network(DROPOUT, 64, 2, 0.2, "standardised"),
    "input-bn-dropout-64": Network(DROPOUT, 64, 2, 0.2, "input-bn"),
    "standardised-64": Network(RELU, 64, 2, scaling="standardised"),
    "standardised-dropout-bias-64": Network(DROPOUT, 64, 2, 0.2, "standardised", bias_at_mean=True),
    "standardised-bias-64": Network(RELU, 64, 2, scaling="standardised", bias_at_mean=True),
    # does dropout want more units?
    "standardised-dropout-16": Network(DROPOUT, 16, 2, 0.2, "standardised"),
    "standardised-16": Network(RELU, 16, 2, scaling="standardised"),
    "standardised-dropout-256": Network(DROPOUT, 256, 2, 0.2, "standardised"),
    "standardised-256": Network(RELU, 256, 2, scaling="standardised"),
}
TRAINING = Training(epochs=40, batch_size=32)
EXPERIMENT = Experiment(
    "red_wine_small", {name: partial(run, network, TRAINING) for name, network in NETWORKS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
