"""Other names that a program gives to functions of a library: ``load = keras.utils.image_dataset_from_directory``."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy

from autograder.anatomy.text import walk


def spell_out(trees: Iterable[ast.Module]) -> None:
    """Call what a library has by the library's name for it, wherever the program has one other name for that only."""
    nodes = [node for tree in trees for node in walk(tree)]
    other = _aliases(nodes)
    for call in nodes if other else ():
        name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
        if name in other and isinstance(call, ast.Call):
            call.func = _at(deepcopy(other[name]), call.func)


def _aliases(nodes: list[ast.AST]) -> dict[str, ast.expr]:
    """What each name stands for that is given once, and to something of an imported module."""
    imported = {(alias.asname or alias.name).partition(".")[0] for node in nodes
                if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}  # fmt: skip
    given = [node for node in nodes if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
             and len(node.targets) == 1 and _root(node.value) in imported]  # fmt: skip
    bound = _bound(nodes) if given else Counter()
    known = {node.targets[0].id: node.value for node in given if isinstance(node.targets[0], ast.Name)}
    return {name: value for name, value in known.items() if bound[name] == 1 and not bound[_root(value)] - 1}


def _root(node: ast.expr) -> str:
    """The module of ``tf.keras.utils.load_img``, or a name that was imported by itself; empty for anything else."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _bound(nodes: list[ast.AST]) -> Counter[str]:
    """How often each name is given something: assigned, defined, imported, taken as an argument."""
    found: Counter[str] = Counter()
    imports: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            found[node.id] += 1
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found[node.name] += 1
        elif isinstance(node, ast.arg):
            found[node.arg] += 1
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imports |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    return found + Counter(imports)


def _at(node: ast.expr, place: ast.expr) -> ast.expr:
    """A node, and all in it, where another one stands."""
    for part in walk(node):
        ast.copy_location(part, place)
    return node
