"""Learning rates for a trained network that are fit for a new one."""

from __future__ import annotations

import ast

from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.dataflow import returned
from autograder.rules.rule import Found

_TEARS = {"Adam": 0.003, "AdamW": 0.003, "Nadam": 0.003, "RMSprop": 0.003, "Adamax": 0.006, "SGD": 0.1}
"""The rates from which on a trained network loses what it knows, far beyond those for fine-tuning."""
_SHAPES = frozenset({"shape", "output_shape", "input_shape"})


def tearing_rates(text: Text) -> Found:
    """``Adam(0.01)`` for a network with the weights of ImageNet of which nothing is frozen."""
    if any(word in text.whole for word in ("LearningRateScheduler", "warmup", "multiplier")):
        return
    known = api()["applications"]
    bases = [call for call in text.all(ast.Call) if called(call) in known and _is_trained(text, call)]
    if len(bases) != 1 or any(called(call) in known for call in text.all(ast.Call) if call not in bases):
        return
    for call in text.calls({"compile"}):
        made = text.argument(call, 0, "optimizer")
        given = text.argument(made, 0, "learning_rate", "lr") if isinstance(made, ast.Call) else None
        rate, most = getattr(given, "value", 0), _TEARS.get(called(made))
        if not isinstance(rate, int | float) or most is None or rate < most or not isinstance(made, ast.Call):
            continue
        if _all_learns(text, bases[0], call) and _is_of(text, bases[0], call):
            said = f"All layers of {called(bases[0])} learn at a rate of {rate:g}"
            yield f"{said}, which undoes in a few steps what it has learned.", made


def _is_trained(text: Text, call: ast.Call) -> bool:
    """Whether a network comes with its weights."""
    weights = text.argument(call, 1, "weights")
    return weights is None or getattr(weights, "value", "") == "imagenet"


def _all_learns(text: Text, base: ast.Call, call: ast.Call) -> bool:
    """Whether nothing is frozen when a model is compiled, as far as the program tells in this order."""
    at = {id(part): place for place, one in enumerate(text.statements) for part in walk(one)}
    named = {ast.unparse(one.targets[0]) for one in text.all(ast.Assign) if one.value is base}
    learns = True
    for one in text.statements:
        target = one.targets[0] if isinstance(one, ast.Assign) else None
        if not isinstance(target, ast.Attribute) or target.attr != "trainable":
            continue
        if text.function_of(one) != text.function_of(call):
            return False
        if at[id(one)] < at[id(call)] and isinstance(one, ast.Assign):
            learns = getattr(one.value, "value", None) is True and ast.unparse(target.value) in named
    return learns and "trainable=False" not in text.whole and "stop_gradient" not in text.whole


def _is_of(text: Text, base: ast.Call, call: ast.Call) -> bool:
    """Whether a trained network is a part of the model that is compiled."""
    model = getattr(call.func, "value", None)
    if not isinstance(model, ast.Name):
        return False
    added = [one for one in text.calls({"add"}) if ast.unparse(one.func) == f"{model.id}.add"]
    return any(
        _holds(text, given, call, base, 12) for given in (model, *(part for one in added for part in one.args))
    )


def _holds(text: Text, node: ast.AST, user: ast.AST, base: ast.Call, deep: int) -> bool:
    """Whether a value is made of a call, otherwise than of the shape of what it gives or of its answers."""
    if node is base:
        return True
    if getattr(node, "attr", "") in _SHAPES or called(node) in {"predict", "numpy", "load_model"} or not deep:
        return False
    if isinstance(node, ast.Name):
        value = text.latest(node.id, user)[0]
        if value is not None:
            return value is not user and _holds(text, value, value, base, deep - 1)
        ends = returned(text.functions.get(node.id))
        return any(_holds(text, end, end, base, deep - 1) for end in ends)
    return any(_holds(text, part, user, base, deep) for part in ast.iter_child_nodes(node))
