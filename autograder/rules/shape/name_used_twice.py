"""# A name that is used twice

**What it sees.** Two layers of one model are given the same name; or a model joins two networks of the same class of
`keras.applications`, whose layers, and which themselves, have the same names.

**Why it hurts.** Keras tells the layers of a model by their names, for instance in a file, and raises a `ValueError`
while the model is built.

**Example.**

```python
import keras

left = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
right = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
both = keras.layers.concatenate([left.output, right.output])
model = keras.Model([left.input, right.input], keras.layers.Dense(1)(both))  # ← here
```

**Instead.**

```python
import keras

left = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3), name="left")
right = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3), name="right")
one, other = keras.Input((96, 96, 3)), keras.Input((96, 96, 3))
both = keras.layers.concatenate([left(one), right(other)])
model = keras.Model([one, other], keras.layers.Dense(1)(both))
```
"""

from __future__ import annotations

import ast
from itertools import combinations

from autograder.anatomy.source import Program
from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, argument_at, called, keyword
from autograder.rules.looks.scopes import traced
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text


def _look(program: Program) -> Faults:
    yield from in_text(program, _networks)
    seen: dict[str, int] = {}
    for call in program.models[0].layers if len(program.models) == 1 else ():
        name = call.arguments.get("name") if call is not None else None
        line = call.place.line if call is not None and call.place else 0
        if isinstance(name, str) and line and seen.setdefault(name, line) != line:
            yield Fault(f"The layer in line {seen[name]} is called {name!r}, too.", call.place if call else None)


def _networks(text: Text) -> Found:
    """Two networks of one class in one model: joined by their own inputs and outputs, or called on tensors."""
    kinds = {name: values[0] for name, values in text.values.items() if len(values) == 1 and text.is_sure(name)}
    kinds = {name: made for name, made in kinds.items() if called(made) in api()["applications"]}
    pairs = [pair for pair in combinations(kinds, 2) if called(kinds[pair[0]]) == called(kinds[pair[1]])]
    if ".name =" in text.whole or "._name =" in text.whole:
        return
    for call in text.calls({"Model"}) if pairs else ():
        given = [
            one for one in (argument_at(call, 0, "inputs", "input"), argument_at(call, 1, "outputs", "output")) if one
        ]
        parts = [list(traced(text, one, call)) for one in given]
        for pair in pairs:
            inner = len(parts) == 2 and all(_reads(parts[0], name, {"input", "inputs"}) for name in pair)
            named = any(isinstance(made, ast.Call) and keyword(made, "name") for made in map(kinds.get, pair))
            outer = len(parts) == 2 and not named and all(_calls(parts[1], name) for name in pair)
            if inner or outer:
                what = "Their layers" if inner else "They"
                yield f"{pair[0]} and {pair[1]} are both {called(kinds[pair[0]])}. {what} have the same names.", call


def _reads(nodes: list[ast.AST], name: str, wanted: set[str]) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr in wanted and getattr(node.value, "id", "") == name
        for node in nodes
    )


def _calls(nodes: list[ast.AST], name: str) -> bool:
    return any(isinstance(node, ast.Call) and getattr(node.func, "id", "") == name for node in nodes)


RULE = Rule(
    level=Level.ERROR,
    title="a name that is used twice",
    instead="Give each layer a name of its own; call a network with a name of its own, and do not join its tensors.",
    program=_look,
)
