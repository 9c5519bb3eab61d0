"""# A monitor that is not there

**What it sees.** A callback, the file name of a checkpoint, or the history asks for a number that `fit` never
reports: `val_loss` without validation data, or a metric that `compile` was not given under that name.

**Why it hurts.** Where `mode` is not given, Keras stops after the first epoch, for it finds no metric of that name.
With a `mode`, or for `val_loss`, it warns in every epoch and goes on: early stopping never stops, the learning rate
is never reduced, and the checkpoint does not choose the best. A name in braces, as in `{val_acc:.2f}`, stops Keras at
the first file.

**Example.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)  # ← here
model.fit(x, y, epochs=500, callbacks=[stop])
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
model.fit(x, y, epochs=500, validation_split=0.2, callbacks=[stop])
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, argument_at, called, constant, keyword
from autograder.anatomy.training import ABSENT, Compile, Fit, Made
from autograder.rules import asking, fitting
from autograder.rules.looks.words import OTHER_ACCURACY, WAIT
from autograder.rules.rule import Fault, Faults, Found, Level, Rule, in_text

_ALWAYS = frozenset({"loss", "lr", "learning_rate"})
_NUMBERED = re.compile(r"_\d+$")
_OTHER_LOGS = ("add_metric", "train_step", "logs[", "def metrics", "logs.update", "metrics_names")
_SLIP = re.compile(r"(value|valid|validation)_(loss|acc|accuracy)")


def _look(model: ModelSource) -> Faults:
    for fit in model.training.fits:
        known = fitting.callbacks(fit)
        for made in known or ():
            monitor = fitting.monitor(made)
            if monitor.startswith("val_") and fitting.validated(fit) is False:
                yield Fault(f"{made.name} waits for {monitor}, but fit is given no validation data.", made.place)
            elif monitor and (names := _reported(model, fit)) and not _among(monitor.removeprefix("val_"), names):
                yield Fault(f"{made.name} waits for {monitor}, but fit reports only {_told(names, fit)}.", made.place)
        for made in fitting.some_callbacks(fit):
            missing = _missing_in_file_name(model, fit, made)
            if missing:
                said = (
                    f"The file name asks for {{{missing}}}, and fit reports only {_told(_reported(model, fit), fit)}"
                )
                yield Fault(f"{said}: Keras stops at the first file.", made.place)
    yield from _asked_later(model)


def _missing_in_file_name(model: ModelSource, fit: Fit, made: Made) -> str:
    """A name in ``"{epoch}-{val_acc:.2f}.keras"`` that no epoch reports."""
    path, names = made.arguments.get("filepath"), _reported(model, fit)
    if made.name != "ModelCheckpoint" or not isinstance(path, str) or not names:
        return ""
    try:
        asked = [name for _, name, _, _ in Formatter().parse(path) if name]
    except ValueError:
        return ""
    unvalidated = fitting.validated(fit) is False
    missing = [
        name
        for name in asked
        if not _among(name.removeprefix("val_"), names | {"epoch", "batch"})
        or (unvalidated and name.startswith("val_"))
    ]
    return missing[0] if missing else ""


def _asked_later(model: ModelSource) -> Faults:
    """``history.history["val_loss"]`` of trainings without validation data, ``["mae"]`` where nobody asked for it."""
    fits = model.training.fits
    unchecked = bool(fits) and all(fitting.validated(fit) is False for fit in fits)
    reports = [_reported(model, fit) for fit in fits]
    there = set().union(*reports) if all(reports) else set()
    for event in model.training.uses("history"):
        key = event.arguments.get("key")
        if not isinstance(key, str) or not event.sure:
            continue
        wanted = key.removeprefix("val_")
        if key.startswith("val_") and unchecked:
            yield Fault(f"The history has no {key!r}: fit was given no validation data.", event.place)
        elif there and not _among(wanted, there) and OTHER_ACCURACY.get(wanted) not in there:
            said = f"The history has no {key!r}: compile was given no metric of that name"
            yield Fault(f"{said}.", event.place)


def _among(monitor: str, names: set[str]) -> bool:
    """Whether it is reported; Keras counts metrics of one name: ``auc``, ``auc_1``, …"""
    return monitor in names or _NUMBERED.sub("", monitor) in names


def _told(names: set[str], fit: Fit) -> str:
    """The names in the order of the alphabet, those of the validation after them."""
    told = sorted(names - {"lr", "learning_rate"})
    return ", ".join([*told, *(f"val_{name}" for name in told if fitting.validated(fit) is True)])


def _reported(model: ModelSource, fit: Fit) -> set[str]:
    """The names under which a fit reports; empty if not all of them are known."""
    event = model.training.compiled_for(fit)
    if len(model.anatomy.outputs) > 1 and isinstance(event, Compile):
        return _of_outputs(model, event)
    plain = model.form in {"sequential", "functional"} and len(model.anatomy.outputs) == 1 and model.complete
    if not plain or not isinstance(event, Compile) or event.arguments.get("weighted_metrics") is not None:
        return set()
    names: set[str] = set(_ALWAYS)
    for name in _names(event.metrics):
        if not name:
            return set()
        names.add(name)
    return names


def _of_outputs(model: ModelSource, event: Compile) -> set[str]:
    """The names that a model of several outputs reports, if their author named all of them."""
    calls = [model.layers[output] for output in model.anatomy.outputs]
    named = all(call is not None and isinstance(call.arguments.get("name"), str) for call in calls)
    listed: Any = event.metrics
    one_by_one = isinstance(listed, Mapping) or (isinstance(listed, tuple) and len(listed) == len(calls))
    if not named or not model.complete or event.arguments.get("weighted_metrics") is not None:
        return set()
    if listed is not ABSENT and not one_by_one:
        return set()
    names = set(_ALWAYS)
    outputs = asking.output_names(model)
    given = (
        listed.items() if isinstance(listed, Mapping) else zip(outputs, listed, strict=False) if one_by_one else ()
    )
    for output, metrics in given:
        found = [*_names(metrics)]
        if not all(found):
            return set()
        names |= {f"{output}_{name}" for name in found}
    return names | {f"{output}_loss" for output in outputs}


def _names(metrics: Any) -> Iterator[str]:
    """The name of each metric; empty for one that is not known."""
    if metrics is ABSENT:
        return
    for made in metrics if isinstance(metrics, tuple) else (metrics,):
        if not isinstance(made, Made):
            yield ""
        elif made.by_name:
            yield made.spelt
        else:
            given = made.arguments.get("name", made.name)
            yield given if isinstance(given, str) and not made.own else made.name if made.own else ""


def _look_without_a_model(program: Program) -> Faults:
    """What the text alone tells, and where a model cannot be followed, its callbacks beside its `fit`."""
    yield from in_text(program, _monitors)
    if not any(model.training.fits for model in program.models):
        yield from in_text(program, _unvalidated)
    if not any(model.training.fits and model.complete for model in program.models):
        yield from in_text(program, _unmeasured)


def _monitors(text: Text) -> Found:
    """Callbacks that wait for what no training reports, or not when they look."""
    for call in text.calls(WAIT.keys()):
        name, monitor = called(call), constant(keyword(call, "monitor"))
        if not isinstance(monitor, str):
            continue
        if slip := _SLIP.fullmatch(monitor):
            yield f"{name} waits for {monitor}, but fit reports val_{slip[2]}.", call
        steps = constant(keyword(call, "save_freq"))
        if monitor.startswith("val_") and type(steps) is int and constant(keyword(call, "save_best_only")) is True:
            said = f"{name} looks every {steps} batches, but {monitor} is there only after an epoch."
            yield said, call


def _unvalidated(text: Text) -> Found:
    """Trainings without validation data whose callbacks wait for them."""
    for fit in text.calls({"fit"}):
        listed = keyword(fit, "callbacks")
        hidden = any(one.arg is None for one in fit.keywords) or any(isinstance(a, ast.Starred) for a in fit.args)
        given = [keyword(fit, name) for name in ("validation_split", "validation_data")]
        validates = any(one is not None and getattr(one, "value", True) for one in given)
        method = isinstance(fit.func, ast.Attribute)
        if hidden or validates or not method or len(fit.args) > 5 or not isinstance(listed, ast.List):
            continue
        for item in listed.elts:
            made = text.last_in_cell(item.id, fit) if isinstance(item, ast.Name) else item
            name = called(made)
            if isinstance(made, ast.Call) and name in WAIT and name != "ModelCheckpoint":
                monitor = constant(argument_at(made, 0, "monitor") or ast.Constant("val_loss"))
                open_ended = any(one.arg is None for one in made.keywords)
                if not open_ended and isinstance(monitor, str) and monitor.startswith("val_"):
                    said = f"{name} waits for {monitor}, but fit is given no validation data."
                    yield said, made


def _unmeasured(text: Text) -> Found:
    """Callbacks that wait for an accuracy, where the one ``compile`` names all its metrics and none is one."""
    compiled = [call for call in text.calls({"compile"}) if keyword(call, "loss", "optimizer", "metrics") is not None]
    if (
        len(compiled) != 1
        or not _measures_no_accuracy(compiled[0])
        or any(word in text.whole for word in _OTHER_LOGS)
    ):
        return
    for call in text.calls(WAIT.keys()):
        monitor = constant(argument_at(call, WAIT[called(call)], "monitor"))
        if isinstance(monitor, str) and monitor.removeprefix("val_") in OTHER_ACCURACY:
            yield f"{called(call)} waits for {monitor}, but compile is given no metric of that name.", call


def _measures_no_accuracy(call: ast.Call) -> bool:
    """Whether a model of one output is compiled with metrics that are all written down, and none is an accuracy."""
    hidden = any(one.arg is None for one in call.keywords) or len(call.args) > 2 or keyword(call, "weighted_metrics")
    several = isinstance(argument_at(call, 1, "loss"), ast.List | ast.Dict | ast.Tuple)
    listed = keyword(call, "metrics") or ast.List([])
    return not hidden and not several and isinstance(listed, ast.List) and all(map(_is_another, listed.elts))


def _is_another(metric: ast.expr) -> bool:
    """Whether a metric is surely reported under another name than accuracy."""
    if isinstance(metric, ast.Constant):
        return metric.value not in OTHER_ACCURACY
    known = isinstance(metric, ast.Call) and called(metric) in api()["metrics"] and called(metric) != "Accuracy"
    return known and isinstance(metric, ast.Call) and keyword(metric, "name") is None


RULE = Rule(
    level=Level.ERROR,
    title="a monitor that is not there",
    instead="Monitor a name that fit reports; those that begin with val_ need validation data.",
    model=_look,
    program=_look_without_a_model,
    about=("monitor",),
)
