"""Run a submission in a sandboxed kernel. The run ends in evidence, whatever the student's code does."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.validator import get_validator
from nbgrader.utils import compute_checksum, is_grade, is_solution

from autograder import aside, kernel
from autograder.aside import put
from autograder.environment import FOLDER_VARIABLE, REPEAT_VARIABLE
from autograder.errors import quoted
from autograder.evidence.capture import NAMES, NO_MODEL_YET
from autograder.evidence.inspection import MAX_FILE_BYTES
from autograder.exercises import grade_id
from autograder.gradebook.intake import too_deep
from autograder.kernel import Limits
from autograder.kernel.client import Client
from autograder.kernel.provisioner import GUARD_KILLED, KernelStartError
from autograder.report.harmless import joined, texts_of
from autograder.rubric import Event, Remark
from autograder.stopwatch import Stopwatch

MOST_OUTPUTS = 2000
"""That one notebook may hold; whoever reads, checks or shows it looks at each of them."""
_LONGEST_JOINED = 100_000  # characters of printed text, to which more is added
_MOST_LINES = 10_000  # of an error
_GRACE = 5  # seconds after which the kernel's guard steps in, if the client's own limit did not
_TRIES = 3
_MOST_COUNTED = 10**9  # an execution count has no more digits than a page has room for
_WORK, _OUTBOX = "work", "evidence"  # folders of one run
_NAME = re.compile(r"[A-Za-z_]\w{0,60}", re.ASCII)
_OF_NONE = "'NoneType' object"
_NO_MESSAGE = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
    nbformat.ValidationError,
)  # fmt: skip
"""What nbclient raises when a kernel sends nonsense; only the student's code can make it do so."""


class KernelLost(RuntimeError):
    """Kernels died time and again through no fault of the submission."""


@dataclass(frozen=True)
class Run:
    """What running a submission gave, as plain data.

    Attributes:
        notebook: the executed notebook, as JSON.
        evidence: the files that ``ag.check`` left, by name.
        remarks: what happened.
        seconds: how long it took.
        stopped: a limit stopped it; on a quieter machine, or with another limit, it might end otherwise.
        phases: the same seconds by phase.
    """

    notebook: str
    evidence: Mapping[str, bytes]
    remarks: tuple[Remark, ...]
    seconds: float = 0
    stopped: bool = False
    phases: Mapping[str, float] = field(default_factory=dict)

    def with_remarks(self, earlier: Iterable[Remark]) -> Run:
        """The same run, with what happened before it."""
        return replace(self, remarks=(*earlier, *self.remarks))


@dataclass(frozen=True)
class _Ending:
    """How one kernel ended.

    Attributes:
        remarks: what happened.
        lost: the kernel died through no fault of the submission.
        silent: it died, and nothing says why: the submission ended it, or somebody else did.
        stopped: a limit stopped it.
    """

    remarks: tuple[Remark, ...] = ()
    lost: bool = False
    silent: bool = False
    stopped: bool = False


@dataclass(frozen=True)
class _Left:
    """The time that one kernel has.

    Attributes:
        deadline: when it must have ended, by the monotonic clock.
        clock: is told what the time is spent on.
    """

    deadline: float
    clock: Stopwatch


def run(notebook: str, files: Mapping[str, bytes], limits: Limits, seed: int | None = None) -> Run:
    """Run every cell of a notebook (as JSON) beside ``files``, in a kernel of its own, under one time limit.

    With a ``seed`` every random number is another one than in an ordinary run.

    A kernel that dies silently is started again, until it died in the same cell twice: what the submission does, it
    does again, in the time that is left.

    Raises:
        KernelLost: the machine cannot keep a kernel alive.
        SandboxUnavailable: the machine cannot sandbox.
    """
    silent: list[_Ending] = []
    deadline = time.monotonic() + limits.wall
    for _ in range(_TRIES):
        with aside.folder("autograder-run-") as private:
            (private / _OUTBOX).mkdir()
            put(files, private / _WORK)
            nb = nbformat.reads(notebook, as_version=4)
            clock = Stopwatch()
            ending = _execute(nb, private, limits, seed, _Left(deadline, clock))
            is_certain = not ending.silent or ending in silent or len(silent) == _TRIES - 1
            if is_certain and not ending.lost:
                phases = clock.stop()
                remarks = tuple(remark.plain for remark in ending.remarks)
                seconds = round(sum(phases.values()), 1)
                return Run(_written(nb), collected(private / _OUTBOX), remarks, seconds, ending.stopped, phases)
            silent += [ending] if ending.silent else []
            deadline = time.monotonic() + limits.wall if ending.lost else deadline
    raise KernelLost(f"The kernel was lost {_TRIES} times: {' '.join(remark.text for remark in ending.remarks)}")


