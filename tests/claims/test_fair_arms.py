"""Where the learning rate could be the cause, each arm of a comparison has its own best one."""

from __future__ import annotations

import pandas as pd

from autograder import ledger


def test_a_network_on_raw_wines_is_compared_at_the_best_rate_that_the_exploration_found():
    table = pd.read_csv(ledger.RESULTS / "red_wine_rates.csv").query("plans == 'exploration'")
    arms = table.groupby("variant")["val_mae_last_10"].mean().groupby(lambda name: name.rpartition("-")[0])
    compared = {name for one in ledger.claim("red-wine/bn-raw-features").findings for name in one.effect.variants}
    assert compared <= set(arms.idxmin())
    assert (arms.size() >= 4).all()
