"""# The model's answer is outside of the tape

**What it sees.** A `GradientTape` is asked for gradients of a model's weights, but the model was called before the
tape was opened, or only by `predict`, which gives NumPy arrays, or its answer was made one by `.numpy()`.

**Why it hurts.** A tape knows only what TensorFlow computes while it is open. It finds no way from the loss to the
weights, so every gradient is None, and `apply_gradients` stops with "No gradients provided for any variable".

**Example.**

```python
import keras
import tensorflow as tf

net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
for x, y in batches:
    guess = net(x, training=True)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((guess - y) ** 2)
    slopes = tape.gradient(loss, net.trainable_variables)  # ← here
    adam.apply_gradients(zip(slopes, net.trainable_variables))
```

**Instead.**

```python
import keras
import tensorflow as tf

net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
adam = keras.optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        guess = net(x, training=True)
        loss = tf.reduce_mean((guess - y) ** 2)
    slopes = tape.gradient(loss, net.trainable_variables)
    adam.apply_gradients(zip(slopes, net.trainable_variables))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.source import Program
from autograder.anatomy.text import Text, names, walk
from autograder.rules.looks.networks import assigned_in
from autograder.rules.looks.tapes import adrift, opened_for
from autograder.rules.looks.untaped import lost_gradients
from autograder.rules.rule import Faults, Found, Level, Rule, in_text

_NUMPY = ("np.", "numpy.")


def _look(program: Program) -> Faults:
    found = [*in_text(program, lost_gradients), *in_text(program, _gradients)]
    yield from found or in_text(program, adrift)


def _gradients(text: Text) -> Found:
    """Gradients of what a tape has not seen."""
    for call in text.calls({"gradient"}):
        opened = opened_for(text, call)
        if opened is None or not call.args:
            continue
        within = any(part is call for part in walk(opened))
        asked = call.args[0]
        if isinstance(asked, ast.Call | ast.BinOp | ast.UnaryOp) and not within:
            yield "This is computed after the tape has closed: its gradients are None.", asked
        if isinstance(asked, ast.Name) and not within and _computed_after(text, asked.id, opened, call):
            yield f"{asked.id} is computed after the tape has closed: its gradients are None.", asked
        wanted = asked.id if isinstance(asked, ast.Name) else ""
        for node in walk(opened) if wanted else ():
            if isinstance(node, ast.Assign) and wanted in names(node.targets[0]) and _leaves_tensors(node.value):
                said = f"{wanted} is no tensor any more, and no tape follows numbers of NumPy or Python"
                yield f"{said}: its gradients are None.", node.value
    for call in text.calls({"minimize"}):
        loss = text.argument(call, 0, "loss")
        if isinstance(loss, ast.Lambda) and isinstance(loss.body, ast.Name) and not loss.args.args:
            said = f"{loss.body.id} was computed before, outside of the function that minimize calls"
            yield f"{said}: there is no gradient.", call


def _computed_after(text: Text, name: str, tape: ast.With, call: ast.Call) -> bool:
    """Whether a variable gets its value between a tape and the question for gradients, and not under the tape."""
    following, met = text.following(tape), False
    while following is not None and not any(part is call for part in walk(following)):
        met = met or (isinstance(following, ast.Assign) and name in names(following.targets[0]))
        following = text.following(following)
    return met and following is not None and not assigned_in(tape, name)


def _leaves_tensors(value: ast.expr) -> bool:
    function = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return function.startswith(_NUMPY) or function == "float" or function.endswith((".numpy", ".item"))


RULE = Rule(
    level=Level.ERROR,
    title="the model's answer is outside of the tape",
    instead="Call the model itself, model(x, training=True), under the tape.",
    program=_look,
)
