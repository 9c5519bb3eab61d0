"""# Epochs that nobody reads

**What it sees.** `nb_epoch=` for the wrapper of Keras 2 for scikit-learn, `KerasClassifier` or `KerasRegressor`: as
its argument, in `set_params`, or in the grid of a search. Or a function of the author's that takes `**kwargs` and
looks for one name of the epochs in it, and is called with another.

**Why it hurts.** Nobody complains: the wrapper lets this old name pass and hands only on what `fit` takes, and a
dictionary is only asked for what it is asked for. Each model is trained for one epoch, or as many as the default
says, whatever number stands there; a search compares models that are all trained alike.

**Example.**

```python
import keras

def train(model, x, y, **settings):
    model.compile(loss="mse", optimizer="adam")
    return model.fit(x, y, epochs=settings.get("epochs", 1))

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
train(model, x, y, nb_epoch=100)  # ← here
```

**Instead.**

```python
import keras

def train(model, x, y, epochs=1):
    model.compile(loss="mse", optimizer="adam")
    return model.fit(x, y, epochs=epochs)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
train(model, x, y, epochs=100)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, constant, walk
from autograder.rules.looks.scopes import arguments
from autograder.rules.rule import Found, Level, Rule

_WRAPPERS = frozenset({"KerasClassifier", "KerasRegressor"})
_OLD = re.compile(r"^(\w+__)?nb_epoch$")
_NEW = re.compile(r"^(\w+__)?epochs$")
_EPOCHS = frozenset({"nb_epoch", "nb_epochs", "epoch", "epochs", "n_epochs", "n_epoch", "num_epochs", "max_epochs"})
_GIVES = {"KerasClassifier": "", "KerasRegressor": "", "set_params": "", "GridSearchCV": "param_grid",
          "RandomizedSearchCV": "param_distributions"}  # fmt: skip
_OF_KERAS_2 = frozenset({
    "kernel_initializer", "bias_initializer", "recurrent_initializer", "kernel_regularizer", "units", "filters",
    "kernel_size", "strides", "use_bias", "dilation_rate", "steps_per_epoch",
})  # fmt: skip
_SAYS_2 = re.compile(r"(?im)^#.*\b(keras|tensorflow) 2\.")
_ASKS = frozenset({"get", "pop", "setdefault"})


def _look(text: Text) -> Found:
    """``KerasRegressor(build_fn=build, nb_epoch=100)``, and ``train(model, nb_epoch=100)`` that reads ``epochs``."""
    if "wrappers.scikit_learn" in text.whole and "nb_epoch" in text.whole and _is_keras_2(text):
        yield from _wrapped(text)
    for function in text.all(ast.FunctionDef):
        read = _read(function)
        for call in text.calls({function.name}) if read & _EPOCHS else ():
            unread = [one.arg for one in call.keywords if one.arg in _EPOCHS - read - set(arguments(function))]
            if unread and not any(one.arg is None or one.arg in read & _EPOCHS for one in call.keywords):
                said = f"{function.name} looks for {min(read & _EPOCHS)} in what it is given besides"
                yield f"{said}: nobody reads {unread[0]}.", call


def _is_keras_2(text: Text) -> bool:
    """Whether this is surely not Keras 1, which knew no other name."""
    given = {one.arg for call in text.all(ast.Call) for one in call.keywords}
    packages = any(name in text.whole for name in ("tensorflow.keras", "tf.keras"))
    return packages or bool(given & _OF_KERAS_2) or _SAYS_2.search(text.file) is not None


def _wrapped(text: Text) -> Found:
    """``nb_epoch`` for the wrapper, in whose program nothing else says how many epochs are meant."""
    taken = {name for function in text.all(ast.FunctionDef) for name in arguments(function)}
    given = [(call, name) for call in text.all(ast.Call) for name in _given(text, call)]
    if "nb_epoch" in taken or "scikeras" in text.whole or any(_NEW.search(name) for _, name in given):
        return
    for call, name in given:
        if called(call) in _GIVES and _OLD.search(name):
            yield f"The wrapper of Keras 2 lets {name} pass, and trains for one epoch: fit takes epochs.", call


def _given(text: Text, call: ast.Call) -> Iterator[str]:
    """The names that a call gives something to: its own, those of a dictionary with stars, and those of a grid."""
    grid = _GIVES.get(called(call), "")
    for at, one in enumerate([*call.keywords, *(ast.keyword("", part) for part in call.args)]):
        made = text.resolved(one.value)
        listed = one.arg is None or (grid and one.arg == grid) or (grid and at == len(call.keywords) + 1)
        if one.arg and not listed:
            yield one.arg
        elif listed and isinstance(made, ast.Dict):
            yield from (str(constant(key)) for key in made.keys)
        elif listed and called(made) == "dict" and isinstance(made, ast.Call):
            yield from (inner.arg for inner in made.keywords if inner.arg)


def _read(function: ast.FunctionDef) -> set[str]:
    """What a function that trains asks its ``**kwargs`` for, if it does nothing else with them."""
    rest = function.args.kwarg.arg if function.args.kwarg else ""
    nodes = walk(function)
    if not rest or not any(called(node) in {"fit", "fit_generator"} for node in nodes):
        return set()
    read = set()
    for node in nodes:
        if isinstance(node, ast.Call) and called(node) in _ASKS and isinstance(node.func, ast.Attribute):
            asked, owner = node.args[:1], node.func.value
        elif isinstance(node, ast.Subscript):
            asked, owner = [node.slice], node.value
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            asked, owner = [node.left], node.comparators[0]
        else:
            continue
        if getattr(owner, "id", "") == rest and asked and isinstance(constant(asked[0]), str):
            read.add((constant(asked[0]), id(owner)))
    used = {id(node) for node in nodes if isinstance(node, ast.Name) and node.id == rest}
    return {name for name, _ in read} if used == {owner for _, owner in read} else set()


RULE = Rule(
    level=Level.ERROR,
    title="epochs that nobody reads",
    instead="Call them as they are read: epochs= for the wrapper, the function's own name for a function.",
    text=_look,
    about=("nb_epoch", "n_epochs", "num_epochs", "nb_epochs", "epochs"),
)
