"""The backend of Keras that an experiment runs on: TensorFlow, or what the variable ``KERAS_BACKEND`` says.

Import it before Keras. ``make jax`` puts JAX into a folder beside the course's packages instead of among them,
because TensorFlow imports JAX wherever it finds it, and would start more slowly in each kernel.

``python experiments/backend.py jax`` prints which experiments the claims want to have run again there.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from autograder.ledger import Ledger
from autograder.ledger.plans import OTHER_BACKENDS

TENSORFLOW = "tensorflow"
FOLDER = Path(__file__).resolve().parents[1] / ".jax"
NAME = os.environ.get("KERAS_BACKEND") or TENSORFLOW
PACKAGES = ("tensorflow-cpu" if NAME == TENSORFLOW else NAME, "keras", "numpy")

if NAME not in (TENSORFLOW, *OTHER_BACKENDS):
    sys.exit(f"KERAS_BACKEND: expected {TENSORFLOW} or {' or '.join(OTHER_BACKENDS)}, received {NAME!r}")
if NAME != TENSORFLOW:
    sys.path.append(str(FOLDER))
    os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")  # a run has one thread
    if not find_spec(NAME):
        sys.exit(f"KERAS_BACKEND={NAME}, but {NAME} is not installed: make jax")


def results(folder: Path) -> Path:
    """Where results on this backend are, in the folder of all results."""
    return folder if NAME == TENSORFLOW else folder / NAME


if __name__ == "__main__":
    print(*Ledger().on(sys.argv[1]).experiments)
