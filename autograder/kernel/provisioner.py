"""jupyter_client's side: a kernel started with this provisioner is a sandboxed one, forked from the warm parent."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import tempfile
import time
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Dict

from autograder import aside
from autograder.environment import FOLDER_VARIABLE
from autograder.evidence.capture import NAMES
from autograder.kernel import session, warm
from autograder.kernel.box import OUTBOX
from autograder.kernel.guard import LARGEST_MESSAGE, Request
from autograder.kernel.limits import Limits
from autograder.kernel.platform import SWITCH, is_off, require
from autograder.kernel.system import is_stopped

_FOLDER = "autograder-kernel-"
_LONGEST_FOLDER = 60  # a socket's path has room for 107 characters
_TURN = 0.01
_LOOK = 5.0
_PATIENCE = 10.0
_LOST = -int(signal.SIGKILL)
GUARD_KILLED = "its guard was killed from outside"
"""The reason for the end of a kernel that broke no limit: the machine ran out of memory, or somebody killed it."""


class KernelStartError(RuntimeError):
    """A sandboxed kernel could not be started; the message says why."""


class BoxedKernel:
    """A sandboxed kernel as a process; offers what jupyter_client uses of :class:`subprocess.Popen`.

    Attributes:
        reason: why the guard ended it, half a sentence; empty if it did not.
        log: the end of what was written to its terminal.
    """

    stdin = stdout = stderr = None

    def __init__(self, connection: socket.socket, pid: int) -> None:
        self._connection = connection
        self.pid = pid
        self.returncode: int | None = None
        self.reason = self.log = ""

    def poll(self) -> int | None:
        """Its exit code; None while it lives. Once it is known, what it left has been collected."""
        if self.returncode is None:
            if is_stopped(self.pid):  # its guard; nothing in the box can do that
                os.kill(self.pid, signal.SIGKILL)
            try:
                message = self._connection.recv(LARGEST_MESSAGE, socket.MSG_DONTWAIT)
            except BlockingIOError:
                return None
            except ConnectionResetError:
                message = b""
            told: dict[str, Any] = json.loads(message) if message else {"reason": GUARD_KILLED}
            self.returncode = told.get("ended", _LOST)
            self.reason = told.get("reason") or told.get("failed", "")
            self.log = told.get("log", "")
            self._connection.close()
        return self.returncode

    def wait(self) -> int:
        """Its exit code, when it has ended."""
        while (code := self.poll()) is None:
            time.sleep(_TURN)
        return code

    def end(self) -> None:
        """Kill its guard, and so everything in the box, if it does not end when it is told to."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """An interrupt interrupts; every other signal ends the kernel and all its processes."""
        if self.poll() is None:
            try:
                self._connection.send(b"%d" % number)
            except OSError:
                self.poll()

    def kill(self) -> None:
        """End the kernel and all its processes."""
        self.send_signal(signal.SIGKILL)

    terminate = kill


class SandboxProvisioner(LocalProvisioner):
    """Starts kernels in boxes. With ``AUTOGRADER_SANDBOX=off`` it starts ordinary ones, and says so each time.

    The kernel works in a copy of the folder it is started in (``cwd``; an empty one if there is none). If its
    environment names a folder for evidence, it finds an outbox under that name, and what it left there is put into
    the folder.
    """

    limits = Dict(help="What a kernel may take, by the names of autograder.kernel.Limits.").tag(config=True)

    process: Any = None
    boxed: BoxedKernel | None = None
    _runtime: Path | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._private = ExitStack()

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Prepare a private folder for the kernel's sockets.

        Raises:
            SandboxUnavailable: this machine cannot sandbox, and nobody switched the sandbox off.
        """
        if is_off():
            self.log.warning(
                "NO SANDBOX (%s=off): this submission can read, write and send whatever you can.", SWITCH
            )
        else:
            await asyncio.to_thread(require)
            self._runtime = self._runtime or self._private.enter_context(aside.folder(_FOLDER, _short_place()))
            manager = self.parent
            manager.transport = "ipc"
            manager.ip = str(self._runtime / "s")
            manager.connection_file = str(self._runtime / "kernel.json")
        return cast("dict[str, Any]", await super().pre_launch(**kwargs))

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Ask the warm parent for a kernel; returns how to connect to it, when it listens.

        Raises:
            KernelStartError: the box or the kernel could not be started.
        """
        if self._runtime is None:
            return await super().launch_kernel(cmd, **kwargs)
        request = self._request(kwargs.get("cwd"), kwargs["env"])
        self.boxed = self.process = await asyncio.to_thread(_start, request)
        self.pid = self.boxed.pid
        self.pgid = None
        return self.connection_info

    def _request(self, folder: str | os.PathLike[str] | None, environment: dict[str, str]) -> Request:
        limits = replace(Limits(), **self.limits)
        outbox = environment.get(FOLDER_VARIABLE, "")
        inside = session.environment(environment, limits.threads) | ({FOLDER_VARIABLE: str(OUTBOX)} if outbox else {})
        staging = Path(self.connection_info["ip"]).with_name("box")
        staging.mkdir(exist_ok=True)
        connection = {
            name: value.decode() if isinstance(value, bytes) else value
            for name, value in self.connection_info.items()
        }
        where = str(Path(folder).resolve()) if folder else ""
        left = outbox and str(Path(outbox).resolve())
        return Request(connection, str(staging), where, left, inside, limits, NAMES)

    async def wait(self) -> int | None:
        """Wait until the kernel and all its processes are dead, and what they left is collected."""
        if not isinstance(self.process, BoxedKernel):
            return cast("int | None", await super().wait())
        patience = time.monotonic() + _PATIENCE
        while (code := self.process.poll()) is None:
            if time.monotonic() > patience:
                self.process.end()
            await asyncio.sleep(_TURN)
        self.process = None
        return code

    async def cleanup(self, restart: bool = False) -> None:
        """Leave neither processes nor files behind."""
        if isinstance(self.process, BoxedKernel):
            self.process.kill()
            await self.wait()
        await super().cleanup(restart)
        if not restart:
            self._private.close()
            self._runtime = None


def _start(request: Request) -> BoxedKernel:
    """Start a kernel; once more if the warm parent happened to end meanwhile."""
    for _ in range(2):
        connection = warm.connect()
        try:
            connection.send(request.to_json())
            message = _answer(connection)
        except OSError:
            message = b""
        told = json.loads(message) if message else {}
        if "ready" in told:
            return BoxedKernel(connection, told["ready"])
        connection.close()
        if told:
            break
    said = told.get("failed") or told.get("reason") or told.get("log") or GUARD_KILLED
    raise KernelStartError(f"The sandboxed kernel did not start: {said}")


def _answer(connection: socket.socket) -> bytes:
    """What the guard says first. A warm parent that somebody stopped has none to say it: it is replaced."""
    connection.settimeout(_LOOK)
    while True:
        try:
            message = connection.recv(LARGEST_MESSAGE)
        except TimeoutError:
            warm.replace_if_stopped()
            continue
        connection.settimeout(None)
        return message


def _short_place() -> Path:
    """Where a folder's path is short enough for a socket in it."""
    places = [os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp"]  # noqa: S108 (mode 700)
    usable = [place for place in places if len(place) <= _LONGEST_FOLDER and os.access(place, os.W_OK)]
    return Path(usable[0])
