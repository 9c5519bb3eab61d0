"""What a saved or a live model remembers of its training: the ``compile_config`` that Keras keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.anatomy.graph import Anatomy
from autograder.anatomy.source.facts import GROUPS, one_name
from autograder.anatomy.source.names import api
from autograder.anatomy.source.program import ModelSource, Program
from autograder.anatomy.training import ABSENT, Compile, Made, Training
from autograder.anatomy.unknown import Place, Unknown

_OURS = ("keras", "tf_keras", "tensorflow")
_FUNCTION = "function"
_INCIDENTAL = frozenset({"name", "dtype"})  # Keras gives them where the author did not
MAX_NESTING = 20


def program_of(anatomy: Anatomy, training: Training, path: str = "", form: str = "") -> Program:
    """A model without a source as a program that makes just this one, for rules to look at."""
    layers = (None,) * len(anatomy.operations)
    return Program(path, (ModelSource(anatomy, training, layers, (), Place(path, 1), form),))


def training_of(model: Any) -> Training:
    """What a live Keras model knows of its training."""
    try:
        compiled = model.get_compile_config()
    except Exception:  # it runs the author's code, which may raise anything
        compiled = None
    return read_training(compiled)


def read_training(described: Any) -> Training:
    """The facts in a ``compile_config``. What was fitted is not among them, so the training is not complete."""
    event = read_compile(described)
    return Training((event,) if event else (), complete=False)


def read_compile(described: Any) -> Compile | None:
    """``compile(…)`` as a saved or a live model remembers it; None if it was never compiled.

    Where it was compiled is not known, nor what of it was a default: an argument with Keras' default value counts as
    not given.
    """
    if not isinstance(described, Mapping) or "optimizer" not in described:
        return None
    given = {str(key): _fact(value, GROUPS.get(str(key), ""), 0) for key, value in described.items()}
    given = {key: value for key, value in given.items() if value is not None and not _is_default(key, value)}
    return Compile(
        optimizer=given.get("optimizer", ABSENT),
        loss=given.get("loss", ABSENT),
        metrics=given.get("metrics", ABSENT),
        loss_weights=given.get("loss_weights", ABSENT),
        arguments=given,
    )


def _is_default(key: str, value: Any) -> bool:
    return (
        key in {"run_eagerly", "steps_per_execution", "jit_compile", "auto_scale_loss"}
        and [key, value] in api()["methods"]["compile"]
    )


def _fact(value: Any, group: str, depth: int) -> Any:
    """A value of the description as a fact; texts are names of things of ``group``, if one is given."""
    found = value
    if depth > MAX_NESTING:
        found = Unknown("nested too deeply")
    elif isinstance(value, list | tuple):
        found = tuple(_fact(item, group, depth + 1) for item in value)
    elif isinstance(value, Mapping) and "class_name" in value:
        found = _made(value, group, depth)
    elif isinstance(value, Mapping):
        found = {str(key): _fact(item, group, depth + 1) for key, item in value.items()}
    elif isinstance(value, str) and group:
        found = Made(one_name(group, value), by_name=True)
    elif isinstance(value, float):
        found = float(f"{value:.7g}")  # Keras keeps 32 bits: 0.01 comes back as 0.009999999776482582
    return found


def _made(described: Mapping[str, Any], group: str, depth: int) -> Any:
    """A serialized object; a function is described by its name alone."""
    name, config = described["class_name"], described.get("config")
    if name == _FUNCTION and isinstance(config, str):
        name = one_name(group, config)
        return Made(name, own=name not in api().get(f"{group} by name", {}).values())
    if not isinstance(name, str) or not isinstance(config, Mapping):
        return Unknown("a description that cannot be read")
    module, registered = str(described.get("module")), described.get("registered_name")
    own = module.partition(".")[0] not in _OURS or registered not in (None, name)
    defaults = dict(item for item in api()[group].get(name, []) if len(item) == 2) if group else {}
    told = {str(key): _fact(value, "", depth + 1) for key, value in config.items() if key not in _INCIDENTAL}
    arguments = {key: value for key, value in told.items() if value is not None and defaults.get(key) != value}
    return Made(name if own else one_name(group, name), arguments, own=own)
