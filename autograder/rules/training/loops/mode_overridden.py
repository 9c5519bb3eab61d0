"""# A mode that fit and predict override

**What it sees.** In a functional model, a dropout, a noise or a trained network is called with `training=True`, and
the program calls `predict` or `evaluate`; or with `training=False`, and the program calls `fit`. A trained network
counts with `training=False` only if it has batch norm and nothing is frozen.

**Why it hurts.** `fit` hands `training=True` to every layer of a functional model, `predict` and `evaluate` hand
`training=False`, and what was written at a layer's call no longer counts: only a plain call of the model obeys it.
So a dropout that is told to stay on is silent in `predict`, which gives the same answer a hundred times; one that is
told to stay off drops units in `fit`; and the averages of batch norm in a trained network that is called with
`training=False` move while it is trained.

**Example.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dropout(0.5)(x, training=True)  # ← here
model = keras.Model(inputs, keras.layers.Dense(1)(x))
model.compile(loss="mse", optimizer="adam")
model.fit(rows, targets, epochs=20, validation_split=0.2)
answers = [model.predict(new_rows) for _ in range(100)]
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dropout(0.5)(x)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
model.compile(loss="mse", optimizer="adam")
model.fit(rows, targets, epochs=20, validation_split=0.2)
answers = [model(new_rows, training=True) for _ in range(100)]
```
"""

from __future__ import annotations

import ast
import re

from autograder.anatomy.pretrained import has_batch_norm
from autograder.anatomy.text import Text, called, keyword
from autograder.rules.rule import Found, Level, Rule

_ANSWERS = frozenset({"predict", "evaluate", "predict_on_batch", "test_on_batch"})
_FITS = frozenset({"fit", "fit_generator", "train_on_batch"})
_TOLD_THE_MODE = frozenset({"call", "__call__", "train_step", "test_step", "predict_step"})
_FROZEN = re.compile(r"trainable\s*=\s*False")


def _look(text: Text) -> Found:
    """``Dropout(0.5)(x, training=True)`` in a functional model: ``fit`` and ``predict`` hand on their own modes."""
    answers, fits = (next(text.calls(wanted), None) is not None for wanted in (_ANSWERS, _FITS))
    frozen = _FROZEN.search(text.whole) is not None
    for call in text.all(ast.Call):
        mode = getattr(keyword(call, "training"), "value", None)
        if not isinstance(mode, bool) or text.name_of(text.function_of(call)) in _TOLD_THE_MODE:
            continue
        layer = text.resolved(call.func)
        name = called(layer)
        is_base = isinstance(layer, ast.Call) and keyword(layer, "include_top") is not None
        if not is_base and "Dropout" not in name and name != "GaussianNoise":
            continue
        if mode and answers:
            said = "evaluate and predict hand on training=False: all their answers are the same"
            yield f"{said}, and training=True holds in a plain call of the model only.", call
        elif not mode and fits and not is_base:
            yield f"fit hands on training=True: in training, {name} acts all the same.", call
        elif not mode and fits and not frozen and has_batch_norm(name):
            said = f"fit hands on training=True: nothing of {name} is frozen"
            yield f"{said}, and the averages of its batch norms move.", call


RULE = Rule(
    level=Level.WARNING,
    title="a mode that fit and predict override",
    instead="For noise, call the model itself: model(x, training=True). To keep batch norm still, freeze its layers.",
    text=_look,
    learn="train-vs-inference#probe-told",
    about=("training",),
    exact=True,
)
