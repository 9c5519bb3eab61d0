"""What saves dropout on raw features? The chapter's network, as many optimizer steps as the lesson takes."""

from __future__ import annotations

from functools import partial

from red_wine import Network, Training, run
from runner import Experiment, main

DROPOUT = ("dense", "relu", "dropout")
NETWORKS = {
    "lesson": Network((*DROPOUT, "bn"), 128),
    "dropout-only": Network(DROPOUT, 128),
    "dropout-only-bias": Network(DROPOUT, 128, bias_at_mean=True),
}
TRAINING = Training(epochs=30, batch_size=64)
EXPERIMENT = Experiment(
    "red_wine_chapter", {name: partial(run, network, TRAINING) for name, network in NETWORKS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
