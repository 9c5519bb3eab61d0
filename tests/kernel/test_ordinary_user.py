"""Nobody has to be root: everything holds for an ordinary user as well. Root tries it here as such a user."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own() -> Iterator[Path]:
    """A folder of that user; pytest's own are closed to him."""
    with tempfile.TemporaryDirectory(prefix="nobody-") as folder:
        os.chown(folder, NOBODY, NOBODY)
        yield Path(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="this user is an ordinary one: the other tests show it")
def test_all_holds_for_an_ordinary_user(can_sandbox: None, own: Path) -> None:
    tests = [
        str(ROOT / "tests/kernel" / name) for name in ("test_box.py", "test_view.py", "test_warm.py", "test_watch.py")
    ]
    options = ["-q", "-p", "no:cacheprovider", f"--basetemp={own}/tmp"]
    command = [sys.executable, "-m", "pytest", *options, *tests]
    environment = {**os.environ, "HOME": str(own), "TMPDIR": str(own), "PYTHONDONTWRITEBYTECODE": "1"}
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    ran = subprocess.run(as_nobody(command), env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    assert " passed" in ran.stdout
    assert "skipped" not in ran.stdout, ran.stdout[-2000:]


def as_nobody(command: list[str]) -> list[str]:
    """The command as a user without rights, to whom Python and this folder are shown wherever they lie."""
    needed = dict.fromkeys(Path(path).resolve() for path in (sys.base_prefix, sys.prefix, ROOT))
    closed = {parent for path in needed for parent in path.parents if not parent.stat().st_mode & 1}
    hidden = [path for path in needed if closed & set(path.parents)]
    steps = ["set -e"]
    for number, path in enumerate(hidden):
        steps += [f"mkdir -p /mnt/{number}", f"mount --rbind {shlex.quote(str(path))} /mnt/{number}"]
    steps += [f"mount -t tmpfs -o mode=755 none {shlex.quote(str(path))}" for path in sorted(closed)[:1]]
    for number, path in enumerate(hidden):
        steps += [f"mkdir -p {shlex.quote(str(path))}", f"mount --rbind /mnt/{number} {shlex.quote(str(path))}"]
    user = f"setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups"
    script = "; ".join([*steps, f"exec {user} {shlex.join(command)}"])
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", f"mount -t tmpfs none /mnt; {script}"]
