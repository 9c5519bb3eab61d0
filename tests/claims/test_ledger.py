"""How a verdict is computed: interval, outcome of an effect, verdict of a claim; and files that are wrong."""

from __future__ import annotations

from itertools import product
from math import inf
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import ledger

NUMBERS = st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 4)), min_size=1, max_size=30)
EFFECT = {
    "where": "in a test",
    "experiment": "runs",
    "measure": "error",
    "changed": "new",
    "base": "old",
    "better": "lower",
    "matters": 0.1,
    "unit": "points",
}


def write_runs(folder, **variants):
    """A result file with the measures ``error`` and ``other`` (ten times as large); seeds count from 0."""
    lines = ["variant,seed,error,other"]
    lines += [
        f"{name},{seed},{value},{value * 10}" for name, seeds in variants.items() for seed, value in enumerate(seeds)
    ]
    (folder / "runs.csv").write_text("\n".join(lines) + "\n")
    return folder


def judge(folder, **changes):
    """What the ledger finds for `EFFECT` with these keys changed; ``None`` leaves one out."""
    entry = {key: value for key, value in (EFFECT | changes).items() if value is not None}
    return ledger.judge(ledger.Effect(**entry), folder)


def write_claim(folder, text):
    (folder / "wine").mkdir()
    (folder / "wine" / "order.toml").write_text(text)
    return folder


def as_toml(*effects):
    lines = ['says = "It is better."', 'by = "the answer"']
    for effect in effects:
        lines += ["[[effect]]", *(f"{key} = {value!r}" for key, value in effect.items())]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("seeds", "expected"), [(5, (-inf, inf)), (6, (0, 5)), (8, (0, 7)), (9, (1, 7)), (10, (1, 8))]
)
def test_interval_takes_the_ranks_that_the_seeds_allow(seeds, expected):
    assert ledger.interval(range(seeds)) == expected


@pytest.mark.parametrize("seeds", range(6, 13))
def test_interval_covers_the_true_median_and_the_next_narrower_one_would_not(seeds):
    # 0 is the true median if each difference is as likely positive as negative
    signs = list(product((-1, 1), repeat=seeds))
    ranked = [sorted(sign * (size + 1) for size, sign in enumerate(pattern)) for pattern in signs]
    bounds = [ledger.interval(values) for values in ranked]
    assert sum(low < 0 < high for low, high in bounds) / len(signs) >= 0.95
    inner = [
        (values[values.index(low) + 1], values[values.index(high) - 1])
        for values, (low, high) in zip(ranked, bounds, strict=True)
    ]
    assert sum(low < 0 < high for low, high in inner) / len(signs) < 0.95


@given(NUMBERS)
def test_interval_holds_the_sample_median_and_turns_with_the_sign(values):
    low, high = ledger.interval(values)
    assert low <= median(values) <= high
    assert ledger.interval([-value for value in values]) == (-high, -low)


@pytest.mark.parametrize(
    ("low", "middle", "high", "expected"),
    [
        (0.05, 0.2, 0.3, "holds"),
        (0.0, 0.2, 0.3, "unclear"),  # the interval must be above 0
        (0.01, 0.09, 0.3, "unclear"),  # surely positive, maybe too small
        (0.01, 0.05, 0.09, "fails"),  # surely positive, surely too small
        (-0.3, -0.2, -0.1, "fails"),
        (-inf, 0.2, inf, "unclear"),
    ],
)
def test_outcome_of_a_difference(low, middle, high, expected):
    assert ledger.outcome(ledger.Effect(**EFFECT), middle, low, high) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-0.1, 0.1, "holds"),
        (-0.11, 0.1, "unclear"),
        (0.11, 0.3, "fails"),
        (-0.3, -0.11, "fails"),
        (-inf, inf, "unclear"),
    ],
)
def test_outcome_of_sameness(low, high, expected):
    effect = ledger.Effect(
        **{key: value for key, value in EFFECT.items() if key not in ("better", "matters")}, within=0.1
    )
    assert ledger.outcome(effect, (low + high) / 2, low, high) == expected


@given(st.integers(6, 12).flatmap(lambda n: st.tuples(*[st.lists(st.integers(0, 99), min_size=n, max_size=n)] * 2)))
def test_effect_is_the_same_seen_from_the_other_side(tmp_path_factory, pair):
    folder = write_runs(tmp_path_factory.mktemp("results"), new=pair[0], old=pair[1])
    lower, higher = judge(folder), judge(folder, changed="old", base="new", better="higher")
    assert (lower.median, lower.low, lower.high, lower.outcome) == (
        higher.median,
        higher.low,
        higher.high,
        higher.outcome,
    )


