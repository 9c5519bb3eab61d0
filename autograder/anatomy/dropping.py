"""How much of what a layer gives reaches the next layers with weights, in a training step."""

from __future__ import annotations

from autograder.anatomy.graph import Anatomy
from autograder.anatomy.kinds import DROPOUTS, WEIGHTED


def kept_after(anatomy: Anatomy, position: int) -> dict[int, tuple[float, float]]:
    """For each next layer with weights: the least and the most that dropouts keep, over all ways to it.

    A dropout whose rate is unknown, or no share, counts as one that keeps everything.
    """
    kept = {position: (1.0, 1.0)}
    reached: dict[int, tuple[float, float]] = {}
    for later in range(position + 1, len(anatomy.operations)):
        operation = anatomy.operations[later]
        ways = [kept[i] for i in operation.inputs if i in kept]
        if not ways:
            continue
        least, most = min(way[0] for way in ways), max(way[1] for way in ways)
        if operation.kind in WEIGHTED:
            reached[later] = (least, most)
            continue
        rate = operation.settings.get("rate") if operation.kind in DROPOUTS else 0
        share = 1 - rate if isinstance(rate, int | float) and 0 <= rate <= 1 else 1
        kept[later] = (least * share, most * share)
    return reached