class Executor(NotebookClient):
    """Joins what is printed piece by piece, and leaves out outputs that are too many, and what nobody can show."""

    held = left_out = 0

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """Take in one message of the kernel."""
        if msg["msg_type"] in _WITH_OUTPUT:
            msg = {**msg, "content": _to_show(msg["content"])}
        return super().process_message(msg, cell, cell_index)

    def output(
        self, outs: list[NotebookNode], msg: dict[str, Any], display_id: str | None, cell_index: int
    ) -> NotebookNode | None:
        """Take in one output."""
        before, content = len(outs), msg["content"]
        if _goes_on(outs, msg) and not self.clear_before_next_output:
            outs[-1].text += content["text"]
            return None
        if self.held >= MOST_OUTPUTS and not self.clear_before_next_output:
            self.left_out += 1
            return None
        taken = super().output(outs, msg, display_id, cell_index)
        self.held += len(outs) - before
        return taken

    def clear_output(self, outs: list[NotebookNode], msg: dict[str, Any], cell_index: int) -> None:
        """Clear the outputs of a cell."""
        before = len(outs)
        super().clear_output(outs, msg, cell_index)
        self.held += len(outs) - before


_WITH_OUTPUT = frozenset({"display_data", "execute_result", "update_display_data", "stream", "error"})


def _to_show(content: dict[str, Any]) -> dict[str, Any]:
    """What can be shown of an output. To check, copy and store the rest, millions of pieces, would take minutes."""
    shown = dict(content)
    if isinstance(shown.get("data"), dict):
        shown |= {"data": texts_of(shown["data"]), "metadata": {}}
    if isinstance(shown.get("text"), list):
        shown["text"] = joined(shown["text"])
    if isinstance(shown.get("traceback"), list):
        shown["traceback"] = shown["traceback"][:_MOST_LINES]
    return shown


def _goes_on(outs: list[NotebookNode], msg: dict[str, Any]) -> bool:
    """Whether a message prints what belongs behind the last output."""
    if msg["msg_type"] != "stream" or not outs or outs[-1].output_type != "stream":
        return False
    content, last = msg["content"], outs[-1]
    is_text = isinstance(content.get("text"), str) and isinstance(last.text, str)
    return is_text and content.get("name") == last.name and len(last.text) < _LONGEST_JOINED


def _execute(nb: NotebookNode, private: Path, limits: Limits, seed: int | None, time_left: _Left) -> _Ending:
    clock = time_left.clock
    clock.turn_to("kernel")
    manager = AsyncKernelManager(kernel_name=kernel.NAME, client_factory=Client, config=kernel.limit(limits))
    started: list[NotebookNode] = []

    def began(cell: NotebookNode, cell_index: int) -> None:
        started.append(cell)
        clock.turn_to("check" if is_grade(cell) and not is_solution(cell) else "cells")

    client = Executor(
        nb,
        km=manager,
        allow_errors=True,
        timeout_func=lambda _: max(1, round(time_left.deadline - _GRACE - time.monotonic())),
        interrupt_on_timeout=False,
        on_cell_execute=began,
        on_notebook_complete=lambda notebook: clock.turn_to("kernel"),
        record_timing=False,
        store_widget_state=False,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(private / _WORK)}},
    )
    environment = {**os.environ, FOLDER_VARIABLE: str(private / _OUTBOX), "NBGRADER_EXECUTION": "autograde"}
    environment |= {} if seed is None else {REPEAT_VARIABLE: str(seed)}
    try:
        with tempfile.TemporaryFile() as chatter:
            client.execute(cleanup_kc=True, env=environment, stderr=chatter)
    except CellTimeoutError:
        where = _label(nb, started)
        said = f"{where} was stopped: the notebook did not finish in {limits.wall:.0f} s."
        return _Ending((Remark(said, Event.STOPPED),), stopped=True)
    except KernelStartError as error:
        return _Ending((Remark(str(error)),), lost=True)
    except DeadKernelError:
        return _death(_label(nb, started), kernel.why_ended(manager))
    except _NO_MESSAGE:
        if not started:  # no student's code ran yet
            raise
        said = f"{_label(nb, started)} was stopped: the kernel sent what is not a message of Jupyter's."
        return _Ending((Remark(said, Event.STOPPED),))
    finally:
        _drop_odd_outputs(nb)
    if kernel.why_ended(manager) == GUARD_KILLED:  # every cell ran, and nobody handed over what they left
        return _death(_label(nb, started), GUARD_KILLED)
    return _Ending((*_errors(nb), *_left_out(client.left_out)))


