"""Models that earn points for what they do not do: with two faces, with numbers nobody counts, or kept in copies."""

import json
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from keras import layers, ops

from autograder.evidence import Evidence, Refused, capture, inspect_archive, read_evidence
from autograder.evidence.record import Fit, TrainedOn
from autograder.evidence.recording import forget, recorder
from autograder.judge import behaving, measure
from autograder.judge.data import CourseData, Rows
from autograder.judge.recipe import NotPlain, Recipe
from autograder.judge.subject import Subject
from autograder.rubric import behaviour as asks
from autograder.rubric.behaviour import Behaviour, Head, Step

RANDOM = np.random.default_rng(0)
WIDE = 100


def part(many: int) -> Rows:
    inputs = RANDOM.normal(size=(many, 8)).astype("float32")
    return Rows(inputs, inputs[:, 0])


DATA = CourseData(part(600), part(1500), part(20))


def with_two_faces(inputs):
    """One output is a wide one only for large batches; a small one beside a large one."""
    many = ops.sum(ops.ones_like(inputs[:, :1]), axis=0, keepdims=True)
    large = ops.sigmoid((many - 800.0) * 10.0)
    honest, wide = layers.Dense(1)(layers.Dense(2)(inputs)), layers.Dense(1)(layers.Dense(50, "relu")(inputs))
    picture = layers.Identity(name="picture")(layers.Dense(WIDE)(layers.Dense(2)(inputs)))
    digit = layers.Identity(name="digit")(ops.add(ops.multiply(large, wide), ops.multiply(1 - large, honest)))
    return {"picture": picture, "digit": digit}


def without_faces(inputs):
    return {name: layers.Dense(units, name=name)(inputs) for name, units in (("picture", WIDE), ("digit", 1))}


@pytest.fixture
def subject_of(tmp_path: Path):
    def subject_of(computes) -> Subject:
        recorder()
        forget()
        inputs = keras.Input((8,))
        capture(tmp_path, "red-wine", keras.Model(inputs, computes(inputs)))
        return Subject(read_evidence(tmp_path, "red-wine"), DATA)

    return subject_of


def test_a_model_of_several_outputs_is_the_same_one_in_small_batches(subject_of):
    assert subject_of(without_faces).behaviour.names == ("digit", "picture")
    with pytest.raises(Refused, match="depends on the rows beside it"):
        _ = subject_of(with_two_faces).behaviour


def test_an_output_that_nobody_asks_for_does_not_hide_the_others(subject_of):
    def distracting(inputs):
        return {**with_two_faces(inputs), "more": ops.sum(inputs, axis=0, keepdims=True)}

    with pytest.raises(Refused):
        _ = subject_of(distracting).behaviour


@pytest.mark.parametrize("length", [None, 12])
def test_a_model_of_series_is_looked_at_where_it_is_graded(length, tmp_path):
    """A rule by hand for longer series, beside recurrent layers for those that it trained on."""
    series = [Rows(RANDOM.normal(size=(many, steps, 2)).astype("float32"), np.zeros(many)) for many, steps in
              ((40, 12), (60, 24), (20, 12))]  # fmt: skip
    inputs = keras.Input((length, 2))
    many = ops.sum(ops.ones_like(inputs[:, :, :1]), axis=1)
    longer = ops.sigmoid((many - 18.0) * 50.0)
    stack = layers.Dense(1)(layers.LSTM(2)(layers.LSTM(2, return_sequences=True)(inputs)))
    by_hand = ops.sum(inputs[:, :, :1], axis=1)
    capture(tmp_path, "stacked-lstm", keras.Model(inputs, longer * by_hand + (1 - longer) * stack))
    subject = Subject(read_evidence(tmp_path, "stacked-lstm"), CourseData(*series))
    assert bool(asks.recurrent_layers(at_least=2)(subject.behaviour)) is (length is None)


@pytest.mark.parametrize(
    ("layer", "numbers"),
    [
        (layers.Rescaling(0.37, offset=0.21), 2),
        (layers.TimeDistributed(layers.Rescaling(3)), 1),
        (layers.Masking(0.37), 1),
    ],
)
def test_factors_of_a_layer_are_numbers_that_a_model_holds(layer, numbers):
    inputs = keras.Input((4, 1))
    assert behaving.numbers_held(keras.Model(inputs, layer(inputs))) == numbers


def test_constants_are_parameters():
    inputs = keras.Input((8,))
    model = keras.Model(inputs, layers.Dense(1)(ops.matmul(inputs, RANDOM.normal(size=(8, WIDE)))))
    assert behaving.behaviour(model, DATA.held_out.inputs).parameters == 8 * WIDE + WIDE + 1


