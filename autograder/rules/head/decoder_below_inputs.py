"""# A decoder that cannot reach its inputs

**What it sees.** An autoencoder ends in `sigmoid` or `relu`, and the inputs that it is to give back are known to lie
elsewhere: below 0, or for a sigmoid above 1. Also a model that makes images of others, such as clean ones of noisy
ones, and its targets; and a generator, or the decoder of a VAE, in a program that brings all its pixels to -1 to 1,
as in `images / 127.5 - 1`. Masks and classes of such images are not meant.

**Why it hurts.** What the last activation cannot say, the decoder cannot give back. The error of those numbers stays
whatever is learned, and pulls the unit into the flat part of the sigmoid, or to where a relu is 0.

**Example.**

```python
import keras
import numpy as np

rows = np.random.randn(1000, 20)
model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(20, activation="sigmoid"),  # ← here
])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, rows, epochs=50)
```

**Instead.**

```python
import keras
import numpy as np

rows = np.random.randn(1000, 20)
model = keras.Sequential([
    keras.Input((20,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(20),
])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, rows, epochs=50)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain

from autograder.anatomy.kinds import INPUT
from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.text import Text
from autograder.anatomy.training import ABSENT, Data, Fit
from autograder.anatomy.unknown import AsksUnknown
from autograder.rules import asking, fitting, targets
from autograder.rules.looks.pairs import pairs
from autograder.rules.looks.pixels import are_signed, line_of, only_signed
from autograder.rules.rule import Fault, Faults, Level, Rule

_REACHES = {"sigmoid": (0, 1), "hard_sigmoid": (0, 1), "relu": (0, float("inf")), "tanh": (-1, 1)}
_LOSSES = asking.DISTANCES | asking.YES_OR_NO
_NORMAL = frozenset({"numpy.random.randn", "numpy.random.standard_normal", "numpy.random.normal"})
_ARITHMETIC = frozenset({"add", "subtract", "multiply", "divide"})
_PIXELS, _SIGNED = (0, 255), (-1, 1)
_ROUGHLY = 0.02  # 128 for 127.5
_VECTOR, _PICTURE = 1, 3  # axes, without that of the rows


def _look(program: Program) -> Faults:
    """Each head once, which a decoder and the autoencoder that it is part of have together."""
    found: dict[object, Fault] = {}
    for model in program.models:
        with suppress(AsksUnknown):
            for fault in chain(_trained(model, program.text), _of_generator(model, program.text)):
                found.setdefault(fault.place or fault, fault)
    yield from found.values()


def _trained(model: ModelSource, text: Text) -> Faults:
    for head, loss, event in asking.trained_heads(model):
        if loss.name not in _LOSSES or head.function not in _REACHES:
            continue
        low, high = _REACHES[head.function]
        pictures = targets.reconstructs(model, event)
        for fit in targets.fits_of(model, event):
            wanted = _wanted(fit, text, pictures)
            if wanted and (wanted[1][0] < low or wanted[1][1] > high):
                yield asking.at(model, head.at, f"{wanted[0]}, and {head.function} cannot give that back.")
                break


def _wanted(fit: Fit, text: Text, pictures: bool) -> tuple[str, tuple[float, float]] | None:
    """Where the numbers lie that a model is to give, in words and as ends; None if that is not known."""
    data = fit.y if pictures else fit.x
    if isinstance(data, Data) and (pictures or targets.same_rows(fit.x, fit.y)):
        named = "inputs" if targets.same_rows(fit.x, fit.y) else "targets"
        ends = fitting.reach(data)
        if named == "inputs" and ends is None and _has_mean_0(data):
            return "Inputs with mean 0 go below 0 and beyond 1", (-2, 2)
        ends = ends or _of_pixels(data)
        return (f"The {named} go from {ends[0]:g} to {ends[1]:g}", ends) if ends else None
    if pictures and fit.y is ABSENT and any(_gives_signed(fit, text)):
        return "The targets go from -1 to 1", _SIGNED
    return None


def _gives_signed(fit: Fit, text: Text) -> Iterator[bool]:
    """Whether the data set of a fit, or its generator, gives pixels from -1 to 1 as the answers."""
    for call in text.calls({fit.method}):
        if text.place(call) == fit.place:
            yield from (True for pair in pairs(text, call) if are_signed(line_of(text, pair.answers, pair.user)))


def _has_mean_0(data: Data) -> bool:
    scalings = data.done("scaler")
    if scalings and scalings[-1].what == "StandardScaler":
        return True
    return data.origin in _NORMAL and not data.steps and not data.given


def _of_pixels(data: Data) -> tuple[float, float] | None:
    """Where numbers lie that were brought from 0 to 255 to -1 to 1: nobody does that to other numbers."""
    first = next((at for at, step in enumerate(data.steps) if step.name in _ARITHMETIC), None)
    if first is None or data.done("scaler"):
        return None
    ends = fitting.reach(replace(data, given={"range": _PIXELS}, steps=data.steps[first:]))
    return _SIGNED if ends is not None and max(abs(ends[0] + 1), abs(ends[1] - 1)) < _ROUGHLY else None


def _of_generator(model: ModelSource, text: Text) -> Faults:
    """A generator, or the decoder of a VAE, in a program that brings all its pixels to -1 to 1."""
    known = shapes(model.anatomy)
    inputs = [known[position] for position in model.anatomy.positions(INPUT)]
    drawn = [known[position] for position in model.anatomy.outputs]
    if [len(shape or ()) for shape in inputs] != [_VECTOR] or [len(shape or ()) for shape in drawn] != [_PICTURE]:
        return
    for head in asking.heads(model):
        if _REACHES.get(head.function, _SIGNED)[0] == 0 and only_signed(text):
            yield asking.at(model, head.at, f"The images go from -1 to 1, and {head.function} cannot give that back.")


RULE = Rule(
    level=Level.WARNING,
    title="a decoder that cannot reach its inputs",
    instead="Let the decoder end without an activation, or scale the inputs into the range of the one it has.",
    program=_look,
    exact=True,
    about=("activation",),
)
