# ruff: noqa: E501  # hostile programs, a line each
"""What only running could tell stays unknown; broken and hostile programs end quickly, with a failure at most."""

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.anatomy.source import Program, read_file, read_source
from autograder.anatomy.unknown import AsksUnknown, Unknown, is_known
from autograder.rules import diagnose

ROOT = Path(__file__).resolve().parents[2]
HEAD = """
import random, sys
import numpy as np
import keras
from keras.layers import *
model = keras.Sequential([Input((4,)), Dense(8, activation='relu')])
"""


def kinds(program, name="model"):
    return [operation.kind for operation in program.model(name).anatomy.operations]


@pytest.mark.parametrize(
    "lines",
    [
        "if random.random() < 0.5:\n    model.add(Dropout(0.5))",
        "if len(sys.argv) > 1:\n    model.add(Dense(3))\nelse:\n    model.add(Dense(4))",
        "while len(model.layers) < 4:\n    model.add(Dense(3))",
        "for units in sys.argv:\n    model.add(Dense(3))",
        "for units in [1, 2, 3]:\n    if random.random() < 0.5:\n        break\n    model.add(Dense(units))",
        "for units in range(10 ** 6):\n    model.add(Dense(3))",
        "model.add(their_layer(3))",
        "from blocks import head\nmodel.add(head)",
        "from blocks import add_head\nadd_head(model)",
        "parts = [Dropout(0.1), Dense(3)]\nrandom.shuffle(parts)\nfor part in parts:\n    model.add(part)",
        "try:\n    model.add(Dense(3))\n    risky()\nexcept ValueError:\n    model.add(Dense(5))",
        "model.add(Dense(3) if random.random() < 0.5 else Dropout(0.1))",
        "model.add(Lambda(lambda x: x * 2))",
        "model.add(Bidirectional(TheirCell(3)))",
        "eval('model.add(Dense(3))')\nmodel.add(eval('Dense(3)'))",
        "for _ in range(3):\n    if random.random() < 0.5:\n        continue\n    model.add(Dense(2))",
        "model.add(getattr(keras.layers, sys.argv[1])(3))",
        "model.add(Dense(*sys.argv))",
        "match sys.argv:\n    case []:\n        model.add(Dense(3))",
    ],
)
def test_layers_that_may_be_there_are_one_unknown_operation(lines):
    program = read_source(f"{HEAD}{lines}\nmodel.add(Dense(1))")
    assert program.failures == ()
    assert kinds(program) == ["input", "dense", "activation", "unknown", "dense"]


def test_a_layer_that_may_have_been_taken_away_is_unknown():
    program = read_source(f"{HEAD}random.random() < 0.5 and model.pop()\nmodel.add(Dense(1))")
    assert kinds(program) == ["input", "unknown", "dense"]


@pytest.mark.parametrize(
    ("layer", "setting"),
    [
        ("Dense(int(input()))", "units"),
        ("Dense(np.random.randint(3, 9))", "units"),
        ("Dense(len(open('names').readlines()))", "units"),
        ("Dense(units=sys.maxsize if random.random() < 0.5 else 3)", "units"),
        ("Dropout(float(sys.argv[1]))", "rate"),
        ("Dense(3, kernel_regularizer=own(0.1))", "kernel_regularizer"),
        ("Dense(10 ** 10 ** 10)", "units"),
        ("Dense(3 / 0)", "units"),
        ("Dense(undefined)", "units"),
    ],
)
def test_an_unknown_setting_stays_unknown(layer, setting):
    program = read_source(f"{HEAD}model.add({layer})")
    operation = program.model("model").anatomy.operations[3]
    assert isinstance(operation.settings[setting], Unknown)
    other = read_source(f"{HEAD}\n\nmodel.add({layer})")
    assert program.model("model").anatomy != other.model("model").anatomy


@pytest.mark.parametrize("activation", ["sys.argv[1]", "own", "lambda x: x", "their.activation"])
def test_an_unknown_activation_is_an_unknown_operation(activation):
    program = read_source(f"def own(x): return x\n{HEAD}model.add(Dense(3, activation={activation}))")
    assert kinds(program)[3:] == ["dense", "unknown"]


@pytest.mark.parametrize("shape", ["X.shape[1:]", "(X.shape[1],)", "(len(X),)", "shape"])
def test_an_unknown_input_shape_is_unknown(shape):
    program = read_source(f"{HEAD}X = np.load('x.npy')\nnet = keras.Sequential([Dense(3, input_shape={shape})])")
    entry = program.model("net").anatomy.operations[0]
    assert not is_known(entry.settings["shape"])


