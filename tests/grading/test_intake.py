"""What was handed in is looked at before anything opens it; each fault gets one sentence that says what to do."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.gradebook.intake import UnreadableError, read_submission


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "red-wine.ipynb"


def refused(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_submission(path)
    return str(caught.value)


def test_a_notebook_is_read(path: Path) -> None:
    nbformat.write(new_notebook(cells=[new_code_cell("1 + 1")]), path)
    assert read_submission(path).cells[0].source == "1 + 1"


def test_an_empty_folder(path: Path) -> None:
    assert "red-wine.ipynb is missing; the folder is empty. Hand in" in refused(path)


def test_another_name(path: Path) -> None:
    path.with_name("final (2).ipynb").write_text("{}", encoding="utf-8")
    assert "the folder holds final (2).ipynb" in refused(path)


def test_a_link_to_somewhere_else(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("{}", encoding="utf-8")
    path.symlink_to(secret)
    assert "is a link" in refused(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a complete notebook file"),
        (b'{"cells": [{"cell_ty', "not a complete notebook file"),
        (b"\xff\xfe\x00", "not a complete notebook file"),
        (b"[" * 100_000, "not a complete notebook file"),
        (b"[]", "it has no cells"),
        (b'{"name": "not a notebook"}', "it has no cells"),
        (b"<!DOCTYPE html><html></html>", "not a complete notebook file"),
        (b'{"cells": [{"cell_type": "code"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "not a valid"),
        (b'{"cells": [], "metadata": {}, "nbformat": 99, "nbformat_minor": 0}', "not a valid"),
    ],
)
def test_bytes_that_are_no_notebook(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    sentence = refused(path)
    assert said in sentence
    assert "red-wine.ipynb" in sentence
    assert "\n" not in sentence


def test_a_file_too_large_to_open(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(51 << 20)
    assert "larger than 50 MB. Clear its outputs" in refused(path)
