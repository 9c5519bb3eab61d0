"""Steps of pipelines and of their generators, and what is drawn by chance there."""

from __future__ import annotations

import ast

from autograder.anatomy.text import bound, walk

RANDOM = ("Random", "GaussianNoise", "tf.image.random", "tf.image.stateless_random")
DRAWS = ("random", "shuffle", "permutation", "choice", "sample", "noise", "next(")
FLOWS = frozenset({"flow", "flow_from_directory", "flow_from_dataframe"})


def steps_of(function: ast.FunctionDef | None, call: ast.expr) -> list[ast.AST]:
    """The calls in a function of the author's that happen with the arguments of a call."""
    if function is None or not isinstance(call, ast.Call):
        return []
    asked = [one.arg for one in function.args.args]
    given: dict[str | None, ast.expr] = dict(zip(asked[::-1], function.args.defaults[::-1], strict=False))
    given |= bound(function, call)
    shut = set()
    for test in (node for node in walk(function) if isinstance(node, ast.If)):
        value = given.get(test.test.id) if isinstance(test.test, ast.Name) else None
        if not (isinstance(value, ast.Constant) and value.value):
            shut |= {id(part) for statement in test.body for part in walk(statement)}
    return [node for node in walk(function) if id(node) not in shut]
