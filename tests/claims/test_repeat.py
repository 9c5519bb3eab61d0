"""Some of the recorded runs, run again: the experiments still do what their results say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"
SEED = 1
PLANNED = 11  # there was no exploration on another backend
# cheap ones, by the column cpu_seconds: about half a minute in all
SAMPLE = {
    "distance_asked": ["linear"],
    "distance_causes": ["standardised"],
    "red_wine_small": ["standardised-dropout-64"],
    "red_wine_build": ["line"],
    "fabric_curves": ["good"],
    "exact": ["loss-and-metric", "no-gradient-both"],
    "rules_head": ["sigmoid-on-exclusive-classes: fault"],
    "rules_activation": ["softmax-hidden: fault"],
    "rules_order": ["dropout-on-input: instead"],
    "rules_training": ["shuffle-off: fault"],
    "rules_scaling": ["divided-twice: fault"],
    "rules_shape": ["channels-first-shape: instead"],
    "loss_and_metrics": ["line", "never"],
    "bn_or_not": ["few-bn"],
    "first_epochs": ["few-updates"],
    "conv_overfitting_exact": ["all"],
}
ON_JAX = ("red_wine_chapter", "dropout-only-bias")
REPEAT = """
import json, sys
from importlib import import_module
sample, seed = json.loads(sys.argv[1]), int(sys.argv[2])
found = {
    name: {variant: dict(import_module(name).EXPERIMENT.variants[variant](seed).metrics) for variant in variants}
    for name, variants in sample.items()
}
print(json.dumps(found, default=float))
"""
ROUNDING = 0.01  # where all seeds agree


Metrics = dict[str, float]


def measured_now(sample: dict[str, list[str]], seed: int, **variables: str) -> dict[str, dict[str, Metrics]]:
    """The metrics of a sample, in a process of its own: the experiments set the number of threads."""
    call = [sys.executable, "-c", REPEAT, json.dumps(sample), str(seed)]
    done = subprocess.run(
        call, cwd=EXPERIMENTS, env=os.environ | variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def repeated() -> dict[str, dict[str, Metrics]]:
    return measured_now(SAMPLE, SEED)


@pytest.mark.parametrize(("name", "variant"), [(name, variant) for name in SAMPLE for variant in SAMPLE[name]])
def test_a_run_repeats_within_what_seeds_and_machines_differ(repeated, name, variant):
    table = pd.read_csv(EXPERIMENTS / "results" / f"{name}.csv").query("variant == @variant")
    check_among(table, repeated[name][variant])


def test_a_run_on_another_backend_repeats_too(jax):
    name, variant = ON_JAX
    found = measured_now({name: [variant]}, PLANNED, **jax)
    table = pd.read_csv(EXPERIMENTS / "results" / "jax" / f"{name}.csv").query("variant == @variant")
    check_among(table, found[name][variant])


def check_among(table: pd.DataFrame, metrics: Metrics) -> None:
    for measure, value in metrics.items():
        # another processor rounds otherwise, and training magnifies that up to the difference of another seed
        low, high = table[measure].min(), table[measure].max()
        slack = max(high - low, ROUNDING)
        assert low - slack <= value <= high + slack, measure
