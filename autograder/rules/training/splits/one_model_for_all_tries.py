"""# One model for all tries

**What it sees.** A loop compiles a model with another rate or optimizer in each round, trains it and keeps what came
of it, or collects the model in a list; and the model, or each of its layers, was made before the loop.

**Why it hurts.** `compile` changes how the weights are changed, and leaves the weights themselves: the second try
begins where the first one ended, and looks better than it is. A list of such models holds one and the same model in
each place.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
for rate in (0.1, 0.01, 0.001):
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(rate))
    model.fit(x, y, epochs=20)  # ← here
    print(rate, model.evaluate(x_valid, y_valid))
```

**Instead.**

```python
import keras

for rate in (0.1, 0.01, 0.001):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(rate))
    model.fit(x, y, epochs=20)
    print(rate, model.evaluate(x_valid, y_valid))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, names, owner_of, walk
from autograder.rules.looks.networks import fits_in_loops, kept_from_before
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``for rate in rates: model.compile(SGD(rate)); model.fit(…)`` on a model that was made before the loop."""
    for loop, owner, fit in text.once(fits_in_loops):
        kept = kept_from_before(text, loop, owner)
        if kept is None:
            continue
        inside = [node for part in loop.body for node in walk(part) if isinstance(node, ast.Call)]
        compiles = [call for call in inside if called(call) == "compile" and owner_of(call) == owner]
        optimizers = [given for call in compiles if (given := argument_at(call, 0, "optimizer")) is not None]
        if any(names(loop.target) & _used(text, given, fit) for given in optimizers) and _compares(loop):
            yield f"{kept.what} is made before the loop: each try goes on with the weights of the last one.", fit
        elif not kept.made and any(called(call) == "append" and owner in map(_id, call.args) for call in inside):
            yield f"{owner} is made before the loop: the list holds the same model in each place.", fit


def _compares(loop: ast.For) -> bool:
    """Whether a loop keeps what came of each round: a lower rate in each phase of one training keeps nothing."""
    inside = [node for part in loop.body for node in walk(part)]
    stores = [one.targets[0] for one in inside if isinstance(one, ast.Assign)]
    kept = any(isinstance(target, ast.Subscript) and names(target.slice) & names(loop.target) for target in stores)
    return kept or any(called(node) in {"append", "evaluate"} for node in inside)


def _used(text: Text, given: ast.expr, user: ast.AST) -> set[str]:
    """The variables of an optimizer, and those that these were made of within the same loop."""
    found = names(given)
    for name in set(found):
        value, _ = text.latest(name, user)
        found |= names(value) if value is not None else set()
    return found


def _id(node: ast.expr) -> str:
    return getattr(node, "id", "")


RULE = Rule(
    level=Level.WARNING,
    title="one model for all tries",
    instead="Make the model in the loop, or set it back to the weights it began with.",
    text=_look,
    exact=True,
)
