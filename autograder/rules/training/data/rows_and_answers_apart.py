"""# Rows and answers mixed apart

**What it sees.** The rows and the answers are shuffled by two calls, or set apart by two calls of `train_test_split`,
and nothing makes the two draw the same order: before `fit`, in a generator, or in the `on_epoch_end` of batches. Or
only the rows are shuffled: in place before `fit`, in an `on_epoch_end`, or as one half of a `Dataset.zip`.

**Why it hurts.** Each call draws an order of its own. After that a row stands beside the answer of another row, and
there is nothing to learn: the model can only find how often each answer comes.

**Example.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
np.random.shuffle(x)
np.random.shuffle(y)  # ← here
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
```

**Instead.**

```python
import keras
import numpy as np

x, y = np.load("x.npy"), np.load("y.npy")
order = np.random.permutation(len(x))
x, y = x[order], y[order]
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
```
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.anatomy.text import Text, argument_at, bases, called, keyword, names, walk
from autograder.rules.looks.encodings import made_by
from autograder.rules.rule import Found, Level, Rule

_ANSWERS = re.compile(r"^ys?(_|\d|$)|label|target|mask|answer|class|kind|tag", re.I)
_SEEDS = ("random_state", "seed")


def _look(text: Text) -> Found:
    """``np.random.shuffle(x)``, ``np.random.shuffle(y)``; ``sample`` and ``train_test_split`` of each by itself."""
    pairs = [(names(fit.args[0]), names(fit.args[1])) for fit in text.calls({"fit"}) if len(fit.args) > 1]
    pairs += [(names(x), names(y)) for fit in text.calls({"fit"})
              if (x := keyword(fit, "x")) is not None and (y := keyword(fit, "y")) is not None]  # fmt: skip
    listed = [call.args[0] for call in text.calls({"from_tensor_slices"}) if call.args]
    pairs += [(names(one.elts[0]), names(one.elts[1])) for one in listed
              if isinstance(one, ast.Tuple) and len(one.elts) == 2]  # fmt: skip
    pairs += [(names(call.args[0]), names(call.args[1])) for call in text.calls({"flow", *_batches(text)})
              if len(call.args) > 1]  # fmt: skip
    drawn = [*_shuffles(text), *_parts(text)]
    for rows, answers in pairs:
        mine = [one for one in drawn if one[0] & rows and not one[0] & answers]
        theirs = [one for one in drawn if one[0] & answers and not one[0] & rows]
        if len(mine) == 1 and len(theirs) == 1 and _drawn_apart(text, mine[0], theirs[0]):
            said = "Rows and answers are mixed apart from each other"
            yield f"{said}: no row has its own answer any more.", theirs[0][2]
            return
    yield from _one_side(text)


def _batches(text: Text) -> set[str]:
    """The classes of the author's that give batches, made of rows and answers."""
    return {kind.name for kind in text.all(ast.ClassDef) if bases(kind) & {"Sequence", "PyDataset"}}


def _one_side(text: Text) -> Found:
    """``rng.shuffle(self.x)``, where ``self.x[rows]`` and ``self.y[rows]`` are pairs; ``shuffle(x)`` alone."""
    if "shuffle(" not in text.whole and "permutation(" not in text.whole:
        return
    yield from _zipped(text)
    for scope in (*text.all(ast.ClassDef), *text.all(ast.FunctionDef)):
        mixed = {
            spelt: call
            for spelt, call in _mixed_alone(scope)
            if isinstance(scope, ast.FunctionDef) or "self." in spelt
        }
        for rows, answers in _cut_alike(scope) if mixed else ():
            if rows in mixed and answers not in mixed and _ANSWERS.search(answers.rpartition(".")[2]):
                yield f"{rows} is mixed, and {answers} is not: no row has its own answer any more.", mixed.pop(rows)
        yield from _both_sides(scope, mixed)
    if text.all(ast.Expr) and not any(word in text.whole for word in ("seed(", "set_state")):
        yield from _one_argument(text)


