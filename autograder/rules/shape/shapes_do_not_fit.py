"""# Shapes that do not fit

**What it sees.** A layer gets another number of axes than it takes (`Conv2D` after `Flatten`, `LSTM` on a table),
`Reshape` asks for another count of numbers, `Add` or `Concatenate` joins what differs in size, a dense layer reads a
size that varies, one layer (dense, convolution, batch norm, …) is called on two widths, a base model gets images of
another size, or what it gives is pooled a second time: `pooling="avg"` leaves no map, and neither does
`include_top=True`. Missing channels, kernels and windows that are too large, and a missing `return_sequences` have
rules of their own.

**Why it hurts.** Keras raises a `ValueError` when it builds the model, with a message about the first layer that
cannot work.

**Example.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Conv2D(8, 3),  # ← here
])
```

**Instead.**

```python
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(8, 3),
    layers.Flatten(),
])
```
"""

from __future__ import annotations

from collections.abc import Callable

from autograder.anatomy.kinds import UNKNOWN, Trait, with_trait
from autograder.anatomy.pretrained import module_of
from autograder.anatomy.shapes import product, shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.unknown import is_known
from autograder.rules import asking, feeding, paths, sizes
from autograder.rules.rule import Faults, Level, Rule
from autograder.rules.shape import channel_missing, return_sequences_missing

_JOINS = with_trait(Trait.JOINS)
_MAPS = 3  # axes of pictures


def _look(model: ModelSource) -> Faults:
    explained = {fault.place for rule in (channel_missing, return_sequences_missing) for fault in rule.look(model)}
    for position in range(len(model.anatomy.operations)):
        reason = next((found for ask in _QUESTIONS if (found := ask(model, position))), "")
        if reason and model.locations[position] not in explained:
            yield asking.of_layer(model, position, reason)


def _axes(model: ModelSource, position: int) -> str:
    wanted, shape = sizes.axes_wanted(model.anatomy.operations[position]), sizes.incoming(model, position)
    if wanted is None or shape is None or len(shape) == wanted:
        return ""
    return f"takes {wanted} axes besides the batch, but {sizes.shown(shape)} arrives."


def _count(model: ModelSource, position: int) -> str:
    operation, shape = model.anatomy.operations[position], sizes.incoming(model, position)
    target = operation.settings.get("target_shape")
    if operation.kind != "reshape" or not shape or not isinstance(target, tuple) or not is_known(target):
        return ""
    whole, part = product(shape), product([side for side in target if side != -1])
    fits = whole is None or not part or (whole % part == 0 if -1 in target else whole == part)
    return "" if fits else f"cannot make {sizes.shown(target)} of the {whole} numbers of {sizes.shown(shape)}."


def _join(model: ModelSource, position: int) -> str:
    operation = model.anatomy.operations[position]
    every = [shapes(model.anatomy)[source] for source in operation.inputs]
    known = [shape for shape in every if shape]
    if operation.kind not in {*_JOINS, "concatenate"} or len(known) < len(every) or len(known) < 2:
        return ""
    along = operation.settings.get("axis", (-1,))[0] if operation.kind == "concatenate" else None
    if not isinstance(along, int | None):
        return ""
    if len({len(shape) for shape in known}) > 1:
        return f"joins {', '.join(map(sizes.shown, known))}." if along is not None else ""
    for number, column in enumerate(zip(*known, strict=True)):
        sides = {side for side in column if side is not None}
        open_ = number == (along - 1 if along > 0 else along % len(known[0])) if along is not None else 1 in sides
        if len(sides) > 1 and not open_:
            return f"joins {', '.join(map(sizes.shown, known))}, which differ in size."
    return ""


def _varying(model: ModelSource, position: int) -> str:
    operation, shape = model.anatomy.operations[position], sizes.incoming(model, position)
    if operation.kind != "dense" or not shape or shape[-1] is not None:
        return ""
    before = [model.anatomy.operations[step] for step in model.anatomy.upstream(position)]
    declared = all(is_known(tuple(step.settings.values())) for step in before)
    return f"needs a fixed size for its weights, but {sizes.shown(shape)} arrives: it varies." if declared else ""


def _shared(model: ModelSource, position: int) -> str:
    """A layer that is called twice has its weights for the first width."""
    operation = model.anatomy.operations[position]
    if operation.kind not in feeding.OF_ONE_WIDTH or "axis" in operation.settings:
        return ""
    calls = [
        at
        for at in model.anatomy.positions(operation.kind)
        if model.anatomy.operations[at].weights == operation.weights and at <= position
    ]
    known = shapes(model.anatomy)
    widths = [feeding.width_of(model.anatomy.operations[at], known) for at in calls]
    differ = [at for at, width in zip(calls, widths, strict=True) if not feeding.matches(widths[0], width)]
    if differ[:1] != [position]:
        return ""
    what = "columns" if operation.kind in {"dense", "recurrent"} else "channels"
    first, here = ((width or (None,))[0] for width in (widths[0], widths[-1]))
    return f"was made for {first} {what} at its first call, and gets {here} at another."


def _base(model: ModelSource, position: int) -> str:
    """A model of keras.applications that was made for images of one size."""
    call, shape = model.layers[position], sizes.incoming(model, position)
    wanted = call.arguments.get("input_shape") if call is not None else None
    if model.anatomy.operations[position].kind != UNKNOWN or not isinstance(wanted, tuple) or not shape:
        return ""
    sides = tuple(side if isinstance(side, int) else None for side in wanted)
    return "" if feeding.matches(shape, sides) else f"takes {sizes.shown(sides)}, but {sizes.shown(shape)} arrives."


def _after_base(model: ModelSource, position: int) -> str:
    """A pooling, a convolution or a recurrent layer on what a model of keras.applications gives."""
    wanted = sizes.axes_wanted(model.anatomy.operations[position])
    way = paths.back(model, position, sizes.KEEPS | {"dense"}) if wanted is not None else []
    call = model.layers[way[-1]] if way and paths.kind(model, way[-1]) == UNKNOWN else None
    given = call.arguments if call is not None and module_of(call.name) else {"include_top": None}
    top, pooling = given.get("include_top", True), given.get("pooling")
    if call is None or type(top) is not bool or not is_known(pooling):
        return ""
    axes, why = (1, "include_top=True ends in the classes") if top else (1, f"pooling={pooling!r} has pooled already")
    if not top and pooling is None:
        axes, why = _MAPS, "they are maps"
    return "" if axes == wanted else f"takes {wanted} axes besides the batch, but {call.name} gives {axes}: {why}."


_QUESTIONS: tuple[Callable[[ModelSource, int], str], ...] = (
    _axes,
    _count,
    _join,
    _varying,
    _shared,
    _base,
    _after_base,
)

RULE = Rule(
    level=Level.ERROR,
    title="shapes that do not fit",
    instead="Follow the shapes from layer to layer, and change the first that is wrong.",
    model=_look,
)
