"""What a model does, as plain numbers, and questions about it, to be used in rubrics.

Reading a model tells where something stands; what it does is measured on the training rows, and a measurement does
not care how the model was spelt. :class:`Behaviour` holds the measurements. Each function below returns a question:
called with a behaviour it answers with the empty text if the property is there, else with a sentence that says where
it is missing, and what was measured there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from autograder.anatomy.kinds import CLASSES, Trait, classes_with
from autograder.rubric.narrowest import Narrowest, narrowest

STRAIGHT = 1 - 1e-6
"""An operation is a straight line if that explains this share of the variance of each unit. Nearly all is not enough:
after training, many units of a ReLU layer stand on one side of their bend for almost every row."""

CARRIES = 0.01
"""A branch carries signal if the answers change by this share of their spread when it is held still."""

RECURRENT = frozenset(name for name, (kind, _) in CLASSES.items() if kind == "recurrent")
"""Layers that hand a state from step to step."""

_NORMALIZATIONS = classes_with(Trait.NORMALIZES) | {"Normalization"}
_CONVOLUTIONS = ("Conv", "SeparableConv", "DepthwiseConv")
_FAR = 100.0
_CHANCE = 0.015
_ROUNDING = 1e-6
_SURE = 0.99
_CERTAIN = 0.9  # how large a share a favourite class must be able to get


@dataclass(frozen=True)
class Step:
    """One operation of a model, measured where it stands.

    Attributes:
        name: what the author called the layer.
        kind: its class, for example ``Dense`` or ``Log1p``.
        inputs: positions of the steps it reads, those left out that carry no signal to the answer.
        mixes: it has weights that combine several units; an identity, or one factor for each unit, does not.
        learned: training can change those weights.
        factors: it has weights that training can change, and they mix nothing: a factor or a summand for each unit.
        fed_straight: how much of what it reads is a straight-line function of what the weights before it gave, if it
            mixes and reads from one such place.
        straight: how much of what it gives, activation included, is a straight-line function of what enters it, or
            for a layer with weights of what its activation gets: from 0 to 1, for the unit that bends most.
        mean: the largest mean of a column of what it gives, without sign.
        narrowest, widest: the smallest and the largest spread of a column; columns of zeros and ones left out.
        drops: the share of units that it drops in a training step.
        shift: for a batch norm, the variance of what enters it in training divided by that at prediction.
        numbers: how many numbers it gives for a row; those that are the same for all rows left out.
        released: the layer of the released network whose weights it holds, number by number; empty if there is none.
    """

    name: str
    kind: str
    inputs: tuple[int, ...] = ()
    mixes: bool = False
    learned: bool = False
    factors: bool = False
    fed_straight: float = 0.0
    straight: float = 1.0
    mean: float = 0.0
    narrowest: float = 1.0
    widest: float = 1.0
    drops: float = 0.0
    shift: float = 1.0
    numbers: int = 1
    released: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name!r}"


@dataclass(frozen=True)
class Head:
    """The answers when what the last layers with weights give is scaled up, in both directions.

    Attributes:
        shape: of an answer to one row, axes of length one left out.
        low, high: the lowest and the highest answer, divided by the largest ordinary one.
        size: that largest ordinary answer, without sign.
        shares: whether the numbers of an answer are shares of one, as a softmax gives them.
        surest: the largest share in an answer, at the median row.
        last: names of those layers.
    """

    shape: tuple[int, ...]
    low: float
    high: float
    shares: bool = False
    surest: float = 0.0
    last: str = ""
    size: float = 1.0


@dataclass(frozen=True)
class Behaviour:
    """A model's operations in the order they run, and its head.

    Attributes:
        takes: the shape of a row for each input.
        steps: inputs first; ``outputs`` are positions in it.
        parameters: how many numbers it holds: weights, trained or not, and constants.
        names, gives: for each output what it is called, and the shape of its answer to a row.
        ranges: for each output the smallest and the largest number that it answers.
    """

    takes: tuple[tuple[int | None, ...], ...]
    steps: tuple[Step, ...]
    outputs: tuple[int, ...]
    head: Head
    parameters: int = 0
    names: tuple[str, ...] = ()
    gives: tuple[tuple[int | None, ...], ...] = ()
    ranges: tuple[tuple[float, float], ...] = ()

    @cached_property
    def readers(self) -> tuple[tuple[int, ...], ...]:
        """For each step, the steps that read it."""
        found: list[list[int]] = [[] for _ in self.steps]
        for position, step in enumerate(self.steps):
            for source in step.inputs:
                found[source].append(position)
        return tuple(map(tuple, found))

    @cached_property
    def needed(self) -> frozenset[int]:
        """Steps that the answer depends on."""
        return self.needed_by(self.outputs)

    def needed_by(self, outputs: Iterable[int]) -> frozenset[int]:
        """Steps that these ``outputs`` depend on, themselves among them."""
        found, todo = set[int](), list(outputs)
        while todo:
            position = todo.pop()
            if position not in found:
                found.add(position)
                todo += self.steps[position].inputs
        return frozenset(found)

    def narrowest(self, outputs: Iterable[int], within: frozenset[int]) -> Narrowest:
        """Of the steps ``within``, those with the fewest numbers through which all passes to ``outputs``."""
        wide = [step.numbers if position in within else math.inf for position, step in enumerate(self.steps)]
        return narrowest([step.inputs for step in self.steps], wide, outputs)

    @cached_property
    def untouched(self) -> tuple[bool, ...]:
        """Whether a step reads the row, on some way, before any weights mixed it."""
        found: list[bool] = []
        for step in self.steps:
            found.append(not step.inputs or any(found[i] and not self.steps[i].mixes for i in step.inputs))
        return tuple(found)

    @cached_property
    def mixed(self) -> tuple[bool, ...]:
        """Whether a step reads, on some way, what weights have mixed."""
        found: list[bool] = []
        for step in self.steps:
            found.append(any(found[i] or self.steps[i].mixes for i in step.inputs))
        return tuple(found)

    def raw_sources(self, position: int) -> Iterator[int]:
        """The steps through which rows that no weights have mixed reach a step, before they join what was mixed."""
        todo, seen = [position], set[int]()
        while todo:
            for source in self.steps[todo.pop()].inputs:
                if source in seen or self.steps[source].mixes or not self.untouched[source]:
                    continue
                seen.add(source)
                if self.mixed[source]:
                    todo.append(source)
                else:
                    yield source

    @cached_property
    def before_the_last(self) -> tuple[bool, ...]:
        """Whether other weights that were learned mix what a step gives, on some way to the answer."""
        found = [False] * len(self.steps)
        for position in reversed(range(len(self.steps))):
            for reader in self.readers[position]:
                if reader in self.needed:
                    found[position] |= (self.steps[reader].mixes and self.steps[reader].learned) or found[reader]
        return tuple(found)

    def bends(self, position: int) -> bool:
        """Whether a step is something that a straight line cannot do; scaling by a norm does not count."""
        step = self.steps[position]
        return step.straight < STRAIGHT and step.kind not in _NORMALIZATIONS

    def after(self, position: int) -> Iterator[tuple[int, float, bool]]:
        """The ways from a step to the next ones that mix: where one ends, the share kept, whether it bends.

        Ways that are alike up to a step count once: a ladder of branches has more ways than anybody can walk.
        """
        step = self.steps[position]
        todo = [(position, 1.0, self.bends(position) and step.mixes)]
        seen = set(todo)
        while todo:
            here, kept, bent = todo.pop()
            for reader in self.readers[here]:
                if reader not in self.needed:
                    continue
                if self.steps[reader].mixes:
                    yield reader, kept, bent
                    continue
                way = (reader, kept * (1 - self.steps[reader].drops), bent or self.bends(reader))
                if way not in seen:
                    seen.add(way)
                    todo.append(way)


Question = Callable[[Behaviour], str]


def takes(*shape: int) -> Question:
    """Takes raw rows of this shape, and nothing else."""

    def ask(behaviour: Behaviour) -> str:
        if len(behaviour.takes) == 1 and _size(behaviour.takes[0]) in {_size(shape), None}:
            return ""
        listed = " and ".join(str(tuple(one)) for one in behaviour.takes)
        return f"The model must take one row of shape {shape}, as it comes; it takes {listed}."

    return ask


def _size(shape: tuple[int | None, ...]) -> tuple[int, ...] | None:
    """A shape without axes of length one; None if an axis has any length."""
    return None if None in shape else tuple(length for length in shape if length is not None and length != 1)


def answers_with(outputs: Mapping[str, int], between: Mapping[str, tuple[float, float]] | None = None) -> Question:
    """Has outputs of these names, each of so many numbers for a row, in any shape; there may be others.

    Args:
        outputs: how many numbers, by name.
        between: for some of them, what their numbers may be at least and at most.
    """

    def ask(behaviour: Behaviour) -> str:
        listed = "; ".join(
            f"{name!r} of shape {shape}" for name, shape in zip(behaviour.names, behaviour.gives, strict=True)
        )
        for name, numbers in outputs.items():
            if name not in behaviour.names:
                return f"There is no output called {name!r}. This is what the model answers: {listed}."
            shape = behaviour.gives[behaviour.names.index(name)]
            if None in shape or math.prod(filter(None, shape)) != numbers:
                return f"The output {name!r} must be {numbers} numbers for a row; it has shape {shape}."
        for name, (low, high) in (between or {}).items():
            lowest, highest = behaviour.ranges[behaviour.names.index(name)]
            if lowest < low - _ROUNDING or highest > high + _ROUNDING:
                return (
                    f"The numbers of {name!r} must lie between {low:g} and {high:g}; on training rows they run from "
                    f"{lowest:.2f} to {highest:.2f}."
                )
        return ""

    return ask


def passes_through(output: str, at_most: int) -> Question:
    """Somewhere on the way to this output, a row is so few numbers: a code, and nothing around it."""

    def ask(behaviour: Behaviour) -> str:
        if output not in behaviour.names:
            return f"There is no output called {output!r}."
        position = behaviour.outputs[behaviour.names.index(output)]
        found = behaviour.narrowest([position], behaviour.needed_by([position]))
        if found.numbers <= at_most:
            return ""
        return (
            f"At the narrowest place on its way to {output!r}, a row is still {found.numbers:g} numbers: "
            f"{_listed(behaviour, found.steps)}. At most {at_most} are asked for, with nothing that goes around them."
        )

    return ask


def reads_only_the_code(output: str, of: str, at_most: int) -> Question:
    """All that this output knows of a row passes through so few numbers on the way to another one: its code.

    Where that code is wider itself, it is not held against this output.
    """

    def ask(behaviour: Behaviour) -> str:
        for name in (output, of):
            if name not in behaviour.names:
                return f"There is no output called {name!r}."
        reader, other = (behaviour.outputs[behaviour.names.index(name)] for name in (output, of))
        coded = behaviour.needed_by([other])
        code, both = behaviour.narrowest([other], coded), behaviour.narrowest([reader, other], coded)
        if both.numbers <= max(code.numbers, at_most):
            return ""
        return (
            f"{of!r} is made of {code.numbers:g} numbers: {_listed(behaviour, code.steps)}. {output!r} also reads "
            f"something that goes around them. Compute it from at most {at_most} numbers that {of!r} is made of."
        )

    return ask


def _listed(behaviour: Behaviour, steps: tuple[int, ...]) -> str:
    return " and ".join(f"{behaviour.steps[step].numbers} in {behaviour.steps[step]}" for step in steps)


def answers_freely() -> Question:
    """One number that nothing bounds: with its last weights scaled up it passes every bound, above and below."""

    def ask(behaviour: Behaviour) -> str:
        head = behaviour.head
        if head.shape:
            return f"The model must answer one number for a row; it answers shape {head.shape}."
        if head.low <= -_FAR and head.high >= _FAR:
            return ""
        side = "goes below" if head.low > -_FAR and head.high >= _FAR else "rises above"
        if head.low > -_FAR and head.high < _FAR:
            side = "leaves"
        return (
            f"Something bounds the answer: even with the weights of {head.last} ten thousand times as large, it "
            f"never {side} {_bounds(head)}. End in a dense layer with no activation behind it."
        )

    return ask


def _bounds(head: Head) -> str:
    if head.low > -_FAR and head.high < _FAR:
        return f"{head.low:.2g} to {head.high:.2g} times its usual size"
    return f"{head.low if head.low > -_FAR else head.high:.2g} times its usual size"


def answers_a_probability() -> Question:
    """One number from 0 to 1, and with its last weights scaled up it comes close to both."""

    def ask(behaviour: Behaviour) -> str:
        head = behaviour.head
        if head.shape:
            return f"The model must answer one number for a row, a probability; it answers shape {head.shape}."
        low, high = head.low * head.size, head.high * head.size
        if low < -_ROUNDING or high > 1 + _ROUNDING:
            return (
                f"The answer is no probability: with the weights of {head.last} ten thousand times as large, answers "
                f"run from {low:.3g} to {high:.3g}. A sigmoid keeps them between 0 and 1."
            )
        if low > 1 - _SURE or high < _SURE:
            return (
                f"The answer can never be sure: with the weights of {head.last} ten thousand times as large, answers "
                f"still run from {low:.3g} to {high:.3g} only. A softmax of one number, for example, is always 1."
            )
        return ""

    return ask


def _surest(head: Head, classes: int) -> float:
    """The largest share that a softmax gives to numbers as far from zero, on both sides, as the head's may be."""
    reach = max(min(-head.low, head.high) * head.size, 0.0)
    return 1 / (1 + (classes - 1) * math.exp(-2 * reach))


