"""Plenty of pairs (5000), a linear head, Adam, batches of 32: only the inputs differ. Then only the head."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from distance import AS_ASKED, STANDARDISED, Recipe, Scaling, run
from runner import Experiment, main

GOOD = Recipe(head="linear", optimizer="adam", batch_size=32, epochs=40, pairs=5000, scaling=STANDARDISED)
SCALINGS = {
    # offset and spread, one at a time: neither, the spread, the offset, both mended
    "as-asked": AS_ASKED,
    "spread-only": Scaling(divide=None),
    "centred-only": Scaling(centre=True),
    "standardised": STANDARDISED,
    # degrees, as the map gives them
    "degrees": Scaling(divide=1),
    "degrees-centred": Scaling(centre=True, divide=1),
    # how much is too much
    "times-.1": replace(STANDARDISED, times=0.1),
    "times-.01": replace(STANDARDISED, times=0.01),
    "times-.001": replace(STANDARDISED, times=0.001),
    "plus-10": replace(STANDARDISED, plus=10),
    "plus-100": replace(STANDARDISED, plus=100),
}
RECIPES = {name: replace(GOOD, scaling=scaling) for name, scaling in SCALINGS.items()} | {
    # is a small spread the end, or only a slow start?
    "as-asked-200": replace(GOOD, scaling=AS_ASKED, epochs=200),
    "centred-only-200": replace(GOOD, scaling=Scaling(centre=True), epochs=200),
    # is it the amount of data?
    "asked-5000": Recipe(epochs=4, pairs=5000),
    "scaled-500": replace(GOOD, pairs=500, epochs=400),
    "scaled-87": replace(GOOD, pairs=87, epochs=2083),  # as many steps
    # the head: on targets below 1, on targets of which a part is above 1, and on plain metres
    "sigmoid": replace(GOOD, head="sigmoid"),
    "sigmoid-beyond": replace(GOOD, head="sigmoid", metres=30_000),
    "linear-beyond": replace(GOOD, metres=30_000),
    "sigmoid-metres": replace(GOOD, head="sigmoid", metres=1),
}
EXPERIMENT = Experiment("distance_causes", {name: partial(run, recipe) for name, recipe in RECIPES.items()})

if __name__ == "__main__":
    main(EXPERIMENT)
