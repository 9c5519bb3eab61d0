"""The recorded runs, as a chapter reads them."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from autograder.datasets import DataError, recorded, red_wine
from autograder.datasets.runs import results_folder
from autograder.exercises import exercise_names

ROOT = Path(__file__).resolve().parents[2]

NAMES = sorted(path.stem for path in results_folder().glob("*.csv"))


@pytest.mark.parametrize("name", NAMES)
def test_every_curve_is_a_list_of_numbers_as_long_as_its_experiment_has_epochs(name):
    table = recorded(name)
    assert {"variant", "unit"} <= set(table)
    for column in table.columns[table.columns.str.endswith("_by_epoch")]:
        curves = table[column]
        assert all(isinstance(value, float) for curve in curves for value in curve), column
        assert (curves.str.len() >= 1).all(), column


def test_a_curve_ends_where_the_metrics_say():
    table = recorded("red_wine_small")
    last_ten = table["val_mae_by_epoch"].map(lambda curve: sum(curve[-10:]) / 10)
    assert (last_ten - table["val_mae_last_10"]).abs().max() < 0.001


@pytest.mark.parametrize("name", ["red-wine", "", "red_wine_small.csv"])
def test_another_name_is_refused_with_the_names_there_are(name):
    with pytest.raises(DataError, match=r"no recorded runs named .*distance_asked, .*red_wine_small"):
        recorded(name)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("variant,loss_by_epoch\na,0.1 0.2\nb,\n", "float"),
        ("variant,loss_by_epoch\na,0.1 oops\n", "oops"),
        ("", "No columns"),
    ],
)
def test_a_damaged_file_is_named(tmp_path, monkeypatch, table, reason):
    (tmp_path / "mine.csv").write_text(table)
    monkeypatch.setattr("autograder.datasets.runs.results_folder", lambda: tmp_path)
    with pytest.raises(DataError, match=rf"mine\.csv cannot be read \(.*{reason}"):
        recorded("mine")


def test_an_installed_package_brings_its_own_results(tmp_path, monkeypatch):
    results = tmp_path / "experiments" / "results"
    results.mkdir(parents=True)
    monkeypatch.setattr("autograder.shipped._PACKAGE", tmp_path)
    assert results_folder() == results


def test_a_wheel_has_data_exercises_and_results_where_they_are_looked_for(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    zipfile.ZipFile(next(tmp_path.glob("*.whl"))).extractall(tmp_path / "installed")
    code = """
        from autograder.datasets import files, recorded, red_wine
        from autograder.exercises import exercise_names, exercises_folder
        print(files.data_folder(), exercises_folder())
        print(len(red_wine()[0].target), len(recorded("red_wine_small")), *exercise_names())
    """
    call = [sys.executable, "-c", textwrap.dedent(code)]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run(call, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
    folders, found = done.stdout.splitlines()
    assert all(folder.startswith(str(tmp_path)) for folder in folders.split())
    assert found == " ".join(
        map(str, [len(red_wine()[0].target), len(recorded("red_wine_small")), *exercise_names()])
    )