def answers_classes(classes: int) -> Question:
    """A number for each class: shares of one that can become certain, or numbers of which a softmax would make such.

    Numbers that nothing bounds are such, and those that may lie far enough on either side of zero: cosines of angles,
    times twelve.
    """

    def ask(behaviour: Behaviour) -> str:
        head = behaviour.head
        if head.shape != (classes,):
            return f"The model must answer {classes} numbers, one for each class; it answers shape {head.shape}."
        if head.shares and head.surest < _CERTAIN:
            return (
                f"Something blurs the answer: even with the weights of {head.last} ten thousand times as large, the "
                f"model gives its favourite class only {head.surest:.2f}. One softmax is enough, and it stands last."
            )
        if not head.shares and (head.low > -_FAR or head.high < _FAR) and not _surest(head, classes) >= _CERTAIN:
            return (
                "The numbers are neither shares of one, as a softmax gives them, nor free: something else bounds "
                f"each of them, {_bounds(head)}. Classes that exclude each other share one softmax."
            )
        return ""

    return ask


def standardises(mean: float = 2.5, narrowest: float = 0.3, widest: float = 4.0) -> Question:
    """What reaches the first weights on every way is centred and scaled, column by column.

    The bounds are wide: products or distances of standardised columns may stand beside them. Factors and summands
    that were learned may follow, and what looks up rows of a table by whole numbers has no scale.
    """

    def standard(behaviour: Behaviour) -> list[bool]:
        found: list[bool] = []
        for step in behaviour.steps:
            is_bounded = step.mean <= mean and step.narrowest >= narrowest and step.widest <= widest
            found.append(is_bounded or (step.factors and all(found[source] for source in step.inputs)))
        return found

    def ask(behaviour: Behaviour) -> str:
        is_standard = standard(behaviour)
        for position, step in enumerate(behaviour.steps):
            reads_rows = step.mixes and step.kind != "Embedding" and behaviour.untouched[position]
            if not reads_rows or position not in behaviour.needed:
                continue
            wrong = (one for one in behaviour.raw_sources(position) if not is_standard[one])
            for source in (behaviour.steps[one] for one in wrong):
                return (
                    f"What reaches {step} is not standardised. Over the training rows, columns should have a mean "
                    f"near 0 and a spread near 1; here a mean is as far out as {source.mean:.3g}, and the spreads "
                    f"run from {source.narrowest:.3g} to {source.widest:.3g}. Is there a Normalization in front of "
                    "it, adapted to the raw training rows, or a BatchNormalization?"
                )
        return ""

    return ask


