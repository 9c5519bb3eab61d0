"""# Random changes that a cache keeps

**What it sees.** A data set is mapped through a function that changes images at random, and `cache()` comes after it.

**Why it hurts.** A cache keeps what it gets in the first epoch, and gives the same again in all others. Each image is
flipped, turned or cut once, and stays like that: no epoch brings anything new, which was the point.

**Example.**

```python
import tensorflow as tf

def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = tf.data.Dataset.from_tensor_slices((images, labels))
train = train.map(augment)
train = train.cache().shuffle(1000).batch(32)  # ← here
```

**Instead.**

```python
import tensorflow as tf

def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = tf.data.Dataset.from_tensor_slices((images, labels))
train = train.cache().shuffle(1000)
train = train.map(augment).batch(32)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called
from autograder.rules.looks.words import RANDOM
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``data.map(flip_at_random).cache()``: the cache keeps what was drawn in the first epoch."""
    functions = {node.name: ast.unparse(node) for node in text.all(ast.FunctionDef)}
    layers = [
        name for name, values in text.values.items() if any(word in ast.unparse(values[-1]) for word in RANDOM[:1])
    ]
    drawn = [name for name, body in functions.items() if _changes_at_random(body, layers)]
    for cache in text.calls({"cache"}):
        for step in _steps_before(text, cache):
            given = step.args[0] if called(step) == "map" and step.args else None
            body = functions.get(given.id, "") if isinstance(given, ast.Name) else ast.unparse(given) if given else ""
            if _changes_at_random(body, [*layers, *drawn]):
                said = "The cache keeps what this map drew in the first epoch"
                yield f"{said}: each image is changed in the same way in all epochs.", cache
                break


def _changes_at_random(body: str, makers: list[str]) -> bool:
    """Whether a function changes images at random: by itself, or by functions and layers of these names."""
    flips = "tf.random." in body and any(word in body for word in ("flip", "rot90", "crop", "adjust_"))
    words = any(word in body for word in RANDOM) or any(f"{name}(" in body for name in makers)
    return (flips or words) and "training=False" not in body


def _steps_before(text: Text, call: ast.Call) -> Iterator[ast.Call]:
    """The steps of a pipeline before a call, nearest first."""
    user: ast.AST = call
    node: ast.expr | None = call
    for _ in range(30):
        if isinstance(node, ast.Name):
            node, user = _given_in(text, node.id, user) or text.latest(node.id, user)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node is not call:
                yield node
            node = node.func.value
        else:
            return


def _given_in(text: Text, name: str, user: ast.AST) -> tuple[ast.expr, ast.AST] | None:
    """What a function gave to one of its variables before a node that uses it, and where."""
    function, line = text.function_of(user), getattr(user, "lineno", 0)
    found = [
        statement
        for statement in (text.all(ast.Assign) if function else ())
        if text.function_of(statement) == function
        and statement.lineno < line
        and getattr(statement.targets[0], "id", "") == name
    ]
    last = max(found, key=lambda statement: statement.lineno, default=None)
    return None if last is None else (last.value, last)


RULE = Rule(
    level=Level.WARNING,
    title="random changes that a cache keeps",
    instead="Cache first, and change the images after that: data.cache().map(augment).",
    text=_look,
    exact=True,
)
