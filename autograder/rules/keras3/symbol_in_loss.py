"""# A tensor of the network in a loss

**What it sees.** A loss that the program writes and gives to `compile` computes with a symbolic tensor of the
network: an `Input`, or what a layer made of one.

**Why it hurts.** Such a tensor stands for a shape, not for numbers, and `fit` hands the loss only the labels and the
answers. Keras 3 stops at the first batch with a sentence about a `KerasTensor`. Before TensorFlow 2 it worked, which
is why many older programs do it, variational autoencoders above all.

**Example.**

```python
import keras

inputs = keras.Input((16,))
code = keras.layers.Dense(4)(inputs)
model = keras.Model(inputs, keras.layers.Dense(16)(code))

def loss(wanted, given):
    return keras.ops.mean(keras.ops.square(wanted - given)) + keras.ops.mean(keras.ops.square(code))  # ← here

model.compile(optimizer="adam", loss=loss)
```

**Instead.**

```python
import keras

inputs = keras.Input((16,))
code = keras.layers.Dense(4, activity_regularizer=keras.regularizers.L2(0.1))(inputs)
model = keras.Model(inputs, keras.layers.Dense(16)(code))
model.compile(optimizer="adam", loss="mse")
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, assigned, bound, called, walk
from autograder.rules.looks.losses import own_losses_of
from autograder.rules.looks.scopes import arguments, owner
from autograder.rules.looks.words import is_layer
from autograder.rules.rule import Found, Level, Rule

_SHAPES = frozenset({"shape", "dtype", "name", "ndim"})
_OF_SHAPES = frozenset({"int_shape", "ndim", "len", "isinstance", "is_keras_tensor"})


def _look(text: Text) -> Found:
    for call in text.calls({"compile"}):
        for loss, function in own_losses_of(text, call):
            maker = loss if isinstance(loss, ast.Call) else None
            for name in _from_outside(text, function):
                if _behind(text, function, maker, name.id):
                    said = f"{name.id} is a symbolic tensor of the network, without numbers: {function.name} is given"
                    yield f"{said} only the labels and the answers.", name
                    break


def _from_outside(text: Text, function: ast.FunctionDef) -> Iterator[ast.Name]:
    """The variables of which a function computes with the values, and that it neither takes nor makes itself."""
    own = {*arguments(function), *assigned(walk(function))}
    for name in (part for part in walk(function) if isinstance(part, ast.Name) and part.id not in own):
        user = text.parents.get(id(name))
        shape = getattr(user, "attr", "") in _SHAPES or called(user) in _OF_SHAPES
        if isinstance(name.ctx, ast.Load) and not shape:
            yield name


def _behind(text: Text, function: ast.FunctionDef, maker: ast.Call | None, name: str) -> bool:
    """Whether a variable of the places around a loss is symbolic, an argument of what made the loss as well."""
    around = owner(text, function)
    if around is not None and name in arguments(around):
        value = bound(around, maker).get(name) if maker is not None and called(maker) == around.name else None
        return value is not None and _is_symbolic(text, value, maker or value)
    value, where = text.latest(name, function)
    return value is not None and where is not function and _is_symbolic(text, value, where)


def _is_symbolic(text: Text, node: ast.expr, user: ast.AST, seen: set[int] | None = None) -> bool:
    """Whether a value is an ``Input``, or what a layer gives for one."""
    seen = set() if seen is None else seen
    if isinstance(node, ast.Name):
        value, where = text.latest(node.id, user)
        new = value is not None and id(value) not in seen
        return value is not None and new and _is_symbolic(text, value, where, seen)
    if not isinstance(node, ast.Call):
        return False
    seen.add(id(node))
    if called(node) == "Input":
        return True
    layer = text.resolved(node.func) if isinstance(node.func, ast.Name) else node.func
    given = node.args[0] if node.args else None
    parts = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
    symbolic = (part is not None and _is_symbolic(text, part, user, seen) for part in parts)
    return isinstance(layer, ast.Call) and is_layer(layer) and any(symbolic)


RULE = Rule(
    level=Level.ERROR,
    title="a tensor of the network in a loss",
    instead="Give it to add_loss in a layer of your own, regularise the layer's activity, or write train_step.",
    text=_look,
)
