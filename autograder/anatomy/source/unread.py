"""What a program makes and never reads: layers that are in no model, networks whose classes are taken for features,
and copies that are none."""

from __future__ import annotations

import ast

from autograder.anatomy.kinds import Trait, with_trait
from autograder.anatomy.source.lookup import Found, Text, argument_at, bases, called, names, walk
from autograder.anatomy.source.names import api

_LOOSE = ("locals(", "globals(", "eval(", "exec(", "getattr(", "vars(", "__dict__", "self.layers")
_ADDS_LOSS = frozenset({"ActivityRegularization"})  # it does its work where nobody reads it
_MERGES = with_trait(Trait.JOINS) | {"concatenate", "dot"}


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _copies(text)
    if not any(word in text.whole for word in _LOOSE):
        yield from _tensors(text)
        yield from _attributes(text)


def _copies(text: Text) -> Found:
    """``target = model`` and ``target.set_weights(model.get_weights())``; ``best = model`` in a loop that trains."""
    same = {ast.unparse(one.targets[0]): one for one in text.all(ast.Assign) if _is_name(one.value)}
    given = [ast.unparse(target) for one in text.all(ast.Assign) for target in one.targets]
    for call in text.calls({"set_weights"}):
        owner, weights = getattr(call.func, "value", None), argument_at(call, 0)
        source = weights.func if called(weights) == "get_weights" and isinstance(weights, ast.Call) else None
        if owner is None or not isinstance(source, ast.Attribute):
            continue
        pair = [ast.unparse(owner), ast.unparse(source.value)]
        for name, other in (pair, pair[::-1]):
            alias = same.get(name)
            once = given.count(name) == given.count(other) == 1
            if alias is not None and once and ast.unparse(alias.value) == other:
                said = f"{name} is {other} itself, not a copy: training {other} changes it"
                yield "copy", f"{said}, and the weights are set to themselves.", alias.value
    yield from _best(text)


def _is_name(node: ast.expr) -> bool:
    """A variable, or an attribute of the object: what an assignment gives a second name."""
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))


def _best(text: Text) -> Found:
    """``best_model = model`` under a condition, in a loop that trains one model all the time."""
    for loop in (*text.all(ast.For), *text.all(ast.While)):
        inside = list(walk(loop))
        made = {name for one in inside if isinstance(one, ast.Assign) for part in one.targets for name in names(part)}
        trained = {
            node.func.value.id
            for node in inside
            if called(node) in {"fit", "train_on_batch"}
            and isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        }
        for test in (node for node in inside if isinstance(node, ast.If)):
            for one in test.body:
                value = one.value if isinstance(one, ast.Assign) else None
                name = getattr(one.targets[0], "id", "") if isinstance(one, ast.Assign) else ""
                if isinstance(value, ast.Name) and value.id in trained - made and "best" in name.lower():
                    said = f"{name} is {value.id} itself, not a copy"
                    yield "copy", f"{said}: the next rounds train it, too.", value


def _tensors(text: Text) -> Found:
    """``dropped = Dropout(0.5)(x)``, and all that follows reads ``x``."""
    functions = text.all(ast.FunctionDef)
    scopes = {id(part): node for node in functions for part in walk(node) if part is not node}
    variables: dict[int, list[ast.Name]] = {0: text.all(ast.Name)}
    for statement in text.statements:
        value, name = getattr(statement, "value", None), _only_target(statement)
        layer = _layer_of(text, value) if name is not None and isinstance(value, ast.Call) else None
        if layer is None or not isinstance(value, ast.Call):
            continue
        scope = scopes.get(id(statement))
        if scope is not None and id(scope) not in variables:
            variables[id(scope)] = [node for node in walk(scope) if isinstance(node, ast.Name)]
        met = variables[0 if scope is None else id(scope)]
        source = getattr(value.args[0], "id", "")
        later = [node for node in met if node.id == source and _is_after(text, node, statement)]
        lost = not name or (sum(node.id == name for node in met) == 1 and f"'{name}'" not in text.whole)
        if lost and _are_tensors(text, source, statement) and _go_on(text, later):
            what = f"Nothing reads {name}, and" if name else "Nothing keeps what this layer makes, and"
            yield "overwritten", f"{what} what follows reads {source}: {called(layer)} is in no model.", value


