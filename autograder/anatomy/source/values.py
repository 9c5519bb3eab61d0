"""What the evaluator computes with: constants are Python's own; everything else is one of these."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.anatomy.source.store import Fields, Merging, Store
from autograder.anatomy.training import Data, Event
from autograder.anatomy.unknown import Place, Unknown

MAX_ITEMS = 5_000
MAX_TEXT = 10_000


@dataclass(frozen=True)
class Name:
    """Something of a library, by its full dotted name: ``keras.layers.Dense``, ``numpy.random.rand``."""

    dotted: str

    def dot(self, attribute: str) -> Name:
        """An attribute of it."""
        return Name(f"{self.dotted}.{attribute}")


@dataclass(eq=False, repr=False)
class Bound:
    """A method, taken from the object it belongs to."""

    owner: Any
    name: str


@dataclass(eq=False, repr=False)
class History:
    """What ``fit`` gives, and its attribute ``history``: of a model, until its next training."""

    model: Model


@dataclass(eq=False, repr=False)
class Scope:
    """Names and their values, and where to look further; ``stars`` are modules of which everything was imported."""

    names: Fields
    parent: Scope | None = None
    is_class: bool = False

    def holder(self, name: str) -> Fields | None:
        """The nearest scope that has the name."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names and (not scope.is_class or scope is self):
                return scope.names
            scope = scope.parent
        return None


@dataclass(eq=False, repr=False)
class Function:
    """A function or lambda of the author's."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    defaults: Mapping[str, Any]
    cell: Any = None
    owner: Class | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return getattr(self.node, "name", "lambda")


@dataclass(eq=False, repr=False)
class Class:
    """A class of the author's; ``base`` is the group of Keras it descends from, such as ``models``, or empty.

    ``records`` are the fields that it takes as arguments, if it is a dataclass or a named tuple.
    """

    name: str
    members: Fields
    base: str
    parents: tuple[Any, ...] = ()
    records: tuple[str, ...] = ()


NAMESPACE = "SimpleNamespace"
"""The class of objects that any code gives any attributes."""


@dataclass(eq=False, repr=False)
class Instance:
    """An object of one of the author's classes that descends from nothing of Keras."""

    kind: Class
    fields: Fields


_FEW = 32


@dataclass(eq=False, repr=False)
class Items:
    """A list (or a set): ``fields["items"]`` is a tuple; ``fields["each"]`` holds some of what a loop put into it."""

    fields: Fields

    @classmethod
    def of(cls, store: Store, items: tuple[Any, ...]) -> Items:
        """A new list."""
        return cls(Fields(store, items=items[:MAX_ITEMS]) if len(items) <= MAX_ITEMS else Fields(store, items=None))

    @property
    def items(self) -> tuple[Any, ...] | None:
        """What is in it; None if that is unknown."""
        items = self.fields["items"]
        return items if isinstance(items, tuple) else None

    @property
    def each(self) -> tuple[Any, ...]:
        """What may be in it, if its length is not known."""
        each: tuple[Any, ...] = self.fields.get("each", ())
        return each

    def grow(self, store: Store, item: Any) -> None:
        """One more item, which is one of several that it may be."""
        if len(self.each) < _FEW:
            store.set(self.fields, "each", Collected((*self.each, item)))


@dataclass(eq=False, repr=False)
class Table:
    """A dictionary with constant keys: ``fields["items"]`` maps them, or is Unknown."""

    fields: Fields

    @property
    def items(self) -> dict[Any, Any] | None:
        """What is in it; None if that is unknown."""
        items = self.fields["items"]
        return items if isinstance(items, dict) else None


@dataclass(eq=False, repr=False)
class Thing:
    """An object of Keras without a life of its own here: an optimizer, a loss, a metric, a callback, …

    ``group`` is the module of Keras it comes from; ``own`` marks a class of the author's.
    """

    group: str
    name: str
    arguments: Mapping[str, Any]
    place: Place
    own: bool = False


@dataclass(eq=False, repr=False)
class Layer:
    """A layer: ``given`` as the author wrote it, under the names of Keras 3; ``fields`` for what is set later.

    ``opaque`` marks what cannot be looked into: layers of the author's, functions from elsewhere.
    """

    name: str
    given: Mapping[str, Any]
    place: Place
    fields: Fields
    opaque: bool = False
    operation: bool = False


@dataclass(eq=False, repr=False)
class Node:
    """One call of a layer or a model on tensors."""

    layer: Layer | Model
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any]
    place: Place


@dataclass(eq=False, repr=False)
class Tensor:
    """A symbolic tensor: the output ``number`` of a node."""

    node: Node
    number: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class Answer(Unknown):
    """Numbers that nobody knows, in the shape of a model's output; ``raw`` if they are those that it gave.

    ``given`` are the rows that it is the answer to, if they are data.
    """

    model: Any = None
    raw: bool = True
    given: Any = None


@dataclass(frozen=True, eq=False, repr=False)
class Scores(Unknown):
    """Numbers that a model gave, as it gave them, in another shape, or some of them."""

    model: Any = None