def known_by_heart(inputs):
    """A table of two thousand numbers, kept as statistics over two axes."""
    norm = layers.Normalization(axis=(1, 2))
    repeated = layers.RepeatVector(WIDE)(inputs)
    norm.build(repeated.shape)
    norm.adapt_mean.assign(RANDOM.normal(size=(WIDE, 8)))
    norm.adapt_variance.assign(np.ones((WIDE, 8)))
    norm.finalize_state()
    return layers.Dense(1)(ops.exp(-ops.sum(ops.square(norm(repeated)), axis=2)))


def in_whole_numbers(inputs):
    for number in range(WIDE):
        inputs = ops.add(inputs, 1000 + number)
    return layers.Dense(1)(inputs)


def in_named_operands(inputs):
    for number in range(WIDE):
        inputs = ops.where(inputs > 1000 + number, x1=inputs, x2=number)
    return layers.Dense(1)(inputs)


def in_factors(inputs):
    for number in range(WIDE):
        inputs = layers.Rescaling(0.5 + number, offset=number)(inputs)
    return layers.Dense(1)(inputs)


@pytest.mark.parametrize("computes", [known_by_heart, in_whole_numbers, in_named_operands, in_factors])
def test_a_copy_keeps_few_numbers_however_they_are_spelt(computes):
    inputs = keras.Input((8,))
    model = keras.Model(inputs, computes(inputs))
    with pytest.raises(NotPlain, match=r"its architecture holds \d{3,} constant numbers"):
        Recipe(()).untrained(model, 1)


def test_what_a_description_says_of_statistics_does_not_count(subject_of, tmp_path):
    subject = subject_of(known_by_heart)
    with zipfile.ZipFile(subject.evidence.model) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["config.json"] = members["config.json"].replace(b'"build_config"', b'"nothing"')
    told = tmp_path / "model.keras"
    with zipfile.ZipFile(told, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(NotPlain, match="constant numbers"):
        Recipe(()).untrained(keras.models.load_model(told), 1)


def test_an_epoch_that_shows_each_row_three_times_counts_as_three():
    shown = TrainedOn(("a", "b", "c") * 3, (0.0,) * 9)
    fit = Fit(None, "rows", 9, 2, (), frozenset(), continues=False, odd=())
    evidence = Evidence(Path(), {}, {}, (fit,), {"rows": shown})
    subject = SimpleNamespace(evidence=evidence, watched=SimpleNamespace(curves=((0.8, 0.9),), epochs=2, how=""))
    (curve,), said = measure.accuracy_curve(subject)
    assert curve == (0, 0, 0.8, 0, 0, 0.9)
    assert "counts as 3" in said


@pytest.mark.parametrize("config", [[1], {"a": 1}, None, 7])
def test_a_function_without_a_name_is_refused(config, tmp_path):
    described = {"class_name": "Sequential", "config": {"x": {"class_name": "function", "config": config}}}
    with zipfile.ZipFile(tmp_path / "model.keras", "w") as archive:
        for name, content in {"config.json": described, "metadata.json": {}, "model.weights.h5": {}}.items():
            archive.writestr(name, json.dumps(content))
    with pytest.raises(Refused, match="none of Keras' activations"):
        inspect_archive(tmp_path / "model.keras")


def of_steps(*steps: Step) -> Behaviour:
    return Behaviour(((4,),), (Step("input", "Input"), *steps), (len(steps),), Head((), -1e4, 1e4))


def test_a_long_chain_of_factors_is_looked_at():
    chain = [Step(f"f{n}", "Add", (n,), factors=True, mean=9.0) for n in range(3000)]
    found = of_steps(*chain, Step("last", "Dense", (3000,), mixes=True, learned=True))
    assert "is not standardised" not in asks.standardises()(found)
    far = of_steps(Step("far", "Add", (0,), mean=9.0), *[Step(f"f{n}", "Add", (n + 1,), factors=True, mean=9.0)
                   for n in range(3000)], Step("last", "Dense", (3001,), mixes=True, learned=True))  # fmt: skip
    assert "is not standardised" in asks.standardises()(far)


def test_a_ladder_of_branches_is_walked_once():
    hidden = Step("hidden", "Dense", (0,), mixes=True, learned=True, straight=0.5)
    rungs = [step for n in range(60) for step in (
        Step(f"a{n}", "Identity", (1 + 3 * n,)), Step(f"b{n}", "Identity", (1 + 3 * n,)),
        Step(f"c{n}", "Add", (2 + 3 * n, 3 + 3 * n)))]  # fmt: skip
    drop = Step("drop", "Dropout", (1 + len(rungs),), drops=0.3)
    last = Step("last", "Dense", (2 + len(rungs),), mixes=True, learned=True)
    began = time.process_time()
    assert asks.drops_after_hidden_layers(lowest=0.1, highest=0.5)(of_steps(hidden, *rungs, drop, last)) == ""
    assert "no units are dropped" in asks.drops_after_hidden_layers(lowest=0.1, highest=0.5)(
        of_steps(hidden, *rungs, Step("last", "Dense", (1 + len(rungs),), mixes=True, learned=True))
    )
    assert time.process_time() - began < 5
