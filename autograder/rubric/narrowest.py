"""The narrowest place on the way through a model: how many numbers at least pass from the row to an answer."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Narrowest:
    """So many ``numbers``, in these ``steps`` together; infinitely many, in no steps, if no place is narrow."""

    numbers: float
    steps: tuple[int, ...]


_Room = dict[Hashable, dict[Hashable, float]]
_BEGIN, _END = "begin", "end"


def narrowest(reads: Sequence[Sequence[int]], wide: Sequence[float], targets: Iterable[int]) -> Narrowest:
    """The steps with the fewest numbers through which all passes that reaches ``targets``: a minimum cut.

    Args:
        reads: for each step the steps that it reads; rows enter where there are none.
        wide: how many numbers a step gives.
        targets: steps.
    """
    room = _room(reads, wide, targets)
    passed = 0.0
    while way := _way(room):
        more = min(room[one][other] for one, other in pairwise(way))
        if math.isinf(more):
            return Narrowest(math.inf, ())
        for one, other in pairwise(way):
            room[one][other] -= more
            room[other][one] = room[other].get(one, 0.0) + more
        passed += more
    reached = _reached(room)
    cut = tuple(step for step in range(len(reads)) if (step, "in") in reached and (step, "out") not in reached)
    return Narrowest(passed, cut)


def _room(reads: Sequence[Sequence[int]], wide: Sequence[float], targets: Iterable[int]) -> _Room:
    """How much can pass from place to place; a step is two places, with its own width between them."""
    room: _Room = {_BEGIN: {}, _END: {}}
    for step, width in enumerate(wide):
        room[step, "in"] = {(step, "out"): width}
        room[step, "out"] = {}
    for step, sources in enumerate(reads):
        for source in sources:
            room[source, "out"][step, "in"] = math.inf
        if not sources:
            room[_BEGIN][step, "in"] = math.inf
    for target in targets:
        room[target, "out"][_END] = math.inf
    return room


def _way(room: _Room) -> list[Hashable]:
    """The shortest way from begin to end on which more can pass; empty if there is none."""
    reached = _reached(room)
    return list(_back(reached, _END))[::-1] if _END in reached else []


def _reached(room: _Room) -> dict[Hashable, Hashable]:
    """Each place to which more can pass, and the place before it."""
    found: dict[Hashable, Hashable] = {_BEGIN: None}
    todo = deque[Hashable]([_BEGIN])
    while todo:
        here = todo.popleft()
        for there, left in room[here].items():
            if left > 0 and there not in found:
                found[there] = here
                todo.append(there)
    return found


def _back(reached: dict[Hashable, Hashable], place: Hashable) -> Iterator[Hashable]:
    while place is not None:
        yield place
        place = reached[place]
