"""# The optimizer of another model

**What it sees.** One optimizer object is given to the `compile` of two models, and both are trained. Also where a
function compiles them, a loop makes a new model in each round, or `apply_gradients` changes the weights of both.

**Why it hurts.** An optimizer keeps numbers for each weight, and makes room for them at the first step, for the
weights of that model. At the first step of the other model Keras stops with *Unknown variable*.

**Example.**

```python
import keras

adam = keras.optimizers.Adam()
small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
large = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
small.compile(optimizer=adam, loss="mse")
large.compile(optimizer=adam, loss="mse")  # ← here
small.fit(x, y, epochs=10)
large.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
large = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
small.compile(optimizer=keras.optimizers.Adam(), loss="mse")
large.compile(optimizer=keras.optimizers.Adam(), loss="mse")
small.fit(x, y, epochs=10)
large.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, argument_at, bound, called, owner_of, walk
from autograder.rules.rule import Found, Level, Rule

_WEIGHTS = frozenset({"trainable_variables", "trainable_weights", "variables", "weights"})
_TRAINS = frozenset({"fit", "train_on_batch", "fit_generator"})


def _look(text: Text) -> Found:
    """One optimizer object for two models: it belongs to the weights that it met first."""
    by_hand = list(_by_hand(text))
    trained = {owner_of(call) for call in text.calls(_TRAINS)} | {owner for _, owner, _ in by_hand}
    owners: dict[str, list[tuple[str, ast.Call]]] = {}
    for name, owner, call in (*_compiled(text), *_compiled_in_functions(text), *by_hand):
        if owner in trained and f"{name}.build(" not in text.whole:
            owners.setdefault(name, []).append((owner, call))
    for name, used in owners.items():
        first = used[0][0]
        other = next(((owner, call) for owner, call in used if owner != first), None)
        if other is not None:
            said = f"{name} is the optimizer of {first} already, and knows its weights only"
            yield f"{said}: give {other[0]} one of its own.", other[1]
        else:
            again = next((call for owner, call in used if _in_rounds(text, name, owner, call)), None)
            if again is not None:
                said = (
                    f"{name} is made once, and {first} in each round: in the second one it knows other weights only"
                )
                yield f"{said}: make the optimizer in the loop, too.", again


def _compiled(text: Text) -> Iterator[tuple[str, str, ast.Call]]:
    """The optimizers of the program that models are compiled with outside of all functions, and these models."""
    for call in text.calls({"compile"}):
        given = argument_at(call, 0, "optimizer")
        if isinstance(given, ast.Name) and not text.function_of(call) and _is_optimizer(text, given.id):
            yield given.id, owner_of(call), call


def _compiled_in_functions(text: Text) -> Iterator[tuple[str, str, ast.Call]]:
    """The same of models that a function makes and compiles, with an optimizer that it is given, or knows."""
    made = [one for one in text.all(ast.Assign) if isinstance(one.targets[0], ast.Name) and not text.function_of(one)]
    for function in text.all(ast.FunctionDef):
        arguments = [one.arg for one in function.args.args]
        held = {node.id for part in function.body for node in walk(part)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}  # fmt: skip
        for call in (node for node in walk(function) if called(node) == "compile" and isinstance(node, ast.Call)):
            given = argument_at(call, 0, "optimizer")
            if not isinstance(given, ast.Name) or given.id in held or owner_of(call) not in held:
                continue
            for one in made:
                value, model = one.value, getattr(one.targets[0], "id", "")
                if not isinstance(value, ast.Call) or getattr(value.func, "id", "") != function.name:
                    continue
                asked = bound(function, value)
                name = asked.get(given.id) if given.id in arguments else given
                if isinstance(name, ast.Name) and _is_optimizer(text, name.id):
                    yield name.id, model, value


def _by_hand(text: Text) -> Iterator[tuple[str, str, ast.Call]]:
    """The optimizers that change a model step by step: ``adam.apply_gradients(zip(slopes, weights))``."""
    for call in text.calls({"apply_gradients"}):
        pairs = argument_at(call, 0, "grads_and_vars")
        zipped = pairs.args if isinstance(pairs, ast.Call) and called(pairs) == "zip" else []
        weights: ast.expr | None = zipped[1] if len(zipped) == 2 else None
        if isinstance(weights, ast.Name):
            weights = text.latest(weights.id, call)[0]
        model = weights.value if isinstance(weights, ast.Attribute) and weights.attr in _WEIGHTS else None
        if isinstance(model, ast.Name) and model.id in text.values and _is_optimizer(text, owner_of(call)):
            yield owner_of(call), model.id, call


def _is_optimizer(text: Text, name: str) -> bool:
    """Whether a variable of the program holds one optimizer object, which is made outside of all loops."""
    values = text.values.get(name, [])
    within = {id(part) for loop in (*text.all(ast.For), *text.all(ast.While)) for part in walk(loop)}
    single = len(values) == 1 and called(values[0]) in api()["optimizers"] and id(values[0]) not in within
    return single and not text.function_of(values[0])


def _in_rounds(text: Text, name: str, owner: str, call: ast.Call) -> bool:
    """Whether a loop makes a model anew in each round, and trains it there."""
    for loop in (one for one in text.all(ast.For) if any(part is call for part in walk(one))):
        inside = list(walk(loop))
        made = [one for one in inside if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == owner]
        fits = [
            node
            for node in inside
            if called(node) in _TRAINS and isinstance(node, ast.Call) and owner_of(node) == owner
        ]
        new = [one for one in made if one.value is call or called(one.value) in {"Sequential", "Model"}]
        if new and len(new) == len(made) and fits:
            return True
    return False


RULE = Rule(
    level=Level.ERROR,
    title="the optimizer of another model",
    instead="Make an optimizer for each model.",
    text=_look,
)
