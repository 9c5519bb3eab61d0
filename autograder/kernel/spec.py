"""The kernelspec by which Jupyter, nbclient and nbgrader know the sandboxed kernel.

It is installed with the package into the environment's ``share/jupyter``: every Jupyter of that environment has it.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from autograder.kernel.limits import Limits

NAME = "autograder-sandbox"
_FILE = Path(__file__).parent / "kernelspec" / "kernel.json"


def write_kernelspec(jupyter_path: Path, limits: Limits | None = None, name: str = NAME) -> Path:
    """Install the kernelspec below a folder that ``JUPYTER_PATH`` names; with ``limits``, these hold for its kernels.

    Returns:
        the folder of the kernelspec.
    """
    spec = json.loads(_FILE.read_text(encoding="utf-8"))
    if limits is not None:
        spec["metadata"]["kernel_provisioner"]["config"] = {"limits": asdict(limits)}
    folder = jupyter_path / "kernels" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _FILE.name).write_text(json.dumps(spec, indent=2), encoding="utf-8")
    return folder
