"""Paths that a program for Keras 3 writes weights and models to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from autograder.anatomy.text import Text, argument_at, called, constant, keyword


def paths(text: Text) -> Iterator[tuple[ast.expr, str, bool, str]]:
    """The paths of checkpoints and weights in Keras 3: how each ends, whether weights alone go there, what writes."""
    for call in text.calls({"ModelCheckpoint", "save_weights"}) if not text.older else ():
        name, path = called(call), argument_at(call, 0, "filepath")
        only_weights = constant(keyword(call, "save_weights_only") or ast.Constant(name == "save_weights"))
        ends = _ends(text, path, call)
        if isinstance(ends, str) and len(call.args) <= 4 and isinstance(only_weights, bool) and path is not None:
            yield path, ends, only_weights, name


def _ends(text: Text, node: ast.expr | None, user: ast.Call, depth: int = 0) -> Any:
    """The text that a path is, or ends with: in ``os.path.join(folder, "cp.ckpt")``, ``folder + "/cp.ckpt"``."""
    if isinstance(node, ast.Name) and depth < 5:
        return _ends(text, text.last_in_cell(node.id, user), user, depth + 1)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("path.join") and node.args:
        return _ends(text, node.args[-1], user, depth + 1)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Div):
        return _ends(text, node.right, user, depth + 1)
    if isinstance(node, ast.JoinedStr) and node.values:
        return _ends(text, node.values[-1], user, depth + 1)
    return constant(node)
