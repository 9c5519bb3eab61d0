"""Poisoned ``.keras`` files, put where evidence is collected without ever having been a model in the kernel."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import h5py
import numpy as np

from ..hostile import Handed, hostile

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
"""Points for the architecture alone."""

_DELIVER = """
import json, os, pathlib, shutil
outbox = pathlib.Path(os.environ["AUTOGRADER_EVIDENCE"])
shutil.copy("poison.keras", outbox / "model.keras")
(outbox / "record.json").write_text(
    json.dumps({"exercise": "distance-predictor", "history": {"loss": [1.0]}, "steps": 1})
)
ag.check = lambda *_: None
model = history = None
"""


def _deliver(handed: Handed, poison: bytes) -> str:
    (handed.folder / "own.keras").unlink()
    (handed.folder / "poison.keras").write_bytes(poison)
    return _DELIVER


def _members(handed: Handed) -> dict[str, bytes]:
    with zipfile.ZipFile(handed.folder / "own.keras") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _with_config(handed: Handed, change: Callable[[dict[str, Any]], object]) -> str:
    """The right model with a changed description."""
    members = _members(handed)
    config = json.loads(members[CONFIG])
    change(config)
    return _deliver(handed, _zipped({**members, CONFIG: json.dumps(config).encode()}))


def _with_weights(handed: Handed, change: Callable[[h5py.File], object]) -> str:
    """The right model with changed weights."""
    members = _members(handed)
    weights = io.BytesIO(members[WEIGHTS])
    with h5py.File(weights, "r+") as file:
        change(file)
    return _deliver(handed, _zipped({**members, WEIGHTS: weights.getvalue()}))


def _datasets(file: h5py.File) -> list[h5py.Dataset]:
    found: list[h5py.Dataset] = []
    file.visititems(lambda _, item: found.append(item) if isinstance(item, h5py.Dataset) else None)
    return found


def _layers(config: dict[str, Any]) -> list[dict[str, Any]]:
    layers: list[dict[str, Any]] = config["config"]["layers"]
    return layers


def _dense(config: dict[str, Any]) -> list[dict[str, Any]]:
    return [layer for layer in _layers(config) if layer["class_name"] == "Dense"]


@hostile("is not a .keras file")
def not_an_archive(handed: Handed) -> str:
    """A pickle that would run a program."""
    return _deliver(handed, b"cposix\nsystem\n(S'touch /tmp/pickled'\ntR.")


@hostile("compressed too hard")
def zip_bomb(handed: Handed) -> str:
    """Sixty megabytes of nothing in some kilobytes."""
    return _deliver(handed, _zipped({**_members(handed), WEIGHTS: bytes(60 << 20)}, zipfile.ZIP_DEFLATED))


@hostile("and nothing else")
def path_traversal(handed: Handed) -> str:
    """A member that would be unpacked above its folder."""
    return _deliver(handed, _zipped({**_members(handed), "../../../../tmp/unpacked.txt": b"x"}))


@hostile("is damaged")
def member_that_links(handed: Handed) -> str:
    """A member that is a link to a secret."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo(CONFIG)
        link.external_attr = 0o120777 << 16
        archive.writestr(link, handed.host["home"] + "/secret.txt")
        for name in (METADATA, WEIGHTS):
            archive.writestr(name, _members(handed)[name])
    return _deliver(handed, target.getvalue())


@hostile("links to somewhere else")
def weights_that_link(handed: Handed) -> str:
    """Weights that lie in another file of the grader."""

    def link(file: h5py.File) -> None:
        file["more"] = h5py.ExternalLink(handed.host["home"] + "/secret.txt", "/")

    return _with_weights(handed, link)


@hostile("something other than plain numbers")
def weights_outside(handed: Handed) -> str:
    """A table whose numbers are the bytes of a secret file."""

    def outside(file: h5py.File) -> None:
        secret = [(handed.host["home"] + "/secret.txt", 0, 16)]
        file.create_dataset("more", (4,), "f4", external=secret)

    return _with_weights(handed, outside)


@hostile("promises more numbers than it holds")
def weights_promised(handed: Handed) -> str:
    """A table of ten billion numbers that takes no room."""
    return _with_weights(handed, lambda file: file.create_dataset("more", (10**10,), "f4"))


@hostile("not finite", points=0.5)
def weights_not_numbers(handed: Handed) -> str:
    """Weights that are not numbers: any comparison with what they answer is false."""

    def spoil(file: h5py.File) -> None:
        for table in _datasets(file):
            if table.dtype.kind == "f":
                table[...] = np.full(table.shape, np.nan, table.dtype)

    return _with_weights(handed, spoil)


