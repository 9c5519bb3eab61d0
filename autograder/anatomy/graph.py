"""The canonical graph of a model: operations, what each reads, and the questions criteria ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from autograder.anatomy.kinds import INPUT, UNKNOWN, Trait, traits_of


@dataclass(frozen=True)
class Operation:
    """One step of the computation.

    Attributes:
        kind: what it does, for example ``dense``, ``activation``, ``batch_norm``.
        settings: what changes its result, defaults left out; plain values only.
        inputs: positions, in the anatomy, of the operations it reads.
        weights: a number shared by the operations that share their weights; no matter where there are none.
        name: what the author called the layer; for messages only, never compared.
    """

    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    inputs: tuple[int, ...] = ()
    weights: int = 0
    name: str = ""

    @property
    def has_weights(self) -> bool:
        """Whether it makes a difference that another operation shares its weights."""
        return Trait.OWNS in traits_of(self.kind) or self.settings.get("function") == "prelu"

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value}" for key, value in self.settings.items())
        return f"{self.kind}({shown})"


@dataclass(frozen=True, eq=False)
class Anatomy:
    """A model as a graph: ``operations`` in the order they run, and the positions of its ``outputs``.

    Two anatomies are equal if they compute the same function of the same weights, whatever the layers
    are called and whichever way the model was spelt.
    """

    operations: tuple[Operation, ...]
    outputs: tuple[int, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Anatomy) and self._canonical == other._canonical

    def __hash__(self) -> int:
        return hash(repr(self._canonical))

    def __str__(self) -> str:
        return " → ".join(str(operation) for operation in self.operations)

    @cached_property
    def _canonical(self) -> tuple[Any, ...]:
        """The operations that matter: the inputs in their own order, the rest as the outputs need them."""
        order = {position: number for number, position in enumerate(self.positions(INPUT))}
        for output in self.outputs:
            for position in self._needed_by(output, order):
                order[position] = len(order)
        shared: dict[int, int] = {}
        rows = []
        for position in order:
            operation = self.operations[position]
            weights = shared.setdefault(operation.weights, len(shared)) if operation.has_weights else None
            rows.append(
                (
                    operation.kind,
                    tuple(sorted((key, repr(value)) for key, value in operation.settings.items())),
                    tuple(order[i] for i in operation.inputs),
                    weights,
                )
            )
        return (*rows, tuple(order[output] for output in self.outputs))

    def _needed_by(self, output: int, seen: Mapping[int, int]) -> Iterator[int]:
        """Positions that ``output`` needs and ``seen`` lacks, each after its own inputs; no recursion."""
        done: set[int] = set()
        stack = [(output, False)]
        while stack:
            position, ready = stack.pop()
            if position in seen or position in done:
                continue
            if ready:
                done.add(position)
                yield position
            else:
                stack.append((position, True))
                stack += [(i, False) for i in reversed(self.operations[position].inputs)]

    @cached_property
    def readers(self) -> dict[int, tuple[int, ...]]:
        """For each position, the positions that read it."""
        found: dict[int, list[int]] = {position: [] for position in range(len(self.operations))}
        for position, operation in enumerate(self.operations):
            for source in operation.inputs:
                found[source].append(position)
        return {position: tuple(readers) for position, readers in found.items()}

    def positions(self, *kinds: str) -> list[int]:
        """Positions of the operations of these kinds, in the order they run."""
        return [position for position, operation in enumerate(self.operations) if operation.kind in kinds]

    @property
    def unknown(self) -> list[Operation]:
        """The operations that could not be read; nothing may be concluded about them."""
        return [self.operations[position] for position in self.positions(UNKNOWN)]

    def upstream(self, position: int, stop: frozenset[str] = frozenset()) -> set[int]:
        """Positions that feed ``position``, walking back no further than operations of the kinds in ``stop``.

        The operations at which the walk stops are part of the answer.
        """
        return self._walk(position, lambda p: self.operations[p].inputs, stop)

    def downstream(self, position: int, stop: frozenset[str] = frozenset()) -> set[int]:
        """Positions fed by ``position``, walking on no further than operations of the kinds in ``stop``.

        The operations at which the walk stops are part of the answer.
        """
        return self._walk(position, lambda p: self.readers[p], stop)

    def _walk(self, start: int, step: Any, stop: frozenset[str]) -> set[int]:
        found: set[int] = set()
        todo = list(step(start))
        while todo:
            position = todo.pop()
            if position in found:
                continue
            found.add(position)
            if self.operations[position].kind not in stop:
                todo += step(position)
        return found
