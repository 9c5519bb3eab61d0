"""Reader of a live model: asks it for its config, so Keras need not be imported here."""

from __future__ import annotations

from typing import Any

from autograder.anatomy.config import from_config
from autograder.anatomy.graph import Anatomy, Operation
from autograder.anatomy.kinds import UNKNOWN


def read_model(model: Any) -> Anatomy:
    """The anatomy of a live Keras model.

    A model that cannot describe itself (a subclass without ``get_config``) gives one unknown operation.
    """
    name = type(model).__name__
    try:
        config = model.get_config()
    except Exception:  # it runs the author's code, which may raise anything
        return Anatomy((Operation(UNKNOWN, {"class": name}, name=name),), (0,))
    return from_config({"class_name": name, "module": type(model).__module__, "config": config})
