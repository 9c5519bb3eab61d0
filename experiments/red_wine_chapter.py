"""The chapter's network, 3 x 128 units and batches of 64, for as many optimizer steps as the lesson takes."""

from __future__ import annotations

from functools import partial

from red_wine import Network, Training, run
from runner import Experiment, main

RELU = ("dense", "relu")
DROPOUT = ("dense", "relu", "dropout")
BN = ("dense", "relu", "bn")
NETWORKS = {
    "lesson": Network(("dense", "relu", "dropout", "bn"), 128),
    "dropout-only": Network(DROPOUT, 128),
    "plain": Network(RELU, 128),
    "bn-only": Network(BN, 128),
    "relu-bn-dropout": Network(("dense", "relu", "bn", "dropout"), 128),
    "bn-relu-dropout": Network(("dense", "bn", "relu", "dropout"), 128),
    "dropout-only-bias": Network(DROPOUT, 128, bias_at_mean=True),
    "plain-bias": Network(RELU, 128, bias_at_mean=True),
    "bn-only-bias": Network(BN, 128, bias_at_mean=True),
    "standardised": Network(RELU, 128, scaling="standardised"),
    "standardised-dropout": Network(DROPOUT, 128, scaling="standardised"),
    "input-bn-dropout": Network(DROPOUT, 128, scaling="input-bn"),
}
TRAINING = Training(epochs=30, batch_size=64)
EXPERIMENT = Experiment(
    "red_wine_chapter", {name: partial(run, network, TRAINING) for name, network in NETWORKS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
