"""Targets of Q-learning that go on behind the end of an episode, as the text of a program shows them."""

from __future__ import annotations

import ast
import re

from autograder.anatomy.source.lookup import Found, Text, called, names, walk

_DISCOUNT = re.compile(r"gamma|discount", re.IGNORECASE)
_END = re.compile(r"(is_|batch_)?(done|terminal|terminated)s?(_batch|_flags?)?", re.IGNORECASE)
_NETWORK = re.compile(r"predict|model|net(work)?$|critic", re.IGNORECASE)
_GOES_ON = ("Pendulum", "CarRacing", "Continuous", "continuing")  # tasks that are cut off, and have no end


def looks(text: Text) -> Found:
    """``reward + gamma * max(…)`` in a function that is told of the end, and never reads it."""
    if any(word in text.whole for word in _GOES_ON):
        return
    for function in text.all(ast.FunctionDef):
        nodes = [node for node in walk(function) if node is not function]
        sums = [node for node in nodes if isinstance(node, ast.BinOp) and _is_target(node, nodes)]
        told = {one.arg for one in function.args.args if _END.fullmatch(one.arg)}
        read: set[str] = set()
        for node in nodes:
            if isinstance(node, ast.Name) and _END.fullmatch(node.id):
                (told if isinstance(node.ctx, ast.Store) else read).add(node.id)
        if sums and told and not read and any(_NETWORK.search(called(node)) for node in nodes):
            said = f"Nothing reads {min(told)}: behind the end of an episode there is no reward any more"
            yield "end", f"{said}, and this counts on one.", sums[0]


def _is_target(node: ast.BinOp, nodes: list[ast.AST]) -> bool:
    """Whether this is a reward and the discounted best of what follows."""
    if not isinstance(node.op, ast.Add):
        return False
    for part in (node.left, node.right):
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mult) and _DISCOUNT.search(ast.unparse(part)):
            given = [one.value for one in nodes if isinstance(one, ast.Assign)
                     and names(one.targets[0]) & names(part)]  # fmt: skip
            return any(
                called(inner) in {"max", "amax", "reduce_max"} for one in (part, *given) for inner in walk(one)
            )
    return False
