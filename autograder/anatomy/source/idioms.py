"""What Keras surely does not take, found in the text of a program: names that it does not know, endings of files, and
pipelines whose steps are thrown away."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from autograder.anatomy.source.names import api

_OWN_NAMES = ("custom_object", "register_keras_serializable")
_MAKES_ANOTHER = frozenset({
    "batch", "shuffle", "map", "repeat", "prefetch", "filter", "padded_batch", "cache", "unbatch",
})  # fmt: skip
_PIPELINES = ("Dataset", "dataset_from_directory")
_KINDS = {"loss": "losses", "optimizer": "optimizers"}


class Idiom(NamedTuple):
    """Something found: its kind (``name``, ``ending`` or ``discarded``), a sentence, and where."""

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
    pipelines = {name for name, value in _assigned(tree) if any(word in ast.dump(value) for word in _PIPELINES)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
            yield from _endings(node, given)
            if not knows_others and getattr(node.func, "attr", "") == "compile":
                yield from _names(given)
        elif isinstance(node, ast.Expr):
            yield from _discarded(node.value, pipelines)


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value


def _endings(call: ast.Call, given: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    """Keras 3 wants ``.weights.h5`` for weights, and ``.keras`` or ``.h5`` for a whole model."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name not in ("ModelCheckpoint", "save_weights"):
        return
    path = given.get("filepath", call.args[0] if call.args else None)
    only_weights = _constant(given.get("save_weights_only", ast.Constant(name == "save_weights")))
    text = _constant(path)
    if not isinstance(text, str) or len(call.args) > 4 or not isinstance(only_weights, bool) or path is None:
        return
    wanted = (".weights.h5",) if only_weights else (".keras", ".h5")
    if not text.endswith(wanted):
        yield Idiom("ending", f"Keras 3 wants a path here that ends in {' or '.join(wanted)}, not {text!r}.", path)


def _names(given: Mapping[str, ast.expr]) -> Iterator[Idiom]:
    for argument, group in _KINDS.items():
        text = _constant(given.get(argument))
        if isinstance(text, str) and text.lower() not in _known(group):
            said = f"Keras knows no {argument} of the name {text!r}"
            yield Idiom("name", f"{said}: a function of yours is passed itself, not by its name.", given[argument])


def _known(group: str) -> set[str]:
    """Names of a group that Keras takes as text, in small letters."""
    table = api()
    named = table[f"{group} by name"]
    return {str(name).lower() for name in (*named, *named.values(), *table[group])}


def _constant(node: ast.expr | None) -> Any:
    return node.value if isinstance(node, ast.Constant) else None


def _discarded(value: ast.expr, pipelines: set[str]) -> Iterator[Idiom]:
    """``data.batch(32)`` as a statement: the data set that it makes is lost."""
    function = value.func if isinstance(value, ast.Call) else None
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        name, step = function.value.id, function.attr
        if name in pipelines and step in _MAKES_ANOTHER:
            said = f"{step}() makes another data set, which is lost here: {name} is as it was"
            yield Idiom("discarded", f"{said}. Write {name} = {name}.{step}(…).", value)
