"""# Results under the wrong names

**What it sees.** What `evaluate`, `test_on_batch` or `train_on_batch` gives is taken apart with the accuracy first,
or with two metrics in another order than in `compile`; or its first number is printed as the accuracy.

**Why it hurts.** The first number is the loss, and the metrics follow in the order of `compile`. A loss of 0.3 is
reported as an accuracy of 30%, and one of 2.3 as 230%.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=10)
accuracy, loss = model.evaluate(x_test, y_test)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=10)
loss, accuracy = model.evaluate(x_test, y_test)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword, owner_of, walk
from autograder.rules.rule import Found, Level, Rule

_GIVES = frozenset({"evaluate", "evaluate_generator", "test_on_batch", "train_on_batch"})
_OWN = (*(f"def {name}(" for name in sorted(_GIVES)), "def test_step(", "def train_step(", "return_dict", "torch")
_NAMES = {
    "acc": "accuracy", "accuracy": "accuracy", "prec": "precision", "precision": "precision", "recall": "recall",
    "auc": "auc", "mae": "mae", "mse": "mse",
}  # fmt: skip
_SAYS_ACCURACY = re.compile(r"\bacc(uracy)?\W*$", re.IGNORECASE)
_PLACES = re.compile(r"%[-+ 0-9.]*[sdfgeri]|\{[^{}]*\}")


def _look(text: Text) -> Found:
    """What ``evaluate`` gives under other names, in a program whose models give the loss first."""
    if not any(word in text.whole for word in _OWN):
        compiled = {owner_of(call) for call in text.calls({"compile"})}
        yield from _unpacked(text, compiled)
        yield from _told(text, compiled)


def _unpacked(text: Text, compiled: set[str]) -> Found:
    """``accuracy, loss = model.evaluate(x, y)``, and metrics in another order than that of ``compile``."""
    for statement in text.all(ast.Assign):
        target, value = statement.targets[0], statement.value
        if not isinstance(target, ast.Tuple) or not _is_result(value, compiled):
            continue
        spelt = [ast.unparse(part) for part in target.elts]
        if _named(spelt[0]) == "accuracy" and "loss" not in spelt[0].lower():
            yield f"{called(value)} gives the loss first, which {spelt[0]} gets here.", value
        elif isinstance(value, ast.Call):
            listed = _metrics(text, value)
            for at, name in enumerate(spelt[1:]):
                if len(listed) == len(spelt) - 1 and _named(name) in listed and listed[at] not in {_named(name), ""}:
                    yield f"{called(value)} gives {listed[at]} here, which {name} gets.", value
                    break


def _named(spelt: str) -> str:
    """The metric that the name of a variable means; empty if it means none, or several."""
    met = {_NAMES[word] for word in re.split(r"[^a-z]+", spelt.lower()) if word in _NAMES}
    return met.pop() if len(met) == 1 else ""


def _is_result(value: ast.expr | None, compiled: set[str]) -> bool:
    """Whether a call asks a model that the program compiles for its numbers."""
    return isinstance(value, ast.Call) and called(value) in _GIVES and owner_of(value) in compiled


def _metrics(text: Text, asked: ast.Call) -> list[str]:
    """The metrics of the one compile of a model with one loss, in order, as far as their names are known."""
    mine = [call for call in text.calls({"compile"}) if owner_of(call) == owner_of(asked)]
    given = keyword(mine[0], "metrics") if len(mine) == 1 else None
    loss = keyword(mine[0], "loss") if mine else None
    if not isinstance(given, ast.List) or isinstance(loss, ast.List | ast.Dict | ast.Tuple):
        return []
    named = [getattr(part, "value", None) or called(part) or "" for part in given.elts]
    return [_named(name) if isinstance(name, str) else "" for name in named]


def _told(text: Text, compiled: set[str]) -> Found:
    """``print("Accuracy:", result[0])``, and ``accuracy = result[0]``."""
    for said, number in _sentences(text):
        cut = [node for node in walk(number) if isinstance(node, ast.Subscript)]
        at = cut[0].slice.value if len(cut) == 1 and isinstance(cut[0].slice, ast.Constant) else None
        owner = cut[0].value if at == 0 and type(at) is int else None
        values = text.values.get(owner.id, []) if isinstance(owner, ast.Name) and text.is_sure(owner.id) else [owner]
        results = bool(values) and all(_is_result(value, compiled) for value in values)
        if results and _SAYS_ACCURACY.search(said) and "loss" not in said.lower():
            yield f"{called(values[0])} gives the loss first, and this calls it accuracy.", cut[0]


def _sentences(text: Text) -> Iterator[tuple[str, ast.expr]]:
    """The numbers that a program names, each with the text before it."""
    for call in text.calls({"print", "format"}):
        frame = getattr(getattr(call.func, "value", None), "value", None)
        if called(call) == "format" and isinstance(frame, str):
            yield from zip(_PLACES.split(frame), call.args, strict=False)
        for before, number in zip(call.args, call.args[1:], strict=False):
            if called(call) == "print" and isinstance(before, ast.Constant) and isinstance(before.value, str):
                yield before.value, number
    for made in text.all(ast.JoinedStr):
        for before, part in zip(made.values, made.values[1:], strict=False):
            if isinstance(before, ast.Constant) and isinstance(part, ast.FormattedValue):
                yield str(before.value), part.value
    for one in text.all(ast.Assign):
        if isinstance(one.targets[0], ast.Name) and isinstance(one.value, ast.Subscript):
            yield one.targets[0].id.replace("_", " "), one.value
    for node in text.all(ast.BinOp):
        frame = getattr(node.left, "value", None)
        if isinstance(node.op, ast.Mod) and isinstance(frame, str):
            numbers = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
            yield from zip(_PLACES.split(frame.replace("%%", "")), numbers, strict=False)
        elif isinstance(node.op, ast.Add) and isinstance(frame, str) and called(node.right) == "str":
            yield frame, node.right


RULE = Rule(
    level=Level.WARNING,
    title="results under the wrong names",
    instead="Take the loss first, and then the metrics in the order of compile; or ask for return_dict=True.",
    text=_look,
    exact=True,
)
