"""The grader's end of a boxed kernel's channels."""

from __future__ import annotations

from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient


class Client(AsyncKernelClient):
    """Leaves the heartbeat alone.

    The guard says when a kernel ends. The heartbeat says nothing more, and its thread waits for ever for a peer that
    sent what is no message.
    """

    def start_channels(
        self, shell: bool = True, iopub: bool = True, stdin: bool = True, hb: bool = False, control: bool = True
    ) -> Any:
        """As Jupyter does, but for the heartbeat."""
        return super().start_channels(shell=shell, iopub=iopub, stdin=stdin, hb=False, control=control)
