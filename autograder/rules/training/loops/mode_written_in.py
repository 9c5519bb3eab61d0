"""# The training mode is written into a layer

**What it sees.** The `call` of a model or a layer of the author's calls a dropout, a noise, a batch norm or an
augmentation with `training=True`, or a function such as `tf.nn.dropout` that knows no mode, under no condition; or
a `test_step` calls the model with `training=True`. The program asks its model for each answer once: where it asks
many times, or says that it is about uncertainty, the noise is meant, and nothing is said.

**Why it hurts.** `evaluate` and `predict` hand `training=False` to the model's `call`, and what is written at the
call of a layer wins. Half of the units are dropped in every prediction, and the next prediction of the same row is
another one. A batch norm takes the mean of the batch, so that the answer about a row depends on its neighbours.

**Example.**

```python
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation="relu")
        self.drop = keras.layers.Dropout(0.5)
        self.head = keras.layers.Dense(1)

    def call(self, x, training=None):
        x = self.drop(self.hidden(x), training=True)  # ← here
        return self.head(x)

net = Net()
net.compile(optimizer="adam", loss="mse")
net.fit(rows, targets, validation_split=0.2, epochs=20)
```

**Instead.**

```python
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation="relu")
        self.drop = keras.layers.Dropout(0.5)
        self.head = keras.layers.Dense(1)

    def call(self, x, training=None):
        x = self.drop(self.hidden(x), training=training)
        return self.head(x)

net = Net()
net.compile(optimizer="adam", loss="mse")
net.fit(rows, targets, validation_split=0.2, epochs=20)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, bases, called, keyword, names, walk
from autograder.rules.looks.scopes import attributes, last_name, methods, written
from autograder.rules.rule import Found, Level, Rule

_MODED = re.compile(r"^(\w*Dropout\w*|GaussianNoise|BatchNormalization|Random[A-Z]\w+)$")
_FUNCTIONS = ("nn.dropout", "random.dropout", "backend.dropout", "image.random_", "F.dropout")
_TESTS = frozenset({
    "test_step", "val_step", "valid_step", "validation_step", "eval_step", "validate", "validate_one_epoch",
    "test_one_epoch", "evaluate_step",
})  # fmt: skip
_ANSWERS = frozenset({"evaluate", "predict", "predict_on_batch", "predict_step"})
_ON_PURPOSE = re.compile(
    r"monte|mc_|_mc\b|\bmc\b|mc.?drop|bayes|uncertain|epistemic|stochastic|spread|ensembl|\bn(um)?_samples|passes"
    r"|confidence.interval|credible|test.time|\btta",
    re.IGNORECASE,
)


def _look(text: Text) -> Found:
    """Layers that act as in training in a program which asks its model for answers, each once."""
    if _ON_PURPOSE.search(written(text)) or _asks_again(text):
        return
    yield from _tests(text)
    if not (any(text.calls(_ANSWERS)) or "validation_" in text.whole or "training=False" in text.whole):
        return
    own = {kind.name: kind for kind in text.all(ast.ClassDef)}
    for kind in own.values():
        for method in methods(kind) if bases(kind) & {"Model", "Layer", "Module"} else ():
            if method.name in {"call", "forward", "__call__"}:
                aside = "Layer" in bases(kind) and ".map(" in text.whole
                yield from _written_in(kind, method, own, "" if aside else "Random")
    for call in text.calls({"Lambda"}):
        function = call.args[0] if call.args else None
        for node in walk(function) if isinstance(function, ast.Lambda) else ():
            if _drops(node) and isinstance(node, ast.Call):
                yield f"{ast.unparse(node.func)} knows no mode: it acts in every prediction, too.", node


def _asks_again(text: Text) -> bool:
    """Whether something is asked again in rounds that differ in nothing else, as one does for a mean and a spread."""
    loops: list[ast.For | ast.comprehension] = [*text.all(ast.For), *text.all(ast.comprehension)]
    for loop in loops:
        if called(loop.iter) != "range":
            continue
        over = loop if isinstance(loop, ast.For) else _around(text, loop)
        body = over.body if isinstance(over, ast.For) else [over] if over is not None else []
        inside = [node for part in body for node in walk(part)]
        asks = any(called(node) in _ANSWERS or _is_call_of_a_model(node) for node in inside)
        trains = any(called(node) in {"fit", "gradient", "train_on_batch", "backward"} for node in inside)
        if asks and not trains:
            return True
    return False


def _around(text: Text, loop: ast.comprehension) -> ast.expr | None:
    kinds: list[ast.ListComp | ast.GeneratorExp] = [*text.all(ast.ListComp), *text.all(ast.GeneratorExp)]
    return next((node.elt for node in kinds if loop in node.generators), None)


def _is_call_of_a_model(node: ast.AST) -> bool:
    mode = keyword(node, "training") if isinstance(node, ast.Call) else None
    name = last_name(node.func).lower() if isinstance(node, ast.Call) else ""
    return mode is not None or "model" in name or name.endswith("net")


def _tests(text: Text) -> Found:
    """``def test_step(…): guess = self(x, training=True)``."""
    moded = any(_MODED.match(called(call)) for call in text.all(ast.Call))
    if not moded or "generator" in text.whole.lower():  # those that draw pictures may be asked in this way
        return
    for function in text.all(ast.FunctionDef):
        if function.name not in _TESTS or "GradientTape" in ast.unparse(function):
            continue
        for node in walk(function):
            mode = keyword(node, "training") if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and getattr(mode, "value", None) is True:
                yield f"{function.name} asks for answers as in training: units are dropped, too.", node


def _written_in(kind: ast.ClassDef, method: ast.FunctionDef, own: dict[str, ast.ClassDef], changes: str) -> Found:
    """``self.drop(x, training=True)``, and ``tf.nn.dropout(x, 0.5)``, under no condition.

    ``changes`` is how layers begin that change pictures; empty where they may be for a map over the rows of training.
    """
    given = attributes(kind)
    under = {id(part) for test in walk(method) if isinstance(test, ast.If | ast.IfExp) for part in walk(test)}
    hands_on = any(isinstance(node, ast.Name) and "train" in node.id for node in walk(method))
    for node in walk(method):
        if not isinstance(node, ast.Call) or id(node) in under:
            continue
        if getattr(keyword(node, "training"), "value", None) is True:
            made = given.get(last_name(node.func), []) if names(node.func) == {"self"} else [node.func]
            name = next((found for value in made for found in _moded(value, own, 3)), "")
            if name and (changes or not name.startswith("Random")):
                said = f"training=True is written into {kind.name}.{method.name}"
                yield f"{said}: {name} acts in every prediction, too.", node
        elif _drops(node) and not hands_on and keyword(node, "training") is None:
            said = f"{ast.unparse(node.func)} knows no mode"
            yield f"{said}: in {kind.name}.{method.name} it acts in every prediction, too.", node


def _drops(node: ast.AST) -> bool:
    """A function that drops or changes at random by a rate that is a number, or a setting."""
    spelt = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    return any(spelt.endswith(word) or (word.endswith("_") and word in spelt) for word in _FUNCTIONS)


def _moded(made: ast.expr, own: dict[str, ast.ClassDef], depth: int) -> Iterator[str]:
    """The names of what has a mode among all that is made here, by way of classes of the author's."""
    for node in walk(made):
        name = called(node)
        if _MODED.match(name) and name not in own:
            yield name
        elif name in own and depth:
            values = [value for every in attributes(own[name]).values() for value in every]
            yield from (found for value in values for found in _moded(value, own, depth - 1))


RULE = Rule(
    level=Level.WARNING,
    title="the training mode is written into a layer",
    instead="Hand the mode on, training=training; a test step asks with training=False.",
    text=_look,
    learn="train-vs-inference#probe-told",
    about=("training",),
    exact=True,
)
