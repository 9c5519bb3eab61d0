"""Look a submitted ``.keras`` file over before Keras builds anything from it.

Keras' own safe mode refuses code in a model; it does not refuse zip bombs, shape bombs or models too large
for the machine. What is not known to be harmless is refused here, with one sentence that says why.
"""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import h5py

from autograder.anatomy.source.names import api

MAX_FILE_BYTES = 64 << 20
MAX_JSON_BYTES = 1 << 20
MAX_PARAMETERS = 10_000_000
MAX_LAYERS = 200
MAX_DEPTH = 40
MAX_INFLATION = 10
MAX_CONSTANTS = 50_000
_MEMBERS = frozenset({"config.json", "metadata.json", "model.weights.h5"})
_LARGEST = {"units": 8192, "filters": 2048, "input_dim": 200_000, "output_dim": 4096, "kernel_size": 512}
_MODELS = frozenset({"Sequential", "Functional"})
_SAVED_AS = frozenset({"GroupQueryAttention"})
"""Layers that Keras saves under another name than the public one."""
_REFUSED_LAYERS = frozenset({
    "Lambda", "TFSMLayer", "JaxLayer", "FlaxLayer", "TorchModuleWrapper",  # code
    "StringLookup", "IntegerLookup", "TextVectorization", "Hashing", "HashedCrossing",  # read text, or files
})  # fmt: skip
_REFUSED_OPERATIONS = frozenset({
    "Map", "Scan", "AssociativeScan", "Switch", "WhileLoop", "ForiLoop", "VectorizedMap", "Vectorize", "Cond",
    "SaturateCast", "CustomGradient",
})  # fmt: skip
"""They take functions, which are code."""
_LAYER_MODULES = frozenset({
    None, "keras", "keras.layers", "keras.models",
    "keras.src.models.sequential", "keras.src.models.functional",
})  # fmt: skip
_OPERATION = re.compile(r"[A-Z][A-Za-z0-9]*")
_OPERATION_MODULES = frozenset({
    "keras.ops", "keras.src.activations.activations", "keras.src.ops.core", "keras.src.ops.nn", "keras.src.ops.numpy",
    "keras.src.ops.math", "keras.src.ops.linalg", "keras.src.ops.image", "keras.src.ops.einops",
})  # fmt: skip
_PART_MODULES = frozenset({
    "keras.initializers", "keras.regularizers", "keras.constraints", "keras.activations", "keras.random", "keras",
    "builtins",
})  # fmt: skip
_PLAIN = frozenset(
    {"__keras_tensor__", "__tuple__", "__list__", "__slice__", "__ellipsis__", "__numpy__", "__tensor__"}
)
_CONSTANTS = frozenset({"__numpy__", "__tensor__"})


class Refused(Exception):
    """The evidence is not accepted; the message says why, in one sentence for the student."""


def regular_file(path: Path, largest: int) -> None:
    """Refuse anything but a regular file of at most ``largest`` bytes (no link, pipe or device)."""
    try:
        found = path.lstat()
    except OSError as error:
        raise Refused(f"{path.name} is missing.") from error
    if not stat.S_ISREG(found.st_mode):
        raise Refused(f"{path.name} is not a regular file.")
    if found.st_size > largest:
        raise Refused(f"{path.name} is {found.st_size} bytes; at most {largest} are read.")


def inspect_archive(path: Path) -> None:
    """Refuse a ``.keras`` file that is damaged, hostile or too large.

    Raises:
        Refused: what is wrong with it.
    """
    regular_file(path, MAX_FILE_BYTES)
    content = path.read_bytes()
    if not content.startswith(b"PK\x03\x04"):
        raise Refused("The model is not a .keras file. Save it with Keras 3, not as HDF5 (.h5) or SavedModel.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _inspect_members(archive.infolist())
            config = json.loads(archive.read("config.json"))
            weights = archive.read("model.weights.h5")
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        ValueError,
        RecursionError,
        EOFError,
        OSError,
    ) as error:
        raise Refused(f"The .keras file is damaged: {error}") from error
    _inspect_config(config)
    _inspect_weights(weights)


def _inspect_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(set(names)) != len(names) or not set(names) <= _MEMBERS or len(set(names)) < len(_MEMBERS):
        raise Refused(f"The .keras file must hold {', '.join(sorted(_MEMBERS))} and nothing else.")
    for member in members:
        largest = MAX_JSON_BYTES if member.filename.endswith(".json") else MAX_FILE_BYTES
        if member.file_size > largest or member.file_size > MAX_INFLATION * max(member.compress_size, 1):
            raise Refused(f"{member.filename} in the .keras file is too large or compressed too hard.")
        if member.flag_bits & 1:
            raise Refused(f"{member.filename} in the .keras file is encrypted.")
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Refused(f"{member.filename} in the .keras file is compressed in a way that Keras does not use.")


