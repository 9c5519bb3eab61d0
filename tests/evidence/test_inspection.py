"""A submitted file is looked over before Keras builds anything: what Keras saves passes, hostile files do not."""

import contextlib
import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keras import layers

from autograder.evidence import Refused, inspect_archive, inspection

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"


def graph(build, shape=(4,)):
    inputs = keras.Input(shape)
    return keras.Model(inputs, build(inputs))


def compiled():
    inner = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3, "relu"), layers.Dropout(0.2, seed=10**8), inner])
    model.compile(keras.optimizers.AdamW(1e-3), loss=keras.losses.Huber(), metrics=["mae"])
    model.fit(np.ones((4, 4)), np.ones((4, 2)), epochs=1, verbose=0)
    return model


def normalized():
    layer = layers.Normalization()
    layer.adapt(np.arange(12.0).reshape(3, 4))
    return keras.Sequential([keras.Input((4,)), layer, layers.BatchNormalization(), layers.Dense(1)])


def towers():
    a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
    tower = graph(lambda x: keras.ops.relu(layers.Dense(3)(x)))
    return keras.Model({"a": a, "b": b}, layers.Concatenate()([tower(a), tower(b)]))


ACCEPTED = {
    "dense": lambda: keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.LeakyReLU(), layers.Dense(1)]),
    "compiled and trained": compiled,
    "normalized": normalized,
    "functions": lambda: graph(lambda x: 2.0 * keras.ops.leaky_relu(keras.ops.relu(layers.Dense(3)(x))) + 1),
    "arrays, parts and shapes": lambda: graph(
        lambda x: keras.ops.concatenate([x[..., :2], (x * np.arange(4.0))[:, 1:2]], axis=-1)
    ),
    "several outputs": lambda: graph(lambda x: keras.ops.split(x, 2, axis=-1)),
    "shared and nested": towers,
    "images": lambda: graph(
        lambda x: layers.Dense(10, "softmax")(
            layers.Flatten()(layers.MaxPooling2D()(layers.Conv2D(4, 3, activation="relu")(layers.RandomFlip()(x))))
        ),
        shape=(8, 8, 1),
    ),
    "sequences": lambda: graph(
        lambda x: layers.Dense(1)(layers.Bidirectional(layers.LSTM(3))(layers.GRU(2, return_sequences=True)(x))),
        shape=(5, 2),
    ),
    "words": lambda: graph(lambda x: layers.GlobalAveragePooling1D()(layers.Embedding(100, 4)(x)), shape=(6,)),
    "parts": lambda: graph(
        layers.Dense(
            2,
            activation=layers.ReLU(max_value=3),
            kernel_initializer=keras.initializers.HeNormal(seed=2**31),
            bias_initializer=keras.initializers.Constant(5.6),
            kernel_regularizer=keras.regularizers.L2(0.01),
            kernel_constraint=keras.constraints.MaxNorm(2),
        )
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_keras_saves_is_accepted_and_loads(name, tmp_path):
    path = tmp_path / "model.keras"
    ACCEPTED[name]().save(path)
    inspect_archive(path)
    keras.models.load_model(path, compile=False)


@pytest.fixture(scope="module")
def members(tmp_path_factory):
    """The members of an archive that is accepted, by name."""
    path = tmp_path_factory.mktemp("good") / "model.keras"
    keras.Sequential([keras.Input((4,)), layers.Dense(2000, "relu"), layers.Dense(1)]).save(path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, members, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def refused(path, why):
    """Refused for this reason."""
    with pytest.raises(Refused, match=why):
        inspect_archive(path)


def refused_with(tmp_path, members, why, **changed):
    refused(packed(tmp_path / "model.keras", {**members, **changed}), why)


@pytest.fixture
def good(members, tmp_path):
    return packed(tmp_path / "model.keras", members)


def test_repacked_members_are_accepted(good):
    inspect_archive(good)


def test_hdf5_is_not_keras(tmp_path, members):
    path = tmp_path / "model.keras"
    path.write_bytes(members[WEIGHTS])
    refused(path, r"not a \.keras file.*HDF5")


@pytest.mark.parametrize("content", [b"", b"PK", b"\x80\x04N.", b"#!/bin/sh\n"])
def test_other_files_are_not_keras(content, tmp_path):
    path = tmp_path / "model.keras"
    path.write_bytes(content)
    refused(path, r"not a \.keras file")


def test_a_saved_model_folder_is_refused(tmp_path):
    (tmp_path / "model.keras").mkdir()
    (tmp_path / "model.keras" / "saved_model.pb").touch()
    refused(tmp_path / "model.keras", "not a regular file")


def test_a_link_is_refused(good, tmp_path):
    (tmp_path / "link.keras").symlink_to(good)
    refused(tmp_path / "link.keras", "not a regular file")


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "model.keras")
    refused(tmp_path / "model.keras", "not a regular file")


def test_a_missing_file_is_refused(tmp_path):
    refused(tmp_path / "model.keras", "is missing")


def test_a_huge_file_is_refused_unread(tmp_path):
    with (tmp_path / "model.keras").open("wb") as stream:
        stream.truncate(inspection.MAX_FILE_BYTES + 1)
    refused(tmp_path / "model.keras", "at most .* are read")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(good, share):
    content = good.read_bytes()
    good.write_bytes(content[: int(len(content) * share)])
    refused(good, "damaged")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_flipped_byte_in_a_member_is_refused(members, tmp_path, compression):
    path = packed(tmp_path / "model.keras", members, compression)
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(WEIGHTS).header_offset + 30 + len(WEIGHTS)
    content = bytearray(path.read_bytes())
    content[start + 8 : start + 40] = b"\xff" * 32
    path.write_bytes(bytes(content))
    refused(path, "damaged")


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)), max_size=4))
def test_a_damaged_file_is_refused_or_read_but_nothing_else(good, damage):
    content = bytearray(good.read_bytes())
    for where, junk in damage:
        start = int(where * len(content))
        content[start : start + len(junk)] = junk
    copy = good.with_name("damaged.keras")
    copy.write_bytes(bytes(content))
    with contextlib.suppress(Refused):
        inspect_archive(copy)


