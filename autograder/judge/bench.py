"""The judge's bench: each case is decided in a fresh process with limits of its own.

On Linux that process is a fork of the warm parent, from which kernels are forked, too; elsewhere of Python's fork
server.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from autograder import aside, kernel
from autograder.aside import put
from autograder.environment import prepare
from autograder.evidence.record import NOT_RUN
from autograder.judge.case import BROKE_OFF, Case, decide, told
from autograder.kernel.judging import LARGEST_MESSAGE, Request
from autograder.kernel.warm import AVAILABLE
from autograder.rubric import Observed, Remark, Verdict

MEMORY_BYTES = 3 << 30
"""What a case may hold on top of what its process begins with; TensorFlow reserves addresses far beyond that."""
_ADDRESSES = 12 << 30
_TRIES = 3

Receive = Callable[[float], bytes]
"""The next message, b"" if there will be none; TimeoutError if so many seconds are not enough."""


class JudgeError(Exception):
    """The judge itself failed: a damaged data file, a broken installation. It says nothing about the submission."""


Files = Mapping[str, bytes]
"""What ``ag.check`` wrote in one run, by name."""


@dataclass(frozen=True)
class Left:
    """What the runs of a submission left.

    Attributes:
        first: the ordinary run.
        repeated: further runs of the same cells with other seeds; None if there were none.
        mixed_up: a run with the course's targets in random order, if there was one.
    """

    first: Files
    repeated: tuple[Files, ...] | None = None
    mixed_up: Files | None = None


@dataclass(frozen=True)
class Judged:
    """What the judge came to.

    Attributes:
        verdict: on the submission.
        training: of the seconds that it took, those in which the judge trained the model again.
    """

    verdict: Verdict
    training: float = 0.0


def judge_evidence(folder: Path, left: Left, secret: bytes, remarks: tuple[Remark, ...], seconds: float) -> Judged:
    """The verdict on what runs left. It may ask for further ones; see `Verdict.run_again`.

    Args:
        folder: the exercise's, which has its name.
        left: what the runs left.
        secret: the course's secret, which draws the held-out data.
        remarks: what happened before; passed on into the verdict.
        seconds: how long it may take.

    Raises:
        JudgeError: the judge could not do its work.
    """
    with aside.folder("autograder-judge-") as place:
        put(left.first, place / "first")
        case = Case(folder.name, place / "first", secret, remarks, folder=folder)
        if left.repeated is not None:
            repeated = tuple(place / f"again-{number}" for number in range(len(left.repeated)))
            for one, files in zip(repeated, left.repeated, strict=True):
                put(files, one)
            case = replace(case, again=repeated)
        if left.mixed_up is not None:
            put(left.mixed_up, place / "mixed-up")
            case = replace(case, mixed_up=place / "mixed-up")
        return judge(case, seconds)


def judge(case: Case, seconds: float = 300) -> Judged:
    """The verdict on a case. One that kills or outlasts its process is decided by what was known until then.

    A process that ends without a last word is started again, for the time that is left: what the case does, it does
    again each time.

    Raises:
        JudgeError: the judge could not do its work.
    """
    missing = NOT_RUN if case.is_empty else BROKE_OFF
    verdict = case.rubric.judge(Observed(None, missing=missing), case.remarks)
    if case.is_empty:
        return Judged(verdict)
    deadline = time.monotonic() + seconds
    for _ in range(_TRIES):
        known, training, is_final = _decided(case, deadline)
        verdict = known or verdict
        if is_final:
            break
    return Judged(verdict, training)


def _decided(case: Case, deadline: float) -> tuple[Verdict | None, float, bool]:
    """The last verdict that one process came to, how long it trained, and whether nothing killed it before."""
    began = time.monotonic()
    verdict = None
    with _fork_of_warm_parent(case) if AVAILABLE else _fork_of_server(case) as receive:
        while left := max(0.0, deadline - time.monotonic()):
            try:
                message = receive(left)
            except TimeoutError:
                break
            answer = json.loads(message or b"{}")
            if "failure" in answer:
                raise JudgeError(answer["failure"])
            if "verdict" not in answer:
                return verdict, _seconds(answer.get("training"), time.monotonic() - began), bool(answer)
            verdict = Verdict.from_json(answer["verdict"])
    return verdict, 0.0, True


def _seconds(told: object, most: float) -> float:
    """What a box says about its own time, as far as that can be."""
    return min(max(0.0, float(told)), most) if isinstance(told, int | float) else 0.0


@contextmanager
def _fork_of_warm_parent(case: Case) -> Iterator[Receive]:
    with aside.folder("autograder-box-") as staging, kernel.connect_judge() as connection:
        root = os.path.commonpath(case.folders)
        request = Request(case.to_json().decode(), root, "" if kernel.is_off() else str(staging))
        with suppress(BrokenPipeError, ConnectionResetError):  # it is dead already, as receiving will show
            connection.send(request.to_json())

        def receive(seconds: float) -> bytes:
            connection.settimeout(seconds)
            try:
                return connection.recv(LARGEST_MESSAGE)
            except ConnectionResetError:
                return b""

        yield receive


@contextmanager
def _fork_of_server(case: Case) -> Iterator[Receive]:
    prepare()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder.judge.measure"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve_pipe, args=(theirs, case.to_json()), daemon=True)
    process.start()
    theirs.close()

    def receive(seconds: float) -> bytes:
        if not ours.poll(seconds):
            raise TimeoutError
        try:
            return ours.recv_bytes()
        except EOFError:
            return b""

    try:
        yield receive
    finally:
        ours.close()
        process.kill()
        process.join()


def _serve_pipe(answer: multiprocessing.connection.Connection, case: bytes) -> None:
    serve_case(answer.send_bytes, case)


def serve_case(send: Callable[[bytes], object], case: bytes) -> None:
    """Runs in the fresh process: decide a case, and send each verdict as it is there."""
    limit_process()
    try:
        for message in told(decide(Case.from_json(case))):
            send(json.dumps(message).encode())
    except Exception as error:  # whatever it is, it is not the submission's fault
        send(json.dumps({"failure": f"{type(error).__name__}: {error}"}).encode())


def limit_process() -> None:
    """Limit what this process may hold, where no box does."""
    for kind, most in (
        (resource.RLIMIT_AS, _ADDRESSES),
        (resource.RLIMIT_DATA, _held() + MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _held() -> int:
    """Bytes of data that this process has mapped; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except OSError:
        return 0
    return pages * resource.getpagesize()
