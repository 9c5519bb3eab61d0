"""A chapter as a downloaded notebook: where something is missing, one sentence says what to do."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from autograder import environment

ROOT = Path(__file__).resolve().parents[1]
CHAPTER = (ROOT / "chapters" / "red-wine.md").read_text(encoding="utf-8")
FIRST_CELL = re.search(
    r"^```\{code-cell\} python\n:tags: \[remove-cell\]\n(.*?)^```$", CHAPTER, re.MULTILINE | re.DOTALL
)[1]


def run(code: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *options, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )


def test_without_the_package_the_first_cell_says_in_one_sentence_what_to_do(tmp_path):
    done = run(FIRST_CELL, tmp_path, "-S")  # -S: no installed package is found
    assert done.returncode != 0
    assert "During handling" not in done.stderr
    assert re.search(
        r"^ModuleNotFoundError: This notebook needs .*pip install '\.\[book\]'\.$", done.stderr, re.MULTILINE
    )


def test_with_the_package_it_says_nothing(tmp_path):
    done = run(FIRST_CELL, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_chapters_were_written_with_the_locked_keras():
    locked = re.search(
        r"^keras==(\d+\.\d+)\.", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert locked[1] == environment.KERAS


@pytest.mark.parametrize("package", ["keras", "scikit-learn", "myst-nb"])
def test_a_missing_package_is_named(monkeypatch, package):
    def lacking(name):
        if name == package:
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(environment, "version", lacking)
    with pytest.raises(ModuleNotFoundError, match=rf"^This notebook needs {package}: .*pip install '\.\[book\]'\.$"):
        environment.prepare_chapter()


@pytest.mark.parametrize(("found", "told"), [("3.150.0", True), ("4.0.0", True), ("3.15.9", False)])
def test_another_keras_is_told_in_one_sentence(monkeypatch, capsys, found, told):
    monkeypatch.setattr(environment, "version", lambda _: found)
    environment.prepare_chapter()
    assert (f"Keras 3.15; you have {found}: numbers may differ" in capsys.readouterr().out) == told
