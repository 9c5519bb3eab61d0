"""# Drawn only once

**What it sees.** A function that is mapped over a `tf.data` data set, or that `tf.function` marks, draws with
Python's `random` or with NumPy. Programs that run functions as Python for each row, by `tf.py_function` or
`tf.numpy_function`, are left alone.

**Why it hurts.** TensorFlow calls such a function once, to read what it computes, and repeats that. What Python drew
on the way is a number by then: each image is turned in the same way, or none is, in every epoch.

**Example.**

```python
import random

import tensorflow as tf

def augment(image, label):
    if random.random() > 0.5:  # ← here
        image = tf.image.flip_left_right(image)
    return image, label

train = tf.data.Dataset.from_tensor_slices((images, labels)).map(augment).batch(32)
```

**Instead.**

```python
import tensorflow as tf

def augment(image, label):
    return tf.image.random_flip_left_right(image), label

train = tf.data.Dataset.from_tensor_slices((images, labels)).map(augment).batch(32)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, walk
from autograder.rules.looks.pipelines import is_pipeline
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.words import RANDOM_MODULES
from autograder.rules.rule import Found, Level, Rule

_DRAWS = frozenset({
    "random", "uniform", "randint", "choice", "randrange", "gauss", "normal", "rand", "randn", "sample", "shuffle",
    "permutation", "random_sample", "normalvariate", "beta", "binomial",
})  # fmt: skip
_AS_PYTHON = ("py_function", "numpy_function", "py_func")


def _look(text: Text) -> Found:
    """``data.map(augment)``, where ``augment`` asks ``random.random()``."""
    if any(word in text.whole for word in ("run_functions_eagerly", "debug_mode", *_AS_PYTHON)):
        return
    imported = {alias.asname or alias.name for node in text.all(ast.Import) for alias in node.names}
    seen: set[int] = set()
    for function in (*_mapped(text), *_marked(text)):
        for draw in _draws_in(text, function, 3):
            owner = ast.unparse(draw.func.value) if isinstance(draw.func, ast.Attribute) else ""
            if owner.partition(".")[0] in imported and id(draw) not in seen:
                seen.add(id(draw))
                said = f"{owner}.{called(draw)} is asked once, while TensorFlow reads this function"
                yield f"{said}: all rows get the same draw.", draw


def _mapped(text: Text) -> Iterator[ast.AST]:
    """What is mapped over a data set of TensorFlow."""
    for call in text.calls({"map"}):
        given = argument_at(call, 0, "map_func")
        parallel = any(one.arg == "num_parallel_calls" for one in call.keywords)
        if given is not None and (parallel or is_pipeline(text, call)):
            function = text.functions.get(last_name(given))
            yield function if function is not None else given


def _marked(text: Text) -> Iterator[ast.AST]:
    for function in text.all(ast.FunctionDef):
        marks = [mark.func if isinstance(mark, ast.Call) else mark for mark in function.decorator_list]
        if any(ast.unparse(mark) == "tf.function" for mark in marks):
            yield function


def _draws_in(text: Text, function: ast.AST, deep: int) -> Iterator[ast.Call]:
    """The draws of Python and NumPy in a function, and in those that it calls."""
    for call in (node for node in walk(function) if isinstance(node, ast.Call)):
        if called(call) in _DRAWS and isinstance(call.func, ast.Attribute):
            if ast.unparse(call.func.value) in RANDOM_MODULES:
                yield call
        elif deep and called(call) in text.functions and isinstance(call.func, ast.Name):
            yield from _draws_in(text, text.functions[called(call)], deep - 1)


RULE = Rule(
    level=Level.WARNING,
    title="drawn only once",
    instead="Draw with tf.random, or with a layer such as RandomFlip: both draw anew for each row.",
    text=_look,
    exact=True,
)
