"""The lesson at its full size: 3 x 1024 units, 100 epochs, batches of 256; who needs batch normalization?"""

from __future__ import annotations

from functools import partial

from red_wine import Network, Training, run
from runner import Experiment, main

RELU = ("dense", "relu")
LESSON = ("dense", "relu", "dropout", "bn")
NETWORKS = {
    "lesson": Network(LESSON),
    "dropout-only": Network(("dense", "relu", "dropout")),
    "plain": Network(RELU),
    "bn-only": Network(("dense", "relu", "bn")),
    "relu-bn-dropout": Network(("dense", "relu", "bn", "dropout")),
    "bn-relu-dropout": Network(("dense", "bn", "relu", "dropout")),
    "standardised": Network(RELU, scaling="standardised"),
    "standardised-dropout": Network(("dense", "relu", "dropout"), scaling="standardised"),
    "bn-only-bias": Network(("dense", "relu", "bn"), bias_at_mean=True),
    "plain-bias": Network(RELU, bias_at_mean=True),
}
TRAINING = Training(epochs=100, batch_size=256)
EXPERIMENT = Experiment(
    "red_wine_lesson", {name: partial(run, network, TRAINING) for name, network in NETWORKS.items()}
)

if __name__ == "__main__":
    main(EXPERIMENT)
