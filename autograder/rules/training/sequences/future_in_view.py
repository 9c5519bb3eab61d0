"""# The future is in view

**What it sees.** A model that is trained to give the next step at each step (its target is its input, one step
later), and that reads later steps on the way: a one-dimensional convolution with `padding="same"` and a kernel larger
than 1, a `Bidirectional` layer that returns sequences, a layer that reads the sequence backwards, or attention of a
sequence to itself in a program without any mask.

**Why it hurts.** What is to be foretold stands one step further on in the input, in plain view. The model learns to
copy it, and its loss falls to nearly 0, on test data as well. When the next step is not known yet, it has nothing to
copy, and its answers are worthless.

**Example.**

```python
import keras

x, y = series[:, :-1], series[:, 1:]
model = keras.Sequential([
    keras.Input((99, 1)),
    keras.layers.Conv1D(32, 3, padding="same", activation="relu"),  # ← here
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```

**Instead.**

```python
import keras

x, y = series[:, :-1], series[:, 1:]
model = keras.Sequential([
    keras.Input((99, 1)),
    keras.layers.Conv1D(32, 3, padding="causal", activation="relu"),
    keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=10)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from autograder.anatomy.kinds import INPUT, UNKNOWN
from autograder.anatomy.shapes import shapes
from autograder.anatomy.unknown import is_known
from autograder.rules import asking, paths
from autograder.rules.looks.steps_ahead import attends, foretelling, is_masked
from autograder.rules.rule import Fault, Level, Rule, in_text

if TYPE_CHECKING:
    from autograder.anatomy.source import ModelSource, Program

_TURNS = frozenset({UNKNOWN, "permute", "reshape", "flatten", "cropping", "zero_padding", "repeat_vector", "dot"})
_SAID = {
    "conv": "reads the step that comes next, as its padding is the same on both sides",
    "recurrent": "reads the sequence from its end as well",
    "attention": "reads all steps, those that come later among them",
}


def _look(program: Program) -> Iterator[Fault]:
    found = list(_of_models(program))
    yield from found or in_text(program, attends)


def _of_models(program: Program) -> Iterator[Fault]:
    for model in program.models:
        trained = {fit.place for fit in model.training.fits}
        told = {number for fit, number, _ in program.text.once(foretelling) if program.text.place(fit) in trained}
        for number, start in enumerate(model.anatomy.positions(INPUT)):
            if number in told and len(model.anatomy.outputs) == 1:
                yield from _first(model, start, is_masked(program.text))


def _first(model: ModelSource, start: int, masked: bool) -> Iterator[Fault]:
    """The first layer on the way from an input to the output that reads later steps."""
    end = model.anatomy.outputs[0]
    way = sorted(model.anatomy.downstream(start) & (model.anatomy.upstream(end) | {end}))
    known = shapes(model.anatomy)
    first, last = known[start], known[end]
    if not first or not last or len(last) != 2 or first[0] != last[0] or {paths.kind(model, p) for p in way} & _TURNS:
        return
    for position in way:
        kind = paths.kind(model, position)
        if _looks_on(model, position) and not (kind == "attention" and masked):
            said = f"{asking.layer_name(model, position)} {_SAID[kind]}"
            yield asking.at(model, position, f"{said}: the target stands there already.")
            return


def _looks_on(model: ModelSource, position: int) -> bool:
    """Whether what an operation gives for a step rests on later steps."""
    operation = model.anatomy.operations[position]
    given = operation.settings
    if not all(is_known(value) for value in given.values()) or "data_format" in given:
        return False
    if operation.kind == "conv":
        sides = given.get("kernel_size"), given.get("strides")
        one_step = sides[1] == (1,) and isinstance(sides[0], tuple) and sides[0] > (1,)
        return given.get("rank") == 1 and given.get("padding") == "same" and one_step and "transpose" not in given
    if operation.kind == "recurrent":
        return given.get("cell") == "bidirectional" or given.get("go_backwards") is True
    return operation.kind == "attention" and len(set(operation.inputs)) == 1


RULE = Rule(
    level=Level.ERROR,
    title="the future is in view",
    instead='Use padding="causal", one direction, and attention with use_causal_mask=True.',
    program=_look,
)
