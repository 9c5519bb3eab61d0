"""Files that a program writes a model to, and reads again."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, called, keyword, owner_of

_KERAS, _OLD = (".keras'", '.keras"'), (".h5'", '.h5"', ".hdf5'", '.hdf5"')


def read_again(text: Text) -> Iterator[tuple[ast.Call, ast.Call, bool]]:
    """The calls of ``load_model`` for a file that the program writes, with what writes it, and whether it is old."""
    makers = {
        ast.unparse(text.resolved(path)): call
        for call in text.calls({"save", "ModelCheckpoint"})
        for path in path_of(call)
    }
    for call in text.calls({"load_model"}):
        path = ast.unparse(text.resolved(call.args[0])) if len(call.args) == 1 else ""
        if path in makers and path.endswith((*_KERAS, *_OLD)):
            yield call, makers[path], path.endswith(_OLD)


def compiles(text: Text, saved: ast.Call) -> Iterator[ast.Call]:
    """The calls of ``compile`` for the model that is saved."""
    owner = owner_of(saved) if called(saved) == "save" and isinstance(saved.func, ast.Attribute) else ""
    yield from (call for call in text.calls({"compile"}) if owner in ("", owner_of(call)))


def path_of(call: ast.Call) -> list[ast.expr]:
    """The path that a whole model is written to."""
    given = argument_at(call, 0, "filepath")
    return [] if given is None or keyword(call, "save_weights_only") is not None else [given]
