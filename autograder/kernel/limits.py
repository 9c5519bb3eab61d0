"""How much one submission may take of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Limits of one sandboxed kernel. What goes beyond ``memory``, ``seconds``, ``wall`` or ``output`` is killed.

    Attributes:
        memory: bytes that all its processes together may hold (shared pages count once).
        processes: processes and threads at any time.
        files: files that one process may hold open.
        disk: bytes of all its files together: working directory, /tmp, /dev/shm, outbox. They live in memory, too.
        outbox: bytes that are taken over from the outbox.
        output: bytes it may send to the grader, on all channels, and to its own terminal.
        seconds: of processor time, all its processes together.
        threads: threads that TensorFlow and the numeric libraries use; the number changes the last bits of a result.
    """

    memory: int = 3072 * MEGABYTE
    processes: int = 64
    files: int = 512
    disk: int = 256 * MEGABYTE
    outbox: int = 128 * MEGABYTE
    output: int = 32 * MEGABYTE
    seconds: float = 900
    threads: int = 1

    @property
    def wall(self) -> float:
        """Seconds that it may live: more than it may compute, so that a busy machine costs nobody points."""
        return 1.5 * self.seconds + 10
