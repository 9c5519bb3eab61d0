"""# Layers that nothing keeps

**What it sees.** A class of the author's that descends from `Model` or `Layer` assigns to `self` without
`super().__init__()`, or makes layers with weights in `call`.

**Why it hurts.** Keras finds the weights of a model in the attributes that it watches since `super().__init__()`. A
layer that `call` makes has new random weights each time, and none of them is trained: Keras stops.

**Example.**

```python
import keras

class Net(keras.Model):
    def call(self, x):
        return keras.layers.Dense(1)(x)  # ← here

model = Net()
model.compile(optimizer="adam", loss="mse")
```

**Instead.**

```python
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.last = keras.layers.Dense(1)

    def call(self, x):
        return self.last(x)

model = Net()
model.compile(optimizer="adam", loss="mse")
```
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from autograder.anatomy.text import Text, assigned, bases, called, walk
from autograder.rules.looks.words import MODEL_OR_LAYER, WEIGHTED, is_layer
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """A class of the author's that does not begin as one of Keras, or makes its layers anew in each call."""
    for node in text.all(ast.ClassDef):
        if not bases(node) & MODEL_OR_LAYER or len(node.bases) > 1:
            continue
        methods = {part.name: part for part in node.body if isinstance(part, ast.FunctionDef)}
        init, call = methods.get("__init__"), methods.get("call")
        if init and "super(" not in ast.unparse(init) and ".__init__(" not in ast.unparse(init) and call:
            first = next(iter(init.body))
            if isinstance(first, ast.Assign) and ast.unparse(first.targets[0]).startswith("self."):
                said = f"{node.name} keeps nothing before Keras has begun it"
                yield f"{said}: super().__init__() comes first.", first.targets[0]
        for layer in _made_in(text, methods, call) if call else ():
            said = f"This {called(layer)} is made anew in each call"
            yield f"{said}: make it in __init__, where Keras finds its weights.", layer


def _made_in(text: Text, methods: Mapping[str, ast.FunctionDef], call: ast.FunctionDef) -> Iterator[ast.Call]:
    """The layers with weights that ``call`` makes and calls, by itself or by functions that it calls."""
    functions = {one.name: one for one in text.all(ast.FunctionDef) if not text.function_of(one)} | dict(methods)
    reached = [call]
    for function in reached:
        asked = [functions[called(node)] for node in walk(function) if called(node) in functions]
        reached += [one for one in asked if one not in reached and one.name not in {"__init__", "build"}]
    weighted = {one.name for one in text.all(ast.ClassDef) if _has_weights(one)}
    for function in reached:
        if any(isinstance(node, ast.If) and "self." in ast.unparse(node.test) for node in walk(function)):
            continue  # it may be made once only
        held = assigned(walk(function))
        for node in walk(function):
            maker = node.func if isinstance(node, ast.Call) else None
            made = held.get(maker.id) if isinstance(maker, ast.Name) else maker
            of_keras = called(made).startswith(WEIGHTED) and made is not None and is_layer(made)
            if isinstance(made, ast.Call) and (of_keras or called(made) in weighted) and node is not made:
                yield made


def _has_weights(node: ast.ClassDef) -> bool:
    """Whether a layer or model of the author's makes weights, or layers that have them."""
    made = {called(part) for part in walk(node)}
    return bool(bases(node) & MODEL_OR_LAYER) and any(
        name == "add_weight" or name.startswith(WEIGHTED) for name in made
    )


RULE = Rule(
    level=Level.ERROR,
    title="layers that nothing keeps",
    instead="Begin __init__ with super().__init__(), make all layers there, and call them in call.",
    text=_look,
)
