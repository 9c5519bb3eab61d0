"""The intervals keep their promise, whatever the distribution; how often an outcome is wrong. All is simulated."""

from __future__ import annotations

from functools import cache
from itertools import product
from math import inf
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.ledger import interval, outcome, signed_rank_interval
from autograder.ledger.intervals import each_of

NUMBERS = st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 4)), min_size=1, max_size=30)
EFFECTS, LOOKS = 49, (20, 40)  # the fabric chapter
TRIES = 1000
MARGIN = 1.0


def collapsing(random, shape):
    """Four runs of five differ by about nothing; the fifth has collapsed."""
    return np.where(random.random(shape) < 0.2, 10, 0) + random.normal(size=shape)


SHAPES = {
    "normal": lambda random, shape: random.normal(size=shape),
    "heavy tails": lambda random, shape: random.standard_t(3, shape),
    "skewed": lambda random, shape: random.lognormal(0, 1.5, shape),
    "collapsing": collapsing,
    "few values": lambda random, shape: random.integers(-1, 2, shape).astype(float),
}


@cache
def true_median(name):
    return np.median(SHAPES[name](np.random.default_rng(99), 300_001))


def centred(name, random, shape):
    """Random numbers whose true median is 0."""
    return SHAPES[name](random, shape) - true_median(name)


@pytest.mark.parametrize(
    ("units", "expected"), [(5, (-inf, inf)), (6, (0, 5)), (8, (0, 7)), (9, (1, 7)), (10, (1, 8)), (20, (5, 14))]
)
def test_interval_takes_the_ranks_that_the_units_allow(units, expected):
    assert interval(range(units)) == expected


@pytest.mark.parametrize("units", range(6, 13))
def test_interval_covers_the_true_median_and_the_next_narrower_one_would_not(units):
    # 0 is the true median if each difference is as likely positive as negative
    signs = list(product((-1, 1), repeat=units))
    ranked = [sorted(sign * (size + 1) for size, sign in enumerate(pattern)) for pattern in signs]
    bounds = [interval(values) for values in ranked]
    assert sum(low < 0 < high for low, high in bounds) / len(signs) >= 0.95
    inner = [
        (values[values.index(low) + 1], values[values.index(high) - 1])
        for values, (low, high) in zip(ranked, bounds, strict=True)
    ]
    assert sum(low < 0 < high for low, high in inner) / len(signs) < 0.95


@given(NUMBERS)
def test_interval_holds_the_sample_median_and_turns_with_the_sign(values):
    low, high = interval(values)
    assert low <= median(values) <= high
    assert interval([-value for value in values]) == (-high, -low)


@pytest.mark.parametrize("units", [6, 10])
def test_the_other_interval_covers_the_centre_of_what_is_symmetric(units):
    signs = np.array(list(product((-1, 1), repeat=units)))
    bounds = [signed_rank_interval(list(row * np.arange(1, units + 1.0))) for row in signs]
    assert 0.95 <= np.mean([low < 0 < high for low, high in bounds]) < 1


@pytest.mark.parametrize("name", SHAPES)
def test_the_intervals_of_a_chapter_hold_all_medians_together_at_both_looks(name):
    """The effects of a chapter share a base, so that they depend on each other."""
    random, confidence = np.random.default_rng(1), each_of(EFFECTS * len(LOOKS))
    held = 0
    for _ in range(tries := 100):
        base = centred(name, random, (1, LOOKS[-1])) if name == "normal" else 0  # a sum of others has another median
        differences = centred(name, random, (EFFECTS, LOOKS[-1])) + base
        bounds = [interval(list(row[:look]), confidence) for row in differences for look in LOOKS]
        held += all(low <= 0 <= high for low, high in bounds)
    assert held / tries >= 0.95


@pytest.mark.parametrize("name", ["skewed", "collapsing"])
def test_the_narrower_interval_breaks_its_promise_where_runs_are_not_symmetric(name):
    """Which is why the verdicts do not use it."""
    random = np.random.default_rng(2)
    samples = centred(name, random, (400, 40))
    ours, other = (
        np.mean([low <= 0 <= high for low, high in map(method, samples.tolist())])
        for method in (interval, signed_rank_interval)
    )
    assert ours >= 0.94
    assert other < 0.92


def judged(name, effect, tries=TRIES, seed=3):
    """How often an effect of this size (its spread is the margin) gets each outcome, after both looks."""
    random, confidence = np.random.default_rng(seed), each_of(EFFECTS * len(LOOKS))
    found = []
    for row in centred(name, random, (tries, LOOKS[-1])) * MARGIN + effect:
        looks = [outcome("higher", MARGIN, *interval(row[:look].tolist(), confidence)) for look in LOOKS]
        found.append(next((one for one in looks if one != "undecided"), "undecided"))
    return {one: found.count(one) / tries for one in ("helps", "no difference", "no help", "hurts", "undecided")}


@pytest.mark.parametrize("name", SHAPES)
def test_no_effect_is_hardly_ever_called_a_help_or_a_harm(name):
    rates = judged(name, 0.0)
    assert rates["helps"] + rates["hurts"] <= 0.002


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "few values"])
def test_an_effect_that_just_does_not_matter_is_hardly_ever_called_a_help(name):
    assert judged(name, MARGIN * 0.999)["helps"] <= 0.003


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "few values"])
def test_an_effect_that_just_matters_is_hardly_ever_called_no_help(name):
    rates = judged(name, MARGIN)
    assert rates["no help"] + rates["no difference"] + rates["hurts"] <= 0.003


def test_harm_that_may_be_too_small_to_matter_refutes_that_it_helps():
    rates = judged("normal", -MARGIN)
    assert rates["no help"] > 0.8
    assert rates["helps"] == 0


def test_at_the_margin_we_do_not_know_and_well_beyond_it_we_do():
    assert judged("normal", MARGIN)["undecided"] > 0.99
    assert judged("normal", 2 * MARGIN)["helps"] > 0.8
    assert judged("normal", 3 * MARGIN)["helps"] > 0.99


def test_that_nothing_matters_can_be_shown():
    random, confidence = np.random.default_rng(4), each_of(EFFECTS * len(LOOKS))
    samples = random.normal(scale=MARGIN / 2, size=(TRIES, LOOKS[-1]))
    found = [outcome("higher", MARGIN, *interval(row.tolist(), confidence)) for row in samples]
    assert found.count("no difference") / TRIES > 0.8