def test_the_unknown_refuses_to_be_asked():
    with pytest.raises(AsksUnknown):
        bool(Unknown("x"))
    with pytest.raises(AsksUnknown):
        Unknown("x") < 3  # noqa: B015
    with pytest.raises(AsksUnknown):
        max(3, Unknown("x"))
    assert Unknown("x") != Unknown("x")
    assert not is_known((1, [Unknown("x")]))


def test_a_compile_that_may_not_happen_is_not_certain():
    program = read_source(f"{HEAD}if random.random() < 0.5:\n    model.compile('sgd', 'mse')\nmodel.fit(1, 2)")
    training = program.model("model").training
    assert [event.certain for event in training.events] == [False, True]
    assert isinstance(training.compiled_for(training.fits[0]), Unknown)


def test_an_optimizer_that_depends_is_unknown_and_used():
    program = read_source(f"""{HEAD}
from keras.optimizers import SGD, Adam
opt = SGD(0.1) if random.random() < 0.5 else Adam()
model.compile(opt, 'mse')
""")
    assert isinstance(program.model("model").training.compiles[0].optimizer, Unknown)
    assert [optimizer.used for optimizer in program.optimizers] == [True, True]


def test_a_model_that_goes_elsewhere_is_not_complete():
    for line in ("train(model)", "store = {}\nstore[name] = model", "GridSearch(estimator=model)", "model.weights"):
        program = read_source(f"{HEAD}model.compile('sgd', 'mse')\n{line}")
        assert not program.model("model").training.complete
        assert program.model("model").complete


def test_a_training_loop_counts_its_fits_as_uncertain():
    program = read_source(f"{HEAD}for epoch in range(10 ** 5):\n    model.train_on_batch(x, y)\n")
    assert [(fit.method, fit.certain) for fit in program.model("model").training.fits] == [("train_on_batch", False)]


def test_values_that_change_in_a_loop_are_unknown():
    program = read_source(f"{HEAD}n = 1\nwhile random.random() < 0.5:\n    n += 1\n    model.fit(1, 2, epochs=n)\n")
    (fit,) = program.model("model").training.fits
    assert isinstance(fit.epochs, Unknown)


