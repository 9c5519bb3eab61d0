"""The judge in a fork of the warm parent: TensorFlow is there already, and no student's code ever ran in it.

The fork's guard reads the rubric and draws the course's data. What opens a submitted model sits in a box like a
kernel's, which holds these, the evidence, and nothing else: neither the course's secret nor a file or a network of
the machine.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from autograder.kernel import system
from autograder.kernel.box import SUBMISSION, Box, BoxError, confine
from autograder.kernel.limits import MEGABYTE, Limits
from autograder.kernel.view import View
from autograder.kernel.watch import Watch

LARGEST_MESSAGE = 1 << 17
LIMITS = Limits(memory=3072 * MEGABYTE, disk=1024 * MEGABYTE, seconds=float("inf"))
"""What a case may take; how long is the grader's to say."""
_PIECE = 1 << 16
_TURN = 0.2  # seconds


@dataclass(frozen=True)
class Request:
    """What the grader asks for.

    Attributes:
        case: a case of the judge, as a message; its folders lie in ``evidence``.
        evidence: a folder, to be copied into the box.
        staging: an empty folder for the box to be put together on; empty to decide without a box.
    """

    case: str
    evidence: str
    staging: str

    def to_json(self) -> bytes:
        """As one message."""
        return json.dumps(vars(self)).encode()

    @classmethod
    def from_json(cls, message: bytes) -> Request:
        """From one message."""
        return cls(**json.loads(message))


def serve(grader: socket.socket, view: View) -> NoReturn:
    """Decide the case that ``grader`` sends, and send each verdict; it ends at once when the grader hangs up."""
    try:
        request = Request.from_json(grader.recv(LARGEST_MESSAGE))
        work = _boxed if request.staging else _unboxed
        first, news, watch = work(request, view)
        _pass_on(news, grader, first, watch)
    except BoxError as problem:
        _tell(grader, f"The judge's box could not be made: {problem}")
    except Exception as problem:  # whatever it is, it is not the submission's fault
        _tell(grader, f"{type(problem).__name__}: {problem}")
    os._exit(0)


def _tell(grader: socket.socket, failure: str) -> None:
    with suppress(OSError):  # it may be gone
        grader.send(json.dumps({"failure": failure}).encode())


def _boxed(request: Request, view: View) -> tuple[int, int, Watch]:
    from autograder.judge.case import Case, decide, prepared, told  # noqa: PLC0415 (the judge knows the kernels, too)

    root = Path(request.evidence)
    case = Case.from_json(request.case.encode()).moved(root, SUBMISSION)
    given = prepared(case)
    case = replace(case, secret=b"", folder=None)

    def inside(tell: int) -> NoReturn:
        _decide(lambda: told(decide(case, given)), tell)

    box = Box(Path(request.staging), view, root, LIMITS)
    first, news = box.launch(inside)
    return first, news, Watch(LIMITS, lambda: confine(first))


def _unboxed(request: Request, _: View) -> tuple[int, int, None]:
    from autograder.judge.bench import limit_process  # noqa: PLC0415
    from autograder.judge.case import Case, decide, told  # noqa: PLC0415

    case = Case.from_json(request.case.encode())
    guard = os.getpid()
    news, tell = os.pipe()
    first = os.fork()
    if first == 0:
        system.die_with(guard)
        limit_process()
        _decide(lambda: told(decide(case)), tell)
    os.close(tell)
    return first, news, None


def _decide(messages: Callable[[], Iterable[Any]], tell: int) -> NoReturn:
    """Write each message as a line, or why there is none."""

    def write(message: Any) -> None:
        rest = memoryview(json.dumps(message).encode() + b"\n")
        while rest:
            rest = rest[os.write(tell, rest) :]

    try:
        for message in messages():
            write(message)
    except Exception as error:
        write({"failure": f"{type(error).__name__}: {error}"})
    os._exit(0)


def _pass_on(news: int, grader: socket.socket, first: int, watch: Watch | None) -> None:
    """Send the grader each line as a message, until there are no more, it hangs up, or the box holds too much."""
    waiting = select.poll()
    waiting.register(grader, 0)  # only for its end
    waiting.register(news, select.POLLIN)
    rest = b""
    while True:
        happened = dict(waiting.poll(1000 * _TURN))
        if grader.fileno() in happened or (watch and watch.look()):
            break
        if news in happened:
            piece = os.read(news, _PIECE)
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                grader.send(line[:LARGEST_MESSAGE])
            if not piece or len(rest) > LARGEST_MESSAGE:
                break
    if rest and not rest.startswith(b"{"):
        _tell(grader, rest.decode(errors="replace"))
    os.kill(first, signal.SIGKILL)
