"""An experiment's command line: every run once, several at a time, and on again after an interruption."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"
TINY = """
import os, time
from functools import partial
from pathlib import Path

import runner
from runner import Experiment, Outcome, main

runner.RESULTS = Path(__file__).parent


def run(size, seed):
    if os.environ.get("SLOW") and seed:
        time.sleep(60)
    return Outcome({"value": size + seed, "process": os.getpid()}, {"by_epoch": [0.1, 0.25]})


EXPERIMENT = Experiment("tiny", {"small": partial(run, 1), "large": lambda seed: run(100, seed)}, seeds=3)

if __name__ == "__main__":
    main(EXPERIMENT)
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "tiny.py").write_text(TINY)
    return tmp_path / "tiny.py"


def start(tiny: Path, *options: str, **variables: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(EXPERIMENTS), **variables}
    return subprocess.Popen([sys.executable, tiny, *options], env=environment, text=True, start_new_session=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out


def results(tiny: Path) -> pd.DataFrame:
    return pd.read_csv(tiny.with_name("tiny.csv"))


def test_every_run_is_done_once_side_by_side(tiny: Path) -> None:
    assert "6 runs added" in said(start(tiny, "--jobs", "2"))
    table = results(tiny)
    found = {(row.variant, row.seed): row.value for row in table.itertuples()}
    assert found == {(name, seed): size + seed for name, size in (("small", 1), ("large", 100)) for seed in range(3)}
    assert len(table) == 6
    assert 1 <= table["process"].nunique() <= 2
    assert table["by_epoch"].unique() == ["0.100 0.250"]
    assert "0 runs added" in said(start(tiny))


def test_it_goes_on_after_ctrl_c_and_a_torn_line(tiny: Path) -> None:
    stopped = start(tiny, "--jobs", "1", SLOW="yes")
    file = tiny.with_name("tiny.csv")
    for _ in range(600):
        if file.is_file() and len(file.read_text().splitlines()) == 3:
            break
        time.sleep(0.1)
    os.killpg(stopped.pid, signal.SIGINT)
    _, errors = stopped.communicate(timeout=30)
    assert stopped.returncode == 1
    assert errors.splitlines()[-1] == "Stopped. Finished runs are kept; start it again to go on."
    with file.open("a") as stream:
        stream.write("small,1,2")
    assert "small                                    1 of 3 seeds" in said(start(tiny, "--status"))
    assert "4 runs added" in said(start(tiny))
    assert len(results(tiny)) == 6
