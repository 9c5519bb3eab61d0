"""The functions and classes that a program has, the names in them, and what belongs to which."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import KNOWN_AS, Text, bound_or_default, names, walk


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
    given = bound_or_default(function, call)
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