def hidden_layers(at_least: int) -> Question:
    """So many layers with weights, each followed by a bend, before the last one, on the way with the most of them.

    Ways that carry no signal to the answer do not count.
    """

    def ask(behaviour: Behaviour) -> str:
        most = _bending_layers(behaviour)
        if most >= at_least:
            return ""
        return (
            f"Of the hidden layers on the deepest way from input to answer, {most} {'has' if most == 1 else 'have'} "
            f"an activation that bends what the training rows give; {at_least} are asked for. Layers with no "
            "activation between them act as one. A ReLU bends nothing where all rows have the same sign, as happens "
            "with inputs that are not scaled. A branch that does not change the answer does not count."
        )

    return ask


def _bending_layers(behaviour: Behaviour) -> int:
    best: list[tuple[int, bool, int]] = []  # bent layers so far, weights wait for a bend, of those before the latest
    for position, step in enumerate(behaviour.steps):
        if position not in behaviour.needed:
            best.append((0, False, 0))
            continue
        count, waits, before = max((best[i] for i in step.inputs), default=(0, False, 0))
        if step.mixes:
            before, waits = before if step.fed_straight >= STRAIGHT else count, True
            count = before
        if behaviour.bends(position) and waits:
            count, waits = count + 1, False
        best.append((count, waits, before))
    return max((best[output][2] for output in behaviour.outputs), default=0)


