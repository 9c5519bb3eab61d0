"""The machine that numbers were measured on, and whether it had anything else to do."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from autograder.environment import cores

_PACKAGES = ("keras", "tensorflow-cpu", "tensorflow", "numpy", "nbgrader", "nbclient", "ipykernel", "distributed")
_LOOK_SECONDS = 3
_LOOKS = 20
_IDLE_PERCENT = 5


@dataclass(frozen=True)
class Load:
    """What else a machine was doing just before a measurement.

    Attributes:
        average: its load average of the last minute; measurements before this one count, too.
        busy: percent of its cores that were in use while the measurement waited.
    """

    average: float
    busy: float

    @property
    def is_idle(self) -> bool:
        """Whether what is measured now has the machine for itself."""
        return self.busy <= _IDLE_PERCENT

    def __str__(self) -> str:
        return f"load average {self.average:.2f}, {self.busy:.0f} % busy"


def look() -> Load:
    """Watch for some seconds what the machine does while we do nothing; wait up to a minute for it to be idle."""
    for _ in range(_LOOKS):
        load = Load(os.getloadavg()[0], psutil.cpu_percent(_LOOK_SECONDS))
        if load.is_idle:
            break
    return load


def facts() -> dict[str, str]:
    """What a reader needs to know before comparing numbers."""
    installed = {name: found for name in _PACKAGES if (found := _version(name))}
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "processor": _processor(),
        "cores": str(cores()),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        **installed,
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except ModuleNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
