"""A process that is killed while it writes the journal leaves a whole entry, or none."""

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from autograder.gradebook import create_course
from autograder.gradebook.execution import Run
from autograder.gradebook.journal import EXECUTED, Entry
from autograder.rubric import Remark

EXERCISE = "red-wine"
ONE = Run('{"cells": []}', {"model.keras": b"1" * 1000, "record.json": b"{}"}, (Remark("One."),))
OTHER = Run('{"cells": [1]}', {"model.keras": b"2" * 1000, "record.json": b"[]"}, (Remark("Other."),))
KILLED = 9
CALLS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"}


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    course = create_course(tmp_path / "course")
    for folder in (course.release(EXERCISE), course.submitted("ada", EXERCISE)):
        folder.mkdir(parents=True)
        (folder / f"{EXERCISE}.ipynb").write_text("{}", encoding="utf-8")
    return Entry(course, EXERCISE, "ada")


def write_until(step: int, entry: Entry) -> None:
    """Runs in a process of its own, which ends before its so-and-so-many-th call that touches a file."""
    left = step

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        if event in CALLS:
            left -= 1
            if left < 0:
                os._exit(KILLED)

    sys.addaudithook(count)
    entry.keep_run(OTHER)


def test_what_a_killed_writer_leaves_is_whole(entry: Entry) -> None:
    found = []
    for step in range(1000):
        entry.keep_run(ONE)
        writer = multiprocessing.get_context("fork").Process(target=write_until, args=(step, entry))
        writer.start()
        writer.join()
        found.append(entry.run())
        if writer.exitcode != KILLED:
            break
    assert all(run in (ONE, OTHER, None) for run in found)
    assert found[0] == ONE
    assert found[-1] == OTHER


def test_what_was_left_goes_with_the_next_entry(entry: Entry) -> None:
    entry.keep_run(ONE)
    left = entry.folder.with_name(".new-left")
    left.mkdir()
    (left / EXECUTED).touch()
    entry.keep_run(OTHER)
    assert [path.name for path in entry.folder.parent.iterdir()] == [EXERCISE]
