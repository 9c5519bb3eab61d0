"""Ways through a model from one operation to the next, for rules on what follows what."""

from __future__ import annotations

from autograder.anatomy.kinds import DROPOUTS, Trait, with_trait
from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.unknown import Place
from autograder.rules.asking import after, before

POOLS = with_trait(Trait.POOLS)
"""Operations that make one value of several neighbours."""
AVERAGES = with_trait(Trait.AVERAGES)
"""Pools that are linear."""
SHAPING = with_trait(Trait.MOVES)
"""Operations that move values and change none."""
_NEAR = SHAPING | {"activation", "batch_norm"}


def onward(model: ModelSource, position: int, through: frozenset[str] = frozenset()) -> list[int]:
    """The operations that read ``position``, one after another, up to the first of a kind that is not in ``through``.

    The list ends earlier where the model forks or ends.
    """
    found: list[int] = []
    while (following := after(model, position)) is not None:
        found.append(following)
        position = following
        if model.anatomy.operations[position].kind not in through:
            break
    return found


def back(model: ModelSource, position: int, through: frozenset[str] = frozenset()) -> list[int]:
    """The operations that feed ``position``, nearest first, back to the first of a kind that is not in ``through``.

    The list ends earlier where several are merged.
    """
    found: list[int] = []
    while (previous := before(model, position)) is not None:
        found.append(previous)
        position = previous
        if model.anatomy.operations[position].kind not in through:
            break
    return found


def kind(model: ModelSource, position: int) -> str:
    """The kind of an operation."""
    return model.anatomy.operations[position].kind


def function(model: ModelSource, position: int) -> str:
    """The name of an activation; ``""`` for anything else, and for one that is not known."""
    operation = model.anatomy.operations[position]
    name = operation.settings.get("function") if operation.kind == "activation" else ""
    return name if isinstance(name, str) else ""


def rate(model: ModelSource, position: int) -> float | None:
    """The rate of a dropout; None if it is not known, or if the dropout does not draw every value by itself."""
    operation = model.anatomy.operations[position]
    value = operation.settings.get("rate")
    if operation.kind not in DROPOUTS or not isinstance(value, int | float) or "noise_shape" in operation.settings:
        return None
    return float(value) if 0 <= value <= 1 else None


def origin(model: ModelSource, position: int) -> Place | str:
    """What tells the call that makes an operation from all others; in a loop or a function one call makes many."""
    return model.locations[position] or model.anatomy.operations[position].name


def seam(program: Program, model: ModelSource, position: int) -> bool:
    """Whether another model of the program ends here: the code of an autoencoder, a made-up image.

    Inside a larger model such an operation looks like any other, but somebody also takes its values for themselves.
    """
    place = model.locations[position]
    return place is not None and any(
        other is not model and other.locations[output] == place and kind(other, output) == kind(model, position)
        for other in program.models
        for output in other.anatomy.outputs
    )


def dropouts_around(model: ModelSource, pool: int) -> tuple[int, int] | None:
    """The nearest dropouts before and after a pooling, if they keep half of the values or less between them."""
    sides = back(model, pool, _NEAR), onward(model, pool, _NEAR)
    nearest = [next((p for p in side if kind(model, p) in DROPOUTS), None) for side in sides]
    if nearest[0] is None or nearest[1] is None:
        return None
    first, second = rate(model, nearest[0]), rate(model, nearest[1])
    kept = 1.0 if first is None or second is None else (1 - first) * (1 - second)
    return (nearest[0], nearest[1]) if kept <= 0.5 else None
