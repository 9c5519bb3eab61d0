"""Networks of Keras in the text of a program, and the loops that they are trained in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.anatomy.text import Text, argument_at, bound, called, keyword, names, walk
from autograder.rules.looks.words import WEIGHTED

_BUILDS = ("Sequential(", "Model(", "load_model(")
_RENEWS = ("set_weights", "load_weights", "clone_model", "clear_session", "reset_weights", "reset_model", "reinit")
_COPIES = ("deepcopy", "from_config", "assign(")
_GROWS = frozenset({"append", "extend", "insert", "pop", "clear", "remove"})


def fits_in_loops(text: Text) -> Iterator[tuple[ast.For, str, ast.Call]]:
    """The trainings of networks in loops: the loop, the variable of the network, and the call."""
    for loop in text.all(ast.For):
        for fit in (node for part in loop.body for node in walk(part) if called(node) == "fit"):
            owner = getattr(fit.func, "value", None) if isinstance(fit, ast.Call) else None
            if isinstance(owner, ast.Name) and isinstance(fit, ast.Call) and is_network(text, owner, fit):
                yield loop, owner.id, fit


def is_renewed(loop: ast.AST) -> bool:
    """Whether the weights of a model are set, loaded or forgotten in each round."""
    inside = ast.unparse(loop)
    return any(word in inside for word in _RENEWS)


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


class Kept(NamedTuple):
    """What of a model goes on from round to round, as a sentence begins with it; and where, if its layers do."""

    what: str
    made: ast.expr | None = None


def kept_from_before(text: Text, loop: ast.For, owner: str) -> Kept | None:
    """Whether a model, or all its layers, go on from round to round of a loop; None if its weights are new."""
    made = assigned_in(loop, owner)
    if is_renewed(loop):
        return None
    if not made:
        return Kept(owner)
    again = len(made) == 1 and _Round(text, loop, {}).is_old(made[0], owner)
    return Kept(f"Each layer of {owner}", made[0]) if again else None


class _Round:
    """What one round of a loop finds as it was: in the loop itself, or in a function of the author's that it calls.

    ``given`` are the arguments of that function, with whether they are the same in each round.
    """

    def __init__(self, text: Text, scope: ast.For | ast.FunctionDef, given: dict[str | None, bool]) -> None:
        self.text, self.scope, self.given = text, scope, given
        self.nodes = walk(scope)
        self.stored = {
            node.id for node in self.nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        self.stored |= {name for node in text.all(ast.Global) for name in node.names} | {"self"}
        for node in self.nodes:
            part = isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store)
            bare = isinstance(node, ast.Expr) and called(node.value) in text.functions
            if part or bare or called(node) in _GROWS:
                self.stored |= names(node.func if isinstance(node, ast.Call) else node)

    def is_same(self, node: ast.expr | None) -> bool:
        """Whether something is the same object in each round: nothing gives it anew, and no call makes it."""
        if node is None or any(isinstance(part, ast.Call | ast.Lambda | ast.ListComp) for part in walk(node)):
            return False
        known = names(node)
        return bool(known) and all(self.given.get(name, name not in self.stored) for name in known)

    def is_old(self, made: ast.expr, name: str = "") -> bool:
        """Whether a model has none but layers that were made before the loop."""
        if is_renewed(self.scope) or any(word in ast.unparse(self.scope) for word in _COPIES):
            return False
        if not isinstance(made, ast.Call):
            return isinstance(made, ast.Name) and self.is_same(made)
        if called(made) == "Model":
            return self.is_same(argument_at(made, 1, "outputs", "output"))
        if called(made) == "Sequential":
            listed = argument_at(made, 0, "layers")
            parts = (
                listed.elts if isinstance(listed, ast.List | ast.Tuple) else [listed] if listed is not None else []
            )
            return self._are_old([*parts, *self._added(name)])
        function = self.text.functions.get(called(made)) if isinstance(made.func, ast.Name) else None
        return function is not None and function is not self.scope and self._gives_old(function, made)

    def _are_old(self, parts: list[ast.expr]) -> bool:
        """Whether all layers with weights were there before."""
        new = [part for part in parts if not self.is_same(part)]
        return len(new) < len(parts) and all(
            isinstance(part, ast.Call) and not called(part).startswith(WEIGHTED) for part in new
        )

    def _added(self, name: str) -> Iterator[ast.expr]:
        """What is added to a model: a layer, or each of a list."""
        loops = {one.target.id: one.iter for one in self.nodes
                 if isinstance(one, ast.For) and isinstance(one.target, ast.Name)}  # fmt: skip
        for call in (
            node for node in self.nodes if isinstance(node, ast.Call) and called(node) == "add" and node.args
        ):
            if name and ast.unparse(getattr(call.func, "value", call.func)) == name:
                added = call.args[0]
                yield loops.get(added.id, added) if isinstance(added, ast.Name) else added

    def _gives_old(self, function: ast.FunctionDef, call: ast.Call) -> bool:
        """Whether what a function of the author's returns has old layers only."""
        taken = {name: self.is_same(value) for name, value in bound(function, call).items()}
        asked: dict[str | None, bool] = {one.arg: False for one in (*function.args.args, *function.args.kwonlyargs)}
        within = _Round(self.text, function, {**asked, **taken})
        ends = [node.value for node in within.nodes if isinstance(node, ast.Return)]
        if len(ends) != 1 or ends[0] is None:
            return False
        values = assigned_in(function, ends[0].id) if isinstance(ends[0], ast.Name) else []
        name = ends[0].id if isinstance(ends[0], ast.Name) else ""
        return len(values) < 2 and within.is_old(values[0] if values else ends[0], name)
