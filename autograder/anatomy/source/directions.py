"""Callbacks that watch the wrong number, as the text of a program shows them: a metric of which Keras cannot tell
whether it should rise or fall, the loss of the training beside validation rows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, argument_at, bases, called, keyword, walk

_WAIT = {"EarlyStopping": 0, "ReduceLROnPlateau": 0, "ModelCheckpoint": 1}
_PLAIN = frozenset({"Metric", "Mean", "Sum", "MeanMetricWrapper"})  # they say nothing of a direction
_COUNTS = frozenset({"TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"}) | (_PLAIN - {"Metric"})
_FUNCTIONS = frozenset({
    "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "top_k_categorical_accuracy",
    "sparse_top_k_categorical_accuracy",
})  # fmt: skip
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if "EarlyStopping(" in text.whole or "save_best_only" in text.whole:
        yield from _watches_the_training(text)
    if "_direction" not in text.whole:
        yield from _without_direction(text)


def _watches_the_training(text: Text) -> Found:
    """``EarlyStopping(monitor="loss")`` for a ``fit`` that has validation rows, which nothing else watches."""
    for fit in text.calls({"fit"}):
        rows = keyword(fit, "validation_data", "validation_split")
        held_out = rows is not None and getattr(text.resolved(rows), "value", ...) not in (None, 0, 0.0)
        if rows is None or not held_out or "test" in ast.unparse(rows).lower():
            continue  # whoever validates on the test rows does well to choose nothing by them
        made = list(_callbacks(text, keyword(fit, "callbacks")))
        watched = [(call, _chooses_by(text, call)) for call in made]
        own = {kind.name for kind in text.all(ast.ClassDef) if "val_" in ast.unparse(kind)}
        if any(monitor.startswith("val_") or called(call) in own for call, monitor in watched):
            continue
        for call, monitor in watched:
            if monitor:
                does = "stops" if called(call) == "EarlyStopping" else "keeps the best"
                said = f"{called(call)} {does} by the {monitor} of the training rows"
                yield "training watched", f"{said}, which goes on while the validation rows get worse.", call


def _callbacks(text: Text, given: ast.expr | None) -> Iterator[ast.Call]:
    """The callbacks of a fit, those that a list is given later as well."""
    listed = text.resolved(given) if given is not None else None
    made_by = text.functions.get(called(listed))
    ends = [one.value for one in walk(made_by) if isinstance(one, ast.Return)] if made_by else []
    listed = text.resolved(ends[0]) if len(ends) == 1 and ends[0] is not None else listed
    parts = list(getattr(listed, "elts", ())) if isinstance(listed, ast.List | ast.Tuple) else []
    if isinstance(given, ast.Name):
        parts += [part for call in text.calls({"append"}) if ast.unparse(call.func) == f"{given.id}.append"
                  for part in call.args]  # fmt: skip
    for part in parts:
        made = text.resolved(part)
        if isinstance(made, ast.Call):
            yield made


def _chooses_by(text: Text, call: ast.Call) -> str:
    """What a callback chooses the epoch by; empty if it chooses none, or if that is not known."""
    best = getattr(keyword(call, "save_best_only"), "value", False) is True
    if called(call) != "EarlyStopping" and not (called(call) == "ModelCheckpoint" and best):
        return ""
    if any(one.arg in {None, "baseline"} for one in call.keywords):
        return ""
    monitor = text.argument(call, _WAIT[called(call)], "monitor")
    found = getattr(monitor, "value", "") if monitor is not None else "val_loss"
    return found if isinstance(found, str) else ""


def _without_direction(text: Text) -> Found:
    listed = [part for call in text.calls({"compile"}) for part in _metrics(text, call)]
    silent = {name for part in listed for name in _silent(text, part)}
    silent -= {name for part in listed if not any(_silent(text, part)) for name in _spelt(part)}
    for name, at in _WAIT.items():
        for call in text.calls({name}):
            monitor = _monitor(text, call, at)
            if monitor.removeprefix("val_") in silent:
                said = f"Keras cannot tell whether {monitor.removeprefix('val_')} should rise or fall"
                yield "direction", f"{said}: {name} stops the training after the first epoch.", call


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
