"""# A name that Keras does not know

**What it sees.** A layer is given an activation, or `compile` is given a loss, a metric or an optimizer by a name
that is none of Keras' own, and the program registers none. Or a number stands where a regulariser is wanted.

**Why it hurts.** Keras looks the name up in its own list and stops. A function that the program defines is not in
that list.

**Example.**

```python
import keras

def weighted(truth, answer):
    return keras.ops.mean(2 * (truth - answer) ** 2)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="weighted", optimizer="adam")  # ← here
```

**Instead.**

```python
import keras

def weighted(truth, answer):
    return keras.ops.mean(2 * (truth - answer) ** 2)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss=weighted, optimizer="adam")
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.layers import ACTIVATIONS
from autograder.anatomy.source.names import api, known
from autograder.anatomy.text import Text, argument_at, called, constant, keyword
from autograder.rules.rule import Found, Level, Rule

_OWN_NAMES = ("custom_object", "register_keras_serializable")
_METRICS = frozenset({"acc", "accuracy", "ce", "crossentropy"})  # Keras chooses which one
_KINDS = {"loss": "losses", "optimizer": "optimizers"}


def _look(text: Text) -> Found:
    """``compile(loss="weighted")``, where nothing in the file teaches Keras other names."""
    taught = any(name in text.file for name in _OWN_NAMES)
    yield from () if taught else _activations(text)
    for call in text.calls({"compile"}) if not taught else ():
        for argument, group in _KINDS.items():
            given = keyword(call, argument) if isinstance(call.func, ast.Attribute) else None
            name = constant(given)
            if given is not None and isinstance(name, str) and name.lower() not in known(group):
                said = f"Keras knows no {argument} of the name {name!r}"
                yield f"{said}: a function of yours is passed itself, not by its name.", given
        metrics = keyword(call, "metrics", "weighted_metrics") if isinstance(call.func, ast.Attribute) else None
        for part in metrics.elts if isinstance(metrics, ast.List | ast.Tuple) else ():
            name = constant(part)
            if isinstance(name, str) and name.lower() not in _METRICS | known("metrics") | known("losses"):
                said = f"Keras knows no metric of the name {name!r}"
                yield f"{said}: a function of yours is passed itself, not by its name.", part


def _activations(text: Text) -> Found:
    """``Dense(8, activation="reLu")``, ``Activation("ReLU")``, ``Dense(8, kernel_regularizer=0.01)``."""
    own = {kind.name for kind in text.all(ast.ClassDef)}
    for call in text.all(ast.Call):
        given = argument_at(call, 0, "activation") if called(call) == "Activation" else keyword(call, "activation")
        name = constant(given)
        of_keras = called(call) in api()["layers"] and called(call) not in own
        if given is not None and isinstance(name, str) and of_keras and name not in ACTIVATIONS:
            yield f"Keras knows no activation of the name {name!r}.", given
        penalties = (one.value for one in call.keywords if str(one.arg).endswith("_regularizer") and of_keras)
        for penalty in penalties:
            if type(constant(penalty)) in (int, float):
                yield f"A number is no regulariser: write keras.regularizers.L2({ast.unparse(penalty)}).", penalty


RULE = Rule(
    level=Level.ERROR,
    title="name that Keras does not know",
    instead="Pass the function itself, `loss=weighted`, or correct the name.",
    text=_look,
)
