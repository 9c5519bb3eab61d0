"""Real boxes. Where the machine cannot make one, the tests are skipped with the reason."""

import asyncio
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_code_cell, new_notebook

from autograder.environment import FOLDER_VARIABLE
from autograder.kernel import NAME, Limits, limit, reason, session, warm, why_ended, write_kernelspec
from autograder.kernel.client import Client

MEGABYTE = 1 << 20
LIGHT = ("numpy", "matplotlib.pyplot")


@pytest.fixture(scope="session")
def can_sandbox() -> None:
    if missing := reason():
        pytest.skip(f"no sandbox on this machine: {missing}")


@pytest.fixture(scope="module", autouse=True)
def _kernelspec(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("jupyter")
    write_kernelspec(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(folder))
        yield


@pytest.fixture(scope="module")
def _light() -> Iterator[None]:
    """A warm parent without TensorFlow, which most tests do not need and which takes long to import."""
    warm.stop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "LIBRARIES", LIGHT)
        yield
        warm.stop()


@dataclass(frozen=True)
class Ran:
    """What became of a notebook.

    Attributes:
        said: the text of all outputs, errors included.
        died: the kernel did not live until the end.
        why: what the sandbox says about that.
        left: what was collected from the outbox, by name.
        notebook: the notebook with its outputs.
    """

    said: str
    died: bool
    why: str
    left: dict[str, bytes]
    notebook: nbformat.NotebookNode


@pytest.fixture
def run(can_sandbox: None, tmp_path: Path) -> Callable[..., Ran]:
    """Runs cells in a sandboxed kernel, as nbclient does for everybody."""
    outbox = tmp_path / "evidence"

    def run(*cells: str, limits: Limits | None = None, folder: Path | None = None, timeout: int = 120) -> Ran:
        outbox.mkdir(exist_ok=True)
        notebook = new_notebook(cells=[new_code_cell(cell) for cell in cells])
        manager = AsyncKernelManager(kernel_name=NAME, client_factory=Client, config=limit(limits or Limits()))
        client = NotebookClient(
            notebook,
            km=manager,
            timeout=timeout,
            allow_errors=True,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(folder or "")}},
        )
        died = False
        try:
            asyncio.run(client.async_execute(cleanup_kc=True, env={**os.environ, FOLDER_VARIABLE: str(outbox)}))
        except (DeadKernelError, CellTimeoutError, ValueError):  # ValueError: messages that are none
            died = True
        left = {path.name: path.read_bytes() for path in outbox.iterdir()}
        return Ran(_text(notebook), died, why_ended(manager), left, notebook)

    return run


def _text(notebook: nbformat.NotebookNode) -> str:
    outputs = [output for cell in notebook.cells for output in cell.outputs]
    return "".join(  # what is printed comes in as many pieces as the clock makes of it
        output.get("text") or (output.get("evalue") or json.dumps(output.get("data", {}))) + "\n"
        for output in outputs
    )


def warm_processes(grader: int) -> dict[int, int]:
    """The warm parent of a process, all guards and all processes in boxes, each with its parent."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            program = (process / "cmdline").read_bytes()  # forks share their parent's
            if b"parent.serve(" in program and f", {grader}, ".encode() in program:
                found[int(process.name)] = int((process / "stat").read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    """Wait until something holds; tell whether it does."""
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds
