"""What a variable was last given, in a notebook of several cells."""

import ast
import json

import pytest

from autograder.anatomy.source import read_file


def read_cells(tmp_path, *cells):
    file = tmp_path / "program.ipynb"
    listed = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells]
    file.write_text(json.dumps({"cells": listed, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return read_file(file).text


@pytest.mark.parametrize(
    ("cells", "given"),
    [
        (("x, y = load('a')", "use(x)", "x, y = scale(x), y"), "load('a')"),
        (("x, y = load('a')", "x, y = scale(x), y", "use(x)"), "scale(x)"),
        (("x, y = load('a')", "use(x)\nx, y = scale(x), y"), "load('a')"),
        (("x = load('a')", "use(x)", "x = scale(x)"), "load('a')"),
        (("x, y = load('a')", "x, y = load('b')\ndef f():\n    return use(x)"), None),
        (("x, y = load('a')", "x, y = scale(x), y", "(x, y), z = load('b')", "use(x)"), None),
        (("x, y = load('a')", "for x in y:\n    pass", "use(x)"), None),
    ],
)
def test_the_last_value_above_in_whichever_cell(tmp_path, cells, given):
    text = read_cells(tmp_path, *cells)
    call = next(text.calls({"use"}))
    value, _ = text.latest("x", call)
    assert (None if value is None else ast.unparse(value)) == given
