"""# A tensor that no tape watches

**What it sees.** A tape is asked for the gradient of a picture or of other rows, which are a plain tensor made
before, and nothing calls `tape.watch`.

**Why it hurts.** A tape follows variables by itself, and no other tensors. The gradient is `None`, and the next
line fails, or nothing is changed.

**Example.**

```python
import tensorflow as tf

picture = tf.constant(x_test[:1])
with tf.GradientTape() as tape:
    loss = loss_of(label, model(picture))
slopes = tape.gradient(loss, picture)  # ← here
picture = picture + 0.1 * tf.sign(slopes)
```

**Instead.**

```python
import tensorflow as tf

picture = tf.constant(x_test[:1])
with tf.GradientTape() as tape:
    tape.watch(picture)
    loss = loss_of(label, model(picture))
slopes = tape.gradient(loss, picture)
picture = picture + 0.1 * tf.sign(slopes)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, names, owner_of, walk
from autograder.rules.looks.networks import assigned_in
from autograder.rules.looks.scopes import arguments, owner
from autograder.rules.looks.tapes import opened_for
from autograder.rules.rule import Found, Level, Rule

_MAKES = frozenset({
    "constant", "convert_to_tensor", "cast", "expand_dims", "reshape", "normal", "uniform", "array", "asarray",
    "ones", "zeros", "preprocess_input", "img_to_array", "resize",
})  # fmt: skip


def _look(text: Text) -> Found:
    if ".watch(" in text.whole or not any(text.calls({"GradientTape"})):
        return
    for call in text.calls({"gradient"}):
        wanted = argument_at(call, 1, "sources")
        opened = opened_for(text, call)
        if not isinstance(wanted, ast.Name) or opened is None or assigned_in(opened, wanted.id):
            continue
        if _is_plain(text, wanted.id, opened):
            said = f"{wanted.id} is no variable, and {owner_of(call)} does not watch it"
            yield f"{said}: the gradient is None.", wanted


def _is_plain(text: Text, name: str, tape: ast.With) -> bool:
    """Whether a tensor that the tape computes with is surely no variable."""
    read = any(name in names(part) for part in tape.body)
    if name in arguments(owner(text, tape)):
        return read and "Variable(" not in text.whole and any(_calls_on(part, name) for part in tape.body)
    value, _ = text.latest(name, tape)
    return read and isinstance(value, ast.Call) and called(value) in _MAKES


def _calls_on(body: ast.stmt, name: str) -> bool:
    """Whether a network is called on the tensor: ``model(image)``."""
    return any(
        isinstance(part, ast.Call) and any(getattr(one, "id", "") == name for one in part.args[:1])
        for part in walk(body)
    )


RULE = Rule(
    level=Level.ERROR,
    title="a tensor that no tape watches",
    instead="Call tape.watch(x) as the first thing under the tape, or make x a tf.Variable.",
    text=_look,
)
