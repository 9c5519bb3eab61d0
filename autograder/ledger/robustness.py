"""How much of a verdict hangs on a single unit, or on the kind of interval."""

from __future__ import annotations

from dataclasses import replace
from math import isinf

from autograder.ledger.intervals import interval, signed_rank_interval
from autograder.ledger.judging import Interval
from autograder.ledger.verdicts import Claim, Finding


def verdicts_without_one_unit(claim: Claim) -> list[str]:
    """The verdicts when one unit is left out of all effects, for each unit in turn."""
    units = {unit for finding in claim.findings for unit in finding.differences}
    return [_without(claim, unit).verdict for unit in sorted(units)]


def has_no_unit_to_spare(claim: Claim) -> bool:
    """Whether one unit less leaves an effect without an interval, whatever its differences are."""
    planned = (finding for finding in claim.findings if finding.plan.margin)
    return any(isinf(interval([0.0] * (finding.n - 1), finding.confidence)[0]) for finding in planned)


def verdict_with_the_other_interval(claim: Claim) -> str:
    """The verdict by the interval of Hodges and Lehmann, at the same confidence."""
    findings = (_again(finding, finding.differences, signed_rank_interval) for finding in claim.findings)
    return replace(claim, findings=tuple(findings)).verdict


def _without(claim: Claim, unit: int) -> Claim:
    findings = (
        _again(finding, {one: x for one, x in finding.differences.items() if one != unit}, interval)
        for finding in claim.findings
    )
    return replace(claim, findings=tuple(findings))


def _again(finding: Finding, differences: dict[int, float], method: Interval) -> Finding:
    low, high = method(list(differences.values()), finding.confidence)
    return replace(finding, differences=differences, low=low, high=high)
