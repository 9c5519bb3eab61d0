"""Other names for what a library has are spelt out in the text of a program, where they mean nothing else."""

import pytest

from autograder.anatomy.source import read_source

MODULES = "import numpy as np\nfrom tensorflow import keras\nfrom keras.layers import Dense\n"


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("load = keras.utils.load_img\nload('a')", "keras.utils.load_img('a')"),
        ("FC = Dense\nFC(3)", "\nDense(3)"),
        ("def f():\n    load = np.load\n    return load('a')", "return np.load('a')"),
        ("load = np.load\ndef f(load):\n    return load('a')", "return load('a')"),
        ("load = np.load\ndef load(name):\n    return 1\nload('a')", "\nload('a')"),
        ("load = np.load\nload = keras.utils.load_img\nload('a')", "\nload('a')"),
        ("for load in (np.load, np.loadtxt):\n    load('a')", "    load('a')"),
        ("np = Mine()\nload = np.load\nload('a')", "\nload('a')"),
        ("model = make()\nask = model.predict\nask(x)", "\nask(x)"),
    ],
)
def test_a_call_under_another_name(code, whole):
    assert read_source(MODULES + code).text.whole.endswith(whole)


def test_a_call_stays_where_it_stands():
    text = read_source(MODULES + "load = keras.utils.load_img\nx = load('a')").text
    (call,) = text.calls({"load_img"})
    assert text.place(call.func).line == 5
    assert text.place(call.func).column == 4
