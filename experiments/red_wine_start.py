"""The lesson's size again, 3 x 1024 units and batches of 256, but only its first ten epochs: who is fast?"""

from __future__ import annotations

from functools import partial

from red_wine import Training, run
from red_wine_lesson import NETWORKS
from runner import Experiment, main

EXPERIMENT = Experiment(
    "red_wine_start",
    {
        name: partial(run, NETWORKS[name], Training(epochs=10, batch_size=256))
        for name in ("plain", "bn-only", "plain-bias", "bn-only-bias")
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
