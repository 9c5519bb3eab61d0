"""A script with one error and one warning, and the command as somebody types it."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.doctor import command

BROKEN = Path(__file__).with_name("broken.py")
RULES = "order/batch-norm-after-dropout,keras3/gone-argument"


@pytest.fixture
def script(tmp_path):
    """A file like ``broken.py``: a warning in line 7, an error in line 10."""
    path = tmp_path / "train.py"
    path.write_bytes(BROKEN.read_bytes())
    return path


class Ran:
    """What a run of the command left."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def doctor(capfd, monkeypatch):
    """Run ``autograder doctor`` in this process, with these two rules unless others are selected."""

    def run(*arguments, stdin=b"", rules=RULES):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = command.main([*map(str, arguments), *(["--select", rules] if rules else [])])
        except SystemExit as stop:  # a wrong option, --help
            code = stop.code
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def process():
    """Run Python in a process of its own."""

    def run(code, *arguments):
        words = [sys.executable, "-c", code, *map(str, arguments)]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    return run