def test_effect_pairs_seeds_and_ignores_those_that_only_one_variant_has(tmp_path):
    folder = write_runs(tmp_path, new=[1, 2, 3, 4, 5, 6, 100], old=[2, 4, 6, 8, 10, 12])
    finding = judge(folder)
    assert (finding.n, finding.median, finding.low, finding.high) == (6, 3.5, 1, 6)
    assert finding.outcome == "holds"


def test_differences_of_variants_and_measures_and_a_plain_number_as_base(tmp_path):
    folder = write_runs(tmp_path, new=[1] * 6, old=[3] * 6, wide=[7] * 6)
    assert judge(folder, changed="wide - old", base="old - new", better="higher").median == 2
    assert judge(folder, measure="other - error").median == 18
    assert judge(folder, base=5).median == 4


@pytest.mark.parametrize(
    ("outcomes", "verdict"),
    [
        (["holds"], "confirmed"),
        (["holds", "holds"], "confirmed"),
        (["fails", "fails"], "refuted"),
        (["holds", "fails"], "depends"),
        (["holds", "unclear"], "depends"),
        (["unclear"], "depends"),
    ],
)
def test_verdict_needs_all_effects(tmp_path, outcomes, verdict):
    values = {"holds": [0] * 6, "fails": [2] * 6, "unclear": [0, 0, 0, 2, 2, 2]}
    write_runs(tmp_path, old=[1] * 6, **values)
    write_claim(tmp_path, as_toml(*(EFFECT | {"changed": outcome} for outcome in outcomes)))
    (claim,) = ledger.read("wine", tmp_path, tmp_path)
    assert [finding.outcome for finding in claim.findings] == outcomes
    assert claim.verdict == verdict
    assert (claim.chapter, claim.name, claim.says, claim.by) == ("wine", "order", "It is better.", "the answer")


BAD = {
    "says = ": "Invalid value",
    'says = "It is."': "missing or unknown: by, effect",
    'says = "It is."\nby = "me"\neffect = []': "one [[effect]] or more",
    as_toml(EFFECT) + "\nbetetr = 'lower'": "missing or unknown: betetr",
    as_toml({key: value for key, value in EFFECT.items() if key != "unit"}): "missing or unknown: unit",
    as_toml(EFFECT | {"within": 0.1}): "missing or unknown: better, matters",
    as_toml({key: value for key, value in EFFECT.items() if key != "matters"}): "missing or unknown: matters",
    as_toml(EFFECT | {"better": "smaller"}): "expected lower or higher, received 'smaller'",
    as_toml(EFFECT | {"matters": -1}): "received -1",
    as_toml(EFFECT | {"matters": "small"}): "received 'small'",
    as_toml(EFFECT | {"matters": float("nan")}): "received nan",
    as_toml(EFFECT | {"changed": "newer"}): "no runs of the variant 'newer'",
    as_toml(EFFECT | {"base": "newer - old"}): "no runs of the variant 'newer'",
    as_toml(EFFECT | {"measure": "loss"}): "no measure 'loss'",
    as_toml(EFFECT | {"experiment": "walks"}): "walks.csv",
    as_toml(EFFECT | {"changed": "torn"}): "error of 'torn' is not a finite number",
    as_toml(EFFECT | {"base": "late"}): "no seed in common",
    as_toml(EFFECT | {"experiment": "twice"}): "twice.csv holds a run twice",
}


@pytest.mark.parametrize("text", BAD, ids=BAD.values())
def test_what_is_wrong_is_said_with_the_name_of_the_file(tmp_path, text):
    write_runs(tmp_path, new=[1] * 6, old=[2] * 6, torn=[1, 1, 1, 1, 1, "nan"])
    with (tmp_path / "runs.csv").open("a") as stream:
        stream.write("late,17,1,1\n")
    (tmp_path / "twice.csv").write_text("variant,seed,error\nnew,0,1\nnew,0,1\nold,0,1\n")
    write_claim(tmp_path, text)
    with pytest.raises(ValueError, match="^wine/order.toml: ") as caught:
        ledger.read(folder=tmp_path, results=tmp_path)
    assert BAD[text] in str(caught.value)