def _inspect_config(config: Any) -> None:
    if not isinstance(config, dict):
        raise Refused("The .keras file is damaged: it describes no model.")
    layers = constants = 0
    described = {key: value for key, value in config.items() if key != "compile_config"}  # loaded with compile=False
    for value in _walk(described):
        if isinstance(value, dict):
            layers += _inspect_class(value) if "class_name" in value else False
            constants += _size_of(value) if value.get("class_name") in _CONSTANTS else 0
            _inspect_sizes(value)
    if layers > MAX_LAYERS:
        raise Refused(f"The model has {layers} layers; at most {MAX_LAYERS} are built.")
    if constants > MAX_CONSTANTS:
        raise Refused(f"The model holds {constants} constant numbers; at most {MAX_CONSTANTS} are built.")


def _walk(config: Any) -> Iterator[Any]:
    """Every dictionary and list inside a config; no recursion, no endless depth."""
    todo = [(config, 0)]
    while todo:
        value, depth = todo.pop()
        if depth > MAX_DEPTH:
            raise Refused(f"The model's description is nested more than {MAX_DEPTH} deep.")
        yield value
        if isinstance(value, dict):
            todo += [(item, depth + 1) for item in value.values()]
        elif isinstance(value, list):
            todo += [(item, depth + 1) for item in value]


def _inspect_class(value: dict[str, Any]) -> bool:
    """Refuse a class that is not allowed; tell whether it is a layer."""
    name, module, registered = value["class_name"], value.get("module"), value.get("registered_name")
    if not isinstance(name, str) or not isinstance(module, str | None):
        raise Refused("The .keras file is damaged: the name of a class is not text.")
    if registered not in (None, name, "Functional", "Sequential"):
        raise Refused(f"The model uses the custom object {registered!r}; use the layers that Keras ships.")
    if name in _PLAIN and module in (None, "builtins"):
        return False
    if name == "function" and module in (None, "builtins"):
        called = value.get("config")
        if not isinstance(called, str) or called not in api()["activations"]:
            raise Refused(f"The model uses the function {called!r}, which is none of Keras' activations.")
        return False
    if module in _LAYER_MODULES and name in _known_layers():
        return True
    if module in _OPERATION_MODULES and _OPERATION.fullmatch(name) and name not in _REFUSED_OPERATIONS:
        return False
    if module in _PART_MODULES and name.isidentifier() and name != "Lambda":
        return False
    raise Refused(f"The model uses {module or ''}.{name}, which the judge does not build: take others of Keras.")


@cache
def _known_layers() -> frozenset[str]:
    """All layers of Keras but those that run code, or read text or files."""
    return (frozenset(api()["layers"]) | _MODELS | _SAVED_AS) - _REFUSED_LAYERS


def _size_of(constant: dict[str, Any]) -> int:
    """How many numbers a constant holds; anything else in it is refused."""
    config = constant.get("config")
    level = [config.get("value")] if isinstance(config, dict) else [None]
    for _ in range(MAX_DEPTH):
        if not any(isinstance(item, list) for item in level):
            break
        level = [inner for item in level for inner in (item if isinstance(item, list) else [item])]
    if not all(isinstance(item, bool | int | float) for item in level):
        raise Refused("The model holds a constant that is not made of plain numbers.")
    return len(level)


def _inspect_sizes(config: dict[str, Any]) -> None:
    for key, largest in _LARGEST.items():
        value = config.get(key)
        for number in value if isinstance(value, list) else [value]:
            if isinstance(number, int | float) and not 0 < number <= largest:
                raise Refused(f"{key}={number} is out of range: at most {largest}.")


def _inspect_weights(weights: bytes) -> None:
    total = 0
    seen = set()  # hard links can make a circle
    try:
        with h5py.File(io.BytesIO(weights), "r") as file:
            todo: list[Any] = [file]
            while todo:
                group = todo.pop()
                address = h5py.h5o.get_info(group.id).addr
                if address in seen:
                    raise Refused("The weights file links to itself.")
                seen.add(address)
                for name in group:
                    if not isinstance(group.get(name, getlink=True), h5py.HardLink):
                        raise Refused("The weights file links to somewhere else.")
                    item = group[name]
                    if isinstance(item, h5py.Group):
                        todo.append(item)
                    elif isinstance(item, h5py.Dataset):
                        total += _numbers_in(item)
                    else:
                        raise Refused("The weights file holds something other than plain numbers.")
    except (OSError, RuntimeError, KeyError, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise Refused(f"The weights file is damaged: {error}") from error
    if total > MAX_PARAMETERS:
        raise Refused(f"The model has {total} parameters; at most {MAX_PARAMETERS} are built.")


def _numbers_in(dataset: h5py.Dataset) -> int:
    if dataset.external or dataset.is_virtual or dataset.shape is None or dataset.dtype.kind not in "fiu":
        raise Refused("The weights file holds something other than plain numbers.")
    if dataset.nbytes > 2 * dataset.id.get_storage_size():
        raise Refused("The weights file promises more numbers than it holds.")
    return int(dataset.size)
