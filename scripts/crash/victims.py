"""Whom to kill: finds the processes of a grading by what they are."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import psutil

_WARM = "autograder.kernel.parent"
_WORKER = "spawn_main"
_PR_SET_CHILD_SUBREAPER = 36

Find = Callable[[psutil.Process], list[psutil.Process]]
"""From the grader, or another root of a tree of processes, to those that may be killed."""


def adopt() -> None:
    """From now on, processes that lose their parent become children of this one: none can hide."""
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "PR_SET_CHILD_SUBREAPER")


def itself(root: psutil.Process) -> list[psutil.Process]:
    """The root: the grader."""
    return [root]


def warm_parents(root: psutil.Process) -> list[psutil.Process]:
    """Warm parents of kernels and judges."""
    return [process for process in _below(root) if _is_warm(process) and not _is_warm(_parent(process))]


def guards(root: psutil.Process) -> list[psutil.Process]:
    """Guards of kernels, once they have left the machine's mounts."""
    return [guard for guard in _guards(root, "kernel guard") if _is_apart(guard)]


def firsts(root: psutil.Process) -> list[psutil.Process]:
    """The first process of each box."""
    return [child for guard in guards(root) for child in _children(guard)]


def judges(root: psutil.Process) -> list[psutil.Process]:
    """The first process of each box in which the judge decides a case."""
    return [child for guard in judges_guards(root) for child in _children(guard)]


def judges_guards(root: psutil.Process) -> list[psutil.Process]:
    """Who waits for a judge."""
    return _guards(root, "judge guard")


def workers(root: psutil.Process) -> list[psutil.Process]:
    """Workers of a Dask cluster, each started by its nanny in ``root``."""
    return [child for child in _children(root) if _says(child, _WORKER)]


def kill(process: psutil.Process) -> bool:
    """Kill it as Linux does when memory runs out; whether it was still there."""
    try:
        process.send_signal(signal.SIGKILL)
    except psutil.NoSuchProcess:
        return False
    return True


def left_over(spared: Iterable[psutil.Process], seconds: float) -> list[psutil.Process]:
    """What still lives of all that was started, so many seconds later, but ``spared`` and their descendants."""
    deadline = time.monotonic() + seconds
    while alive := _alive(spared):
        if time.monotonic() > deadline:
            return alive
        time.sleep(0.05)
    return []


def _alive(spared: Iterable[psutil.Process]) -> list[psutil.Process]:
    kept = {process for root in spared for process in [root, *_below(root)]}
    alive = []
    for process in _below(psutil.Process()):
        if process in kept:
            continue
        with suppress(psutil.NoSuchProcess):
            if process.status() != psutil.STATUS_ZOMBIE:
                alive.append(process)
            elif process.ppid() == os.getpid():
                process.wait(0)  # adopted, so nobody else will bury it
    return alive


def _below(root: psutil.Process) -> list[psutil.Process]:
    try:
        return list(root.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children())
    except psutil.NoSuchProcess:
        return []


def _guards(root: psutil.Process, name: str) -> list[psutil.Process]:
    return [child for parent in warm_parents(root) for child in _children(parent) if _is_called(child, name)]


def _is_called(process: psutil.Process, name: str) -> bool:
    with suppress(psutil.NoSuchProcess):
        return str(process.name()) == name
    return False


def _parent(process: psutil.Process) -> psutil.Process:
    with suppress(psutil.NoSuchProcess):
        return process.parent() or process
    return process


def _is_warm(process: psutil.Process) -> bool:
    return _says(process, _WARM)


def _says(process: psutil.Process, word: str) -> bool:
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return any(word in argument for argument in process.cmdline())
    return False


def _is_apart(process: psutil.Process) -> bool:
    """Whether it sees mounts of its own."""
    try:
        return Path(f"/proc/{process.pid}/ns/mnt").readlink() != Path("/proc/self/ns/mnt").readlink()
    except PermissionError:
        return True
    except OSError:  # it has just ended
        return False
