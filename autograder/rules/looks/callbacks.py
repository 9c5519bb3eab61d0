"""Callbacks of the author's in the text of a program, and what they ask of their logs."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, bases, called, constant, walk
from autograder.rules.looks.scopes import imported_as, methods


def hooks(text: Text) -> Iterator[ast.FunctionDef]:
    """The methods of the callbacks that a program writes."""
    return (method for kind in text.all(ast.ClassDef) if "Callback" in bases(kind) for method in methods(kind))


def asked_logs(method: ast.FunctionDef) -> Iterator[tuple[ast.expr, str]]:
    """Where a method reads a number of its logs, and which, if that is written down; none if it fills them itself."""
    logs = method.args.args[-1].arg if method.args.args else ""
    targets = [target for one in walk(method) if isinstance(one, ast.Assign) for target in one.targets]
    for node in walk(method) if all(getattr(target, "id", "") != logs for target in targets) else ():
        if isinstance(node, ast.Call) and called(node) == "get" and node.args:
            owner, given = getattr(node.func, "value", None), node.args[0]
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            owner, given = node.value, node.slice
        else:
            continue
        if getattr(owner, "id", "") == logs:
            yield node, str(constant(given) or "")


def of_keras(text: Text, kind: ast.ClassDef) -> str:
    """The only class that one of the author's descends from, if that is one of Keras; empty if it is not known."""
    base = ast.unparse(kind.bases[0]) if len(kind.bases) == 1 else ""
    owner, _, name = base.rpartition(".")
    told = imported_as(text, base).rpartition(".")[0] or owner
    known = "keras" in told or (owner.rpartition(".")[2] in {"callbacks", "utils"} and "keras" in text.whole)
    return name if known else ""
