"""Facts about how a model is trained, beside its anatomy.

Every fact is one of three: a value; :data:`ABSENT`, if the program says nothing, so that Keras' default holds;
or an :class:`~autograder.anatomy.unknown.Unknown`, if only running the program could tell. Ask like this::

    match training.compiles[-1].optimizer:
        case Made(name="sgd", arguments=given): ...   # given["learning_rate"], if the author gave one
        case Absent(): ...                            # compile() without an optimizer
        case Unknown(): ...                           # conclude nothing
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from autograder.anatomy.unknown import Place, Unknown


class Absent(Enum):
    """The type of :data:`ABSENT`."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "absent"


ABSENT = Absent.ABSENT
"""The program says nothing about it: Keras takes its default."""

T = TypeVar("T")
Fact: TypeAlias = T | Absent | Unknown


@dataclass(frozen=True)
class Made:
    """An optimizer, loss, metric, callback, regularizer, … as the program asks for it.

    Attributes:
        name: what it is, in one spelling: optimizers, callbacks and the like by class (``Adam``), losses, metrics
            and functions in snake case (``mean_squared_error``).
        arguments: what the author gave, under the names of Keras 3; defaults are left out.
        by_name: whether it was only named, by a string: ``optimizer="sgd"``.
        place: where it was made, or where the string stands.
        own: whether the author wrote it: then the name is the author's, and nothing is known of what it does.
        spelt: the string, as the author wrote it; empty if it was not named by one.
    """

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    by_name: bool = False
    place: Place | None = field(default=None, compare=False)
    own: bool = False
    spelt: str = field(default="", compare=False)


COLUMN = "column"
"""First part of ``what`` of an unknown step that gives a table a column; the second is its name."""


OVER = "over"
"""First part of ``what`` of an unknown step that divides a number by data; the second is the number."""


@dataclass(frozen=True)
class Kept:
    """What a choice of rows leaves in one column: numbers from ``low`` to ``high``; None for an open end."""

    column: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Step:
    """One thing done to data, such as ``Step("divide", 255.0)``, ``Step("one_hot", 10)``, ``Step("scaler", "…")``.

    The name ``unknown`` says that something was done which cannot be read; ``what`` then names it. A scaler is
    ``fitted`` if it takes its numbers from these very data. ``other`` is the other side of arithmetic with data.
    """

    name: str
    what: Any = None
    fitted: bool = field(default=False, compare=False)
    place: Place | None = field(default=None, compare=False)
    other: Data | None = field(default=None, compare=False, repr=False)


WORD_COUNT = "how many words a tokenizer has met"
"""The reason of an unknown number: that of the words which a tokenizer of Keras 2 numbers from 1."""


FILLED, ONE_FILLED = "assignment to a part", "a one at a place"
"""What the unknown step of data is about whose elements get values: any, or a one for each row or step."""


READS_FOLDERS = frozenset({"flow_from_directory", "flow_from_dataframe", "image_dataset_from_directory"})
"""What reads images from files: numbers from 0 to 255, sorted by their class."""


@dataclass(frozen=True)
class Data:
    """What is known of data without loading it.

    Attributes:
        origin: where it comes from: ``keras.datasets.mnist``, ``pandas.read_csv``, ``literal``, …
        part: which part of the origin: ``x_train``, ``y_test``, a column.
        steps: what was done to it, in order.
        shape: its shape, with None for what is not known of it; or None if nothing is known.
        given: arguments of the call that loads it, if they matter to training: ``batch_size``, ``class_mode``; for
            made-up numbers, ``range`` is the lowest and the highest at the origin, before any step.
        source: tells data of one call from those of another call of the same loader.
        place: where it is loaded, if that was noted.
    """

    origin: str
    part: Any = None
    steps: tuple[Step, ...] = ()
    shape: tuple[Any, ...] | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    source: Any = None
    place: Place | None = field(default=None, compare=False)

    @property
    def rows(self) -> Any:
        """How many rows it has; None if that is not known."""
        return self.shape[0] if self.shape else None

    def done(self, *names: str) -> list[Step]:
        """The steps of these names, in order."""
        return [step for step in self.steps if step.name in names]

    def filled(self, other: Data) -> Data | None:
        """The one of both whose elements got values besides; None if they differ in anything else."""
        more, less = (self, other) if len(self.steps) >= len(other.steps) else (other, self)
        kept = len(less.steps)
        same = more == replace(less, steps=more.steps) and more.steps[:kept] == less.steps
        return more if same and all(step.what in (FILLED, ONE_FILLED) for step in more.steps[kept:]) else None


@dataclass(frozen=True)
class Comparison:
    """A metric of scikit-learn that compares a generator's ``.classes`` with something."""

    data: Data
    place: Place