HOSTILE = {
    "power": "x = 10 ** 10 ** 10 ** 10",
    "long text": "x = 'a' * 10 ** 9",
    "long list": "x = [0] * 10 ** 9",
    "large shift": "x = 1 << 10 ** 9",
    "large number": "x = " + "9" * 100_000,
    "format": "x = '%1000000000d' % 3; y = f'{3:1000000000}'",
    "doubling text": "x = 'ab'\n" + "x = x + x\n" * 200,
    "doubling tuple": "x = (1, 2)\n" + "x = (x, x)\n" * 200 + "import keras\nkeras.layers.Dense(x)\nm = keras.Sequential(x)",
    "doubling list": "x = [1]\n" + "x = [x, x]\n" * 100 + "import keras\nm = keras.Sequential(); m.fit(x, x); f(x); m.add(x)",
    "list in itself": "x = []\nx.append(x)\nimport keras\nm = keras.Sequential(x)\nm.fit(x)\nf(x)",
    "table in itself": "x = {}\nx['x'] = x\nimport keras\nkeras.Sequential().fit(x)",
    "model in itself": "import keras\nm = keras.Sequential()\nm.add(m)\nm.trainable = False\nm.layers[0].compile('sgd')",
    "models in a ring": "import keras\na = keras.Sequential()\nb = keras.Sequential([a])\na.add(b)\na.add(keras.layers.Dense(1))",
    "recursion": "def f(x): return f(x + 1) + f(x - 1)\nf(1)",
    "mutual recursion": "def f(x): return g(x) + g(x)\ndef g(x): return f(x) + f(x)\nf(1)",
    "recursive lambda": "f = lambda g: g(g)\nf(f)",
    "recursive class": "class A:\n    def __init__(self): self.a = A()\n    @property\n    def b(self): return self.b\nA().b",
    "class of itself": "class A: pass\nclass A(A): pass\nclass A(A): pass\nA().x",
    "infinite loop": "while True:\n    x = 1",
    "nested loops": "for a in range(99):\n  for b in range(99):\n    for c in range(99):\n      for d in range(99):\n        x = a",
    "nested whiles": "".join("  " * n + "while f():\n" for n in range(18)) + "  " * 18 + "x = 1",
    "nested ifs": "\n".join("if f():\n    x = 1\nelse:\n    x = 2" for _ in range(300)),
    "deep ifs": "".join("  " * n + "if f():\n" for n in range(90)) + "  " * 90 + "x = 1",
    "nested tries": "".join("  " * n + "try:\n" for n in range(15)) + "  " * 15 + "x = f()\n"
    + "".join("  " * n + "except E:\n" + "  " * n + "  x = 2\n" for n in reversed(range(15))),
    "parentheses": "x = " + "(" * 5000 + ")" * 5000,
    "brackets": "x = " + "[" * 190 + "]" * 190,
    "long sum": "x = " + " + ".join(["1"] * 20_000),
    "long chain": "x = a" + ".b()" * 20_000,
    "many nots": "x = " + "not " * 5_000 + "1",
    "deep comprehension": "x = [" + " ".join(f"for a{n} in range(99)" for n in range(5)).join(["1 ", "]"]),
    "long range": "x = list(range(10 ** 18)); y = [n for n in range(10 ** 12)]; z = range(1, 2, 0)",
    "many layers": "import keras\nm = keras.Sequential()\nfor a in range(90):\n  for b in range(90):\n    m.add(keras.layers.Dense(1))",
    "wide graph": "import keras\nx = keras.Input((2,))\nfor n in range(90):\n  x = keras.layers.add([x, x])\nm = keras.Model(x, x)",
    "exponential models": "import keras\nx = keras.Input((2,))\nm = keras.Model(x, x + x)\n"
    + "y = keras.Input((2,))\nm = keras.Model(y, m(m(m(m(y)))))\n" * 12,
    "calls of calls": "def f0(): return 1\n" + "".join(f"def f{n}(): return f{n - 1}() + f{n - 1}()\n" for n in range(1, 60)) + "f59()",
    "arguments": "def f(*a, **k): return f(*a, *a, **k)\nf(1, 2)",
    "self-importing": "from . import x\nfrom .. import *\nimport a.b.c as d\nd.e.f(d)",
    "odd targets": "a, (b, *c), d[0], e.f = range(3)\n[a] = 1, 2\n(x) = *y, = z",
    "deleted": "import keras\ndel keras\nkeras.Sequential()\ndel nothing, a[0], b.c",
    "null byte": "x = 1\0",
    "surrogate": "x = '\ud800'",
    "no program": "\x00\x01\x02",
    "empty": "",
    "long file": "x = 1\n" * 170_000,
    "too long a file": "x = 1\n" * 400_000,
    "generators": "def f():\n    while True:\n        yield f()\nfor x in f(): pass\n[*f()]",
    "globals": "def f():\n    global x\n    nonlocal_ = x\n    x = f\nf()",
    "decorated": "@f(1)(2)\ndef g(x: 1 = 2, /, *, y: 3 = 4) -> 5: ...\ng(1)(2)(3)",
    "odd shapes": "import keras\nkeras.Input('x'); keras.Input(-1); keras.Input(10 ** 40); keras.Input(((1,),))\n"
    "m = keras.Sequential([keras.layers.Dense(input_shape=3, units='x'), keras.layers.Conv2D(None, {}, strides=[])])",
    "odd arguments": "import keras\nkeras.Sequential(1, 2, 3, 4, 5).add().compile(*1, **2).fit(x=keras)\nkeras.Model(1, 2)(3)",
    "odd old arguments": "from keras.layers import *\nConvolution2D(1, 2, 3, 4, 5, 6, 7, 8)\nmerge()\nmerge(mode=[])\nadd()\nInput()",
    "odd wrappers": "from keras.layers import *\nm = Sequential([Bidirectional(Dense(3)), Bidirectional(x), Bidirectional(1), TimeDistributed(x),\n"
    "TimeDistributed(), Bidirectional(TimeDistributed(LSTM(3))), RNN(x), RNN([LSTMCell(3)]), SpectralNormalization(Dense)])",
    "odd math": "import math, numpy as np\nmath.ceil('x', 3); math.sqrt(-1); np.prod((1, 'a')); round(1, 2, 3); int('9' * 9999)",
    "odd methods": "''.join([1]); 'a'.split(''); [].pop(); [].insert('x'); {}.get([]); {}.update(1); (1).bit_length(); sorted([1, ''])",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_programs_end_quickly(name):
    begin = time.process_time()
    program = read_source(HOSTILE[name])
    assert time.process_time() - begin < 20  # a hundredfold of what it takes: only an explosion is a failure
    assert isinstance(program, Program)
    assert "reader" not in {failure.kind for failure in program.failures}
    assert repr(program)


def test_what_is_too_large_to_follow_leaves_nothing_but_unknowns():
    program = read_source(f"{HEAD}model.compile('sgd', 'mse')\n{HOSTILE['calls of calls']}\n")
    assert [failure.kind for failure in program.failures] == ["budget"]
    assert kinds(program) == ["unknown"]
    assert not program.model("model").training.complete


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"\xff\xfe\x00", "a.py", "unreadable"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'", "a.py", None),
        (b"# coding: nonsense\nx = '\xe9'", "a.py", "unreadable"),
        (b"# coding: hex\nx = '\xe9'", "a.py", "unreadable"),
        (b"\xef\xbb\xbfx = 1", "a.py", None),
        (b"def f(:", "a.py", "syntax"),
        (b"{", "a.ipynb", "notebook"),
        (b"[1]", "a.ipynb", "notebook"),
        (b'{"cells": 3}', "a.ipynb", "notebook"),
        (b'{"cells": [3]}', "a.ipynb", "notebook"),
        (b'{"cells": [{"cell_type": "code", "source": 3}]}', "a.ipynb", "notebook"),
        (b"[" * 100_000, "a.ipynb", "notebook"),
        (b'{"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1"]}]}]}', "a.ipynb", None),
        (b"# only prose\n```\nnot python\n```", "a.md", None),
        (b"```{code-cell}\nx = (\n", "a.md", "syntax"),
    ],
)
def test_broken_files_are_one_failure(content, name, kind, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    assert [failure.kind for failure in read_file(path).failures] == ([kind] if kind else [])


def test_no_file_is_a_failure(tmp_path):
    for path in (tmp_path, tmp_path / "missing.py", "a\0b.py"):
        assert [failure.kind for failure in read_file(path).failures] == ["unreadable"]


def test_a_broken_cell_does_not_lose_the_others():
    sources = ["import keras", "model = keras.Sequential(", "net = keras.Sequential([keras.layers.Dense(3)])"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    program = read_source(json.dumps({"cells": cells}), "a.ipynb")
    assert [(failure.kind, failure.place.cell) for failure in program.failures] == [("syntax", 1)]
    assert program.model("net").complete
    script = "# %%\n" + "\n# %%\n".join(sources)
    program = read_source(script)
    assert [(failure.kind, failure.place.line) for failure in program.failures] == [("syntax", 4)]
    assert program.model("net").complete


def test_python_2_is_read_and_reported_once():
    program = read_source("""
from keras.models import Sequential
from keras.layers.core import Dense
print "building", \\
    "a model"
try:
    model = Sequential()
except Exception, error:
    raise ValueError, "no"
model.add(Dense(3, input_dim=4))
for layer in model.layers: print layer
print
""")
    assert [(failure.kind, failure.fatal, failure.place.line) for failure in program.failures] == [
        ("python2", False, 4)
    ]


def test_the_reader_imports_nothing_heavy():
    code = (
        "import sys\n"
        "import autograder.anatomy.source as source\n"
        "source.read_source('import keras\\nkeras.Sequential([keras.layers.Dense(3)])')\n"
        "print(*sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"tensorflow", "keras", "numpy", "nbformat", "jupytext"}
    assert not {name.partition(".")[0] for name in found} & heavy


spec = importlib.util.spec_from_file_location("fuzz_source", ROOT / "scripts" / "fuzz_source.py")
fuzz_source = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fuzz_source)
SEEDS = fuzz_source.corpus(ROOT / "tests" / "anatomy" / "programs")


@settings(max_examples=300)
@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 2**32))
def test_a_damaged_program_never_raises(name, seed):
    text = fuzz_source.mutated(SEEDS[name], seed, list(SEEDS.values()))
    program = read_source(text, name)
    assert "reader" not in {failure.kind for failure in program.failures}
    for model in program.models:
        assert model.anatomy == model.anatomy
        assert str(model.anatomy)
        assert hash(model.anatomy)
    assert repr(program)
    assert diagnose(program) == diagnose(program)
