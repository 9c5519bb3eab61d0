"""# A penalty that is never added

**What it sees.** Layers have a regularizer, or call `add_loss`; a training loop of the author's takes the gradient of
a loss to which it never adds `model.losses`.

**Why it hurts.** A regularizer changes no weight by itself. It gives Keras a number to add to the loss, and `fit`
adds it. A loop with a gradient tape has to do that: without it the model is trained as if the regularizer were not
there.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, kernel_regularizer="l2")])
optimizer = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x, training=True)) ** 2)  # ← here
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, kernel_regularizer="l2")])
optimizer = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((y - model(x, training=True)) ** 2) + sum(model.losses)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import WEIGHTS, Text, called
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.tapes import owner_of_call
from autograder.rules.looks.words import BY_HAND
from autograder.rules.rule import Found, Level, Rule

_PENALTIES = frozenset({"L1", "L2", "L1L2", "l1", "l2", "l1_l2", "OrthogonalRegularizer"})
_APPLIES = frozenset({"apply_gradients", "apply", "assign", "assign_sub", "minimize"})
_LIBRARIES = frozenset({"keras", "tf.keras", "tensorflow.keras", "tf", "K"})
_ADDS = ("compute_loss", "compiled_loss", "l2_loss", "get_regularization_loss", "_losses(", "getattr(")


def _look(text: Text) -> Found:
    """``loss = cross_entropy(y, model(x))``, where the layers of the model have regularizers."""
    if not any(word in text.whole for word in BY_HAND):
        return
    what = _penalty(text)
    if not what or any(word in text.whole for word in _ADDS) or _reads_losses(text):
        return
    asks = [call for call in text.calls({"gradient"}) if len(call.args) > 1]
    models = {_model(call.args[1]) for call in asks}
    for tape in text.all(ast.With) if len(models) == 1 and "" not in models else ():
        opened = {last_name(item.optional_vars) for item in tape.items
                  if item.optional_vars is not None and called(item.context_expr) == "GradientTape"}  # fmt: skip
        lost = {ast.unparse(call.args[0]) for call in asks
                if owner_of_call(call) in opened and text.function_of(call) == text.function_of(tape)}  # fmt: skip
        steps = any(text.function_of(call) == text.function_of(tape) for call in text.calls(_APPLIES))
        last = [one for one in tape.body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) in lost]
        if last and steps:
            said = f"{what} adds to {models.pop()}.losses, and this loop minimizes the loss without them"
            yield f"{said}.", last[-1].value
            return


def _model(sources: ast.expr) -> str:
    """The model for whose weights gradients are asked."""
    return ast.unparse(sources.value) if isinstance(sources, ast.Attribute) and sources.attr in WEIGHTS else ""


def _penalty(text: Text) -> str:
    """What in a program adds to the losses of a model; empty if nothing does for certain."""
    for given in text.all(ast.keyword):
        if (given.arg or "").endswith("_regularizer"):
            value = text.resolved(given.value)
            named = isinstance(value, ast.Constant) and isinstance(value.value, str)
            if named or called(value) in _PENALTIES:
                return str(given.arg)
    return "add_loss" if any(owner_of_call(call) == "self" for call in text.calls({"add_loss"})) else ""


def _reads_losses(text: Text) -> bool:
    """Whether the losses of a model are read, or a regularizer is called on weights."""
    asked = any(one.attr == "losses" and ast.unparse(one.value) not in _LIBRARIES for one in text.all(ast.Attribute))
    held = {name for name, values in text.values.items() if any(called(value) in _PENALTIES for value in values)}
    return asked or any(ast.unparse(call.func) in held or "regulariz" in called(call) for call in text.all(ast.Call))


RULE = Rule(
    level=Level.WARNING,
    title="a penalty that is never added",
    instead="Add sum(model.losses) to the loss, under the tape and after the model was called.",
    text=_look,
    exact=True,
)
