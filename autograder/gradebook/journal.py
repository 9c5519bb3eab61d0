"""What is kept of each submission: its run, the verdict, and what both were computed from.

A folder below ``evidence/`` holds a finished run, all of it or nothing::

    executed.ipynb  model.keras  record.json  run.json       the run, and what it depends on
    verdict.json    graded.json                              the verdict, and what it depends on

As long as what a run depends on is unchanged, it is not run again: a new rubric is applied to what is there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from autograder import aside
from autograder.aside import put
from autograder.datasets.files import sha256
from autograder.exercises import exercise_folder, for_the_judge, is_only_shown
from autograder.gradebook.beside import files_in
from autograder.gradebook.course import Course
from autograder.gradebook.execution import Run, collected
from autograder.gradebook.intake import MAX_BYTES, MOST_FILES, MOST_READ, regular_files
from autograder.rubric import Verdict, as_remarks

_ASIDE = ".new-"
EXECUTED, RUN, VERDICT, GRADED, PHASES = "executed.ipynb", "run.json", "verdict.json", "graded.json", "phases.json"
_ABOUT = ("seconds", "stopped", "phases")  # of a run, beside its remarks
_RUNNING, _JUDGING = ("autograder", "keras", "numpy"), ("autograder", "keras", "nbgrader")


@dataclass(frozen=True)
class Entry:
    """The journal of one student's submission to one exercise.

    What was handed in is noted when this is made, so make it before you read the submission: whatever is handed in
    meanwhile is then not taken for what was graded.
    """

    course: Course
    exercise: str
    student: str
    _depends: Mapping[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        depends = {
            "submission": _fingerprint(self.course.submitted(self.student, self.exercise)),
            "release": _released(self.course, self.exercise),
            **_versions(_RUNNING),
        }
        object.__setattr__(self, "_depends", depends)

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return self.course.evidence(self.student, self.exercise)

    def run(self) -> Run | None:
        """The finished run of what is handed in now; None if there is none."""
        kept = _read(self.folder / RUN)
        if kept.get("depends") != self._depends:
            return None
        executed = (self.folder / EXECUTED).read_text(encoding="utf-8")
        remarks, about = as_remarks(kept["remarks"]), {name: kept[name] for name in _ABOUT if name in kept}
        return Run(executed, collected(self.folder), remarks, **about)

    def verdict(self) -> Verdict | None:
        """The verdict on what is handed in now by the rubric as it is now; None if there is none in the gradebook.

        A run that a limit stopped decides nothing for good: whoever grades again, runs it again.
        """
        if _read(self.folder / GRADED) != self._verdict_depends() or _read(self.folder / RUN).get("stopped"):
            return None
        return Verdict.from_json((self.folder / VERDICT).read_text(encoding="utf-8"))

    def keep_run(self, run: Run) -> None:
        """Keep a finished run in place of the one before, and forget the verdict on that."""
        about = {name: getattr(run, name) for name in _ABOUT}
        kept = {"depends": self._depends, "remarks": list(run.remarks), **about}
        texts = {EXECUTED: run.notebook, RUN: json.dumps(kept, indent=1)}
        replace_folder(self.folder, {**run.evidence, **{name: text.encode() for name, text in texts.items()}})

    def keep_verdict(self, verdict: Verdict) -> None:
        """Keep the verdict, before it goes into the gradebook."""
        (self.folder / GRADED).unlink(missing_ok=True)
        replace_file(self.folder / VERDICT, verdict.to_json())

    def keep_phases(self, seconds: Mapping[str, float]) -> None:
        """Keep how long each phase of the grading took."""
        replace_file(self.folder / PHASES, json.dumps(seconds))

    def seal(self) -> None:
        """The verdict is in the gradebook: this submission is graded."""
        replace_file(self.folder / GRADED, json.dumps(self._verdict_depends(), indent=1))

    def _verdict_depends(self) -> dict[str, Any]:
        return {
            **self._depends,
            "rubric": sha256(exercise_folder(self.exercise) / "rubric.py"),
            "own": _digests(for_the_judge(self.exercise)),
            "course": hashlib.sha256(self.course.secret).hexdigest(),
            **_versions(_JUDGING),
        }


def last_verdict(folder: Path) -> Verdict | None:
    """The verdict that lies in a journal's folder, whatever it depends on; None if there is none."""
    try:
        return Verdict.from_json((folder / VERDICT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def read_phases(folder: Path) -> Mapping[str, float]:
    """How many seconds each phase of the last grading took, from a journal's folder; empty if that is not known."""
    return {str(phase): float(seconds) for phase, seconds in _read(folder / PHASES).items()}


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with these files in the place of ``folder``: whoever looks finds the old, the new or none."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with aside.folder(_ASIDE, folder.parent) as place:
        fresh = place / "new"
        fresh.mkdir()
        put(files, fresh)
        with suppress(FileNotFoundError):
            folder.rename(place / "old")
        fresh.rename(folder)


def replace_file(path: Path, text: str) -> None:
    """Put ``text`` in the place of a file; whoever looks finds the old text or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside.folder(_ASIDE, path.parent) as place:
        fresh = place / path.name
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _fingerprint(folder: Path) -> str:
    """Of all that a student handed in."""
    digest, left = hashlib.sha256(), MOST_READ
    for path in islice(regular_files(folder), MOST_FILES + 1):  # with more of them it is not graded
        left -= path.stat().st_size
        digest.update(os.fsencode(f"{path.relative_to(folder)}\0{_content(path, left)}\0"))  # a name may be no text
    return digest.hexdigest()


_ROLE = ("grade_id", "grade", "solution", "task", "locked")


def _released(course: Course, exercise: str) -> str:
    """Of what a release brings into a run: the code that is put back, which cells are whose, and the data.

    Points, prose and cells that students may change as they like are none of that.
    """
    release = course.release(exercise) / f"{exercise}.ipynb"
    described = []
    for cell in json.loads(release.read_text(encoding="utf-8")).get("cells", ()):
        if about := cell.get("metadata", {}).get("nbgrader"):
            code = cell["source"] if cell["cell_type"] == "code" and about.get("locked") else ""
            described.append([cell["cell_type"], *(about.get(name) for name in _ROLE), "".join(code)])
    digest = hashlib.sha256(json.dumps(described).encode())
    given = {name: content for name, content in files_in(course.source(exercise)).items() if not is_only_shown(name)}
    for name, content in _digests(given).items():
        digest.update(os.fsencode(f"{name}\0{content}\0"))
    return digest.hexdigest()


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}


def _content(path: Path, left: int) -> str:
    """Of a file's content; of one that is too large to be graded its size and age: it may be a hole without end."""
    found = path.stat()
    if found.st_size > MAX_BYTES or left < 0:
        return f"{found.st_size} bytes at {found.st_mtime_ns}"
    return sha256(path)


@cache
def _versions(packages: tuple[str, ...]) -> dict[str, str]:
    return {package: version(package) for package in packages}
