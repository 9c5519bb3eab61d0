"""What cannot be understood gives an unknown operation, never an exception and never a guess."""

import copy
import itertools
import subprocess
import sys
import zipfile

import keras
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keras import layers

from autograder.anatomy import Anatomy, ArchiveError, from_config, read_keras_file, read_model


class Subclassed(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(1)

    def call(self, inputs):
        return self.dense(inputs)


class Disguised(keras.Model):
    """Made like a functional model, but computes something else."""

    def call(self, inputs):
        return super().call(inputs) * 0


class Dense(layers.Layer):
    """Not the one that Keras ships."""

    def call(self, inputs):
        return inputs


def own(values):
    return values


def model_with(part):
    inputs = keras.Input((4,))
    return keras.Model(inputs, layers.Dense(1)(part(inputs)))


def disguised():
    inputs = keras.Input((4,))
    return Disguised(inputs, layers.Dense(1)(inputs))


OPAQUE = {
    "subclassed": Subclassed,
    "disguised": disguised,
    "custom layer with a known name": lambda: model_with(Dense()),
    "custom layer over time": lambda: keras.Sequential([keras.Input((3, 4)), layers.TimeDistributed(Dense())]),
    "lambda layer": lambda: model_with(layers.Lambda(own)),
    "own activation": lambda: model_with(layers.Dense(3, activation=own)),
    "own activation layer": lambda: model_with(layers.Activation(own)),
}


@pytest.mark.parametrize("name", OPAQUE)
def test_foreign_code_is_unknown(name):
    assert len(read_model(OPAQUE[name]()).unknown) == 1


@pytest.mark.parametrize(
    ("module", "registered", "foreign"),
    [
        ("keras.layers", None, False),
        ("keras.src.layers.core.dense", "Dense", False),
        (None, None, False),  # Keras 2
        (None, "Dense", True),  # written in a notebook
        ("__main__", "Dense", True),
        ("keras_hub.layers", "Dense", True),
        ("keras.layers", "Custom>Dense", True),
    ],
)
def test_a_class_is_known_by_where_it_comes_from(module, registered, foreign):
    layer = {**dense("d"), "module": module, "registered_name": registered}
    assert bool(from_config({"class_name": "Sequential", "config": {"layers": [layer]}}).unknown) is foreign


@pytest.mark.filterwarnings("ignore:The object being serialized includes a `lambda`:UserWarning")
def test_a_lambda_as_activation_is_unknown():
    assert read_model(model_with(layers.Dense(3, activation=lambda x: x))).unknown


@pytest.mark.parametrize("error", [RuntimeError, KeyError, ZeroDivisionError])
def test_a_model_that_cannot_describe_itself_is_unknown(error):
    class Fake:
        def get_config(self):
            raise error

    assert [operation.settings["class"] for operation in read_model(Fake()).unknown] == ["Fake"]


def test_a_fake_that_describes_a_good_model_is_unknown():
    good = keras.Sequential([keras.Input((4,)), layers.Dense(1)])

    class Sequential:
        def get_config(self):
            return good.get_config()

    assert read_model(Sequential()).unknown
    assert not read_model(good).unknown


def real_config():
    inputs = keras.Input((4,), name="x")
    left = layers.Normalization()(inputs)
    left = keras.Sequential([keras.Input((4,)), layers.Dense(3, "relu"), layers.Dropout(0.2)], name="body")(left)
    right = layers.Bidirectional(layers.LSTM(2))(layers.Reshape((2, 2))(inputs)) * 2.0
    x = layers.Concatenate()([left, right])
    x = layers.Dense(2, activation=layers.LeakyReLU())(x)
    x = layers.BatchNormalization()(layers.Dropout(0.3)(x))
    model = keras.Model(inputs, layers.Rescaling(2.0)(layers.Dense(1)(x)))
    return keras.saving.serialize_keras_object(model)


CONFIG = real_config()
JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(value):
    """Every (container, key) inside a config."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield value, key
        yield from places(item)


def as_lists(value):
    if isinstance(value, dict):
        return {key: as_lists(item) for key, item in value.items()}
    return [as_lists(item) for item in value] if isinstance(value, list | tuple) else value


def test_the_config_that_is_damaged_below_is_readable():
    anatomy = from_config(CONFIG)
    assert not anatomy.unknown
    assert anatomy == from_config(as_lists(CONFIG))
    assert len(anatomy.positions("dense")) == 3


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_description_never_raises(data):
    config = as_lists(CONFIG)
    for _ in range(data.draw(st.integers(1, 3))):
        found = list(places(config))
        if not found:
            break
        container, key = found[data.draw(st.integers(0, len(found) - 1))]
        if data.draw(st.booleans()):
            del container[key]
        else:
            container[key] = data.draw(JUNK)
    anatomy = from_config(config)
    assert isinstance(anatomy, Anatomy)
    assert anatomy == from_config(copy.deepcopy(config))
    assert hash(anatomy) == hash(from_config(copy.deepcopy(config)))
    assert str(anatomy)


@given(JUNK)
def test_anything_at_all_in_place_of_a_description_is_unknown(junk):
    assert from_config(junk).unknown
    assert from_config({"class_name": "Sequential", "config": junk}).unknown


def dense(name):
    return {"class_name": "Dense", "config": {"name": name, "units": 3, "activation": "relu"}}


def tensor(name):
    return {"class_name": "__keras_tensor__", "config": {"keras_history": [name, 0, 0]}}


def long_chains(length):
    entry = {"class_name": "InputLayer", "name": "0", "config": {"name": "0", "batch_shape": [None, 3]}}
    names = [str(number) for number in range(length + 1)]
    nodes = [
        {**dense(name), "name": name, "inbound_nodes": [{"args": [tensor(before)], "kwargs": {}}]}
        for before, name in itertools.pairwise(names)
    ]
    ports = {"input_layers": [["0", 0, 0]], "output_layers": [[names[-1], 0, 0]]}
    functional = {"class_name": "Functional", "config": {"layers": [entry, *nodes], **ports}}
    sequential = {"class_name": "Sequential", "config": {"layers": [entry, *map(dense, names[1:])]}}
    return from_config(functional), from_config(sequential)


def test_long_chains_are_read():
    functional, sequential = long_chains(1000)
    assert len(sequential.positions("dense")) == 1000
    assert functional == sequential
    assert hash(functional) == hash(sequential)
    assert functional != long_chains(999)[0]


def test_a_short_file_cannot_ask_for_a_billion_calls():
    model = {"class_name": "Sequential", "config": {"layers": [dense("d")]}}
    for _ in range(9):
        node = {"args": [tensor("0")], "kwargs": {}}
        inner = {**model, "name": "m", "inbound_nodes": [node] * 10}
        entry = {"class_name": "InputLayer", "name": "0", "config": {"batch_shape": [None, 3]}, "inbound_nodes": []}
        ports = {"input_layers": [["0", 0, 0]], "output_layers": [["m", 9, 0]]}
        model = {"class_name": "Functional", "config": {"layers": [entry, inner], **ports}}
    assert from_config(model).unknown


def test_deep_nesting_is_unknown():
    model = {"class_name": "Sequential", "config": {"layers": [dense("d")]}}
    for _ in range(200):
        model = {"class_name": "Sequential", "config": {"layers": [model]}}
    assert from_config(model).unknown
    activation = "relu"
    for _ in range(5000):
        activation = [activation]
    layer = {"class_name": "Dense", "config": {"units": 1, "kernel_size": activation}}
    assert from_config({"class_name": "Sequential", "config": {"layers": [layer]}}).unknown


def test_a_cycle_is_unknown():
    nodes = [
        {**dense(name), "name": name, "inbound_nodes": [{"args": [tensor(before)]}]} for before, name in ("ab", "ba")
    ]
    config = {"layers": nodes, "input_layers": [], "output_layers": [["a", 0, 0]]}
    assert from_config({"class_name": "Functional", "config": config}).unknown


@pytest.mark.parametrize("content", [b"", b"PK", b"[1]", b'{"config": 3}', b"[" * 100_000, b"\xff"])
def test_a_file_that_is_no_archive_is_an_archive_error(content, tmp_path):
    bare, packed = tmp_path / "bare.keras", tmp_path / "packed.keras"
    bare.write_bytes(content)
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("config.json", content)
    for path in (bare, packed, tmp_path, tmp_path / "missing.keras"):
        with pytest.raises(ArchiveError, match=path.name):
            read_keras_file(path)


@pytest.mark.parametrize("module", ["autograder.anatomy", "autograder.rubric"])
def test_nothing_heavy_is_imported(module):
    found = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(found.stdout.split())
    assert module in loaded
    assert not loaded & {"tensorflow", "keras", "nbgrader", "numpy", "pandas", "h5py"}
