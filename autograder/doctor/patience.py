"""So long a file is examined, and no longer, whatever stands in it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 20.0
"""Of computing; a program of usual length takes some thousandths."""
_AGAIN = 1.0  # seconds until it is said once more: a destructor may not have heard it


class TimeUp(BaseException):
    """It takes too long. No part of the doctor is to take this for a mistake of a rule's."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeUp once the time is up; where there is no such clock, as in a thread or a browser, never."""
    try:
        before = signal.signal(signal.SIGVTALRM, _ring)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    except (AttributeError, ValueError, OSError):
        yield
        return
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(*_: object) -> None:
    raise TimeUp
