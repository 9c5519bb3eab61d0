"""Loops of a program that bring nothing new, or never end: the same answer again, generators without an end."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.anatomy.source.lookup import Found, Text, argument_at, called, keyword, names, walk

_SAME_ROWS = frozenset({"batch", "padded_batch", "prefetch", "map", "shuffle", "cache", "with_options"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_RANDOM = (
    "training=True", "set_learning_phase", "learning_phase()", "(Dropout)", ".Dropout)", "def call(", "tf.random",
    "K.random", "backend.random", "keras.random", "random_normal",
)  # fmt: skip
_DRAWS = ("random", "shuffle", "permutation", "choice", "sample", "noise", "next(")


def looks(text: Text) -> Found:
    """All that stands in a program."""
    yield from _same_answers(text)
    yield from _endless(text)
    yield from _ending(text)
    yield from _begins_again(text)


def _same_answers(text: Text) -> Found:
    """``[model.predict(x) for _ in range(100)]``, where dropout is hoped to answer in a hundred ways."""
    if "Dropout" not in text.whole or any(word in text.whole for word in _RANDOM):
        return
    said = "predict turns dropout off, so this gives the same answer in each round"
    listed: list[ast.ListComp | ast.GeneratorExp] = [*text.all(ast.ListComp), *text.all(ast.GeneratorExp)]
    for made in listed:
        targets = {name for part in made.generators for name in names(part.target)}
        counts = len(made.generators) == 1 and called(made.generators[0].iter) == "range"
        for call in _predictions(made.elt) if counts else ():
            if not names(call) & targets and not _draws(call):
                yield "repeated", f"{said}.", call
    for loop in text.all(ast.For):
        kept = [node for node in walk(loop) if called(node) == "append" or isinstance(node, ast.AugAssign)]
        for call in _predictions(loop) if called(loop.iter) == "range" and kept else ():
            if not names(call) & _touched(loop, call) and not _draws(call):
                yield "repeated", f"{said}.", call


def _touched(loop: ast.For, asked: ast.Call) -> set[str]:
    """The variables that a round may change: what is assigned, in part as well, and what other code is given."""
    found = names(loop.target)
    for node in walk(loop):
        if isinstance(node, ast.Name | ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            found |= names(node)
        elif isinstance(node, ast.Call) and node is not asked and not _only_looks(node):
            given = [*node.args, *(given.value for given in node.keywords)]
            parts = [part for part in (*given, getattr(node.func, "value", node.func)) if isinstance(part, ast.Name)]
            found |= {part.id for part in parts}
    return found


def _only_looks(call: ast.Call) -> bool:
    return called(call) in {"len", "print", "predict", "evaluate"} or ast.unparse(call.func).startswith(
        ("np.", "numpy.")
    )


def _predictions(node: ast.AST) -> Iterator[ast.Call]:
    """The calls of ``predict`` of one model on data that have a name, or a part of them."""
    for part in walk(node):
        if isinstance(part, ast.Call) and called(part) == "predict" and part.args:
            owner = getattr(part.func, "value", None)
            if isinstance(owner, ast.Name | ast.Attribute):
                yield part


def _draws(call: ast.Call) -> bool:
    """Whether the rows are drawn anew in the call."""
    return any(word in ast.unparse(call) for word in _DRAWS)


def _endless(text: Text) -> Found:
    """A generator that goes on for ever, of which nobody says how much an epoch or a validation takes."""
    without_end = {node.name for node in text.all(ast.FunctionDef) if _goes_on(node)}
    for call in text.calls({"fit", "fit_generator", "evaluate", "predict"}):
        if any(given.arg is None for given in call.keywords) or any(isinstance(a, ast.Starred) for a in call.args):
            continue
        trains = called(call).startswith("fit")
        first = argument_at(call, 0, "x")
        asked = [("steps_per_epoch" if trains else "steps", first)]
        asked += [("validation_steps", keyword(call, "validation_data"))] if trains else []
        for steps, rows in asked:
            counted = keyword(call, steps)
            said_so = counted is not None and not (isinstance(counted, ast.Constant) and counted.value is None)
            if rows is not None and not said_so and len(call.args) < 3 and _has_no_end(text, rows, call, without_end):
                yield "endless", f"These rows never end, and without {steps}= Keras waits for their end.", rows


def _ending(text: Text) -> Found:
    """A generator that goes through its rows once, for a training of several epochs."""
    ends = {node.name for node in text.all(ast.FunctionDef) if _ends(node)}
    for call in text.calls({"fit", "fit_generator"}):
        rows, epochs = argument_at(call, 0, "x", "generator"), keyword(call, "epochs", "nb_epoch")
        made = text.latest(rows.id, call)[0] if isinstance(rows, ast.Name) else rows
        many = text.resolved(epochs) if epochs is not None else None
        several = isinstance(many, ast.Constant) and type(many.value) is int and many.value > 1
        steps = keyword(call, "steps_per_epoch")
        one_pass = steps is None or "/" in ast.unparse(text.resolved(steps))
        if several and one_pass and called(made) in ends:
            said = f"{called(made)} ends after one pass over the rows"
            yield "once", f"{said}: from the second epoch on nothing is trained.", rows or call


def _ends(function: ast.FunctionDef) -> bool:
    """Whether a generator goes through its rows once: one loop with an end, in which it yields."""
    loops = [node for node in function.body if isinstance(node, ast.For | ast.While)]
    yields = [node for node in walk(function) if isinstance(node, ast.Yield | ast.YieldFrom)]
    if len(loops) != 1 or not yields or not any(isinstance(node, ast.Yield) for node in walk(loops[0])):
        return False
    loop = loops[0]
    if isinstance(loop, ast.While):
        again = [node for node in walk(loop) if isinstance(node, ast.Assign)]
        reset = {name for node in again for target in node.targets for name in names(target)} & names(loop.test)
        return isinstance(loop.test, ast.Compare) and not reset and "epoch" not in ast.unparse(loop.test)
    inner = [node for node in walk(loop) if isinstance(node, ast.For | ast.While) and node is not loop]
    nested = any(isinstance(part, ast.Yield) for node in inner for part in walk(node))
    over_rows = called(loop.iter) in {"range", "zip", "enumerate"} or isinstance(loop.iter, ast.Name)
    used = any(names(loop.target) & names(node) for statement in loop.body for node in walk(statement))
    return over_rows and used and not nested and "epoch" not in ast.unparse(loop.target) + ast.unparse(loop.iter)


def _goes_on(function: ast.FunctionDef) -> bool:
    """Whether a generator yields in a ``while True`` that nothing leaves."""
    for loop in walk(function):
        if not isinstance(loop, ast.While) or not isinstance(loop.test, ast.Constant) or not loop.test.value:
            continue
        within = [node for part in loop.body for node in _own(part)]
        leaves = any(isinstance(node, ast.Return | ast.Raise | ast.Break | ast.Try) for node in within)
        if any(isinstance(node, ast.Yield) for node in within) and not leaves:
            return True
    return False


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """A node with all in it, but for functions."""
    yield node
    for child in ast.iter_child_nodes(node) if not isinstance(node, _FUNCTIONS) else ():
        yield from _own(child)


def _has_no_end(text: Text, node: ast.expr, user: ast.AST, without_end: set[str], depth: int = 0) -> bool:
    if isinstance(node, ast.Name) and depth < 10:
        value, where = text.latest(node.id, user)
        return value is not None and _has_no_end(text, value, where, without_end, depth + 1)
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id in without_end
    if not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr == "repeat":
        return not node.args and not node.keywords and "Dataset" in ast.unparse(_origin(text, node))
    return node.func.attr in _SAME_ROWS and _has_no_end(text, node.func.value, user, without_end, depth + 1)


def _origin(text: Text, node: ast.expr) -> ast.expr:
    """What a chain of steps begins with."""
    for _ in range(20):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if "Dataset" in ast.unparse(node.func.value):
                return node
            node = node.func.value
        node = text.resolved(node)
    return node


def _begins_again(text: Text) -> Found:
    """``while True: i = 0; yield x[i : i + size]``: each batch is the first one."""
    for function in text.all(ast.FunctionDef):
        for loop in walk(function):
            if not isinstance(loop, ast.While | ast.For) or not _yields(loop) or _brings_other_rows(loop):
                continue
            yielding = [n for n, one in enumerate(loop.body) if _yields(one)]
            at = yielding[0] if len(yielding) == 1 else -1
            if at < 0 or isinstance(loop.body[at], ast.For | ast.While | ast.If | ast.Try | ast.With):
                continue
            fixed, back = _fixed(loop, at), _stored(loop.body[at + 1 :])
            cuts = [node for one in loop.body[: at + 1] for node in walk(one)
                    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)]  # fmt: skip
            same = bool(cuts) and all(names(cut) & _stored(loop.body) <= set(fixed) for cut in cuts)
            for name, value in fixed.items() if same else ():
                if isinstance(value.value, ast.Constant) and name in back:
                    said = "in each round of this loop: it yields the same rows again and again"
                    yield "same batch", f"{name} is set back {said}.", value.targets[0]


def _fixed(loop: ast.While | ast.For, at: int) -> dict[str, ast.Assign]:
    """The numbers that are the same in each round when it yields, with where they get their value."""
    changing, found = _stored(loop.body), dict[str, ast.Assign]()
    for one in loop.body[:at]:
        target = one.targets[0] if isinstance(one, ast.Assign) else None
        made = [node for node in walk(one) if isinstance(node, ast.Call) and called(node) not in {"len", "int"}]
        if isinstance(one, ast.Assign) and isinstance(target, ast.Name) and not made:
            if names(one.value) & changing <= set(found):
                found[target.id] = one
            else:
                found.pop(target.id, None)
        else:
            for name in _stored([one]):
                found.pop(name, None)
    return found


def _stored(block: Sequence[ast.stmt]) -> set[str]:
    """The variables that some statements give a value, or hand to a function that may change them."""
    nodes = [node for one in block for node in walk(one)]
    given = [one.value for one in block if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)]
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)} | {
        name for call in given for name in names(call)
    }


def _yields(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Yield) for part in walk(node))


def _brings_other_rows(loop: ast.While | ast.For) -> bool:
    """Whether a round differs from the last one by more than the numbers that it counts."""
    ends = isinstance(loop, ast.While) and not (isinstance(loop.test, ast.Constant) and loop.test.value)
    counts = isinstance(loop, ast.For) and bool(
        names(loop.target) & {name for one in loop.body for name in names(one)}
    )
    return ends or counts or any(word in ast.unparse(loop) for word in _DRAWS)
