"""From the arguments of a call to the names Keras 3 has for them."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from autograder.anatomy.source import spellings
from autograder.anatomy.source.machine import Call, Machine
from autograder.anatomy.source.names import api
from autograder.anatomy.unknown import Unknown

ANY_LAYER = frozenset({
    "name", "trainable", "dtype", "autocast", "activity_regularizer", "input_shape", "batch_input_shape", "input_dim",
    "input_length", "batch_size", "batch_shape", "weights",
})  # fmt: skip
# What Keras 3 says of the arguments that tell a layer its input.
_ABOUT_INPUT = {
    "input_shape": True, "input_dim": True, "batch_input_shape": False, "input_length": False, "batch_size": False,
    "weights": False,
}  # fmt: skip
_WITH_WEIGHTS = frozenset({"Embedding", "ReversibleEmbedding"})  # they take them, and call their input's size a dim
_RECURRENT = frozenset({"LSTM", "GRU", "SimpleRNN"})
_IN_SAMPLES = frozenset({"samples_per_epoch", "nb_val_samples"})
_KERAS_1 = frozenset({"border_mode", "subsample", "init", "W_regularizer", "dim_ordering", "nb_filter", "nb_row"})

_CHECKED = frozenset({"layers", "optimizers", "losses", "metrics", "callbacks"})
_CHECKED_METHODS = frozenset({("methods", "compile"), ("methods", "fit")})
_TAKE_ANY = frozenset({"LambdaCallback", "CallbackList", "MeanMetricWrapper"})

Parameters = list[list[Any]]


def bind(
    machine: Machine, what: tuple[str, str], parameters: Parameters, call: Call, also: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """What was given, under today's names; old spellings are written down on the way.

    ``what`` is the group and the name of what is called; ``also`` are names that can only be given by keyword.
    """
    group, name = what
    names = [parameter[0] for parameter in parameters]
    given = dict(zip(names, call.arguments, strict=False))
    known = frozenset(names) | also
    for key, value in call.keywords.items():
        old = spellings.old_argument(group, name, key, known)
        if old is None:
            given[key] = _today(key, value)
            if key not in known and parameters:
                _refuse(machine, what, key, known, call)
            continue
        new, runs = old
        if key in _IN_SAMPLES:
            value = Unknown("counted in samples, not in steps", call.place)  # noqa: PLW2901
        machine.spelling(f"{key}=", f"{new}=" if new else "", call.place, runs)
        if new:
            given[new] = _today(new, value)
    return given


def _refuse(machine: Machine, what: tuple[str, str], key: str, known: frozenset[str], call: Call) -> None:
    """Remember an argument that is neither in Keras nor was."""
    group, name = what
    checked = what in _CHECKED_METHODS or (group in _CHECKED and name in api()[group] and name not in _TAKE_ANY)
    if checked:
        near = get_close_matches(key, sorted(known), 1)
        meant = f": is {near[0]} meant?" if near else "."
        machine.misuse("argument", f"{name} takes no argument {key}{meant}", call.place)


def _today(key: str, value: Any) -> Any:
    return spellings.VALUES[key].get(value, value) if key in spellings.VALUES and isinstance(value, str) else value


def bind_layer(machine: Machine, name: str, spelt: str, call: Call) -> dict[str, Any]:
    """The arguments of a layer."""
    if spelt in _REORDERED:
        call = _REORDERED[spelt](machine, spelt, call)
    elif name in _IN_PIECES and not _KERAS_1.isdisjoint(call.keywords):
        call = _PLANE(machine, spelt, call)
    also = ANY_LAYER - ({"input_length"} if name != "Embedding" else frozenset())
    given = bind(machine, ("layers", name), api()["layers"][name], call, also | {"input_length"})
    for key in (key for key in given if key in _ABOUT_INPUT):  # in the order of the call
        if name in _WITH_WEIGHTS and key == "input_length":
            machine.spelling("input_length=", "", call.place, runs=True)
        elif name not in _WITH_WEIGHTS or key not in {"input_dim", "weights"}:
            _old_input(machine, name, key, call)
    return given


def _old_input(machine: Machine, name: str, key: str, call: Call) -> None:
    """An argument that tells a layer what comes in, or with which weights to start."""
    if name == "InputLayer":
        if key != "batch_size":
            machine.spelling(f"{key}=", key.removeprefix("input_").replace("input_", "") + "=", call.place, runs=True)
        return
    runs = _ABOUT_INPUT[key] and not (key == "input_dim" and name in _RECURRENT)
    machine.spelling(f"{key}=", "layer.set_weights(…)" if key == "weights" else "keras.Input", call.place, runs)


def _kernel_in_pieces(pieces: tuple[str, ...]) -> Callable[[Machine, str, Call], Call]:
    """Keras 1 took the sides of a kernel one by one: ``Convolution2D(32, 3, 3, 'glorot_uniform', 'relu')``."""

    def reorder(machine: Machine, spelt: str, call: Call) -> Call:
        keywords, arguments = dict(call.keywords), list(call.arguments)
        count = len(pieces)
        if len(arguments) > count and all(type(side) is int for side in arguments[1 : count + 1]):
            kernel: tuple[Any, ...] = tuple(arguments[1 : count + 1])
            keywords |= dict(zip(("init", "activation"), arguments[count + 1 :], strict=False))
            arguments = arguments[:1]
        elif all(piece in keywords for piece in pieces):
            kernel = tuple(keywords.pop(piece) for piece in pieces)
        else:
            return call
        shown = ", ".join(["…", *map(str, kernel)])
        machine.spelling(f"{spelt}({shown})", f"kernel_size={kernel}", call.place)
        return Call(tuple(arguments), {**keywords, "kernel_size": kernel}, call.place, call.open)

    return reorder


def _input_first(machine: Machine, spelt: str, call: Call) -> Call:
    """Before Keras 1: ``Dense(784, 128)`` took 784 numbers and gave 128."""
    if len(call.arguments) < 2 or not all(type(size) is int for size in call.arguments[:2]):
        return call
    width, units, *rest = call.arguments
    machine.spelling(f"{spelt}({width}, {units})", f"{spelt}({units})", call.place)
    return Call((units, *rest), {"input_dim": width, **call.keywords}, call.place, call.open)


_IN_PIECES = frozenset({"Conv2D", "SeparableConv2D", "Conv2DTranspose"})
_PLANE = _kernel_in_pieces(("nb_row", "nb_col"))
_REORDERED: dict[str, Callable[[Machine, str, Call], Call]] = {
    "Convolution2D": _PLANE,
    "AtrousConvolution2D": _PLANE,
    "SeparableConvolution2D": _PLANE,
    "Deconvolution2D": _PLANE,
    "Dense": _input_first,
    "Convolution3D": _kernel_in_pieces(("kernel_dim1", "kernel_dim2", "kernel_dim3")),
}
