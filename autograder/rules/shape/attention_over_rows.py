"""# Attention over the rows of a batch

**What it sees.** `Attention` or `AdditiveAttention` reads one vector for each row: no axis of steps is left, for the
recurrent layer before it gives its last step only, or something pooled the steps. Or a layer of the author's takes
the softmax of its scores along axis 0, which is that of the rows.

**Why it hurts.** Attention compares all vectors along the axis of steps. Without that axis it takes the rows of the
batch for steps: the answer for one row depends on which others happen to be in its batch, in training and in
`predict`. No error says so.

**Example.**

```python
import keras
from keras import layers

inputs = keras.Input((30, 4))
x = layers.LSTM(32)(inputs)
x = layers.Attention()([x, x])  # ← here
model = keras.Model(inputs, layers.Dense(1)(x))
```

**Instead.**

```python
import keras
from keras import layers

inputs = keras.Input((30, 4))
x = layers.LSTM(32, return_sequences=True)(inputs)
x = layers.Attention()([x, x])
x = layers.GlobalAveragePooling1D()(x)
model = keras.Model(inputs, layers.Dense(1)(x))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.text import Text, argument_at, bases, called, keyword
from autograder.rules import asking
from autograder.rules.looks.dataflow import sources
from autograder.rules.looks.scopes import owner
from autograder.rules.rule import Faults, Found, Level, Rule

_MOVES_ROWS = frozenset({
    "transpose", "permute", "swapaxes", "moveaxis", "reshape", "view", "stack", "unstack", "concatenate", "concat",
    "cat", "expand_dims", "unsqueeze", "einsum", "map_fn", "vectorized_map", "vmap", "map", "scan", "flatten",
    "add_weight",
})  # fmt: skip
"""After these the first axis need not be that of the rows."""


def _look(model: ModelSource) -> Faults:
    every = shapes(model.anatomy)
    for position in model.anatomy.positions("attention"):
        operation = model.anatomy.operations[position]
        given = [every[source] for source in operation.inputs]
        if "score" in operation.settings and given and all(shape is not None and len(shape) == 1 for shape in given):
            yield asking.of_layer(model, position, "gets one vector for each row: it attends to the other rows.")


def _over_rows(text: Text) -> Found:
    """``softmax(scores, axis=0)`` of what a layer is called on: weights that are shared among the rows of a batch."""
    for call in text.calls({"softmax", "Softmax"}):
        layer = called(call) == "Softmax"
        axis = keyword(call, "axis") if layer else keyword(call, "dim") or argument_at(call, 1, "axis")
        if not isinstance(axis, ast.Constant) or type(axis.value) is not int or axis.value:
            continue
        if layer or _is_of_rows(text, call):
            said = "The first axis is that of the rows: the weights of one row depend on the others of its batch"
            yield f"{said}.", call


def _is_of_rows(text: Text, call: ast.Call) -> bool:
    """Whether a call stands in a layer or a model, and takes something that still has the rows first."""
    function = owner(text, call)
    kinds = [kind for kind in text.all(ast.ClassDef) if function in kind.body]
    if function is None or function.name not in {"call", "forward"} or not kinds or not call.args:
        return False
    if not bases(kinds[0]) & {"Layer", "Model", "Module"}:
        return False
    made = [part for part in sources(text, call.args[0], call) if isinstance(part, ast.expr)]
    first = {one.arg for one in function.args.args[1:2]}
    return not any(map(_moves_rows, made)) and any(isinstance(part, ast.Name) and part.id in first for part in made)


def _moves_rows(node: ast.expr) -> bool:
    """Whether what is first after this may be something else than the rows."""
    turned = isinstance(node, ast.Attribute) and node.attr == "T"
    along = keyword(node, "axis") if isinstance(node, ast.Call) else None
    return called(node) in _MOVES_ROWS or turned or isinstance(node, ast.Subscript) or getattr(along, "value", 1) == 0


RULE = Rule(
    level=Level.WARNING,
    title="attention over the rows of a batch",
    instead="Let the recurrent layer give every step, return_sequences=True, and pool after the attention; take a "
    "softmax of your own along axis 1.",
    model=_look,
    text=_over_rows,
    exact=True,
)
