"""One name for the many under which things of Keras can be imported."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

from autograder.anatomy.source.spellings import OLD_CLASSES

_PREFIXES = (
    "tensorflow.keras.",
    "tensorflow.python.keras.",
    "tensorflow.contrib.keras.python.keras.",
    "tensorflow.contrib.keras.",
    "tensorflow.compat.v1.keras.",
    "tensorflow.compat.v2.keras.",
    "tf_keras.",
    "keras.src.",
    "keras.api._v2.keras.",
    "keras.api.",
    "keras.legacy.",
)
# The modules of TensorFlow 2 whose members are those of Keras.
_TENSORFLOW = {
    **{f"tensorflow.{name}.": f"keras.{name}." for name in ("optimizers", "losses", "metrics", "initializers")},
    "keras_preprocessing.": "keras.preprocessing.",  # a package of its own for a while
}
# First part after ``keras.`` → the group of the table that knows the last part.
_GROUPS = {
    "layers": "layers",
    "engine": "layers",
    "models": "models",
    "optimizers": "optimizers",
    "optimizer_v1": "optimizers",
    "optimizer_v2": "optimizers",
    "losses": "losses",
    "objectives": "losses",
    "metrics": "metrics",
    "callbacks": "callbacks",
    "initializers": "initializers",
    "initializations": "initializers",
    "regularizers": "regularizers",
    "constraints": "constraints",
    "applications": "applications",
    "activations": "activations",
    "datasets": "datasets",
    "ops": "ops",
    "utils": "utils",
    "preprocessing": "preprocessing",
    "backend": "backend",
}
_WITHIN = {"schedules": "schedules", "scikit_learn": "wrappers"}
_MODELS = frozenset({"Sequential", "Model", "Functional", "load_model", "clone_model", "model_from_json"})
_ANYWHERE = dict.fromkeys(_MODELS, "models") | {"Input": "layers", "InputLayer": "layers"}
# What a program that imports nothing means by a bare name: snippets from forums leave the imports out.
_IMPLIED = {
    "keras": "keras",
    "layers": "keras.layers",
    "models": "keras.models",
    "optimizers": "keras.optimizers",
    "regularizers": "keras.regularizers",
    "initializers": "keras.initializers",
    "callbacks": "keras.callbacks",
    "losses": "keras.losses",
    "metrics": "keras.metrics",
    "constraints": "keras.constraints",
    "tf": "tensorflow",
    "np": "numpy",
    "pd": "pandas",
    "Sequential": "keras.models.Sequential",
    "Model": "keras.models.Model",
    "load_model": "keras.models.load_model",
    "clone_model": "keras.models.clone_model",
    "Input": "keras.layers.Input",
    "to_categorical": "keras.utils.to_categorical",
    "ImageDataGenerator": "keras.preprocessing.image.ImageDataGenerator",
}
_LAYER_FUNCTIONS = frozenset({
    "Input", "InputLayer", "Layer", "merge", "add", "subtract", "multiply", "average", "maximum", "minimum",
    "concatenate", "dot",
})  # fmt: skip
_BARE = ("layers", "optimizers", "callbacks", "regularizers", "initializers")


@cache
def api() -> dict[str, Any]:
    """What ``scripts/keras_api.py`` found out about Keras."""
    beside = os.path.join(os.path.dirname(__file__), "keras_api.json")  # noqa: PTH118, PTH120  (no pathlib: see reader)
    with open(beside, encoding="utf-8") as file:  # noqa: PTH123
        table: dict[str, Any] = json.load(file)
    return table


@cache
def canonical(dotted: str) -> str:
    """``tensorflow.keras.layers.Dense`` → ``keras.layers.Dense``; names that are not of Keras stay as they are."""
    for prefix in _PREFIXES:
        if (dotted + ".").startswith(prefix):
            return canonical(("keras." + dotted[len(prefix) :]).rstrip("."))
    for prefix, ours in _TENSORFLOW.items():
        if dotted.startswith(prefix):
            return ours + dotted[len(prefix) :]
    return dotted


@cache
def resolve(dotted: str) -> tuple[str, str]:
    """The group of Keras and the name within it: ``("layers", "Dense")``; two empty texts if it is not of Keras."""
    if not canonical(dotted).startswith("keras."):
        return "", ""
    _, *within, last = canonical(dotted).split(".")
    group = _ANYWHERE.get(last) or next((found for part, found in _WITHIN.items() if part in within), "")
    group = group or (_GROUPS.get(within[0], "") if within else "")
    return group, ".".join([*within[1:], last]) if group == "datasets" else last


@cache
def implied(name: str) -> str:
    """What a bare name means where nothing was imported under it; empty if nothing of Keras is called so."""
    if name in _IMPLIED:
        return _IMPLIED[name]
    known = api()
    is_layer = name in known["layer aliases"] or name in OLD_CLASSES
    group = "layers" if is_layer else next((group for group in _BARE if name in known[group]), "")
    return f"keras.{group}.{name}" if group else ""


def submodules(dotted: str) -> bool:
    """Whether a star import from here brings names of Keras."""
    return canonical(dotted).split(".")[0] == "keras"


def star_has(module: str, name: str) -> str:
    """The full name that ``from module import *`` gives ``name``; empty if the module of Keras has none such."""
    group, last = resolve(f"{canonical(module)}.{name}")
    known = api()
    if group == "models":
        return f"keras.models.{name}" if name in _MODELS else ""
    if group == "layers":
        known_layer = name in known["layers"] or name in known["layer aliases"] or name in OLD_CLASSES
        return f"keras.layers.{name}" if known_layer or name in _LAYER_FUNCTIONS else ""
    return f"{canonical(module)}.{name}" if last in known.get(group, ()) else ""


def known(group: str) -> set[str]:
    """Names of a group that Keras takes as text, in small letters."""
    table = api()
    named = table[f"{group} by name"]
    return {str(name).lower() for name in (*named, *named.values(), *table[group])}
