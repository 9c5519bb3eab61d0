"""However a model is spelt, it is the same anatomy, every rule says the same of it, and it does the same.

A plan is what a model computes: steps such as ``("dense", 64)``, ``("activation", "relu")``, ``("dropout", 0.2)``.
`write` spells it in one of very many ways: where the activation stands, how the layers are strung together, what is
nested in what, what is a name, a constant, a loop or a function of the author's, how the input's shape, the loss and
the optimizer are told. The programs are read as source, without Keras; a few are also run, and read and measured
alive, on the rows of their exercise.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import keras
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from autograder.anatomy import read_model
from autograder.anatomy.compiled import program_of, training_of
from autograder.anatomy.source import Program, read_source
from autograder.evidence import Refused
from autograder.evidence.portable import portable
from autograder.judge.behaving import behaviour
from autograder.judge.data import home_data
from autograder.rubric import Behaves, Observed, Status, load_rubric
from autograder.rules import all_rules, diagnose

Step = tuple[object, ...]
LAYERS = {
    "dense": "Dense", "conv": "Conv2D", "dropout": "Dropout", "batch_norm": "BatchNormalization",
    "normalization": "Normalization", "max_pool": "MaxPooling2D", "average_pool": "AveragePooling2D",
    "flatten": "Flatten", "rescaling": "Rescaling",
}  # fmt: skip
# as a layer of its own, as a function; by name and by Activation each of them can be had
ACTIVATIONS = {
    "relu": (["ReLU()", "ReLU(negative_slope=0.0)"], ["keras.ops.relu", "keras.activations.relu"]),
    "silu": ([], ["keras.ops.silu", "keras.activations.swish"]),
    "gelu": ([], ["keras.activations.gelu"]),
    "sigmoid": ([], ["keras.ops.sigmoid", "keras.activations.sigmoid"]),
    "softmax": (["Softmax()", "Softmax(axis=-1)"], ["keras.ops.softmax"]),
}
NOTHING = ["Identity()", "Dropout(0)", "Dropout(rate=0.0)", 'Activation("linear")', "GaussianNoise(0.0)"]
LOSSES = {
    "mean_absolute_error": ['"mae"', '"mean_absolute_error"', "keras.losses.MeanAbsoluteError()"],
    "mean_squared_error": ['"mse"', '"MSE"', "keras.losses.MeanSquaredError()"],
    "sparse_categorical_crossentropy": [
        '"sparse_categorical_crossentropy"',
        "keras.losses.SparseCategoricalCrossentropy()",
    ],
}
OPTIMIZERS = {
    ("Adam", 0.001): ['"adam"', '"Adam"', "keras.optimizers.Adam()", "keras.optimizers.Adam(1e-3)"],
    ("SGD", 5.0): ["keras.optimizers.SGD(5.0)", "keras.optimizers.SGD(learning_rate=10 / 2)"],
}
BARE = (
    f"from keras.layers import Activation, GaussianNoise, Identity, ReLU, Softmax, {', '.join(LAYERS.values())}",
    "",
)
IMPORTS = [
    BARE,
    ("from keras import layers", "layers."),
    ("from tensorflow.keras import layers", "layers."),
    ("", "keras.layers."),
    ("import keras.layers as kl", "kl."),
]


@dataclass(frozen=True)
class Plan:
    """A model: what comes in, the steps, how it is trained."""

    shape: tuple[int, ...]
    steps: tuple[Step, ...]
    loss: str
    optimizer: tuple[str, float] = ("Adam", 0.001)


@dataclass(frozen=True)
class Part:
    """An expression that maps a tensor to a tensor; a function is no layer, so no Sequential takes it."""

    text: str
    shape: tuple[int, ...]  # of what comes out
    is_layer: bool = True


def write(plan: Plan, pick: random.Random, imports: tuple[str, str] | None = None, nest: bool = True) -> str:
    """A program that builds and compiles the plan's ``model``; without ``nest`` it makes no other model."""
    return _Writer(pick, imports or pick.choice(IMPORTS), nest).program(plan)


