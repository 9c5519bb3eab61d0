"""How much of the machine the processes of a box hold together, seen from a process that shares its /proc."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.kernel.limits import Limits

_INTERVAL, _LONGEST_INTERVAL = 0.1, 0.5
_CHEAP = 10
_TICKS = os.sysconf("SC_CLK_TCK")
_MOST_PROCESSES = 8
_RESTLESS = 10  # looks one after another at each of which a process is gone
_MOST_SOCKETS = 256  # what waits in a socket is memory of no process; at most half a megabyte each


class Watch:
    """Compares what a box holds with its limits, in little time.

    The exact figure for memory counts a page that several processes share only once, but takes long to compute; it is
    asked for only when the sum of the resident pages is above the limit, and then seldom.
    """

    def __init__(self, limits: Limits, confine: Callable[[], None], proc: Path = Path("/proc")) -> None:
        """Watch a box.

        Args:
            limits: what it may hold.
            confine: is called whenever it takes more processors than are meant for it.
            proc: where its processes are listed.
        """
        self._limits = limits
        self._confine = confine
        self._proc = proc
        self._not_before = 0.0
        self._computed, self._at = 0.0, time.monotonic()
        self._known: set[str] = set()
        self._unseen, self._restless = 0.0, 0
        self._processors = len(os.sched_getaffinity(0))

    def look(self) -> str:
        """Which limit is broken, as half a sentence; empty if none is, or if the last look was just now."""
        if time.monotonic() < self._not_before:
            return ""
        start = time.process_time()
        broken = self._broken()
        pause = _CHEAP * (time.process_time() - start)
        self._not_before = time.monotonic() + min(max(pause, _INTERVAL), _LONGEST_INTERVAL)
        return broken

    def _broken(self) -> str:
        if broken := self._computing():
            return broken
        most = self._limits.memory
        if sum(map(_resident, self._processes())) > most and sum(map(_proportional, self._processes())) > most:
            return f"it used more than {most >> 20} MB of memory"
        if _sockets(self._proc / "1" / "net" / "protocols") > _MOST_SOCKETS:
            return f"it opened more than {_MOST_SOCKETS} sockets"
        return ""

    def _computing(self) -> str:
        """Whether it computed too long; a box that takes its neighbours' processors is given one of its own.

        Children that nobody waits for leave no figure when they end. Where processes are gone at each look, others
        did come and go in between: each is charged with the time since the last look, as far as there are processors.
        """
        processes, now = list(self._processes()), time.monotonic()
        names = {process.name for process in processes}
        gone = len(self._known - names)
        self._restless = self._restless + 1 if gone else 0
        self._unseen += (now - self._at) * min(gone, self._processors)
        seen = sum(map(_processor_seconds, processes))
        taken = (seen - self._computed) / max(now - self._at, _INTERVAL / 2)
        if taken > self._limits.threads + 0.5 or len(processes) > _MOST_PROCESSES or self._restless >= _RESTLESS:
            self._confine()
        self._known, self._computed, self._at = names, seen, now
        computed = seen + self._unseen
        return f"it computed longer than {self._limits.seconds:.0f} s" if computed > self._limits.seconds else ""

    def _processes(self) -> Iterator[Path]:
        return (path for path in self._proc.iterdir() if path.name.isdecimal())


def _processor_seconds(process: Path) -> float:
    """What it and those of its children that ended have computed; 0 for a process that has just ended."""
    try:
        fields = (process / "stat").read_text(encoding="ascii", errors="replace").rpartition(") ")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS
    except (OSError, ValueError):
        return 0.0


def _resident(process: Path) -> int:
    """Resident bytes and page tables."""
    return _kilobytes(process / "status", "VmRSS:", "VmPTE:") * 1024


def _proportional(process: Path) -> int:
    """Resident bytes, shared ones divided by how many share them, and page tables; all of a process that hides."""
    try:
        return (_kilobytes(process / "smaps_rollup", "Pss:") + _kilobytes(process / "status", "VmPTE:")) * 1024
    except PermissionError:
        return _resident(process)


def _kilobytes(file: Path, *names: str) -> int:
    """0 for a process that has just ended."""
    try:
        lines = file.read_text(encoding="ascii", errors="replace").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(names))


def _sockets(protocols: Path) -> int:
    """UNIX sockets in a namespace; there are no others."""
    try:
        lines = protocols.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[2]) for line in lines if line.startswith("UNIX"))
