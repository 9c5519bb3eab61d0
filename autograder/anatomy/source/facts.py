"""From the evaluator's values to facts that rules can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.anatomy.source import fold
from autograder.anatomy.source.names import api
from autograder.anatomy.source.things import class_of, named
from autograder.anatomy.source.values import Class, Function, Layer, Model, Name, Tensor, Thing, plain
from autograder.anatomy.training import ABSENT, Data, Made
from autograder.anatomy.unknown import Place, Unknown

GROUPS = {"optimizer": "optimizers", "loss": "losses", "metrics": "metrics", "weighted_metrics": "metrics"}
"""Which arguments of ``compile`` name things of which group."""
WITH_LOGITS = {
    "softmax_cross_entropy_with_logits": "categorical_crossentropy",
    "softmax_cross_entropy_with_logits_v2": "categorical_crossentropy",
    "softmax_cross_entropy": "categorical_crossentropy",
    "sparse_softmax_cross_entropy_with_logits": "sparse_categorical_crossentropy",
    "sparse_softmax_cross_entropy": "sparse_categorical_crossentropy",
    "sigmoid_cross_entropy_with_logits": "binary_crossentropy",
    "sigmoid_cross_entropy": "binary_crossentropy",
}
"""TensorFlow's losses that take logits, today's and those of version 1, with Keras' name for each."""
_SNAKE = frozenset({"losses", "metrics"})
_SHORT = {"acc": "accuracy", "crossentropy": "crossentropy", "ce": "crossentropy"}


def fact(value: Any, group: str = "", place: Place | None = None) -> Any:
    """A fact; texts are names of things of ``group``, if one is given."""
    value = plain(value)
    if isinstance(value, tuple):
        return tuple(fact(item, group, place) for item in value)
    if isinstance(value, dict):
        return {key: fact(item, group, place) for key, item in value.items()}
    if isinstance(value, str) and group:
        return Made(one_name(group, value), by_name=True, place=place, spelt=value)
    if fold.is_constant(value) or isinstance(value, Unknown | Data):
        return value
    return _object(value, group, place)


def _object(value: Any, group: str, place: Place | None) -> Any:
    if isinstance(value, Thing):
        return made(value)
    if isinstance(value, Name):
        found, name = named(value)
        last = value.dotted.rpartition(".")[2]
        if group == "losses" and last in WITH_LOGITS:
            return Made(WITH_LOGITS[last], {"from_logits": True}, place=place, spelt=value.dotted)
        return Made(one_name(found, name) if found else value.dotted, place=place, own=not found, spelt=value.dotted)
    if isinstance(value, Function | Class):
        return Made(value.name, place=place, own=True)
    if isinstance(value, Layer | Model):
        return Made(value.name, fact(dict(value.given)), place=value.place, own=isinstance(value, Model))
    return Unknown("a tensor" if isinstance(value, Tensor) else "this is not followed", place)


def made(thing: Thing) -> Made:
    """An optimizer, a loss, … as a fact."""
    arguments: Mapping[str, Any] = {key: fact(value) for key, value in thing.arguments.items()}
    return Made(one_name(thing.group, thing.name), arguments, place=thing.place, own=thing.own)


def one_of(given: Mapping[str, Any], key: str, group: str = "", place: Place | None = None) -> Any:
    """The fact about one argument; absent if it was not given, or None was."""
    value = given.get(key)
    return ABSENT if value is None else fact(value, group, place)


def one_name(group: str, name: str) -> str:
    """One spelling for the many names of a thing that Keras takes."""
    if group in _SNAKE:
        name = _SHORT.get(name, name) if group == "metrics" else name
        return str(api()[f"{group} by name"].get(name, name))
    if group == "activations":
        return name
    return (class_of(group, name) if group in api() and isinstance(api()[group], dict) else "") or name
