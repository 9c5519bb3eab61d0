"""What was handed in is looked at before anything opens it; each fault gets one sentence that says what to do."""

import contextlib
import json
import os
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.gradebook import journal
from autograder.gradebook.beside import files_in
from autograder.gradebook.intake import (
    MAX_BYTES,
    MOST_FILES,
    MOST_READ,
    UnreadableError,
    _notebooks,
    handed_in,
    read_submission,
    regular_files,
)


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


def notebook_for(exercise: str, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=[new_code_cell(f'ag.check("{exercise}", model)')]), path)
    return path


@pytest.mark.parametrize(
    "name", ["red-wine (1).ipynb", "lovelaceada_12345_678_red-wine.ipynb", "red-wine/red-wine.ipynb"]
)
def test_a_renamed_or_unzipped_notebook_is_found_if_it_is_the_only_one(name: str, tmp_path: Path) -> None:
    expected = notebook_for("red-wine", tmp_path / name)
    notebook_for("concrete-strength", tmp_path / "another exercise.ipynb")
    assert handed_in(tmp_path, "red-wine") == (
        expected, f"The notebook was handed in as {name!r}; it is the only one here for red-wine."
    )  # fmt: skip


def test_of_two_renamed_notebooks_nobody_knows_which_is_meant(tmp_path: Path) -> None:
    for name in ("one.ipynb", "two.ipynb"):
        notebook_for("red-wine", tmp_path / name)
    assert handed_in(tmp_path, "red-wine") == (tmp_path / "red-wine.ipynb", "")


def test_under_its_own_name_it_is_taken_and_what_else_could_be_meant_is_named(path: Path) -> None:
    path.write_text("no notebook", encoding="utf-8")
    notebook_for("concrete-strength", path.with_name("another exercise.ipynb"))
    assert handed_in(path.parent, "red-wine") == (path, "")
    notebook_for("red-wine", path.with_name("red-wine (1).ipynb"))
    taken, remark = handed_in(path.parent, "red-wine")
    assert taken == path
    assert remark.endswith("is for red-wine, too: 'red-wine (1).ipynb'.")


@pytest.mark.parametrize("name", ["red-wine.ipynb", "red-wine (1).ipynb"])
def test_the_copy_that_jupyter_keeps_is_nobodys_submission(name: str, tmp_path: Path) -> None:
    own = notebook_for("red-wine", tmp_path / name)
    notebook_for("red-wine", tmp_path / ".ipynb_checkpoints" / "red-wine-checkpoint.ipynb")
    taken, remark = handed_in(tmp_path, "red-wine")
    assert taken == own
    assert "checkpoint" not in remark


def test_the_notebook_of_another_exercise_is_called_so(path: Path) -> None:
    notebook_for("concrete-strength", path)
    assert handed_in(path.parent, "red-wine") == (
        path, "The notebook asks for a check of concrete-strength: it is that of another exercise."
    )  # fmt: skip


