"""Questions to an anatomy, to be used in rubrics.

Each returns a :data:`~autograder.rubric.criteria.Question`: called with an anatomy it answers with the empty
text if the property is there, else with one sentence that names the layer and says what is wrong. A property
holds only if it holds on *every* path through the model.
"""

from __future__ import annotations

from autograder.anatomy import Anatomy, Operation
from autograder.anatomy.dropping import kept_after
from autograder.anatomy.graph import DROPOUTS, INPUT, WEIGHTED
from autograder.rubric.criteria import Question

# Between the last layer with weights and the output these neither bend nor bound the prediction.
_HARMLESS_AT_THE_END = frozenset({"rescaling", "normalization", "flatten", "reshape"})


def takes(*shape: int) -> Question:
    """One input of this shape: ``takes(11)`` for eleven features, ``takes(30, 30, 1)`` for small grey pictures."""

    def ask(anatomy: Anatomy) -> str:
        shapes = [anatomy.operations[position].settings.get("shape") for position in anatomy.positions(INPUT)]
        if shapes == [shape]:
            return ""
        return f"The model must take one input of shape {shape}, as it comes; it takes {_listed(shapes)}."

    return ask


def ends_linear(units: int) -> Question:
    """One output, made by a dense layer with so many units and no activation after it."""

    def ask(anatomy: Anatomy) -> str:
        return _ends_in_dense(anatomy, units, allowed=frozenset())

    return ask


def ends_in_classes(classes: int) -> Question:
    """One output, made by a dense layer with a unit for each class, with or without a softmax after it."""

    def ask(anatomy: Anatomy) -> str:
        return _ends_in_dense(anatomy, classes, allowed=frozenset({"softmax"}))

    return ask


def _ends_in_dense(anatomy: Anatomy, units: int, allowed: frozenset[str]) -> str:
    """What is wrong with a model's end; ``allowed`` are the activations that may follow the dense layer, once."""
    if len(anatomy.outputs) != 1:
        return f"The model must have one output; it has {len(anatomy.outputs)}."
    position = anatomy.outputs[0]
    while anatomy.operations[position].kind in _HARMLESS_AT_THE_END and anatomy.operations[position].inputs:
        position = anatomy.operations[position].inputs[0]
    last = anatomy.operations[position]
    if last.kind == "activation" and last.settings.get("function") in allowed:
        last = anatomy.operations[last.inputs[0]]
    if last.kind == "activation":
        return f"The output passes through {last.settings.get('function')}, which bends or bounds it."
    if last.kind != "dense":
        return f"The model ends in {_named(last)}; it must end in a dense layer."
    if last.settings.get("units") != units:
        return f"The output layer {last.name!r} has {last.settings.get('units')} units, not {units}."
    return ""


def standardises_inputs() -> Question:
    """On every path, a Normalization or BatchNormalization comes before anything else reads the raw features."""

    def ask(anatomy: Anatomy) -> str:
        raw: list[bool] = []
        for operation in anatomy.operations:
            reads_raw = operation.kind == INPUT or any(raw[i] for i in operation.inputs)
            if reads_raw and operation.kind in WEIGHTED:
                return (
                    f"The {_named(operation)} reads raw features. Put a Normalization (adapted to the training "
                    "rows) or a BatchNormalization between the input and it."
                )
            raw.append(reads_raw and not _standardises(operation))
        return ""

    return ask


def _standardises(operation: Operation) -> bool:
    """Whether each feature gets a mean and a spread of its own; one constant for all does not do that."""
    if operation.kind not in {"normalization", "batch_norm"} or operation.settings.get("invert"):
        return False
    return operation.settings.get("axis", (-1,)) not in ((), None) and not isinstance(
        operation.settings.get("mean"), int | float
    )