def convolutions(at_least: int) -> Question:
    """So many convolutions that compute something, on every way from input to answer that carries signal."""

    def ask(behaviour: Behaviour) -> str:
        fewest: list[int] = []
        for step in behaviour.steps:
            so_far = min((fewest[i] for i in step.inputs), default=0)
            fewest.append(so_far + (step.mixes and step.kind.startswith(_CONVOLUTIONS)))
        found = min((fewest[output] for output in behaviour.outputs), default=0)
        if found >= at_least:
            return ""
        counted = "is 1 convolution that combines" if found == 1 else f"are {found} convolutions that combine"
        return f"On the shortest way from input to answer there {counted} neighbours or maps; {at_least} are needed."

    return ask


def recurrent_layers(at_least: int) -> Question:
    """So many recurrent layers, one behind another, on the way with the most of them.

    Ways that carry no signal to the answer do not count.
    """

    def ask(behaviour: Behaviour) -> str:
        most: list[int] = []
        for step in behaviour.steps:
            so_far = max((most[i] for i in step.inputs), default=0)
            most.append(so_far + (step.kind in RECURRENT))
        found = max((most[output] for output in behaviour.outputs), default=0)
        if found >= at_least:
            return ""
        return (
            f"On the deepest way from input to answer there {'is' if found == 1 else 'are'} {found} recurrent "
            f"layer{'s' * (found != 1)}; {at_least} are asked for, one behind another."
        )

    return ask


