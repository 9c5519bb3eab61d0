"""What gradings need beside themselves: a PostgreSQL server, and a Dask cluster of two workers."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from private_postgresql import Server, find_programs, running

from crash.victims import workers

PROGRAMS = Path(sys.executable).parent
_PATIENCE = 60


@contextmanager
def postgresql() -> Iterator[Server]:
    """A private server; stopped at the end, however often it was killed and started meanwhile."""
    find_programs()
    with running() as server:
        try:
            yield server
        finally:
            server.control("pg_ctl", "stop", "--silent", "--mode=immediate", "--pgdata=data")


def postmaster(server: Server) -> list[psutil.Process]:
    """The first process of a server that runs."""
    with suppress(OSError, ValueError, IndexError, psutil.NoSuchProcess):
        number = int((server.folder / "data/postmaster.pid").read_text(encoding="ascii").split()[0])
        process = psutil.Process(number)
        if process.status() != psutil.STATUS_ZOMBIE:
            return [process]
        process.wait(0)  # unburied, it would keep another one from starting
    return []


def backends(server: Server, address: str) -> list[psutil.Process]:
    """Processes of a server that serve connections to one database."""
    database = address.partition("?")[0].rpartition("/")[2]
    found = []
    for first in postmaster(server):
        for process in first.children():
            with suppress(psutil.NoSuchProcess):
                if f" {database} " in " ".join(process.cmdline()):
                    found.append(process)
    return found


def revive(server: Server) -> None:
    """Start a server if it was killed, and wait until it lets somebody in."""

    def answers() -> bool:
        with suppress(Exception):  # any that its driver knows; who was killed may take a moment to die
            if not postmaster(server):
                server.start()
            server.do("SELECT 1")
            return True
        return False

    _wait(answers, "PostgreSQL does not answer")


@dataclass(frozen=True)
class Cluster:
    """A Dask scheduler and two workers, each with a nanny that starts it again.

    Attributes:
        address: of the scheduler.
        nannies: the process that has the workers as children.
        scheduler: the scheduler's process.
        tmp: the workers' folder for temporary files.
    """

    address: str
    nannies: psutil.Process
    scheduler: psutil.Process
    tmp: Path

    def await_workers(self) -> None:
        """Wait until both workers are there."""
        from distributed import Client  # noqa: PLC0415 (not everybody grades on a cluster)

        def complete() -> bool:
            return len(workers(self.nannies)) == 2 and len(client.scheduler_info()["workers"]) == 2

        with Client(self.address, timeout=_PATIENCE, set_as_default=False) as client:
            _wait(complete, "the workers do not come back")


@contextmanager
def cluster(folder: Path, environment: dict[str, str]) -> Iterator[Cluster]:
    """A cluster on this machine, which lives in ``folder``."""
    tmp = folder / "tmp"
    tmp.mkdir(parents=True)
    where = folder / "scheduler.json"
    plain = {**environment, "TMPDIR": str(tmp)}
    dask = [PROGRAMS / "dask"]
    shared = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(where)]
    scheduler = _start([*dask, "scheduler", "--port", "0", *shared], folder / "scheduler.log", plain)
    try:
        _wait(where.is_file, "the Dask scheduler does not start")
        some = ["--nworkers", "2", "--nthreads", "1", "--local-directory", str(folder)]
        nannies = _start([*dask, "worker", *some, *shared], folder / "worker.log", plain)
        try:
            address = _address(where)
            made = Cluster(address, psutil.Process(nannies.pid), psutil.Process(scheduler.pid), tmp)
            made.await_workers()
            yield made
        finally:
            _end(nannies)
    finally:
        _end(scheduler)


def _address(file: Path) -> str:
    address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
    return address


def _start(command: list[Any], log: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    with log.open("ab") as stream:
        return subprocess.Popen(  # noqa: S603 (our own commands)
            command, env=environment, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, start_new_session=True
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(is_so: Callable[[], bool], or_else: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{or_else} (waited {_PATIENCE} s)")
        time.sleep(0.1)
