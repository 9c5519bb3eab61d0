"""What the processes we start need to find in their environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_TENSORFLOW = {
    "TF_CPP_MIN_LOG_LEVEL": "3",  # no chatter on stderr
    "TF_ENABLE_ONEDNN_OPTS": "0",  # the same rounding on every machine of a kind
    "CUDA_VISIBLE_DEVICES": "-1",  # the course needs no GPU
}


def prepare() -> None:
    """Keep TensorFlow quiet, and let nbgrader find the programs that were installed beside Python (alembic)."""
    for name, value in _TENSORFLOW.items():
        os.environ.setdefault(name, value)
    scripts = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in paths:
        os.environ["PATH"] = os.pathsep.join([scripts, *paths])
