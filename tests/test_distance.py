"""The distance predictor: what the recorded runs must say for the chapter to be true."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

RESULTS = Path(__file__).resolve().parents[1] / "experiments" / "results"


def by_seed(name: str, column: str = "r2") -> pd.DataFrame:
    """One measurement with a row for each seed and a column for each variant."""
    return pd.read_csv(RESULTS / f"{name}.csv").pivot_table(column, "unit", "variant")


def test_as_asked_every_input_gets_the_same_answer_near_the_mean():
    table = pd.read_csv(RESULTS / "distance_asked.csv").query("variant == 'as-asked'")
    assert (table["highest"] - table["lowest"]).max() < 0.002
    assert table["lowest"].between(0.2, 0.32).all()
    assert table["sd_ratio"].max() < 0.005


def test_the_inputs_need_both_a_small_offset_and_a_spread():
    score = by_seed("distance_causes")
    assert score["standardised"].min() > 0.96
    assert score["centred-only"].median() < 0.05  # a few runs begin to move
    assert score["spread-only"].median() < 0
