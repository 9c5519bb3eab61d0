"""# A step that the metric cannot take

**What it sees.** A callback waits until an accuracy, an AUC, a precision or a recall has risen by `min_delta`, and
that number is 1 or more; or until a cross-entropy has fallen by more than a tenth of what it is for a guess.

**Why it hurts.** These metrics lie between 0 and 1. None rises by 1 after the first epoch, so nothing ever counts as
progress: early stopping stops after `patience` epochs, however well the model learns. A cross-entropy of guessed
answers is the logarithm of the number of classes, 0.69 for two: in steps of 0.1 it can fall six times at most.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping("val_accuracy", min_delta=1, patience=5)  # ← here
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping("val_accuracy", min_delta=0.001, patience=5)
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

from math import log

from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Fit, Made
from autograder.rules import asking, fitting
from autograder.rules.rule import Fault, Faults, Level, Rule

_FEW = 10  # steps from a guess to the end


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        for made in fitting.some_callbacks(fit):
            monitor = fitting.monitor(made)
            if monitor in {"loss", "val_loss"} and made.name == "EarlyStopping":
                yield from _large_steps(model, fit, made)
            if not fitting.is_share(model, fit, monitor) or made.name not in {"EarlyStopping", "ReduceLROnPlateau"}:
                continue
            given = made.arguments.get("min_delta")
            if isinstance(given, int | float) and given >= 1:
                yield Fault(
                    f"{monitor} lies between 0 and 1: it never rises by {given:g}, so {made.name} sees no progress.",
                    made.place,
                )


def _large_steps(model: ModelSource, fit: Fit, made: Made) -> Faults:
    """Steps that a cross-entropy, which begins at that of a guess, can take only a few times."""
    step = made.arguments.get("min_delta")
    for head, loss, event in asking.trained_heads(model):
        alone = len(model.anatomy.outputs) == 1 and model.training.compiled_for(fit) is event
        classes = 2 if loss.name in asking.YES_OR_NO else head.units if loss.name in asking.ONE_OF_MANY else None
        if alone and classes and classes > 1 and isinstance(step, int | float):
            guessed = log(classes)
            if step * _FEW > guessed:
                times = f"it falls by {step:g} at most {guessed // step:.0f} times"
                said = f"For guesses {loss.name} is {guessed:.2f}: {times}, and smaller steps count as none."
                yield Fault(said, made.place)


RULE = Rule(
    level=Level.WARNING,
    title="a step that the metric cannot take",
    instead="Take a small step, min_delta=0.001: for a share, it is a tenth of a percent.",
    model=_look,
    exact=True,
    about=("min_delta",),
)
