"""The asker's network on 87 pairs: one piece of advice at a time, all of it, and the advice that nobody accepted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from distance import STANDARDISED, Recipe, run
from runner import Experiment, main

ASKED = Recipe()
SCALED = Recipe(scaling=STANDARDISED)
RECIPES = {
    "as-asked": ASKED,
    # the accepted answer, and what else was advised
    "linear": replace(ASKED, head="linear"),
    "adam": replace(ASKED, optimizer="adam"),
    "linear-adam": replace(ASKED, head="linear", optimizer="adam"),
    "batch-32": replace(ASKED, batch_size=32),
    "more-layers": replace(ASKED, depth=4),
    "more-nodes": replace(ASKED, units=400),
    "more-of-both": replace(ASKED, depth=4, units=400),
    "all-but-scaling": replace(ASKED, head="linear", optimizer="adam", batch_size=32, depth=4, units=400),
    # the learning rate: the object that was never passed, passed; lower and higher than the default of .01
    "sgd-1e-8": replace(ASKED, rate=1e-8),
    "sgd-.001": replace(ASKED, rate=0.001),
    "sgd-.1": replace(ASKED, rate=0.1),
    # standardised inputs
    "scaled": SCALED,
    "scaled-linear": replace(SCALED, head="linear"),
    "scaled-adam": replace(SCALED, optimizer="adam"),
    "scaled-linear-adam": replace(SCALED, head="linear", optimizer="adam"),
    "scaled-linear-adam-32": replace(SCALED, head="linear", optimizer="adam", batch_size=32),
    "scaled-sgd-1e-8": replace(SCALED, rate=1e-8),
    # as long as the asker waited
    "as-asked-1000": replace(ASKED, epochs=1000),
    "linear-1000": replace(ASKED, head="linear", epochs=1000),
}
EXPERIMENT = Experiment("distance_asked", {name: partial(run, recipe) for name, recipe in RECIPES.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
