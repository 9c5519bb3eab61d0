"""How long until a kernel has TensorFlow imported: an ordinary one, and one forked from the warm parent."""

from __future__ import annotations

import time
from statistics import median

from jupyter_client.manager import KernelManager

from autograder import kernel
from autograder.kernel import warm
from bench.setting import Measured, MeasurementError, Setting

IMPORTS = "import tensorflow, keras"
_PATIENCE = 120
_COLD = 3  # times; one takes ten seconds


def measure(setting: Setting) -> Measured:
    """Seconds from the order for a kernel to the end of its imports; medians."""
    kernel.require()
    try:
        start = time.monotonic()
        kernel.warm_up()
        seconds_until_ready(kernel.NAME)
        first = time.monotonic() - start
        forked = [seconds_until_ready(kernel.NAME) for _ in range(setting.repetitions)]
    finally:
        warm.stop()
    cold = [seconds_until_ready("python3") for _ in range(min(_COLD, setting.repetitions))]
    return Measured({"first": first, "warm": median(forked), "cold": median(cold)})


def seconds_until_ready(name: str) -> float:
    """Start a kernel, import, end it.

    Raises:
        MeasurementError: the import failed.
    """
    manager = KernelManager(kernel_name=name)
    start = time.monotonic()
    manager.start_kernel()
    client = manager.blocking_client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=_PATIENCE)
        reply = client.execute(IMPORTS, reply=True, timeout=_PATIENCE)
        seconds = time.monotonic() - start
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if reply["content"]["status"] != "ok":
        raise MeasurementError(f"{IMPORTS!r} failed in the kernel {name}: {reply['content'].get('evalue')}")
    return seconds
