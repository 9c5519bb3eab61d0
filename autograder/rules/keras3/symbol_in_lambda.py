"""# A tensor that goes around the inputs of a Lambda

**What it sees.** The function of a `Lambda` computes with a symbolic tensor of the network that is none of its
inputs: it is taken from the program around it, or handed over in `arguments`.

**Why it hurts.** A model follows its tensors from layer to layer, and this one comes in at the side. Keras 3 stops at
the first batch: a `KerasTensor` stands for a shape, not for numbers. Older versions built the model without the
layers behind that tensor: their weights were neither trained nor saved.

**Example.**

```python
import keras

inputs = keras.Input((8,))
value = keras.layers.Dense(4)(inputs)
gate = keras.layers.Dense(4, activation="sigmoid")(inputs)
gated = keras.layers.Lambda(lambda x: x * gate)(value)  # ← here
model = keras.Model(inputs, keras.layers.Dense(1)(gated))
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
value = keras.layers.Dense(4)(inputs)
gate = keras.layers.Dense(4, activation="sigmoid")(inputs)
gated = keras.layers.Lambda(lambda both: both[0] * both[1])([value, gate])
model = keras.Model(inputs, keras.layers.Dense(1)(gated))
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, names
from autograder.rules.looks.symbols import from_outside, function_of, is_symbolic
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """``Lambda(lambda x: x * gate)(value)``, ``Lambda(gated, arguments={"gate": gate})(value)``."""
    for call in text.calls({"Lambda"}):
        for value, user in (*_settings(call), *_around(function_of(text, call), call)):
            if is_symbolic(text, value, user):
                said = f"{ast.unparse(value)} is a tensor of the network, and none of the inputs of this Lambda"
                yield f"{said}: the layers behind it are cut off from the model.", value
                break


def _settings(call: ast.Call) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What a Lambda hands to its function in ``arguments``."""
    given = argument_at(call, 3, "arguments")
    if isinstance(given, ast.Dict):
        yield from ((value, call) for value in given.values)
    elif isinstance(given, ast.Call) and called(given) == "dict":
        yield from ((one.value, call) for one in given.keywords)


def _around(function: ast.FunctionDef | ast.Lambda | None, call: ast.Call) -> Iterator[tuple[ast.expr, ast.AST]]:
    """The variables from outside that a function computes with, and the defaults of its arguments."""
    if isinstance(function, ast.Lambda):
        yield from ((name, call) for name in from_outside(function))
        yield from ((value, call) for value in function.args.defaults)
    elif function is not None:
        yield from ((name, function) for name in from_outside(function) if name.id not in names(call))


RULE = Rule(
    level=Level.ERROR,
    title="a tensor that goes around the inputs of a Lambda",
    instead="Call the Lambda on a list of all tensors that it needs: Lambda(lambda both: both[0] * both[1])([a, b]).",
    text=_look,
)