class _Writer:
    def __init__(self, pick: random.Random, imports: tuple[str, str], nest: bool) -> None:
        self.pick = pick
        self.nest = nest
        self.lines: list[str] = []
        self.names = 0
        self.imported, self.prefix = imports

    def program(self, plan: Plan) -> str:
        parts = self.nested(self.parts(plan), plan.shape) if self.nest else self.parts(plan)
        if all(part.is_layer for part in parts) and self.chance(0.6):
            self.sequential(parts, plan.shape)
        else:
            inputs = self.assign(f"keras.Input({self.shape(plan.shape)}{self.named()})")
            self.lines.append(f"model = keras.Model({inputs}, {self.through(parts, inputs)})")
        loss, optimizer = self.pick.choice(LOSSES[plan.loss]), self.pick.choice(OPTIMIZERS[plan.optimizer])
        self.lines.append(f"model.compile(loss={loss}, optimizer={optimizer})")
        return "\n".join(["import keras", self.imported, *self.lines, ""])

    def parts(self, plan: Plan) -> list[Part]:
        """The steps, one after another; an activation may go into the layer before it."""
        found, shape, number = [], plan.shape, 0
        while number < len(plan.steps):
            kind, *facts = plan.steps[number]
            shape = shape_after(plan.steps[number], shape)
            number += 1
            if kind == "activation":
                found.append(self.activation(str(facts[0]), shape))
                continue
            merged = ""
            if kind in {"dense", "conv"} and plan.steps[number : number + 1] and self.chance(0.5):
                follower, *function = plan.steps[number]
                if follower == "activation":
                    merged, number = f", activation={self.function(str(function[0]))}", number + 1
            found.append(Part(self.layer(str(kind), facts, merged), shape))
            if self.chance(0.15):
                found.append(Part(self.prefix + self.pick.choice(NOTHING), shape))
        return found

    def layer(self, kind: str, facts: Sequence[object], more: str) -> str:
        given = [self.constant(fact) for fact in facts]
        if kind == "conv":
            given += [self.pick.choice(["3", "(3, 3)", "kernel_size=3"]), 'padding="same"']
        arguments = ", ".join(given) + more + self.named()
        made = f"{self.prefix}{LAYERS[kind]}"
        if self.chance(0.15):
            factory = self.fresh("make")
            self.lines += [f"def {factory}(*given, **more):", f"    return {made}(*given, **more)"]
            made = factory
        return f"{made}({arguments.removeprefix(', ')})"

    def activation(self, name: str, shape: tuple[int, ...]) -> Part:
        own, functions = ACTIVATIONS[name]
        texts = [f"Activation({self.function(name)}{self.named()})", *own]
        if self.chance(0.3):
            return Part(self.pick.choice(functions), shape, is_layer=False)
        return Part(self.prefix + self.pick.choice(texts), shape)

    def function(self, name: str) -> str:
        return self.pick.choice([f'"{name}"', f"keras.activations.{name}"])

    def nested(self, parts: list[Part], shape: tuple[int, ...]) -> list[Part]:
        """Some of the parts in a model of their own."""
        if len(parts) < 2 or self.chance(0.4):
            return parts
        first = self.pick.randrange(len(parts) - 1)
        last = self.pick.randrange(first, len(parts) - (first == 0))
        before = parts[first - 1].shape if first else shape
        inside = self.nested(parts[first : last + 1], before)
        return [*parts[:first], Part(self.model_of(inside, before), inside[-1].shape), *parts[last + 1 :]]

    def model_of(self, parts: list[Part], shape: tuple[int, ...]) -> str:
        if all(part.is_layer for part in parts) and self.chance(0.6):
            texts = [part.text for part in parts]
            texts = [f"keras.Input({self.shape(shape)})", *texts] if self.chance(0.5) else texts
            return self.assign(f"keras.Sequential([{', '.join(texts)}]{self.named()})")
        start = self.assign(f"keras.Input({self.shape(shape)})")
        return self.assign(f"keras.Model({start}, {self.through(parts, start)}{self.named()})")

    def through(self, parts: list[Part], tensor: str) -> str:
        """Statements that send a tensor through all parts; the name of what comes out."""
        while parts:
            size = self.pick.randint(1, len(parts))
            some, parts = parts[:size], parts[size:]
            way = self.pick.choice(["one by one", "at once", "loop", "function"])
            if way == "at once":
                text = tensor
                for part in some:
                    text = f"{part.text}({text})"
                tensor = self.assign(text)
            elif way == "loop":
                result = self.assign(tensor)
                self.lines.append(f"for part in [{', '.join(part.text for part in some)}]:")
                self.lines.append(f"    {result} = part({result})")
                tensor = result
            elif way == "function":
                name = self.fresh("block")
                self.lines.append(f"def {name}(x):")
                self.lines += [f"    x = {part.text}(x)" for part in some]
                self.lines.append("    return x")
                tensor = self.assign(f"{name}({tensor})")
            else:
                for part in some:
                    tensor = self.assign(f"{part.text}({tensor})")
        return tensor

    def sequential(self, parts: list[Part], shape: tuple[int, ...]) -> None:
        texts = [part.text for part in parts]
        told = self.pick.choice(["Input", "InputLayer", "argument"])
        if told == "argument" and texts[0].endswith(")"):  # a call of a layer, not the name of a nested model
            ways = [f"input_shape={self.shape(shape)}"] + [f"input_dim={shape[0]}"] * (len(shape) == 1)
            texts[0] = f"{texts[0][:-1]}, {self.pick.choice(ways)})".replace("(, ", "(")
        elif told == "InputLayer":
            texts = [f"keras.layers.InputLayer(shape={self.shape(shape)})", *texts]
        else:
            texts = [f"keras.Input({self.shape(shape)})", *texts]
        given = self.pick.randint(0, len(texts))
        self.lines.append(f"model = keras.Sequential([{', '.join(texts[:given])}]{self.named()})")
        if given < len(texts) and self.chance(0.4):
            self.lines += [f"for part in ({', '.join(texts[given:])},):", "    model.add(part)"]
        else:
            self.lines += [f"model.add({text})" for text in texts[given:]]

    def shape(self, shape: tuple[int, ...]) -> str:
        inner = ", ".join(self.constant(size) for size in shape)
        return self.pick.choice([f"({inner},)", f"tuple([{inner}])"])

    def constant(self, value: object) -> str:
        """A number, computed in one of several ways, all of them exact."""
        ways = [repr(value)]
        if isinstance(value, int):
            ways += [f"{2 * value} // 2", f"{value - 1} + 1", f"int({float(value)})", f"len([0] * {value})"]
        if isinstance(value, float):
            over = round(1 / value) if value else 0
            ways += [f"float({value})", f"1 / {over}"] if over and 1 / over == value else [f"float({value})"]
        if self.chance(0.6):
            return repr(value)
        text = self.pick.choice(ways)
        return self.assign(text) if self.chance(0.4) else text

    def named(self) -> str:
        return f', name="{self.fresh("layer")}"' if self.chance(0.1) else ""

    def assign(self, text: str) -> str:
        name = self.fresh("v")
        self.lines.append(f"{name} = {text}")
        return name

    def fresh(self, stem: str) -> str:
        self.names += 1
        return f"{stem}_{self.names}"

    def chance(self, share: float) -> bool:
        return self.pick.random() < share