def test_a_bomb_is_refused(members, tmp_path):
    bomb = {**members, WEIGHTS: bytes(20 << 20)}
    refused(packed(tmp_path / "model.keras", bomb, zipfile.ZIP_DEFLATED), "compressed too hard")
    assert (tmp_path / "model.keras").stat().st_size < 100_000


def test_a_huge_description_is_refused(members, tmp_path):
    refused_with(tmp_path, members, "too large", **{CONFIG: b" " * (inspection.MAX_JSON_BYTES + 1)})


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_is_refused(members, tmp_path, compression):
    refused(packed(tmp_path / "model.keras", members, compression), "in a way that Keras does not use")


@pytest.mark.parametrize(
    "name", ["extra.txt", "../../evil.py", "/etc/passwd", "assets/words.txt", "model.weights.npz"]
)
def test_another_member_is_refused(members, tmp_path, name):
    refused_with(tmp_path, members, "and nothing else", **{name: b"x"})


@pytest.mark.parametrize("name", [CONFIG, METADATA, WEIGHTS])
def test_a_missing_member_is_refused(members, tmp_path, name):
    rest = {key: value for key, value in members.items() if key != name}
    refused(packed(tmp_path / "model.keras", rest), "must hold")


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_member_that_is_there_twice_is_refused(good):
    with zipfile.ZipFile(good, "a") as archive:
        archive.writestr(CONFIG, b"{}")
    refused(good, "and nothing else")


def test_an_encrypted_member_is_refused(good):
    content = bytearray(good.read_bytes())
    central = content.rindex(b"PK\x01\x02")
    content[central + 8] |= 1
    good.write_bytes(bytes(content))
    refused(good, "is encrypted")


def layer(name, module="keras.layers", registered=None, **config):
    return {"module": module, "class_name": name, "config": config, "registered_name": registered}


def function(name):
    return {"module": "builtins", "class_name": "function", "config": name, "registered_name": "function"}


def constant(value):
    return {"module": "builtins", "class_name": "__numpy__", "config": {"value": value, "dtype": "float32"}}


