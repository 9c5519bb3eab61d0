"""# A monitor without a direction

**What it sees.** `EarlyStopping`, `ReduceLROnPlateau` or `ModelCheckpoint` watches a metric that is a function or a
class of the author's, one that counts, or one of several outputs, and is not told with `mode` whether it should rise
or fall.

**Why it hurts.** Keras no longer guesses from the name. It knows the direction of its own metrics and of the whole
`loss`; for any other it raises a `ValueError` when the first epoch is over.

**Example.**

```python
import keras


def f1(truth, guess):
    right = keras.ops.sum(truth * keras.ops.round(guess))
    return 2 * right / (keras.ops.sum(truth) + keras.ops.sum(keras.ops.round(guess)) + 1e-7)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[f1])
slower = keras.callbacks.ReduceLROnPlateau(monitor="val_f1", patience=3)  # ← here
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[slower])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[keras.metrics.F1Score(name="f1")])
slower = keras.callbacks.ReduceLROnPlateau(monitor="val_f1", mode="max", patience=3)
model.fit(x, y, epochs=50, validation_split=0.2, callbacks=[slower])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text, argument_at, bases, called, keyword, walk
from autograder.rules import asking, fitting
from autograder.rules.looks.words import WAIT
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text

_PLAIN = frozenset({"Metric", "Mean", "Sum", "MeanMetricWrapper"})  # they say nothing of a direction
_COUNTS = frozenset({"TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"}) | (_PLAIN - {"Metric"})
_FUNCTIONS = frozenset({
    "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "top_k_categorical_accuracy",
    "sparse_top_k_categorical_accuracy",
})  # fmt: skip
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def _look(program: Program) -> Faults:
    if not program.text.older:
        yield from in_text(program, _without_direction)
        for model in program.models:
            yield from _of_one_output(model)


def _of_one_output(model: ModelSource) -> Faults:
    names = asking.output_names(model)
    for fit in model.training.fits if len(names) > 1 and model.form == "functional" else ():
        for made in fitting.some_callbacks(fit):
            monitor = made.arguments.get("monitor")
            told = made.arguments.get("mode", "auto") != "auto"
            if made.name not in WAIT or told or not isinstance(monitor, str) or fit.guarded:
                continue
            bare = monitor.removeprefix("val_")
            if any(bare == f"{name}_loss" or _is_metric(model, bare, name) for name in names):
                said = f"Keras cannot tell whether {bare} should rise or fall, for it is about one output"
                yield Fault(f"{said}: {made.name} stops the training after the first epoch.", made.place)


def _is_metric(model: ModelSource, bare: str, output: str) -> bool:
    """Whether this is a metric of one output, under the name that Keras reports it by."""
    number = asking.output_names(model).index(output)
    found = [metric for event in asking.compiles(model) for metric in asking.metrics(model, event).get(number, ())]
    spelt_names = [metric.spelt or metric.arguments.get("name", metric.name) for metric in found]
    return any(bare == f"{output}_{name}" for name in spelt_names)


def _without_direction(text: Text) -> Found:
    """Callbacks that watch a metric of which nobody told whether it should rise or fall."""
    if "_direction" in text.whole:
        return
    listed = [part for call in text.calls({"compile"}) for part in _metrics(text, call)]
    silent = {name for part in listed for name in _silent(text, part)}
    silent -= {name for part in listed if not any(_silent(text, part)) for name in _spelt(part)}
    for name, at in WAIT.items():
        for call in text.calls({name}):
            monitor = _monitor(text, call, at)
            if monitor.removeprefix("val_") in silent:
                said = f"Keras cannot tell whether {monitor.removeprefix('val_')} should rise or fall"
                yield f"{said}: {name} stops the training after the first epoch.", call


def _monitor(text: Text, call: ast.Call, at: int) -> str:
    """What a callback watches without being told in which direction; empty if that is not known."""
    mode = keyword(call, "mode")
    told = mode is not None and getattr(text.resolved(mode), "value", None) != "auto"
    if told or len(call.args) > at + 1 or any(given.arg is None for given in call.keywords):
        return ""
    value = getattr(text.argument(call, at, "monitor"), "value", "")
    return value if isinstance(value, str) else ""


def _metrics(text: Text, call: ast.Call) -> Iterator[ast.expr]:
    """The metrics of a compile, one by one, in lists and dictionaries as well."""
    given = argument_at(call, 2, "metrics")
    todo = [] if given is None else [given]
    while todo:
        part = text.resolved(todo.pop())
        if isinstance(part, ast.List | ast.Tuple):
            todo += part.elts
        elif isinstance(part, ast.Dict):
            todo += part.values
        else:
            yield part


def _silent(text: Text, metric: ast.expr) -> Iterator[str]:
    """The names that a metric may be reported under, if it surely has no direction."""
    functions = {node.name for node in text.all(ast.FunctionDef) if len(node.args.args) > 1}
    if isinstance(metric, ast.Name) and (metric.id in functions or metric.id in _FUNCTIONS):
        yield metric.id
    elif isinstance(metric, ast.Attribute) and metric.attr in _FUNCTIONS:
        yield metric.attr
    kinds = [node for node in text.all(ast.ClassDef) if node.name == called(metric)]
    own = bases(kinds[0]) if len(kinds) == 1 else set()
    if own and own <= _PLAIN:
        yield from _spelt(metric)
        yield from _named(kinds[0])
    elif called(metric) in _COUNTS and not kinds:
        yield from _spelt(metric)


def _spelt(metric: ast.expr) -> Iterator[str]:
    """The name that stands at a metric, or that it has after its class."""
    name = keyword(metric, "name") if isinstance(metric, ast.Call) else metric
    value = getattr(name, "value", None)
    if isinstance(value, str):
        yield value
    elif isinstance(metric, ast.Call) and name is None:
        yield _WORDS.sub("_", called(metric)).lower()


def _named(kind: ast.ClassDef) -> Iterator[str]:
    """The names that a class of metrics gives itself: by a default, or where it calls what it descends from."""
    for node in walk(kind):
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            defaults = zip(reversed(node.args.args), reversed(node.args.defaults), strict=False)
            values = [value for argument, value in defaults if argument.arg == "name"]
            values += [given for call in walk(node) if called(call) == "__init__" and isinstance(call, ast.Call)
                       if (given := keyword(call, "name")) is not None]  # fmt: skip
            for value in values:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


RULE = Rule(
    level=Level.ERROR,
    title="a monitor without a direction",
    instead='Say mode="max" if it is better when it is higher, mode="min" if it is better when it is lower.',
    program=_look,
    exact=True,
    about=("monitor",),
)