@hostile("Keras cannot load the model")
def weights_of_other_shapes(handed: Handed) -> str:
    """Weights that do not fit the description."""

    def widen(config: dict[str, Any]) -> None:
        _dense(config)[0]["config"]["units"] = 77

    return _with_config(handed, widen)


@hostile("out of range")
def ten_billion_parameters(handed: Handed) -> str:
    """One layer with as many units as there are people."""

    def widen(config: dict[str, Any]) -> None:
        _dense(config)[0]["config"]["units"] = 10**10

    return _with_config(handed, widen)


@hostile("broke the judge's process")
def many_wide_layers(handed: Handed) -> str:
    """Each layer is allowed, all together are ten billion parameters; the weights are not even there.

    They begin at zero, so that memory ends before time does, on a slow machine, too.
    """

    def widen(config: dict[str, Any]) -> None:
        wide, last = _dense(config)[0], _dense(config)[-1]
        place = _layers(config).index(last)
        for number in range(150):
            layer = json.loads(json.dumps(wide))
            layer["config"].update(units=8192, name=f"wide_{number}", kernel_initializer="zeros")
            layer.pop("build_config", None)
            _layers(config).insert(place, layer)
        last.pop("build_config", None)

    return _with_config(handed, widen)


@hostile("Predicts ways")
def slow_model(handed: Handed) -> str:
    """Few weights, and a hundred million steps for each row."""

    def slow(config: dict[str, Any]) -> None:
        last = _dense(config)[-1]
        place = _layers(config).index(last)
        steps = [
            ("RepeatVector", {"n": 100_000_000}),
            ("GlobalAveragePooling1D", {}),
        ]
        _layers(config)[place:place] = [
            {
                "module": "keras.layers",
                "class_name": name,
                "registered_name": None,
                "config": {**settings, "name": name},
            }
            for name, settings in steps
        ]

    return _with_config(handed, slow)


def _first_layer(handed: Handed, **layer: Any) -> str:
    return _with_config(handed, lambda config: _layers(config).insert(1, {"registered_name": None, **layer}))


@hostile("which the judge does not build")
def code_in_the_model(handed: Handed) -> str:
    """A Lambda layer with a program in it."""
    code = {"class_name": "__lambda__", "config": {"value": "x"}}
    return _first_layer(handed, module="keras.layers", class_name="Lambda", config={"name": "l", "function": code})


@hostile("which the judge does not build")
def any_function(handed: Handed) -> str:
    """A class that is a function of the operating system."""
    return _first_layer(handed, module="os", class_name="system", config={"command": "touch /tmp/called"})


@hostile("none of Keras' activations")
def function_without_a_name(handed: Handed) -> str:
    """An activation whose name is a list."""
    named = {"module": "builtins", "class_name": "function", "config": ["relu"]}
    config = {"name": "d", "units": 4, "activation": named}
    return _first_layer(handed, module="keras.layers", class_name="Dense", config=config)


@hostile("custom object")
def registered_name(handed: Handed) -> str:
    """A harmless class under the registered name of another one."""
    config = {"name": "d", "units": 1}
    return _first_layer(
        handed, module="keras.layers", class_name="Dense", config=config, registered_name="builtins>eval"
    )


@hostile("nested more than")
def endless_description(handed: Handed) -> str:
    """A description nested hundreds of times."""

    def nest(config: dict[str, Any]) -> None:
        deep: list[Any] = []
        for _ in range(500):
            deep = [deep]
        config["config"]["deep"] = deep

    return _with_config(handed, nest)


@hostile("The model uses keras.layers.xxxx")
def long_name(handed: Handed) -> str:
    """The name of a class is longer than what processes send each other."""
    return _first_layer(handed, module="keras.layers", class_name="x" * 400_000 + "\ud800", config={})


@hostile("Keras cannot load the model")
def description_of_odd_kinds(handed: Handed) -> str:
    """Numbers where lists should be."""

    def spoil(config: dict[str, Any]) -> None:
        config["config"]["layers"] = 5
        config["config"]["name"] = {"a": []}

    return _with_config(handed, spoil)


@hostile("the truth from", points=0.5)
def one_answer_for_all(handed: Handed) -> str:
    """The mean, whatever is asked: the last layer's weights are nothing."""

    def forget(file: h5py.File) -> None:
        for table in _datasets(file):
            if table.shape and table.shape[-1] == 1 and len(table.shape) == 2:
                table[...] = 0

    return _with_weights(handed, forget)
