"""What changed since the former ledger, and what a verdict hangs on."""

from __future__ import annotations

import pytest

from autograder.ledger import Claim, Effect, Finding, Margin, Plan, Units, interval
from autograder.ledger.history import changes
from autograder.ledger.robustness import (
    has_no_unit_to_spare,
    verdict_with_the_other_interval,
    verdicts_without_one_unit,
)

PLAN = Plan(
    Effect("in a test", "runs", "error", "new", "old", "lower", "points", "weights"),
    Margin(1, "So."),
    Units(10, (20,)),
)


def finding(*differences: float) -> Finding:
    by_unit = dict(enumerate(map(float, differences)))
    return Finding(PLAN, "planned", by_unit, 0.95, *interval(list(by_unit.values()), 0.95), look=1)


def claim(*findings: Finding) -> Claim:
    return Claim("wine", "order", "It is better.", "the answer", findings)


HELPS, NOTHING, OPEN = finding(*[2] * 10), finding(*[0] * 10), finding(*[0, 2] * 5)


@pytest.mark.parametrize(
    ("before", "findings", "why"),
    [
        ("confirmed", [HELPS, OPEN], "By its interval, the difference may be too small to matter: “in a test”."),
        ("refuted", [OPEN, NOTHING], "By its interval, the difference may still matter: “in a test”."),
        ("depends", [OPEN], "Every effect is now undecided."),
        ("depends", [HELPS, OPEN], "Some effects are as predicted, the others are undecided."),
        ("depends", [NOTHING, OPEN], "Some effects are against it, the others are undecided."),
        ("depends", [NOTHING], "Every effect is against it: no difference that matters."),
        ("refuted", [HELPS, NOTHING], "Some effects are as predicted, and others are against it."),
        ("refuted", [HELPS], "Every effect is as predicted."),
    ],
)
def test_a_change_says_why(tmp_path, before, findings, why):
    (tmp_path / "former.csv").write_text(f"chapter,claim,verdict,outcomes\nwine,order,{before},holds unclear\n")
    (change,) = changes([claim(*findings)], tmp_path / "former.csv")
    assert (change.before, change.why) == (before, why)
    assert change.outcomes == {"holds": 1, "unclear": 1}


def test_what_is_as_before_or_new_is_no_change(tmp_path):
    (tmp_path / "former.csv").write_text("chapter,claim,verdict,outcomes\nwine,order,confirmed,holds\n")
    assert changes([claim(HELPS)], tmp_path / "former.csv") == []
    (tmp_path / "former.csv").write_text("chapter,claim,verdict,outcomes\n")
    assert changes([claim(HELPS)], tmp_path / "former.csv") == []


def test_a_verdict_may_hang_on_one_unit():
    assert verdicts_without_one_unit(claim(HELPS)) == ["confirmed"] * 10
    # of nine units the second-smallest difference still counts; of eight it is the smallest
    hangs = finding(0, *[2] * 8)
    assert hangs.outcome == "helps"
    assert verdicts_without_one_unit(claim(hangs)) == ["confirmed"] + ["undecided"] * 8


def test_some_verdicts_have_no_unit_to_spare():
    """Of six units the interval reaches from the smallest to the largest; of five there is none at 95 %."""
    assert has_no_unit_to_spare(claim(HELPS, finding(*[2] * 6)))
    assert not has_no_unit_to_spare(claim(HELPS, finding(*[2] * 7)))


def test_a_verdict_may_hang_on_the_interval():
    assert verdict_with_the_other_interval(claim(HELPS)) == "confirmed"
    # three runs of ten collapse: the median does not see it, means of two do
    collapsed = finding(*[1.1] * 7, -9, -9, -9)
    assert collapsed.outcome == "undecided"
    assert verdict_with_the_other_interval(claim(collapsed)) == "undecided"
    lucky = finding(*[0.9] * 2, *[2] * 8)
    assert verdict_with_the_other_interval(claim(lucky)) != claim(lucky).verdict
