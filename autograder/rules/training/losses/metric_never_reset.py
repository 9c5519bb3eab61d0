"""# A metric that is never reset

**What it sees.** A training loop of the author's asks a metric for its `result()` in each epoch, and nothing resets
the metric between two epochs; also one metric among several that a list, a dictionary or a method resets together,
and a metric that is reset once, beside the loop over the epochs.

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
from autograder.anatomy.text import Text, called, targets_of, walk
from autograder.rules.looks.dataflow import Reading, behind
from autograder.rules.looks.scopes import last_name, owner
from autograder.rules.looks.tapes import owner_of_call
from autograder.rules.looks.words import BY_HAND
from autograder.rules.rule import Found, Level, Rule

_EPOCH = re.compile("epoch", re.IGNORECASE)
_RESETS = frozenset({"reset_state", "reset_states", "reset", "reset_metrics", "reset_all"})
_COUNTERS = frozenset({"Sum"})  # what is seen in all is no figure of an epoch


def _look(text: Text) -> Found:
    """``accuracy.result()`` in each epoch, where nothing resets the metric between two."""
    if ".result()" not in text.whole or not any(word in text.whole for word in BY_HAND):
        return
    made = set(text.once(_metrics))
    resets = [(call, _meant(text, call, made)) for call in text.calls(_RESETS)]
    if not made or not all(names <= made for _, names in resets):
        return
    told: set[str] = set()
    loops: list[ast.For | ast.While] = [*text.all(ast.For), *text.all(ast.While)]
    for loop in loops:
        inside = list(_reached(text, loop)) if _is_over_epochs(loop) else []
        if not any(isinstance(node, ast.For) for node in inside):
            continue
        calls = [node for node in inside if isinstance(node, ast.Call)]
        new = {ast.unparse(target) for node in inside if isinstance(node, ast.Assign) for target in node.targets}
        fed = {name for call in calls if called(call) == "update_state" for name in _meant(text, call, made)}
        fed |= {ast.unparse(call.func) for call in calls if call.args}
        reset = {name for call, names in resets for name in names if not _is_beside(text, call, loop)}
        never = {name for name in made if name in fed and name not in reset | new | told}
        read = [(call, _meant(text, call, made) & never) for call in calls if called(call) == "result"]
        read = [(call, names) for call, names in read if names]
        for first, _ in read[:1]:
            names = list(dict.fromkeys(name for _, found in read for name in sorted(found)))
            told |= set(names)
            what = " and ".join(names) + (" is" if len(names) == 1 else " are")
            yield f"{what} never reset: each figure is the mean of all epochs so far.", first


def _metrics(text: Text) -> Iterator[str]:
    """The variables, attributes and parts of dictionaries that hold a metric, as the program spells them."""
    known = api()["metrics"].keys() - _COUNTERS
    yield from (name for name, values in text.values.items() if all(called(value) in known for value in values))
    for one in text.all(ast.Assign):
        for target in one.targets:
            parts, values = targets_of(target), targets_of(one.value)
            pairs = list(zip(parts, values, strict=False)) if len(parts) == len(values) else []
            pairs += [(_part_of(target, key), value) for key, value in _kept(one.value)]
            yield from (
                ast.unparse(part)
                for part, value in pairs
                if called(value) in known and not isinstance(part, ast.Name)
            )


def _kept(node: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The keys of a dictionary that is written down, each with what it keeps."""
    pairs = zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ()
    yield from ((key, value) for key, value in pairs if key is not None)


def _part_of(node: ast.expr, key: ast.expr) -> ast.expr:
    """What a dictionary keeps under a key, as a program reads it."""
    return ast.Subscript(node, key, ast.Load())


def _meant(text: Text, call: ast.Call, made: set[str]) -> set[str]:
    """The metrics that a method is called of: one, or all those that a loop or the callers give to a variable."""
    held = call.func.value if isinstance(call.func, ast.Attribute) else None
    return _behind(text, held, call, made, set()) if held is not None else {owner_of_call(call)}


def _behind(text: Text, node: ast.expr, user: ast.AST, made: set[str], seen: set[str]) -> set[str]:
    spelt = ast.unparse(node)
    if not isinstance(node, ast.Name) or spelt in made | seen:
        return {spelt}
    given: list[Reading] = [
        (part, loop) for loop, target in _loops(text, user) for part in _gone_through(text, loop, target, node.id)
    ]
    given = given or behind(text, node.id, user)
    seen = seen | {spelt}
    return {name for part, where in given for name in _behind(text, part, where, made, seen)} or {spelt}


def _loops(text: Text, user: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What the loops and comprehensions around a node go through, and what they call each of it."""
    around: ast.AST | None = user
    while around is not None and not isinstance(around, ast.FunctionDef):
        loops = [around] if isinstance(around, ast.For) else getattr(around, "generators", [])
        yield from ((loop.iter, loop.target) for loop in loops)
        around = text.parents.get(id(around))


def _gone_through(text: Text, listed: ast.expr, target: ast.expr, name: str) -> list[ast.expr]:
    """What a loop gives to a variable, one after another: of a list, a dictionary, or the arguments of a function."""
    places = [getattr(part, "id", "") for part in targets_of(target)]
    if name not in places:
        return []
    function = owner(text, listed)
    if function is not None and function.args.vararg and ast.unparse(listed) == function.args.vararg.arg:
        return [part for call in text.calls({function.name}) for part in call.args]
    way = called(listed) if called(listed) in {"values", "items"} else ""
    kept = getattr(getattr(listed, "func", None), "value", listed) if way else listed
    held = _held(text, kept)
    if way and name == places[-1]:
        return [_part_of(kept, key) for key, _ in _kept(held)]
    parts = held.elts if isinstance(held, ast.List | ast.Tuple) else []
    if len(places) == 1:
        return parts
    at = places.index(name)
    return [part.elts[at] for part in parts if isinstance(part, ast.Tuple) and len(part.elts) == len(places)]


def _held(text: Text, node: ast.expr) -> ast.expr:
    """What a variable or an attribute was given, if it was given one thing only."""
    given = [one.value for one in text.all(ast.Assign) if ast.unparse(one.targets[0]) == ast.unparse(node)]
    return given[0] if len(given) == 1 and isinstance(node, ast.Name | ast.Attribute) else node


def _is_over_epochs(loop: ast.For | ast.While) -> bool:
    parts = [loop.target, loop.iter] if isinstance(loop, ast.For) else [loop.test]
    return any(_EPOCH.search(ast.unparse(part)) for part in parts)


def _is_beside(text: Text, call: ast.Call, loop: ast.For | ast.While) -> bool:
    """Whether a call stands before or after a loop over numbers in the same function: it happens once."""
    counts = isinstance(loop, ast.For) and "range" in ast.unparse(loop.iter)
    near = text.function_of(call) == text.function_of(loop)
    return counts and near and not any(part is call for part in walk(loop))


def _reached(text: Text, loop: ast.For | ast.While) -> Iterator[ast.AST]:
    """The nodes of a loop, and those of the functions of the author's that it calls, or gives to a call."""
    seen: set[str] = set()
    todo: list[ast.AST] = list(loop.body)
    while todo:
        for node in walk(todo.pop()):
            yield node
            function = text.functions.get(called(node) or last_name(node))
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
