"""Saved and live models as programs that rules can look at; nothing of them is executed, TensorFlow is not needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.anatomy.archive import read_config
from autograder.anatomy.compiled import read_compile
from autograder.anatomy.config import from_config
from autograder.anatomy.graph import Anatomy
from autograder.anatomy.live import read_model
from autograder.anatomy.source import ModelSource, Program
from autograder.anatomy.training import Training
from autograder.anatomy.unknown import Place


def program_of_file(path: str) -> Program:
    """The model in a ``.keras`` file. Raises ArchiveError if there is none."""
    config = read_config(Path(path))
    return _program(from_config(config), config.get("compile_config"), str(config.get("class_name")), path)


def program_of_model(model: Any) -> Program:
    """A live Keras model, as it is compiled now."""
    try:
        compiled = model.get_compile_config()
    except Exception:  # it runs the author's code, which may raise anything
        compiled = None
    kind = type(model).__name__
    return _program(read_model(model), compiled, kind, str(getattr(model, "name", kind)))


def _program(anatomy: Anatomy, compiled: Any, kind: str, path: str) -> Program:
    event = read_compile(compiled) if isinstance(compiled, Mapping) else None
    training = Training((event,) if event else (), complete=False)
    form = kind.lower() if kind in {"Sequential", "Functional"} else "subclass"
    layers = (None,) * len(anatomy.operations)
    return Program(path, (ModelSource(anatomy, training, layers, (), Place(path, 1), form),))
