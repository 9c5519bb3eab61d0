"""The seconds of a grading are divided among its phases, and a class's are added up."""

import time

import pytest

from autograder.report.costs import costs
from autograder.stopwatch import PHASES, Stopwatch


@pytest.fixture
def passing(monkeypatch):
    """Lets time pass."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def passed(seconds):
        now[0] += seconds

    return passed


def test_a_second_belongs_to_the_phase_in_which_it_passes(passing):
    clock = Stopwatch()
    passing(50)
    for phase, seconds in (("kernel", 1), ("cells", 4), ("check", 2), ("cells", 0.5), ("kernel", 0.25)):
        clock.turn_to(phase)
        passing(seconds)
    assert clock.stop() == {"kernel": 1.25, "cells": 4.5, "check": 2}
    passing(50)
    assert clock.stop() == {"kernel": 1.25, "cells": 4.5, "check": 2}


def test_a_part_of_a_phase_can_belong_to_another_one(passing):
    clock = Stopwatch()
    clock.turn_to("judge")
    passing(10)
    clock.lend("training", 7)
    assert clock.stop() == {"judge": 3, "training": 7}


def test_waiting_is_no_work_and_a_phase_that_few_had_is_theirs_alone():
    found = costs([{"queue": 60.0, "cells": 2.0}, {"cells": 4.0, "training": 18.0}, {"cells": 0.0}])
    assert [(one.median, one.longest, one.total, one.share) for one in found] == [
        (60, 60, 60, None),
        (2, 4, 6, 0.25),
        (18, 18, 18, 0.75),
    ]
    assert [one.doing for one in found] == [PHASES[phase] for phase in ("queue", "cells", "training")]


def test_a_class_that_took_no_time_has_no_shares():
    assert [one.share for one in costs([{"queue": 0.0, "cells": 0.0}])] == [None, None]
    assert costs([]) == ()
