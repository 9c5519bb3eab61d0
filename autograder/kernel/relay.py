"""Carry bytes between the grader and a boxed kernel, and count what the kernel sends.

The grader's sockets are outside the box and the kernel's are inside; nothing is interpreted here. A side that does
not read makes the other side wait, so that nothing piles up.
"""

from __future__ import annotations

import selectors
import socket
from contextlib import suppress
from pathlib import Path

_PIECE = 1 << 16
_READ, _WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


class Relay:
    """Joins sockets outside a box with sockets inside, on the selector of its owner.

    What it registers carries as ``data`` a function to be called with the event's mask.

    Attributes:
        carried: bytes that came out of the box so far.
    """

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self.selector = selector
        self.carried = 0

    def open(self, outside: socket.socket, inside: Path) -> None:
        """Join everybody who connects to the listening socket ``outside`` with the socket at ``inside``."""
        self.selector.register(outside, _READ, lambda _: self._join(outside, inside))

    def _join(self, outside: socket.socket, inside: Path) -> None:
        grader, _ = outside.accept()
        kernel = socket.socket(socket.AF_UNIX)
        grader.setblocking(False)
        kernel.setblocking(False)
        try:
            kernel.connect(str(inside))
        except OSError:  # the kernel closed this channel, or does not answer
            kernel.close()
            grader.close()
            return
        _Pair(self, grader, kernel)


class _Pair:
    """Two joined sockets. At most one piece waits for each of them."""

    def __init__(self, relay: Relay, grader: socket.socket, kernel: socket.socket) -> None:
        self._relay = relay
        self._kernel = kernel
        self._other = {grader: kernel, kernel: grader}
        self._waiting = {grader: b"", kernel: b""}
        self._watched = {grader: 0, kernel: 0}
        self._watch()

    def _handle(self, side: socket.socket, events: int) -> None:
        try:
            if events & _WRITE:
                self._send(side)
            if events & _READ:
                self._receive(side)
            self._watch()
        except OSError:
            self._close()

    def _receive(self, side: socket.socket) -> None:
        with suppress(BlockingIOError):
            piece = side.recv(_PIECE)  # drops descriptors that somebody tries to pass along
            if not piece:
                raise ConnectionResetError
            if side is self._kernel:
                self._relay.carried += len(piece)
            self._waiting[self._other[side]] = piece
            self._send(self._other[side])

    def _send(self, side: socket.socket) -> None:
        with suppress(BlockingIOError):
            self._waiting[side] = self._waiting[side][side.send(self._waiting[side]) :]

    def _watch(self) -> None:
        """Read from a side only when nothing waits for the other; write where something waits."""
        for side, other in self._other.items():
            wanted = (0 if self._waiting[other] else _READ) | (_WRITE if self._waiting[side] else 0)
            self._register(side, wanted)

    def _register(self, side: socket.socket, wanted: int) -> None:
        selector, before = self._relay.selector, self._watched[side]
        if wanted == before:
            return
        if before:
            selector.unregister(side)
        if wanted:
            selector.register(side, wanted, lambda events: self._handle(side, events))
        self._watched[side] = wanted

    def _close(self) -> None:
        for side in self._other:
            self._register(side, 0)
            side.close()
