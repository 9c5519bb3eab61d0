"""An experiment's command line: every run once, for its plan, several at a time, on again after an interruption."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"
TINY = """
import os, signal, time
from functools import partial
from pathlib import Path

import runner
from autograder.ledger import Ledger
from runner import Experiment, Outcome, main

HERE = runner.RESULTS = Path(__file__).parent
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may have been turned off


def run(size, unit):
    if os.environ.get("SLOW") and unit:
        time.sleep(60)
    return Outcome({"value": size + unit, "process": os.getpid()}, {"by_epoch": [0.1, 0.25]})


EXPERIMENT = Experiment("tiny", {"small": partial(run, 1), "large": lambda unit: run(100, unit)})

if __name__ == "__main__":
    main(EXPERIMENT, Ledger(HERE / "claims", HERE))
"""
CLAIM = """
says = "More is better."
by = "the answer"
units = {first = 2, looks = [2, 3]}
[margin.points]
matters = 1
reason = "Less cannot be seen."
[[effect]]
where = "in a test"
experiment = "tiny"
measure = "value"
changed = "large"
base = "small"
predicts = "higher"
measured_in = "points"
varies = "weights"
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "tiny.py").write_text(TINY)
    (tmp_path / "claims" / "sizes").mkdir(parents=True)
    (tmp_path / "claims" / "sizes" / "more.toml").write_text(CLAIM)
    return tmp_path / "tiny.py"


def start(tiny: Path, *options: str, **variables: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": f"{EXPERIMENTS}{os.pathsep}{EXPERIMENTS.parent}", **variables}
    return subprocess.Popen([sys.executable, tiny, *options], env=environment, text=True, start_new_session=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out


def results(tiny: Path) -> pd.DataFrame:
    return pd.read_csv(tiny.with_name("tiny.csv"))


def test_every_run_is_done_once_side_by_side(tiny: Path) -> None:
    assert "6 runs added" in said(start(tiny, "--explore", "3", "--jobs", "2"))
    table = results(tiny)
    found = {(row.variant, row.unit): row.value for row in table.itertuples()}
    assert found == {(name, unit): size + unit for name, size in (("small", 1), ("large", 100)) for unit in range(3)}
    assert len(table) == 6
    assert 1 <= table["process"].nunique() <= 2
    assert table["by_epoch"].unique() == ["0.100 0.250"]
    assert set(table["plans"]) == {"exploration"}
    assert "0 runs added" in said(start(tiny, "--explore", "3"))


def test_it_goes_on_after_ctrl_c_and_a_torn_line(tiny: Path) -> None:
    stopped = start(tiny, "--explore", "3", "--jobs", "1", SLOW="yes")
    file = tiny.with_name("tiny.csv")
    for _ in range(600):
        if file.is_file() and len(file.read_text().splitlines()) == 3:
            break
        time.sleep(0.1)
    os.killpg(stopped.pid, signal.SIGINT)
    _, errors = stopped.communicate(timeout=120)
    assert stopped.returncode == 1
    assert errors.splitlines()[-1] == "Stopped. Finished runs are kept; start it again to go on."
    with file.open("a") as stream:
        stream.write("small,1,2")
    assert "small                                    1 of 3 units" in said(start(tiny, "--explore", "3", "--status"))
    assert "4 runs added" in said(start(tiny, "--explore", "3"))
    assert len(results(tiny)) == 6


def test_it_runs_what_is_planned_and_each_row_says_for_which_plan(tiny: Path) -> None:
    assert "4 runs added" in said(start(tiny))
    table = results(tiny)
    assert set(table["unit"]) == {2, 3}
    (plan,) = set(table["plans"])
    assert len(plan) == 8
    # two units have no interval: undecided, so that the second look is due
    assert "2 runs added" in said(start(tiny, "--look", "2"))
    assert set(results(tiny)["plans"]) == {plan}


def test_another_backend_has_its_own_file_for_the_claims_that_want_it(tiny: Path, jax: dict[str, str]) -> None:
    assert "0 runs added" in said(start(tiny, **jax))
    claim = tiny.parent / "claims" / "sizes" / "more.toml"
    claim.write_text(CLAIM.replace("[2, 3]}", "[2, 3]}\nagain_on = 'jax'"))
    assert "4 runs added" in said(start(tiny, **jax))
    assert not tiny.with_name("tiny.csv").exists()
    table = pd.read_csv(tiny.with_name("jax") / "tiny.csv")
    assert table["versions"].str.match(r"jax=\S+ keras=\S+ numpy=\S+$").all()


def test_a_backend_that_is_not_known_or_not_there_is_said(tiny: Path) -> None:
    unknown = start(tiny, "--status", KERAS_BACKEND="theano")
    assert unknown.communicate(timeout=120)[1] == "KERAS_BACKEND: expected tensorflow or jax, received 'theano'\n"
    assert unknown.returncode == 1


def test_units_that_were_there_before_the_plan_and_rows_of_another_plan_are_errors(tiny: Path) -> None:
    said(start(tiny, "--explore", "3"))
    late = start(tiny)
    assert re.match(r"tiny.csv:\d: 'large', unit 2, was run before the plan", late.communicate(timeout=120)[1])
    assert late.returncode == 1
    tiny.with_name("tiny.csv").unlink()
    said(start(tiny))
    claim = tiny.parent / "claims" / "sizes" / "more.toml"
    claim.write_text(CLAIM.replace("matters = 1", "matters = 2"))
    stale = start(tiny, "--look", "2")
    assert re.search(r"tiny.csv:2: .* is stale", stale.communicate(timeout=120)[1])
    assert stale.returncode == 1