def batch_norms(at_least: int) -> Question:
    """So many batch norms behind weights, one behind another, on a way from input to answer that carries signal."""

    def ask(behaviour: Behaviour) -> str:
        most: list[int] = []
        for position, step in enumerate(behaviour.steps):
            so_far = max((most[i] for i in step.inputs), default=0)
            most.append(so_far + (step.kind == "BatchNormalization" and behaviour.mixed[position]))
        found = max((most[output] for output in behaviour.outputs), default=0)
        if found >= at_least:
            return ""
        return (
            f"One behind another, and behind weights, there {'is' if found == 1 else 'are'} {found} batch "
            f"norm{'s' * (found != 1)}; {at_least} are asked for."
        )

    return ask


def parameters(at_most: int) -> Question:
    """Holds no more numbers than this, in weights or as constants."""

    def ask(behaviour: Behaviour) -> str:
        if behaviour.parameters <= at_most:
            return ""
        return f"The model holds {behaviour.parameters:,} numbers; {at_most:,} are allowed. See model.summary()."

    return ask


def drops_after_hidden_layers(lowest: float, highest: float) -> Question:
    """On every way from a hidden layer that bends to the next weights, this share of units is dropped in training.

    The share is measured by chance, so a little less or more is the same.
    """

    def ask(behaviour: Behaviour) -> str:
        hidden = 0
        for position in sorted(behaviour.needed):
            step = behaviour.steps[position]
            ways = list(behaviour.after(position)) if step.mixes else []
            if not any(bent for *_, bent in ways):
                continue
            hidden += 1
            for after, kept, bent in ways:
                dropped = 1 - kept
                if bent and not lowest - _CHANCE <= dropped <= highest + _CHANCE:
                    where = f"Between {step} and {behaviour.steps[after]}"
                    if dropped < 0.005:
                        return f"{where}, no units are dropped in training: a Dropout belongs there."
                    return (
                        f"{where}, {dropped:.0%} of the units are dropped in training; {lowest:.0%} to {highest:.0%} "
                        "are asked for."
                    )
        return "" if hidden else "There is no hidden layer with an activation that dropout could follow."

    return ask


