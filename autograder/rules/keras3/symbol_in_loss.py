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

from autograder.anatomy.text import Text, bound, called
from autograder.rules.looks.losses import own_losses_of
from autograder.rules.looks.scopes import arguments, owner
from autograder.rules.looks.symbols import from_outside, is_symbolic
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    for call in text.calls({"compile"}):
        for loss, function in own_losses_of(text, call):
            maker = loss if isinstance(loss, ast.Call) else None
            for name in from_outside(function):
                if _behind(text, function, maker, name.id):
                    said = f"{name.id} is a symbolic tensor of the network, without numbers: {function.name} is given"
                    yield f"{said} only the labels and the answers.", name
                    break


def _behind(text: Text, function: ast.FunctionDef, maker: ast.Call | None, name: str) -> bool:
    """Whether a variable of the places around a loss is symbolic, an argument of what made the loss as well."""
    around = owner(text, function)
    if around is not None and name in arguments(around):
        value = bound(around, maker).get(name) if maker is not None and called(maker) == around.name else None
        return value is not None and is_symbolic(text, value, maker or value)
    value, where = text.latest(name, function)
    return value is not None and where is not function and is_symbolic(text, value, where)


RULE = Rule(
    level=Level.ERROR,
    title="a tensor of the network in a loss",
    instead="Give it to add_loss in a layer of your own, regularise the layer's activity, or write train_step.",
    text=_look,
)
