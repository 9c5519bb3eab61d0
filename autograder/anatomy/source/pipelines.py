"""``tf.data`` pipelines of inputs with targets: what an element of them is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from autograder.anatomy.source.machine import Call
from autograder.anatomy.source.values import Pipeline, plain
from autograder.anatomy.training import Data, Step
from autograder.anatomy.unknown import Unknown

_WINDOWS = ("keras.utils.timeseries_dataset_from_array", "keras.preprocessing.timeseries_dataset_from_array")
_PAIRS = frozenset({"tensorflow.data.Dataset.from_tensor_slices", "tensorflow.data.Dataset.zip"})
_SAME = frozenset({"prefetch", "repeat", "with_options"})
_NOTED = frozenset({"cache", "take", "skip"})


def made(dotted: str, call: Call) -> Pipeline | None:
    """``Dataset.from_tensor_slices((x, y))`` and ``Dataset.zip((xs, ys))``: single rows.

    None for anything but a pair of known data.
    """
    if dotted.endswith(_WINDOWS):
        return _windows(call)
    if dotted not in _PAIRS:
        return None
    pair = plain(call.arguments[0] if len(call.arguments) == 1 else call.arguments)
    if not isinstance(pair, tuple) or len(pair) != 2 or not all(isinstance(part, Data) for part in pair):
        return None
    return Pipeline(*(replace(part, shape=_of_one(part)) for part in pair))


def _of_one(data: Data) -> Any:
    """The shape of a row; None after a map that could not be followed."""
    lost = any(step.what == "map" for step in data.done("unknown"))
    return None if lost or data.shape is None else data.shape[1:]


def _windows(call: Call) -> Pipeline | None:
    """``timeseries_dataset_from_array(rows, targets, 24)``: batches of windows of the rows."""
    given = dict(zip(("data", "targets", "sequence_length"), call.arguments, strict=False)) | call.keywords
    rows, targets, steps = (given.get(key) for key in ("data", "targets", "sequence_length"))
    if not isinstance(rows, Data) or rows.shape is None or not isinstance(targets, Data):
        return None
    if call.open or given.get("batch_size", 1) is None:
        return None
    x = replace(rows, shape=(None, steps if type(steps) is int else None, *rows.shape[1:]))
    return Pipeline(x, replace(targets, shape=None if targets.shape is None else (None, *targets.shape[1:])))


def method(pipeline: Pipeline, name: str, call: Call, follow: Callable[[Any, Call], Any]) -> Any:
    """``pipeline.batch(32)`` and its relatives; ``follow`` calls a function of the author's."""
    if name in _SAME:
        return pipeline
    if name == "shuffle" or name in _NOTED:
        step = Step(name, reshuffles(call) if name == "shuffle" else name, place=call.place)
        return _both(pipeline, lambda data: replace(data, steps=(*data.steps, step)))
    if name in {"batch", "padded_batch"}:
        asked = plain(call.argument(0, "batch_size"))
        known = type(asked) is int and pipeline.size is None
        return replace(_both(pipeline, _batched), size=asked if known else None)
    if name == "map" and call.arguments:
        made = plain(follow(call.arguments[0], Call((pipeline.x, pipeline.y), {}, call.place)))
        pair = made if isinstance(made, tuple) and len(made) == 2 else ()
        if pair and all(isinstance(part, Data | Unknown) for part in pair):
            x, y = (_or_lost(*both) for both in zip(pair, pipeline.item, strict=True))
            return replace(pipeline, x=x, y=y)
    if name == "unbatch":
        single = _both(pipeline, lambda data: replace(data, shape=data.shape and data.shape[1:]))
        return replace(single, size=None)
    return Unknown(f"what {name} makes of a pipeline", call.place)


def _or_lost(made: Any, before: Data) -> Data:
    """What a map makes of one part, or that part after something that could not be followed."""
    lost = replace(before, steps=(*before.steps, Step("unknown", "map")), shape=None)
    return made if isinstance(made, Data) else lost


def reshuffles(call: Call) -> Any:
    """Whether ``Dataset.shuffle`` draws another order in every pass, which is the default."""
    given = plain(call.argument(2, "reshuffle_each_iteration"))
    known = given if type(given) is bool else Unknown("whether it is shuffled anew", call.place)
    return Unknown("arguments that could not be followed", call.place) if call.open else given is None or known


def _both(pipeline: Pipeline, change: Callable[[Data], Data]) -> Pipeline:
    return replace(pipeline, x=change(pipeline.x), y=change(pipeline.y))


def _batched(data: Data) -> Data:
    return replace(data, shape=None if data.shape is None else (None, *data.shape))


def unpacked(given: dict[str, Any]) -> dict[str, Any]:
    """The arguments of ``fit`` and its relatives, with what a pipeline gives in their places."""
    source, checked = given.get("x"), given.get("validation_data")
    found = dict(given)
    if isinstance(source, Pipeline) and "y" not in given:
        found |= {"x": source.x, "y": source.y}
        found |= {"batch_size": source.size} if source.size is not None else {}
    if isinstance(checked, Pipeline):
        found["validation_data"] = (checked.x, checked.y)
    return found
