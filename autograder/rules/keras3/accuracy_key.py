"""# Accuracy under another name in the history

**What it sees.** `history.history["acc"]` after a training whose metric is called `accuracy`, or the reverse; and a
callback of the author's that asks its logs for it.

**Why it hurts.** The history has the name that the metric was given: since Keras 2.3 `accuracy` for
`metrics=["accuracy"]`. Any other name is a `KeyError`, after the training is done; in a callback `logs.get("acc")` is
`None`.

**Example.**

```python
import numpy as np
import keras

x, y = np.random.rand(32, 4), np.zeros(32)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(x, y, verbose=0)
print(history.history["acc"])  # ← here
```

**Instead.**

```python
import numpy as np
import keras

x, y = np.random.rand(32, 4), np.zeros(32)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(x, y, verbose=0)
print(history.history["accuracy"])
```
"""

from __future__ import annotations

import ast
from typing import Any

from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, constant, keyword
from autograder.anatomy.training import Compile, Fit, Made, Use
from autograder.rules.looks.callbacks import asked_logs, hooks
from autograder.rules.looks.words import OTHER_ACCURACY
from autograder.rules.rule import Fault, Faults, Found, Level, Rule


def _look(model: ModelSource) -> Faults:
    for number, event in enumerate(model.training.events):
        if not isinstance(event, Use) or event.method != "history" or not event.certain:
            continue
        key = event.arguments["key"]
        wanted = key.removeprefix("val_")
        fits = [fit for fit in model.training.events[:number] if isinstance(fit, Fit)]
        compiled = {_spelt(model.training.compiled_for(fit)) for fit in fits}
        if compiled == {OTHER_ACCURACY.get(wanted)}:
            there = key.removesuffix(wanted) + OTHER_ACCURACY[wanted]
            yield Fault(f"The history has no {key!r}: the metric is called {there!r} there.", event.place)


def _in_callback(text: Text) -> Found:
    """``logs.get("acc") > 0.95``, where ``compile`` says ``metrics=["accuracy"]``."""
    asked = {word for call in text.calls({"compile"}) for word in _words(text, keyword(call, "metrics"))}
    for method in hooks(text) if asked else ():
        for node, key in asked_logs(method):
            other = OTHER_ACCURACY.get(key.removeprefix("val_"), "")
            if other in asked and key.removeprefix("val_") not in asked:
                there = key.replace(key.removeprefix("val_"), other)
                yield f"logs has no {key!r}: the metric is called {there!r} there.", node


def _words(text: Text, metrics: ast.expr | None) -> list[str]:
    listed = text.resolved(metrics) if metrics is not None else None
    return [str(constant(part)) for part in (*getattr(listed, "elts", ()), listed) if constant(part)]


def _spelt(compiled: Any) -> str:
    """How accuracy was asked for, if that is the only metric."""
    metrics = compiled.metrics if isinstance(compiled, Compile) else ()
    if isinstance(metrics, tuple) and len(metrics) == 1 and isinstance(metrics[0], Made) and metrics[0].by_name:
        return metrics[0].spelt if "weighted_metrics" not in compiled.arguments else ""
    return ""


RULE = Rule(
    level=Level.ERROR,
    title="accuracy under another name in the history",
    instead="Look it up under the name that compile was given.",
    model=_look,
    text=_in_callback,
)
