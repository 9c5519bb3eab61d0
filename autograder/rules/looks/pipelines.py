"""Pipelines of ``tf.data`` in the text of a program: which steps a data set went through before it is used."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, called, walk
from autograder.rules.looks.dataflow import cases, only_end, passed
from autograder.rules.looks.scopes import arguments, owner

FROM_FOLDERS = frozenset({"image_dataset_from_directory", "text_dataset_from_directory"})
"""What gives a data set of batches, mixed."""
MADE = FROM_FOLDERS | {
    "from_tensor_slices", "from_generator", "list_files", "TFRecordDataset", "TextLineDataset", "from_tensors",
}  # fmt: skip
_DEEP = 4  # functions of the author's on the way


def is_pipeline(text: Text, call: ast.Call) -> bool:
    """Whether a method is one of a data set: its way begins where TensorFlow or Keras makes one."""
    source = call.func.value if isinstance(call.func, ast.Attribute) else None
    return any(called(step) in MADE for step in steps_before(text, source, call))


def steps_before(
    text: Text, node: ast.expr | None, user: ast.AST, deep: int = _DEEP, asked: set[int] | None = None
) -> Iterator[ast.Call]:
    """The steps that a data set went through, nearest first; in functions of the author's as well.

    ``asked`` are the functions whose callers were asked already: each is asked once.
    """
    asked = set() if asked is None else asked
    for _ in range(30):
        if isinstance(node, ast.Name):
            value, where = text.latest(node.id, user)
            if value is None:
                yield from _of_callers(text, node, user, deep, asked)
                return
            if any(part is user for part in walk(where)) or _meets_not(text, where, user):
                return
            node, user = value, where
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node
            node = node.func.value
        else:
            break
    if isinstance(node, ast.Call) and called(node) not in text.functions:
        yield node
    elif isinstance(node, ast.Call) and deep:
        yield from _of_function(text, node, user, deep, asked)


def _of_function(text: Text, call: ast.Call, user: ast.AST, deep: int, asked: set[int]) -> Iterator[ast.Call]:
    """The steps in a function of the author's that gives a data set, and those before its call."""
    function = text.functions.get(called(call))
    end = only_end(function)
    for step in steps_before(text, end.value, end, deep - 1, asked) if end is not None else ():
        if text.function_of(step) == id(function) and not any(cases(text, step)):
            yield step
    for given in call.args[:1] if end is not None else ():
        yield from steps_before(text, given, user, deep - 1, asked)


def _of_callers(text: Text, name: ast.Name, user: ast.AST, deep: int, asked: set[int]) -> Iterator[ast.Call]:
    """The steps before a data set that a function is called with, if this one uses it whatever it is."""
    function = owner(text, user)
    if function is None or name.id not in arguments(function) or any(cases(text, user)) or not deep:
        return
    if id(function) in asked:
        return
    asked.add(id(function))
    for given, call in passed(text, function, name.id):
        yield from steps_before(text, given, call, deep - 1, asked)


def _meets_not(text: Text, given: ast.AST, user: ast.AST) -> bool:
    """Whether a value is given under one condition and used under another, which may never meet."""
    first, second = set(cases(text, given)), set(cases(text, user))
    return bool(first - second) and bool(second - first)
