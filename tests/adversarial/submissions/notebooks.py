"""Damaged and forged notebooks, and files beside them. The code in them, where there is any, is harmless."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from ..hostile import Handed, hostile

LOADS = "model = keras.saving.load_model('own.keras')\nhistory = None\n"
"""A right model; so all points must come."""
FULL = 10
UNDEFINED = "raised NameError: “name 'model' is not defined”"


def _replace(handed: Handed, content: bytes | str) -> None:
    """Hand in this in place of the notebook."""
    handed.nb.cells = []
    handed.notebook.write_bytes(content if isinstance(content, bytes) else content.encode())


def _plain(handed: Handed) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(nbformat.writes(handed.nb))
    return plain


@hostile("The cell 'model' was changed and was put back", points=FULL)
def check_edited_but_right(handed: Handed) -> str:
    """The locked cell is edited to check nothing; a right model is there, so its points come."""
    handed.cell("model").source = "pass"
    return LOADS


@hostile("The cell 'model' was deleted from the notebook and was put back")
def cells_deleted(handed: Handed) -> None:
    """All cells that nbgrader knows are deleted."""
    handed.nb.cells = [cell for cell in handed.nb.cells if "nbgrader" not in cell.metadata]


@hostile(UNDEFINED)
def cells_reordered(handed: Handed) -> str:
    """The check comes before the model: it has nothing to check."""
    handed.nb.cells.reverse()
    handed.nb.cells.insert(0, new_code_cell("import autograder as ag"))
    return "print('too late')"


@hostile(UNDEFINED)
def skips_by_tags(handed: Handed) -> str:
    """Tags that tell nbclient to skip cells, and to forgive exceptions."""
    for cell in handed.nb.cells:
        cell.metadata["tags"] = ["skip-execution", "raises-exception", "remove-cell"]
    return "pass"


@hostile("The cell 'model' was changed and was put back")
def check_as_text(handed: Handed) -> str:
    """The check becomes text with an attachment, and so do not run."""
    handed.cell("model").update(cell_type="markdown", attachments={"a.png": {"image/png": "AAAA"}})
    for key in ("outputs", "execution_count"):
        handed.cell("model").pop(key)
    return "pass"


@hostile("The cell 'explain' was changed and was put back")
def text_as_code(handed: Handed) -> str:
    """The written answer becomes code that says what it is worth."""
    handed.cell("explain").update(cell_type="code", source="2.0", outputs=[], execution_count=None)
    return "pass"


@hostile("The notebook holds the cell 'model' 2 times")
def ids_twice(handed: Handed) -> str:
    """The check's id is given to a second cell, which prints full marks."""
    handed.nb.cells.append(new_code_cell("10.0", metadata=dict(handed.cell("model").metadata)))
    return "pass"


@hostile("raised")
def points_raised(handed: Handed) -> str:
    """All cells are worth a thousand points, and there are new ones, graded by nbgrader's own rule."""
    for name in ("model", "explain"):
        handed.cell(name).metadata["nbgrader"].update(points=1000, solution=False, locked=False, grade=True)
    for name in ("bonus", "model2"):
        metadata = {"schema_version": 3, "grade": True, "locked": False, "solution": False, "points": 1000}
        handed.nb.cells.append(new_code_cell("1000.0", metadata={"nbgrader": {**metadata, "grade_id": name}}))
    return "raise ValueError('nothing to show')"


@hostile(UNDEFINED)
def metadata_of_odd_kinds(handed: Handed) -> str:
    """nbgrader's metadata with lists for names, words for numbers, other versions, and nothing at all."""
    odd: list[Any] = [
        7, [], "x", {}, {"grade_id": [1]}, {"grade_id": {"a": 1}, "grade": True}, {"grade": True, "solution": True},
        {"schema_version": 99, "grade_id": "x", "grade": True, "locked": True, "solution": False},
        {"schema_version": "3", "grade_id": "../..", "grade": "yes", "locked": 1, "solution": None, "points": "all"},
    ]  # fmt: skip
    handed.nb.cells += [new_code_cell("pass", metadata={"nbgrader": metadata}) for metadata in odd]
    handed.nb.cells += [new_markdown_cell("text", metadata={"nbgrader": metadata}) for metadata in odd]
    handed.cell("explain").metadata["nbgrader"].update(checksum=5, points="all")
    return "pass"


