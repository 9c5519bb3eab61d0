"""The judge's bench: a warm parent that has imported Keras and nothing else, and one fresh fork for each case."""

from __future__ import annotations

import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path

from autograder.environment import prepare
from autograder.evidence.record import NOT_RUN
from autograder.judge.case import BROKE_OFF, Case, decide
from autograder.rubric import Observed, Verdict

MEMORY_BYTES = 12 << 30


class JudgeError(Exception):
    """The judge itself failed: a damaged data file, a broken installation. It says nothing about the submission."""


class Judge:
    """Decides cases, each in a fresh process with limits of its own.

    The first case of a program waits until Keras is imported, later ones do not.

    Args:
        seconds: how long one case may take.
    """

    def __init__(self, seconds: float = 300) -> None:
        self.seconds = seconds
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["autograder.judge.measure"])

    def decide(self, case: Case) -> Verdict:
        """The verdict on a case. One that kills or outlasts its process is decided by what was known until then.

        Raises:
            JudgeError: the judge could not do its work.
        """
        if case.is_empty:
            return case.verdict(Observed(None, missing=NOT_RUN))
        prepare()
        ours, theirs = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_serve, args=(theirs, case), daemon=True)
        process.start()
        theirs.close()
        verdict = case.verdict(Observed(None, missing=BROKE_OFF))
        deadline = time.monotonic() + self.seconds
        try:
            while ours.poll(max(0.0, deadline - time.monotonic())):
                message = json.loads(ours.recv_bytes())
                if "failure" in message:
                    raise JudgeError(message["failure"])
                verdict = Verdict.from_json(message["verdict"])
        except EOFError:
            pass  # all that came was received
        finally:
            ours.close()
            process.kill()
            process.join()
        return verdict


def decide_run(
    exercise: str, evidence: Mapping[str, bytes], secret: bytes, remarks: tuple[str, ...], seconds: float
) -> Verdict:
    """The verdict on what a run left.

    Args:
        exercise: its name.
        evidence: the files that ``ag.check`` wrote, by name.
        secret: the course's secret, which draws the held-out data.
        remarks: what happened before; passed on into the verdict.
        seconds: how long it may take.

    Raises:
        JudgeError: the judge could not do its work.
    """
    with tempfile.TemporaryDirectory(prefix="judge-") as private:
        folder = Path(private)
        for name, content in evidence.items():
            (folder / name).write_bytes(content)
        return Judge(seconds).decide(Case(exercise, folder, secret, remarks))


def _serve(answer: Connection, case: Case) -> None:
    """Runs in the fresh process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        for verdict in decide(case):
            answer.send_bytes(json.dumps({"verdict": verdict.to_json()}).encode())
    except Exception as error:  # whatever it is, it is not the submission's fault
        answer.send_bytes(json.dumps({"failure": f"{type(error).__name__}: {error}"}).encode())
