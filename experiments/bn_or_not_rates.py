"""Which learning rate each arm of ``bn_or_not`` gets: four for each, on units that decide nothing."""

from __future__ import annotations

from functools import partial

from bn_or_not import ARMS, KINDS, Recipe, run
from runner import Experiment, main

TRIED = {"sgd": (0.03, 0.1, 0.3, 1.0), "adam": (0.001, 0.003, 0.01, 0.03)}

EXPERIMENT = Experiment(
    "bn_or_not_rates",
    {
        f"{kind}-{arm}-{rate:g}": partial(run, Recipe(memory, optimizer=KINDS[kind], rate=rate, epochs=2))
        for kind, rates in TRIED.items()
        for arm, memory in ARMS.items()
        for rate in rates
    },
)

if __name__ == "__main__":
    main(EXPERIMENT)
