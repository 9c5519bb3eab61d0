"""Our grading: ``autograder grade`` as a user types it, with one job and with one for each core."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from pathlib import Path
from statistics import median

from autograder.environment import cores
from autograder.gradebook.journal import read_phases
from autograder.report.costs import costs
from bench.setting import PROGRAMS, Command, Measured, MeasurementError, Setting

_TIMES = 2


def measure(setting: Setting) -> Measured:
    """Seconds of the whole command on fresh copies of the course; the verdicts must be the same each time."""
    jobs = cores()
    parallel, found = [], []
    for number in range(min(_TIMES, setting.repetitions)):
        course = setting.folder / f"graded-{number}"
        parallel.append(_grade(setting, course, jobs))
        found.append(verdicts(course, setting.exercise))
    alone = _grade(setting, setting.folder / "graded-alone", 1)
    found.append(verdicts(setting.folder / "graded-alone", setting.exercise))
    taken = [
        read_phases(folder) for folder in (setting.folder / "graded-0" / "evidence").glob(f"*/{setting.exercise}")
    ]
    numbers = {"jobs": jobs, "seconds": median(parallel), "one_job": alone, "spread": max(parallel) - min(parallel)}
    different = [name for name, verdict in found[0].items() if any(v.get(name) != verdict for v in found[1:])]
    notes = [f"Verdicts differ from one grading to the next: {', '.join(different)}."] if different else []
    graded = {"graded": len(found[0]), "same": len(found[0]) - len(different)}
    repeated = sum(phases.get("training", 0.0) for phases in taken)
    return Measured({**numbers, **graded, "repeated": repeated}, notes, costs(taken))


def _grade(setting: Setting, course: Path, jobs: int) -> float:
    setting.say(f"autograder grade --jobs {jobs}")
    shutil.copytree(setting.course.root, course)
    command: Command = [PROGRAMS / "autograder", "grade", setting.exercise, "--course", course, "--jobs", str(jobs)]
    start = time.monotonic()
    ended = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 (our own command)
    seconds = time.monotonic() - start
    if ended.returncode:
        said = re.sub(r"\s+", " ", ended.stderr or ended.stdout).strip()
        raise MeasurementError(f"autograder grade --jobs {jobs} failed: …{said[-300:]}")
    return seconds


def verdicts(course: Path, exercise: str) -> dict[str, object]:
    """By student; every digit of every value counts."""
    files = sorted((course / "evidence").glob(f"*/{exercise}/verdict.json"))
    return {path.parent.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in files}