def leaves_features_alone() -> Question:
    """Nothing is dropped before the first weights that mix features, on any way."""

    def ask(behaviour: Behaviour) -> str:
        for position in sorted(behaviour.needed):
            step = behaviour.steps[position]
            if step.drops > 0.005 and behaviour.untouched[position] and not step.mixes:
                return (
                    f"The {step} drops {step.drops:.0%} of what it gets in training, and what it gets are input "
                    "features: measurements, not units."
                )
        return ""

    return ask


def batch_norm_meets_what_it_stored(most: float) -> Question:
    """What enters a batch norm varies in training about as much as at prediction."""

    def ask(behaviour: Behaviour) -> str:
        for position in sorted(behaviour.needed):
            step = behaviour.steps[position]
            if step.shift > most:
                return (
                    f"What enters {step} varies {step.shift:.2f} times as much in training as at prediction, because "
                    "something random stands right before it. It stores the variance of training and divides by it "
                    "at prediction. Put the dropout behind it."
                )
        return ""

    return ask


def keeps(*layers: str) -> Question:
    """On every way from input to answer, these layers of the released network come first, with weights as released.

    Where they stand, in a model inside the model or beside others, does not matter. Nothing else with weights comes
    before the last of them, be it one factor that is learned, and no way that carries signal leads past them.
    """

    def ask(behaviour: Behaviour) -> str:
        ways: list[tuple[str, ...]] = []
        for step in behaviour.steps:
            way = _common([ways[source] for source in step.inputs])
            is_norm = step.kind in _NORMALIZATIONS - {"Normalization"}
            has_weights = step.released or step.mixes or step.factors or is_norm
            ways.append((*way, step.released or str(step)) if has_weights else way)
        way = _common([ways[output] for output in behaviour.outputs])
        kept = len(_common([way, layers]))
        if kept == len(layers):
            return ""
        lost = f"the released {layers[kept]}"
        instead = f"the {way[kept]} stands in place of {lost}" if len(way) > kept else f"{lost} is not on all ways"
        return (
            f"Every way from input to answer must lead through {', '.join(layers)}, with the weights that were "
            f"released, number by number. Here {instead}. Was it trained, or is there a way around it?"
        )

    return ask


def _common(ways: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """How all of them begin."""
    return tuple(takewhile(bool, (names[0] if len(set(names)) == 1 else "" for names in zip(*ways, strict=False))))
