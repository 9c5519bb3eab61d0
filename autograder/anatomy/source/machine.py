"""What all parts of the evaluator share: its memory, where it is, and what it has met."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from autograder.anatomy.source.cells import Cell
from autograder.anatomy.source.spellings import Misuse, Spelling
from autograder.anatomy.source.store import Fields, Store
from autograder.anatomy.source.values import (
    NAMESPACE,
    Chain,
    Class,
    Collected,
    Events,
    Function,
    Instance,
    Items,
    Layer,
    Model,
    Scope,
    Table,
    Tensor,
    Thing,
    inside,
    tensors,
)
from autograder.anatomy.source.values import Node as Calling
from autograder.anatomy.training import LOOK, Event, Use
from autograder.anatomy.unknown import Place, Unknown

_LOOKS = re.compile(
    r"_*(plot|display|show|print|draw|visuali|summar|describe|save|export|log|count|eval|test|predict|report|view"
    r"|inspect|watch|check|get|compute|measure|scor|render|dump|explain|layered_view)"
)
_CHANGES = re.compile(r"train|fit|compile|add|build|updat|tun|freez|prun|quanti|set_", re.IGNORECASE)


T = TypeVar("T")


class Stopped(Exception):
    """The program raises, or exits, on the way that is being followed."""


class Uncertain(Exception):
    """A loop may be left or cut short, and nobody knows when."""


@dataclass
class Frame:
    """A function that is being followed: who called it, and in ``maybe`` values that it may already have returned."""

    node: ast.AST | None = None
    maybe: list[Any] = field(default_factory=list)
    place: Place | None = None


@dataclass(frozen=True)
class Call:
    """Evaluated arguments of a call; ``open`` if there are more, which could not be followed.

    ``name`` is the last part of what the author calls.
    """

    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    place: Place
    open: bool = False
    name: str = ""

    @property
    def values(self) -> list[Any]:
        """All the arguments."""
        return [*self.arguments, *self.keywords.values()]

    def first(self, kind: type[T]) -> T | None:
        """The first argument of a kind."""
        return next((value for value in self.values if isinstance(value, kind)), None)

    def argument(self, at: int, *names: str, default: Any = None) -> Any:
        """What is given under one of these names, or else at a place."""
        by_place = (*self.arguments[at:], default)[0]
        return next((self.keywords[name] for name in names if name in self.keywords), by_place)


class Machine:
    """State of the evaluator, and its small services."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.store = Store()
        self.store.lost = self.escape
        self.cell = Cell(path, "")
        self.frames = [Frame()]
        self.globals = Scope(Fields(self.store, __name__="__main__"))
        self.stars: list[str] = []
        self.undefined: dict[str, Unknown] = {}
        self.loose = False  # in a loop of unknown length, where leaving a round early changes nothing
        self.called: set[int] = set()
        self.instances: dict[int, Any] = {}
        self.functions: list[tuple[Function, Scope]] = []
        self.classes: list[tuple[Class, Place]] = []
        groups = ("models", "layers", "things", "used", "comparisons", "reordered")
        self.met = Fields(self.store, **{group: Collected() for group in groups})
        self.widths: dict[int, int | None] = {}  # how many columns a scaler was fitted on
        self.spellings: dict[Spelling, None] = {}
        self.misuses: dict[Misuse, None] = {}
        self.older_keras = False  # whether the program says that it is for a Keras before 3
        self.keras_2 = False  # the same, or whether it only tells with which version it was run
        self.tracing = 0  # how many calls of the author's own layers are being followed
        self.taping = 0  # how many gradient tapes are open
        self.guarded = 0  # how many conditions on the version of a library, or handlers of its errors, are around

    def call(self, callee: Any, call: Call) -> Any:
        """What a call gives."""
        raise NotImplementedError

    def place(self, node: ast.AST) -> Place:
        """Where a node stands."""
        return self.cell.place_of(node)

    def unknown(self, reason: str, node: ast.AST | None = None) -> Unknown:
        """An unknown that says where it came up."""
        return Unknown(reason, self.place(node) if node is not None else None)

    def fields(self, **fields: Any) -> Fields:
        """New fields of an object."""
        return Fields(self.store, **fields)

    def collect(self, group: str, thing: Any) -> None:
        """Remember that something was met."""
        self.store.set(self.met, group, Collected((*self.met[group], thing)))

    def note(self, fields: Fields, key: str) -> None:
        """Remember that something is so, whichever way was taken."""
        if not fields.get(key):
            self.store.set(fields, key, Collected((key,)))

    def spelling(self, old: str, new: str, place: Place, runs: bool = False) -> None:
        """Remember an old spelling, unless the program sees to it that only an older library meets it."""
        if not self.guarded:
            self.spellings[Spelling(old, new, place, runs)] = None

    def misuse(self, kind: str, what: str, place: Place) -> None:
        """Remember that Keras is given what it does not take, unless the program is ready for that."""
        if not self.guarded:
            self.misuses[Misuse(kind, what, place)] = None

    def items(self, *values: Any) -> Items:
        """A new list."""
        return Items.of(self.store, values)

    def table(self, items: dict[Any, Any]) -> Table:
        """A new dictionary."""
        return Table(self.fields(items=items))

    def layer(self, name: str, given: dict[str, Any], place: Place, opaque: bool = False) -> Layer:
        """A new layer."""
        made = Layer(name, given, place, self.fields(used=Collected()), opaque)
        self.collect("layers", made)
        return made

    def model(self, form: str, name: str, place: Place, **fields: Any) -> Model:
        """A new model."""
        given = fields.pop("given", {})
        known = {"layers": Chain(), "events": Events(), "names": Collected()}
        known |= {
            "escaped": Collected(),
            "used": Collected(),
            "answers": Collected(),
            "by_hand": Collected(),
            "asked": Collected(),
            "guarded": Collected(("guarded",) * bool(self.guarded)),
        }
        made = Model(form, name, given, place, self.fields(**(known | fields)))
        self.collect("models", made)
        return made

    def happen(self, model: Model, event: Event) -> None:
        """Something happens with a model."""
        event = replace(event, guarded=bool(self.guarded))
        self.store.set(model.fields, "events", Events((*model.fields["events"], event)))

    def apply(
        self, layer: Layer | Model, arguments: tuple[Any, ...], keywords: dict[str, Any], place: Place
    ) -> Tensor:
        """Call a layer on tensors."""
        made = Tensor(Calling(layer, arguments, keywords, place))
        self.store.set(layer.fields, "tensor", made)
        self.note(layer.fields, "used")
        return made

    def opaque(self, name: str, values: list[Any], place: Place) -> Tensor:
        """What something that cannot be looked into makes of tensors."""
        made = Layer(name, {}, place, self.fields(used=Collected()), opaque=True)
        return self.apply(made, tuple(tensors(tuple(values))), {}, place)

    def both(self, ways: list[Callable[[], Any]]) -> list[Any]:
        """Follow each of the ways from here, then go on with what they agree on. Raises Stopped if all of them do."""
        since, mark = self.store.tick(), self.store.mark()
        results, changes = [], []
        for way in ways:
            try:
                results.append(way())
            except Stopped:
                self.store.undo(mark)
                continue
            changes.append(self.store.undo(mark))
        if not changes:
            raise Stopped
        if len(changes) == 1:
            self.store.redo(changes[0])
        else:
            self.store.join(changes, since)
        return results

    def escape(self, value: Any, depth: int = 0) -> None:
        """A value goes where it cannot be followed: what happens there to models and lists is unknown."""
        if isinstance(value, Model):
            self.note(value.fields, "escaped")
        elif isinstance(value, Thing):
            self.collect("used", value)
        elif depth < 4:
            for item in inside(value):
                self.store.spend()
                self.escape(item, depth + 1)

    def escape_all(self, values: Iterable[Any]) -> None:
        """The same of several."""
        for value in values:
            self.escape(value)

    def hand_over(self, value: Any, call: Call) -> None:
        """A value is given to code that nobody can see, which may change it, unless its name says that it looks.

        An object that is made of a model, such as a callback, may train it, but adds no layers.
        """
        if isinstance(value, Model) and looks(call.name):
            self.happen(value, Use(call.place, True, LOOK))
            return
        self.escape(value)
        if isinstance(value, Items | Table) and value.items:
            self.store.set(value.fields, "items", Unknown("changed where it could not be followed"))
            if isinstance(value, Items):
                value.grow(self.store, Unknown("added where it could not be followed"))
        self.forget(value)
        made = call.name[:1].isupper() and not call.name.isupper()
        started = not isinstance(value, Model) or any(
            getattr(met, "method", "") != LOOK for met in value.fields["events"]
        )
        if isinstance(value, Model) and value.form == "sequential" and not started and not made:
            gap = Unknown("layers may have been added where it could not be followed")
            self.store.set(value.fields, "layers", Chain((*value.fields["layers"], gap)))

    def forget(self, value: Any) -> None:
        """A namespace may have been told anything, where it could not be followed."""
        for name in value.fields if isinstance(value, Instance) and value.kind.name == NAMESPACE else ():
            self.store.set(value.fields, name, Unknown("changed where it could not be followed"))


def looks(name: str) -> bool:
    """Whether a function that nobody can see only looks at a model, as its name says: ``plot``, ``show_layers``."""
    return bool(_LOOKS.match(name)) and not _CHANGES.search(name)
