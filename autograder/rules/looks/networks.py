"""Networks of Keras in the text of a program, and the loops that they are trained in."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, keyword, names, walk

_BUILDS = ("Sequential(", "Model(", "load_model(")


def fits_in_loops(text: Text) -> Iterator[tuple[ast.For, str, ast.Call]]:
    """The trainings of networks in loops: the loop, the variable of the network, and the call."""
    for loop in text.all(ast.For):
        for fit in (node for part in loop.body for node in walk(part) if called(node) == "fit"):
            owner = getattr(fit.func, "value", None) if isinstance(fit, ast.Call) else None
            if isinstance(owner, ast.Name) and isinstance(fit, ast.Call) and is_network(text, owner, fit):
                yield loop, owner.id, fit


def is_renewed(loop: ast.For) -> bool:
    """Whether the weights of a model are set, loaded or forgotten in each round."""
    inside = ast.unparse(loop)
    return any(word in inside for word in ("set_weights", "load_weights", "clone_model", "clear_session"))


def assigned_in(loop: ast.AST, name: str) -> list[ast.expr]:
    """What a variable is given within a loop."""
    return [
        node.value
        for node in walk(loop)
        if isinstance(node, ast.Assign) and any(name in names(target) for target in node.targets)
    ]


def is_network(text: Text, owner: ast.Name, fit: ast.Call) -> bool:
    """Whether this is a model of Keras: one of scikit-learn starts anew with each fit."""
    made = [ast.unparse(value) for value in text.values.get(owner.id, ())]
    return keyword(fit, "epochs", "batch_size", "nb_epoch") is not None or any(
        word in one for one in made for word in _BUILDS
    )