@dataclass(eq=False, repr=False)
class Pipeline:
    """A data set of TensorFlow that gives inputs with targets; their shapes are those of one element.

    ``size`` is how many rows a batch of it has; None for single rows, and if that is not known.
    """

    x: Data
    y: Data
    size: int | None = None

    @property
    def item(self) -> tuple[Data, Data]:
        """Any of its elements."""
        return self.x, self.y


@dataclass(eq=False, repr=False)
class Rounds:
    """Something to loop over, of which nobody knows the length: ``item`` is any of its items."""

    item: Any


class Chain(Merging):
    """The layers of a sequential model: where two ways differ, an Unknown stands for what may be there."""

    __slots__ = ()

    def join(self, others: list[Merging]) -> Chain:
        """Their common beginning, then the unknown."""
        ways: list[Merging] = [self, *others]
        same = 0
        while all(same < len(way) and way[same] is ways[0][same] for way in ways):
            same += 1
        if all(len(way) == same for way in ways):
            return self
        if same and isinstance(self[same - 1], Unknown):
            return Chain(self[:same])
        return Chain((*self[:same], Unknown("which layers stand here depends on what the program meets")))


class Events(Merging):
    """What happened to something, in order: what did not happen on every way is not certain."""

    __slots__ = ()

    def join(self, others: list[Merging]) -> Events:
        """The common beginning, then whatever happened on any way, as uncertain."""
        ways: list[Merging] = [self, *others]
        same = 0
        while all(same < len(way) and way[same] is ways[0][same] for way in ways):
            same += 1
        if all(len(way) == same for way in ways):
            return self
        rest: dict[int, Any] = {id(event): event for way in ways for event in way[same:]}
        return Events((*self[:same], *(unsure(event) for event in rest.values())))


class Built(Merging):
    """The shape of the first data that a model meets; a loop in which it meets them is taken to have a round."""

    __slots__ = ()

    def join(self, others: list[Merging]) -> Built:
        """Where two ways differ, an axis is not known."""
        ways = [self, *(way for way in others if len(way) == len(self))]
        return Built(axes[0] if len(set(axes)) == 1 else None for axes in zip(*ways, strict=True))


class Collected(Merging):
    """Things that were met, whichever way was taken."""

    __slots__ = ()

    def join(self, others: list[Merging]) -> Collected:
        """All of them."""
        return Collected({id(thing): thing for way in (self, *others) for thing in way}.values())


def unsure(event: Event) -> Event:
    """The event, as one that may not happen."""
    return event if not event.certain else type(event)(**{**vars(event), "certain": False})


@dataclass(eq=False, repr=False)
class Model:
    """A model. ``form`` is one of ``sequential``, ``functional``, ``subclass``, ``application``, ``loaded``.

    ``fields`` hold: ``layers`` (a Chain) of a sequential model; ``events`` (Events); ``escaped`` (whether it went
    where it was not followed); ``names`` under which the program knows it; ``inputs`` and ``outputs`` of a functional
    one (nested tuples of tensors).
    """

    form: str
    name: str
    given: Mapping[str, Any]
    place: Place
    fields: Fields
    extra: dict[str, Any] = field(default_factory=dict)


def tensors(value: Any) -> list[Tensor]:
    """The tensors in a value, wherever they stand in lists, tuples and dictionaries."""
    found: list[Tensor] = []
    todo, seen = [value], 0
    while todo and seen < MAX_ITEMS:
        seen += 1
        item = todo.pop()
        if isinstance(item, Tensor):
            found.append(item)
        elif len(todo) < MAX_ITEMS:
            todo += reversed(inside(item))
    return found


def inside(value: Any) -> list[Any]:
    """The items of a container; nothing for anything else."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Items | Table):
        items = value.items
        return list(items.values() if isinstance(items, dict) else items or ())
    return list(value.values()) if isinstance(value, dict) else []


def plain(value: Any) -> Any:
    """Lists and dictionaries of the program as Python's own: tuples and dicts, all the way down."""
    return _Plain().of(value, 0)


def only_plain(value: Any) -> Any:
    """A plain value, with Unknown for whatever is no constant: nothing of the evaluator's own gets out."""
    if isinstance(value, tuple):
        return tuple(only_plain(item) for item in value)
    if isinstance(value, list):
        return [only_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: only_plain(item) for key, item in value.items()}
    return value if isinstance(value, Unknown | bool | int | float | str | None) else Unknown("this is not followed")


class _Plain:
    """One conversion; a short program can nest lists so that they hold billions of items."""

    def __init__(self) -> None:
        self.left = MAX_ITEMS

    def of(self, value: Any, depth: int) -> Any:
        self.left -= 1
        if self.left < 0 or depth > 20:
            return Unknown("too large")
        if isinstance(value, Items | Table):
            if value.items is None:
                return Unknown("a list or dictionary that could not be followed")
            return self.of(value.items, depth)
        if isinstance(value, tuple | list):
            return tuple(self.of(item, depth + 1) for item in value)
        if isinstance(value, dict):
            return {key: self.of(item, depth + 1) for key, item in value.items()}
        return value
