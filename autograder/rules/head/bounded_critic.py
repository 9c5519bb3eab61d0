"""# A critic with bounds

**What it sees.** The critic of a Wasserstein GAN ends in `sigmoid` or `tanh`: the program takes the mean score of
made images minus that of real ones for the loss, and has no other loss.

**Why it hurts.** The score measures how far apart made and real images are, and so it needs room. Between 0 and 1 it
says 1 at most, whatever the distance, and where it is near its bounds it has no slope that could lead the generator.

**Example.**

```python
import keras
import tensorflow as tf

generator = keras.Sequential([keras.Input((16,)), keras.layers.Dense(2)])
critic = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),  # ← here
])


def wasserstein(real, fake):
    return tf.reduce_mean(critic(fake)) - tf.reduce_mean(critic(real))
```

**Instead.**

```python
import keras
import tensorflow as tf

generator = keras.Sequential([keras.Input((16,)), keras.layers.Dense(2)])
critic = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])


def wasserstein(real, fake):
    return tf.reduce_mean(critic(fake)) - tf.reduce_mean(critic(real))
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, keyword, walk
from autograder.rules.counting import BOUNDED
from autograder.rules.rule import Found, Level, Rule

_WASSERSTEIN = re.compile(r"wgan|wasserstein|gradient_?penalty", re.IGNORECASE)
_OTHER_LOSSES = re.compile(r"entropy|hinge|\blog\(|softplus", re.IGNORECASE)
_CRITIC = re.compile(r"disc|critic", re.IGNORECASE)
_MEANS = frozenset({"mean", "reduce_mean"})


def _look(text: Text) -> Found:
    """The last layers of the critics of a program that knows no loss but that of Wasserstein."""
    if not _WASSERSTEIN.search(text.whole) or _OTHER_LOSSES.search(text.whole):
        return
    if not any(_is_difference(node) for node in text.all(ast.BinOp)):
        return
    for layer in _last_layers(text):
        given = keyword(layer, "activation") or (
            layer.args[1] if called(layer) == "Dense" and len(layer.args) > 1 else None
        )
        given = layer.args[0] if called(layer) == "Activation" and layer.args else given
        name = getattr(given, "value", None) if isinstance(given, ast.Constant) else getattr(given, "attr", "")
        if name in BOUNDED:
            said = f"The critic ends in {name}, and the score of a Wasserstein GAN has no bounds"
            yield f"{said}: it cannot say how far apart two distributions are.", layer


def _is_difference(node: ast.BinOp) -> bool:
    """``mean(fake) - mean(real)``."""
    apart = isinstance(node.op, ast.Sub) and called(node.left) in _MEANS and called(node.right) in _MEANS
    return apart and not any(called(part) in {"square", "abs"} for part in walk(node))


def _last_layers(text: Text) -> Iterator[ast.Call]:
    """The layer that is the last one of each critic."""
    for one in text.all(ast.Assign):
        name = getattr(one.targets[0], "id", getattr(one.targets[0], "attr", ""))
        if _CRITIC.search(name) and not text.function_of(one):
            yield from _last_listed(one.value)
    for function in text.all(ast.FunctionDef):
        if _CRITIC.search(function.name):
            nodes = list(walk(function))
            added = [one.args[0] for one in nodes if called(one) == "add" and isinstance(one, ast.Call) and one.args]
            yield from [layer for layer in added[-1:] if isinstance(layer, ast.Call)]
            for node in nodes:
                if called(node) == "Sequential":
                    yield from _last_listed(node)
                elif called(node) == "Model" and isinstance(node, ast.Call):
                    yield from _of_output(function, node)


def _last_listed(made: ast.AST) -> list[ast.Call]:
    listed = made.args[0] if isinstance(made, ast.Call) and called(made) == "Sequential" and made.args else made
    last = listed.elts[-1:] if isinstance(listed, ast.List) else []
    return [layer for layer in last if isinstance(layer, ast.Call)]


def _of_output(function: ast.FunctionDef, made: ast.Call) -> list[ast.Call]:
    """The layer that gives the output of a functional model."""
    output = argument_at(made, 1, "outputs")
    if isinstance(output, ast.Name):
        given = [one.value for one in walk(function) if isinstance(one, ast.Assign)
                 and getattr(one.targets[0], "id", "") == output.id]  # fmt: skip
        output = max(given, key=lambda value: value.lineno, default=None)
    layer = output.func if isinstance(output, ast.Call) else None
    return [layer] if isinstance(layer, ast.Call) else []


RULE = Rule(
    level=Level.WARNING,
    title="a critic with bounds",
    instead="Leave the activation of the last layer of the critic out.",
    text=_look,
    exact=True,
)
