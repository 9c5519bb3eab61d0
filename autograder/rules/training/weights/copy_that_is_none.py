"""# A copy that is none

**What it sees.** A model gets a second name by an assignment, and is then treated as a second model: its weights are
set to those of the first one, or it is kept as the best one in a loop that goes on with training.

**Why it hurts.** An assignment copies nothing: both names mean one model. A target network that is the network itself
never waits behind it, and the best model of a search is always the last one.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
target = model  # ← here
for step in range(10):
    model.train_on_batch(x, y)
    target.set_weights(model.get_weights())
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.compile(loss="mse", optimizer="adam")
target = keras.models.clone_model(model)
for step in range(10):
    model.train_on_batch(x, y)
    target.set_weights(model.get_weights())
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, names, walk
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``target = model`` and ``target.set_weights(model.get_weights())``; ``best = model`` in a loop that trains."""
    same = {ast.unparse(one.targets[0]): one for one in text.all(ast.Assign) if _is_name(one.value)}
    given = [ast.unparse(target) for one in text.all(ast.Assign) for target in one.targets]
    for call in text.calls({"set_weights"}):
        owner, weights = getattr(call.func, "value", None), argument_at(call, 0)
        source = weights.func if called(weights) == "get_weights" and isinstance(weights, ast.Call) else None
        if owner is None or not isinstance(source, ast.Attribute):
            continue
        pair = [ast.unparse(owner), ast.unparse(source.value)]
        for name, other in (pair, pair[::-1]):
            alias = same.get(name)
            once = given.count(name) == given.count(other) == 1
            if alias is not None and once and ast.unparse(alias.value) == other:
                said = f"{name} is {other} itself, not a copy: training {other} changes it"
                yield f"{said}, and the weights are set to themselves.", alias.value
    yield from _best(text)


def _is_name(node: ast.expr) -> bool:
    """A variable, or an attribute of the object: what an assignment gives a second name."""
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))


def _best(text: Text) -> Found:
    """``best_model = model`` under a condition, in a loop that trains one model all the time."""
    for loop in (*text.all(ast.For), *text.all(ast.While)):
        inside = list(walk(loop))
        made = {name for one in inside if isinstance(one, ast.Assign) for part in one.targets for name in names(part)}
        trained = {
            node.func.value.id
            for node in inside
            if called(node) in {"fit", "train_on_batch"}
            and isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        }
        for test in (node for node in inside if isinstance(node, ast.If)):
            for one in test.body:
                value = one.value if isinstance(one, ast.Assign) else None
                name = getattr(one.targets[0], "id", "") if isinstance(one, ast.Assign) else ""
                if isinstance(value, ast.Name) and value.id in trained - made and "best" in name.lower():
                    yield f"{name} is {value.id} itself, not a copy: the next rounds train it, too.", value


RULE = Rule(
    level=Level.WARNING,
    title="a copy that is none",
    instead="Make a second model, with clone_model and set_weights, or keep model.get_weights().",
    text=_look,
    exact=True,
)
