"""The judge's bench: a warm parent that has imported Keras and nothing else, and one fresh fork for each case."""

from __future__ import annotations

import multiprocessing
import resource
from multiprocessing.connection import Connection

from autograder.environment import prepare
from autograder.judge.case import Case, decide, undecided
from autograder.rubric import Verdict

MEMORY_BYTES = 12 << 30


class Judge:
    """Decides cases, each in a fresh process with limits of its own.

    The first case of a program waits until Keras is imported, later ones do not.

    Args:
        seconds: how long one case may take.
    """

    def __init__(self, seconds: float = 300) -> None:
        self.seconds = seconds
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["autograder.judge.measure", "autograder.judge.data"])

    def decide(self, case: Case) -> Verdict:
        """The verdict on a case. A case that kills or outlasts its process is judged by its structure alone."""
        prepare()
        ours, theirs = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_serve, args=(theirs, case), daemon=True)
        process.start()
        theirs.close()
        try:
            if ours.poll(self.seconds):
                return Verdict.from_json(ours.recv_bytes().decode())
            why = f"The judge gave up after {self.seconds:.0f} s: the model or its training is too large."
        except EOFError:
            why = "The model could not be measured: building or training it broke the judge's process."
        finally:
            ours.close()
            process.kill()
            process.join()
        return undecided(case, why)


def _serve(answer: Connection, case: Case) -> None:
    """Runs in the fresh process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer.send_bytes(decide(case).to_json().encode())
