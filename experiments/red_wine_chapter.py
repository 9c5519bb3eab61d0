"""The chapter's network, 3 x 128 units and batches of 64, for as many optimizer steps as the lesson takes."""

from __future__ import annotations

from functools import partial

from red_wine import Network, Training, run
from runner import Experiment, main

PLAIN, DROPOUT = ("dense", "relu"), ("dense", "relu", "dropout")
NETWORKS = {
    "lesson": Network((*DROPOUT, "bn"), 128),
    "relu-bn-dropout": Network(("dense", "relu", "bn", "dropout"), 128),
    "bn-relu-dropout": Network(("dense", "bn", "relu", "dropout"), 128),
    "dropout-only": Network(DROPOUT, 128),
    "plain": Network(PLAIN, 128),
    "dropout-only-bias": Network(DROPOUT, 128, bias_at_mean=True),
    "standardised": Network(PLAIN, 128, scaling="standardised"),
    "standardised-dropout": Network(DROPOUT, 128, scaling="standardised"),
    "input-bn-dropout": Network(DROPOUT, 128, scaling="input-bn"),
}
TRAINING = Training(epochs=30, batch_size=64)
EXPERIMENT = Experiment(
    "red_wine_chapter", {name: partial(run, network, TRAINING) for name, network in NETWORKS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
