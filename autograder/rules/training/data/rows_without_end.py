"""# Rows without an end

**What it sees.** A generator with `while True`, or a data set that is repeated for ever, is given to `fit`,
`evaluate` or `predict`, and nothing says how many batches to take: there is no `steps_per_epoch`, `validation_steps`
or `steps`.

**Why it hurts.** Keras takes batches until there are no more. Here there are always more: the first epoch, or its
validation, never ends, and the progress bar counts without a goal.

**Example.**

```python
import keras

def draw(x, y):
    while True:
        chosen = np.random.choice(len(x), 32)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(
    draw(x_train, y_train),
    steps_per_epoch=100,
    validation_data=draw(x_valid, y_valid),  # ← here
)
```

**Instead.**

```python
import keras

def draw(x, y):
    while True:
        chosen = np.random.choice(len(x), 32)
        yield x[chosen], y[chosen]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(
    draw(x_train, y_train),
    steps_per_epoch=100,
    validation_data=draw(x_valid, y_valid),
    validation_steps=20,
)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, keyword, walk
from autograder.rules.looks.scopes import last_name
from autograder.rules.looks.words import FLOWS
from autograder.rules.rule import Found, Level, Rule

_SAME_ROWS = frozenset({"batch", "padded_batch", "prefetch", "map", "shuffle", "cache", "with_options"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _look(text: Text) -> Found:
    """A generator that goes on for ever, of which nobody says how much an epoch or a validation takes."""
    without_end = {node.name for node in text.all(ast.FunctionDef) if _goes_on(node)}
    for call in text.calls({"fit", "fit_generator", "evaluate", "predict"}):
        if any(given.arg is None for given in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args):
            continue
        trains = called(call).startswith("fit")
        first = argument_at(call, 0, "x")
        asked = [("steps_per_epoch" if trains else "steps", first)]
        asked += [("validation_steps", keyword(call, "validation_data"))] if trains else []
        for steps, rows in asked:
            counted = keyword(call, steps)
            said_so = counted is not None and not (isinstance(counted, ast.Constant) and counted.value is None)
            if rows is not None and not said_so and len(call.args) < 3 and _has_no_end(text, rows, call, without_end):
                yield f"These rows never end, and without {steps}= Keras waits for their end.", rows


def _goes_on(function: ast.FunctionDef) -> bool:
    """Whether a generator yields in a ``while True`` that nothing leaves."""
    for loop in walk(function):
        if not isinstance(loop, ast.While) or not isinstance(loop.test, ast.Constant) or not loop.test.value:
            continue
        within = [node for part in loop.body for node in _own(part)]
        leaves = any(isinstance(node, ast.Return | ast.Raise | ast.Break | ast.Try) for node in within)
        if any(isinstance(node, ast.Yield) for node in within) and not leaves:
            return True
    return False


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """A node with all in it, but for functions."""
    yield node
    for child in ast.iter_child_nodes(node) if not isinstance(node, _FUNCTIONS) else ():
        yield from _own(child)


def _has_no_end(text: Text, node: ast.expr, user: ast.AST, without_end: set[str], depth: int = 0) -> bool:
    if isinstance(node, ast.Name) and depth < 10:
        value, where = text.latest(node.id, user)
        return value is not None and _has_no_end(text, value, where, without_end, depth + 1)
    method = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    if not isinstance(node, ast.Call) or method is None:
        return isinstance(node, ast.Call) and called(node) in without_end
    if method.attr in _SAME_ROWS:
        return _has_no_end(text, method.value, user, without_end, depth + 1)
    if method.attr == "from_generator":
        return bool(node.args) and _is_endless(text, node.args[0], without_end)
    plain = method.attr == "repeat" and not node.args and not node.keywords
    return plain and "Dataset" in ast.unparse(_origin(text, node))


def _is_endless(text: Text, source: ast.expr, without_end: set[str]) -> bool:
    """What ``Dataset.from_generator`` draws from: ``draw``, ``lambda: draw(x)``, ``lambda: reader.flow(x, y)``."""
    made = text.resolved(source.body) if isinstance(source, ast.Lambda) else source
    return called(made) in without_end | FLOWS if isinstance(made, ast.Call) else last_name(made) in without_end


def _origin(text: Text, node: ast.expr) -> ast.expr:
    """What a chain of steps begins with."""
    for _ in range(20):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if "Dataset" in ast.unparse(node.func.value):
                return node
            node = node.func.value
        node = text.resolved(node)
    return node


RULE = Rule(
    level=Level.ERROR,
    title="rows without an end",
    instead="Say how many batches to take: steps_per_epoch and validation_steps for fit, steps for the others.",
    text=_look,
)