def test_thousands_of_files_are_refused_before_they_are_read(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(UnreadableError, match=f"There are more than {MOST_FILES} files"):
        files_in(tmp_path)


def test_folders_without_end_are_not_followed(tmp_path: Path) -> None:
    place = tmp_path
    for _ in range(150):
        place /= "a"
    place.mkdir(parents=True)
    (place / "deep.txt").touch()
    (tmp_path / "flat.txt").write_text("x", encoding="utf-8")
    assert files_in(tmp_path) == {"flat.txt": b"x"}


def test_a_path_that_no_program_can_name_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a", encoding="utf-8")
    with contextlib.chdir(tmp_path):
        while len(os.fsencode(Path.cwd())) < 3880:
            os.mkdir("d" * 200)  # noqa: PTH102 (by a short name: the whole path is too long)
            os.chdir("d" * 200)
        with open("f" * 250, "w", encoding="utf-8"):  # noqa: PTH123
            pass
    assert [path.name for path in regular_files(tmp_path)] == ["a"]


def test_holes_beside_a_notebook_are_not_read_without_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(journal, "sha256", lambda file: read.append(file.stat().st_size) or "digest")
    for number in range(20):
        with (path.parent / f"{number}.ipynb").open("wb") as hole:
            hole.truncate(MAX_BYTES)
    journal._fingerprint(path.parent)
    assert sum(read) <= MOST_READ
    assert not list(_notebooks(path.parent))[5:]


def test_a_link_to_somewhere_else(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("{}", encoding="utf-8")
    path.symlink_to(secret)
    assert "is a link" in refused(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b'{"cells": [{"cell_ty', "not a complete notebook file"),
        (b"\xff\xfe{\x00}\x00", "UTF-16"),
        (b'{"cells": "\xe4"}', "not text in UTF-8"),
        (b"[" * 100_000, "not a notebook file"),
        (b"[]", "it has no cells"),
        (b'{"name": "not a notebook"}', "it has no cells"),
        (b"<!DOCTYPE html><html></html>", "is a web page"),
        (b"%PDF-1.7", "is a PDF"),
        (b"PK\x03\x04", "is a zip archive"),
        (b"import keras\n", "not a script"),
        (b'{"cells": []}{"cells": []}', "goes on behind its end, in line 1"),
        (b'{\n "cells": [\n<<<<<<< HEAD\n]}', "merge conflict, the first in line 3"),
        (b"{\n   >>>>>>> mine\n}", "merge conflict, the first in line 2"),
    ],
)
def test_bytes_that_are_no_notebook(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    sentence = refused(path)
    assert said in sentence
    assert "red-wine.ipynb" in sentence
    assert "\n" not in sentence


CODE = {"cell_type": "code", "metadata": {}, "source": ["1 +", " 1"]}
OPENED = {
    "a byte order mark": (b"\xef\xbb\xbf", {"cells": [CODE]}),
    "no outputs and no count": (b"", {"cells": [CODE], "nbformat": 4, "nbformat_minor": 5}),
    "outputs of odd kinds": (
        b"",
        {"cells": [{**CODE, "outputs": [None, 3, {"output_type": "x"}], "execution_count": "*"}]},
    ),
    "ids before there were ids": (b"", {"cells": [{**CODE, "id": "a"}], "nbformat": 4, "nbformat_minor": 4}),
    "the same id twice, and one that is none": (
        b"",
        {"cells": [{**CODE, "id": "a"}, {**CODE, "id": "a"}, {**CODE, "id": "ö/"}]},
    ),
    "keys of other programs": (
        b"",
        {"cells": [{**CODE, "block_group": "x"}], "deepnote": {}, "metadata": {"kernelspec": {}}},
    ),
    "a kernelspec without a name": (b"", {"cells": [CODE], "metadata": {"kernelspec": {"display_name": "R"}}}),
    "metadata of odd kinds": (b"", {"cells": [{**CODE, "metadata": []}], "metadata": None}),
    "version 3": (
        b"",
        {
            "metadata": {"name": "x"},
            "nbformat": 3,
            "nbformat_minor": 0,
            "worksheets": [{"cells": [{"cell_type": "code", "input": "1 + 1", "language": "python", "outputs": []}]}],
        },
    ),
}


@pytest.mark.parametrize("name", OPENED)
def test_whatever_jupyter_opens_is_read(path: Path, name: str) -> None:
    begin, content = OPENED[name]
    path.write_bytes(begin + json.dumps(content).encode())
    notebook = read_submission(path)
    nbformat.validate(notebook)
    assert notebook.cells[0].source == "1 + 1"
    assert not notebook.cells[0].outputs
    assert notebook.metadata.kernelspec.name
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_pasted_pictures_are_kept_and_broken_ones_dropped(path: Path) -> None:
    picture = {"a.png": {"image/png": "AAAA"}}
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:a.png)", "attachments": kept}
        for kept in (picture, {"b.png": "AAAA"}, [])
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    kept, *broken = read_submission(path).cells
    assert kept.attachments == picture
    assert not any(cell.get("attachments") for cell in broken)


def test_a_file_too_large_to_open(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(51 << 20)
    assert "larger than 50 MB. Clear its outputs" in refused(path)


def test_more_code_than_anybody_types(path: Path) -> None:
    """What compiles and colours it would take minutes; pictures in text cells may be as large as they like."""
    code, text = ({"cell_type": kind, "source": "x = 1\n" * 100_000, "metadata": {}} for kind in ("code", "markdown"))
    path.write_text(json.dumps({"cells": [code, code]}), encoding="utf-8")
    assert "1200000 characters of code; at most 1000000 are run" in refused(path)
    path.write_text(json.dumps({"cells": [code, text]}), encoding="utf-8")
    assert len(read_submission(path).cells) == 2