def _left_out(many: int) -> list[Remark]:
    return [Remark(f"It gave more than {MOST_OUTPUTS} outputs; {many} were left out.")] if many else []


def _drop_odd_outputs(nb: NotebookNode) -> None:
    """A kernel can send outputs and numbers that no notebook may hold, and nobody could read again."""
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.execution_count = _count(cell.get("execution_count"))
            cell.outputs = [output for output in cell.outputs if not too_deep(output) and _is_valid(output)]


def _count(told: object) -> int | None:
    """What a kernel calls the number of a cell, if it is one."""
    return told if type(told) is int and 0 <= told < _MOST_COUNTED else None


def _is_valid(output: NotebookNode) -> bool:
    """Asked of a notebook with this one output: nbformat's way to ask of a part takes ten times as long."""
    cell: dict[str, Any] = {"id": "a", "cell_type": "code", "metadata": {}, "source": "", "execution_count": None}
    whole = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{**cell, "outputs": [output]}]}
    validator: Any = get_validator(4, 5)
    try:
        validator.validate(whole)
    except nbformat.ValidationError:
        return False
    return True


def _written(nb: NotebookNode) -> str:
    """As JSON, with question marks for half characters, which no file can hold."""
    return str(nbformat.writes(nb)).encode("utf-8", "replace").decode("utf-8")


def _death(where: str, reason: str) -> _Ending:
    if reason == GUARD_KILLED:
        return _Ending((Remark(f"{where} was running when the kernel was killed from outside."),), lost=True)
    if reason:
        return _Ending((Remark(f"{where} was stopped: {reason}.", Event.STOPPED),), stopped=True)
    said = f"{where} ended the kernel: the code stopped its own process or ran out of memory."
    return _Ending((Remark(said, Event.ENDED),), silent=True)


def collected(outbox: Path) -> dict[str, bytes]:
    """What ``ag.check`` wrote: regular files of a bearable size. Call it after the kernel is gone."""
    found = {}
    for name in NAMES:
        path = outbox / name
        with suppress(FileNotFoundError):
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_FILE_BYTES:
                found[name] = path.read_bytes()
    return found


def _errors(nb: NotebookNode) -> list[Remark]:
    """The first error of a run, in one sentence; later ones mostly follow from it.

    An error that follows from there being no model stands behind the check's own word that there is none.
    """
    raised: list[tuple[str, str]] = []
    for cell in nb.cells:
        label = _label(nb, [cell])
        if cell.cell_type == "code" and is_solution(cell) and _is_stub(cell):
            return [Remark(f"{label} was left as it was released.", Event.UNTOUCHED)]
        errors = [output for output in cell.get("outputs", ()) if output.output_type == "error"]
        raised += [(output.evalue, f"{label} raised {_error(output)}") for output in errors]
    if not raised:
        return []
    value, said = raised[0]
    none = next((why for other, why in raised[1:] if NO_MODEL_YET in other), "") if _OF_NONE in value else ""
    return [Remark(f"{none} Before it: {said}" if none else said, Event.RAISED)]


def _error(output: NotebookNode) -> str:
    """An error in the words of the code that raised it: in quotation marks, since they may say anything."""
    name = output.ename if _NAME.fullmatch(output.ename) else "an error"
    return f"{name}: {quoted(output.evalue)}" if output.evalue.strip() else f"{name}."


def _is_stub(cell: NotebookNode) -> bool:
    return bool(cell.metadata.nbgrader.get("checksum") == compute_checksum(cell))


def _label(nb: NotebookNode, started: list[NotebookNode]) -> str:
    """What to call the cell that was started last."""
    if not started:
        return "The kernel's start"
    name = grade_id(started[-1])
    return f"The cell {name!r}" if name else f"Cell {nb.cells.index(started[-1]) + 1}"
