"""Saved and live models as programs that rules can look at; nothing of them is executed, TensorFlow is not needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.anatomy.archive import read_config
from autograder.anatomy.compiled import program_of, read_training, training_of
from autograder.anatomy.config import from_config
from autograder.anatomy.live import read_model
from autograder.anatomy.source import Program


def program_of_file(path: str) -> Program:
    """The model in a ``.keras`` file. Raises ArchiveError if there is none."""
    config = read_config(Path(path))
    training = read_training(config.get("compile_config"))
    return program_of(from_config(config), training, path, _form(str(config.get("class_name"))))


def program_of_model(model: Any) -> Program:
    """A live Keras model, as it is compiled now."""
    kind = type(model).__name__
    return program_of(read_model(model), training_of(model), str(getattr(model, "name", kind)), _form(kind))


def _form(kind: str) -> str:
    return kind.lower() if kind in {"Sequential", "Functional"} else "subclass"
