"""Run a submission in a kernel of its own. The run ends in evidence, whatever the student's code does."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from nbgrader.utils import compute_checksum, is_solution
from traitlets import Float

from autograder.evidence import FOLDER_VARIABLE
from autograder.evidence.inspection import MAX_FILE_BYTES
from autograder.exercises import grade_id
from autograder.gradebook.course import Course
from autograder.gradebook.sanitizing import REMARKS


class RunForEvidence(Execute):
    """Execute a notebook under one time limit for all its cells, and keep what ``ag.check`` left."""

    notebook_seconds = Float(600, help="Seconds that a whole notebook may take.").tag(config=True)

    timeout = None
    interrupt_on_timeout = False
    error_on_timeout = None
    shutdown_kernel = "immediate"

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run every cell; note in the notebook's metadata what happened; store the evidence in the course."""
        names = resources["nbgrader"]
        with tempfile.TemporaryDirectory(prefix="run-") as private:
            left = Path(private) / "evidence"
            left.mkdir()
            happened = self._run(nb, resources, km, left)
            _collect(left, Course(Path.cwd()).evidence(names["student"], names["assignment"]))
        nb.metadata.setdefault(REMARKS, []).extend(happened)
        return nb, resources

    def _run(self, nb: NotebookNode, resources: dict[str, Any], km: Any, evidence: Path) -> list[str]:
        NotebookClient.__init__(self, nb, km)
        self.reset_execution_trackers()
        self._check_assign_resources(resources)
        if km is None:
            self.km = self.create_kernel_manager()
            _speak_through_files(self.km, evidence.parent)
        deadline = time.monotonic() + self.notebook_seconds
        self.timeout_func = lambda cell: max(1, round(deadline - time.monotonic()))
        environment = {**os.environ, FOLDER_VARIABLE: str(evidence)}
        cell = None
        try:
            with tempfile.TemporaryFile() as chatter, self.setup_kernel(env=environment, stderr=chatter):
                self.wait_for_reply(self.kc.kernel_info())
                for number, cell in enumerate(self.nb.cells):
                    self.preprocess_cell(cell, resources, number)
        except CellTimeoutError:
            return [f"{_label(nb, cell)} was stopped: the notebook did not finish in {self.notebook_seconds:.0f} s."]
        except DeadKernelError:
            return [f"{_label(nb, cell)} ended the kernel: the code stopped its own process or ran out of memory."]
        return _errors(nb)


def _speak_through_files(manager: Any, folder: Path) -> None:
    """Let a kernel talk through sockets in a private folder instead of ports that everybody can reach."""
    manager.transport = "ipc"
    manager.ip = str(folder / "kernel")
    manager.connection_file = str(folder / "kernel.json")


def _errors(nb: NotebookNode) -> list[str]:
    """The first error of a run, in one sentence; later ones mostly follow from it."""
    for cell in nb.cells:
        if cell.cell_type == "code" and is_solution(cell) and _is_stub(cell):
            return [f"{_label(nb, cell)} was left as it was released."]
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                return [f"{_label(nb, cell)} raised {output.ename}: {output.evalue[:200]}"]
    return []


def _is_stub(cell: NotebookNode) -> bool:
    return bool(cell.metadata.nbgrader.get("checksum") == compute_checksum(cell))


def _label(nb: NotebookNode, cell: NotebookNode | None) -> str:
    if cell is None:
        return "The kernel's start"
    name = grade_id(cell)
    return f"The cell {name!r}" if name else f"Cell {nb.cells.index(cell) + 1}"


def _collect(left: Path, destination: Path) -> None:
    """Copy regular files of a bearable size, and nothing else, after the kernel is gone."""
    shutil.rmtree(destination, ignore_errors=True)
    destination.mkdir(parents=True)
    for path in left.iterdir():
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= MAX_FILE_BYTES:
            shutil.copyfile(path, destination / path.name, follow_symlinks=False)
