"""Processor time of ten steps of training, by what is frozen, divided by that with nothing frozen."""

from __future__ import annotations

import statistics
import time

from freezing import BATCH, CLASSES, alone, fit, network, released, start
from runner import Experiment, Outcome, main

# isort: split
import keras
import numpy as np

STEPS, ROUNDS = 10, 3
LEARN = {"all": (1, 2, 3), "last_two": (2, 3), "last": (3,), "first": (1,), "none": ()}


def run(unit: int) -> Outcome:
    """The median of some rounds, in each of which all take turns."""
    keras.utils.set_random_seed(unit)
    random = np.random.default_rng(unit)
    images = random.random((STEPS * BATCH, 14, 14, 1)).astype("float32")
    labels = random.integers(0, CLASSES, len(images))
    features = np.asarray(released()(images))
    head = alone().head.get_weights()
    jobs = {name: (network(blocks), images) for name, blocks in LEARN.items()} | {"stored": (alone(), features)}
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(1 + ROUNDS):
        for name, (parts, inputs) in jobs.items():
            start(parts, 0.001, released().get_weights(), head)
            began = time.process_time()
            fit(parts, inputs, labels, STEPS, unit)
            seconds[name].append(time.process_time() - began)
    typical = {name: statistics.median(taken[1:]) for name, taken in seconds.items()}  # the first round is tracing
    return Outcome({name: typical[name] / typical["all"] for name in jobs if name != "all"})


EXPERIMENT = Experiment("freezing_cost", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
