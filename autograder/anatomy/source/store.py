"""The memory of the evaluator: what changes can be undone, and two ways through a program can be joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.anatomy.training import Data
from autograder.anatomy.unknown import Unknown

MAX_STEPS = 100_000
MAX_DEPTH = 90
_MISSING = object()


class Spent(Exception):
    """The program asks for more work than a reader may do."""


class Fields(dict[str, Any]):
    """Everything that can change: the names of a scope, the fields of an object. Change it by ``Store.set`` only."""

    __slots__ = ("born",)

    def __init__(self, store: Store, **fields: Any) -> None:
        super().__init__(fields)
        self.born = store.tick()


class Merging(tuple[Any, ...]):
    """A sequence that knows how to be joined with what it became on another way through the program."""

    __slots__ = ()

    def join(self, others: list[Merging]) -> Merging:
        """What holds whichever of the ways was taken."""
        raise NotImplementedError


Changes = dict[tuple[int, str], tuple[Fields, str, Any]]


class Store:
    """Counts the work, and remembers every change so that it can be undone."""

    def __init__(self) -> None:
        self.steps = 0
        self.limit = MAX_STEPS
        self.depth = 0
        self.lost: Callable[[Any], None] = lambda value: None
        self._clock = 0
        self._trail: list[tuple[Fields, str, Any]] = []

    def tick(self) -> int:
        """The next moment."""
        self._clock += 1
        return self._clock

    def enter(self) -> None:
        """One step of work, inside of those under way; ``depth`` counts these. Raises Spent."""
        self.steps += 1
        if self.steps > self.limit:
            raise Spent("too much to follow")
        if self.depth >= MAX_DEPTH:
            raise Spent("nested too deeply")
        self.depth += 1

    def spend(self, cost: int = 1) -> None:
        """Counts work. Raises Spent."""
        self.steps += cost
        if self.steps > self.limit:
            raise Spent("too much to follow")

    def set(self, fields: Fields, key: str, value: Any) -> None:
        """The one way to change anything."""
        self._trail.append((fields, key, fields.get(key, _MISSING)))
        fields[key] = value

    def forget(self, fields: Fields, key: str) -> None:
        """Remove a field."""
        if key in fields:
            self._trail.append((fields, key, fields[key]))
            del fields[key]

    def mark(self) -> int:
        """A moment to go back to."""
        return len(self._trail)

    def undo(self, mark: int) -> Changes:
        """Go back to ``mark``; returns what had changed since."""
        changes: Changes = {}
        while len(self._trail) > mark:
            fields, key, old = self._trail.pop()
            if (id(fields), key) not in changes:
                changes[id(fields), key] = (fields, key, fields.get(key, _MISSING))
            if old is _MISSING:
                fields.pop(key, None)
            else:
                fields[key] = old
        return changes

    def redo(self, changes: Changes) -> None:
        """Take one of the ways after all."""
        for fields, key, value in changes.values():
            self._put(fields, key, value)

    def join(self, ways: list[Changes], since: int) -> None:
        """Go on with what holds on each of these ways, all from here; ``since`` is the moment of parting."""
        for where in dict.fromkeys(key for way in ways for key in way):
            fields, key, _ = next(way[where] for way in ways if where in way)
            now = fields.get(key, _MISSING)
            values = [way[where][2] if where in way else now for way in ways]
            if fields.born > since:  # made on one of the ways: nothing else can have changed it
                values = [way[where][2] for way in ways if where in way]
            self._put(fields, key, self.joined(values))

    def joined(self, values: list[Any]) -> Any:
        """One value for several that it may be."""
        merging = [value for value in values if isinstance(value, Merging)]
        values = merging or values
        first = values[0]
        if all(value is first for value in values):
            return first
        kinds = {type(value) for value in values}
        if len(kinds) == 1 and isinstance(first, Merging):
            return first.join(values[1:])
        if len(kinds) == 1 and kinds == {tuple} and len({len(value) for value in values}) == 1:
            return tuple(self.joined(list(items)) for items in zip(*values, strict=True))
        if len(kinds) == 1 and isinstance(first, int | float | str | bytes) and len(set(values)) == 1:
            return first
        if len(kinds) == 1 and isinstance(first, Data) and (filled := _most_filled(values)) is not None:
            return filled
        for value in values:
            self.lost(value)
        number = all(type(value) in (int, float) or (type(value) is Unknown and value.whole) for value in values)
        return Unknown("it differs between the ways through the program", whole=number)

    def _put(self, fields: Fields, key: str, value: Any) -> None:
        if value is _MISSING:
            self.forget(fields, key)
        else:
            self.set(fields, key, value)


def _most_filled(values: list[Any]) -> Data | None:
    """Of the same data, the one whose elements got most values; None if they differ in anything else."""
    found: Data | None = values[0]
    for value in values[1:]:
        found = None if found is None else found.filled(value)
    return found
