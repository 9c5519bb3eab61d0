"""Training loops of the author's: what `fit` does by itself, and they do not. Metrics that nobody resets, penalties
that nobody adds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.source.lookup import Found, Text, called, walk
from autograder.anatomy.source.names import api
from autograder.anatomy.source.scopes import last_name
from autograder.anatomy.source.tapes import WEIGHTS

_EPOCH = re.compile("epoch", re.IGNORECASE)
_RESETS = frozenset({"reset_state", "reset_states", "reset", "reset_metrics", "reset_all"})
_PENALTIES = frozenset({"L1", "L2", "L1L2", "l1", "l2", "l1_l2", "OrthogonalRegularizer"})
_COUNTERS = frozenset({"Sum"})  # what is seen in all is no figure of an epoch
_APPLIES = frozenset({"apply_gradients", "apply", "assign", "assign_sub", "minimize"})
_LIBRARIES = frozenset({"keras", "tf.keras", "tensorflow.keras", "tf", "K"})
_ADDS = ("compute_loss", "compiled_loss", "l2_loss", "get_regularization_loss", "_losses(", "getattr(")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    if "GradientTape" in text.whole or ".backward()" in text.whole or "value_and_grad" in text.whole:
        yield from _metrics(text)
        yield from _penalties(text)


def _metrics(text: Text) -> Found:
    """``accuracy.result()`` in each epoch, where nothing resets the metric between two."""
    if ".result()" not in text.whole:
        return
    known = api()["metrics"].keys() - _COUNTERS
    made = {name for name, values in text.values.items() if all(called(value) in known for value in values)}
    made |= {ast.unparse(target) for one in text.all(ast.Assign) for target in one.targets
             if isinstance(target, ast.Attribute) and called(one.value) in known}  # fmt: skip
    reset = {_owner(call) for call in text.calls(_RESETS)}
    if not made or not reset <= made:
        return
    told: set[str] = set()
    for loop in text.all(ast.For):
        inside = list(_reached(text, loop)) if _is_over_epochs(loop) else []
        if not any(isinstance(node, ast.For) for node in inside):
            continue
        calls = [node for node in inside if isinstance(node, ast.Call)]
        new = {ast.unparse(target) for node in inside if isinstance(node, ast.Assign) for target in node.targets}
        fed = {_owner(call) for call in calls if called(call) == "update_state"}
        fed |= {ast.unparse(call.func) for call in calls if call.args}
        never = {name for name in made if name in fed and name not in reset | new | told}
        read = [call for call in calls if called(call) == "result" and _owner(call) in never]
        for first in read[:1]:
            names = list(dict.fromkeys(map(_owner, read)))
            told |= set(names)
            what = " and ".join(names) + (" is" if len(names) == 1 else " are")
            yield "never reset", f"{what} never reset: each figure is the mean of all epochs so far.", first


def _owner(call: ast.Call) -> str:
    return ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def _is_over_epochs(loop: ast.For) -> bool:
    spelt = f"{ast.unparse(loop.target)} {ast.unparse(loop.iter)}"
    return _EPOCH.search(spelt) is not None


def _reached(text: Text, loop: ast.For) -> Iterator[ast.AST]:
    """The nodes of a loop, and those of the functions of the author's that it calls."""
    seen: set[str] = set()
    todo: list[ast.AST] = list(loop.body)
    while todo:
        for node in walk(todo.pop()):
            yield node
            function = text.functions.get(called(node))
            if function is not None and function.name not in seen:
                seen.add(function.name)
                todo += function.body


def _penalties(text: Text) -> Found:
    """``loss = cross_entropy(y, model(x))``, where the layers of the model have regularizers."""
    what = _penalty(text)
    if not what or any(word in text.whole for word in _ADDS) or _reads_losses(text):
        return
    asks = [call for call in text.calls({"gradient"}) if len(call.args) > 1]
    models = {_model(call.args[1]) for call in asks}
    for tape in text.all(ast.With) if len(models) == 1 and "" not in models else ():
        opened = {last_name(item.optional_vars) for item in tape.items
                  if item.optional_vars is not None and called(item.context_expr) == "GradientTape"}  # fmt: skip
        lost = {ast.unparse(call.args[0]) for call in asks
                if _owner(call) in opened and text.function_of(call) == text.function_of(tape)}  # fmt: skip
        steps = any(text.function_of(call) == text.function_of(tape) for call in text.calls(_APPLIES))
        last = [one for one in tape.body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) in lost]
        if last and steps:
            said = f"{what} adds to {models.pop()}.losses, and this loop minimizes the loss without them"
            yield "never added", f"{said}.", last[-1].value
            return


def _model(sources: ast.expr) -> str:
    """The model for whose weights gradients are asked."""
    return ast.unparse(sources.value) if isinstance(sources, ast.Attribute) and sources.attr in WEIGHTS else ""


def _penalty(text: Text) -> str:
    """What in a program adds to the losses of a model; empty if nothing does for certain."""
    for given in text.all(ast.keyword):
        if (given.arg or "").endswith("_regularizer"):
            value = text.resolved(given.value)
            named = isinstance(value, ast.Constant) and isinstance(value.value, str)
            if named or called(value) in _PENALTIES:
                return str(given.arg)
    return "add_loss" if any(_owner(call) == "self" for call in text.calls({"add_loss"})) else ""


def _reads_losses(text: Text) -> bool:
    """Whether the losses of a model are read, or a regularizer is called on weights."""
    asked = any(
        node.attr == "losses" and ast.unparse(node.value) not in _LIBRARIES for node in text.all(ast.Attribute)
    )
    held = {name for name, values in text.values.items() if any(called(value) in _PENALTIES for value in values)}
    return asked or any(ast.unparse(call.func) in held or "regulariz" in called(call) for call in text.all(ast.Call))
