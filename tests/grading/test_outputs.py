"""What a kernel sends is kept as far as somebody can look at it."""

from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from autograder.gradebook import execution
from autograder.gradebook.execution import Executor


@pytest.fixture
def executor(monkeypatch: pytest.MonkeyPatch) -> Executor:
    monkeypatch.setattr(execution, "MOST_OUTPUTS", 5)
    executor = Executor(new_notebook(cells=[new_code_cell("train()")]))
    executor.clear_before_next_output = False  # as when a cell begins
    return executor


def send(executor: Executor, kind: str, **content: Any) -> list[NotebookNode]:
    """The outputs of the cell after one more message of its kernel."""
    cell = executor.nb.cells[0]
    message = {"msg_type": kind, "header": {"msg_type": kind}, "parent_header": {}, "content": content}
    executor.process_message(message, cell, 0)
    return cell.outputs


def show(executor: Executor, **more: Any) -> list[NotebookNode]:
    return send(executor, "display_data", data={"text/plain": "1"}, metadata={}, **more)


def test_outputs_that_are_too_many_are_left_out_and_counted(executor: Executor) -> None:
    for _ in range(9):
        kept = show(executor, transient={"display_id": "one"})
    assert len(kept) == 5
    assert executor.left_out == 4


def test_what_is_cleared_makes_room(executor: Executor) -> None:
    for wait in (False, True) * 9:
        show(executor)
        kept = send(executor, "clear_output", wait=wait)
    kept = show(executor)
    assert len(kept) == 1
    assert executor.left_out == 0


def test_what_is_printed_piece_by_piece_is_one_output(executor: Executor) -> None:
    for number in range(9):
        kept = send(executor, "stream", name="stdout", text=f"epoch {number}\n")
    assert [output.text for output in kept] == ["".join(f"epoch {number}\n" for number in range(9))]
    kept = send(executor, "stream", name="stderr", text="a warning\n")
    assert [output.name for output in kept] == ["stdout", "stderr"]


def test_joining_what_is_printed_takes_no_quadratic_time(executor: Executor) -> None:
    for _ in range(20):
        kept = send(executor, "stream", name="stdout", text="x" * 60_000)
    assert max(len(output.text) for output in kept) == 120_000
    assert executor.left_out == 10