def _only_target(statement: ast.stmt) -> str | None:
    """The variable of an assignment; empty if there is none; None for anything else, and for ``_``."""
    if isinstance(statement, ast.Expr):
        return ""
    target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    return target.id if isinstance(target, ast.Name) and not target.id.startswith("_") else None


def _layer_of(text: Text, call: ast.Call) -> ast.Call | None:
    """The call that makes the layer of Keras which is called on one variable, here and nowhere else."""
    if len(call.args) != 1 or not isinstance(call.args[0], ast.Name):
        return None
    made = call.func if isinstance(call.func, ast.Call) else _assigned(text, call.func)
    known = called(made) in api()["layers"] and called(made) not in _ADDS_LOSS
    return made if known and isinstance(made, ast.Call) else None


def _assigned(text: Text, maker: ast.expr) -> ast.expr | None:
    """The layer that a variable or an attribute holds which is called once only."""
    name = getattr(maker, "attr", getattr(maker, "id", ""))
    if sum(called(node) == name for node in text.all(ast.Call)) != 1:
        return None
    if isinstance(maker, ast.Name):
        return text.resolved(maker)
    given = [one.value for one in text.all(ast.Assign) if getattr(one.targets[0], "attr", "") == name]
    return given[0] if len(given) == 1 else None


def _is_after(text: Text, node: ast.AST, statement: ast.stmt) -> bool:
    return text.cell_of(node) is not text.cell_of(statement) or getattr(node, "lineno", 0) > (
        statement.end_lineno or statement.lineno
    )


def _are_tensors(text: Text, name: str, statement: ast.stmt) -> bool:
    """Whether a variable holds what layers make: not numbers that a layer is tried on."""
    scope = text.function_of(statement)
    given = [
        one.value
        for one in text.all(ast.Assign)
        if text.function_of(one) == scope
        and getattr(one.targets[0], "id", "") == name
        and not _is_after(text, one, statement)
        and one is not statement
    ]
    if not given:
        return scope != 0  # an argument
    value = max(given, key=lambda one: one.lineno)
    return called(value) == "Input" or (isinstance(value, ast.Call) and _is_layer(text, value))


def _go_on(text: Text, later: list[ast.Name]) -> bool:
    """Whether one of these is read by a layer that follows."""
    found = {id(node) for node in later}
    return bool(found) and any(
        id(given) in found
        for call in text.all(ast.Call)
        for given in (*call.args, *(part for one in call.args for part in getattr(one, "elts", ())))
        if _is_layer(text, call)
    )


def _is_layer(text: Text, call: ast.Call) -> bool:
    """Whether this calls a layer: of Keras, in a variable, or in an attribute."""
    if isinstance(call.func, ast.Call):
        return called(call.func) in api()["layers"]
    if isinstance(call.func, ast.Name):
        return called(text.resolved(call.func)) in api()["layers"] or call.func.id in _MERGES
    return isinstance(call.func, ast.Attribute) and (
        ast.unparse(call.func.value) == "self" or call.func.attr in _MERGES
    )


def _attributes(text: Text) -> Found:
    """``self.dropout = Dropout(0.5)`` in a model whose ``call`` never calls it."""
    read = {node.attr for node in text.all(ast.Attribute) if isinstance(node.ctx, ast.Load)}
    for kind in text.all(ast.ClassDef):
        methods = [part for part in kind.body if isinstance(part, ast.FunctionDef)]
        if not bases(kind) & {"Model", "Layer"} or not any(method.name == "call" for method in methods):
            continue
        for method in methods:
            for statement in method.body if method.name == "__init__" else ():
                target = statement.targets[0] if isinstance(statement, ast.Assign) else None
                value = statement.value if isinstance(statement, ast.Assign) else None
                if not isinstance(target, ast.Attribute) or called(value) not in api()["layers"]:
                    continue
                if names(target) == {"self"} and target.attr not in read and isinstance(value, ast.Call):
                    said = f"Nothing calls self.{target.attr}"
                    yield "overwritten", f"{said}: {called(value)} is in no model.", value
