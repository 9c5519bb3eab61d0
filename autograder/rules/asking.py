"""Questions that several rules ask of a model: its heads, what each is trained with, what stands before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.anatomy.kinds import DROPOUTS, WEIGHTED
from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import ModelSource
from autograder.anatomy.training import Compile, Made, Trainable
from autograder.anatomy.unknown import is_known
from autograder.rules.rule import Fault, Faults

DISTANCES = frozenset({
    "mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_logarithmic_error",
    "huber", "log_cosh",
})  # fmt: skip
"""Losses that measure how far a number is from another: those of regression."""
ONE_OF_MANY = frozenset({
    "categorical_crossentropy", "sparse_categorical_crossentropy", "categorical_focal_crossentropy",
})  # fmt: skip
"""Losses that want one probability for each of several exclusive classes."""
YES_OR_NO = frozenset({"binary_crossentropy", "binary_focal_crossentropy"})
"""Losses that want the probability of a yes, for each unit by itself."""
PROBABILITIES = ONE_OF_MANY | YES_OR_NO
_SHAPING = DROPOUTS | {"flatten", "reshape", "gaussian_noise"}  # between a layer and the output: the values stay


@dataclass(frozen=True)
class Head:
    """An output of a model: the last layer with weights, and what bends its values.

    Attributes:
        number: which output of the model, from 0.
        layer: position of the layer with weights.
        units: how many numbers it gives along its last axis; None if that is not known.
        function: name of the activation on the way to the output; ``""`` for a linear head.
        at: position of that activation; for a linear head, of the layer.
    """

    number: int
    layer: int
    units: int | None
    function: str
    at: int


def heads(model: ModelSource) -> Iterator[Head]:
    """The heads of a model, one for each output that ends in one layer with weights and at most one activation."""
    for number, output in enumerate(model.anatomy.outputs):
        head = _head(model, number, output)
        if head:
            yield head


def _head(model: ModelSource, number: int, output: int) -> Head | None:
    operations, at, last = model.anatomy.operations, None, output
    function: Any = ""
    moved = False
    while operations[output].kind in _SHAPING or (operations[output].kind == "activation" and at is None):
        if operations[output].kind == "activation":
            at, function = output, operations[output].settings.get("function")
        if len(operations[output].inputs) != 1:
            return None
        moved = moved or operations[output].kind in {"flatten", "reshape"}
        output = operations[output].inputs[0]
    if operations[output].kind not in {"dense", "conv"} or not isinstance(function, str):
        return None
    units = operations[output].settings.get("units", operations[output].settings.get("filters"))
    if moved:
        units = (shapes(model.anatomy)[last] or (None,))[-1]
    return Head(number, output, units if isinstance(units, int) else None, function, output if at is None else at)


def compiles(model: ModelSource) -> list[Compile]:
    """The calls of ``compile`` that happen for certain."""
    return [event for event in model.training.compiles if event.certain]


def losses(model: ModelSource, event: Compile) -> dict[int, Made]:
    """The known losses of a compile, by the number of the output that they belong to."""
    return _for_outputs(model, event.loss)


def metrics(model: ModelSource, event: Compile) -> dict[int, list[Made]]:
    """The known metrics of a compile, by the number of the output that they belong to."""
    given, outputs = event.metrics, model.anatomy.outputs
    if isinstance(given, Mapping):
        by_output = {
            output_names(model).index(key): value for key, value in given.items() if names_output(model, key)
        }
    elif isinstance(given, tuple) and len(outputs) == 1:
        by_output = {0: given}
    elif isinstance(given, tuple) and len(given) == len(outputs):
        by_output = dict(enumerate(given))
    else:
        by_output = {0: given} if len(outputs) == 1 else {}
    return {number: _listed(value) for number, value in by_output.items()}


def _listed(value: Any) -> list[Made]:
    if isinstance(value, tuple):
        return [made for item in value for made in _listed(item)]
    return [value] if isinstance(value, Made) else []


def _for_outputs(model: ModelSource, given: Any) -> dict[int, Made]:
    outputs = model.anatomy.outputs
    if isinstance(given, Made):
        return dict.fromkeys(range(len(outputs)), given)
    if isinstance(given, Mapping):
        found = {output_names(model).index(key): value for key, value in given.items() if names_output(model, key)}
    else:
        found = dict(enumerate(given)) if isinstance(given, tuple) and len(given) == len(outputs) else {}
    return {number: value for number, value in found.items() if isinstance(value, Made)}


def names_output(model: ModelSource, key: Any) -> bool:
    """Whether a key means one output of a model, by its name."""
    return output_names(model).count(key) == 1


def output_names(model: ModelSource) -> list[str]:
    """The names of the layers that give the outputs."""
    return [model.anatomy.operations[output].name for output in model.anatomy.outputs]


def trained_heads(model: ModelSource) -> Iterator[tuple[Head, Made, Compile]]:
    """Each head that is not frozen with the loss it is trained with: for every compile that happens for certain, and
    for every loss that the program gives the answers to itself."""
    for event in (*compiles(model), *model.training.by_hand):
        if event not in model.training.by_hand and _replaced(model, event):
            continue
        known = losses(model, event)
        for head in heads(model):
            frozen = model.anatomy.operations[head.layer].settings.get("trainable") is False
            if head.number in known and not known[head.number].own and not frozen:
                yield head, known[head.number], event


def _replaced(model: ModelSource, event: Compile) -> bool:
    """Whether the model is compiled again before anything is done with it."""
    later = iter(model.training.events)
    for happened in later:
        if happened is event:
            break
    after = next((happened for happened in later if not isinstance(happened, Trainable)), None)
    return isinstance(after, Compile) and after.certain


def takes_logits(loss: Made) -> bool | None:
    """Whether a loss was told that it gets logits; None if that is not known."""
    given = loss.arguments.get("from_logits", False)
    return given if isinstance(given, bool) else None


def no_probabilities(model: ModelSource, head: Head, loss: Made, functions: frozenset[str]) -> Faults:
    """A fault if ``loss`` was not told of logits and the head ends in one of ``functions``, which leave 0 to 1."""
    if takes_logits(loss) is False and head.function in functions:
        ends = f"ends in {head.function}" if head.function else "has no activation"
        name = layer_name(model, head.layer)
        yield at(model, head.at, f"{loss.name} takes the output for probabilities, but {name} {ends}.")


def before(model: ModelSource, position: int) -> int | None:
    """The only operation that ``position`` reads, or None if it reads none or several."""
    inputs = model.anatomy.operations[position].inputs
    return inputs[0] if len(inputs) == 1 else None


def after(model: ModelSource, position: int) -> int | None:
    """The only operation that reads ``position``, or None if none or several do, or it is an output itself."""
    readers = model.anatomy.readers[position]
    return readers[0] if len(readers) == 1 and position not in model.anatomy.outputs else None


def weighted_after(model: ModelSource, position: int) -> bool:
    """Whether a layer with weights still comes."""
    return any(model.anatomy.operations[p].kind in WEIGHTED for p in model.anatomy.downstream(position))


def setting(model: ModelSource, position: int, name: str, default: Any = None) -> Any:
    """A setting of an operation; the default if it was not given; None if it is not known."""
    value = model.anatomy.operations[position].settings.get(name, default)
    return value if is_known(value) else None


def units(model: ModelSource, position: int) -> Any:
    """How many units or filters a layer has; None if that is not known."""
    return setting(model, position, "units", setting(model, position, "filters"))


def functions(model: ModelSource) -> set[Any]:
    """The names of the activations of a model; None among them for one that is not known."""
    return {setting(model, position, "function") for position in model.anatomy.positions("activation")}


def layer_name(model: ModelSource, position: int) -> str:
    """What to call an operation in a message: its layer's class, with the author's name for it if there is one."""
    operation, call = model.anatomy.operations[position], model.layers[position]
    if call is None:
        return f"{operation.kind.replace('_', ' ')} {operation.name!r}"
    given = call.arguments.get("name")
    return f"{call.name} {given!r}" if isinstance(given, str) else call.name


def at(model: ModelSource, position: int, message: str) -> Fault:
    """A fault of one operation."""
    return Fault(message, model.locations[position], model.anatomy.operations[position].name)


def of_layer(model: ModelSource, position: int, said: str) -> Fault:
    """A fault of one operation, in a sentence that begins with the name of its layer."""
    return at(model, position, f"{layer_name(model, position)} {said}")
