"""Work on what a student wrote, in a process of its own with a deadline and little memory.

Text can be written so that reading it takes hours. Whoever has to read it calls it here.
"""

from __future__ import annotations

import atexit
import multiprocessing
import resource
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLong
from functools import cache
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

SECONDS = 20.0
_MEMORY = 4 << 30

Given = ParamSpec("Given")
Result = TypeVar("Result")


class DeadlineError(Exception):
    """The work did not end in time, or took more memory than there is for it."""


def in_time(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """What ``work`` makes of what it is given. It must be a function that another process can import.

    Raises:
        DeadlineError: it took longer than :data:`SECONDS`, or its process ended.
    """
    try:
        result: Result = _pool().schedule(work, given, named, timeout=SECONDS).result()
    except TooLong as error:
        raise DeadlineError(f"it took longer than {SECONDS:.0f} s") from error
    except (ProcessExpired, MemoryError) as error:
        raise DeadlineError("it took too much memory") from error
    return result


@cache
def _pool() -> ProcessPool:
    pool = ProcessPool(1, initializer=_limit, context=multiprocessing.get_context("spawn"))
    atexit.register(_stop, pool)
    return pool


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
