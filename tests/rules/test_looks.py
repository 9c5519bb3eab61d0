"""Looks at the text of a program: where their findings stand, what they cost, and that none can stop the others."""

import ast
import json
from dataclasses import replace

import pytest

from autograder.anatomy.source import read_source
from autograder.rules import Level, Rule, all_rules, diagnose
from autograder.rules.looks import dataflow

PROGRAM = "import keras\nmodel = keras.Sequential()\nmodel.fit(x, y)\n"


def rule(look):
    return Rule(Level.NOTE, "a rule", "Do it.", text=look, id="training/a-rule")


@pytest.mark.parametrize("margin", ["", "  "])
def test_a_finding_stands_in_its_cell_by_the_characters_of_the_file(margin):
    cells = ("import keras", 'größe = 1; model.save_weights("w.h5")')
    page = "\n\n".join(f"{margin}```{{code-cell}}\n{margin}{code}\n{margin}```" for code in cells)
    (found,) = diagnose(read_source(page, "page.md"), [all_rules()["keras3/file-ending"]])
    place = found.place
    assert (place.cell, place.end_column - place.column) == (1, len('"w.h5"'))
    assert page.splitlines()[place.line - 1][place.column :].startswith('"w.h5"')


def test_two_rules_share_what_one_look_saw():
    asked = []

    def look(text):
        asked.append(text)
        yield from (("This trains.", call) for call in text.calls({"fit"}))

    found = diagnose(read_source(PROGRAM), [rule(look), rule(look)])
    assert [finding.place.line for finding in found] == [3]
    assert len(asked) == 1


def test_a_rule_speaks_for_another_on_its_line_and_nowhere_else():
    program = read_source(PROGRAM.replace("x, y)", "x, y); model.fit(x, y)") + "model.fit(x, y)\n")

    def first_line(text):
        yield from (("This trains.", call) for call in text.calls({"fit"}) if call.lineno == 3)

    def every_line(text):
        yield from (("This trains, too.", call) for call in text.calls({"fit"}))

    exact = replace(rule(first_line), id="training/exact", speaks_for=("training/a-rule",))
    found = [(finding.rule.id, finding.place.line) for finding in diagnose(program, [rule(every_line), exact])]
    assert found == [("training/exact", 3), ("training/exact", 3), ("training/a-rule", 4)]


def test_a_look_that_is_nested_too_deeply_is_silent():
    def look(text):
        yield from look(text)

    assert diagnose(read_source(PROGRAM), [rule(look)]) == []


def test_what_is_too_much_to_follow_has_no_text():
    followed, given_up = read_source(PROGRAM), read_source(PROGRAM + "x = " + "-" * 400 + "1")
    assert [failure.kind for failure in given_up.failures] == ["budget"]
    assert (len(followed.text.all(ast.Call)), given_up.text.all(ast.Call)) == (2, [])


def test_what_one_cell_unpacks_is_known_in_another_although_a_function_has_a_variable_of_that_name():
    cells = ("def prepare():\n    data = {}\n    return data, 1", "data, scale = prepare()", "rows = data['test']")
    page = "\n\n".join(f"```{{code-cell}}\n{code}\n```" for code in cells)
    text = read_source(f"{page}\n\n```{{code-cell}}\nimport keras\n```", "page.md").text
    value, where = text.latest("data", text.values["rows"][0])
    assert ast.unparse(value) == "prepare()"
    assert ast.unparse(where) == "data, scale = prepare()"
    assert ast.unparse(text.latest("rows", text.functions["prepare"])[0]) == "data['test']"


@pytest.mark.parametrize(
    ("program", "held"),
    [
        ("def make():\n    return np.ones(8)\ny = make()", "np.ones(8)"),
        ('def make():\n    """Ones."""\n    return np.ones(8)\ny = make()', "np.ones(8)"),
        ("def make():\n    return np.ones(8)\ny = make()\nz = make()", "make()"),
        ("def make(n=8):\n    return np.ones(n)\ny = make()", "make()"),
        ("def make():\n    print(1)\n    return np.ones(8)\ny = make()", "make()"),
        ("def make():\n    return x.T\nx = one\nx = x[:8]\ny = make()", "make()"),
        ("@cache\ndef make():\n    return np.ones(8)\ny = make()", "make()"),
        ("def make():\n    return np.ones(8)\nmake = other\ny = make()", "make()"),
    ],
)
def test_a_variable_holds_what_a_function_of_one_line_gives_that_is_called_once(program, held):
    text = read_source(f"import keras\nimport numpy as np\n{program}\nstr(y)").text
    use = next(text.calls({"str"})).args[0]
    assert ast.unparse(text.resolved(use)) == ast.unparse(text.latest("y", use)[0]) == held