def shape_after(step: Step, shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape that a step makes of a shape."""
    kind, *facts = step
    if kind in {"dense", "conv"}:
        return (*shape[:-1], int(str(facts[0])))
    if kind in {"max_pool", "average_pool"}:
        return (shape[0] // 2, shape[1] // 2, shape[2])
    return (math.prod(shape),) if kind == "flatten" else shape


MANY = settings(max_examples=120)
FEW = settings(max_examples=12, phases=[Phase.generate])  # building a model takes long, shrinking longer
SPEAK_OF_SPELLING = {"keras3"}
RULES = [rule for rule in all_rules().values() if rule.family not in SPEAK_OF_SPELLING]


def hidden(units, function, *then):
    return [("dense", units), ("activation", function), *then]


def looked_at(filters):
    return [("conv", filters), ("activation", "relu"), ("batch_norm",)]


DROPPED, HALF = ("dropout", 0.2), ("average_pool", 2)
RIGHT = {
    "red-wine": Plan(
        (11,),
        (("normalization",), *hidden(64, "relu", DROPPED), *hidden(32, "gelu", DROPPED), ("dense", 1)),
        "mean_absolute_error",
    ),
    "distance-predictor": Plan(
        (4,),
        (("batch_norm",), *hidden(100, "relu"), *hidden(100, "relu"), ("dense", 1)),
        "mean_squared_error",
    ),
    "concrete-strength": Plan(
        (8,),
        (("normalization",), *hidden(64, "silu"), *hidden(64, "silu", ("dropout", 0.1)), ("dense", 1)),
        "mean_squared_error",
    ),
    "textile-curves": Plan(
        (30, 30, 1),
        (
            HALF,
            *looked_at(8),
            *looked_at(16),
            ("max_pool", 2),
            ("flatten",),
            ("dropout", 0.25),
            *hidden(5, "softmax"),
        ),
        "sparse_categorical_crossentropy",
    ),
}
"""By exercise: a model that meets all of its structural criteria."""
EXERCISES = st.sampled_from(sorted(RIGHT))
PICKS = st.integers(0, 2**32).map(random.Random)


def read(text: str) -> Program:
    program = read_source(text)
    assert not program.failures, text
    return program


@cache
def rows_of(exercise: str):
    """Raw training rows."""
    return home_data(load_rubric(exercise).data).released.inputs[:400]


def statuses(exercise: str, model) -> dict[str, Status]:
    """What the exercise's criteria on behaviour say of a live model."""
    try:
        observed = Observed(behaviour(portable(model), rows_of(exercise)))
    except Refused as refusal:
        observed = Observed(None, missing=str(refusal))
    asked = [one for one in load_rubric(exercise).criteria if isinstance(one, Behaves)]
    return {criterion.id: criterion.judge(observed).status for criterion in asked}


def prepared(text: str, rows):
    """The live model of a program, its statistics as after a training on these rows."""
    model = run(text)
    norms = [layer for layer in model._flatten_layers() if isinstance(layer, keras.layers.BatchNormalization)]
    for layer in model._flatten_layers():
        if isinstance(layer, keras.layers.Normalization) and layer.mean.shape[-1] == rows.shape[-1]:
            layer.adapt(rows)
    for norm in norms:
        norm.momentum = 0.5
    for _ in range(15 if norms else 1):
        model(rows[:200], training=True)
    return model


def judged(exercise: str, text: str) -> dict[str, Status]:
    return statuses(exercise, prepared(text, rows_of(exercise)))


def findings(program: Program) -> set[str]:
    return {finding.rule.id for finding in diagnose(program, RULES)}


def alone(program: Program) -> Program:
    """The model without its source, as the judge gets it: each layer has its own name, no fit is known."""
    model = program.model("model")
    operations = tuple(replace(one, name=f"layer_{at}") for at, one in enumerate(model.anatomy.operations))
    training = replace(model.training, complete=False)
    return program_of(replace(model.anatomy, operations=operations), training, form="functional")


@st.composite
def wrong(draw):
    """A plan whose meaning is not that of the right one: exercise, plan."""
    exercise = draw(EXERCISES)
    plan = RIGHT[exercise]
    steps = list(plan.steps)
    changes = ["remove", "swap", "change", "insert", "activation", "rate"]
    change, where = draw(st.sampled_from(changes)), draw(st.integers(0, len(steps) - 2))
    if change == "remove":
        del steps[draw(st.sampled_from([at for at, step in enumerate(steps) if step[0] != "flatten"]))]
    elif change == "swap":
        pairs = [at for at, pair in enumerate(pairwise(steps)) if pair[0] != pair[1]]
        at = draw(st.sampled_from([at for at in pairs if "flatten" not in {steps[at][0], steps[at + 1][0]}]))
        steps[at : at + 2] = [steps[at + 1], steps[at]]
    elif change == "insert":
        extra = [("dropout", 0.5), ("batch_norm",), ("activation", "sigmoid"), ("dense", 7), ("rescaling", 0.5)]
        steps.insert(where + 1, draw(st.sampled_from(extra)))
    else:
        kinds = {"change": {"dense", "conv"}, "activation": {"activation"}, "rate": {"dropout"}}[change]
        at = draw(st.sampled_from([at for at, step in enumerate(steps) if step[0] in kinds] or [len(steps) - 1]))
        steps[at] = draw(st.sampled_from(OTHER[steps[at][0]](steps[at][1])))
    return exercise, replace(plan, steps=tuple(steps))


OTHER = {
    "dense": lambda units: [("dense", units + 1), ("dense", 2 * units)],
    "conv": lambda filters: [("conv", filters + 1)],
    "dropout": lambda rate: [("dropout", 0.5), ("dropout", 0.75), ("dropout", rate / 2)],
    "activation": lambda name: [("activation", other) for other in ACTIVATIONS if other != name],
}


@MANY
@given(wrong(), PICKS)
def test_a_model_that_means_something_else_is_another_model(pair, pick):
    exercise, plan = pair
    right, other = (read(write(one, pick)).model("model") for one in (RIGHT[exercise], plan))
    assert right.anatomy != other.anatomy


@MANY
@given(wrong(), st.booleans(), PICKS)
def test_every_spelling_of_a_model_has_the_same_anatomy_and_the_same_findings(pair, nest, pick):
    _, plan = pair
    plan = replace(plan, optimizer=pick.choice(sorted(OPTIMIZERS)))
    one, other = (read(write(plan, pick, nest=nest)) for _ in range(2))
    assert one.model("model").anatomy == other.model("model").anatomy
    assert findings(alone(one)) == findings(alone(other))
    # where a model ends that stands in another, somebody may use its values: some rules are silent there
    assert nest or findings(one) == findings(other)


FAKES = [
    "class {name}(keras.layers.Layer):\n    def __init__(self, *given, **more):\n        super().__init__()\n"
    "    def call(self, x):\n        return x",
    "class {name}(keras.layers.{name}):\n    def call(self, x, training=None):\n        return x",
    "def {name}(*given, **more):\n    return keras.layers.Identity()",
    "{name} = lambda *given, **more: keras.layers.Identity(name='{name}')",
    "{name} = lambda *given, **more: keras.layers.Activation('linear', name='relu')",
    "{name} = lambda *given, **more: keras.layers.Lambda(lambda x: x)",
    "from my_layers import {name}",
]
PRETENDED = [
    (exercise, kind)
    for exercise, plan in RIGHT.items()
    for kind in ("dropout", "batch_norm", "normalization", "dense")
    if kind in {step[0] for step in plan.steps}
]


@MANY
@given(st.sampled_from(PRETENDED), st.sampled_from(FAKES), PICKS)
def test_what_only_has_the_name_of_a_layer_is_not_that_layer(pretended, fake, pick):
    exercise, kind = pretended
    honest = write(RIGHT[exercise], pick, BARE)
    pretending = honest.replace(BARE[0], f"{BARE[0]}\n{fake.format(name=LAYERS[kind])}")
    right, other = (read(text).model("model") for text in (honest, pretending))
    assert right.anatomy != other.anatomy


def run(text):
    """The live model of a program."""
    names = {}
    keras.utils.set_random_seed(1)
    exec(text, names)
    return names["model"]


ALIVE = pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`:UserWarning")


@ALIVE
@FEW
@given(st.one_of(EXERCISES.map(lambda exercise: (exercise, RIGHT[exercise])), wrong()), PICKS)
def test_a_live_model_is_what_its_source_says(pair, pick):
    _, plan = pair
    text = write(replace(plan, optimizer=pick.choice(sorted(OPTIMIZERS))), pick)
    program, model = read(text), run(text)
    anatomy, training = read_model(model), training_of(model)
    assert anatomy == program.model("model").anatomy
    assert findings(program_of(anatomy, training, form="functional")) == findings(alone(program))


@ALIVE
@FEW
@given(EXERCISES, PICKS)
def test_every_spelling_of_a_right_model_meets_every_criterion(exercise, pick):
    text = write(RIGHT[exercise], pick)
    assert set(judged(exercise, text).values()) == {Status.MET}, text


@ALIVE
@settings(FEW, max_examples=8)
@given(wrong(), PICKS)
def test_every_spelling_of_a_wrong_model_gets_the_same_verdict(pair, pick):
    exercise, plan = pair
    one, other = (write(plan, pick) for _ in range(2))
    assert judged(exercise, one) == judged(exercise, other), f"{one}\n{other}"


PROMISED = {
    ("red-wine", "dropout"): "dropout-after-hidden",
    ("red-wine", "normalization"): "standardised-inputs",
    ("distance-predictor", "batch_norm"): "standardised-inputs",
}


@ALIVE
@FEW
@given(st.sampled_from(sorted(PROMISED)), st.sampled_from([FAKES[at] for at in (0, 1, 2, 5)]), PICKS)
def test_what_only_has_the_name_of_a_layer_does_not_do_what_that_does(pretended, fake, pick):
    exercise, kind = pretended
    honest = write(RIGHT[exercise], pick, BARE)
    pretending = honest.replace(BARE[0], f"{BARE[0]}\n{fake.format(name=LAYERS[kind])}")
    assert judged(exercise, pretending)[PROMISED[pretended]] is Status.MISSED, pretending
