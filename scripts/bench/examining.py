"""``autograder doctor``: the whole process on one file, and what each further file costs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import nbformat

from bench.setting import PROGRAMS, Command, Measured, MeasurementError, Setting

_DOCTOR = PROGRAMS / "autograder"
_CANNOT = 2  # its exit code where it could not do its work; findings are 0 or 1


def measure(setting: Setting) -> Measured:
    """Medians for submitted notebooks, and for the same code as scripts."""
    notebooks = list(setting.notebooks.values())
    scripts = [_script(path, setting.folder / f"{number}.py") for number, path in enumerate(notebooks)]
    numbers: dict[str, float] = {}
    for kind, files in {"notebook": notebooks, "script": scripts}.items():
        one = median(_seconds(files[:1]) for _ in range(2 * setting.repetitions))
        all_of_them = median(_seconds(files) for _ in range(setting.repetitions))
        numbers |= {kind: one, f"further_{kind}": (all_of_them - one) / max(1, len(files) - 1)}
    python = median(_timed([sys.executable, "-c", "pass"]) for _ in range(2 * setting.repetitions))
    heavy = _imports_tensorflow(notebooks[0])
    return Measured({**numbers, "python": python}, ["The doctor imported TensorFlow."] if heavy else [])


def _script(notebook: Path, path: Path) -> Path:
    cells = nbformat.read(notebook, as_version=4).cells
    path.write_text("\n\n".join(cell.source for cell in cells if cell.cell_type == "code"), encoding="utf-8")
    return path


def _seconds(files: Sequence[Path]) -> float:
    return _timed([_DOCTOR, "doctor", *files])


def _timed(command: Command) -> float:
    start = time.perf_counter()
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own commands)
    seconds = time.perf_counter() - start
    if ended.returncode not in range(_CANNOT):
        raise MeasurementError(f"{command[0]} ended with {ended.returncode}: {ended.stderr.strip()[-200:]}")
    return seconds


def _imports_tensorflow(file: Path) -> bool:
    command: Command = [sys.executable, "-X", "importtime", _DOCTOR, "doctor", file]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr  # noqa: S603 (our own)
    return any(line.rpartition("|")[2].strip() == "tensorflow" for line in said.splitlines())