def use_in(program):
    """The text of a program, and what it asks ``str`` about."""
    text = read_source(f"import keras\n{program}").text
    call = next(text.calls({"str"}))
    return text, call.args[0], call


@pytest.mark.parametrize(
    ("program", "values"),
    [
        ("x = load()\nstr(x)", ["load()"]),
        ("x = load()\nx = x.T\nstr(x)", ["x.T"]),
        ("x, y = load()\nstr(y)", ["load()"]),
        ("def load():\n    return read('x'), read('y')\nx, y = load()\nstr(y)", ["read('y')"]),
        ("x, z, y, w = train_test_split(rows, answers)\nstr(w)", ["answers"]),
        ("def show(a, b):\n    str(b)\nshow(x, y)\nshow(b=z, a=x)", ["y", "z"]),
        ("class Show:\n    def __init__(self, a):\n        str(a)\nShow(x)", ["x"]),
        ("def show(a, b=2):\n    b = a\n    str(b)\nshow(x)", ["a"]),
        ("str(x)", []),
    ],
)
def test_what_stands_behind_a_variable(program, values):
    text, node, call = use_in(program)
    assert [ast.unparse(value) for value, _ in dataflow.behind(text, node.id, call)] == values


@pytest.mark.parametrize(
    ("program", "name", "certain"),
    [
        ("x = load()\ny = x\nstr(y)", "load()", "load()"),
        ("x = load()\nif small:\n    x = x[:9]\nstr(x)", "x[:9]", "x"),
        ("def show(a):\n    str(a)\nx = load()\nshow(x)", "load()", "load()"),
        ("def show(a):\n    str(a)\nx = load()\nif small:\n    show(x)", "load()", "load()"),
        ("def show(a):\n    str(a)\nshow(x)\nshow(y)", "a", "a"),
        ("class Shown:\n    def show(self, a):\n        str(a)\nother.show(x)", "a", "a"),
        ("def show(a):\n    str(a)\n    show(a)", "a", "a"),
    ],
)
def test_what_a_variable_is_another_name_of(program, name, certain):
    text, node, call = use_in(program)
    assert ast.unparse(dataflow.unfolded(text, node, call)) == name
    assert ast.unparse(dataflow.named(text, node, call)[0]) == certain


def test_a_value_is_traced_through_functions_that_call_each_other():
    text, node, call = use_in("def a(x):\n    return b(x)\ndef b(x):\n    return a(x + 1)\ny = a(first)\nstr(y)")
    assert {"first", "x"} <= {getattr(part, "id", "") for part in dataflow.traced(text, node, call)}


def test_where_a_value_is_written_down():
    program = "def load():\n    rows = read()\n    return rows\ndef again():\n    return load()\nx = again()\nstr(x)"
    assert ast.unparse(dataflow.written_down(*use_in(program))[0]) == "read()"


def test_the_text_of_a_notebook_says_what_its_labels_are():
    code = (
        "import keras, pandas as pd\n"
        "table = pd.read_csv('a.csv')\n"
        "head = keras.layers.Dense(table['grade'].nunique(), activation='softmax')\n"
        "model = keras.Sequential([keras.layers.Dense(8, activation='relu'), head])\n"
        "model.compile('adam', 'sparse_categorical_crossentropy')\n"
        "model.fit(table[['a', 'b']].values, table['grade'].values)\n"
    )
    for words, lines in (
        ("Grade 1 is low, 2 medium and 3 high.", [6]),
        ("Grade 0 is none. Grade 1 is low, 2, 3 high.", []),
    ):
        cells = [
            {"cell_type": "markdown", "metadata": {}, "source": words},
            {"cell_type": "code", "metadata": {}, "source": code, "outputs": [], "execution_count": None},
        ]
        page = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        found = diagnose(read_source(page, "page.ipynb"), [all_rules()["head/classes-against-units"]])
        assert [finding.place.line for finding in found] == lines
