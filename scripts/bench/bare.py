"""The training alone: what no grader can do without.

One process for each core has imported everything. The notebooks are shared out among them, and their cells run as
plain code, with one thread for TensorFlow as in grading. What counts is the time within cells that call ``fit``.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import tempfile
import time
import warnings
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import nbformat

from autograder.aside import put
from autograder.environment import cores, thread_variables
from autograder.exercises import grade_id
from autograder.gradebook.beside import beside
from autograder.rubric import load_rubric
from bench.setting import Measured, Setting

_PATIENCE = 300
LIBRARIES = "import keras, matplotlib.pyplot, numpy, pandas, tensorflow, autograder.checking, autograder.datasets"


class Notebook(NamedTuple):
    """The code cells of a submission without the check, and the files that lie beside it."""

    cells: list[str]
    files: dict[str, bytes]


class Spent(NamedTuple):
    """Seconds within cells that train, and within all cells."""

    training: float
    cells: float


def measure(setting: Setting) -> Measured:
    """Seconds of all processes together, and how long the whole took."""
    notebooks = [_notebook(setting, student) for student in setting.notebooks]
    processes = cores()
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(processes + 1)
    spent = []
    with (
        patch.dict(os.environ, {**thread_variables(1), "MPLBACKEND": "agg"}),
        context.Pool(processes, _warm, (barrier,)) as pool,
    ):
        barrier.wait(_PATIENCE)
        start = time.monotonic()
        for one in pool.imap_unordered(run, notebooks):
            spent.append(one)
            setting.say(f"trained {len(spent)} of {len(notebooks)}")
        elapsed = time.monotonic() - start
    training, cells = (sum(column) for column in zip(*spent, strict=True))
    return Measured({"training": training, "cells": cells, "elapsed": elapsed, "processes": processes})


def _notebook(setting: Setting, student: str) -> Notebook:
    check = load_rubric(setting.exercise).cell
    cells = nbformat.read(setting.notebooks[student], as_version=4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code" and grade_id(cell) != check]
    return Notebook(code, beside(setting.course, setting.exercise, student))


def _warm(barrier: Barrier) -> None:
    exec(LIBRARIES, {})  # noqa: S102 (ours)
    barrier.wait(_PATIENCE)


def run(notebook: Notebook) -> Spent:
    """Run all cells of a notebook in this process, as a grader does: one that raises does not stop the others."""
    training = cells = 0.0
    names: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # wrong answers earn them
        put(notebook.files, Path(folder))
        for source in notebook.cells:
            start = time.perf_counter()
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
                exec(source, names)  # noqa: S102 (answers of our own exercise)
            seconds = time.perf_counter() - start
            cells += seconds
            training += seconds * (".fit(" in source)
    return Spent(training, cells)
