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
from autograder.rules.looks.dataflow import traced
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text


def _look(program: Program) -> Faults:
    yield from in_text(program, _networks)
    seen: dict[str, int] = {}
    for call in filter(None, program.models[0].layers) if len(program.models) == 1 else ():
        name, place = call.arguments.get("name"), call.place
        if isinstance(name, str) and place and seen.setdefault(name, place.line) != place.line:
            yield Fault(f"The layer in line {seen[name]} is called {name!r}, too.", place)


def _networks(text: Text) -> Found:
    """Two networks of one class in one model: joined by their own inputs and outputs, or called on tensors."""
    if ".name =" in text.whole or "._name =" in text.whole:
        return
    made = {name: values[0] for name, values in text.values.items() if len(values) == 1 and text.is_sure(name)}
    made = {name: value for name, value in made.items() if called(value) in api()["applications"]}
    pairs = [pair for pair in combinations(made, 2) if called(made[pair[0]]) == called(made[pair[1]])]
    named = {name for name, value in made.items() if isinstance(value, ast.Call) and keyword(value, "name")}
    for call in text.calls({"Model"}) if pairs else ():
        inputs, outputs = argument_at(call, 0, "inputs", "input"), argument_at(call, 1, "outputs", "output")
        if inputs is None or outputs is None:
            continue
        begin, end = list(traced(text, inputs, call)), list(traced(text, outputs, call))
        for pair in pairs:
            inner = all(_reads(begin, name, {"input", "inputs"}) for name in pair)
            outer = named.isdisjoint(pair) and all(_calls(end, name) for name in pair)
            if inner or outer:
                what = "Their layers" if inner else "They"
                yield f"{pair[0]} and {pair[1]} are both {called(made[pair[0]])}. {what} have the same names.", call


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