def _both_sides(scope: ast.AST, mixed: dict[str, ast.expr]) -> Found:
    """``rng.shuffle(self.x)``, ``rng.shuffle(self.y)``, where each draws an order of its own."""
    within = [one for one in walk(scope) if isinstance(one, ast.FunctionDef)]
    mine = {id(node) for node in mixed.values()}
    spelt = "".join(ast.unparse(one) for one in within if mine & {id(part) for part in walk(one)})
    if len(mixed) < 2 or any(word in spelt for word in ("seed", "state", "default_rng(", "unpaired", "Cycle")):
        return
    answers = [name for name in mixed if _ANSWERS.search(name.removeprefix("self."))]
    for answer in answers:
        taken = [name for name in mixed if name not in answers and _is_paired(scope, name, answer)]
        if taken and _generator(mixed[taken[0]]) == _generator(mixed[answer]) != "":
            said = f"{taken[0]} and {answer} are mixed apart from each other"
            yield f"{said}: no row has its own answer any more.", mixed[answer]
            return


def _is_paired(scope: ast.AST, rows: str, answers: str) -> bool:
    """Whether the same rows are taken of two arrays, or both are given back together."""
    cuts: dict[str, set[str]] = {rows: set(), answers: set()}
    for node in walk(scope):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in cuts and isinstance(node.ctx, ast.Load):
            cuts[ast.unparse(node.value)].add(ast.unparse(node.slice))
        given = node.value if isinstance(node, ast.Return | ast.Yield) else None
        both = {ast.unparse(part) for part in given.elts} if isinstance(given, ast.Tuple) else set()
        if {rows, answers} <= both:
            return True
    return bool(cuts[rows] & cuts[answers])


def _generator(node: ast.expr) -> str:
    """What draws an order: ``np.random``, ``self.rng``; empty if nothing does here."""
    drawn = [part for part in walk(node) if called(part) in {"shuffle", "permutation", "permuted"}]
    return (
        ast.unparse(getattr(drawn[0].func, "value", drawn[0].func))
        if drawn and isinstance(drawn[0], ast.Call)
        else ""
    )


def _zipped(text: Text) -> Found:
    """``Dataset.zip((rows.shuffle(100), labels))``, where the labels keep their order, or get one of their own."""
    for call in text.calls({"zip"}):
        given = call.args[0] if call.args else None
        parts = given.elts if isinstance(given, ast.Tuple) and "Dataset" in ast.unparse(call.func) else []
        if len(parts) != 2 or not _ANSWERS.search(ast.unparse(parts[1])):
            continue
        steps = [[one for one in made_by(text, part, call) if called(one) == "shuffle"] for part in parts]
        if any(steps) and not any(keyword(one, "seed") for listed in steps for one in listed):
            yield "Rows and answers are mixed apart from each other: shuffle what zip gives.", call


def _one_argument(text: Text) -> Found:
    """``np.random.shuffle(x)``, then ``fit(x, y)``, where nothing else touches ``x`` and ``y``."""
    for fit in text.calls({"fit"}):
        rows, answers = argument_at(fit, 0, "x"), argument_at(fit, 1, "y")
        if not isinstance(rows, ast.Name) or not isinstance(answers, ast.Name) or text.function_of(fit):
            continue
        for one in text.all(ast.Expr):
            call = one.value
            alone = (
                isinstance(call, ast.Call)
                and called(call) == "shuffle"
                and [*map(ast.unparse, call.args)] == [rows.id]
            )
            if not alone or not isinstance(call, ast.Call) or text.function_of(one) or one.lineno > fit.lineno:
                continue
            later = [name for name in (rows.id, answers.id) if text.assigned_after(name, one)]
            known = all(text.is_sure(name) and text.values.get(name) for name in (rows.id, answers.id))
            touched = sum(answers.id in names(other) for other in text.calls({"shuffle", "permutation"}))
            made = [value for value in text.values.get(answers.id, ()) if getattr(value, "lineno", 0) > one.lineno]
            if known and not later and not touched and not made:
                yield f"{rows.id} is mixed, and {answers.id} is not: no row has its own answer any more.", call


