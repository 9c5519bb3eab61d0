"""The grader's end: one warm parent for all kernels of this process, started when needed, replaced if it dies."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO

from autograder.environment import prepare, thread_variables
from autograder.errors import Mendable
from autograder.kernel import parent, session, system

AVAILABLE = sys.platform == "linux"
"""Whether this system can have a warm parent."""
_START_SECONDS = 180
_END_SECONDS = 5


class WarmParentError(Mendable):
    """The warm parent could not be started; the message ends in what it said."""


class _WarmParent:
    """One warm parent process.

    Linux kills it when the *thread* that started it ends, so a thread of its own starts it and waits for its end.
    """

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(_START_SECONDS)
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as this)
        self._ready = False
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, args=(theirs,), name="warm parent", daemon=True)
        self._keeper.start()

    def _keep(self, theirs: socket.socket) -> None:
        number = theirs.fileno()
        program = f"import {parent.__name__} as parent; parent.serve({number}, {os.getpid()}, {session.LIBRARIES!r})"
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", "-c", program],
                env=_environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                pass_fds=(number,),
                start_new_session=True,
            )
        self._process.wait()

    def connect(self, what: bytes) -> socket.socket:
        """A connection to the guard of a new kernel or judge.

        Raises:
            WarmParentError: it did not start.
            OSError: it has ended.
        """
        if not self._ready:
            self._await()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                socket.send_fds(self._control, [what], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        return ours

    def _await(self) -> None:
        try:
            self._ready = self._control.recv(len(parent.READY)) == parent.READY
        except TimeoutError:
            self.close()
            raise WarmParentError(f"The warm parent of the kernels was not ready after {_START_SECONDS} s.") from None
        if not self._ready:
            self._keeper.join(_END_SECONDS)
            self._log.seek(0)
            said = self._log.read()[-2000:].decode(errors="replace").strip()
            raise WarmParentError(f"The warm parent of the kernels ended while it started: {said}")

    @property
    def is_stopped(self) -> bool:
        """Whether somebody stopped it."""
        return self._process is not None and system.is_stopped(self._process.pid)

    def abandon(self) -> None:
        """Forget it; it goes on for the process that started it."""
        self._control.close()
        self._log.close()

    def close(self) -> None:
        """Let it end; it does when it is hung up, and while it still imports it need not go on."""
        self._control.close()
        if self._process and (not self._ready or self.is_stopped):
            self._process.kill()
        self._keeper.join(_END_SECONDS)
        self._log.close()


_lock = threading.Lock()
_current: _WarmParent | None = None
_closed = False


def warm_up() -> None:
    """Start the warm parent, where there can be one and is none; does not wait until it is ready."""
    global _closed  # noqa: PLW0603 (as below)
    with _lock:
        _closed = False
        if AVAILABLE:
            _start()


def close() -> None:
    """End the warm parent, every kernel and every case, and start no other until :func:`warm_up` is called."""
    global _closed  # noqa: PLW0603
    with _lock:
        _closed = True
        _stop()


def connect(what: bytes = parent.KERNEL) -> socket.socket:
    """A connection to the guard of a new kernel or judge, from a warm parent that lives."""
    with _lock:
        if _closed:
            raise WarmParentError("Grading was stopped.")
        try:
            return _start().connect(what)
        except OSError:
            _stop()
            return _start().connect(what)


def connect_judge() -> socket.socket:
    """A connection to a new process of the judge: send it a case, receive verdicts."""
    return connect(parent.JUDGE)


def replace_if_stopped() -> None:
    """End a warm parent that somebody stopped; the next kernel starts another."""
    with _lock:
        if _current is not None and _current.is_stopped:
            _stop()


def stop() -> None:
    """End the warm parent, and every kernel with it."""
    with _lock:
        _stop()


def _start() -> _WarmParent:
    global _current  # noqa: PLW0603 (one for the whole process is the point)
    if _current is None:
        _current = _WarmParent()
    return _current


def _stop() -> None:
    global _current  # noqa: PLW0603
    if _current is not None:
        _current.close()
        _current = None


def _forget() -> None:
    """In a fork of the grader: the warm parent is not its own."""
    global _current, _lock
    if _current is not None:
        _current.abandon()
    _current, _lock = None, threading.Lock()


def _environment() -> dict[str, str]:
    """No variable of the grader that is not named: a kernel can read what its parent was started with."""
    prepare()
    kept = {name: value for name, value in os.environ.items() if name in session.PASSED_ON or name.startswith("LC_")}
    return {**kept, **thread_variables(1), "PATH": os.environ["PATH"], "HOME": str(Path.home())}


atexit.register(stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
