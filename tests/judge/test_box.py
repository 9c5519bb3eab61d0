"""What opens a submitted model sits in a box: foreign code that it might run finds nothing and reaches nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.kernel import reason

PROBE = """
import json, os, socket, sys
from pathlib import Path
from autograder.environment import prepare
prepare()
import autograder.judge.measure, keras
from autograder.datasets.files import data_folder
from autograder.exercises import exercises_folder
from autograder.judge import case as judging_case
from autograder.kernel import judging
from autograder.kernel.view import student_view

evidence, staging, secret = sys.argv[1:]

class Said:
    def __init__(self, **found):
        self.found = found
    def to_json(self):
        return json.dumps(self.found)

def refused(act):
    try:
        act()
    except OSError as error:
        return error.__class__.__name__
    return "allowed"

def look(case, given):
    memory = Path("/proc/self/maps").read_text()
    yield Said(
        secret=case.secret.hex(),
        rows=len(given.data.held_out.inputs),
        evidence=sorted(path.name for path in case.evidence.iterdir()),
        elsewhere=Path(evidence).exists(),
        data=[path.name for path in data_folder().glob("*")],
        exercises=sorted({path.name for path in exercises_folder().rglob("*") if path.is_file()}),
        network=refused(lambda: socket.socket(socket.AF_INET)),
        write=refused(lambda: Path(keras.__file__).with_name("x").write_text("x")),
        user=os.getuid(),
        processes=sorted(int(name) for name in os.listdir("/proc") if name.isdecimal()),
    )

ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
judging_case.decide = look
case = judging_case.Case("red-wine", Path(evidence), bytes.fromhex(secret))
if os.fork() == 0:
    judging.serve(theirs, student_view())
theirs.close()
ours.send(judging.Request(case.to_json().decode(), evidence, staging).to_json())
while message := ours.recv(judging.LARGEST_MESSAGE):
    print(message.decode())
"""


def test_the_judge_sees_the_evidence_and_the_rows_and_nothing_else(tmp_path: Path) -> None:
    if missing := reason():
        pytest.skip(f"no sandbox on this machine: {missing}")
    evidence, staging = tmp_path / "evidence", tmp_path / "staging"
    for folder in (evidence, staging):
        folder.mkdir()
    (evidence / "record.json").write_text("{}")
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, evidence, staging, "5e" * 16], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    first, last = map(json.loads, ran.stdout.splitlines())
    assert last["final"] is True
    found = json.loads(first["verdict"])
    assert found.pop("rows") > 100
    assert found.pop("user") != os.getuid() or os.getuid() != 0
    assert found.pop("processes")[0] == 1
    assert found.pop("exercises") == ["hints.md", "rubric.py"], "neither solutions nor classes"
    assert found == {
        "secret": "",
        "evidence": ["record.json"],
        "elsewhere": False,
        "data": [],
        "network": "OSError",
        "write": "OSError",
    }
