"""A course on debugging neural networks, and the grader that makes it honest.

The face for students is small::

    import autograder as ag
    (x_train, y_train), (x_valid, y_valid) = ag.datasets.red_wine()  # or ag.rows("red-wine"), as arrays
    ag.learning_curves(history, "loss").plot()
    ag.check("red-wine", model, history)
    ag.hint("red-wine")
    ag.doctor(model)

Each name is imported when it is first used: reading a model's anatomy must not wait for pandas. The import itself
keeps TensorFlow, if that is imported later, from filling a notebook's first output with its log.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from autograder.quiet import keep_quiet

if TYPE_CHECKING:
    from autograder import datasets
    from autograder.checking import check, learning_curves, rows
    from autograder.doctor.report import doctor
    from autograder.hinting import hint

keep_quiet()

__all__ = ["check", "datasets", "doctor", "hint", "learning_curves", "rows"]


def __getattr__(name: str) -> Any:
    if name in {"datasets", "rows"} and "keras" in sys.modules:  # a notebook: its training begins after its data
        import_module("autograder.evidence.recording").recorder()
    if name in {"check", "learning_curves", "rows"}:
        return getattr(import_module("autograder.checking"), name)
    if name == "hint":
        return import_module("autograder.hinting").hint
    if name in {"datasets", "doctor"}:
        return import_module(f"autograder.{name}")
    raise AttributeError(f"module 'autograder' has no attribute {name!r}; it has {', '.join(__all__)}")
