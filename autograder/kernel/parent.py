"""The warm parent: imports TensorFlow and everything else once, then forks a guard for each kernel and for each case.

Every message on its socket brings another socket, the connection for one of them. It ends with the grader, and all
its guards end with it.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
from pathlib import Path

from autograder.kernel import judging, session, system
from autograder.kernel.guard import keep
from autograder.kernel.view import View, student_view

READY = b"ready"
KERNEL, JUDGE = b"kernel", b"judge"
_SERVES = {KERNEL: keep, JUDGE: judging.serve}
_IDLE_SECONDS = 600


def serve(descriptor: int, grader: int, libraries: tuple[str, ...]) -> None:
    """Import ``libraries``, then serve the process ``grader`` at a socket until it ends or is idle for long."""
    control = socket.socket(fileno=descriptor)
    system.die_with(grader)
    session.preload(libraries)
    gc.collect()
    gc.freeze()  # the collector does not touch, and so not copy, the pages of what is there now
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # guards need no burial
    view = student_view()
    control.send(READY)
    control.settimeout(_IDLE_SECONDS)
    while True:
        try:
            message, descriptors, _, _ = socket.recv_fds(control, len(KERNEL), 1)
        except TimeoutError:
            if not _has_guards():
                return
            continue
        if not message:
            return
        _fork_guard(message, control, socket.socket(fileno=descriptors[0]), view)


def _has_guards() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def _fork_guard(what: bytes, control: socket.socket, connection: socket.socket, view: View) -> None:
    parent = os.getpid()
    if os.fork() == 0:
        system.die_with(parent)
        os.setsid()
        Path("/proc/self/comm").write_text(f"{what.decode()} guard", encoding="ascii")  # for who looks at ps
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        control.close()
        _SERVES[what](connection, view)
    connection.close()
