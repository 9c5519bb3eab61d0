"""Whether this machine can sandbox, and what to say where it cannot."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import NoReturn

from autograder.errors import Mendable, SettingError

SWITCH = "AUTOGRADER_SANDBOX"
_MACHINES = {"x86_64", "AMD64"}
_OLDEST = (5, 12)
_WITHOUT = (
    f"To run submissions without a sandbox all the same, with all that you may read and write, set {SWITCH}=off "
    "or give --no-sandbox."
)
_TRIAL = f"import sys, pathlib, {__name__} as here; sys.exit(here.try_a_box(pathlib.Path(sys.argv[1])))"
_ADVICE = {
    "user namespaces": "Allow them (sysctl user.max_user_namespaces=10000, and where the system knows them "
    "kernel.unprivileged_userns_clone=1 and kernel.apparmor_restrict_unprivileged_userns=0), or grade as root. "
    "In a container, run it with --privileged.",
    "namespaces": "In a container, run it with --privileged, or grade as an ordinary user.",
    "a /proc of its own": "In a container, run it with --privileged or with --security-opt systempaths=unconfined.",
}


class SandboxUnavailable(Mendable):
    """This machine cannot sandbox submissions; the message says what is missing and what to do."""


def is_off() -> bool:
    """Whether somebody switched the sandbox off.

    Raises:
        SettingError: the switch stands at something unknown.
    """
    position = os.environ.get(SWITCH) or "on"
    if position not in ("on", "off"):
        raise SettingError(f"{SWITCH} is {position!r}: set it to on or off.")
    return position == "off"


def require() -> None:
    """Make sure that submissions can be sandboxed.

    Raises:
        SandboxUnavailable: they cannot.
    """
    missing = reason()
    if missing:
        raise SandboxUnavailable(f"This machine cannot sandbox submissions: {missing} {_WITHOUT}")


@cache
def reason() -> str:
    """Why this machine cannot sandbox, and what would help, in a sentence or two; empty if it can."""
    if sys.platform != "linux":
        return f"sandboxes need Linux, and this is {platform.system()}."
    if platform.machine() not in _MACHINES:
        return f"the filter of system calls is written for x86-64, and this is {platform.machine()}."
    if _version(platform.release()) < _OLDEST:
        return f"sandboxes need Linux 5.12 or newer, and this is {platform.release()}."
    with tempfile.TemporaryDirectory(prefix="ag-") as folder:
        tried = subprocess.run(  # noqa: S603
            [sys.executable, "-P", "-c", _TRIAL, folder],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
    if tried.returncode == 0:
        return ""
    said = (tried.stdout or tried.stderr).strip()
    advice = next((advice for facility, advice in _ADVICE.items() if said.startswith(facility)), "")
    return f"it does not allow {said}. {advice}".strip()


def _version(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split("-", maxsplit=1)[0].split(".")[:2] if part.isdecimal())


def try_a_box(folder: Path) -> int:
    """Make a box on an empty folder, and look into it; prints what went wrong and returns 1, or returns 0.

    Afterwards this process is in namespaces of its own and good for nothing else.
    """
    from autograder.kernel.box import READY, Box, BoxError  # noqa: PLC0415 (none of it exists outside Linux)
    from autograder.kernel.limits import Limits  # noqa: PLC0415
    from autograder.kernel.view import machine_view  # noqa: PLC0415

    def look_around(tell: int) -> NoReturn:
        os.write(tell, READY)
        os._exit(0)

    try:
        first, news = Box(folder, machine_view(), None, Limits()).launch(look_around)
    except BoxError as problem:
        print(problem)
        return 1
    heard = os.read(news, 1 << 16)
    os.waitpid(first, 0)
    if heard != READY:
        print(heard.decode(errors="replace") or "a process in a box")
    return int(heard != READY)
