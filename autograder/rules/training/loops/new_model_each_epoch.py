"""# A new model in each epoch

**What it sees.** A loop over epochs makes a model, and trains it, in each round; or a function that takes
one step makes its optimizer.

**Why it hurts.** Each round begins with new random weights. What the last one learned is thrown away, and the curve
over the rounds shows nothing but the luck of the start.

**Example.**

```python
import keras

for epoch in range(10):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    model.fit(x, y, epochs=1)  # ← here
```

**Instead.**

```python
import keras

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

import ast

from autograder.anatomy.text import Text, called, names, walk
from autograder.rules.looks.networks import assigned_in, fits_in_loops, is_renewed
from autograder.rules.rule import Found, Level, Rule


def _look(text: Text) -> Found:
    """Models that are made anew in each epoch, and optimizers in each step."""
    yield from _each_epoch(text)
    yield from _in_each_step(text)


def _in_each_step(text: Text) -> Found:
    """An optimizer that is made in a function which takes one step, or in the loop over the batches."""
    for call in text.calls({"apply_gradients"}):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        made = text.resolved(owner) if isinstance(owner, ast.Name) else None
        function = text.function_of(call)
        if not isinstance(made, ast.Call) or "optimizers" not in ast.unparse(made.func) or not function:
            continue
        called_in_loop = any(
            called(node) == text.name_of(function) for loop in text.all(ast.For) for node in walk(loop)
        )
        loops_itself = any(part is call for loop in text.all(ast.For) for part in walk(loop))
        if text.function_of(made) == function and called_in_loop and not loops_itself:
            yield "This optimizer is made anew for each step: momentum and means begin with zero each time.", made


def _each_epoch(text: Text) -> Found:
    """``for epoch in range(10): model = build(); model.fit(x, y)``."""
    for loop, owner, fit in text.once(fits_in_loops):
        by_epoch = any("epoch" in name for name in names(loop.target))
        made = [node for node in assigned_in(loop, owner) if "load" not in ast.unparse(node)]
        if by_epoch and made and not is_renewed(loop) and not names(loop.target) & names(fit):
            yield f"{owner} is made anew in each epoch: what it learned before is lost.", fit


RULE = Rule(
    level=Level.NOTE,
    title="a new model in each epoch",
    instead="Make the model before the loop; better still, let fit count the epochs.",
    text=_look,
)