def with_layers(members, *described):
    config = json.loads(members[CONFIG])
    config["config"]["layers"] += described
    return {CONFIG: json.dumps(config)}


HOSTILE = {
    "lambda": (layer("Lambda", function={"class_name": "__lambda__"}), r"keras\.layers\.Lambda"),
    "lambda as a part": (layer("Lambda", module="keras"), r"keras\.Lambda"),
    "saved model": (layer("TFSMLayer", filepath="/"), "TFSMLayer"),
    "vocabulary": (layer("TextVectorization", vocabulary="/etc/passwd"), "TextVectorization"),
    "registered": (layer("Dense", registered="Custom>Dense", units=1), "custom object 'Custom>Dense'"),
    "other module": (layer("Dense", module="os", units=1), r"os\.Dense"),
    "operation from elsewhere": (layer("system", module="os"), r"os\.system"),
    "lambda as activation": (layer("Dense", units=1, activation={"class_name": "__lambda__"}), "__lambda__"),
    "lambda under seed": (layer("Dropout", seed=layer("Lambda")), r"keras\.layers\.Lambda"),
    "class name of another type": (layer(["Dense"]), "not text"),
    "module of another type": (layer("Dense", module={}), "not text"),
    "units": (layer("Dense", units=10**9), "units=1000000000 is out of range"),
    "negative units": (layer("Dense", units=-1), "units=-1 is out of range"),
    "units of no number": (layer("Dense", units=float("nan")), "out of range"),
    "units beside a class name": (layer("Dense", units=10**9, class_name="__tuple__"), "out of range"),
    "filters": (layer("Conv2D", filters=10**6, kernel_size=[3, 3]), "filters=1000000 is out of range"),
    "kernel": (layer("Conv2D", filters=1, kernel_size=[3, 10**6]), "kernel_size=1000000"),
    "words": (layer("Embedding", input_dim=10**9, output_dim=1), "input_dim=1000000000"),
    "hidden in a wrapper": (layer("TimeDistributed", layer=layer("Dense", units=10**9)), "units"),
    "own function": (layer("Dense", units=1, activation=function("my_relu")), "function 'my_relu'.*none of Keras'"),
    "function of no name": (layer("Dense", units=1, activation=function(None)), "function None"),
    "own layer": (layer("Residual", module="__main__"), r"__main__\.Residual"),
    "inner part of keras": (layer("get", module="keras.src.saving.serialization_lib"), r"serialization_lib\.get"),
    "operation that takes a function": (layer("Map", module="keras.src.ops.core"), r"core\.Map"),
    "function in place of an operation": (layer("map", module="keras.src.ops.core"), r"core\.map"),
    "constant of text": (constant(["a"]), "not made of plain numbers"),
    "constant of objects": (constant([[1.0], [layer("Dense")]]), "not made of plain numbers"),
    "constant of nothing": (constant(None), "not made of plain numbers"),
    "constant without content": ({"module": "builtins", "class_name": "__numpy__"}, "not made of plain numbers"),
    "many constants": (constant([[0.0] * 1000] * 51), "51000 constant numbers; at most 50000"),
    "many small constants": (layer("Add", inputs=[constant([1.0] * 600)] * 100), "60000 constant numbers"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_layer_is_refused(name, members, tmp_path):
    described, why = HOSTILE[name]
    refused_with(tmp_path, members, why, **with_layers(members, described))


def test_too_many_layers_are_refused(members, tmp_path):
    refused_with(tmp_path, members, "at most 200", **with_layers(members, *[layer("Dense", units=1)] * 300))


def test_deep_nesting_is_refused(members, tmp_path):
    model = layer("Dense", units=1)
    for _ in range(50):
        model = layer("Sequential", module="keras", layers=[model])
    refused_with(tmp_path, members, "nested more than 40 deep", **with_layers(members, model))
    refused_with(tmp_path, members, "damaged|nested", **{CONFIG: b"[" * 100_000})


@pytest.mark.parametrize("config", [b"", b"\xff\xfe", b"{", b"[1,"])
def test_a_description_that_is_not_json_is_refused(config, members, tmp_path):
    refused_with(tmp_path, members, "damaged", **{CONFIG: config})


def weights(build, members):
    """The good weights after ``build`` put something into them."""
    stream = io.BytesIO(members[WEIGHTS])
    with h5py.File(stream, "a") as file:
        build(file)
    return stream.getvalue()


def virtual(file):
    layout = h5py.VirtualLayout(shape=(4,), dtype="f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", shape=(4,))
    file.create_virtual_dataset("v", layout)


def named_type(file):
    file["type"] = np.dtype("f4")


def circle(file):
    file.create_group("a/b")
    file["a/b/c"] = file["a"]


WEIGHTS_IN_DISGUISE = {
    "external link": (
        lambda file: file.__setitem__("x", h5py.ExternalLink("/etc/passwd", "/")),
        "links to somewhere",
    ),
    "soft link": (lambda file: file.__setitem__("x", h5py.SoftLink("/layers")), "links to somewhere"),
    "dangling soft link": (lambda file: file.__setitem__("x", h5py.SoftLink("/nowhere")), "links to somewhere"),
    "virtual": (virtual, "other than plain numbers"),
    "external storage": (
        lambda file: file.create_dataset("x", (4,), "f4", external=[("/etc/passwd", 0, 16)]),
        "other than plain numbers",
    ),
    "shape bomb": (
        lambda file: file.create_dataset("x", (10**6, 10**6), "f4", chunks=(100, 100), fillvalue=1),
        "promises more",
    ),
    "shape bomb that overflows": (
        lambda file: file.create_dataset("x", (2**32, 2**32), "f4", chunks=(100, 100)),
        "promises more",
    ),
    "compressed": (
        lambda file: file.create_dataset("x", data=np.zeros(10**6, "f4"), compression="gzip"),
        "promises more",
    ),
    "circle": (circle, "links to itself"),
    "texts": (lambda file: file.create_dataset("x", data=[b"a"]), "other than plain numbers"),
    "objects": (lambda file: file.create_dataset("x", data="a"), "other than plain numbers"),
    "references": (
        lambda file: file.create_dataset("x", data=file.ref, dtype=h5py.ref_dtype),
        "other than plain numbers",
    ),
    "nothing": (lambda file: file.create_dataset("x", data=h5py.Empty("f4")), "other than plain numbers"),
    "a type": (named_type, "other than plain numbers"),
}


@pytest.mark.parametrize("name", WEIGHTS_IN_DISGUISE)
def test_weights_that_are_not_plain_numbers_are_refused(name, members, tmp_path):
    build, why = WEIGHTS_IN_DISGUISE[name]
    refused_with(tmp_path, members, why, **{WEIGHTS: weights(build, members)})


def test_too_many_parameters_are_refused(members, tmp_path, monkeypatch):
    monkeypatch.setattr(inspection, "MAX_PARAMETERS", 12_000)
    refused_with(tmp_path, members, "12001 parameters; at most 12000")
    monkeypatch.setattr(inspection, "MAX_PARAMETERS", 12_001)
    inspect_archive(tmp_path / "model.keras")


@pytest.mark.parametrize("content", [b"", b"not HDF5", b"\x89HDF\r\n\x1a\n"])
def test_weights_that_are_not_hdf5_are_refused(content, members, tmp_path):
    refused_with(tmp_path, members, "weights file is damaged", **{WEIGHTS: content})


def test_an_archive_after_other_bytes_is_refused(good, tmp_path):
    hidden = tmp_path / "hidden.keras"
    with hidden.open("wb") as target:
        target.write(b"\x89HDF\r\n\x1a\n")
        with good.open("rb") as source:
            shutil.copyfileobj(source, target)
    refused(hidden, r"not a \.keras file")


def test_constants_count_together(tmp_path, monkeypatch):
    path = tmp_path / "model.keras"
    graph(lambda x: (x + np.ones(4)) * np.ones(4)).save(path)
    monkeypatch.setattr(inspection, "MAX_CONSTANTS", 7)
    refused(path, "8 constant numbers; at most 7")
    monkeypatch.setattr(inspection, "MAX_CONSTANTS", 8)
    inspect_archive(path)
