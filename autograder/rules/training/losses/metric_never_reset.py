"""# A metric that is never reset

**What it sees.** A training loop of the author's asks a metric for its `result()` in each epoch, and nothing resets
the metric between two epochs.

**Why it hurts.** A metric adds up all that it is given until somebody resets it, as `fit` does before each epoch.
Here the figure of epoch 10 is the mean of ten epochs: it rises more slowly than the model learns, hides that the
model gets worse, and misleads whatever stops the training or chooses the best weights by it.

**Example.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
accuracy = keras.metrics.SparseCategoricalAccuracy()
for epoch in range(20):
    for x, y in batches:
        with tf.GradientTape() as tape:
            logits = model(x, training=True)
            loss = loss_fn(y, logits)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        accuracy.update_state(y, logits)
    print(epoch, float(accuracy.result()))  # ← here
```

**Instead.**

```python
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
accuracy = keras.metrics.SparseCategoricalAccuracy()
for epoch in range(20):
    accuracy.reset_state()
    for x, y in batches:
        with tf.GradientTape() as tape:
            logits = model(x, training=True)
            loss = loss_fn(y, logits)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        accuracy.update_state(y, logits)
    print(epoch, float(accuracy.result()))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.tapes import owner_of_call
from autograder.rules.looks.words import BY_HAND
from autograder.rules.rule import Found, Level, Rule

_EPOCH = re.compile("epoch", re.IGNORECASE)
_RESETS = frozenset({"reset_state", "reset_states", "reset", "reset_metrics", "reset_all"})
_COUNTERS = frozenset({"Sum"})  # what is seen in all is no figure of an epoch


def _look(text: Text) -> Found:
    """``accuracy.result()`` in each epoch, where nothing resets the metric between two."""
    if not any(word in text.whole for word in BY_HAND):
        return
    if ".result()" not in text.whole:
        return
    known = api()["metrics"].keys() - _COUNTERS
    made = {name for name, values in text.values.items() if all(called(value) in known for value in values)}
    made |= {ast.unparse(target) for one in text.all(ast.Assign) for target in one.targets
             if isinstance(target, ast.Attribute) and called(one.value) in known}  # fmt: skip
    reset = {owner_of_call(call) for call in text.calls(_RESETS)}
    if not made or not reset <= made:
        return
    told: set[str] = set()
    for loop in text.all(ast.For):
        inside = list(_reached(text, loop)) if _is_over_epochs(loop) else []
        if not any(isinstance(node, ast.For) for node in inside):
            continue
        calls = [node for node in inside if isinstance(node, ast.Call)]
        new = {ast.unparse(target) for node in inside if isinstance(node, ast.Assign) for target in node.targets}
        fed = {owner_of_call(call) for call in calls if called(call) == "update_state"}
        fed |= {ast.unparse(call.func) for call in calls if call.args}
        never = {name for name in made if name in fed and name not in reset | new | told}
        read = [call for call in calls if called(call) == "result" and owner_of_call(call) in never]
        for first in read[:1]:
            names = list(dict.fromkeys(map(owner_of_call, read)))
            told |= set(names)
            what = " and ".join(names) + (" is" if len(names) == 1 else " are")
            yield f"{what} never reset: each figure is the mean of all epochs so far.", first


def _is_over_epochs(loop: ast.For) -> bool:
    spelt = f"{ast.unparse(loop.target)} {ast.unparse(loop.iter)}"
    return _EPOCH.search(spelt) is not None


def _reached(text: Text, loop: ast.For) -> Iterator[ast.AST]:
    """The nodes of a loop, and those of the functions of the author's that it calls."""
    seen: set[str] = set()
    todo: list[ast.AST] = list(loop.body)
    while todo:
        for node in walk(todo.pop()):
            yield node
            function = text.functions.get(called(node))
            if function is not None and function.name not in seen:
                seen.add(function.name)
                todo += function.body


RULE = Rule(
    level=Level.WARNING,
    title="a metric that is never reset",
    instead="Call its reset_state() at the begin of each epoch.",
    text=_look,
    exact=True,
)
