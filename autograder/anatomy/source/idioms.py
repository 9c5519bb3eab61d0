"""What Keras surely does not take, found in the text of a program: names that it does not know, endings of files, and
pipelines whose steps are thrown away."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from autograder.anatomy.source.lookup import argument_at, called, walk
from autograder.anatomy.source.names import known

_OWN_NAMES = ("custom_object", "register_keras_serializable")
_MAKES_ANOTHER = frozenset({
    "batch", "shuffle", "map", "repeat", "prefetch", "filter", "padded_batch", "cache", "unbatch",
})  # fmt: skip
_PIPELINES = ("Dataset", "dataset_from_directory")
_WAITING = frozenset({"EarlyStopping", "ReduceLROnPlateau", "ModelCheckpoint"})
_SLIP = re.compile(r"(value|valid|validation)_(loss|acc|accuracy)")
_KINDS = {"loss": "losses", "optimizer": "optimizers"}


class Idiom(NamedTuple):
    """Something found: a sentence, where, and its kind: name, ending, discarded, monitor or unvalidated."""

    kind: str
    what: str
    node: ast.expr


def found(tree: ast.Module, text: str) -> Iterator[Idiom]:
    """All that stands in one cell.

    Args:
        tree: the cell.
        text: the whole file, which may teach Keras other names.
    """
    knows_others = any(name in text for name in _OWN_NAMES)
    values = dict(_assigned(tree))
    for node in walk(tree):
        if isinstance(node, ast.Call):
            given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
            yield from _endings(node, given, values)
            yield from _monitors(node, given)
            if getattr(node.func, "attr", "") == "fit":
                yield from _unvalidated(node, given, values)
            if not knows_others and getattr(node.func, "attr", "") == "compile":
                yield from _names(given)
        elif isinstance(node, ast.Expr):
            yield from _discarded(node.value, values)


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value


def _endings(call: ast.Call, given: Mapping[str, ast.expr], values: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    """Keras 3 wants ``.weights.h5`` for weights, and ``.keras`` or ``.h5`` for a whole model."""
    name = called(call)
    if name not in ("ModelCheckpoint", "save_weights"):
        return
    path = argument_at(call, 0, "filepath")
    only_weights = _constant(given.get("save_weights_only", ast.Constant(name == "save_weights")))
    text = _ends(path, values)
    if not isinstance(text, str) or len(call.args) > 4 or not isinstance(only_weights, bool) or path is None:
        return
    wanted = (".weights.h5",) if only_weights else (".keras", ".h5")
    if name == "ModelCheckpoint" and not only_weights and text.endswith(".h5"):
        yield Idiom("old format", f"The first versions of Keras 3 refuse {text!r} here, and later ones warn.", path)
    if not text.endswith(wanted):
        yield Idiom("ending", f"Keras 3 wants a path here that ends in {' or '.join(wanted)}, not {text!r}.", path)


def _ends(node: ast.expr | None, values: Mapping[str, ast.expr], depth: int = 0) -> Any:
    """The text that a path is, or ends with: in ``os.path.join(folder, "cp.ckpt")``, ``folder + "/cp.ckpt"``."""
    if isinstance(node, ast.Name) and depth < 5:
        return _ends(values.get(node.id), values, depth + 1)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("path.join") and node.args:
        return _ends(node.args[-1], values, depth + 1)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Div):
        return _ends(node.right, values, depth + 1)
    if isinstance(node, ast.JoinedStr) and node.values:
        return _ends(node.values[-1], values, depth + 1)
    return _constant(node)


def _monitors(call: ast.Call, given: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    """Callbacks that wait for what no training reports, or not when they look."""
    name, monitor = called(call), _constant(given.get("monitor"))
    if name not in _WAITING or not isinstance(monitor, str):
        return
    if slip := _SLIP.fullmatch(monitor):
        yield Idiom("monitor", f"{name} waits for {monitor}, but fit reports val_{slip[2]}.", call)
    steps = _constant(given.get("save_freq"))
    if monitor.startswith("val_") and type(steps) is int and _constant(given.get("save_best_only")) is True:
        yield Idiom(
            "monitor", f"{name} looks every {steps} batches, but {monitor} is there only after an epoch.", call
        )


def _unvalidated(fit: ast.Call, given: Mapping[str, ast.expr], values: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    """A training without validation data whose callbacks wait for them."""
    listed = given.get("callbacks")
    hidden = any(keyword.arg is None for keyword in fit.keywords) or any(isinstance(a, ast.Starred) for a in fit.args)
    validates = any(
        name in given and not _is_nothing(given[name]) for name in ("validation_split", "validation_data")
    )
    if hidden or validates or len(fit.args) > 5 or not isinstance(listed, ast.List):
        return
    for item in listed.elts:
        made = values.get(item.id) if isinstance(item, ast.Name) else item
        name = called(made)
        if isinstance(made, ast.Call) and name in _WAITING - {"ModelCheckpoint"}:
            keywords = {keyword.arg: keyword.value for keyword in made.keywords}
            waits = keywords.get("monitor", made.args[0] if made.args else ast.Constant("val_loss"))
            monitor = _constant(waits)
            if None not in keywords and isinstance(monitor, str) and monitor.startswith("val_"):
                yield Idiom("unvalidated", f"{name} waits for {monitor}, but fit is given no validation data.", made)


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and not node.value


def _names(given: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    for argument, group in _KINDS.items():
        text = _constant(given.get(argument))
        if isinstance(text, str) and text.lower() not in known(group):
            said = f"Keras knows no {argument} of the name {text!r}"
            yield Idiom("name", f"{said}: a function of yours is passed itself, not by its name.", given[argument])


def _constant(node: ast.expr | None) -> Any:
    return node.value if isinstance(node, ast.Constant) else None


def _discarded(value: ast.expr, values: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    """``data.batch(32)`` as a statement: the data set that it makes is lost."""
    function = value.func if isinstance(value, ast.Call) else None
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        name, step = function.value.id, function.attr
        made = ast.dump(values[name]) if name in values and step in _MAKES_ANOTHER else ""
        if any(word in made for word in _PIPELINES):
            said = f"{step}() makes another data set, which is lost here: {name} is as it was"
            yield Idiom("discarded", f"{said}. Write {name} = {name}.{step}(…).", value)
