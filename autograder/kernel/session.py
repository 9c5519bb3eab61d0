"""The IPython kernel that a student's notebook talks to, started in a fork of the warm parent."""

from __future__ import annotations

import importlib
import json
import os
import random
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from autograder.environment import REPEAT_VARIABLE, thread_variables
from autograder.kernel.box import HOME, SOCKETS
from autograder.kernel.view import PACKAGES

_SEED = 1
_for_life = ExitStack()
"""What lasts as long as the kernel."""
CONNECTION_FILE = SOCKETS / "kernel.json"
_BACKEND = "module://matplotlib_inline.backend_inline"
LIBRARIES = (
    "numpy", "pandas", "matplotlib.pyplot", "h5py", "tensorflow", "keras", "autograder.checking",
    "autograder.datasets.built", "autograder.judge.measure", "autograder.evidence.portable",
    "autograder.evidence.recording", "autograder.evidence.repeating",
)  # fmt: skip
"""What notebooks import; a warm parent has imported it already."""
_KERNEL = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.debugger", "ipykernel.iostream",
    "ipykernel.heartbeat", "ipykernel.subshell_manager", "IPython.core.completer", "IPython.core.completerlib",
    "IPython.core.debugger", "IPython.core.logger", "IPython.core.oinspect", "IPython.extensions.storemagic",
    "matplotlib_inline.backend_inline", "matplotlib_inline.config", "tornado.platform.asyncio", "faulthandler",
)  # fmt: skip
_MOST_THREADS = 2
PASSED_ON = frozenset({
    "LANG", "TZ", "NBGRADER_EXECUTION", "KERAS_BACKEND", "TF_CPP_MIN_LOG_LEVEL", "TF_ENABLE_ONEDNN_OPTS",
    "CUDA_VISIBLE_DEVICES", REPEAT_VARIABLE,
})  # fmt: skip
"""Variables of the grader that a submission may see."""


def preload(libraries: Iterable[str]) -> None:
    """Import ``libraries`` and the kernel itself. Nothing is computed: TensorFlow's threads do not survive a fork.

    Raises:
        RuntimeError: an import started threads.
    """
    os.environ.pop("JPY_PARENT_PID", None)  # ipykernel would watch that process, which it cannot see from the box
    os.environ["MPLBACKEND"] = _BACKEND  # matplotlib settles for another one at import
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # takes long to import, and needs a network
    for name in (*libraries, *_KERNEL):
        importlib.import_module(name)
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > _MOST_THREADS:
        raise RuntimeError(f"importing the libraries started {threads} threads; a fork would hang")


def run(connection: dict[str, Any], environment: dict[str, str], ready: int, announcement: bytes) -> None:
    """Run the kernel until it is told to shut down.

    Args:
        connection: what Jupyter writes into a connection file; its sockets are below ``SOCKETS``.
        environment: all environment variables of the kernel.
        ready: a file descriptor that is told ``announcement`` when the kernel listens.
        announcement: see ``ready``.
    """
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415 (reads the environment when it is imported)
    from matplotlib_inline import backend_inline  # noqa: PLC0415

    os.environ.clear()
    os.environ.update(environment, MPLBACKEND=_BACKEND)
    _watch_training()
    _seed()
    CONNECTION_FILE.write_text(json.dumps(connection), encoding="utf-8")
    sys.argv = ["ipykernel_launcher", "-f", str(CONNECTION_FILE)]
    app = IPKernelApp.instance()
    app.initialize([*sys.argv[1:], "--HistoryManager.hist_file=:memory:", "--HistoryManager.enabled=False"])
    _import_from_here()
    # what its import does where a shell is there already
    backend_inline._enable_matplotlib_integration()  # type: ignore[no-untyped-call]
    os.write(ready, announcement)
    os.close(ready)
    app.start()


def _import_from_here() -> None:
    """Let a notebook import modules that lie beside it, which IPython leaves out where Python runs with ``-P``."""
    first = next((place for place, entry in enumerate(sys.path) if Path(entry).name in PACKAGES), 0)
    sys.path.insert(first, "")


def _watch_training() -> None:
    """Write down what trains a model, and shift all seeds if the judge asks for other random numbers."""
    if "keras" not in sys.modules:
        return
    from autograder.evidence.recording import recorder  # noqa: PLC0415 (they import Keras)
    from autograder.evidence.repeating import other_random_numbers  # noqa: PLC0415

    recorder()
    if shift := os.environ.get(REPEAT_VARIABLE):
        _for_life.enter_context(other_random_numbers(int(shift)))


def _seed() -> None:
    """Every kernel starts in the same random state: a submission that is graded twice gets the same score."""
    random.seed(_SEED)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(_SEED)
    if "keras" in sys.modules:  # the warm parent has imported what there is to seed
        sys.modules["keras"].utils.set_random_seed(_SEED)


def environment(passed_on: dict[str, str], threads: int) -> dict[str, str]:
    """The kernel's environment variables: a few of the grader's, and what points into the box."""
    here = Path(sys.prefix, "bin")
    return {
        **{name: value for name, value in passed_on.items() if name in PASSED_ON or name.startswith("LC_")},
        **thread_variables(threads),
        "PATH": f"{here}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(HOME),
        "TMPDIR": "/tmp",  # noqa: S108 (inside the box)
        "USER": "student",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
