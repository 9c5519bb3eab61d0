"""Questions about shapes that several rules ask: what reaches an operation, and what it can take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from autograder.anatomy.graph import Operation
from autograder.anatomy.kinds import DROPOUTS, INPUT, Trait, with_trait
from autograder.anatomy.shapes import STEPWISE, Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile, Data, Made
from autograder.anatomy.unknown import Unknown
from autograder.rules import asking, paths, targets
from autograder.rules.rule import Faults

KEEPS = with_trait(Trait.SAME_SHAPE)
"""Kinds of operations that leave the shape as it is."""
_OF_ROWS = DROPOUTS | {INPUT, "dense", "activation", "batch_norm", "layer_norm", "normalization", "gaussian_noise"}
WINDOWS = frozenset({"max_pool", "average_pool"})
"""Pools whose window slides over a map."""
_INNER = ("l_s_t_m(", "g_r_u(", "simple_r_n_n(")  # within a bidirectional layer
_IMAGES = {"conv": "kernel_size", "max_pool": "pool_size", "average_pool": "pool_size"}


def is_one_number(model: ModelSource) -> bool:
    """Whether a model has one output, and gives one number for each row."""
    outputs = model.anatomy.outputs
    shape = shapes(model.anatomy)[outputs[0]] if len(outputs) == 1 else None
    return shape == (1,) or (shape is None and _is_one_of_a_table(model))


def _is_one_of_a_table(model: ModelSource) -> bool:
    """Whether a model without a known input is trained on a table, and ends in one unit after layers of rows."""
    units = [head.units for head in asking.heads(model)]
    tables = [
        isinstance(fit.x, Data) and fit.x.shape is not None and len(fit.x.shape) == 2 for fit in model.training.fits
    ]
    kinds = {operation.kind for operation in model.anatomy.operations}
    return units == [1] and kinds <= _OF_ROWS and bool(tables) and all(tables)


def incoming(model: ModelSource, position: int) -> Shape:
    """The shape that the only input of an operation has; None if there are several, or it is not known."""
    source = asking.before(model, position)
    return None if source is None else shapes(model.anatomy)[source]


def shown(shape: Shape) -> str:
    """A shape as people write it, with ``?`` for a side that is not known."""
    return "(" + ", ".join("?" if side is None else str(side) for side in shape or ()) + ")"


def axes_wanted(operation: Operation) -> int | None:
    """How many axes an operation takes, without the batch; None if any number, or if that is not known."""
    found = _axes(operation)
    return found if found is None else found + bool(operation.settings.get("over_time"))


def _axes(operation: Operation) -> int | None:
    kind, settings = operation.kind, operation.settings
    if kind == "recurrent":
        return recurrent_axes(operation)
    return 1 if kind == "repeat_vector" else int(settings["rank"]) + 1 if "rank" in settings else None


def recurrent_axes(operation: Operation) -> int | None:
    """How many axes a recurrent layer reads; None for anything else."""
    if operation.kind != "recurrent":
        return None
    cell, inner = operation.settings.get("cell"), str(operation.settings.get("layer", ""))
    if cell == "bidirectional":
        return 2 if inner.startswith(_INNER) else None
    return 2 if cell in STEPWISE else int(operation.settings["rank"]) + 2 if cell == "conv_lstm" else None


def gives_sequence(operation: Operation) -> bool | None:
    """Whether a recurrent layer gives every step; None if that is not known."""
    if operation.settings.get("cell") == "bidirectional":
        return "return_sequences=True" in str(operation.settings.get("layer"))
    given = operation.settings.get("return_sequences", False)
    return given if isinstance(given, bool) else None


def path_back(model: ModelSource, position: int) -> Iterator[int]:
    """The operations before ``position``, nearest first, as long as each has one input."""
    source = asking.before(model, position)
    while source is not None:
        yield source
        source = asking.before(model, source)


def too_small(model: ModelSource, position: int) -> tuple[int, int] | None:
    """The width of a window and the side of the map that it does not fit into; None if it fits, or nobody knows."""
    operation, shape = model.anatomy.operations[position], incoming(model, position)
    settings = operation.settings
    if settings.get("padding", "valid") != "valid" or settings.get("transpose") or settings.get("over_time"):
        return None
    if shape is None or len(shape) != axes_wanted(operation) or isinstance(settings.get("data_format"), Unknown):
        return None
    sides = shape[1:] if settings.get("data_format") == "channels_first" else shape[:-1]
    window = settings.get("pool_size", settings.get("kernel_size"))
    gaps = settings.get("dilation_rate", (1,) * len(sides))
    if not _is_whole(window) or not _is_whole(gaps):
        return None
    for side, size, gap in zip(sides, window, gaps, strict=False):
        if side is not None and (size - 1) * gap + 1 > side:
            return (size - 1) * gap + 1, side
    return None


def larger_windows(model: ModelSource, kinds: frozenset[str], what: str) -> Faults:
    """The faults of all windows of some kinds that do not fit into their maps; ``what`` is what they are called."""
    for position in model.anatomy.positions(*kinds):
        found = too_small(model, position)
        if found:
            name, arrives = asking.layer_name(model, position), shown(incoming(model, position))
            said = f"The {what} of {name} is {found[0]} wide, but one side of {arrives} is only {found[1]}."
            yield asking.at(model, position, said)


def _is_whole(numbers: object) -> bool:
    return isinstance(numbers, tuple) and all(isinstance(number, int) for number in numbers)


def is_over_time(model: ModelSource, position: int) -> bool:
    """Whether the author wrote that a layer works on every step."""
    call = model.layers[position]
    return call is None or call.name == "TimeDistributed"


def one_per_row(data: Data, wanted: Shape, loss: Made) -> bool:
    """Whether targets hold one answer for each row, where a model gives one for each of several places."""
    shape = data.shape
    if shape is None:
        return targets.are_known(data) and not data.done("unknown", "part")
    if len(shape) == 1:
        return True
    if len(shape) != 2 or wanted is None:
        return False
    if len(wanted) == 2 and loss.name != "categorical_crossentropy":
        whole_row = shape[1] == wanted[1] and shape[1] is not None
        return wanted[0] not in (1, None) and wanted[0] != shape[1] and bool(shape[1] == 1 or whole_row)
    return True


def misplaced_targets(model: ModelSource) -> Iterator[tuple[asking.Head, Made, Compile, Shape, bool | None]]:
    """Heads that give an answer for every pixel or step: with loss, compile, shape, and whether targets are fewer.

    The last is None if nothing is known of the targets.
    """
    every = shapes(model.anatomy)
    for head, loss, event in asking.trained_heads(model):
        shape = every[head.at]
        dense = model.anatomy.operations[head.layer].kind == "dense"
        meant = is_over_time(model, head.layer) and not any(
            data.shape for data in targets.of(model, event, head.number)
        )
        if not dense or shape is None or len(shape) < 2 or meant:
            continue
        if head.at != model.anatomy.outputs[head.number] or _reconstructs(model, event):
            continue
        known = list(targets.of(model, event, head.number))
        said = [one_per_row(data, shape, loss) for data in known if data.shape or data.origin in targets.CLASSES]
        yield head, loss, event, shape, all(said) if said else None


def _reconstructs(model: ModelSource, event: Compile) -> bool:
    return any(isinstance(fit.x, Data) and fit.x == fit.y for fit in targets.fits_of(model, event))


def is_input(model: ModelSource, position: int) -> bool:
    """Whether an operation is an input of the model."""
    return model.anatomy.operations[position].kind == INPUT


def image_window(model: ModelSource, position: int) -> Any:
    """The window that a convolution or a pooling of images slides; None for anything else."""
    operation = model.anatomy.operations[position]
    key = _IMAGES.get(operation.kind)
    return operation.settings.get(key) if key and operation.settings.get("rank") == 2 else None


def recurrent_before(model: ModelSource, position: int, *, every_step: bool) -> int | None:
    """The recurrent layer before ``position``, if it surely gives every step, or its last only.

    None if something else makes the steps, or comes between.
    """
    way = paths.back(model, position, KEEPS | {"dense"})
    last = model.anatomy.operations[way[-1]] if way else None
    sure = last is not None and last.kind == "recurrent" and gives_sequence(last) is every_step
    return way[-1] if sure else None


def is_first(model: ModelSource, position: int) -> bool:
    """Whether nothing but layers that keep the shape comes between the input and an operation."""
    path = list(path_back(model, position))
    kinds = {model.anatomy.operations[step].kind for step in path[:-1]}
    return bool(path) and is_input(model, path[-1]) and kinds <= KEEPS
