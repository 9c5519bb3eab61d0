"""What a program gives to a model to train on, to evaluate, or to answer, and what the model takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from autograder.anatomy.graph import Anatomy, Operation
from autograder.anatomy.kinds import INPUT, UNKNOWN
from autograder.anatomy.shapes import Shape, shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Data, Event, Fit, Use

ANSWERS = frozenset({"predict", "predict_on_batch", "call"})
"""Methods that only answer."""
OF_ONE_WIDTH = frozenset({"dense", "conv", "recurrent", "batch_norm"})
"""Kinds of operations whose weights are made for the width that they get first."""
_AXES, _COLOURS = 3, 3  # of an image
_FED = ANSWERS | {"evaluate", "test_on_batch"}


@dataclass(frozen=True)
class Meal:
    """Data that an input of a model is given: ``wanted`` is the shape that the input takes for each row."""

    event: Event
    data: Data
    wanted: tuple[int | None, ...]

    @property
    def shape(self) -> tuple[int | None, ...]:
        """The shape of all the data, rows first."""
        return self.data.shape or ()

    @property
    def row(self) -> tuple[int | None, ...]:
        """The shape of one row as the input gets it: Keras adds or takes away a last axis of one."""
        row = self.shape[1:]
        if len(row) == len(self.wanted) + 1 and row[-1] in (1, None):
            return row[:-1]
        return (*row, 1) if len(row) == len(self.wanted) - 1 and self.wanted[-1] in (1, None) else row

    @property
    def fits(self) -> bool:
        """Whether a row is of the shape that the input takes."""
        return matches(self.row, self.wanted)

    @property
    def lacks_an_axis(self) -> bool:
        """Whether the data would be a single row, without the axis of the batch."""
        grey = (*self.shape, 1) if self.wanted[-1:] == (1,) else self.shape
        return not self.fits and (matches(self.shape, self.wanted) or matches(grey, self.wanted))

    @property
    def is_one_row(self) -> bool:
        """Whether somebody asks for the answer to one row; who trains on such data forgot another axis."""
        return self.lacks_an_axis and (not isinstance(self.event, Fit) or self.shape == self.wanted)


def matches(shape: Shape, wanted: Shape) -> bool:
    """Whether two shapes may be the same."""
    if shape is None or wanted is None or len(shape) != len(wanted):
        return shape is None or wanted is None
    return all(None in pair or pair[0] == pair[1] for pair in zip(shape, wanted, strict=True))


def meals(model: ModelSource, *, sure: bool = True) -> Iterator[Meal]:
    """What the inputs of a model are given, where both shapes are known; ``sure`` leaves out what may not happen."""
    found = shapes(model.anatomy)
    wanted = [found[position] for position in model.anatomy.positions(INPUT)]
    if model.form == "application" and model.layers[0] and "input_tensor" not in model.layers[0].arguments:
        wanted = [_of_application(model.layers[0].arguments)]
    for event in model.training.events:
        if (sure and not event.certain) or event.guarded:
            continue
        for given in _given(event):
            parts = _in_order(model, given) if isinstance(given, Mapping) else given
            parts = parts if isinstance(parts, tuple) else (parts,)
            for data, shape in zip(parts, wanted, strict=False) if len(parts) == len(wanted) else ():
                if isinstance(data, Data) and data.shape and shape is not None:
                    yield Meal(event, data, shape)


def _in_order(model: ModelSource, given: Mapping[Any, Any]) -> tuple[Any, ...]:
    """Data by the names of the inputs, as these come; nothing if they have no such names."""
    calls = [model.layers[position] for position in model.anatomy.positions(INPUT)]
    called = [None if call is None else call.arguments.get("name") for call in calls]
    whole = all(isinstance(name, str) and name in given for name in called) and len(set(called)) == len(called)
    return tuple(given[name] for name in called) if whole else ()


def _of_application(given: Mapping[str, Any]) -> tuple[int | None, ...]:
    """The shape of the images that a network of keras.applications takes; the sides of its default are left open."""
    asked = given.get("input_shape")
    known = isinstance(asked, tuple) and len(asked) == _AXES
    return tuple(side if type(side) is int else None for side in asked) if isinstance(asked, tuple) and known else (
        None, None, _COLOURS,
    )  # fmt: skip


def refused(model: ModelSource, meal: Meal) -> bool:
    """Whether Keras stops at these data.

    A functional model compares them with its input; any other stops where they meet weights for another width.
    """
    if meal.fits or model.form == "functional" or len(meal.row) != len(meal.wanted) or _turned(meal):
        return not meal.fits
    fed = [
        replace(operation, settings={**operation.settings, "shape": meal.row})
        if operation.kind == INPUT
        else operation
        for operation in model.anatomy.operations
    ]
    if _begins_with_base(model):
        return True
    before, now = shapes(model.anatomy), shapes(Anatomy(tuple(fed), model.anatomy.outputs))
    return any(
        operation.kind in OF_ONE_WIDTH and not matches(*(width_of(operation, found) for found in (before, now)))
        for operation in fed
    )


def _turned(meal: Meal) -> bool:
    """Whether one step of many numbers comes where many steps of one number are wanted."""
    return meal.row == (1, None) and meal.wanted[-1] == 1 and meal.wanted[0] not in (1, None)


def _begins_with_base(model: ModelSource) -> bool:
    """Whether the first layer is a model of keras.applications, which compares all data with its own input."""
    first = [position for position, read in enumerate(model.anatomy.operations) if read.inputs == (0,)]
    calls = [model.layers[position] for position in first]
    return (
        len(calls) == 1
        and calls[0] is not None
        and isinstance(calls[0].arguments.get("input_shape"), tuple)
        and (model.anatomy.operations[first[0]].kind == UNKNOWN)
    )


def width_of(operation: Operation, found: tuple[Shape, ...]) -> Shape:
    """The axis that the weights of an operation are made for."""
    shape = found[operation.inputs[0]] if len(operation.inputs) == 1 else None
    first = operation.settings.get("data_format") == "channels_first"
    return None if not shape else shape[:1] if first else shape[-1:]


def _given(event: Event) -> list[Any]:
    if isinstance(event, Fit):
        pair = event.validation_data
        return [event.x, *(pair[:1] if isinstance(pair, tuple) else ())]
    return [event.arguments.get("x")] if isinstance(event, Use) and event.method in _FED else []