def _mixed_alone(scope: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What is shuffled in its place, or by an order that is drawn there and used for nothing else."""
    for one in walk(scope):
        if isinstance(one, ast.Expr) and called(one.value) == "shuffle" and isinstance(one.value, ast.Call):
            yield from ((ast.unparse(part), one.value) for part in one.value.args[:1])
        value = one.value if isinstance(one, ast.Assign) else None
        target = ast.unparse(one.targets[0]) if isinstance(one, ast.Assign) else ""
        drawn = called(value) in {"permutation", "shuffle"} and isinstance(value, ast.Call) and len(value.args) == 1
        again = drawn and isinstance(value, ast.Call) and ast.unparse(value.args[0]) == target
        taken = isinstance(value, ast.Subscript) and not isinstance(value.slice, ast.Slice)
        if value is not None and (again or (taken and ast.unparse(getattr(value, "value", value)) == target)):
            yield target, value


def _cut_alike(scope: ast.AST) -> Iterator[tuple[str, str]]:
    """Two arrays of which the same rows are taken in one statement, or in two in a row."""
    for block in (getattr(node, "body", ()) for node in walk(scope)):
        listed = block if isinstance(block, list) else []
        for one, other in zip(listed, [*listed[1:], None], strict=False):
            if not isinstance(one, ast.Assign | ast.Return | ast.Expr):
                continue
            both = [one, other] if isinstance(one, ast.Assign) and isinstance(other, ast.Assign) else [one]
            parts = [part for node in both for part in walk(node) if isinstance(part, ast.Subscript)]
            cuts = [
                part
                for part in parts
                if isinstance(part.ctx, ast.Load) and isinstance(part.value, ast.Name | ast.Attribute)
            ]
            for first in cuts:
                for second in cuts:
                    same = ast.unparse(first.slice) == ast.unparse(second.slice)
                    places = isinstance(first.slice, ast.Slice) or bool(names(first.slice))
                    if same and places and ast.unparse(first.value) != ast.unparse(second.value):
                        yield ast.unparse(first.value), ast.unparse(second.value)


def _drawn_apart(text: Text, mine: tuple[set[str], str, ast.expr], theirs: tuple[set[str], str, ast.expr]) -> bool:
    """Whether two calls of one kind draw two orders: with two seeds, or one of them with none."""
    if mine[1] != theirs[1] or mine[2] is theirs[2]:
        return False
    seeds = [keyword(call, *_SEEDS) for call in (mine[2], theirs[2]) if isinstance(call, ast.Call)]
    told = [ast.Constant(None) if seed is None else text.resolved(seed) for seed in seeds]
    first, second = (getattr(seed, "value", ...) for seed in told)
    return ... not in (first, second) and (first != second or first is None)


def _shuffles(text: Text) -> Iterator[tuple[set[str], str, ast.expr]]:
    """What is shuffled in its place, where nothing sets the seed again."""
    if any(word in text.whole for word in ("set_state", "get_state")) or text.whole.count("random.seed(") > 1:
        return
    for statement in text.all(ast.Expr):
        call = statement.value
        numpy = isinstance(call, ast.Call) and ast.unparse(call.func) in {"np.random.shuffle", "numpy.random.shuffle"}
        if numpy and isinstance(call, ast.Call) and len(call.args) == 1 and isinstance(call.args[0], ast.Name):
            yield {call.args[0].id}, "shuffle", call


def _parts(text: Text) -> Iterator[tuple[set[str], str, ast.expr]]:
    """What ``train_test_split`` or ``shuffle`` of one array, or ``sample``, gives, with the names that hold it."""
    for statement in text.all(ast.Assign):
        targets = {name for target in statement.targets for name in names(target)}
        for call in (node for node in walk(statement.value) if isinstance(node, ast.Call)):
            hidden = any(given.arg is None for given in call.keywords)
            split = called(call) in {"train_test_split", "shuffle"} and len(call.args) == 1
            split = split and (called(call) != "shuffle" or statement.value is call) and not _is_method(call)
            mixed = called(call) == "sample" and isinstance(call.func, ast.Attribute) and "frac" in ast.unparse(call)
            if not hidden and keyword(call, "shuffle") is None and (split or mixed):
                yield targets, called(call), call
        value = statement.value
        index = value.slice if isinstance(value, ast.Subscript) and names(value.value) == targets else None
        if isinstance(index, ast.Call) and called(index) == "permutation" and "seed(" not in text.whole:
            yield targets, _generator(index), index


def _is_method(call: ast.Call) -> bool:
    """Whether something is called on a variable that is no module: ``data.shuffle(100)``."""
    owner = getattr(call.func, "value", None)
    return owner is not None and ast.unparse(owner) not in {"sklearn.utils", "utils", "tf.random", "model_selection"}


RULE = Rule(
    level=Level.ERROR,
    title="rows and answers mixed apart",
    instead="Mix both by one order: order = np.random.permutation(len(x)); x, y = x[order], y[order].",
    text=_look,
)
