"""Long series of work: everything is done once, in processes that are replaced, and a lost one is said."""

import os
import signal
import time
from collections import Counter

import psutil
import pytest

from autograder import processes
from autograder.processes import ProcessLostError, in_processes


def who(piece: int) -> tuple[int, int, str]:
    return piece, os.getpid(), os.environ["TF_NUM_INTRAOP_THREADS"]


def die_at_three(piece: int) -> int:
    if piece == 3:
        time.sleep(1)  # the others are counted meanwhile
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def linger(piece: int) -> int:
    time.sleep(60 * piece)
    return os.getpid()


def refuse(piece: int) -> None:
    raise ValueError(f"not {piece}")


def test_every_piece_is_done_once_and_no_process_does_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PIECES", 3)
    done = list(in_processes(who, range(10), jobs=1))
    assert sorted(piece for piece, _, _ in done) == list(range(10))
    assert sorted(Counter(process for _, process, _ in done).values()) == [1, 3, 3, 3]
    assert os.getpid() not in {process for _, process, _ in done}
    assert {threads for _, _, threads in done} == {"1"}


def test_nothing_to_do_starts_nothing() -> None:
    assert list(in_processes(who, [], jobs=1)) == []


def test_a_process_that_is_killed_is_said_and_what_was_done_before_is_there() -> None:
    series = in_processes(die_at_three, range(5), jobs=1)
    assert {next(series) for _ in range(3)} == {0, 1, 2}
    with pytest.raises(ProcessLostError, match="run the same command again"):
        next(series)


def test_an_error_of_the_work_is_the_callers() -> None:
    with pytest.raises(ValueError, match="not 7"):
        list(in_processes(refuse, [7], jobs=1))


def test_a_series_that_is_given_up_ends_its_processes() -> None:
    series = in_processes(linger, range(3), jobs=1)
    process = next(series)
    began = time.monotonic()
    series.close()
    assert time.monotonic() - began < 30, "it waited for what was not wanted any more"
    assert not psutil.pid_exists(process)
