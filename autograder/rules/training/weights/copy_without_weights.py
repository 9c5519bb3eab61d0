"""# A copy without the weights

**What it sees.** A model that has been trained or loaded is copied by `clone_model`, `from_config` or
`model_from_json`, and nothing ever gives the copy the weights of the original: no `set_weights`, no `load_weights`,
no training. Then it is asked for answers, or its weights are averaged with those of the original. A copy whose name
says that it is to be new is left alone.

**Why it hurts.** All these make a model of the same form, with new random weights. Its answers are guesses. In a slow
mean of the weights the random ones stay for long: after 500 steps at 0.999, they still are 60% of it.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20)
kept = keras.models.clone_model(model)  # ← here
model.fit(other_rows, other_targets, epochs=20)
print(kept.predict(rows) - model.predict(rows))
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, targets, epochs=20)
kept = keras.models.clone_model(model)
kept.set_weights(model.get_weights())
model.fit(other_rows, other_targets, epochs=20)
print(kept.predict(rows) - model.predict(rows))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import WEIGHTS, Text, called, keyword, names, walk
from autograder.rules.looks.dataflow import sources, unfolded
from autograder.rules.looks.scopes import last_name
from autograder.rules.rule import Found, Level, Rule

_NEUTRAL = frozenset({
    "compile", "summary", "build", "trainable", "get_weights", "save", "get_config", "to_json", "count_params",
    "name", "predict", "evaluate", "predict_on_batch", "test_on_batch", "metrics_names", "optimizer", "input_shape",
    "output_shape", "stop_training",
})  # fmt: skip
_ASKS = frozenset({"predict", "evaluate", "predict_on_batch", "test_on_batch", "get_weights"})
_TRAINS = frozenset({"fit", "train_on_batch", "load_weights", "set_weights", "fit_generator"})
_MEANT = re.compile(r"random|untrained|fresh|scratch|reset|init|baseline|blank|empty|new|before", re.IGNORECASE)


def _look(text: Text) -> Found:
    """The copies of a program: of which the name is used, and the weights never set."""
    for one in text.all(ast.Assign):
        target, original = one.targets[0], _original(text, one.value)
        name = last_name(target)
        if not original or not name or len(one.targets) != 1 or _MEANT.search(name):
            continue
        uses = _uses(text, name, one)
        if uses is None:
            continue
        how = ast.unparse(one.value.func) if isinstance(one.value, ast.Call) else ""
        said = f"{how} copies the layers and no weights: {ast.unparse(target)} begins with random ones"
        if not _is_trained(text, original, one):
            continue
        if "mixed" in uses:
            yield f"{said}, and they stay in the mean that it is to hold.", one.value
        elif "asked" in uses:
            yield f"{said}, not with those of {original}.", one.value


def _original(text: Text, made: ast.expr) -> str:
    """The model of which a call makes another of the same form; empty for anything else."""
    if not isinstance(made, ast.Call) or not made.args:
        return ""
    given = unfolded(text, made.args[0], made)
    if called(made) == "clone_model":
        return "" if keyword(made, "clone_function") is not None or len(made.args) > 1 else ast.unparse(made.args[0])
    config = {"from_config": "get_config", "model_from_json": "to_json"}.get(called(made), "")
    if not config or called(given) != config or not isinstance(given, ast.Call):
        return ""
    maker, owner = getattr(made.func, "value", None), getattr(given.func, "value", given)
    if called(made) == "from_config" and last_name(maker or made) not in {"Model", "Sequential", "__class__"}:
        return ""
    return ast.unparse(owner)


def _uses(text: Text, name: str, one: ast.Assign) -> set[str] | None:
    """What is done with a copy, ``asked`` or ``mixed``; None if its weights come from elsewhere, or may do so."""
    found = {
        _use(text, name, node)
        for node in (*text.all(ast.Name), *text.all(ast.Attribute))
        if last_name(node) == name and node is not one.targets[0]
    }
    return None if "elsewhere" in found else found


def _use(text: Text, name: str, node: ast.expr) -> str:
    """What is done with a copy in one place."""
    above = text.parents.get(id(node))
    if isinstance(above, ast.Assign) and any(target is node for target in above.targets):
        nothing = isinstance(above.value, ast.Constant) and above.value.value is None
        return "" if nothing else "elsewhere"
    if isinstance(above, ast.Call) and above.func is node:
        return "elsewhere" if _builds(text, above) else "asked"
    if not isinstance(above, ast.Attribute):
        return "elsewhere"
    call = text.parents.get(id(above))
    mixes = isinstance(call, ast.Call) and (
        (above.attr == "set_weights" and bool(call.args) and _reads(text, call.args[0], call, name))
        or (above.attr in WEIGHTS and called(call) == "zip" and _averages(text, call, above))
    )
    if mixes:
        return "mixed"
    return "elsewhere" if above.attr not in _NEUTRAL else "asked" if above.attr in _ASKS else ""


def _builds(text: Text, call: ast.Call) -> bool:
    """Whether a copy is called on an input of Keras, as a part of a greater model."""
    return any(called(unfolded(text, given, call)) == "Input" for given in call.args) or len(call.args) != 1


def _reads(text: Text, weights: ast.expr, user: ast.AST, name: str) -> bool:
    """Whether new weights are computed from those that the copy has."""
    return any(last_name(part) == name for part in _all_sources(text, weights, user))


def _all_sources(text: Text, node: ast.expr, user: ast.AST, depth: int = 3) -> Iterator[ast.AST]:
    """What a value is computed of, by way of loops and of lists to which they append."""
    for part in sources(text, node, user):
        yield part
        name = part.id if isinstance(part, ast.Name) and depth else ""
        for call in text.calls({"append"}) if name else ():
            if getattr(getattr(call.func, "value", None), "id", "") == name:
                yield from (other for given in call.args for other in _all_sources(text, given, call, depth - 1))
        for loop in text.all(ast.For) if name else ():
            if name in names(loop.target):
                yield from sources(text, loop.iter, loop)


def _averages(text: Text, pairs: ast.Call, own: ast.Attribute) -> bool:
    """``for slow, fast in zip(copy.weights, model.weights): slow.assign(0.9 * slow + 0.1 * fast)``."""
    at = next((number for number, part in enumerate(pairs.args) if part is own), 0)
    for loop in text.all(ast.For):
        if loop.iter is pairs and isinstance(loop.target, ast.Tuple) and len(loop.target.elts) > at:
            mine = getattr(loop.target.elts[at], "id", "")
            given = [
                part
                for call in walk(loop)
                if called(call) == "assign" and isinstance(call, ast.Call) and call.args
                for part in call.args
                if getattr(getattr(call.func, "value", None), "id", "") == mine
            ]
            return bool(given) and all(mine in names(part) for part in given)
    return False


def _is_trained(text: Text, original: str, one: ast.Assign) -> bool:
    """Whether the original has learned something before it is copied, as far as the text has an order."""
    for call in text.calls(_TRAINS):
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == original:
            placed = text.function_of(call) == text.function_of(one) and text.cell_of(call) is text.cell_of(one)
            if not placed or call.lineno < one.lineno:
                return True
    made = text.resolved(ast.Name(original))
    return called(made) == "load_model"


RULE = Rule(
    level=Level.ERROR,
    title="a copy without the weights",
    instead="Give the copy the weights at once: copy.set_weights(model.get_weights()).",
    text=_look,
    exact=True,
)
