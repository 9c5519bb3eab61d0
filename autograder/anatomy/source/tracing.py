"""Layers and models of the author's own: their ``call`` is followed with a symbolic tensor, as Keras does."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from autograder.anatomy.source.calling import Calling
from autograder.anatomy.source.machine import Call, Stopped, Uncertain
from autograder.anatomy.source.values import Class, Function, Layer, Model, Tensor, plain, tensors
from autograder.anatomy.unknown import Unknown

# A model that has one of these may be trained in a way that no fit and no loss tells.
_OWN_TRAINING = ("train_step", "test_step", "compute_loss", "compile", "fit", "build_graph", "__call__")
_ABOUT_MODE = frozenset({"training", "mask", "is_training", "train"})


def trace(machine: Calling, model: Model) -> None:
    """Find out what a subclassed model computes: it gets ``inputs`` and ``outputs``, as a functional one has."""
    kind = model.fields.get("class")
    if model.form != "subclass" or not isinstance(kind, Class) or "outputs" in model.fields:
        return
    function = machine.member(kind, "call")
    if not isinstance(function, Function) or any(machine.member(kind, name) for name in _OWN_TRAINING):
        return
    built = model.fields.get("built")
    shape = Unknown("the shape of its input", model.place) if built is None else built
    entry = Layer("InputLayer", {"batch_shape": shape}, model.place, machine.fields(used=()))
    first = machine.apply(entry, (), {}, model.place)
    since = machine.store.mark()
    found: Any = None
    with suppress(Stopped, Uncertain):
        found = _computed(machine, model, kind, function, Call((first,), {}, model.place))
    if found is None:
        machine.store.undo(since)
        return
    machine.store.set(model.fields, "inputs", first)
    machine.store.set(model.fields, "outputs", found)


def call_own(machine: Calling, layer: Layer, call: Call) -> Any:
    """What a layer of the author's makes of tensors, if its ``call`` can be followed; otherwise None."""
    kind = layer.fields.get("class")
    function = machine.member(kind, "call") if isinstance(kind, Class) else None
    if not isinstance(kind, Class) or not isinstance(function, Function) or call.open:
        return None
    found = _computed(machine, layer, kind, function, call)
    return found if isinstance(found, Tensor) else None


def _computed(machine: Calling, owner: Model | Layer, kind: Class, function: Function, call: Call) -> Any:
    """The tensors that ``call`` gives; None if anything else is among them."""
    signature = function.node.args
    names = [argument.arg for argument in (*signature.args, *signature.kwonlyargs)]
    needed = names[1 : len(signature.args) - len(signature.defaults)]
    if len([name for name in needed if name not in _ABOUT_MODE]) > len(call.arguments) + len(call.keywords):
        return None
    modes = {name: True for name in names if name in {"training", "is_training", "train"}}
    machine.tracing += 1
    try:
        value = plain(machine.call_method(owner, kind, function, replace(call, keywords={**call.keywords, **modes})))
    finally:
        machine.tracing -= 1
    items = value if isinstance(value, tuple) else tuple(value.values()) if isinstance(value, dict) else (value,)
    return value if items and len(tensors(items)) == len(items) else None
