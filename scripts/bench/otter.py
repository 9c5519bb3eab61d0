"""otter-grader 7, in a virtual environment of its own, on the same notebooks with one trivial test.

``otter grade`` needs Docker; ``otter run`` does the same for one submission without a container, so it is called for
one after the other. The environment's packages are locked; they come from the network or from uv's cache.
"""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import nbformat

from autograder.aside import put
from autograder.exercises import grade_id
from autograder.gradebook.beside import files_in
from autograder.rubric import load_rubric
from bench.setting import PROGRAMS, ROOT, Command, Measured, MeasurementError, Setting, call, tail

_LOCK = Path(__file__).with_name("otter-requirements.lock")
_UV = PROGRAMS / "uv"
_TEST = """\
from otter.test_files import test_case

OK_FORMAT = False
name = "model"
points = 1


@test_case()
def test_there_is_a_model(model):
    assert model.count_params() > 0
"""


def measure(setting: Setting) -> Measured:
    """Seconds of ``otter run`` on everybody's notebook."""
    folder, log = setting.folder / "otter", setting.folder / "otter.log"
    folder.mkdir()
    setting.say("otter's virtual environment")
    otter = _install(folder / "venv", log)
    autograder = _autograder(setting, folder, otter, log)
    submissions = [converted(path, folder / f"{student}.zip") for student, path in setting.notebooks.items()]
    graded = 0
    start = time.monotonic()
    for number, submission in enumerate(submissions, start=1):
        setting.say(f"otter run, {number} of {len(submissions)}")
        results = folder / submission.stem
        results.mkdir()
        call([otter, "run", "--no-logo", "-a", autograder, "-o", results, submission], log, env=_environment())
        graded += (results / "results.json").is_file()
    seconds = time.monotonic() - start
    if not graded:
        raise MeasurementError(f"otter run graded nothing: {tail(log)}")
    missing = [f"otter graded {graded} of {len(submissions)} notebooks."] if graded < len(submissions) else []
    return Measured({"seconds": seconds, "graded": graded}, missing)


def _install(venv: Path, log: Path) -> Path:
    settings = {  # as scripts/setup.sh does: uv does not read pip's
        uv: os.environ[pip]
        for pip, uv in (("PIP_INDEX_URL", "UV_DEFAULT_INDEX"), ("PIP_CERT", "SSL_CERT_FILE"))
        if pip in os.environ and uv not in os.environ
    }
    environment = {**os.environ, **settings}
    python = venv / "bin" / "python"
    make: Command = [_UV, "venv", "--python", PROGRAMS / "python", venv]
    fill: Command = [_UV, "pip", "sync", "--python", python, "--require-hashes", "--no-build", _LOCK]
    for command in (make, fill):
        if call(command, log, env=environment):
            raise MeasurementError(f"otter's virtual environment could not be made: {tail(log)}")
    return venv / "bin" / "otter"


def _autograder(setting: Setting, folder: Path, otter: Path, log: Path) -> Path:
    tests, beside = folder / "tests", folder / "beside"
    put({"model.py": _TEST.encode()}, tests)
    files = files_in(setting.course.source(setting.exercise))
    put(files, beside)
    command: Command = [otter, "generate", "--no-environment", "-t", tests, "-o", folder / "autograder.zip", *files]
    if call(command, log, cwd=beside, env=_environment()):
        raise MeasurementError(f"otter generate failed: {tail(log)}")
    return folder / "autograder.zip"


def converted(notebook: Path, path: Path) -> Path:
    """The notebook as a submission to otter: without the check, which otter's test replaces."""
    nb = nbformat.read(notebook, as_version=4)
    check = load_rubric(notebook.stem).cell
    nb.cells = [cell for cell in nb.cells if grade_id(cell) != check]
    for cell in nb.cells:
        cell.metadata.pop("nbgrader", None)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(notebook.name, nbformat.writes(nb))
    return path


def _environment() -> dict[str, str]:
    """The notebooks import this checkout's package."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}
