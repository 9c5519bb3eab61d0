"""What a variable holds where it is read: the last value that its own function gave it, or else the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import KNOWN_AS, Text, bound, names, walk

_FOLLOWED = 8  # names on the way from a value to what it was made of
_SOURCES = 100  # values that one is made of


def unfolded(text: Text, node: ast.expr, user: ast.AST) -> ast.expr:
    """What a variable holds, as far as it is only another name."""
    for _ in range(_FOLLOWED):
        value = text.latest(node.id, user)[0] if isinstance(node, ast.Name) else None
        if value is None or value is node:
            break
        node, user = value, value
    return node


def sources(text: Text, node: ast.expr, user: ast.AST) -> Iterator[ast.AST]:
    """All that a value is computed of in its function: its own parts, and those of the variables that it reads."""
    todo, seen = [(node, user)], {id(node)}
    for one, where in todo:
        for part in walk(one):
            yield part
            value = text.latest(part.id, where)[0] if isinstance(part, ast.Name) else None
            if value is not None and id(value) not in seen and len(seen) < _SOURCES:
                seen.add(id(value))
                todo.append((value, value))


def traced(
    text: Text, node: ast.expr, user: ast.AST, depth: int = _FOLLOWED, seen: set[int] | None = None
) -> Iterator[ast.AST]:
    """All that a value is computed of: as ``sources``, also in functions that it went through and by callers."""
    seen = set() if seen is None else seen
    for part in walk(node):
        yield part
        for value, cost in _behind(text, part, user) if isinstance(part, ast.Name) else ():
            if depth > cost and value is not node and id(value) not in seen:
                seen.add(id(value))
                yield from traced(text, value, value, depth - cost, seen)


def _behind(text: Text, name: ast.Name, user: ast.AST) -> Iterator[tuple[ast.expr, int]]:
    """What a variable holds, a function gives, or callers give to an argument, each with how far away it is."""
    value = text.latest(name.id, user)[0]
    if value is not None:
        yield from ((part, 1) for part in parts_of(text, value, name.id))
    elif name.id in arguments(owner(text, user)):
        yield from ((given, 2) for given in given_to(text, owner(text, user), name.id))
    elif name.id in text.functions:
        ends = [one.value for one in walk(text.functions[name.id]) if isinstance(one, ast.Return)]
        yield from ((end, 3) for end in ends if end is not None)


def parts_of(text: Text, value: ast.expr, name: str) -> list[ast.expr]:
    """The array of which ``train_test_split`` gave a variable its rows; the part that a function of the author's
    returns for it, with what the function was given; any other value as it is."""
    made = last_name(value.func) if isinstance(value, ast.Call) else ""
    if not isinstance(value, ast.Call) or not (made == "train_test_split" or made in text.functions):
        return [value]
    for one in text.all(ast.Assign):
        parts = getattr(one.targets[0], "elts", []) if one.value is value else []
        at = next((at for at, part in enumerate(parts) if name in names(part)), None)
        if at is None:
            continue
        if made == "train_test_split" and at // 2 < len(value.args):
            return [value.args[at // 2]]
        ends = (
            [end.value for end in walk(text.functions[made]) if isinstance(end, ast.Return)]
            if made in text.functions
            else []
        )
        chosen = [end.elts[at] for end in ends if isinstance(end, ast.Tuple) and len(end.elts) == len(parts)]
        if chosen and len(chosen) == len(ends):
            return [*chosen, *value.args, *(given.value for given in value.keywords)]
    return [value]


def given_to(text: Text, function: ast.FunctionDef | None, name: str) -> Iterator[ast.expr]:
    """What the callers of a function give to one of its arguments."""
    at = arguments(function).index(name)
    for call in text.all(ast.Call):
        if function is not None and last_name(call.func) == function.name:
            yield from (one.value for one in call.keywords if one.arg == name)
            yield from call.args[at : at + 1]


def owner(text: Text, node: ast.AST) -> ast.FunctionDef | None:
    """The innermost function that a node stands in."""
    number = text.function_of(node)
    return next((one for one in text.all(ast.FunctionDef) if id(one) == number), None)


def arguments(function: ast.FunctionDef | None) -> list[str]:
    """The names of the arguments of a function, but for ``self``."""
    every = [*function.args.args, *function.args.kwonlyargs] if function else []
    return [one.arg for one in every if one.arg != "self"]


def methods(kind: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """The methods of a class."""
    return (part for part in kind.body if isinstance(part, ast.FunctionDef))


def attributes(kind: ast.ClassDef) -> dict[str, list[ast.expr]]:
    """What the methods of a class give to each attribute of ``self``."""
    found: dict[str, list[ast.expr]] = {}
    for one in (node for node in walk(kind) if isinstance(node, ast.Assign)):
        for target in one.targets:
            values = one.value.elts if isinstance(one.value, ast.Tuple) else [one.value]
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            pairs = zip(parts, values, strict=True) if len(parts) == len(values) else ()
            for part, value in pairs:
                if isinstance(part, ast.Attribute) and ast.unparse(part.value) == "self":
                    found.setdefault(part.attr, []).append(value)
    return found


def last_name(node: ast.AST) -> str:
    """The name of a variable, of the last attribute, or under which the program keeps a constant."""
    return str(getattr(node, "attr", getattr(node, "id", getattr(node, KNOWN_AS, ""))))


def written(text: Text) -> str:
    """The program as its author wrote it, with its comments."""
    return "\n".join({id(cell): cell.code for cell in map(text.cell_of, text.statements)}.values())


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


def imported_as(text: Text, name: str) -> str:
    """What ``from … import`` calls by a name, with its module, such as ``random.shuffle``; empty if nothing."""
    found = [f"{node.module or ''}.{alias.name}" for node in text.all(ast.ImportFrom) for alias in node.names
             if (alias.asname or alias.name) == name]  # fmt: skip
    return found[-1] if found else ""


def own_names(text: Text) -> set[str]:
    """The functions and classes that the author wrote: what is called so is none of a library."""
    return {*text.functions, *(kind.name for kind in text.all(ast.ClassDef))}


def following_from(scope: ast.FunctionDef | ast.For, index: str) -> set[str]:
    """The variables of a function, or of a loop, that depend on one of them."""
    found = {index}
    for node in sorted((one for one in walk(scope) if isinstance(one, ast.stmt)), key=lambda one: one.lineno):
        given = node.iter if isinstance(node, ast.For) else getattr(node, "value", None)
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        if isinstance(given, ast.AST) and names(given) & found:
            found |= {name for target in targets if isinstance(target, ast.AST) for name in names(target)} - {"self"}
    return found
