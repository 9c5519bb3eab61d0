"""Every rule speaks exactly where its page and its corpus say."""

import re
from pathlib import Path

import pytest

from autograder import ledger
from autograder.anatomy.source import read_source
from autograder.rules import FAMILIES, Level, all_rules, diagnose

CORPUS = Path(__file__).parent / "corpus"
HEAD = (
    "import numpy as np; import keras; import tensorflow as tf; import pandas as pd; "
    "from keras import Sequential, Model, Input, layers, optimizers, losses, callbacks"
)
PARTS = [
    (path, part) for path in sorted(CORPUS.glob("*/*.py")) for part in re.split(r"(?m)^# %% ", path.read_text())[1:]
]
MARK = re.compile(r"# ← ([\w/, -]+)$")
RULES = list(all_rules().values())
FORM = re.compile(
    r"# .+\n\n\*\*What it sees\.\*\* .+\n\*\*Why it hurts\.\*\* .+\n\*\*Example\.\*\*\n\n```python\n(.+)```\n\n"
    r"\*\*Instead\.\*\*.*\n\n```python\n(.+)```\n",
    re.DOTALL,
)


def lines_found(text, rule):
    """The lines on which a rule speaks."""
    program = read_source(text)
    assert not program.failures
    return [finding.fault.place.line for finding in diagnose(program, [rule])]


def lines_marked(text, name):
    return [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := MARK.search(line)) and name in mark[1].split(", ")
    ]


def test_every_family_has_rules():
    assert {rule.family for rule in RULES} == set(FAMILIES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_has_its_form_and_its_examples_are_right(rule):
    example, instead = FORM.fullmatch(rule.page).groups()
    assert lines_marked(example, "here")
    assert lines_found(example, rule) == lines_marked(example, "here")
    found = diagnose(read_source(instead))
    assert [finding.rule.id for finding in found if finding.rule.id == rule.id] == []
    assert [finding.rule.id for finding in found if finding.rule.level is Level.ERROR] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.speaks_for], ids=lambda rule: rule.id)
def test_a_rule_speaks_for_rules_that_say_no_more(rule):
    levels = list(Level)
    assert all(levels.index(all_rules()[name].level) >= levels.index(rule.level) for name in rule.speaks_for)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_to_do(rule):
    assert rule.title[0].islower() or rule.title.split()[0].isupper()
    assert rule.instead.endswith(".")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.claims], ids=lambda rule: rule.id)
def test_a_warning_was_measured_to_hurt(rule):
    """And what was not is no warning: the ledger decides. Until its plan has run, what the exploration points to."""
    found = [finding for name in rule.claims for finding in ledger.claim(name).findings]
    assert any(map(hurts, found)) or rule.level is not Level.WARNING


def hurts(finding: ledger.Finding) -> bool:
    margin = finding.plan.margin
    points_to_it = finding.basis == "exploration" and margin and finding.low > 0 and finding.median >= margin.matters
    return finding.outcome in ("helps", "always") or bool(points_to_it)


def test_every_warning_names_what_measured_it_or_is_exact():
    assert [rule.id for rule in RULES if rule.level is Level.WARNING and not rule.claims and not rule.exact] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.exact], ids=lambda rule: rule.id)
def test_an_exact_rule_has_a_run_that_proves_it(rule):
    name = rule.id.replace("/", "_").replace("-", "_")
    assert f"def test_{name}(" in (CORPUS.parent / "test_proofs.py").read_text()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_corpus_with_bad_and_good_parts(rule):
    name = rule.id.partition("/")[2].replace("-", "_")
    parts = [part for path, part in PARTS if path == CORPUS / rule.family / f"{name}.py"]
    bad = [part for part in parts if lines_marked(part, rule.id)]
    assert len(bad) >= 2
    assert len(parts) - len(bad) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])\n"
        'model.compile(loss="mse", optimizer="adam")\nmodel.fit(np.random.rand(10, 8), np.random.rand())',
        "for number, layer in enumerate():\n    layer.trainable = False",
        "weights = {number: 1 / count for number, count in enumerate()}\nmodel.fit(x, y, class_weight=weights)",
        "x = np.lib.stride_tricks.sliding_window_view()\ny_train = series[23:]",
        "model.fit(flow(), steps_per_epoch=len())\nkeras.layers.Dropout()",
    ],
)
def test_what_python_or_keras_would_refuse_stops_no_rule(text):
    diagnose(read_source("import keras\nimport numpy as np\n" + text))


@pytest.mark.parametrize(
    ("path", "part"), PARTS, ids=[f"{path.parent.name}/{path.stem}: {part.splitlines()[0]}" for path, part in PARTS]
)
def test_the_corpus(path, part):
    rule = all_rules()[f"{path.parent.name}/{path.stem.replace('_', '-')}"]
    text = HEAD + part[part.index("\n") :]
    assert lines_found(text, rule) == lines_marked(text, rule.id)
