"""How much of the machine the processes of a box hold together, seen from a process that shares its /proc."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from pathlib import Path

from autograder.kernel.limits import Limits

_PAGE = resource.getpagesize()
_INTERVAL, _LONGEST_INTERVAL = 0.1, 0.5
_CHEAP = 10
_MOST_SOCKETS = 256  # what waits in a socket is memory of no process; at most half a megabyte each


class Watch:
    """Compares what a box holds with its limits, in little time.

    The exact figure for memory counts a page that several processes share only once, but takes long to compute; it is
    asked for only when the sum of the resident pages is above the limit, and then seldom.
    """

    def __init__(self, limits: Limits, proc: Path = Path("/proc")) -> None:
        self._limits = limits
        self._proc = proc
        self._not_before = 0.0

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
        most = self._limits.memory
        if sum(map(_resident, self._processes())) > most and sum(map(_proportional, self._processes())) > most:
            return f"it used more than {most >> 20} MB of memory"
        if _sockets(self._proc / "1" / "net" / "protocols") > _MOST_SOCKETS:
            return f"it opened more than {_MOST_SOCKETS} sockets"
        return ""

    def _processes(self) -> Iterator[Path]:
        return (path for path in self._proc.iterdir() if path.name.isdecimal())


def _resident(process: Path) -> int:
    """Resident bytes; 0 for a process that has just ended."""
    try:
        return int((process / "statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _proportional(process: Path) -> int:
    """Resident bytes, shared ones divided by how many share them."""
    try:
        lines = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
    except (OSError, StopIteration):
        return 0


def _sockets(protocols: Path) -> int:
    """UNIX sockets in a namespace; there are no others."""
    try:
        lines = protocols.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[2]) for line in lines if line.startswith("UNIX"))
