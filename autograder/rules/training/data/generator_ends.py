"""# A generator that ends

**What it sees.** A generator of the author's goes through its rows once, without `while True`, and `fit` trains for
several epochs on it.

**Why it hurts.** After the first epoch the generator has nothing more to give. Keras warns that the input ran out of
data, and the epochs that follow train on nothing.

**Example.**

```python
import keras

def batches(x, y):
    for start in range(0, len(x), 32):
        yield x[start : start + 32], y[start : start + 32]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(batches(x, y), epochs=10)  # ← here
```

**Instead.**

```python
import keras

def batches(x, y):
    while True:
        for start in range(0, len(x), 32):
            yield x[start : start + 32], y[start : start + 32]

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(batches(x, y), epochs=10, steps_per_epoch=len(x) // 32)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, argument_at, called, keyword, names, walk
from autograder.rules.looks.dataflow import traced
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """A generator that goes through its rows once, for a training of several epochs."""
    ends = {node.name for node in text.all(ast.FunctionDef) if _ends(node)}
    for call in text.calls({"fit", "fit_generator"}) if ends else ():
        rows, epochs = argument_at(call, 0, "x", "generator"), keyword(call, "epochs", "nb_epoch")
        made = next((node for node in _made_of(text, rows, call) if called(node) in ends), None)
        several = any(_is_several(node) for node in _made_of(text, epochs, call))
        steps = keyword(call, "steps_per_epoch")
        divided = any(isinstance(node, ast.Div | ast.FloorDiv) for node in _made_of(text, steps, call))
        if several and made is not None and (steps is None or divided):
            said = f"{called(made)} ends after one pass over the rows"
            yield f"{said}: from the second epoch on nothing is trained.", rows or call


def _made_of(text: Text, node: ast.expr | None, user: ast.AST) -> list[ast.AST]:
    """What a value is computed of, also by callers."""
    return [] if node is None else [part for one in traced(text, node, user) for part in (one, *_operator(one))]


def _is_several(node: ast.AST) -> bool:
    number = node.value if isinstance(node, ast.Constant) else None
    return type(number) is int and number > 1


def _operator(node: ast.AST) -> list[ast.AST]:
    return [node.op] if isinstance(node, ast.BinOp) else []


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


RULE = Rule(
    level=Level.ERROR,
    title="a generator that ends",
    instead="Let it begin again, `while True:`, and say how many batches an epoch has.",
    text=_look,
)
