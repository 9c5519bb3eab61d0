"""A long series of trainings, in several processes that are replaced now and then.

TensorFlow keeps every graph that it traced: after a hundred models a process holds gigabytes and is half as fast.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from autograder.environment import cores, one_thread
from autograder.errors import Mendable

_PIECES = 15
"""How many a process works on before it is replaced."""
_LOST = (
    "One of the processes was killed, perhaps for want of memory. What was finished is kept: "
    "run the same command again, perhaps with fewer jobs."
)

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class ProcessLostError(Mendable):
    """A process was killed; the message says what to do."""


def in_processes(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], jobs: int | None = None
) -> Iterator[Result]:
    """What ``work`` makes of each piece, in the order in which they are done.

    Args:
        work: a function that a new process can import.
        pieces: what it works on, one at a time, about in this order.
        jobs: how many processes at a time, each with one thread; as many as there are cores if nothing is said.

    Raises:
        ProcessLostError: a process was killed from outside.
    """
    jobs = jobs or cores()
    for first in range(0, len(pieces), jobs * _PIECES):
        yield from _in_fresh_processes(work, pieces[first : first + jobs * _PIECES], jobs)


def _in_fresh_processes(work: Callable[[Piece], Result], pieces: Sequence[Piece], jobs: int) -> Iterator[Result]:
    fresh = multiprocessing.get_context("spawn")  # a fork of a process that has threads would hang
    with ProcessPoolExecutor(jobs, fresh, initializer=one_thread) as pool:
        try:
            for done in as_completed([pool.submit(work, piece) for piece in pieces]):
                yield done.result()
        except BaseException as reason:
            for process in multiprocessing.active_children():  # nobody waits for what they work on
                process.terminate()
            if isinstance(reason, BrokenProcessPool):
                raise ProcessLostError(_LOST) from reason
            raise
