"""# A monitor without a direction

**What it sees.** `EarlyStopping`, `ReduceLROnPlateau` or `ModelCheckpoint` watches a metric that is a function or a
class of the author's, one that counts, or one of several outputs, and is not told with `mode` whether it should rise
or fall.

**Why it hurts.** Keras no longer guesses from the name. It knows the direction of its own metrics and of the whole
`loss`; for any other it raises a `ValueError` when the first epoch is over.

**Example.**

```python
import keras


def f1(truth, guess):
    right = keras.ops.sum(truth * keras.ops.round(guess))
    return 2 * right / (keras.ops.sum(truth) + keras.ops.sum(keras.ops.round(guess)) + 1e-7)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[f1])
slower = keras.callbacks.ReduceLROnPlateau(monitor="val_f1", patience=3)  # ← here
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[slower])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[keras.metrics.F1Score(name="f1")])
slower = keras.callbacks.ReduceLROnPlateau(monitor="val_f1", mode="max", patience=3)
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[slower])
```
"""

from __future__ import annotations

from autograder.anatomy.source import ModelSource, Program
from autograder.rules import asking, fitting, spelt
from autograder.rules.rule import Fault, Faults, Level, Rule

_WAIT = frozenset({"EarlyStopping", "ReduceLROnPlateau", "ModelCheckpoint"})


def _look(program: Program) -> Faults:
    if not program.older:
        yield from spelt.misused(program, "direction")
        for model in program.models:
            yield from _of_one_output(model)


def _of_one_output(model: ModelSource) -> Faults:
    names = asking.output_names(model)
    for fit in model.training.fits if len(names) > 1 and model.form == "functional" else ():
        for made in fitting.some_callbacks(fit):
            monitor = made.arguments.get("monitor")
            told = made.arguments.get("mode", "auto") != "auto"
            if made.name not in _WAIT or told or not isinstance(monitor, str) or fit.guarded:
                continue
            bare = monitor.removeprefix("val_")
            if any(bare == f"{name}_loss" or _is_metric(model, bare, name) for name in names):
                said = f"Keras cannot tell whether {bare} should rise or fall, for it is about one output"
                yield Fault(f"{said}: {made.name} stops the training after the first epoch.", made.place)


def _is_metric(model: ModelSource, bare: str, output: str) -> bool:
    """Whether this is a metric of one output, under the name that Keras reports it by."""
    number = asking.output_names(model).index(output)
    found = [metric for event in asking.compiles(model) for metric in asking.metrics(model, event).get(number, ())]
    spelt_names = [metric.spelt or metric.arguments.get("name", metric.name) for metric in found]
    return any(bare == f"{output}_{name}" for name in spelt_names)


RULE = Rule(
    level=Level.ERROR,
    title="a monitor without a direction",
    instead='Say mode="max" if it is better when it is higher, mode="min" if it is better when it is lower.',
    program=_look,
    exact=True,
    about=("monitor",),
)
