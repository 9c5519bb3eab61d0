"""The guard of one kernel: makes its box, carries its messages, watches its limits, and hands over what it left.

The guard speaks with the grader over one connection. When that ends, the box ends; when the guard ends, the box ends.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from autograder.kernel import session
from autograder.kernel.box import OUTBOX, READY, SOCKETS, Box, BoxError, confine
from autograder.kernel.limits import Limits
from autograder.kernel.outbox import collect
from autograder.kernel.relay import Relay
from autograder.kernel.view import View
from autograder.kernel.watch import Watch

LARGEST_MESSAGE = 1 << 16
_CHANNELS = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")
_PREFIX = SOCKETS / "s"
_LOG_BYTES = 4000
_START_SECONDS = 60
_INTERVAL = 0.1


@dataclass(frozen=True)
class Request:
    """What the grader asks for.

    Attributes:
        connection: as in a Jupyter connection file; ``ip`` is the beginning of the sockets' paths outside the box.
        staging: an empty folder for the box to be put together on.
        folder: the submission's folder, to be copied; empty for none.
        outbox: where to put what the kernel leaves in its outbox; empty for nowhere.
        environment: variables of the kernel.
        limits: see :class:`~autograder.kernel.limits.Limits`.
        wanted: what is taken out of a full outbox first.
    """

    connection: dict[str, Any]
    staging: str
    folder: str
    outbox: str
    environment: dict[str, str]
    limits: Limits
    wanted: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """As one message."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, message: bytes) -> Request:
        """From one message."""
        plain = json.loads(message)
        return cls(**{**plain, "limits": Limits(**plain["limits"])})


def keep(grader: socket.socket, view: View) -> NoReturn:
    """Serve one kernel from start to end, in a process of its own, and tell the grader how it ended."""
    try:
        _Guard(grader, Request.from_json(grader.recv(LARGEST_MESSAGE)), view).serve()
    except BoxError as problem:
        _tell(grader, failed=str(problem))
    except BaseException as problem:  # whatever it is: the grader must hear of it
        _tell(grader, failed=f"{type(problem).__name__}: {problem}")
    os._exit(0)


def _tell(grader: socket.socket, **message: Any) -> None:
    with suppress(OSError):  # it may be gone
        grader.send(json.dumps(message).encode())


class _Guard:
    def __init__(self, grader: socket.socket, request: Request, view: View) -> None:
        self._grader, self._request, self._limits = grader, request, request.limits
        self._view = view
        self._selector = selectors.DefaultSelector()
        self._relay = Relay(self._selector)
        self._holdings = Watch(self._limits, lambda: confine(self._first))
        self._terminal, self._log, self._logged = -1, b"", 0
        self._reason = ""
        self._allow(_START_SECONDS)
        self._box = Box(Path(request.staging), view, Path(request.folder) if request.folder else None, self._limits)

    def serve(self) -> None:
        if self._view.reveals(Path(self._request.folder)):
            raise BoxError("a course folder outside the folders of Python and the system", self._request.folder)
        channels = {port: _listen(f"{self._request.connection['ip']}-{port}") for port in self._ports()}
        outbox = os.open(self._request.outbox, os.O_DIRECTORY | os.O_CLOEXEC) if self._request.outbox else -1
        self._redirect_terminal()
        self._first, news = self._box.launch(self._inside)
        self._watch(self._terminal, self._read_terminal)
        self._watch(self._grader.fileno(), self._obey)
        self._watch(news, lambda: self._hear(news, channels))
        ended = os.pidfd_open(self._first)
        self._watch(ended, lambda: None)
        while not self._is_over(ended):
            self._enforce()
        _, status = os.waitpid(self._first, 0)  # returns when every process of the box is dead
        if outbox >= 0:
            inside = os.open(OUTBOX, os.O_DIRECTORY | os.O_CLOEXEC)
            collect(inside, outbox, self._limits.outbox, self._request.wanted)
        self._read_terminal()
        _tell(self._grader, ended=os.waitstatus_to_exitcode(status), reason=self._reason, log=self._shown_log())

    def _ports(self) -> list[int]:
        return [self._request.connection[name] for name in _CHANNELS]

    def _redirect_terminal(self) -> None:
        """What is written to the terminal comes through a pipe, so that it can be counted."""
        self._terminal, writing = os.pipe()
        os.set_blocking(self._terminal, False)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os.close(writing)

    def _allow(self, seconds: float) -> None:
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    def _inside(self, ready: int) -> NoReturn:
        """Runs as the student."""
        connection = {**self._request.connection, "ip": str(_PREFIX)}
        session.run(connection, self._request.environment, ready, READY)
        os._exit(0)

    def _watch(self, descriptor: int, act: Callable[[], None]) -> None:
        self._selector.register(descriptor, selectors.EVENT_READ, lambda _: act())

    def _is_over(self, ended: int) -> bool:
        """Handle what happened; tell whether the first process of the box is dead."""
        events = self._selector.select(_INTERVAL)
        for key, mask in events:
            if key.fd in self._selector.get_map():  # an earlier event may have closed it
                key.data(mask)
        return any(key.fd == ended for key, _ in events)

    def _hear(self, news: int, channels: dict[int, socket.socket]) -> None:
        """The kernel listens, or it could not be started."""
        message = os.read(news, LARGEST_MESSAGE)
        self._selector.unregister(news)
        if message != READY:
            self._read_terminal()
            raise BoxError("a kernel in the box", message.decode(errors="replace") or self._shown_log())
        for port, outside in channels.items():
            self._relay.open(outside, Path(f"{_PREFIX}-{port}"))
        self._allow(self._limits.wall)
        _tell(self._grader, ready=os.getpid())

    def _obey(self) -> None:
        """The grader sends numbers of signals; when it hangs up, or sends any but an interrupt, the box ends."""
        message = self._grader.recv(LARGEST_MESSAGE)
        if message == b"%d" % signal.SIGINT:
            os.kill(self._first, signal.SIGINT)
        else:
            self._selector.unregister(self._grader.fileno())
            self._kill("")

    def _enforce(self) -> None:
        limits = self._limits
        if self._reason:
            return
        if time.monotonic() > self._deadline:
            self._kill(f"it ran longer than {self._seconds:.0f} s")
        elif self._relay.carried + self._logged > limits.output:
            self._kill(f"it printed more than {limits.output >> 20} MB")
        elif broken := self._holdings.look():
            self._kill(broken)

    def _kill(self, reason: str) -> None:
        self._reason = self._reason or reason
        with suppress(ProcessLookupError):
            os.kill(self._first, signal.SIGKILL)

    def _read_terminal(self) -> None:
        with suppress(BlockingIOError):
            piece = os.read(self._terminal, LARGEST_MESSAGE)
            self._logged += len(piece)
            self._log = (self._log + piece)[-_LOG_BYTES:]

    def _shown_log(self) -> str:
        return self._log.decode(errors="replace").strip()


def _listen(path: str) -> socket.socket:
    Path(path).unlink(missing_ok=True)  # of a kernel that was restarted
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen(16)
    return listening
