"""The doctor: what is wrong with a script, a notebook, a saved or a live model, and what to do instead.

The package itself can be called: ``ag.doctor(model)`` is the same whether or not somebody imported it before.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.doctor.report import Report


class _Callable(ModuleType):
    """A module that can be called; its parts are imported only then."""

    def __call__(self, thing: Any) -> Report:
        """Examine a live Keras model, or the file or folder at a path. Runs nothing."""
        from autograder.doctor.report import doctor  # noqa: PLC0415

        return doctor(thing)

    def watch(self, x: Any, y: Any = None, **how: Any) -> Any:
        """A callback for ``fit`` that names what goes wrong as a model trains; see `autograder.doctor.watching`."""
        from autograder.doctor.watching import watch  # noqa: PLC0415

        return watch(x, y, **how)


sys.modules[__name__].__class__ = _Callable
