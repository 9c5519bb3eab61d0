"""What a program keeps under a name stands where it reads it, in its text; what may change stays a name."""

import pytest

from autograder.anatomy.source import read_source
from autograder.anatomy.text import KNOWN_AS

READS = "import argparse, json\nimport keras\nfrom dataclasses import dataclass\nfrom types import SimpleNamespace\n"

KEPT = {
    "a name": "RATE = 0.5\nlayer(RATE)",
    "a name of a function": "def main():\n    rate = 0.5\n    layer(rate)",
    "two at once": "units, rate = 8, 0.5\nlayer(rate)",
    "below zero": "SHIFT = -0.5\nlayer(-SHIFT)",
    "a dictionary": "CFG = {'rate': 0.5, 'units': 8}\nlayer(CFG['rate'])",
    "dict": "cfg = dict(rate=0.5)\nlayer(cfg['rate'])",
    "a namespace": "cfg = SimpleNamespace(rate=0.5)\nlayer(cfg.rate)",
    "a class": "class Config:\n    rate = 0.5\nlayer(Config.rate)",
    "an object of it": "@dataclass\nclass Config:\n    rate: float = 0.5\ncfg = Config()\nlayer(cfg.rate)",
    "an object with another value": "class Config:\n    rate: float = 0.1\ncfg = Config(rate=0.5)\nlayer(cfg.rate)",
    "the command line": "p = argparse.ArgumentParser()\n"
    "p.add_argument('-r', '--drop-rate', type=float, default=0.5)\n"
    "args = p.parse_args()\nlayer(args.drop_rate)",
    "given to a function": "cfg = dict(rate=0.5)\ndef build(cfg):\n    layer(cfg['rate'])\nbuild(cfg)",
    "a flag": "flags.DEFINE_float('rate', 0.5, 'how much')\nFLAGS = flags.FLAGS\nlayer(FLAGS.rate)",
    "an argument": "def build(rate):\n    layer(rate)\nbuild(0.5)",
    "an argument of all calls": "def build(rate, units):\n    layer(rate)\nbuild(0.5, 8)\nbuild(units=4, rate=0.5)",
    "a default": "def build(rate=0.5):\n    layer(rate)\nbuild()",
    "handed on": "def build(rate):\n    layer(rate)\ndef main(share):\n    build(share)\nmain(share=0.5)",
    "an attribute": "class Task:\n    def __init__(self, cfg):\n        self.cfg = cfg\n"
    "    def run(self):\n        layer(self.cfg['rate'])\ncfg = {'rate': 0.5}\nTask(cfg).run()",
}
MAY_CHANGE = {
    "two values": "RATE = 0.5\nlayer(RATE)\nRATE = 0.1",
    "counted": "rate = 0.5\nlayer(rate)\nrate += 0.1",
    "another argument": "rate = 0.5\ndef build(rate):\n    layer(rate)\nbuild(0.1)",
    "a loop": "rate = 0.5\nfor rate in (0.1, 0.5):\n    layer(rate)",
    "an entry is set": "cfg = {'rate': 0.5}\ncfg['rate'] = 0.1\nlayer(cfg['rate'])",
    "some entry is set": "cfg = {'rate': 0.5}\ncfg[name] = 0.1\nlayer(cfg['rate'])",
    "updated": "cfg = {'rate': 0.5}\ncfg.update(json.load(file))\nlayer(cfg['rate'])",
    "an attribute is set": "class Config:\n    rate = 0.5\nConfig.rate = 0.1\nlayer(Config.rate)",
    "set by its name": "cfg = SimpleNamespace(rate=0.5)\nsetattr(cfg, name, 0.1)\nlayer(cfg.rate)",
    "arguments that cannot be read": "class Config:\n    rate: float = 0.5\ncfg = Config(**given)\nlayer(cfg.rate)",
    "another is given": "cfg = dict(rate=0.5)\ndef build(cfg):\n    layer(cfg['rate'])\nbuild(other)",
    "two calls": "def build(rate):\n    layer(rate)\nbuild(0.5)\nbuild(0.1)",
    "a call without it": "def build(rate=0.1):\n    layer(rate)\nbuild(0.5)\nbuild()",
    "changed in the function": "def build(rate):\n    rate = json.load(file)\n    layer(rate)\nbuild(0.5)",
    "an argument of an inner function": "def build(rate):\n    return lambda rate: layer(rate)\nbuild(0.5)",
    "called by others": "def build(rate):\n    layer(rate)\nbuild(0.5)\nlist(map(build, rates))",
    "decorated": "@option('--rate')\ndef build(rate):\n    layer(rate)\nbuild(0.5)",
    "a method": "class Task:\n    def build(self, rate):\n        layer(rate)\nbuild(0.5)",
    "arguments under stars": "def build(units, rate):\n    layer(rate)\nbuild(8, 0.5)\nbuild(*given)",
    "by itself": "def build(rate):\n    layer(rate)\n    build(rate / 2)\nbuild(0.5)",
    "no default": "p = argparse.ArgumentParser()\n"
    "p.add_argument('--rate', type=float)\nargs = p.parse_args()\nlayer(args.rate)",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_setting_stands_where_it_is_read(name):
    text = read_source(READS + KEPT[name]).text
    (call,) = text.calls({"layer"})
    assert "0.5" in text.whole.split("layer(")[1].split("\n")[0]
    assert call.args[0].lineno == READS.count("\n") + KEPT[name][: KEPT[name].index("layer(")].count("\n") + 1


@pytest.mark.parametrize("name", MAY_CHANGE)
def test_what_may_change_stays_a_name(name):
    text = read_source(READS + MAY_CHANGE[name]).text
    assert "0.5" not in text.whole.split("layer(")[1].split("\n")[0]


def test_a_setting_keeps_the_name_that_tells_what_it_is_for():
    (call,) = read_source(f"{READS}EPOCHS = 30\nlayer(EPOCHS)").text.calls({"layer"})
    assert getattr(call.args[0], KNOWN_AS) == "EPOCHS"


def test_a_condition_and_an_index_keep_the_argument_that_they_ask_about():
    program = "def build(kind, rate):\n    if kind == 'slow':\n        layer(kind, rows[rate])\nbuild('slow', 0.5)"
    assert "if kind == 'slow':\n        layer('slow', rows[rate])" in read_source(READS + program).text.whole


@pytest.mark.parametrize("told", ["\\t", "\n", "\\", 'it\'s "so"', "\x1b[0m"])
def test_a_text_may_be_read_in_an_f_string(told):
    program = read_source(
        f"{READS}TOLD = {told!r}\nlayer(f'{{TOLD}}.')\ndef say(told):\n    layer(f'{{told}}!')\nsay({told!r})"
    )
    assert program.failures == ()
    assert len(list(program.text.calls({"layer"}))) == 2


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
