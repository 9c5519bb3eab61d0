"""Gradient tapes that the model's answer never reaches, found in the text of a program."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from autograder.anatomy.unknown import Place

_LIBRARIES = ("tensorflow", "keras", "numpy", "math")
_WEIGHTS = frozenset({"trainable_variables", "trainable_weights", "variables", "weights"})
_PREDICTS = frozenset({"predict", "predict_on_batch"})
_MAKES_NUMBERS = frozenset({"np.array", "np.asarray", "numpy.array", "numpy.asarray"})


@dataclass(frozen=True)
class LostGradient:
    """A gradient that is None for every weight.

    Attributes:
        model: the model whose weights are asked for, as the program spells it.
        answer: the variable that was computed before the tape; empty if ``predict`` stands under the tape.
        made: where the answer was computed.
        place: where the fault shows: the gradient, or the call of ``predict``.
    """

    model: str
    answer: str
    made: Place
    place: Place


class Tapes:
    """Reads the tapes of one file, cell by cell; anything that might reach the weights in another way is silence."""

    def __init__(self, place: Callable[[ast.AST], Place]) -> None:
        self.place = place
        self.free = set(dir(builtins)) - {"getattr", "eval", "exec", "map"}  # names that hide no model
        self.values: dict[str, list[ast.expr]] = {}

    def read(self, tree: ast.Module) -> Iterator[LostGradient]:
        """The lost gradients of a cell."""
        for node in ast.walk(tree):
            self._remember(node)
        for node in ast.walk(tree):
            blocks: list[Any] = [getattr(node, "body", None), getattr(node, "orelse", None)]
            for block in blocks:
                for at, statement in enumerate(block if isinstance(block, list) else ()):
                    found = self._lost(statement, block, at)
                    if found:
                        yield found

    def _remember(self, node: ast.AST) -> None:
        """Names of libraries, of losses, of functions of their arguments alone; what each variable was given."""
        if isinstance(node, ast.Import):
            self.free |= {(a.asname or a.name).split(".")[0] for a in node.names if a.name.startswith(_LIBRARIES)}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_LIBRARIES):
            self.free |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for name in _names(target):
                    self.values.setdefault(name, []).append(node.value)
            if isinstance(node.value, ast.Call) and "losses." in ast.unparse(node.value.func):
                self.free |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.FunctionDef) and _names(node) <= self.free | _bound(node):
            self.free.add(node.name)

    def _lost(self, statement: ast.stmt, block: list[ast.stmt], at: int) -> LostGradient | None:
        tape = _tape(statement)
        if not tape or not isinstance(statement, ast.With):
            return None
        calls = [call for part in block[at:] for call in _gradients(part, tape)]
        if (
            len(calls) != 1
            or not isinstance(calls[0].args[1], ast.Attribute)
            or calls[0].args[1].attr not in _WEIGHTS
        ):
            return None
        model = ast.unparse(calls[0].args[1].value)
        within = [node for part in statement.body for node in _walk(part, calls[0])]
        predicts = [node for node in within if _calls(node, model, _PREDICTS) or _as_numbers(node, model)]
        if sum(_is(node, model) for node in within) != len(predicts) or not self._harmless(within, predicts, model):
            return None
        if predicts:
            return LostGradient(model, "", self.place(predicts[0]), self.place(predicts[0]))
        read = {node.id for node in within if isinstance(node, ast.Name)}
        for earlier in block[:at]:
            if isinstance(earlier, ast.Assign) and _calls(earlier.value, model):
                answer = next((name for name in sorted(_names(earlier.targets[0])) if name in read), "")
                if answer:
                    return LostGradient(model, answer, self.place(earlier), self.place(calls[0]))
        return None

    def _harmless(self, within: list[ast.AST], predicts: list[ast.AST], model: str) -> bool:
        """Whether nothing under the tape could reach the model's weights in another way."""
        own = {node.id for node in within if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        numbers = {id(part) for node in predicts for part in ast.walk(node)}
        for node in within:
            if isinstance(node, ast.Call) and id(node) not in numbers:
                root = _root(node.func)
                if root is not None and root not in self.free | (
                    own if isinstance(node.func, ast.Attribute) else set()
                ):
                    return False
            if isinstance(node, ast.Name) and node.id not in own:
                for value in self.values.get(node.id, ()):
                    if any(_is(part, model) for part in ast.walk(value)) and not _calls(value, model):
                        return False
        return True


def _tape(statement: ast.stmt) -> str:
    """The name of the only tape that a ``with`` opens."""
    if not isinstance(statement, ast.With) or len(statement.items) != 1:
        return ""
    opened, name = statement.items[0].context_expr, statement.items[0].optional_vars
    is_tape = isinstance(opened, ast.Call) and ast.unparse(opened.func).split(".")[-1] == "GradientTape"
    return name.id if is_tape and isinstance(name, ast.Name) else ""


def _gradients(part: ast.AST, tape: str) -> list[ast.Call]:
    found = [node for node in ast.walk(part) if _calls(node, tape, frozenset({"gradient"}))]
    return [node for node in found if isinstance(node, ast.Call) and len(node.args) >= 2]


def _walk(node: ast.AST, leave_out: ast.AST) -> Iterator[ast.AST]:
    if node is not leave_out:
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _walk(child, leave_out)


def _as_numbers(node: ast.AST, model: str) -> bool:
    """``model(x).numpy()``, and ``np.array(model(x))``."""
    function = node.func if isinstance(node, ast.Call) else None
    if isinstance(function, ast.Attribute) and function.attr == "numpy":
        return _calls(function.value, model)
    made = ast.unparse(function) if function is not None else ""
    first = node.args[:1] if isinstance(node, ast.Call) else []
    return made in _MAKES_NUMBERS and bool(first) and _calls(first[0], model)


def _calls(node: ast.AST, owner: str, methods: frozenset[str] = frozenset()) -> bool:
    """Whether a node calls one of the methods of an owner; without methods, the owner itself."""
    if not isinstance(node, ast.Call):
        return False
    if not methods:
        return ast.unparse(node.func) == owner
    return (
        isinstance(node.func, ast.Attribute) and node.func.attr in methods and ast.unparse(node.func.value) == owner
    )


def _is(node: ast.AST, spelt: str) -> bool:
    return isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) == spelt


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _bound(function: ast.FunctionDef) -> set[str]:
    """The names that a function gives a value itself."""
    stored = {
        part.id for part in ast.walk(function) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
    return stored | {part.arg for part in ast.walk(function) if isinstance(part, ast.arg)}


def _root(node: ast.AST) -> str | None:
    """The variable that a chain of attributes starts from; None if it starts from something computed."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
