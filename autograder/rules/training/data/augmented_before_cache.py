"""# Random changes that a cache keeps

**What it sees.** A data set is mapped through a function that changes images at random, itself or by layers and
functions that it calls, and `cache()` comes after it.

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
import re
from collections.abc import Set

from autograder.anatomy.text import Text, argument_at, bound_or_default, called, constant, names, walk
from autograder.rules.looks.pipelines import steps_before
from autograder.rules.looks.scopes import arguments, last_name
from autograder.rules.looks.words import RANDOM
from autograder.rules.rule import Found, Level, Rule

_LAYERS = (RANDOM[0], "RandAugment", "MixUp", "CutMix", "AugMix")
_TURNS = ("flip", "rot90", "crop", "adjust_")
_DEEP = 4  # functions of the author's on the way of the images


def _look(text: Text) -> Found:
    """``data.map(flip_at_random).cache()``: the cache keeps what was drawn in the first epoch."""
    caches = list(text.calls({"cache"}))
    given = [target for one in text.all(ast.Assign) for target in one.targets] if caches else []
    makers = {ast.unparse(target) for target in given if _holds(text, target)}
    for cache in caches:
        source = cache.func.value if isinstance(cache.func, ast.Attribute) else None
        for step in steps_before(text, source, cache):
            mapped = argument_at(step, 0, "map_func") if called(step) == "map" else None
            if mapped is not None and _draws(text, mapped, makers, _DEEP):
                said = "The cache keeps what this map drew in the first epoch"
                yield f"{said}: each image is changed in the same way in all epochs.", cache
                break


def _holds(text: Text, target: ast.expr) -> bool:
    """Whether a variable, or an attribute, holds layers that change images at random, alone or in a list."""
    given = text.values.get(target.id, []) if isinstance(target, ast.Name) else []
    if isinstance(target, ast.Attribute):
        given = [one.value for one in text.all(ast.Assign) if ast.unparse(one.targets[0]) == ast.unparse(target)]
    return bool(given) and any(word in ast.unparse(given[-1]) for word in _LAYERS)


def _draws(text: Text, mapped: ast.expr, makers: Set[str], deep: int) -> bool:
    """Whether what is mapped changes images at random: itself, or by functions that it calls."""
    if isinstance(mapped, ast.Name | ast.Attribute) and ast.unparse(mapped) not in makers:
        parts: list[ast.AST] = [ast.Call(mapped, [], [])]
    else:
        parts = walk(mapped)
    spelt = ast.unparse(mapped)
    if spelt in makers or _changes_at_random(spelt, makers):
        return True
    for call in (part for part in parts if isinstance(part, ast.Call) and deep):
        function = text.functions.get(last_name(call.func))
        given = [*call.args, *(one.value for one in call.keywords)]
        if function is None or any(constant(one) is False for one in given):
            continue
        open_parts = _open(function, call)
        said = "\n".join(ast.unparse(part) for part in open_parts)
        if _changes_at_random(said, makers):
            return True
        inner = (part for one in open_parts for part in walk(one) if isinstance(part, ast.Call))
        if any(_draws(text, part, makers, deep - 1) for part in inner if called(part) != function.name):
            return True
    return False


def _open(function: ast.FunctionDef, call: ast.Call) -> list[ast.AST]:
    """The statements of a function that happen whatever its arguments are, and those that a call asks for."""
    given = bound_or_default(function, call)
    todo, found = list(function.body), list[ast.AST]()
    for one in todo:
        if isinstance(one, ast.If) and names(one.test) & {*arguments(function)}:
            value = given.get(one.test.id) if isinstance(one.test, ast.Name) else None
            todo += one.body if constant(value) is True else []
        elif isinstance(one, ast.If):
            todo += [*one.body, *one.orelse]
            found.append(one.test)
        else:
            found.append(one)
    return found


def _changes_at_random(body: str, makers: Set[str]) -> bool:
    """Whether words of a program change images at random, or ask layers of these names to."""
    if "training=False" in body:
        return False
    flips = "tf.random." in body and any(word in body for word in _TURNS)
    asked = any(re.search(rf"(?<![\w.]){re.escape(one)}\(|\bin {re.escape(one)}\b", body) for one in makers)
    return flips or asked or any(word in body for word in RANDOM)


RULE = Rule(
    level=Level.WARNING,
    title="random changes that a cache keeps",
    instead="Cache first, and change the images after that: data.cache().map(augment).",
    text=_look,
    exact=True,
)