@dataclass(frozen=True)
class Event:
    """Something the program does with a model.

    Attributes:
        place: where.
        certain: False if it may not happen: in a branch or a loop whose condition is unknown.
        guarded: whether the program is ready for its failure: under ``try``, or where it asks for a version.
    """

    place: Place | None = None
    certain: bool = True
    guarded: bool = field(default=False, kw_only=True)

    @property
    def sure(self) -> bool:
        """Whether it happens for certain, and the program is not ready for its failure."""
        return self.certain and not self.guarded


@dataclass(frozen=True)
class Compile(Event):
    """``model.compile(…)``; several losses or metrics are a tuple or a mapping of facts, as they were given."""

    optimizer: Fact[Made] = ABSENT
    loss: Fact[Any] = ABSENT
    metrics: Fact[Any] = ABSENT
    loss_weights: Fact[Any] = ABSENT
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Fit(Event):
    """``model.fit(…)`` or one of its relatives; ``method`` says which.

    ``callbacks`` is a tuple of :class:`Made`. ``validation_data`` is a tuple of data, as given. ``arguments`` holds
    everything that was given, under the names of Keras 3. ``frozen`` says that all that has weights surely is.
    """

    method: str = "fit"
    x: Fact[Any] = ABSENT
    y: Fact[Any] = ABSENT
    epochs: Fact[int] = ABSENT
    batch_size: Fact[int] = ABSENT
    validation_split: Fact[float] = ABSENT
    validation_data: Fact[Any] = ABSENT
    callbacks: Fact[Any] = ABSENT
    shuffle: Fact[bool] = ABSENT
    arguments: Mapping[str, Any] = field(default_factory=dict)
    frozen: bool = False


@dataclass(frozen=True)
class Trainable(Event):
    """``layer.trainable = value``; ``layer`` is the layer's name or class, or the model itself (``model``)."""

    layer: str = ""
    value: Fact[bool] = ABSENT


ROW_BY_ROW, JUDGED, CHOSEN = "row by row", "judged", "chosen"
CHOSEN_OF_ALL, CHOSEN_A_ROW, UNSCALED = "chosen of all", "chosen a row", "unscaled"
CUT = "cut"


@dataclass(frozen=True)
class Met:
    """Something the program does with a model's answer.

    Attributes:
        what: ROW_BY_ROW, a difference or a comparison with data; JUDGED, a metric of scikit-learn; CHOSEN, the
            position of the largest along the last axis; CHOSEN_OF_ALL, that among all rows, which are the
            data; CHOSEN_A_ROW, that along the first axis; UNSCALED, scaled back, by a scaler of data of this shape;
            CUT, raw numbers compared with a bound.
        place: where.
        data: what the answer meets, if that is data.
        raw: whether the numbers are those that the model gave.
    """

    what: str
    place: Place
    data: Data | None = None
    raw: bool = True
    bound: float | None = None


LOOK = "look"
"""The method of a use by a function that could not be followed, but only looks at the model, as its name says."""
RATE = "rate"
"""The method of a use that reads or changes the learning rate of a compiled model."""


@dataclass(frozen=True)
class Use(Event):
    """Any other use: ``evaluate``, ``predict``, ``save``, ``load_weights``, …, LOOK or RATE.

    ``taped`` marks a ``call`` under a gradient tape that does not say whether it is one of training: it is the class
    of an attribute of the model that has modes, or ``"model"``.
    """

    method: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    taped: str = ""


@dataclass(frozen=True)
class Training:
    """What a program does with one model, in the order in which it does it.

    Attributes:
        events: what happens.
        complete: False if the model also goes where the reader could not follow: what is not among the events may
            have happened there. A rule about something missing must not speak then.
        answers: what the program does with the model's answers.
        by_hand: the losses that it gives them to itself, in a training loop or a loss of the author's.
        asked: whether the program asks for the trainable weights, as a training loop does.
    """

    events: tuple[Event, ...] = ()
    complete: bool = True
    answers: tuple[Met, ...] = ()
    by_hand: tuple[Compile, ...] = ()
    asked: bool = False

    @property
    def compiles(self) -> list[Compile]:
        """The calls of ``compile``, in order."""
        return [event for event in self.events if isinstance(event, Compile)]

    @property
    def fits(self) -> list[Fit]:
        """The calls of ``fit`` and its relatives, in order."""
        return [event for event in self.events if isinstance(event, Fit)]

    def uses(self, *methods: str) -> list[Use]:
        """The other uses by these methods, in order."""
        return [event for event in self.events if isinstance(event, Use) and event.method in methods]

    def compiled_for(self, fit: Fit) -> Fact[Compile]:
        """The compile that a fit trains under; unknown if that depends on the way the program takes."""
        found: Fact[Compile] = ABSENT if self.complete else Unknown("the model goes where it could not be followed")
        for event in self.events:
            if event is fit:
                return found
            if isinstance(event, Compile):
                found = event if event.certain else Unknown("one of several calls of compile")
        return found
