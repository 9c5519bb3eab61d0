"""Batch norm on raw features by Adam and by plain gradient descent, at several rates (40 epochs, batches of 64).

The exploration chooses a rate for each network and optimizer; a claim then compares networks at their own rate.
"""

from __future__ import annotations

from functools import partial

from red_wine import Network, Training, run
from runner import Experiment, main

NETWORKS = {
    "plain": Network(("dense", "relu"), 128),
    "bn-only": Network(("dense", "relu", "bn"), 128),
    "lesson": Network(("dense", "relu", "dropout", "bn"), 128),
}
RATES = {"adam": (3e-4, 1e-3, 3e-3, 1e-2, 3e-2), "sgd": (3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1)}
EXPERIMENT = Experiment(
    "red_wine_rates",
    {
        f"{name}-{optimizer}-{rate:g}": partial(run, network, Training(40, 64, optimizer, rate))
        for name, network in NETWORKS.items()
        for optimizer, rates in RATES.items()
        for rate in rates
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
