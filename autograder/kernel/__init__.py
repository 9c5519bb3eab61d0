"""Sandboxed kernels: each submission runs in a box of its own, forked from a parent that has imported TensorFlow.

Give nbclient or nbgrader the kernel's name and they start it like any other::

    config.ExecutePreprocessor.kernel_name = NAME
    config.merge(limit(Limits(seconds=620)))

``warm_up()`` starts the parent ahead of time. ``why_ended(manager)`` says which limit a dead kernel broke.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from traitlets.config import Config

from autograder.kernel.limits import Limits
from autograder.kernel.platform import SWITCH, SandboxUnavailable, is_off, reason, require
from autograder.kernel.spec import NAME, write_kernelspec
from autograder.kernel.warm import WarmParentError, close, connect_judge, warm_up

__all__ = [
    "NAME",
    "SWITCH",
    "Limits",
    "SandboxUnavailable",
    "WarmParentError",
    "close",
    "connect_judge",
    "is_off",
    "limit",
    "reason",
    "require",
    "warm_up",
    "why_ended",
    "write_kernelspec",
]


def limit(limits: Limits) -> Config:
    """The part of a configuration that gives sandboxed kernels these limits."""
    return Config({"SandboxProvisioner": {"limits": asdict(limits)}})


def why_ended(manager: Any) -> str:
    """Which limit a manager's kernel broke, as half a sentence ("it ran longer than 60 s"); empty if none."""
    boxed = getattr(manager.provisioner, "boxed", None)
    return boxed.reason if boxed else ""
