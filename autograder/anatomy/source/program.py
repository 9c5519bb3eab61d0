"""What was read from a file: its models, what it does with them, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.anatomy.config import MAX_CALLS, from_config
from autograder.anatomy.graph import Anatomy, Operation
from autograder.anatomy.kinds import UNKNOWN
from autograder.anatomy.shapes import shapes
from autograder.anatomy.source import graph
from autograder.anatomy.source.cells import Failure
from autograder.anatomy.source.describe import Description
from autograder.anatomy.source.facts import fact, made
from autograder.anatomy.source.machine import Machine
from autograder.anatomy.source.spellings import Misuse, Spelling
from autograder.anatomy.source.values import Answer, Layer, Model, tensors
from autograder.anatomy.text import Text
from autograder.anatomy.training import Comparison, Data, Event, Fit, Made, Training, Use
from autograder.anatomy.unknown import Place


@dataclass(frozen=True)
class LayerCall:
    """The call that makes a layer, as the author wrote it.

    Attributes:
        name: class of the layer in Keras 3; an operator or a function of ``keras.ops`` has its class there.
        arguments: what was given, under the names of Keras 3, facts as in :mod:`autograder.anatomy.training`.
        place: where.
        used: whether anything is done with the layer.
    """

    name: str
    arguments: Mapping[str, Any]
    place: Place
    used: bool = True


@dataclass(frozen=True)
class Optimizer:
    """An optimizer that the program makes; ``used`` is False if nothing is ever done with it."""

    made: Made
    used: bool


@dataclass(frozen=True)
class ModelSource:
    """A model that a program builds.

    Attributes:
        anatomy: its anatomy, equal to that of the live model; unknown operations where it could not be read.
        training: what the program does with it.
        layers: for each operation of the anatomy the call that makes it, or None.
        names: the variables it was assigned to, in order.
        place: where it was made.
        form: ``sequential``, ``functional``, ``subclass``, ``application`` or ``loaded``.
        part: whether it is a part of another model of the program.
        description: what the anatomy was made from, in the form of a Keras config; its layer names are numbers.
        strays: inputs that the outputs of a functional model were computed from, and that are none of its inputs.
        skipped: layers that a functional model leaves out, because its inputs are what these layers make.
        keyed: whether the inputs or the outputs of a functional model stand in a dictionary, by names of their own.
    """

    anatomy: Anatomy
    training: Training
    layers: tuple[LayerCall | None, ...]
    names: tuple[str, ...]
    place: Place
    form: str
    part: bool = False
    description: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    strays: tuple[Place, ...] = ()
    skipped: tuple[LayerCall, ...] = ()
    keyed: bool = False

    @property
    def locations(self) -> tuple[Place | None, ...]:
        """For each operation of the anatomy the place where its layer is made."""
        return tuple(call.place if call else None for call in self.layers)

    @property
    def complete(self) -> bool:
        """Whether every operation could be read."""
        return not self.anatomy.unknown


@dataclass(frozen=True)
class Program:
    """Everything that was read from one file.

    Attributes:
        path: the file.
        models: the models, in the order in which the program makes them.
        layers: layers that are in none of the models: of a model that could not be followed, or of a class of
            the author's.
        optimizers: every optimizer object the program makes.
        failures: what could not be read.
        spellings: old spellings, in the order of the file.
        misuses: what Keras surely does not take, noted while the program was followed.
        comparisons: where labels in the order of their files are compared with something.
        text: the text of its cells; an empty one if it was too much to follow, or if there is none.
    """

    path: str
    models: tuple[ModelSource, ...] = ()
    layers: tuple[LayerCall, ...] = ()
    optimizers: tuple[Optimizer, ...] = ()
    failures: tuple[Failure, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    misuses: tuple[Misuse, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    text: Text = field(default_factory=Text, repr=False, compare=False)

    def model(self, name: str) -> ModelSource:
        """The last model that was assigned to the variable ``name``. Raises KeyError if there is none."""
        for model in reversed(self.models):
            if name in model.names:
                return model
        raise KeyError(name)


def program_of(machine: Machine, failures: list[Failure], text: Text) -> Program:
    """The program that the machine has followed, with its text."""
    machine.store.steps = 0  # what follows is other work
    descriptions = [(model, Description(model, machine.store)) for model in machine.met["models"]]
    inside = {id(part) for model, found in descriptions for part in found.sources.values() if part is not model}
    sources = {id(model): _source(machine, model, found, id(model) in inside) for model, found in descriptions}
    models = tuple(_fed_by_others(source, sources) for source in sources.values())
    loose = (layer for layer in machine.met["layers"] if id(layer) not in inside and layer.name != "InputLayer")
    used = {id(thing) for thing in machine.met["used"]}
    optimizers = tuple(
        Optimizer(made(thing), id(thing) in used) for thing in machine.met["things"] if thing.group == "optimizers"
    )
    met_spellings = [met for met in machine.spellings if met.runs or not machine.older_keras]
    spellings = sorted(met_spellings, key=lambda met: (met.place.cell or 0, met.place.line, met.place.column))
    calls = tuple(_call(layer) for layer in loose)
    reordered = set(machine.met["reordered"])
    comparisons = tuple(met for met in machine.met["comparisons"] if met.data.place not in reordered)
    return Program(
        machine.path, models, calls, optimizers, tuple(failures), tuple(spellings),
        tuple(machine.misuses), comparisons, text,
    )  # fmt: skip


def _fed_by_others(source: ModelSource, sources: Mapping[int, ModelSource]) -> ModelSource:
    """The model, with the answers of other models that it is given as data of a known shape."""
    events = tuple(_with_shape(event, sources) for event in source.training.events)
    return replace(source, training=replace(source.training, events=events))


def _with_shape(event: Event, sources: Mapping[int, ModelSource]) -> Event:
    rows = event.x if isinstance(event, Fit) else event.arguments.get("x") if isinstance(event, Use) else None
    giver = sources.get(id(rows.model)) if isinstance(rows, Answer) else None
    if giver is None or len(giver.anatomy.outputs) != 1:
        return event
    shape = shapes(giver.anatomy)[giver.anatomy.outputs[0]]
    data = Data("answer", shape=None if shape is None else (None, *shape))
    if isinstance(event, Fit):
        return replace(event, x=data)
    return replace(event, arguments={**event.arguments, "x": data}) if isinstance(event, Use) else event


def given_up(machine: Machine, failures: list[Failure]) -> Program:
    """The program of which too much would have to be followed: its models are unknown."""
    models = []
    for model in machine.met["models"]:
        anatomy = Anatomy((Operation(UNKNOWN, {"class": model.name}, name=model.name),), (0,))
        names = tuple(model.fields["names"])
        models.append(ModelSource(anatomy, Training((), False), (None,), names, model.place, model.form))
    return Program(machine.path, tuple(models), failures=tuple(failures), spellings=tuple(machine.spellings))


def _source(machine: Machine, model: Model, found: Description, part: bool) -> ModelSource:
    store, raw = machine.store, from_config(found.config)
    gave_up = len(raw.operations) == 1 and "layers" in found.config["config"]
    store.spend(MAX_CALLS // 5 if gave_up else len(raw.operations))
    sources = [found.sources.get(operation.name) for operation in raw.operations]
    operations = tuple(
        replace(operation, name=_shown(source)) for operation, source in zip(raw.operations, sources, strict=True)
    )
    calls = tuple(_call(source) if isinstance(source, Layer | Model) else None for source in sources)
    training = Training(
        tuple(model.fields["events"]), not model.fields["escaped"], tuple(model.fields["answers"]),
        tuple(model.fields["by_hand"]), bool(model.fields["asked"]),
    )  # fmt: skip
    names = tuple(model.fields["names"])
    anatomy = Anatomy(operations, raw.outputs)
    strays, skipped = _unconnected(machine, model)
    keyed = any(isinstance(model.fields.get(ports), dict) for ports in ("inputs", "outputs"))
    return ModelSource(
        anatomy, training, calls, names, model.place, model.form, part, found.config, strays, skipped, keyed
    )


def _unconnected(machine: Machine, model: Model) -> tuple[tuple[Place, ...], tuple[LayerCall, ...]]:
    """Inputs that a model lacks, and layers that it leaves out; nothing if the reader made its input.

    Nor is anything said where the program is ready for Keras to refuse the model.
    """
    entries = [tensor.node for tensor in tensors(model.fields.get("inputs"))]
    written = {id(layer) for layer in machine.met["layers"]}
    if (
        model.fields["guarded"]
        or not graph.inputs_are_known(model)
        or any(graph.is_input(node) and id(node.layer) not in written for node in entries)
    ):
        return (), ()
    written |= graph.own_inputs(machine)
    strays = [node.place for node in graph.stray_inputs(model) if id(node.layer) in written]
    skipped = [node.layer for node in graph.before_inputs(model) if isinstance(node.layer, Layer)]
    return tuple(strays), tuple(map(_call, skipped))


def _shown(source: Any) -> str:
    if isinstance(source, Layer | Model):
        name = source.given.get("name")
        return name if isinstance(name, str) else source.name
    return getattr(source, "reason", "")


def _call(source: Layer | Model) -> LayerCall:
    given = {**source.given, "weights": source.fields["weights"]} if "weights" in source.fields else source.given
    arguments = {key: fact(value) for key, value in given.items()}
    return LayerCall(source.name, arguments, source.place, bool(source.fields.get("used")))