def hidden_layers(at_least: int) -> Question:
    """So many dense layers, each followed by a bend, before the output layer, on every path."""

    def ask(anatomy: Anatomy) -> str:
        fewest = min((_bends_before(anatomy, output) for output in anatomy.outputs), default=0)
        if fewest >= at_least:
            return ""
        return (
            f"The shortest way from input to output has {fewest} hidden layers with an activation, "
            f"not {at_least}. Dense layers with no activation between them act as one."
        )

    return ask


def _bends_before(anatomy: Anatomy, output: int) -> int:
    """Fewest hidden dense layers with an activation behind them, over all paths that end in ``output``.

    What stands after the last layer with weights belongs to the output and does not count.
    """
    bends: list[int] = []  # on the path so far
    hidden: list[int] = []  # of those, the ones before the latest layer with weights
    unbent: list[bool] = []  # the latest layer with weights has met no activation yet
    for operation in anatomy.operations:
        so_far = min((bends[i] for i in operation.inputs), default=0)
        before = min((hidden[i] for i in operation.inputs), default=0)
        waiting = any(unbent[i] for i in operation.inputs)
        if operation.kind in WEIGHTED:
            before, waiting = so_far, True
        elif operation.kind == "activation" and waiting:
            so_far, waiting = so_far + 1, False
        bends.append(so_far)
        hidden.append(before)
        unbent.append(waiting)
    return hidden[output]


def convolutions(at_least: int) -> Question:
    """So many convolutions on every path from input to output."""

    def ask(anatomy: Anatomy) -> str:
        on_path: list[int] = []
        for operation in anatomy.operations:
            fewest = min((on_path[i] for i in operation.inputs), default=0)
            on_path.append(fewest + (operation.kind == "conv"))
        fewest = min((on_path[output] for output in anatomy.outputs), default=0)
        if fewest >= at_least:
            return ""
        found = f"{fewest} convolution{'' if fewest == 1 else 's'}"
        return f"The shortest way from input to output has {found}, not {at_least}."

    return ask


def dropout_between_hidden_layers(lowest: float, highest: float) -> Question:
    """After every hidden layer a dropout with a rate in this range, before the next layer with weights.

    Dropouts in a row count as one with the rate they have together.
    """

    def ask(anatomy: Anatomy) -> str:
        hidden = [p for p in anatomy.positions(*WEIGHTED) if _weighted_after(anatomy, p)]
        for position in hidden:
            layer = _named(anatomy.operations[position])
            for rate in sorted(_dropped_after(anatomy, position)):
                if rate == 0:
                    return f"No dropout stands between {layer} and the next layer with weights."
                if not lowest <= rate <= highest:
                    return f"The dropout after {layer} has rate {rate:g}; choose one from {lowest} to {highest}."
        return "" if hidden else "There is no hidden layer that dropout could follow."

    return ask


def _dropped_after(anatomy: Anatomy, hidden: int) -> set[float]:
    """Lowest and highest share of units dropped on the ways from a layer to the next ones with weights."""
    return {round(1 - kept, 6) for ways in kept_after(anatomy, hidden).values() for kept in ways}


def no_dropout_on_features() -> Question:
    """No dropout acts before the first layer with weights, on any path.

    The rule ``order/dropout-on-input`` asks less: it is silent where rows are long, paths merge or the rate is small.
    """

    def ask(anatomy: Anatomy) -> str:
        for position in anatomy.positions(*DROPOUTS):
            if any(anatomy.operations[p].kind == INPUT for p in anatomy.upstream(position, stop=WEIGHTED)):
                return f"The {_named(anatomy.operations[position])} drops input features: measurements, not units."
        return ""

    return ask


def _weighted_after(anatomy: Anatomy, position: int) -> bool:
    return any(anatomy.operations[p].kind in WEIGHTED for p in anatomy.downstream(position))


def _named(operation: Operation) -> str:
    return f"{operation.kind.replace('_', ' ')} {operation.name!r}"


def _listed(shapes: list[object]) -> str:
    return " and ".join(str(shape) for shape in shapes) or "nothing"
