"""The page: ratios are computed from the numbers, targets compared with them, and nothing is hidden."""

import pytest
from bench.__main__ import MODULES, main
from bench.machine import Load, facts, look
from bench.page import SENTENCES, page, ratios
from bench.setting import Measured

from autograder.report.costs import costs

IDLE, BUSY = Load(0.1, 1), Load(3, 80)
GRADE = {"seconds": 40.0, "one_job": 60.0, "jobs": 2, "repeated": 0.0, "spread": 1.0, "graded": 20, "same": 20}
NBGRADER = {"seconds": 400.0, "graded": 20}


def row(what, found):
    (found_row,) = [row for row in ratios(found) if what in row[0]]
    return found_row[1:]


def test_a_ratio_is_of_numbers_of_the_same_run():
    found = {"grade": Measured(GRADE), "nbgrader": Measured(NBGRADER)}
    assert row("plain `nbgrader autograde`", found) == ("10.0 times", "≥ 8.0 times: reached")
    found["grade"] = Measured({**GRADE, "seconds": 80.0})
    assert row("plain `nbgrader autograde`", found) == ("5.0 times", "≥ 8.0 times: **missed**")


def test_the_bare_training_is_divided_over_the_cores():
    bare = {"training": 64.0, "cells": 80.0, "elapsed": 41.0, "processes": 2}
    found = {"grade": Measured(GRADE), "bare": Measured(bare)}
    assert row("bare short training", found) == ("1.25 times", "≤ 1.25 times: reached")
    found["bare"] = Measured({**bare, "training": 60.0})
    assert row("bare short training", found) == ("1.33 times", "≤ 1.25 times: **missed**")


def test_what_was_not_measured_has_no_ratio_and_a_reason():
    found = {"grade": Measured(GRADE)}
    assert [row for row in ratios(found) if "otter" in row[0]] == []
    assert "**Not measured: otter.** no network" in page(found, {"otter": "no network"}, {}, {})


def test_a_busy_machine_is_on_the_page():
    loads = {"grade": BUSY, "kernel": IDLE}
    text = page({"grade": Measured(GRADE, ["Verdicts differ."])}, {}, loads, {"cores": "2"})
    assert "> **The machine was not idle** before: grade. Do not" in text
    assert "- Verdicts differ." in text
    assert "not idle" not in page({"grade": Measured(GRADE)}, {}, {"grade": IDLE}, {})


def test_what_the_judge_trains_again_is_training_on_both_sides():
    grade, bare = {"seconds": 100.0, "repeated": 120.0}, {"training": 50.0, "processes": 2}
    found = {"grade-repeating": Measured(grade), "bare-repeating": Measured(bare)}
    assert row("whose judge trains, too", found) == ("1.18 times", "≤ 1.25 times: reached")
    assert row("that the judge repeats", found) == ("0.80 times", "≤ 0.80 times: reached")


def test_the_phases_of_grading_stand_in_a_table():
    text = page({"grade": Measured(GRADE, costs=costs([{"queue": 1.0, "cells": 3.0, "judge": 1.0}]))}, {}, {}, {})
    assert "| waited for a worker | 1.00 s | 1.00 s | 1.0 s |  |" in text
    assert "| the cells ran | 3.00 s | 3.00 s | 3.0 s | 75% |" in text
    assert "Where the seconds go" not in page({"grade": Measured(GRADE)}, {}, {}, {})


def test_every_measurement_has_its_sentence():
    assert SENTENCES.keys() == MODULES.keys()


def test_the_facts_name_the_machine_and_its_packages():
    found = facts()
    assert {"date", "processor", "cores", "memory", "Python", "keras", "nbgrader", "distributed"} <= found.keys()
    assert all(found.values())


def test_a_measurement_waits_for_an_idle_machine_but_not_for_ever(monkeypatch):
    busy = iter([90.0, 40.0, 2.0, 70.0])
    monkeypatch.setattr("psutil.cpu_percent", lambda _seconds: next(busy))
    assert look().is_idle
    monkeypatch.setattr("psutil.cpu_percent", lambda _seconds: 90.0)
    assert not look().is_idle


def test_an_unknown_measurement_is_named(capsys):
    with pytest.raises(SystemExit):
        main(["kernel", "coffee"])
    assert "There is no measurement coffee. There are: kernel" in capsys.readouterr().err
