"""The judge in a fork of the warm parent: TensorFlow is there already, and no student's code ever ran in it."""

from __future__ import annotations

import os
import select
import signal
import socket
from typing import NoReturn

from autograder.kernel import system
from autograder.kernel.view import View

LARGEST_MESSAGE = 1 << 17


def serve(grader: socket.socket, _: View) -> NoReturn:
    """Decide the case that ``grader`` sends, and send each verdict; it ends at once when the grader hangs up."""
    case = grader.recv(LARGEST_MESSAGE)
    guard = os.getpid()
    worker = os.fork()
    if worker == 0:
        system.die_with(guard)
        from autograder.judge.bench import serve_case  # noqa: PLC0415 (the judge knows the kernels, too)

        serve_case(grader.send, case)
        os._exit(0)
    waiting = select.poll()
    waiting.register(grader, 0)  # only for its end
    waiting.register(os.pidfd_open(worker), select.POLLIN)
    waiting.poll()
    os.kill(worker, signal.SIGKILL)
    os._exit(0)
