"""Small files that would keep whoever reads, checks or shows them busy for minutes, or fill the machine."""

import json
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.doctor import patience
from autograder.doctor.examine import examine, examine_text
from autograder.gradebook.execution import Executor
from autograder.gradebook.intake import MAX_CELLS, MOST_PARTS, UnreadableError, read_submission
from autograder.gradebook.sanitizing import _answered
from autograder.report.harmless import MOST_SHOWN, harmless
from autograder.rules import all_rules

RULES = list(all_rules().values())


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done within takes so many seconds of processor time at most; before, it took minutes or hours."""
    started = time.process_time()
    yield
    assert time.process_time() - started < seconds


def refused(path: Path, content: str) -> str:
    path.write_text(content, encoding="utf-8")
    with within(5), pytest.raises(UnreadableError) as caught:
        read_submission(path)
    return str(caught.value)


# Notebooks


def test_empty_lines_are_searched_once_for_a_merge_conflict(tmp_path: Path) -> None:
    assert "not a complete notebook file" in refused(tmp_path / "a.ipynb", "{" + "\n" * 300_000)
    assert "not a complete notebook file" in refused(tmp_path / "a.ipynb", "{" + " " * 3_000_000 + "\n" * 3_000)


def test_a_notebook_of_version_3_is_counted_before_it_is_checked(tmp_path: Path) -> None:
    cell = {"cell_type": "code", "input": "1 + 1", "outputs": [{"output_type": "pyout"}] * 100}
    sheets = {"nbformat": 3, "worksheets": [{"cells": [cell] * 1000}] * 4}
    assert f"4000 cells; at most {MAX_CELLS}" in refused(tmp_path / "a.ipynb", json.dumps(sheets))


@pytest.mark.parametrize("told", [{"metadata": {"a": [{}] * MOST_PARTS}}, {"attachments": {"a": {"b": ""}}}])
def test_a_cell_of_countless_parts_is_refused(told: dict[str, Any], tmp_path: Path) -> None:
    if "attachments" in told:
        told = {"attachments": dict.fromkeys(map(str, range(MOST_PARTS)), told["attachments"]["a"])}
    cell = {"cell_type": "markdown", "source": "", **told}
    assert f"more than {MOST_PARTS} texts" in refused(tmp_path / "a.ipynb", json.dumps({"cells": [cell]}))


@pytest.mark.parametrize("points", [10**400, 1e999, float("nan"), "1", [1], {}, None])
def test_whatever_points_a_cell_claims_it_is_one_of_several(points: object) -> None:
    about = {"grade": True, "grade_id": "model", "points": points}
    cell = new_code_cell("1", metadata={"nbgrader": about})
    assert _answered([cell, cell], "digest") is cell


# Outputs

COUNTLESS: dict[str, dict[str, Any]] = {
    "kinds": {"text/plain": "a", **dict.fromkeys((f"a/{number}" for number in range(200_000)), "")},
    "pieces": {"text/plain": ["a", *[""] * 1_000_000]},
    "JSON": {"text/plain": "a", "application/json": [{}] * 1_000_000},
}


def sent(kind: str, **content: Any) -> Any:
    """The output of a cell whose kernel sent this."""
    executor = Executor(new_notebook(cells=[new_code_cell("train()")]))
    executor.clear_before_next_output = False  # as when a cell begins
    cell = executor.nb.cells[0]
    message = {"msg_type": kind, "header": {"msg_type": kind}, "parent_header": {}, "content": content}
    with within(2):
        executor.process_message(message, cell, 0)
    return cell.outputs[0]


@pytest.mark.parametrize("name", COUNTLESS)
def test_of_an_output_only_what_can_be_shown_is_checked_and_kept(name: str) -> None:
    output = sent("display_data", data=COUNTLESS[name], metadata={"a": [{}] * 1_000_000})
    assert output.data == {"text/plain": "a"}
    assert output.metadata == {}


def test_pictures_and_tables_are_kept() -> None:
    shown = {"image/png": "AAAA", "text/html": "<b>1</b>", "text/plain": "1"}
    assert sent("display_data", data=shown, metadata={}).data == shown


def test_a_print_in_pieces_and_an_error_of_countless_lines() -> None:
    assert sent("stream", name="stdout", text=["a", *[""] * 1_000_000]).text == "a"
    error = sent("error", ename="E", evalue="e", traceback=[""] * 1_000_000)
    assert 0 < len(error.traceback) < 1_000_000


# Texts


def test_a_text_without_end_is_cut() -> None:
    with within(10):
        shown = harmless(new_notebook(cells=[new_markdown_cell("*" * 20_000_000)]))
    assert len(shown["cells"][0]["source"]) < 10 * MOST_SHOWN
    assert "characters more" in shown["cells"][0]["source"]


# Programs for the doctor

MAKES = "m = keras.Sequential([keras.layers.Dense(8, activation='softmax'), keras.layers.Dense(1)])\n"
FUNCTIONS = range(20)
TANGLE = "".join(  # each hands its data set and its number to all others
    f"def f{one}(data, n):\n"
    + "".join(f"    f{other}(data, n)\n" for other in FUNCTIONS if other != one)
    + "    data.map(lambda row: row).cache()\n    Scale(by=n)\n"
    + "    for label in range(3):\n        for row in rows:\n            labels.append(label)\n"
    for one in FUNCTIONS
)
SCALE = """class Scale(keras.layers.Layer):
    def __init__(self, by=1, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x * self.by

    def get_config(self):
        return super().get_config()

m.save("a.keras")
m.fit(x, labels, validation_split=0.2)
"""
PROGRAMS = {
    "functions that all call each other": ("a.py", f"import keras\n{MAKES}{TANGLE}{SCALE}"),
    "a tensor that doubles": (
        "a.py",
        f"import keras\n{MAKES}x = y\n" + "x = x + x\n" * 60 + "keras.layers.Lambda(lambda t: t * x)(y)\n",
    ),
    "options of a magic": ("a.py", f"import keras\n%time {'-a   ' * 40}%\n"),
    "spaces": ("a.py", f"import keras\nx = = 1\n{' ' * 100_000}x\n"),
    "a fence": ("a.md", f"keras\n```x{' ' * 300_000}x\n"),
    "installs": ("a.py", f"import keras  # {'install ' * 60_000}\n"),
    "many findings": ("a.py", f"import keras\n{MAKES * 1500}"),
    "findings in one line": ("a.py", f"import keras; é = 1; {MAKES.replace(chr(10), '; ') * 700}\n"),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_doctor_has_an_end(name: str) -> None:
    path, text = PROGRAMS[name]
    with within(15):
        examine_text(text, path, RULES)


FOR_EVER = f"import keras\n{MAKES}for epoch in range(3):\n" + "    m.fit(x, y)\n" * 20_000


def test_what_takes_too_long_is_said_to_and_the_next_file_is_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.5)
    with within(15):
        found = examine_text(FOR_EVER, "a.py", RULES)
    assert [one.rule.id for one in found.findings] == ["read/budget"]
    assert not found.readable
    monkeypatch.undo()
    assert examine_text(f"import keras\n{MAKES}", "a.py", RULES).readable


def test_a_saved_model_that_takes_too_long_is_said_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layers = [{"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [None, 4]}}]
    for kind, given in (("Dense", {"units": 4, "activation": "relu"}), ("Dropout", {"rate": 0.1})) * 2000:
        layers.append({"module": "keras.layers", "class_name": kind, "config": given})
    config = {"module": "keras", "class_name": "Sequential", "config": {"name": "a", "layers": layers}}
    with zipfile.ZipFile(tmp_path / "a.keras", "w") as packed:
        packed.writestr("config.json", json.dumps(config))
        packed.writestr("metadata.json", "{}")
    monkeypatch.setattr(patience, "SECONDS", 0.5)
    with within(5):
        found = examine(str(tmp_path / "a.keras"), RULES)
    assert [one.rule.id for one in found.findings] == ["read/budget"]
    assert not found.readable
