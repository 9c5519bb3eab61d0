"""What the processes and notebooks of the course need to find in their environment."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder.quiet import QUIET

KERAS = "3.15"
"""The Keras that the chapters were written with: major and minor version."""

FOLDER_VARIABLE = "AUTOGRADER_EVIDENCE"
"""Where ``ag.check`` leaves evidence; set while a submission is graded."""
REPEAT_VARIABLE = "AUTOGRADER_REPEAT"
"""The judge's seed, in a kernel that repeats a training; see :mod:`autograder.evidence.repeating`."""

_CHAPTERS_IMPORT = ("keras", "scikit-learn", "myst-nb")
TENSORFLOW = {**QUIET, "CUDA_VISIBLE_DEVICES": "-1"}  # the course needs no GPU


def prepare() -> None:
    """Keep TensorFlow quiet, and let nbgrader find the programs that were installed beside Python (alembic)."""
    for name, value in TENSORFLOW.items():
        os.environ.setdefault(name, value)
    scripts = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in paths:
        os.environ["PATH"] = os.pathsep.join([scripts, *paths])


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def thread_variables(threads: int) -> dict[str, str]:
    """What the numeric libraries read to know how many threads to start."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS",
             "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")  # fmt: skip
    return dict.fromkeys(names, str(threads))


def one_thread() -> None:
    """Let numeric libraries that are imported from now on start one thread: several processes share the cores."""
    os.environ.update(thread_variables(1))


def prepare_chapter() -> None:
    """What a chapter calls first: it may run as a downloaded notebook, in any environment.

    Prints a sentence if Keras is another one than the chapters were written with.

    Raises:
        ModuleNotFoundError: a package that chapters import is missing; the message says what to do.
    """
    prepare()
    for package in _CHAPTERS_IMPORT:
        try:
            version(package)
        except PackageNotFoundError:
            sentence = f"This notebook needs {package}: in a checkout of the course, run pip install '.[book]'."
            raise ModuleNotFoundError(sentence) from None
    if (found := version("keras")).split(".")[:2] != KERAS.split("."):
        print(
            f"This notebook was written with Keras {KERAS}; you have {found}: "
            "numbers may differ, and a cell that checks the text against them may stop."
        )
