"""The distance predictor: what the recorded runs must say for the chapter to be true."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

RESULTS = Path(__file__).resolve().parents[1] / "experiments" / "results"
ADVICE = ["linear", "adam", "linear-adam", "batch-32", "more-layers", "more-nodes", "more-of-both", "all-but-scaling"]


def by_seed(name: str, column: str = "r2") -> pd.DataFrame:
    """One measurement with a row for each seed and a column for each variant."""
    return pd.read_csv(RESULTS / f"{name}.csv").pivot_table(column, "seed", "variant")


@pytest.mark.parametrize("name", ["distance_asked", "distance_causes"])
def test_results_have_enough_seeds_and_no_run_twice(name):
    table = pd.read_csv(RESULTS / f"{name}.csv")
    assert not table.duplicated(["variant", "seed"]).any()
    assert table.groupby("variant").size().min() >= 5
    assert table["versions"].str.contains("keras=").all()
    assert table.notna().all().all()


def test_as_asked_every_input_gets_the_same_answer_near_the_mean():
    table = pd.read_csv(RESULTS / "distance_asked.csv").query("variant == 'as-asked'")
    assert (table["highest"] - table["lowest"]).max() < 0.002
    assert table["lowest"].between(0.2, 0.32).all()
    assert table["sd_ratio"].max() < 0.005


@pytest.mark.parametrize("advice", ADVICE)
def test_no_advice_but_scaling_ends_the_constant_answer(advice):
    assert by_seed("distance_asked")[advice].max() < 0.05
    assert by_seed("distance_asked", "sd_ratio")[advice].max() < 0.05


def test_scaled_inputs_alone_do_and_the_linear_head_then_helps():
    score = by_seed("distance_asked")
    assert score["scaled"].min() > 0.3
    assert (score["scaled-linear"] - score["scaled"]).median() > 0.02


def test_the_inputs_need_both_a_small_offset_and_a_spread():
    score = by_seed("distance_causes")
    assert score["standardised"].min() > 0.96
    assert score["centred-only"].median() < 0.05  # a few runs begin to move
    assert score["spread-only"].median() < 0


def test_a_sigmoid_fails_only_where_targets_exceed_it():
    score = by_seed("distance_causes")
    assert (score["sigmoid"] - score["standardised"]).abs().max() < 0.02
    assert (score["linear-beyond"] - score["sigmoid-beyond"]).min() > 0.15
