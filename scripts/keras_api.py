"""Writes down what the source reader must know of Keras' public face, by asking Keras.

Run it after a new Keras: ``.venv/bin/python scripts/keras_api.py``; a test fails as long as that is due.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from pathlib import Path
from typing import Any

import keras
from keras.src import constraints, initializers, losses, metrics, optimizers, regularizers

TABLE = Path(__file__).resolve().parents[1] / "autograder" / "anatomy" / "source" / "keras_api.json"
METHODS = ("compile", "fit", "evaluate", "predict", "train_on_batch", "build", "summary")
FUNCTIONS = {
    "utils": ("to_categorical", "normalize", "image_dataset_from_directory", "text_dataset_from_directory"),
    "ops": ("one_hot",),
    "models": ("load_model", "clone_model"),
}


def parameters(function: Any) -> list[list[Any]]:
    """``[name]`` for what must be given, ``[name, default]`` for the rest; positional ones in order."""
    found = []
    for name, parameter in inspect.signature(function).parameters.items():
        if name == "self" or parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        required = parameter.default is parameter.empty
        found.append([name] if required else [name, _plain(parameter.default)])
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value if isinstance(value, bool | int | float | str | None) else getattr(value, "__name__", None)


def classes(module: Any, base: type) -> tuple[dict[str, Any], dict[str, str]]:
    """The parameters of every class of a module, and which names mean another class."""
    found, aliases = {}, {}
    for name in dir(module):
        value = getattr(module, name)
        if isinstance(value, type) and issubclass(value, base):
            if name == value.__name__:
                found[name] = parameters(value.__init__)
            else:
                aliases[name] = value.__name__
    return found, aliases


def operations() -> dict[str, Any]:
    """For each function of ``keras.ops``: parameters, the class that stands for it in a saved model, settings."""
    found = {}
    for name in dir(keras.ops):
        function = getattr(keras.ops, name)
        made = _made_by(function) if inspect.isfunction(function) else None
        if made:
            found[name] = {"parameters": parameters(function), "class": made[0], "settings": made[1]}
    return found


def _made_by(function: Any) -> tuple[str, dict[str, str]] | None:
    """``return Mean(axis=axis).symbolic_call(x)`` in the function's source gives ``Mean`` and ``{axis: axis}``."""
    source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
    match = re.search(r"[A-Z]\w+\(", source)
    if not match or "symbolic_call" not in source:
        return None
    for node in ast.walk(ast.parse(source)):
        if not (
            isinstance(node, ast.Attribute) and node.attr == "symbolic_call" and isinstance(node.value, ast.Call)
        ):
            continue
        made = node.value
        if isinstance(made.func, ast.Name):
            positional = [item[0] for item in parameters(function.__globals__[made.func.id].__init__)]
            given = dict(zip(positional, made.args, strict=False))
            given |= {item.arg: item.value for item in made.keywords if item.arg}
            return made.func.id, {key: ast.unparse(value) for key, value in given.items()}
    return None


def spelt(module: Any) -> dict[str, str]:
    """Every name under which ``get`` finds an object → the name of that object, in the spelling of functions."""
    named = {
        alias: _snake(value.__name__) if isinstance(value, type) else value.__name__
        for alias, value in module.ALL_OBJECTS_DICT.items()
    }
    return {alias: name for alias, name in sorted(named.items()) if alias != name}


def class_names(module: Any) -> dict[str, str]:
    """Every name under which ``get`` finds a class → the name of that class."""
    return {alias: value.__name__ for alias, value in sorted(module.ALL_OBJECTS_DICT.items())}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def table() -> dict[str, Any]:
    """Everything, as it is written to the file."""
    from keras.src.legacy.preprocessing import image, sequence, text  # noqa: PLC0415

    groups = {
        "layers": (keras.layers, keras.layers.Layer),
        "optimizers": (keras.optimizers, keras.optimizers.Optimizer),
        "losses": (keras.losses, keras.losses.Loss),
        "metrics": (keras.metrics, keras.metrics.Metric),
        "callbacks": (keras.callbacks, keras.callbacks.Callback),
        "initializers": (keras.initializers, keras.initializers.Initializer),
        "regularizers": (keras.regularizers, keras.regularizers.Regularizer),
        "constraints": (keras.constraints, keras.constraints.Constraint),
    }
    found: dict[str, Any] = {}
    for group, (module, base) in groups.items():
        found[group], aliases = classes(module, base)
        if group == "layers":
            found["layer aliases"] = aliases
    schedules = keras.optimizers.schedules
    found["schedules"], _ = classes(schedules, schedules.LearningRateSchedule)
    found["applications"] = {
        name: parameters(getattr(keras.applications, name))
        for name in dir(keras.applications)
        if name[0].isupper() and callable(getattr(keras.applications, name))
    }
    found["datasets"] = {name: [] for name in dir(keras.datasets) if not name.startswith("_")}
    found["functions"] = {
        f"{module}.{name}": parameters(getattr(getattr(keras, module), name))
        for module, names in FUNCTIONS.items()
        for name in names
    }
    found["functions"]["Input"] = parameters(keras.Input)
    found["methods"] = {name: parameters(getattr(keras.Model, name)) for name in METHODS}
    generator = image.ImageDataGenerator
    found["generators"] = {
        "ImageDataGenerator": parameters(generator.__init__),
        **{name: parameters(getattr(generator, name)) for name in dir(generator) if name.startswith("flow")},
        "pad_sequences": parameters(keras.utils.pad_sequences),
        "TimeseriesGenerator": parameters(sequence.TimeseriesGenerator.__init__),
        "Tokenizer": parameters(text.Tokenizer.__init__),
    }
    found["ops"] = operations()
    found["activations"] = {
        name: parameters(getattr(keras.activations, name))
        for name in dir(keras.activations)
        if inspect.isfunction(getattr(keras.activations, name)) and name not in {"deserialize", "get", "serialize"}
    }
    for group, module in {"losses": losses, "metrics": metrics}.items():
        found[f"{group} by name"] = spelt(module)
    named = {"initializers": initializers, "regularizers": regularizers, "optimizers": optimizers}
    for group, module in (named | {"constraints": constraints}).items():
        found[f"{group} by name"] = class_names(module)
    found["keras"] = keras.__version__.rpartition(".")[0]
    return found


def written(found: dict[str, Any]) -> str:
    """The table as JSON, one entry a line."""
    groups = []
    for group, entries in found.items():
        if not isinstance(entries, dict):
            groups.append(f"{json.dumps(group)}: {json.dumps(entries)}")
            continue
        lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(entry)}" for name, entry in entries.items())
        groups.append(f"{json.dumps(group)}: {{\n{lines}\n}}")
    return "{\n" + ",\n".join(groups) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(written(table()), encoding="utf-8")
    print(f"{TABLE.name}: {TABLE.stat().st_size} bytes, written for Keras {keras.__version__}")
