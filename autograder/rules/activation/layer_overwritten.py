"""# A layer that nothing reads

**What it sees.** A variable gets the output of a layer, and in the next line that of another layer which reads the
same input; or nothing reads what a layer makes, while the layers that follow read what came before it; or a class
makes a layer that nothing calls.

**Why it hurts.** Such a layer becomes no part of the model: it is made, maybe called, and forgotten. The model runs,
and is smaller than it looks; a forgotten dropout drops nothing.

**Example.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)  # ← here
x = keras.layers.Dense(32, activation="relu")(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```

**Instead.**

```python
import keras

inputs = keras.Input((8,))
x = keras.layers.Dense(64, activation="relu")(inputs)
x = keras.layers.Dense(32, activation="relu")(x)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.kinds import Trait, with_trait
from autograder.anatomy.source.names import api
from autograder.anatomy.text import Text, bases, called, names, walk
from autograder.rules.looks.words import MODEL_OR_LAYER
from autograder.rules.rule import Found, Level, Rule

_LOOSE = ("locals(", "globals(", "eval(", "exec(", "getattr(", "vars(", "__dict__", "self.layers")
_ADDS_LOSS = frozenset({"ActivityRegularization"})  # it does its work where nobody reads it
_MERGES = with_trait(Trait.JOINS) | {"concatenate", "dot"}


def _look(text: Text) -> Found:
    """Layers whose output is given another value before anybody reads it."""
    yield from _overwritten(text)
    if not any(word in text.whole for word in _LOOSE):
        yield from _tensors(text)
        yield from _attributes(text)


def _overwritten(text: Text) -> Found:
    """``x = Dense(8)(inputs)`` and, next, ``x = Dense(4)(inputs)``: the first layer is in no model."""
    for statement in text.statements:
        first = _layer(statement)
        following = text.following(statement) if first else None
        while first and isinstance(following, ast.Assign) and not names(following) & {first[0]}:
            following = text.following(following)
        second = _layer(following)
        if first and second and first[0] == second[0] and first[0] not in names(second[1]):
            said = f"{first[0]} gets another layer in line {second[1].lineno}, which does not read it"
            yield f"{said}: this layer is in no model.", first[1]


def _layer(statement: ast.stmt | None) -> tuple[str, ast.Call] | None:
    """The variable and the call of ``x = Dense(8)(y)``."""
    value = statement.value if isinstance(statement, ast.Assign) else None
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    whole = isinstance(value, ast.Call) and isinstance(value.func, ast.Call) and len(value.args) == 1
    if not whole or not isinstance(value, ast.Call) or not isinstance(target, ast.Name):
        return None
    return (target.id, value) if called(value.func)[:1].isupper() and isinstance(value.args[0], ast.Name) else None


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
            yield f"{what} what follows reads {source}: {called(layer)} is in no model.", value


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
        if not bases(kind) & MODEL_OR_LAYER or not any(method.name == "call" for method in methods):
            continue
        for method in methods:
            for statement in method.body if method.name == "__init__" else ():
                target = statement.targets[0] if isinstance(statement, ast.Assign) else None
                value = statement.value if isinstance(statement, ast.Assign) else None
                if not isinstance(target, ast.Attribute) or called(value) not in api()["layers"]:
                    continue
                if names(target) == {"self"} and target.attr not in read and isinstance(value, ast.Call):
                    yield f"Nothing calls self.{target.attr}: {called(value)} is in no model.", value


RULE = Rule(
    level=Level.WARNING,
    title="a layer that nothing reads",
    instead="Let each layer read the one before: Dense(32)(x).",
    text=_look,
    exact=True,
)
