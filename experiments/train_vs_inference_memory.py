"""Peak memory of a small convolutional network in `fit`, in `predict` and in calls, above what is held before.

Each unit is a process of its own. There the kernel's record of the highest memory is set back before each
measurement, after a first one of the same kind that builds what stays. The order is drawn by the unit.
"""

from __future__ import annotations

import json
import subprocess
import sys

from runner import Experiment, Outcome, main

MEASURE = r"""
import ctypes, gc, json, sys
import numpy as np
import keras, tensorflow as tf
from keras import layers

SIDE, MAPS, DEPTH, ROWS, MEGABYTE = 48, 16, 6, 256, 1024.0

def held(field):
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1]) / MEGABYTE

def peak(work):
    work()
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # give back what was freed, or it would hide the next peak
    with open("/proc/self/clear_refs", "w") as reset:
        reset.write("5")
    before = held("VmRSS")
    work()
    return held("VmHWM") - before

unit = int(sys.argv[1])
keras.utils.set_random_seed(unit)
stack = [layers.Conv2D(MAPS, 3, padding="same", activation="relu") for _ in range(DEPTH)]
model = keras.Sequential([keras.Input((SIDE, SIDE, 1)), *stack, layers.GlobalAveragePooling2D(), layers.Dense(2)])
model.compile("sgd", "mse", jit_compile=False)
rows = np.random.default_rng(unit).normal(size=(ROWS, SIDE, SIDE, 1)).astype("float32")
targets = np.zeros((ROWS, 2), "float32")
traced = tf.function(model)
works = {
    "fit_32": lambda: model.fit(rows, targets, batch_size=32, verbose=0),
    "fit_128": lambda: model.fit(rows, targets, batch_size=128, verbose=0),
    "predict_32": lambda: model.predict(rows, batch_size=32, verbose=0),
    "predict_128": lambda: model.predict(rows, batch_size=128, verbose=0),
    "call_128": lambda: model(rows[:128]),
    "traced_128": lambda: traced(rows[:128]),
}
order = np.random.default_rng(unit).permutation(list(works))
found = {name: peak(works[name]) for name in order}
found = {name: found[name] for name in works}
print(json.dumps(found | {"maps_128": 128 * SIDE**2 * MAPS * DEPTH * 4 / MEGABYTE**2}))
"""


def run(unit: int) -> Outcome:
    """Megabytes by name; ``maps_128`` is counted: all maps of all layers for 128 rows."""
    call = [sys.executable, "-c", MEASURE, str(unit)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)  # noqa: S603 (our own text)
    return Outcome(json.loads(done.stdout.splitlines()[-1]))


EXPERIMENT = Experiment("train_vs_inference_memory", {"all": run})

if __name__ == "__main__":
    main(EXPERIMENT)