@hostile("came without the history", points=FULL)
def other_kernel(handed: Handed) -> str:
    """A kernel that is not sandboxed, or is no Python at all."""
    handed.nb.metadata.update(
        kernelspec={"name": "python3", "display_name": "x", "language": "bash"},
        language_info={"name": "bash", "pygments_lexer": "../../x"},
        autograder_remarks=["A remark of my own: full marks."],
        widgets={"x": [1]},
    )
    return LOADS


@hostile("left no model")
def verdict_in_the_file(handed: Handed) -> str:
    """Outputs in the file say what the verdict should say; the check is silenced."""
    for cell in handed.nb.cells:
        if cell.cell_type == "code":
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "10.0"})]
    return "ag.check = lambda *_: 10.0\nmodel = history = None"


@hostile("was deleted from the notebook")
def version_3(handed: Handed) -> None:
    """A notebook of the format before last, whose cells are in worksheets."""
    _replace(handed, json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": []}]}))


@hostile("was left as it was released")
def version_99(handed: Handed) -> None:
    """A notebook of a format that does not exist."""
    _replace(handed, json.dumps({**_plain(handed), "nbformat": 99}))


@hostile("cells; at most")
def many_cells(handed: Handed) -> None:
    """A hundred thousand empty cells."""
    plain = _plain(handed)
    plain["cells"] += [new_raw_cell("", id="x")] * 100_000
    _replace(handed, json.dumps(plain))


@hostile("was left as it was released")
def deep_metadata(handed: Handed) -> None:
    """Metadata that Python's JSON can read and its own copying cannot."""
    deep: list[Any] = []
    for _ in range(450):
        deep = [deep]
    plain = _plain(handed)
    plain["metadata"]["deep"] = deep
    _replace(handed, json.dumps(plain))


@hostile("is not a complete notebook file")
def endless_json(handed: Handed) -> None:
    """Brackets that no parser closes."""
    _replace(handed, '{"cells": ' + "[" * 5_000_000)


@hostile("is not text in UTF-8")
def not_utf_8(handed: Handed) -> None:
    """Bytes that are no text."""
    _replace(handed, nbformat.writes(handed.nb).encode().replace(b"model", b"\xff\xfe"))


@hostile("came without the history", points=FULL)
def half_characters(handed: Handed) -> None:
    """Halves of characters in code, text and ids: no file can hold them. The model is right."""
    handed.answer(f"half = '\ud800'\n{LOADS}")
    handed.cell("explain").source = "\udfff"
    _replace(handed, json.dumps(handed.nb))


@hostile("larger than 50 MB")
def huge(handed: Handed) -> None:
    """A file that is mostly holes."""
    _replace(handed, b"{")
    os.truncate(handed.notebook, 1 << 40)


@hostile("is a link")
def notebook_that_links(handed: Handed) -> None:
    """The notebook is a link to an honest student's."""
    handed.nb.cells = []
    handed.notebook.symlink_to(
        Path(handed.host["course"]) / "submitted/honest/distance-predictor" / handed.notebook.name
    )


@hostile("is a link")
def folder_that_links(handed: Handed) -> None:
    """The whole submission is a link to an honest student's."""
    handed.nb.cells = []
    shutil.rmtree(handed.folder)
    handed.folder.symlink_to(Path(handed.host["course"]) / "submitted/honest/distance-predictor")


@hostile("is not a regular file")
def notebook_that_is_a_folder(handed: Handed) -> None:
    """The notebook is a folder."""
    handed.nb.cells = []
    handed.notebook.mkdir()
    (handed.notebook / handed.notebook.name).write_text("{}")


@hostile("is not a regular file")
def notebook_that_is_a_pipe(handed: Handed) -> None:
    """The notebook is a pipe: whoever opens it waits for ever."""
    handed.nb.cells = []
    os.mkfifo(handed.notebook)


@hostile("raised FileNotFoundError")
def files_that_link(handed: Handed) -> str:
    """Links beside the notebook, to be copied by the grader: to a secret, to the home folder, to another student."""
    (handed.folder / "secret.txt").symlink_to(Path(handed.host["home"]) / "secret.txt")
    (handed.folder / "home").symlink_to(handed.host["home"])
    (handed.folder / "other").symlink_to(Path(handed.host["course"]) / "submitted/honest")
    return """
import glob
for name in glob.glob("**", recursive=True):
    print(name)
for name in ("home/secret.txt", "other/distance-predictor/distance-predictor.ipynb", "secret.txt"):
    try:
        print(open(name).read())
    except OSError as error:
        problem = error
raise problem
"""


@hostile("came without the history", points=FULL)
def pipes_and_dates(handed: Handed) -> str:
    """Pipes beside the notebook, one of them where nbgrader looks for the time."""
    os.mkfifo(handed.folder / "timestamp.txt")
    os.mkfifo(handed.folder / "data")
    return LOADS


@hostile("came without the history", points=FULL)
def a_date_that_is_none(handed: Handed) -> str:
    """A time of handing in that is none."""
    (handed.folder / "timestamp.txt").write_bytes(b"\xff yesterday 99999999999999999999 \0")
    return LOADS


@hostile("came without the history", points=FULL)
def names_of_files(handed: Handed) -> str:
    """Names that are no text, end lines, or are markup."""
    for name in (
        b"\xff\xfe.txt",
        b"a\nb.txt",
        b"<img src=x onerror=alert(1)>.txt",
        b"\x1b[2J.txt",
        b"-rf",
        b"x" * 250,
    ):
        Path(os.fsdecode(os.fsencode(handed.folder) + b"/" + name)).write_text("x")
    return LOADS


@hostile("is missing; the folder holds")
def names_instead_of_a_notebook(handed: Handed) -> None:
    """The same names without a notebook: the message lists them."""
    names_of_files(handed)
    (handed.folder / "![x](x.png)").write_text("x")
    handed.nb.cells = []


@hostile("The files beside the notebook are larger than 50 MB")
def much_beside(handed: Handed) -> str:
    """A file beside the notebook that is mostly holes."""
    (handed.folder / "holes.bin").touch()
    os.truncate(handed.folder / "holes.bin", 1 << 40)
    return "pass"


@hostile("came without the history", points=FULL)
def modules_beside(handed: Handed) -> str:
    """Modules and settings that whoever works in this folder would run: the judge, nbgrader, Jupyter."""
    code = f"open({handed.host['home'] + '/written-by-a-module.txt'!r}, 'w').write('x')\n"
    for name in ("numpy", "keras", "json", "autograder", "sitecustomize", "usercustomize", "nbgrader_config",
                 "jupyter_config", "rubric"):  # fmt: skip
        (handed.folder / f"{name}.py").write_text(code)
    (handed.folder / "nbgrader_config.json").write_text("{")
    return LOADS


@hostile("raised RuntimeError: “what the course gives what the course gives")
def course_files_replaced(handed: Handed) -> str:
    """Files in place of the course's own: one of the same name, a file for a folder, a folder for a file."""
    (handed.folder / "given.txt").write_text("changed")
    (handed.folder / "given").write_text("a file where the course has a folder")
    (handed.folder / "notes.txt").mkdir()
    (handed.folder / "notes.txt" / "x").write_text("a folder where the course has a file")
    return "raise RuntimeError(open('given.txt').read() + open('given/more.txt').read() + open('notes.txt').read())"
