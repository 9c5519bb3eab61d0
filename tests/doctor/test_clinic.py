"""The doctor as the clinic's page calls it: a name and bytes in, JSON out, nothing but the standard library."""

import json
import subprocess
import sys

from autograder.doctor.clinic import examined

FAULT = """from keras import Sequential, layers
m = Sequential([layers.Dense(1, activation="softmax")])
m.compile(loss="mse")
"""


def found(name: str, content: bytes) -> dict:
    return json.loads(examined(name, content))


def notebook(*cells: str) -> bytes:
    described = [{"cell_type": "code", "source": cell} for cell in cells]
    return json.dumps({"cells": [{"cell_type": "markdown", "source": "words"}, *described]}).encode()


def test_a_script_is_shown_as_it_is_and_its_findings_have_lines():
    report = found("file.py", FAULT.encode())
    assert report["text"] == FAULT
    assert [(one["rule"], one["line"]) for one in report["findings"]] == [("head/softmax-on-one-unit", 2)]
    assert report["findings"][0]["why"].startswith("Softmax divides")


def test_a_line_of_a_notebook_counts_in_the_cells_that_are_shown():
    report = found("file.ipynb", notebook("x = '\u2028\x0c'\n# no line more", FAULT))
    (one,) = report["findings"]
    assert report["text"].split("\n")[one["line"] - 1] == FAULT.split("\n")[1]
    again = found("program.py", report["text"].encode())
    assert [(other["rule"], other["line"]) for other in again["findings"]] == [(one["rule"], one["line"])]


def test_what_shows_no_text_has_no_lines():
    report = found("file.py", b"\xff\xfe")
    assert report["text"] is None
    assert [one["line"] for one in report["findings"]] == [None]
    assert not report["readable"]


def test_no_path_of_a_machine_is_told():
    report = examined("file.keras", b"no archive")
    assert "not a .keras file" in report
    assert "tmp" not in report


def test_it_imports_nothing_but_the_standard_library():
    program = "import sys, autograder.doctor.clinic; print(*{name.partition('.')[0] for name in sys.modules})"
    environment = {"PYTHONPATH": ":".join(sys.path)}
    call = [sys.executable, "-S", "-c", program]
    done = subprocess.run(call, capture_output=True, text=True, check=True, env=environment)
    assert set(done.stdout.split()) <= {*sys.stdlib_module_names, "autograder", "__main__"}
