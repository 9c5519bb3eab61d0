"""Questions to an anatomy, to be used in rubrics.

Each returns a :data:`~autograder.rubric.criteria.Question`: called with an anatomy it answers with the empty
text if the property is there, else with one sentence that names the layer and says what is wrong. A property
holds only if it holds on *every* path through the model.
"""

from __future__ import annotations

from autograder.anatomy import Anatomy, Operation
from autograder.anatomy.graph import DROPOUTS, INPUT, WEIGHTED
from autograder.rubric.criteria import Question

# Between the last layer with weights and the output these change neither the range nor the number of units.
_HARMLESS_AT_THE_END = frozenset({"rescaling", "flatten", "reshape"})
# Each measured feature gets its own mean and spread; one constant for all features does not do that.
_STANDARDISERS = frozenset({"normalization", "batch_norm"})


def takes(features: int) -> Question:
    """One input with so many features."""

    def ask(anatomy: Anatomy) -> str:
        shapes = [anatomy.operations[position].settings.get("shape") for position in anatomy.positions(INPUT)]
        if shapes == [(features,)]:
            return ""
        return f"The model must take one input of {features} raw features; it takes {_listed(shapes)}."

    return ask


def ends_linear(units: int) -> Question:
    """One output, made by a dense layer with so many units and no activation after it."""

    def ask(anatomy: Anatomy) -> str:
        if len(anatomy.outputs) != 1:
            return f"The model must have one output; it has {len(anatomy.outputs)}."
        position = anatomy.outputs[0]
        while anatomy.operations[position].kind in _HARMLESS_AT_THE_END:
            position = anatomy.operations[position].inputs[0]
        last = anatomy.operations[position]
        if last.kind == "activation":
            return f"The output passes through {last.settings['function']}, which bends or bounds the prediction."
        if last.kind != "dense":
            return f"The model ends in {_named(last)}; it must end in a dense layer."
        if last.settings.get("units") != units:
            return f"The output layer {last.name!r} has {last.settings.get('units')} units, not {units}."
        return ""

    return ask


def standardises_inputs() -> Question:
    """On every path, a Normalization or BatchNormalization comes before anything else reads the raw features."""

    def ask(anatomy: Anatomy) -> str:
        for source in anatomy.positions(INPUT):
            for position in anatomy.downstream(source, stop=WEIGHTED | _STANDARDISERS):
                operation = anatomy.operations[position]
                if operation.kind in WEIGHTED:
                    return (
                        f"{_named(operation)} reads raw features. Put a Normalization (adapted to the training "
                        "rows) or a BatchNormalization between the input and it."
                    )
        return ""

    return ask


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


def dropout_between_hidden_layers(lowest: float, highest: float) -> Question:
    """After every hidden layer a dropout with a rate in this range, before the next layer with weights."""

    def ask(anatomy: Anatomy) -> str:
        hidden = [p for p in anatomy.positions(*WEIGHTED) if _weighted_after(anatomy, p)]
        for position in hidden:
            layer = _named(anatomy.operations[position])
            met = [anatomy.operations[p] for p in anatomy.downstream(position, stop=WEIGHTED | DROPOUTS)]
            if any(operation.kind in WEIGHTED for operation in met):
                return f"No dropout stands between {layer} and the next layer with weights."
            for operation in met:
                rate = operation.settings.get("rate", 0)
                if operation.kind in DROPOUTS and not lowest <= rate <= highest:
                    return f"The dropout after {layer} has rate {rate}; choose one from {lowest} to {highest}."
        return "" if hidden else "There is no hidden layer that dropout could follow."

    return ask


def no_dropout_on_features() -> Question:
    """No dropout acts before the first layer with weights."""

    def ask(anatomy: Anatomy) -> str:
        for position in anatomy.positions(*DROPOUTS):
            if not any(anatomy.operations[p].kind in WEIGHTED for p in anatomy.upstream(position)):
                return f"{_named(anatomy.operations[position])} drops input features: measurements, not units."
        return ""

    return ask


def no_batch_norm_after_dropout() -> Question:
    """No batch norm stores statistics of values that a dropout has just disturbed."""

    def ask(anatomy: Anatomy) -> str:
        for position in anatomy.positions("batch_norm"):
            above = anatomy.upstream(position, stop=WEIGHTED)
            drops = [anatomy.operations[p] for p in above if anatomy.operations[p].kind in DROPOUTS]
            if drops:
                return (
                    f"{_named(anatomy.operations[position])} comes right after {_named(drops[0])}: it learns the "
                    "spread of disturbed values and meets undisturbed ones at prediction."
                )
        return ""

    return ask


def _weighted_after(anatomy: Anatomy, position: int) -> bool:
    return any(anatomy.operations[p].kind in WEIGHTED for p in anatomy.downstream(position))


def _named(operation: Operation) -> str:
    return f"{operation.kind.replace('_', ' ')} {operation.name!r}"


def _listed(shapes: list[object]) -> str:
    return " and ".join(str(shape) for shape in shapes) or "nothing"
